//! Writing a hand-over, and taking one over.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    rules::{self, HandOverRow, MOST_ACTIONS, MOST_REFERENCES, Reference},
    store,
};
use crate::{
    actions,
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
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

pub(super) use store::HandOverQuery;

/// A hand-over to be.
#[derive(Debug, Clone, Serialize)]
pub struct NewHandOver {
    /// Where the shift ends.
    pub from_zone: String,
    /// Where the next one begins.
    pub to_zone: String,
    /// The words.
    pub body: String,
    /// Leads it is about.
    pub leads: Vec<Uuid>,
    /// Deliveries it is about.
    pub deliveries: Vec<Uuid>,
    /// Open offline actions it is about.
    pub actions: Vec<Uuid>,
    /// Who takes the author's place at the desk of these.
    pub desk_to: Option<Uuid>,
}

/// Leaves a note to the next shift of the viewer's organisation, and with it the place at the desk of actions where somebody is
/// named who takes it.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`; `NOT_FOUND` where it refers to what the viewer does not see;
/// `TRANSITION_NOT_ALLOWED` where it is about an action that is over.
pub async fn create(app: &App, viewer: &Viewer, key: &str, new: NewHandOver) -> Result<HandOverRow> {
    let tx = app.begin().await?;
    if !viewer.has(Action::LeadFollow) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createHandOver", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().unwrap_or_default();
            return readable(&tx, viewer, id).await;
        }
    };
    let row = HandOverRow {
        id: app.ids.id(tx.now()),
        organization: viewer.organization,
        author: viewer.person,
        from_zone: rules::zone("fromZone", &new.from_zone)?,
        to_zone: rules::zone("toZone", &new.to_zone)?,
        body: rules::body(&new.body)?,
        references: references(&tx, viewer, &new).await?,
        actions: open_actions(&tx, viewer, &new.actions).await?,
        created_at: tx.now(),
        acknowledged: None,
        version: 1,
    };
    store::hand_over_insert(&tx, &row).await?;
    if let Some(to) = new.desk_to {
        Box::pin(actions::pass_desk(app, &tx, viewer, &row.actions, to)).await?;
    }
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "references": row.references.len() });
    finish(app, tx, viewer, ("createHandOver", row.id), &detail).await?;
    Ok(row)
}

/// What a hand-over refers to, all of it seen by its author, in the order that was given.
async fn references(tx: &Tx, viewer: &Viewer, new: &NewHandOver) -> Result<Vec<Reference>> {
    if new.leads.len() + new.deliveries.len() > MOST_REFERENCES {
        let text = format!("Refer to at most {MOST_REFERENCES} leads and deliveries.");
        return Err(ApiError::input("leadIds", text));
    }
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let leads = store::leads_seen(tx.connection(), &sight, &new.leads).await?;
    let deliveries = store::deliveries_seen(tx.connection(), &sight, &new.deliveries).await?;
    let mut references = Vec::new();
    for lead in &new.leads {
        if !leads.contains(lead) {
            return Err(ApiError::not_found());
        }
        references.push(Reference {
            lead: *lead,
            delivery: None,
        });
    }
    for delivery in &new.deliveries {
        let lead = deliveries.get(delivery).ok_or_else(ApiError::not_found)?;
        references.push(Reference {
            lead: *lead,
            delivery: Some(*delivery),
        });
    }
    Ok(references)
}

/// The actions that a hand-over is about, each once: the author sees them, and they are not over.
async fn open_actions(tx: &Tx, viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    if ids.len() > MOST_ACTIONS {
        let text = format!("Refer to at most {MOST_ACTIONS} actions.");
        return Err(ApiError::input("actionIds", text));
    }
    let seen = actions::seen(tx.connection(), viewer, ids, tx.now()).await?;
    let mut kept: Vec<Uuid> = Vec::with_capacity(ids.len());
    for id in ids {
        match seen.get(id) {
            None => return Err(ApiError::not_found()),
            Some(false) => return Err(ErrorCode::TransitionNotAllowed.into()),
            Some(true) if kept.contains(id) => {}
            Some(true) => kept.push(*id),
        }
    }
    Ok(kept)
}

/// Takes a hand-over over: whoever does has read it.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where somebody did before, `FOUR_EYES` for its author.
pub async fn acknowledge(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<HandOverRow> {
    let tx = app.begin().await?;
    let row = readable(&tx, viewer, id).await?;
    if row.author == viewer.person {
        return Err(ErrorCode::FourEyes.into());
    }
    if row.acknowledged.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    store::hand_over_take(&tx, &row, viewer.person).await?;
    let row = readable(&tx, viewer, id).await?;
    finish(app, tx, viewer, ("acknowledgeHandOver", id), &json!({})).await?;
    Ok(row)
}

async fn readable(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<HandOverRow> {
    let found = store::hand_over_by_id(tx.connection(), id).await?;
    found
        .filter(|row| row.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)
}

async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (mutation, id): (&'static str, Uuid),
    detail: &serde_json::Value,
) -> Result<()> {
    let act = Act::on(Category::Content, mutation, IdKind::HandOver, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// A page of the hand-overs of the viewer's organisation, latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, query: HandOverQuery, args: &PageArgs) -> Result<Page<HandOverRow>> {
    store::hand_over_page(app.db.read(), query, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, query: HandOverQuery) -> Result<u64> {
    store::hand_over_count(app.db.read(), query).await
}

/// A hand-over that the viewer reads.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<HandOverRow>> {
    let found = store::hand_over_by_id(app.db.read(), id).await?;
    Ok(found.filter(|row| row.is_seen_by(viewer)))
}
