//! Leads: what points to an infringement, and the deliveries by which each recipient answers in private.
//!
//! ```text
//! DRAFT → SUBMITTED → TRIAGED ─→ SHARED ⇄ RESOLVED        any → RETRACTED
//!                        └→ REJECTED, MERGED
//! ```
//!
//! Invariants: a viewer sees a lead, item, delivery, comment or entry only through its audience rows (I21–I23); only the
//! transitions of [`rules::next`] and [`rules::next_delivery`] happen, each with a version check, an audit entry and one
//! event (I31); every deadline stores its rule and calendar version and is never moved earlier (I32).

mod commands;
pub mod graphql;
pub(crate) mod imported;
pub mod jobs;
pub mod listing_url;
mod mail;
pub mod rules;
mod sightings;
mod store;

pub use mail::retraction;
pub use sightings::Sightings;
// What comes in by machines, where one of several at once is the first.
pub(crate) use commands::create_once;
// What a mail tells somebody of, or the demo.
pub(crate) use commands::note_told;
// What is decided without seeing the lead.
pub(crate) use commands::{Emergency, Opened, close_emergency, open_in_emergency};

// What subjects, which are parts of a lead, need of it.
pub(crate) use commands::{Host, host, index_subject, open_subject, tell_of_subject, unindex_subject};
pub(crate) use store::{Texts, evidence_texts, subject_texts};

// What evidence, which is a part of a lead, needs of it.
pub(crate) use commands::{
    EvidenceNews, EvidenceOf, lead_for_evidence, lead_of_evidence, lead_of_evidence_locked, must_be_seen_by,
    note_shown, open_evidence, tell_of_evidence,
};

// What test purchases need of a lead.
pub(crate) use commands::{ToBuy, sees_subject, tell_of_purchase, to_buy};

// What files tell of leads.
pub(crate) use commands::{Extract, Place, count_leads, extract, still_tells};
pub(crate) use store::LeadQuery;

// What appraisals come to.
pub(crate) use commands::{retract_as_genuine, sold_by_listed};

// Whom what happened may concern.
pub(crate) use commands::{Call, DueSoon, calls, due_soon};

// Of which events somebody may learn.
pub(crate) use commands::heard;

// What an event says to a machine outside.
pub(crate) use commands::{Heard, hear, retracted_since};

// Whether an organisation sees what another one has.
pub(crate) use commands::sight_of_organization;

// What screening found goes its way.
pub(crate) use commands::push_found;

// What a sandbox does as people do it.
pub(crate) use commands::play;

// What the demo does as people do it through the graph.
pub(crate) use commands::{
    Answer, Grant, NewComment, NewItem, NewLead, ShareRequest, TlpChange, Triage, acknowledge, add_comment, answer,
    answer_info_request, assign, change_tlp, create, merge, preview, reject, reopen, resolve, retract, settle, share,
    submit, sweep, triage, view,
};
