//! Samples: what was bought is evidence in somebody's hand, until it is said what became of it.
//!
//! ```text
//! received ─▶ in hand ─▶ RETAINED ─▶ DESTROYED     by two people, once the years are over and no hold is left
//!                │          └─▶ RETURNED, TRANSFERRED_TO_LE, ASSET
//!                └─▶ RETURNED, TRANSFERRED_TO_LE, ASSET
//! ```
//!
//! Each sample *is* a piece of evidence of the lead (`crate::evidence`): its chain of custody, seals, hand-overs by both hands,
//! legal holds and its destruction by two people are those of evidence (I14, I17, I18). Here stands what is of the purchase: its
//! number, what became of it, until when it is kept. A sample is seen by who sees the evidence, and by who inspects it: an
//! appraiser knows the sample and neither the piece of evidence nor the lead (docs/adr/0047).

mod commands;
pub mod graphql;
pub mod jobs;
mod label;
pub mod rules;
mod store;

use jiff::Timestamp;
use uuid::Uuid;

use self::rules::SampleDisposal;
use crate::{
    appraisals::{self, rules::CaseState},
    evidence,
    permissions::Viewer,
    platform::{
        db::{Connection, Sql, Tx},
        error::Result,
    },
};

// Whom an event of ours may concern, the label, and what who receives a purchase does.
pub(crate) use commands::{Disposed, calls, dispose, hand_over, is_news, label, take_over};
pub use commands::{Receipt, receive};
pub use store::SampleRow;
pub(crate) use store::SampleSight;

/// The samples of some purchases, by purchase and number, whoever may see them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn of_purchases(connection: &impl Connection, purchases: &[Uuid]) -> Result<Vec<SampleRow>> {
    store::samples_of_purchases(connection, purchases).await
}

/// Samples by their ids, whoever may see them, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<SampleRow>> {
    store::samples_by_ids(connection, ids).await
}

/// The samples of a lead, whoever may see them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn of_lead(connection: &impl Connection, lead: Uuid) -> Result<Vec<SampleRow>> {
    store::samples_of_lead(connection, lead).await
}

/// Whether every sample of a purchase is at its end: retained, returned, transferred, destroyed or an asset; and nobody
/// inspects one of them, or doubts what was found (I20). A purchase without samples has none that waits.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn all_ended(connection: &impl Connection, purchase: Uuid) -> Result<bool> {
    let rows = store::samples_of_purchases(connection, &[purchase]).await?;
    let pieces: Vec<Uuid> = rows.iter().map(|row| row.evidence_id).collect();
    let items = evidence::items(connection, &pieces).await?;
    for row in &rows {
        let item = items.iter().find(|item| item.id == row.evidence_id);
        if disposal_of(row, item)?.is_none() || appraisals::is_being_inspected(connection, row.id).await? {
            return Ok(false);
        }
    }
    let cases = appraisals::conclusion_of(connection, &[purchase]).await?;
    Ok(cases
        .values()
        .all(|case| matches!(case.state, CaseState::None | CaseState::Concluded)))
}

/// What became of a sample; what was destroyed as evidence is destroyed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) fn disposal_of(row: &SampleRow, item: Option<&evidence::ItemRow>) -> Result<Option<SampleDisposal>> {
    if item.is_some_and(|item| item.state == evidence::rules::EvidenceState::Destroyed.code()) {
        return Ok(Some(SampleDisposal::Destroyed));
    }
    row.disposal.as_deref().map(crate::platform::db::code).transpose()
}

/// A sample that the viewer sees and nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn locked(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<SampleRow> {
    store::sample_lock(tx, &SampleSight::of(viewer, tx.now()), id).await
}

/// Says whether a sample waits for its second, blind inspection.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn note_quality(tx: &Tx, id: Uuid, due: bool) -> Result<()> {
    store::quality_note(tx, id, due).await
}

/// The condition that somebody sees the sample whose id stands in a column.
pub(crate) fn seen(viewer: &Viewer, now: Timestamp, id: &str) -> Sql {
    store::seen(&SampleSight::of(viewer, now), id)
}

/// Whether somebody sees a sample.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees(connection: &impl Connection, viewer: &Viewer, now: Timestamp, id: Uuid) -> Result<bool> {
    let found = store::samples_seen(connection, &SampleSight::of(viewer, now), &[id]).await?;
    Ok(!found.is_empty())
}
