//! Tells the leads' history by the commands that people use, each at its moment.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    cast::Who,
    draft::{Item, captured_at},
    evidence,
    groups::{self, Made},
    moves::{Move, Step},
    organizations::Organization,
    plan::Tale,
    store, texts,
};
use crate::{
    app::App,
    leads::{self, Answer, Grant, NewComment, NewItem, NewLead, ShareRequest, TlpChange, Triage, rules::Verdict},
    permissions::{
        Viewer,
        audience::{HandlingCode, Tlp},
    },
    platform::{
        clock::ManualClock,
        error::{ApiError, ErrorCode, Result},
    },
};

/// The jobs of a running service look at the deadlines more often; to the demo this is enough.
const SWEEP_HOURS: i64 = 6;

/// The narrator of the demo.
pub(super) struct Narrator<'a> {
    pub(super) app: &'a App,
    pub(super) clock: &'a ManualClock,
    pub(super) alliance: &'a Alliance,
    pub(super) groups: Vec<Made>,
    pub(super) leads: Vec<Option<Uuid>>,
    pub(super) swept_at: Timestamp,
    /// Moves played so far: they tell two comments of one moment apart.
    pub(super) moves: usize,
}

/// What the calendar of a year may stand in the way of.
pub(super) fn is_out_of_season(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::TransitionNotAllowed | ErrorCode::NotFound | ErrorCode::DeadlinePassed
    )
}

impl Narrator<'_> {
    /// Does one move. What the rules do not allow at this moment, because the calendar of this year stands in its way, is
    /// left out.
    pub(super) async fn play(&mut self, number: usize, tale: &Tale, one: &Move) -> Result<bool> {
        self.moves += 1;
        self.pass_time(one.at).await?;
        match self.act(number, tale, one).await {
            Ok(()) => Ok(true),
            Err(error) if is_out_of_season(error.code) => {
                tracing::debug!(?one, %error.message, "left out");
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// Moves the clock, and lets the job that minds the deadlines run on the way.
    pub(super) async fn pass_time(&mut self, until: Timestamp) -> Result<()> {
        let pause = SignedDuration::from_hours(SWEEP_HOURS);
        loop {
            let next = self.swept_at.checked_add(pause).map_err(ApiError::internal)?;
            if next > until {
                break;
            }
            self.clock.set(next);
            leads::sweep(self.app).await?;
            self.swept_at = next;
        }
        self.clock.set(until);
        Ok(())
    }

    /// Ends in the present, with every deadline minded.
    pub(super) async fn arrive(&mut self, now: Timestamp) -> Result<()> {
        self.pass_time(now).await?;
        leads::sweep(self.app).await.map(drop)
    }

    async fn act(&mut self, number: usize, tale: &Tale, one: &Move) -> Result<()> {
        let (app, viewer) = (self.app, self.alliance.viewer(&one.who.email())?);
        if matches!(one.step, Step::Create) {
            let new = self.new_lead(number, tale, one.at)?;
            let id = leads::create(app, viewer, new).await?.id;
            self.leads[number] = Some(id);
            return leads::note_told(app, viewer, [id]).await;
        }
        let id = self.leads[number].ok_or_else(ApiError::not_found)?;
        let version = store::lead_version(&app.db, id).await?;
        match &one.step {
            Step::Create => {}
            Step::Submit => {
                leads::submit(app, viewer, id, version).await?;
                if evidence::is_wanted(number) {
                    evidence::collect(app, self.alliance, number, id, viewer, one.at).await?;
                }
            }
            Step::Triage { grade } => {
                let is_authorized = tale.cast.draft.items.iter().any(|item| item.shop_id.is_some());
                let decision = Triage {
                    grade: grade.clone(),
                    priority: tale.priority,
                    override_reason: is_authorized.then(|| texts::OVERRIDES[number % 2].to_owned()),
                };
                leads::triage(app, viewer, id, version, decision).await?;
            }
            Step::Reject(reason) => drop(leads::reject(app, viewer, id, version, *reason, None).await?),
            Step::Share { reason, community } => {
                self.share((number, tale), viewer, (id, version), reason, *community)
                    .await?;
            }
            Step::Narrow { reason } => {
                let change = TlpChange {
                    tlp: Tlp::AmberStrict,
                    handling_code: None,
                    reason: (*reason).to_owned(),
                    name: Vec::new(),
                };
                leads::change_tlp(app, viewer, id, version, change).await?;
            }
            Step::Comment { text, for_all } => {
                let new = NewComment {
                    idempotency_key: format!("demo:{}", self.moves),
                    lead: id,
                    body: (*text).to_owned(),
                    for_all_viewers: *for_all,
                    attribution_allowed: *for_all,
                    mentions: Vec::new(),
                };
                leads::add_comment(app, viewer, new).await?;
            }
            Step::Resolve(outcome) => drop(leads::resolve(app, viewer, id, version, *outcome, None).await?),
            Step::Reopen(reason) => drop(leads::reopen(app, viewer, id, version, reason).await?),
            Step::Retract(reason) => drop(leads::retract(app, viewer, id, version, reason).await?),
            Step::View(_) | Step::Acknowledge(_) | Step::Answer(..) | Step::Inform(..) | Step::Settle(..) => {
                self.deliver(viewer, id, one).await?;
            }
        }
        // Who acts on a lead has it before the eyes.
        leads::note_told(app, viewer, [id]).await
    }

    /// What is done to a delivery.
    async fn deliver(&self, viewer: &Viewer, lead: Uuid, one: &Move) -> Result<()> {
        let app = self.app;
        match &one.step {
            Step::View(recipient) => {
                let (id, version) = self.delivery(lead, recipient).await?;
                leads::view(app, viewer, id, version).await?;
            }
            Step::Acknowledge(recipient) => {
                let (id, version) = self.delivery(lead, recipient).await?;
                leads::acknowledge(app, viewer, id, version).await?;
            }
            Step::Answer(recipient, verdict, reason) => {
                let (id, version) = self.delivery(lead, recipient).await?;
                let given = Answer {
                    verdict: *verdict,
                    reason: (*reason).to_owned(),
                    test_purchases: (*verdict == Verdict::NeedsTestPurchase).then_some(2),
                    attribution_allowed: Some(one.at.as_second() % 3 == 0),
                };
                leads::answer(app, viewer, id, version, given).await?;
            }
            Step::Inform(recipient, text) => {
                let (id, version) = self.delivery(lead, recipient).await?;
                leads::answer_info_request(app, viewer, id, version, text).await?;
            }
            Step::Settle(recipient, settlement) => {
                let (id, version) = self.delivery(lead, recipient).await?;
                leads::settle(app, viewer, id, version, *settlement, None).await?;
            }
            Step::Create
            | Step::Submit
            | Step::Triage { .. }
            | Step::Reject(_)
            | Step::Share { .. }
            | Step::Narrow { .. }
            | Step::Comment { .. }
            | Step::Resolve(_)
            | Step::Reopen(_)
            | Step::Retract(_) => {}
        }
        Ok(())
    }

    async fn delivery(&self, lead: Uuid, recipient: &Organization) -> Result<(Uuid, i32)> {
        store::delivery(&self.app.db, lead, self.alliance.organization(recipient.key)?).await
    }

    async fn share(
        &self,
        (number, tale): (usize, &Tale),
        viewer: &Viewer,
        (id, version): (Uuid, i32),
        reason: &str,
        community: bool,
    ) -> Result<()> {
        let mut grants = Vec::new();
        for (recipient, Who { organization, person }) in &tale.cast.recipients {
            grants.push(if tale.cast.tlp == Tlp::Red {
                Grant::Person(self.alliance.person(&organization.email(person))?)
            } else {
                Grant::Organization(self.alliance.organization(recipient.key)?)
            });
        }
        if let Some(agency) = tale.cast.agency {
            grants.push(Grant::Organization(self.alliance.organization(agency.key)?));
        }
        let groups = groups::shared_with(&self.groups, tale.cast.owner.key, tale.cast.tlp, number);
        // An agent who writes for the owner is in none of its groups.
        let own = groups
            .into_iter()
            .filter(|group| viewer.groups.iter().any(|seat| seat.group == *group));
        grants.extend(own.map(Grant::Group));
        if community {
            grants.push(Grant::Community);
        }
        let request = ShareRequest {
            grants,
            ..ShareRequest::default()
        };
        let preview = leads::preview(self.app, viewer, id, &request).await?;
        leads::share(self.app, viewer, id, version, &request, &preview.token, Some(reason)).await?;
        Ok(())
    }

    fn new_lead(&self, number: usize, tale: &Tale, at: Timestamp) -> Result<NewLead> {
        let (cast, draft) = (&tale.cast, &tale.cast.draft);
        let on_behalf_of = (cast.owner.key != cast.writer.organization.key)
            .then(|| self.alliance.organization(cast.owner.key))
            .transpose()?;
        let items: Result<Vec<NewItem>> = draft.items.iter().map(|item| self.new_item(item, at)).collect();
        Ok(NewLead {
            idempotency_key: format!("demo:{number}"),
            title: draft.title.clone(),
            summary: Some(draft.summary.clone()),
            tlp: cast.tlp.into(),
            handling_code: HandlingCode::H0.into(),
            source: Some(cast.source),
            channel: draft.channel,
            infringement_types: draft.infringement_types.clone(),
            country: draft.country.map(str::to_owned),
            division_code: draft.division.map(str::to_owned),
            estimated_value: draft.value.clone(),
            priority: Some(tale.priority),
            items: items?,
            on_behalf_of,
            sanitized_from: None,
            handling: groups::handling(number, at)?,
            imported_as: None,
            found: false,
        })
    }

    fn new_item(&self, item: &Item, at: Timestamp) -> Result<NewItem> {
        Ok(NewItem {
            brand: Some(self.alliance.brand(item.brand.key)?),
            title: item.title.clone(),
            url: item.url.clone(),
            known: None,
            seller: item.seller.clone(),
            shop_id: item.shop_id.clone(),
            price: item.price.clone(),
            captured_at: Some(captured_at(at)),
        })
    }
}
