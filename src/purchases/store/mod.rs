//! The SQL of test purchases. What a person sees of them is a rule ([`PurchaseSight`](super::rules::PurchaseSight)), and every
//! read for a person takes it; what it does not meet is not found.

mod clashes;
mod lists;
mod marks;
mod parts;
mod purchases;
mod statistics;
mod terms;

pub(super) use clashes::{
    ClashRow, clash_count, clash_lock, clash_page, clash_put, clash_save, clashes_by_ids, clashes_of_actions,
    clashes_of_purchases,
};
pub(super) use lists::{Awaiting, PurchaseQuery, purchase_count, purchase_counts, purchase_page, seen};
pub(super) use marks::{Used, compared, marks_of, marks_put, marks_replace, spent_at, spent_by, used};
pub(super) use parts::{
    ApprovalRow, CostRow, EventRow, EvidenceRow, TopUpRow, approval_insert, approvals_of, costs_insert, costs_of,
    event_insert, events_of, evidence_of, evidence_put, top_up_insert, top_up_save, top_ups_of,
};
pub use purchases::PurchaseRow;
pub(super) use purchases::{
    asked_of_delivery, holds_ending, identities_forget, purchase_insert, purchase_lock, purchase_lock_seen,
    purchase_save, purchases_by_ids, purchases_of_holds, purchases_seen, refunds_late, reminded,
};
pub(super) use statistics::{counted_of, eligible};
pub(super) use terms::{TermsRow, terms_at, terms_insert, terms_set};
