//! Screening: what brands know, turned into leads. A listing goes in; out comes, for every brand it names, how likely it
//! infringes, with the reasons.
//!
//! ```text
//! listings ─▶ screened by what is in force ─▶ likely enough? ─no─▶ kept, and nothing else
//!                  ▲                              └─yes─▶ queue, or a lead by itself ─▶ the brand's owner, with a deadline
//!                  │                                        └─ confirmed ─▶ a lead              │
//!   a release ◀─ the next version ◀─ what was said of listings ◀────────────────────────────── verdict
//! ```
//!
//! Rules and models are versions that never change; which of them hold says a release, which never changes either, and every
//! result says by which version it came about. Who sees results: the people of the brand, and the desk; of what came in as a
//! lead, only those of them who see that lead.
//!
//! Invariants: nothing is screened for, and nothing becomes a lead, for a brand without a right in force, and nothing changes
//! without a recorded version and an entry in the log (I34); goods that say honestly what they are, and sellers whom the brand
//! stands by, never become a lead here.

pub mod cli;
mod commands;
pub mod graphql;
pub mod jobs;
pub mod nats;
pub mod rules;
mod store;

// What comes in by ingest is screened, too.
pub(crate) use commands::{Ingested, enqueue_ingested};

// Whom it concerns that a watched seller was met, and whether they see that.
pub(crate) use commands::{calls, is_news, sees};

/// That the viewer sees what was screened under an id, a column of a statement, as a condition of it.
#[must_use]
pub(crate) fn seen(viewer: &crate::permissions::Viewer, now: jiff::Timestamp, id: &str) -> crate::platform::db::Sql {
    let reach = store::Reach::of(viewer, crate::permissions::Action::ScreeningRead, now);
    store::screened_seen(&reach, id)
}

// What the demo does as people do it through the graph.
pub(crate) use commands::{NewOffer, NewPack, NewRelease, create_pack, release, screen_listings};
