//! Evidence: what is kept of a lead so that it can be proved later, and the account of everybody who had it.
//!
//! ```text
//! POST /files ─▶ upload ── attachEvidence ──▶ HELD ──▶ DESTROYED   asked by one person, decided by another
//!                  │                            └────▶ QUARANTINED its bytes are not what they were
//!                  └── nobody attached it: gone after some hours
//! ```
//!
//! Invariants: stored bytes never change, and are compared with their hash at every read (I16); the custody of a piece is a
//! chain of hashes without a gap, insert-only in the database (I17); nothing under legal hold is disposed of (I18); a piece is
//! seen through its audience rows, always a subset of its lead's (I21–I23); opening what is RED or AMBER+STRICT says what for
//! (I38). Bytes lie in `platform::files`, once however often the same ones are brought. Certificates of rights lie there, too:
//! what is no evidence takes uploads and reads stored bytes by the same rules (`commands/stored.rs`).

mod commands;
pub mod graphql;
pub mod jobs;
mod rendering;
pub mod rules;
mod store;

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    audience::Sight,
    permissions::{Action, Viewer},
    platform::{
        db::{Connection, code},
        error::Result,
    },
};

// What the server asks for, the command line, and the demo as people do it through the graph.
pub use commands::{
    Content, Fault, Fetched, KeptReport, NewEvidence, NewTransfer, NotReceived, Presented, Report, Uploaded, attach,
    check_stored, confirm_transfer, fetch, is_as_kept, keep_made, kept_content, receive, send, stored_content,
    stored_file, take_upload, verify, write_made,
};

// What samples, which are pieces of evidence, do with them.
pub(crate) use commands::{
    CustodyAct, NewSample, dispose_of, hand_over, keep_sample, record_by_hand, take_back, take_over, turn_away,
};
pub(crate) use store::{ItemRow, TransferRow};

/// Pieces by their ids, whoever may see them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn items(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<ItemRow>> {
    store::items_by_ids(connection, ids).await
}

/// The hand-overs of some pieces that wait for the other hand, whoever may see them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn transfers_waiting(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<TransferRow>> {
    store::transfers_open(connection, ids).await
}

/// What others may know of a piece that somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its id.
    pub(crate) id: Uuid,
    /// Its lead.
    pub(crate) lead: Uuid,
    /// What it is.
    pub(crate) kind: rules::EvidenceKind,
    /// Whether it is kept as it was.
    pub(crate) is_held: bool,
}

/// Those of some pieces that somebody sees, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn pieces(
    connection: &impl Connection,
    viewer: &Viewer,
    now: Timestamp,
    ids: &[Uuid],
) -> Result<Vec<Piece>> {
    let sight = Sight::of(viewer, Action::EvidenceRead, now);
    let rows = store::items_seen(connection, &sight, ids).await?;
    let piece = |row: store::ItemRow| {
        Ok(Piece {
            id: row.id,
            lead: row.lead_id,
            is_held: store::state_of(&row)? == rules::EvidenceState::Held,
            kind: code(&row.kind)?,
        })
    };
    rows.into_iter().map(piece).collect()
}

/// The pieces of some leads that the viewer's organisation added, as far as the viewer sees them, the first one first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn collected(
    connection: &impl Connection,
    viewer: &Viewer,
    now: Timestamp,
    leads: &[Uuid],
) -> Result<Vec<ItemRow>> {
    let sight = Sight::of(viewer, Action::EvidenceRead, now);
    let mut rows = store::items_seen_of(connection, &sight, leads).await?;
    rows.retain(|row| row.organization_id == viewer.organization);
    Ok(rows)
}

/// Both hands of the hand-over of a piece that waits, each with its organisation, whoever may see it; none where none waits.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn hands(connection: &impl Connection, evidence: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    let open = store::transfers_open(connection, &[evidence]).await?;
    let hands = open.into_iter().flat_map(|row| {
        [
            (row.from_id, row.from_organization_id),
            (row.to_id, row.to_organization_id),
        ]
    });
    Ok(hands.collect())
}

/// The hand-over of a piece that waits for the other hand, whoever may see it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn open_transfer(connection: &impl Connection, evidence: Uuid) -> Result<Option<Uuid>> {
    let open = store::transfers_open(connection, &[evidence]).await?.pop();
    Ok(open.map(|row| row.id))
}
