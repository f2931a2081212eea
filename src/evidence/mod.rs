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

use uuid::Uuid;

use crate::platform::{db::Connection, error::Result};

// What the server asks for, the command line, and the demo as people do it through the graph.
pub use commands::{
    Content, Fault, Fetched, NewEvidence, NewTransfer, NotReceived, Presented, Report, Uploaded, attach, check_stored,
    confirm_transfer, fetch, keep_made, receive, send, stored_content, stored_file, take_upload, verify, write_made,
};

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
