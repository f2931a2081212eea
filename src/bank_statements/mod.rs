//! Bank statements: what the bank says of a fund's account, beside what the ledger says.
//!
//! ```text
//! file ─▶ preview with a token ─▶ import: lines, each once ─▶ matched with entries ─▶ nothing left, or it is named
//! ```
//!
//! A statement is taken only where it follows from the one before it, and its lines lead from its opening balance to its closing
//! one. Lines and entries that are the same money are matched: by the service where reference and sum are the same, else by
//! a person. A match sums exactly, is never changed, and is taken back with a reason. What the ledger does not know becomes
//! suspense, by the rules of [`crate::funds`]; a period closes over no line that is open (docs/adr/0048).

mod commands;
mod files;
pub mod graphql;
pub mod rules;
mod store;

use uuid::Uuid;

// What the demo does as people do it through the graph.
pub(crate) use commands::{Sent, import, match_lines, preview, suspend, unmatch};
// Reconciliation in files, and a bank's own file.
pub(crate) use files::{File, FileKind, original, write};

use crate::platform::{db::Connection, error::Result};

/// How many lines of a fund are matched with nothing, so that its period does not close.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn open_lines(connection: &impl Connection, fund: Uuid) -> Result<u64> {
    store::open_count(connection, fund).await
}
