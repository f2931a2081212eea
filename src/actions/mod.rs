//! Offline actions: what law enforcement does at sites, with the team that prepares it, and what comes of it.
//!
//! ```text
//! PROPOSED → DECONFLICTING → PLANNED → APPROVED → SCHEDULED → IN_PROGRESS → EXECUTED → OUTCOME_RECORDED
//!      ↘ CANCELLED   ↘ POSTPONED (and back)                         ↘ ABORTED       → OUTCOME_VERIFIED → FOLLOW_UP → CLOSED
//! ```
//!
//! From its proposal on nobody but its team knows of an action, until it is released or its outcome is verified: its audience
//! is its team's people and nobody else (`permissions::embargo`, docs/adr/0042). When and where it is to be is compared with
//! the others; what meets goes to the desk and to those who lead one of the two, and stands in the way of a plan until it is
//! resolved.
//!
//! Always true: both sides approve, and neither does so for what it proposed; only law enforcement begins and ends an action;
//! whoever approved a plan approved what stands, because a change asks anew.
//!
//! What meets is the same place, part of a town or somebody whom both are about; of actions that are over their suspects are
//! compared, nobody's visit. That both go ahead is signed for when and where they are: where one of them moves, it lapses.
//!
//! An officer without an account may be let in: a guest (`crate::guests`), who is no viewer and has no row, and whose steps are
//! judged as those of an officer with an account are (docs/adr/0043).
//!
//! What came of an action is written down entry by entry and counts once somebody else has verified it (I13); corrections are
//! revisions, and none takes away what was written before. Who a suspect is, lies sealed. That goods were destroyed two people
//! say, with a certificate (I14). Sums never run over bases, currencies or units, and what brands bear of a cost sums to it.

mod commands;
pub mod graphql;
pub mod jobs;
mod mail;
mod paper;
pub mod rules;
mod store;

pub use mail::letter;
pub use paper::{DOCUMENT, print};

// Whom an event of ours may concern, and what a person's calendar shows.
pub(crate) use commands::{appointments, calls, is_news};
// What a shift hands over, and what becomes of a lead's walls.
pub(crate) use commands::{pass_desk, seen, walls_follow};
// What test purchases compare themselves with.
pub(crate) use commands::{Compared, compared, compared_near, place_hash, take_turn};

// What is open to officers without an account, and what they do.
pub use commands::{Guest, guest};
pub(crate) use commands::{attend_as_guest, guest_opened, origin_of_guest, report_as_guest};

// What the demo does as people do it through the graph.
pub(crate) use commands::{
    NewAction, NewMember, NewResult, NewSeizure, NewSuspect, NewValuation, advance, propose, record_result,
    record_seizure, record_suspect, submit_outcome, verify_outcome,
};
pub(crate) use store::Basis;
