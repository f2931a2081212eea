//! Referrals: packages of leads that go to named officers of a law-enforcement agency, and what becomes of them.
//!
//! ```text
//! DRAFT ─submit→ PENDING_APPROVAL ─approve→ APPROVED ─the service freezes and sends→ SENT ─→ RECEIVED ─→ UNDER_REVIEW
//!   ↑  take back, return ┘   another person        ┘ what cannot be sent any more            ⇄ INFO_REQUESTED
//!                                                                                ACCEPTED | DECLINED ─feedback→ CLOSED
//! ```
//!
//! What is sent is frozen: a manifest in one canonical form and a PDF, each with its hash, in a table that takes no change. It
//! holds what its author chose of leads that he or she sees. The agency sees the package, never the leads behind it, and by the
//! officers whom it names alone. On its author's side a referral is seen by who is in its audience *and sees every lead in it at
//! that moment*: whoever loses a lead loses what was made of it (docs/adr/0040).
//!
//! Invariants: who wrote it or handed it in never approves it (I12); a right that is not in force where and when it is cited
//! blocks it, at each of the three steps to the agency (I34); personal data that are stored in China go to an agency elsewhere
//! only with the reference of an approval (I40); each opening of a package says what for and is logged (I38); what is taken back,
//! be it the referral or a lead in it, reaches every officer who had it (I35).

mod commands;
pub mod graphql;
pub mod jobs;
mod mail;
mod paper;
pub mod rules;
mod store;

use uuid::Uuid;

use crate::{
    audience::Sight,
    permissions::Viewer,
    platform::{
        db::{Connection, Sql},
        error::Result,
    },
};

// What the server hands out.
pub use commands::{PresentedPackage, fetch_package};
pub use mail::letter;

// What guests come in by, and what is open to them.
pub use commands::{Guest, guest, officer_of_naming};
pub(crate) use commands::{answer_as_guest, language_of, open_as_guest, package_for_guest};

// Whom an event of ours may concern.
pub(crate) use commands::{calls, is_news};

// What the demo does as people do it through the graph.
pub(crate) use commands::{Answer, Changes, NewReferral, answer, approve, create, send_due, submit, update};

/// The leads of some referrals: referral and lead, whoever may see them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn leads_of(connection: &impl Connection, referrals: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    store::leads_of(connection, referrals).await
}

/// The condition that somebody sees the referral whose id stands in a column; the sight is that of reading leads.
pub(crate) fn seen(viewer: &Viewer, sight: &Sight, id: &str) -> Sql {
    store::seen(viewer, sight, id)
}

/// Whether somebody sees a referral.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sees(connection: &impl Connection, viewer: &Viewer, sight: &Sight, id: Uuid) -> Result<bool> {
    Ok(store::referral_find(connection, viewer, sight, id).await?.is_some())
}
