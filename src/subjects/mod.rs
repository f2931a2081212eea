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

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::platform::{db::Connection, error::Result};

/// The lead of a subject that was not taken away.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn lead_of(connection: &impl Connection, subject: Uuid) -> Result<Option<Uuid>> {
    store::lead_of(connection, subject).await
}

/// Keyed hashes of what a subject is known by, and of what hangs together with it or is known by others of `known`: for comparing,
/// whoever may see it, and never to be shown.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn marks_around(
    connection: &impl Connection,
    subject: Option<Uuid>,
    known: &BTreeSet<String>,
) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let own: Vec<Uuid> = subject.into_iter().collect();
    let marks = store::hashes_of(connection, &own).await?;
    let all: BTreeSet<String> = marks.union(known).cloned().collect();
    let around = store::around(connection, &own, &all).await?;
    let network = store::hashes_of(connection, &around).await?;
    Ok((marks, network))
}

/// Where a subject is, and what hangs together with it or is known by others of `known`, as it was written, each with its country:
/// for comparing, whoever may see it, and never to be shown.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn places_around(
    connection: &impl Connection,
    subject: Option<Uuid>,
    known: &BTreeSet<String>,
) -> Result<BTreeSet<(String, String)>> {
    let mut subjects: Vec<Uuid> = subject.into_iter().collect();
    let marks = store::hashes_of(connection, &subjects).await?;
    let all: BTreeSet<String> = marks.union(known).cloned().collect();
    let around = store::around(connection, &subjects, &all).await?;
    subjects.extend(around);
    store::addresses_of(connection, &subjects).await
}

// What the demo does as people do it through the graph.
pub use commands::{NewIdentifier, NewLink, NewSubject, add, link};
