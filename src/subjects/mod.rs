//! Subjects: who and what stands behind leads, what they are known by, and what ties them.
//!
//! A subject is what one lead says of one person, company, shop, account, site, vehicle or domain. It belongs to that lead
//! and is seen with it; a person only by those to whom the lead is open with the personal data in it, and in clear only
//! for a purpose that is logged. The same maker in two leads is two subjects. They meet by what they are known by: equal
//! normalised identifiers, each match with the rule that made it. Networks are put together for each viewer from what
//! that viewer sees, when they are asked for; nothing is stored that could tell of what is hidden (docs/adr/0030).
//!
//! Invariants: nothing a viewer does not see joins two things the viewer sees (I22); a national id is never kept in clear;
//! what an organisation notes for itself never reaches another (I30); a person's data have a purpose, a legal basis and a
//! day on which they are forgotten (I39).

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

// What others compare by.
pub(crate) use commands::tie_of;

// What the demo does as people do it through the graph.
pub use commands::{NewIdentifier, NewLink, NewSubject, add, link};
