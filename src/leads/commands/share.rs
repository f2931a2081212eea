//! Sharing: the preview of an audience, the grants, the deliveries with their deadlines, and the TLP.

use std::collections::HashSet;

use serde_json::json;
use uuid::Uuid;

use super::{
    Loaded,
    create::conclude,
    load, may_keep,
    tell::{News, tell},
    text,
};
use crate::{
    app::App,
    audience::{self, Kind},
    audit::Actor,
    leads::{
        rules::{self, CONFIRMATION_RULE, DeliveryState, LeadStep, TimelineKind},
        store::{self, DeliveryRow, Facts, GrantRow, LeadRow, Touch},
    },
    permissions::{
        Action, Principal, Viewer,
        audience::{
            AudienceRow, HandlingCode, NamedPerson, OpenOrganization, Tlp, delivery_audience, item_audience,
            lead_audience,
        },
        viewer::OrganizationKind,
    },
    platform::{
        clock::{NEVER, micros, timestamp},
        db::Tx,
        error::{ApiError, ErrorCode, Result},
    },
};

/// Most grants in one request.
const MAX_GRANTS: usize = 200;

/// To whom a lead is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Grant {
    Organization(Uuid),
    Person(Uuid),
    Community,
}

/// What an audience is previewed for, and what is then shared.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShareRequest {
    pub(crate) grants: Vec<Grant>,
    /// Never to these, whatever else is said.
    pub(crate) exclude: Vec<Uuid>,
    /// A TLP to try out; only for the preview.
    pub(crate) tlp: Option<Tlp>,
    pub(crate) items_open: bool,
    /// End of the grants, microseconds; never = maximum.
    pub(crate) expires_at: Option<i64>,
}

/// Who would see what.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    /// To be passed back when sharing.
    pub(crate) token: String,
    /// How many people would see it.
    pub(crate) people: i32,
    /// Organisation, its people, the items they would see, and whether it will get a delivery.
    pub(crate) organizations: Vec<(Uuid, i32, i32, bool)>,
    /// People named.
    pub(crate) named: Vec<Uuid>,
    pub(crate) community: bool,
    pub(crate) law_enforcement: bool,
    pub(crate) public: bool,
    /// What the sender should know.
    pub(crate) warnings: Vec<String>,
}

/// Previews the audience a request would give a lead.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TLP_CEILING`.
pub(crate) async fn preview(app: &App, viewer: &Viewer, id: Uuid, request: &ShareRequest) -> Result<Preview> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    if !loaded.kept_by(viewer, Action::LeadShare, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let plan = plan(&tx, viewer, loaded, request).await?;
    describe(app, viewer, &tx, &plan).await
}

/// Who sees a lead as it is, for those who keep it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn preview_audience(app: &App, viewer: &Viewer, lead: LeadRow) -> Result<Option<Preview>> {
    let tx = app.begin().await?;
    let facts = store::facts(tx.connection(), &lead).await?;
    if !may_keep(
        viewer,
        Action::LeadShare,
        &lead,
        &facts.brands_of(lead.owner_id),
        tx.now(),
    ) {
        return Ok(None);
    }
    let walls = audience::walls(tx.connection(), lead.id).await?;
    let plan = Plan {
        lead,
        facts,
        walls,
        grants: Vec::new(),
        recipients: Vec::new(),
    };
    describe(app, viewer, &tx, &plan).await.map(Some)
}

/// A request, checked and applied to the facts.
struct Plan {
    lead: LeadRow,
    facts: Facts,
    walls: Vec<Uuid>,
    grants: Vec<Grant>,
    /// Organisations that will get a delivery.
    recipients: Vec<Uuid>,
}

async fn plan(tx: &Tx, viewer: &Viewer, loaded: Loaded, request: &ShareRequest) -> Result<Plan> {
    let Loaded { lead, mut facts, .. } = loaded;
    let mut grants = request.grants.clone();
    grants.sort_unstable();
    grants.dedup();
    if grants.len() > MAX_GRANTS || request.exclude.len() > MAX_GRANTS {
        return Err(ApiError::input(
            "grants",
            format!("Share with at most {MAX_GRANTS} at once."),
        ));
    }
    if request.expires_at.is_some_and(|end| end <= micros(tx.now())) {
        return Err(ApiError::input("expiresAt", "This moment has passed."));
    }
    facts.lead.tlp = request.tlp.unwrap_or(facts.lead.tlp);
    facts.lead.items_open |= request.items_open;
    facts.lead.shared = true;
    if facts.lead.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    let mut walls = audience::walls(tx.connection(), lead.id).await?;
    walls.extend(request.exclude.iter().copied());
    walls.sort_unstable();
    walls.dedup();
    if walls.contains(&lead.owner_id) {
        return Err(ApiError::input(
            "excludeOrganizationIds",
            "The owner cannot be excluded.",
        ));
    }
    let until = request.expires_at.filter(|end| *end != NEVER).map(timestamp);
    for grant in &grants {
        apply(tx, &mut facts, *grant, until, &walls).await?;
    }
    let recipients = recipients(tx, &lead, &facts, &walls).await?;
    Ok(Plan {
        lead,
        facts,
        walls,
        grants,
        recipients,
    })
}

async fn apply(
    tx: &Tx,
    facts: &mut Facts,
    grant: Grant,
    valid_until: Option<jiff::Timestamp>,
    walls: &[Uuid],
) -> Result<()> {
    let walled = || ApiError::input("grants", "An excluded organisation cannot be granted.");
    match grant {
        Grant::Community => {
            if !rules::admits_community(facts.lead.tlp) {
                return Err(
                    ApiError::because(ErrorCode::TlpCeiling, "Only GREEN and CLEAR may go to the community.")
                        .at("grants"),
                );
            }
            facts.lead.community = true;
        }
        Grant::Organization(id) => {
            if !rules::admits_organizations(facts.lead.tlp) || facts.lead.handling_code >= HandlingCode::H2 {
                return Err(
                    ApiError::because(ErrorCode::TlpCeiling, "RED, H2 and H3 may go to named people only.")
                        .at("grants"),
                );
            }
            let row = store::organization_by_id(tx.connection(), id)
                .await?
                .filter(|row| row.active);
            let row = row.ok_or_else(|| ApiError::input("grants", "There is no such organisation."))?;
            if walls.contains(&id) {
                return Err(walled());
            }
            let brands = facts.brands_of(id);
            let agency = row.kind == OrganizationKind::LeAgency;
            facts.lead.granted.push(OpenOrganization {
                organization: id,
                agency,
                brands,
                valid_until,
            });
        }
        Grant::Person(person) => {
            let organization = store::home_of_active(tx.connection(), person).await?;
            let organization = organization.ok_or_else(|| ApiError::input("grants", "There is no such person."))?;
            if walls.contains(&organization) {
                return Err(walled());
            }
            facts.lead.named.push(NamedPerson {
                person,
                organization,
                valid_until,
            });
        }
    }
    Ok(())
}

/// The organisations with a concerned brand that the lead newly reaches, except its owner.
async fn recipients(tx: &Tx, lead: &LeadRow, facts: &Facts, walls: &[Uuid]) -> Result<Vec<Uuid>> {
    let have: HashSet<Uuid> = store::deliveries_of(tx.connection(), &[lead.id])
        .await?
        .into_iter()
        .map(|row| row.recipient_id)
        .collect();
    let reached = facts
        .lead
        .granted
        .iter()
        .map(|open| open.organization)
        .chain(facts.lead.named.iter().map(|named| named.organization));
    let mut new: Vec<Uuid> = reached
        .filter(|organization| {
            *organization != lead.owner_id && !have.contains(organization) && !walls.contains(organization)
        })
        .filter(|organization| !facts.brands_of(*organization).is_empty())
        .collect();
    new.sort_unstable();
    new.dedup();
    Ok(new)
}

async fn describe(app: &App, viewer: &Viewer, tx: &Tx, plan: &Plan) -> Result<Preview> {
    let now = tx.now();
    let rows = lead_audience(&plan.facts.lead);
    let in_force: HashSet<&Principal> = rows
        .iter()
        .filter(|row| row.valid_until.is_none_or(|until| until > now))
        .map(|row| &row.principal)
        .collect();
    let items: Vec<Vec<AudienceRow>> = plan
        .facts
        .items
        .iter()
        .map(|item| item_audience(&plan.facts.lead, &rows, plan.facts.brand_owner(item)))
        .collect();
    let mut organizations: Vec<(Uuid, i32, i32, bool)> = Vec::new();
    let mut people = 0;
    for reader in store::active_viewers(tx.connection()).await? {
        let walled = reader
            .walled_organizations(now)
            .iter()
            .any(|organization| plan.walls.contains(organization));
        let (principals, _) = reader.principals(Action::LeadRead, now);
        if walled || !principals.iter().any(|principal| in_force.contains(principal)) {
            continue;
        }
        people += 1;
        let visible = items
            .iter()
            .filter(|rows| rows.iter().any(|row| principals.contains(&row.principal)))
            .count();
        let visible = i32::try_from(visible).unwrap_or(i32::MAX);
        match organizations.iter_mut().find(|(id, ..)| *id == reader.organization) {
            Some((_, count, most, _)) => {
                *count += 1;
                *most = visible.max(*most);
            }
            None => organizations.push((
                reader.organization,
                1,
                visible,
                plan.recipients.contains(&reader.organization),
            )),
        }
    }
    let mut named: Vec<Uuid> = plan.facts.lead.named.iter().map(|named| named.person).collect();
    named.dedup();
    Ok(Preview {
        token: token(app, viewer, plan, &rows),
        people,
        warnings: warnings(plan, &organizations),
        organizations,
        named,
        community: in_force.contains(&Principal::Community),
        law_enforcement: in_force.iter().any(|principal| matches!(principal, Principal::Le(_))),
        public: in_force.contains(&Principal::Public),
    })
}

fn warnings(plan: &Plan, organizations: &[(Uuid, i32, i32, bool)]) -> Vec<String> {
    let unread = plan
        .recipients
        .iter()
        .any(|recipient| !organizations.iter().any(|(id, ..)| id == recipient));
    let mut warnings = Vec::new();
    if unread {
        warnings.push("A recipient has nobody who could read this.".to_owned());
    }
    if plan.recipients.is_empty() && plan.grants.iter().any(|grant| matches!(grant, Grant::Organization(_))) {
        warnings.push(
            "No delivery: none of these organisations owns a brand of this lead that was not pushed yet.".to_owned(),
        );
    }
    warnings
}

/// What ties a share to the preview its sender saw: the same person, lead, version, grants and audience.
fn token(app: &App, viewer: &Viewer, plan: &Plan, rows: &[AudienceRow]) -> String {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let parts = json!({
        "lead": plan.lead.id,
        "version": plan.lead.version,
        "grants": format!("{:?}", plan.grants),
        "walls": plan.walls,
        "open": plan.facts.lead.items_open,
        "rows": rows.iter().map(|row| format!("{} {:?}", row.principal, row.valid_until)).collect::<Vec<_>>(),
    });
    URL_SAFE_NO_PAD.encode(
        app.keys
            .code("preview", &[viewer.person.as_bytes(), parts.to_string().as_bytes()]),
    )
}

/// Shares a lead as it was previewed: grants, walls, deliveries with their deadlines.
///
/// # Errors
/// `PREVIEW_REQUIRED` where the token is not that of this very audience, and as [`preview`].
pub(crate) async fn share(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    request: &ShareRequest,
    preview_token: &str,
    reason: Option<&str>,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::Share, &tx)?;
    if loaded.lead.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    if request.grants.is_empty() {
        return Err(ApiError::input("grants", "Say with whom to share."));
    }
    let reason = reason
        .filter(|reason| !reason.trim().is_empty())
        .map(|reason| text("reason", reason, 2_000))
        .transpose()?;
    let plan = plan(&tx, viewer, loaded, request).await?;
    if token(app, viewer, &plan, &lead_audience(&plan.facts.lead)) != preview_token {
        return Err(ErrorCode::PreviewRequired.into());
    }
    let Plan {
        mut lead,
        facts,
        walls,
        grants,
        recipients,
    } = plan;
    lead.community |= grants.contains(&Grant::Community);
    lead.items_open |= request.items_open;
    let lead = store::lead_update(&tx, lead, expected, Touch::Keepers).await?;
    for grant in &grants {
        keep_grant(app, viewer, &tx, &lead, *grant, request, reason.as_deref()).await?;
    }
    audience::set_walls(&tx, id, &walls).await?;
    let mut deliveries = Vec::with_capacity(recipients.len());
    for recipient in recipients {
        deliveries.push(push(app, &tx, &lead, &facts, recipient).await?);
    }
    for delivery in &deliveries {
        tell(
            &tx,
            app,
            Actor::Person(viewer),
            &lead,
            &facts,
            News::of_delivery(TimelineKind::Delivered, delivery),
        )
        .await?;
    }
    let news = News::to_keepers(TimelineKind::Shared).with(format!("{}", grants.len()));
    conclude(app, viewer, tx, lead, "shareLead", news).await
}

async fn keep_grant(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    lead: &LeadRow,
    grant: Grant,
    request: &ShareRequest,
    reason: Option<&str>,
) -> Result<()> {
    let (person_id, organization_id) = match grant {
        Grant::Organization(id) => (None, Some(id)),
        Grant::Person(id) => (Some(id), None),
        // The lead itself says so.
        Grant::Community => return Ok(()),
    };
    let row = GrantRow {
        id: app.ids.id(tx.now()),
        lead_id: lead.id,
        person_id,
        organization_id,
        reason: reason.map(str::to_owned),
        granted_by: viewer.person,
        granted_at: micros(tx.now()),
        expires_at: request.expires_at.unwrap_or(NEVER),
        revoked_at: None,
    };
    store::grant_insert(tx, row).await
}

/// Makes a delivery with its deadline on the recipient's calendar.
async fn push(app: &App, tx: &Tx, lead: &LeadRow, facts: &Facts, recipient: Uuid) -> Result<DeliveryRow> {
    let clock = super::delivery::new_clock(tx, recipient).await?;
    let now = micros(tx.now());
    let row = DeliveryRow {
        id: app.ids.id(tx.now()),
        lead_id: lead.id,
        recipient_id: recipient,
        state: <&str>::from(DeliveryState::Pushed).to_owned(),
        round: 1,
        rule: CONFIRMATION_RULE.to_owned(),
        calendar_version: clock.due.calendar_version,
        provisional: clock.due.provisional,
        pushed_at: now,
        due_on: clock.due.due_on.to_string(),
        due_at: micros(clock.due.due_at),
        expires_at: micros(clock.expires_at),
        paused_at: None,
        overdue_at: None,
        verdict: None,
        reason: None,
        test_purchases: None,
        answered_at: None,
        answered_by: None,
        late: false,
        attribution_allowed: false,
        info_question: None,
        info_answer: None,
        version: 1,
        created_at: now,
    };
    store::delivery_insert(tx, row.clone()).await?;
    let rows = delivery_audience(&facts.lead, &lead_audience(&facts.lead), recipient, false);
    audience::replace(tx, Kind::Delivery, store::delivery_keys(&row, lead.priority)?, &rows).await?;
    Ok(row)
}

/// A change of TLP or handling code.
#[derive(Debug, Clone)]
pub(crate) struct TlpChange {
    pub(crate) tlp: Tlp,
    pub(crate) handling_code: Option<HandlingCode>,
    pub(crate) reason: String,
    /// People to name, so that RED still has readers.
    pub(crate) name: Vec<Uuid>,
}

/// Changes a lead's TLP: raising it is always possible to those who share; those who no longer may see it lose sight at once.
///
/// # Errors
/// `TLP_CEILING` where the new TLP is wider than the viewer's role may open; `BAD_USER_INPUT` where RED would leave the
/// owner without a reader.
pub(crate) async fn change_tlp(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    change: TlpChange,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::ChangeTlp, &tx)?;
    let Loaded {
        mut lead, mut facts, ..
    } = loaded;
    if change.tlp < facts.lead.tlp && change.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    let reason = text("reason", &change.reason, 2_000)?;
    facts.lead.tlp = change.tlp;
    facts.lead.handling_code = change.handling_code.unwrap_or(facts.lead.handling_code);
    let (tlp, code) = super::create::marking(facts.lead.tlp, facts.lead.handling_code);
    tlp.clone_into(&mut lead.tlp);
    code.clone_into(&mut lead.handling_code);
    if !rules::admits_community(change.tlp) {
        lead.community = false;
    }
    let request = ShareRequest::default();
    for person in &change.name {
        apply(
            &tx,
            &mut facts,
            Grant::Person(*person),
            None,
            &audience::walls(tx.connection(), id).await?,
        )
        .await?;
        keep_grant(app, viewer, &tx, &lead, Grant::Person(*person), &request, Some(&reason)).await?;
    }
    if !keeps_a_reader(&tx, &facts).await? {
        return Err(ApiError::input(
            "namedPersonIds",
            "Name at least one active person of the owner.",
        ));
    }
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    let news = News::to_viewers(TimelineKind::TlpChanged).with(tlp);
    conclude(app, viewer, tx, lead, "changeLeadTlp", news).await
}

/// Whether at least one active person of the owner can still read the lead.
async fn keeps_a_reader(tx: &Tx, facts: &Facts) -> Result<bool> {
    let rows = lead_audience(&facts.lead);
    let owner = facts.lead.owner.organization;
    let readers = store::active_viewers(tx.connection()).await?;
    Ok(readers
        .iter()
        .filter(|reader| reader.organization == owner)
        .any(|reader| {
            let (principals, _) = reader.principals(Action::LeadRead, tx.now());
            rows.iter()
                .any(|row| row.valid_until.is_none_or(|until| until > tx.now()) && principals.contains(&row.principal))
        }))
}
