//! What can be done to test purchases: one transaction each: authorise → load → decide → save → audit → publish.

mod assign;
mod clash;
mod decide;
mod identity;
mod news;
mod order;
mod receive;
mod remind;
mod request;
mod settle;
mod standing;
mod statistics;
mod terms;
mod top_up;

use serde_json::Value;
use uuid::Uuid;

use super::{
    rules::{EvidenceRole, PurchaseEventKind, PurchaseSight, PurchaseState, PurchaseStep, Standing},
    store::{self, PurchaseRow},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{self, rules::EvidenceKind},
    permissions::Viewer,
    platform::{
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

pub(super) use assign::{Warning, warnings, warnings_of};
pub(crate) use assign::{assign, buyers, hand_over, reassign};
pub(super) use clash::may_resolve;
pub(crate) use clash::{actions_held_back, meet_action, resolve};
pub(crate) use decide::{approve, cancel, reject};
pub(crate) use identity::{Identity, NewIdentity, reveal};
pub(crate) use news::{calls, is_news};
pub(crate) use order::{NewOrder, order};
pub(crate) use receive::{NewFailure, NewReceipt, fail, receive, ship, waive};
pub(super) use remind::remind;
pub(super) use request::{Funding, funding};
pub(crate) use request::{NewRequest, request};
pub(crate) use settle::{hold_expired, refunded, take, take_to_end};
pub use settle::{settle, was_appraised, went_to_appraisal};
pub(super) use standing::standings;
pub(super) use statistics::{Asked, Statistics, statistics};
pub(super) use terms::{TermsStanding, may_set_terms, terms};
pub(crate) use terms::{set_terms, terms_at};
pub(crate) use top_up::{approve_top_up, ask_top_up, refuse_top_up};

/// A purchase loaded for a command: the viewer sees it, and nobody changes it until the transaction ends.
struct Loaded {
    row: PurchaseRow,
    standing: Standing,
}

/// Loads a purchase that the viewer sees, to change it.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at; nobody waits for, or holds up, what is not visible.
async fn load(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let row = store::purchase_lock_seen(tx, &PurchaseSight::of(viewer, tx.now()), id).await?;
    let rows = [row];
    let mut found = standings(tx.connection(), viewer, &rows, tx.now()).await?;
    let [row] = rows;
    let standing = found.remove(&id).ok_or(ErrorCode::NotFound)?;
    Ok(Loaded { row, standing })
}

/// [`load`] for what ends a purchase: from then on it meets no action, nor one that is being compared with it at this moment.
///
/// # Errors
/// As [`load`].
async fn load_to_end(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    clash::take_turn(tx).await?;
    load(tx, viewer, id).await
}

impl Loaded {
    /// Authorises a step, and compares the version; gives where it leads.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`.
    fn step(&self, step: PurchaseStep, expected: i32) -> Result<PurchaseState> {
        let state = self.standing.step(step)?;
        match self.row.version == expected {
            true => Ok(state),
            false => Err(ErrorCode::StaleVersion.into()),
        }
    }
}

/// What a command did.
struct Done<'a> {
    mutation: &'static str,
    kind: PurchaseEventKind,
    note: Option<String>,
    detail: &'a Value,
}

/// Saves a purchase, writes down what happened, tells those whom it concerns, writes the audit entry and commits.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, row: PurchaseRow, done: Done<'_>) -> Result<Uuid> {
    let row = moved(app, &tx, Some(viewer.person), row, done.kind, done.note).await?;
    commit(app, tx, viewer, &row, done.mutation, done.detail).await
}

/// Saves a purchase, writes down what happened and tells those whom it concerns.
async fn moved(
    app: &App,
    tx: &Tx,
    by: Option<Uuid>,
    row: PurchaseRow,
    kind: PurchaseEventKind,
    note: Option<String>,
) -> Result<PurchaseRow> {
    let row = store::purchase_save(tx, row).await?;
    store::event_insert(tx, app.ids.id(tx.now()), row.id, kind, (by, note)).await?;
    news::publish(app, tx, &row, kind, by).await?;
    Ok(row)
}

/// Writes the audit entry and commits.
async fn commit(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    row: &PurchaseRow,
    mutation: &'static str,
    detail: &Value,
) -> Result<Uuid> {
    let act = Act::on(Category::Content, mutation, IdKind::Purchase, row.id)
        .of_lead(row.lead_id)
        .with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}

/// Sets where a purchase stands.
fn put(row: &mut PurchaseRow, state: PurchaseState) {
    state.code().clone_into(&mut row.state);
}

/// Where a purchase stands.
fn state_of(row: &PurchaseRow) -> Result<PurchaseState> {
    code(&row.state)
}

/// The kinds of pieces of the lead's evidence that the viewer sees and that are kept as they were, each under its field.
///
/// # Errors
/// `BAD_USER_INPUT` at the field of the first one that is none.
async fn pieces(
    tx: &Tx,
    viewer: &Viewer,
    row: &PurchaseRow,
    named: &[(&'static str, Uuid, EvidenceRole)],
) -> Result<Vec<EvidenceKind>> {
    let ids: Vec<Uuid> = named.iter().map(|(_, id, _)| *id).collect();
    let seen = evidence::pieces(tx.connection(), viewer, tx.now(), &ids).await?;
    let kind = |(field, id, _): &(&'static str, Uuid, EvidenceRole)| {
        let found = seen.iter().find(|piece| piece.id == *id && piece.lead == row.lead_id);
        let found = found.filter(|piece| piece.is_held);
        found
            .map(|piece| piece.kind)
            .ok_or_else(|| ApiError::input(field, "The lead has no such evidence."))
    };
    named.iter().map(kind).collect()
}
