//! What can be done to referrals: one transaction each: authorise → load → decide → save → audit → publish.

mod answer;
mod check;
mod decide;
mod draft;
mod gather;
mod guest;
mod letters;
mod news;
mod open;
mod send;
mod sweep;

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    rules::{Course, ReferralState, ReferralStep, Side, Standing},
    store::{self, OfficerRef, Row, StepRow},
};
use crate::{
    agencies,
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    mail::{self, MailKind, NewMail},
    members::{self, OrganizationRow},
    permissions::{Action, Target, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::{self, IdKind},
    },
};

pub(crate) use answer::{Answer, answer, answer_information};
pub(super) use check::{Checked, check};
pub(crate) use decide::{approve, retract, return_it, submit, take_back, withdraw};
pub(crate) use draft::{Changes, NewReferral, create, update};
pub(super) use gather::gather;
pub(super) use guest::{GUEST, open_to};
pub use guest::{Guest, guest, officer_of_naming};
pub(crate) use guest::{answer_as_guest, open_as_guest, package_for_guest};
pub(crate) use letters::language_of;
pub(super) use letters::{Addressed, addressed};
pub(crate) use news::{calls, is_news};
pub(crate) use open::open;
pub use open::{PresentedPackage, fetch_package};
pub(crate) use send::send_due;
pub(super) use store::{Figures, ReferralQuery};
pub(crate) use sweep::sweep;

/// A referral that somebody sees, and how he or she stands to it.
pub(super) struct Loaded {
    pub(super) row: Row,
    pub(super) standing: Standing,
    /// The naming by which an officer sees it.
    pub(super) officer: Option<OfficerRef>,
}

/// Who acts: somebody with an account, an officer, or the service.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct By<'a> {
    pub(super) viewer: Option<&'a Viewer>,
    /// Of the directory, where an officer acts.
    pub(super) officer: Option<Uuid>,
}

impl<'a> By<'a> {
    fn of(viewer: &'a Viewer, officer: Option<OfficerRef>) -> Self {
        Self {
            viewer: Some(viewer),
            officer: officer.map(|named| named.officer),
        }
    }

    fn person(&self) -> Option<Uuid> {
        self.viewer.map(|viewer| viewer.person)
    }

    fn actor(&self) -> Actor<'a> {
        self.viewer.map_or(Actor::System, Actor::Person)
    }
}

/// The sight by which referrals are seen: that of the leads in them.
pub(super) fn sight(viewer: &Viewer, now: Timestamp) -> Sight {
    Sight::of(viewer, Action::LeadRead, now)
}

/// A referral that somebody sees, for a command: nobody else changes it until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at.
async fn load(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let row = store::referral_find_locked(tx, viewer, &sight(viewer, tx.now()), id).await?;
    let (standing, officer) = stand(tx.connection(), viewer, &row, tx.now()).await?;
    Ok(Loaded { row, standing, officer })
}

/// How somebody who sees a referral stands to it, and the naming by which an officer sees it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn stand(
    connection: &impl Connection,
    viewer: &Viewer,
    row: &Row,
    now: Timestamp,
) -> Result<(Standing, Option<OfficerRef>)> {
    if viewer.kind == OrganizationKind::LeAgency {
        let officer = naming(connection, viewer.person, row.id, now).await?;
        let answers = officer.is_some() && viewer.has(Action::ReferralReceive);
        let standing = Standing {
            side: if answers { Side::Agency } else { Side::Author },
            may_draft: false,
            may_approve: false,
            at_desk: false,
            wrote: false,
            sees_all: answers,
            reads_people: answers,
        };
        return Ok((standing, officer));
    }
    let parts = store::parts_of(connection, row.id).await?;
    let brands = store::concerned_brands(connection, &parts.leads, row.organization_id).await?;
    let evidence = Sight::of(viewer, Action::EvidenceRead, now);
    let content = store::content_seen(connection, (&sight(viewer, now), &evidence), &parts).await?;
    let standing = Standing {
        side: Side::Author,
        may_draft: may_draft(viewer, row.organization_id, &brands, now),
        may_approve: viewer.may(
            Action::ReferralApprove,
            Target {
                organization: row.organization_id,
                brands: &brands,
            },
            now,
        ),
        at_desk: viewer.is_at_desk(),
        wrote: row.author_id == viewer.person || row.submitted_by == Some(viewer.person),
        sees_all: content.has_all(&parts),
        reads_people: !content.has_people() || viewer.has(Action::PersonalDataRead),
    };
    Ok((standing, None))
}

/// Whether somebody may write a referral for an organisation about these of its brands. Where no brand of it is concerned, a
/// limit to some brands says nothing.
fn may_draft(viewer: &Viewer, organization: Uuid, brands: &[Uuid], now: Timestamp) -> bool {
    let brands = match brands {
        [] => viewer.brand_scope.as_deref().unwrap_or_default(),
        brands => brands,
    };
    viewer.may(Action::ReferralDraft, Target { organization, brands }, now)
}

/// The naming of an officer with an account, if the directory knows the officer as verified at this moment.
async fn naming(
    connection: &impl Connection,
    person: Uuid,
    referral: Uuid,
    now: Timestamp,
) -> Result<Option<OfficerRef>> {
    let named = store::officers_of(connection, &[referral]).await?;
    let ids: Vec<Uuid> = named.iter().map(|naming| naming.officer).collect();
    let officers = agencies::officers_by_ids(connection, &ids).await?;
    let own = officers
        .iter()
        .find(|officer| officer.person == Some(person) && officer.may_act_at(now));
    Ok(own.and_then(|own| named.into_iter().find(|naming| naming.officer == own.id)))
}

/// What a referral has come to.
pub(super) fn course(row: &Row) -> Result<Course> {
    Ok(Course {
        state: store::state_of(row)?,
        sent: row.sent_at.is_some(),
        retracted: row.retracted_at.is_some(),
        accepted: row.file_number.is_some(),
        extensions: row.decision_extensions,
    })
}

/// Moves the state by a step.
fn step(row: &mut Row, step: ReferralStep) -> Result<()> {
    let state = super::rules::next(store::state_of(row)?, step).ok_or(ErrorCode::TransitionNotAllowed)?;
    state.code().clone_into(&mut row.state);
    Ok(())
}

/// What happened: the verb of the log, the steps of the history and what was said to the last of them.
struct Happened<'a> {
    verb: &'static str,
    steps: &'a [ReferralStep],
    note: Option<String>,
    /// The event that tells of it, where people may have to be told.
    news: Option<&'static str>,
}

/// Saves, rewrites the audience, adds to the history, audits, tells and commits.
async fn finish(app: &App, tx: Tx, by: By<'_>, row: Row, expected: i32, happened: Happened<'_>) -> Result<Row> {
    let row = store::referral_update(&tx, row, expected).await?;
    store::rewrite_audience(&tx, &row).await?;
    let last = happened.steps.len().saturating_sub(1);
    for (at, step) in happened.steps.iter().enumerate() {
        let note = happened.note.clone().filter(|_| at == last);
        keep_step(app, &tx, by, row.id, *step, note).await?;
    }
    let leads = store::leads_of(tx.connection(), &[row.id]).await?;
    let lead = leads.first().map(|(_, lead)| *lead);
    if let (Some(kind), Some(lead)) = (happened.news, lead) {
        news::publish(app, &tx, kind, (row.id, lead), by.person()).await?;
    }
    let officer = by.officer.map(|officer| ids::encode(IdKind::Officer, officer));
    let detail = json!({ "reference": row.reference, "state": row.state, "version": row.version, "officer": officer });
    let proof = record(app, &tx, by, (happened.verb, row.id, lead), &detail).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Adds a step to the history.
async fn keep_step(
    app: &App,
    tx: &Tx,
    by: By<'_>,
    referral: Uuid,
    step: ReferralStep,
    note: Option<String>,
) -> Result<()> {
    let row = StepRow {
        id: app.ids.id(tx.now()),
        referral_id: referral,
        kind: step.code().to_owned(),
        at: micros(tx.now()),
        person_id: by.person(),
        officer_id: by.officer,
        note,
    };
    store::step_insert(tx, row).await
}

/// Writes the audit entry of an act on a referral; who does not see the lead behind it does not read it.
async fn record(
    app: &App,
    tx: &Tx,
    by: By<'_>,
    (verb, referral, lead): (&'static str, Uuid, Option<Uuid>),
    detail: &Value,
) -> Result<crate::platform::db::Recorded> {
    let mut act = Act::on(Category::Content, verb, IdKind::Referral, referral).with(detail);
    if let Some(lead) = lead {
        act = act.of_lead(lead);
    }
    audit::record(tx, app.ids.as_ref(), by.actor(), act).await
}

/// Queues the same mail to each officer whom a referral names: to the account where there is one, else to the address in the
/// directory, in the name of its author.
async fn mail_officers(app: &App, tx: &Tx, row: &Row, kind: MailKind) -> Result<()> {
    let named = store::officers_of(tx.connection(), &[row.id]).await?;
    mail_to(app, tx, row, kind, named).await
}

/// The same to those without an account alone: what the others are told in the portal.
async fn mail_guests(app: &App, tx: &Tx, row: &Row, kind: MailKind) -> Result<()> {
    let mut named = store::officers_of(tx.connection(), &[row.id]).await?;
    named.retain(|naming| naming.person.is_none());
    mail_to(app, tx, row, kind, named).await
}

async fn mail_to(app: &App, tx: &Tx, row: &Row, kind: MailKind, named: Vec<OfficerRef>) -> Result<()> {
    // Each has a moment of its own: a mail is known by person, kind and moment.
    for (at, naming) in (micros(tx.now())..).zip(named) {
        let mail = NewMail {
            person: naming.person.unwrap_or(row.author_id),
            kind,
            window_start: at,
            subject: Some(naming.id),
        };
        mail::enqueue(tx, app.ids.as_ref(), mail).await?;
    }
    Ok(())
}

/// The organisation that an agency is, and its time zone.
async fn agency_of(connection: &impl Connection, agency: Uuid) -> Result<(OrganizationRow, TimeZone)> {
    let row = members::organizations_by_ids(connection, &[agency]).await?.pop();
    let row = row.ok_or_else(|| ApiError::internal("a referral without its agency"))?;
    let zone = TimeZone::get(&row.time_zone).map_err(ApiError::internal)?;
    Ok((row, zone))
}

/// A page of the referrals that somebody sees, the latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, viewer: &Viewer, query: &ReferralQuery, args: &PageArgs) -> Result<Page<Row>> {
    store::referral_page(app.db.read(), viewer, &sight(viewer, app.now()), query, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer, query: &ReferralQuery) -> Result<u64> {
    store::referral_count(app.db.read(), viewer, &sight(viewer, app.now()), query).await
}

/// A referral that somebody sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<Row>> {
    store::referral_find(app.db.read(), viewer, &sight(viewer, app.now()), id).await
}

/// How many referrals came to what: of all organisations for who looks after the alliance, of the own one for its
/// administrators.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn figures(app: &App, viewer: &Viewer, span: (i64, i64)) -> Result<(Figures, bool)> {
    use crate::permissions::Scope;
    let of_all = viewer.scope(Action::ReferralFigures) == Scope::All;
    let due = jiff::SignedDuration::from_hours(24 * super::rules::FEEDBACK_DAYS);
    let due_before = app.now().checked_sub(due).map_err(ApiError::internal)?;
    let organization = (!of_all).then_some(viewer.organization);
    let found = store::figures(app.db.read(), organization, span, micros(due_before)).await?;
    Ok((found, !of_all))
}

/// Whether a referral was sent and not withdrawn: then its package may be looked at.
pub(super) fn is_open_package(row: &Row) -> Result<bool> {
    Ok(row.sent_at.is_some() && store::state_of(row)? != ReferralState::Withdrawn)
}
