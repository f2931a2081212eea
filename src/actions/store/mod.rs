//! The SQL of offline actions. Every read for a person takes its [`Sight`](crate::audience::Sight); what that does not meet is
//! not found. Parts of an action, such as its sites, are seen by whoever sees the action.

mod actions;
mod basis;
mod clashes;
mod follow;
mod guests;
mod lists;
mod operations;
mod outcome;
mod parts;
mod statistics;

pub(super) use actions::{
    ActionRow, ApprovalRow, action_insert, action_lock, action_lock_seen, action_save, actions_by_ids, actions_seen,
    approval_insert, approvals_drop, approvals_of, state_of, take_turn,
};
pub(crate) use basis::Basis;
pub(super) use basis::{
    actions_on, basis_copy, basis_of, basis_put, brands_of, hashes_of, is_confirmed, leads_of, subjects_of,
    walls_around,
};
pub(super) use clashes::{
    HitRow, RecordRow, hit_count, hit_find, hit_insert, hit_lock_seen, hit_page, hit_save, hits_by_ids,
    hits_of_records, record_count, record_of, record_page, record_put, records_by_ids, records_near,
    records_of_actions, time_box,
};
pub(super) use follow::{
    CostRow, DestructionRow, ShareRow, cost_insert, costs_of, destruction_insert, destruction_save, destruction_seen,
    destructions_by_ids, owners_of_brands, reminded, shares_of, suspects_forget, suspects_lapsed, unfinished,
};
pub(super) use guests::{GuestRow, guest_by_id, guest_insert, guest_opened, guest_save, guests_of, marks_of};
pub(super) use lists::{
    ActionOrder, ActionQuery, SiteQuery, action_count, action_page, in_action, site_count, site_page, sites_placed,
};
pub(super) use operations::{
    OperationQuery, OperationRow, OperationsOf, operation_count, operation_find, operation_insert, operation_page,
    operation_save, operations_seen,
};
pub(super) use outcome::{
    LineRow, ResultRow, RevisionRow, StageRow, SuspectRow, line_insert, line_save, line_seen, lines_by_ids, lines_of,
    recorders_of, result_put, results_of, revision_open, revision_submit, revision_verify, revisions_of, sites_by_ids,
    stage_insert, stage_verify, stages_of, suspect_by_id, suspect_insert, suspect_save, suspect_seen, suspects_of,
};
pub(super) use parts::{
    MemberRow, SiteRow, TaskRow, appointments_of, member_insert, member_remove, members_of, site_insert, site_remove,
    sites_of, task_by_id, task_complete, task_insert, tasks_of,
};
pub(super) use statistics::{Referred, VerifiedRow, leads_referred, referrals_sent, verified};
