//! What an organisation and a person note of a lead for themselves: who is on it, and that it is watched.
//!
//! Neither gives sight, nor is either told to another organisation (invariant I30): no entry of the timeline says so, and
//! the event that tells the assignee is for nobody else.

use serde_json::json;
use uuid::Uuid;

use super::{load, load_locked, people::assignable_among};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads::store::{self, LeadRow},
    outbox::{self, NewEvent},
    permissions::{Action, Viewer},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
};

/// The kind of the event that tells an assignee.
pub(super) const ASSIGNED: &str = "ASSIGNED";

/// Puts a person of the viewer's organisation on a lead, or nobody. Who is on it watches it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`; `BAD_USER_INPUT` where the person is no colleague who sees the lead, whether or
/// not there is such a person.
pub(crate) async fn assign(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    person: Option<Uuid>,
) -> Result<LeadRow> {
    assign_within(app, app.begin().await?, viewer, (id, expected), person).await
}

/// [`assign`] within a transaction.
pub(super) async fn assign_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    person: Option<Uuid>,
) -> Result<LeadRow> {
    let loaded = load_locked(&tx, viewer, id).await?;
    may_follow(viewer)?;
    if let Some(person) = person {
        let found = assignable_among(tx.connection(), viewer, &loaded, &[person], tx.now()).await?;
        if found.is_empty() {
            return Err(ApiError::input(
                "personId",
                "Choose somebody of your organisation who sees this lead.",
            ));
        }
    }
    store::assignment_save(&tx, (id, viewer.organization), person, viewer.person, expected).await?;
    if let Some(person) = person {
        store::watch_begin(&tx, id, person).await?;
        if person != viewer.person {
            tell_assignee(app, &tx, id, person).await?;
        }
    }
    let detail = json!({ "person": person.map(|person| ids::encode(IdKind::Person, person)) });
    let act = Act::on(Category::Content, "assignLead", IdKind::Lead, id)
        .of_lead(id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(loaded.lead)
}

async fn tell_assignee(app: &App, tx: &Tx, lead: Uuid, person: Uuid) -> Result<()> {
    let event = NewEvent {
        kind: ASSIGNED,
        root: lead,
        object: lead,
        principals: Vec::new(),
        payload: json!({ "person": ids::encode(IdKind::Person, person) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Watches a lead, once or again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn watch(app: &App, viewer: &Viewer, id: Uuid) -> Result<LeadRow> {
    set_watching(app, viewer, id, true).await
}

/// Watches a lead no longer, whatever the viewer does on it later.
///
/// # Errors
/// As [`watch`].
pub(crate) async fn unwatch(app: &App, viewer: &Viewer, id: Uuid) -> Result<LeadRow> {
    set_watching(app, viewer, id, false).await
}

async fn set_watching(app: &App, viewer: &Viewer, id: Uuid, active: bool) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let loaded = load(tx.connection(), viewer, id, tx.now()).await?;
    may_follow(viewer)?;
    store::watch_set(&tx, id, viewer.person, active).await?;
    let mutation = if active { "watchLead" } else { "unwatchLead" };
    let act = Act::on(Category::Content, mutation, IdKind::Lead, id).of_lead(id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(loaded.lead)
}

fn may_follow(viewer: &Viewer) -> Result<()> {
    match viewer.has(Action::LeadFollow) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// Makes whoever acts on a lead watch it, where it may follow leads and never said otherwise.
pub(super) async fn begin_watching(tx: &Tx, viewer: &Viewer, lead: Uuid) -> Result<()> {
    match viewer.has(Action::LeadFollow) {
        true => store::watch_begin(tx, lead, viewer.person).await,
        false => Ok(()),
    }
}
