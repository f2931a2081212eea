//! Blind matches: two organisations learn that they know the same identifier, and nothing else of each other.
//!
//! ```text
//! each of the two for itself:   NEW ─propose→ PROPOSED ─agree→ WAITING ─┐
//!                                ├─decline→ DECLINED                    ├ both: CONTACT
//!                                └ a proposal or a wish lapses after a month; withdraw takes it back
//! ```
//!
//! A job reads the committed events, notes which identifiers may have something new in common ([`compare`]) and compares
//! their keyed hashes over all owners that take part. Where neither of two sees the other's leads, both are told in one
//! transaction, with the same words: kind, strength, a bucket of the number of leads. Who the other is they learn only once
//! two people of each, one of them an administrator, have asked for it.
//!
//! Always true: only graded leads count, RED and people's papers only where the owner said so of the lead; no organisation
//! learns of what stands behind a wall; a match that does not hold any more is shown to nobody; silence, "not now" and a
//! lapsed wish look the same to the other side; the ids by which the two know a match are two.

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

pub use jobs::compare;
pub use rules::MatchRow;

// Whom an event of ours may concern.
pub(crate) use commands::{calls, is_news};

// What the demo does as people do it through the graph.
pub(crate) use commands::{answer, matches_of};
