//! Exports: files of leads that somebody asked for, and leads on paper.
//!
//! ```text
//! QUEUED → RUNNING ─┬→ DONE      a file, for a day
//!    │        │     └→ FAILED
//!    └────────┴→ CANCELLED
//! ```
//!
//! Always true: a file holds what its person saw at the moment at which each part of it was written, and nothing else; what
//! stands in it was noted as shown before. It is given to that person alone, by an address that is good for minutes and
//! dies with the session; and only while that person still sees every lead in it. RED leads are in it only where they were
//! asked for. Its first row says how far it may travel, and so does each row for itself.
//!
//! A file is a table, a bundle of STIX 2.1 or events of MISP. An archive is all that an organisation has, for its administrators;
//! it asks for the password and is kept for three days.

mod archive;
mod commands;
mod draft;
mod exchange;
pub mod graphql;
pub mod jobs;
mod paper;
mod rules;
mod sheet;
mod store;
mod writing;

pub use commands::{Download, download};
pub use paper::{DOCUMENT, Paper, print};
pub use rules::ExportFormat;
pub(crate) use rules::harmless;
// What the demo does as the worker does.
pub(crate) use writing::write;

/// Asks for everything of a person's organisation in one file, as the person does through the graph: for the demo.
///
/// # Errors
/// `FORBIDDEN`, `SIGN_IN_FAILED`, `RATE_LIMITED`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn ask_for_archive(
    app: &crate::app::App,
    viewer: &crate::permissions::Viewer,
    key: &str,
    password: &str,
) -> crate::platform::error::Result<()> {
    let caller = crate::sessions::Caller::default();
    commands::create_archive(app, &caller, viewer, key, password)
        .await
        .map(drop)
}
