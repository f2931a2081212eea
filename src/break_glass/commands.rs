//! Use cases of break-glass: one transaction each, and the reads behind the resolvers.

use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    rules::{self, BreakGlassRow, BreakGlassState, BreakGlassStep},
    store::{self, Within},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads::{self, Emergency, Opened},
    mail::{self, MailKind},
    members,
    permissions::{Action, Role, Viewer, viewer::OrganizationKind},
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

/// What is asked for.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// What the lead is called.
    pub reference: String,
    /// To whom it is to be opened.
    pub person: Uuid,
    /// For how long, in hours.
    pub hours: i32,
    /// Why.
    pub reason: String,
}

/// Asks that a lead be opened to a person; the desk is told at once. Whether there is such a lead is not looked at.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn ask(app: &App, viewer: &Viewer, key: &str, asked: Asked) -> Result<BreakGlassRow> {
    let tx = app.begin().await?;
    if !viewer.has(Action::BreakGlassAsk) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "askBreakGlass", key, &asked).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let row = store::request_by_id(tx.connection(), id).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let reader = members::viewer(tx.connection(), asked.person).await?;
    if !reader.is_some_and(|reader| rules::may_be_named(&reader)) {
        return Err(ApiError::input(
            "personId",
            "Name an active person outside of the secretariat who reads leads.",
        ));
    }
    let row = BreakGlassRow {
        id: app.ids.id(tx.now()),
        reference: rules::reference(&asked.reference)?,
        person: asked.person,
        reason: rules::reason(&asked.reason)?,
        hours: rules::hours(asked.hours)?,
        state: BreakGlassState::Asked,
        asked_by: viewer.person,
        asked_at: tx.now(),
        decided_by: None,
        decided_at: None,
        note: None,
        expires_at: None,
        lead: None,
        owner: None,
        version: 1,
    };
    store::request_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let officers = members::officers(tx.connection()).await?;
    let others: Vec<Uuid> = officers
        .iter()
        .map(|officer| officer.id)
        .filter(|officer| *officer != viewer.person)
        .collect();
    mail::notify_all(&tx, app.ids.as_ref(), &others, MailKind::BreakGlassAsked, row.id).await?;
    let detail = json!({ "reference": row.reference, "hours": row.hours, "reason": row.reason });
    let act = Act::on(Category::Security, "askBreakGlass", IdKind::Glass, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Decides a request: where it is approved and there is such a lead, the lead is open to the person from now on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT` where the person could
/// not be named any more.
pub async fn decide(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    approve: bool,
    note: Option<&str>,
) -> Result<BreakGlassRow> {
    let step = if approve {
        BreakGlassStep::Approve
    } else {
        BreakGlassStep::Decline
    };
    let (tx, mut row) = load(app, viewer, id, expected, step).await?;
    row.decided_by = Some(viewer.person);
    row.decided_at = Some(tx.now());
    row.note = rules::note(note)?;
    if approve {
        open(app, viewer, &tx, &mut row).await?;
    }
    finish(app, tx, viewer, "decideBreakGlass", row, Category::Content).await
}

/// Opens the lead, where there is one, and tells those who have to know.
async fn open(app: &App, viewer: &Viewer, tx: &Tx, row: &mut BreakGlassRow) -> Result<()> {
    let reader = members::viewer(tx.connection(), row.person).await?;
    if !reader.is_some_and(|reader| rules::may_be_named(&reader)) {
        return Err(ApiError::input("id", "This person cannot read leads any more."));
    }
    let lasts = SignedDuration::from_hours(row.hours.into());
    let until = tx.now().checked_add(lasts).map_err(ApiError::internal)?;
    row.expires_at = Some(until);
    let emergency = Emergency {
        id: row.id,
        reference: &row.reference,
        person: row.person,
        until,
        reason: &row.reason,
    };
    let opened = leads::open_in_emergency(app, viewer, tx, emergency).await?;
    let mut told = auditors(tx).await?;
    if let Some(Opened { lead, owner }) = opened {
        (row.lead, row.owner) = (Some(lead), Some(owner));
        told.extend(administrators(tx, owner).await?);
        told.push(row.person);
    }
    told.sort_unstable();
    told.dedup();
    mail::notify_all(tx, app.ids.as_ref(), &told, MailKind::BreakGlassOpened, row.id).await
}

async fn auditors(tx: &Tx) -> Result<Vec<Uuid>> {
    let organizations = members::active_organizations(tx.connection(), &[OrganizationKind::Auditor]).await?;
    let organizations: Vec<Uuid> = organizations.iter().map(|row| row.id).collect();
    of_role(tx, &organizations, Role::Au).await
}

async fn administrators(tx: &Tx, owner: Uuid) -> Result<Vec<Uuid>> {
    of_role(tx, &[owner], Role::Ma).await
}

async fn of_role(tx: &Tx, organizations: &[Uuid], role: Role) -> Result<Vec<Uuid>> {
    let people = members::active_people_of(tx.connection(), organizations).await?;
    let holders = people.into_iter().filter(|person| person.roles.contains(&role));
    Ok(holders.map(|person| person.id).collect())
}

/// Takes a request back before it is decided.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub async fn withdraw(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<BreakGlassRow> {
    let (tx, row) = load(app, viewer, id, expected, BreakGlassStep::Withdraw).await?;
    finish(app, tx, viewer, "withdrawBreakGlass", row, Category::Security).await
}

/// Ends what was opened before its time: the person loses sight at once.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub async fn end(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<BreakGlassRow> {
    let (tx, row) = load(app, viewer, id, expected, BreakGlassStep::End).await?;
    if let Some(lead) = row.lead {
        leads::close_emergency(app, viewer, &tx, id, lead).await?;
    }
    finish(app, tx, viewer, "endBreakGlass", row, Category::Content).await
}

/// A request that the viewer sees, with the state after a step.
async fn load(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    step: BreakGlassStep,
) -> Result<(Tx, BreakGlassRow)> {
    let tx = app.begin().await?;
    let found = store::request_by_id(tx.connection(), id).await?;
    let mut row = found
        .filter(|row| row.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)?;
    row.state = row.step(viewer, step, tx.now())?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok((tx, row))
}

/// Saves, writes the audit entry and commits. What tells whether there is such a lead is content: the administrators of the
/// secretariat, who ask, do not read it in the log.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    mut row: BreakGlassRow,
    category: Category,
) -> Result<BreakGlassRow> {
    store::request_save(&tx, &row).await?;
    row.version += 1;
    let state: &str = row.state.into();
    let detail = json!({ "reference": row.reference, "state": state, "note": row.note });
    let mut act = Act::on(category, mutation, IdKind::Glass, row.id).with(&detail);
    if let Some(lead) = row.lead {
        act = act.of_lead(lead);
    }
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// A page of the requests that the viewer sees, the first one first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, viewer: &Viewer, args: &PageArgs) -> Result<Page<BreakGlassRow>> {
    store::request_page(app.db.read(), Within::of(viewer), args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer) -> Result<u64> {
    store::request_count(app.db.read(), Within::of(viewer)).await
}

/// A request that the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<BreakGlassRow>> {
    let found = store::request_by_id(app.db.read(), id).await?;
    Ok(found.filter(|row| row.is_seen_by(viewer)))
}

/// The request of an id, whoever asks: for the mails about it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn request(app: &App, id: Uuid) -> Result<Option<BreakGlassRow>> {
    store::request_by_id(app.db.read(), id).await
}
