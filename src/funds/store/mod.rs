//! The SQL of funds. What a person sees of money is a rule ([`FundSight`](super::rules::FundSight)), and every read for a
//! person takes it; what it does not meet is not found.

mod balances;
mod bank;
mod demand;
mod entries;
mod holds;
mod ledger;
mod orders;
mod periods;
mod programs;
mod verify;

pub(super) use balances::{AllocationSums, Moved, demands_of, kinds_of, moves, sums_of};
pub use bank::BankEntry;
pub(super) use bank::{bank_entries, bank_moved, hold_ids};
pub(super) use demand::{AllocationMove, DemandStep, allocation_moves, demand_steps};
pub(super) use entries::{
    EntryQuery, EntryRow, entries_after, entries_by_ids, entries_linked, entries_of_order, entries_of_period,
    entry_count, entry_insert, entry_page, in_suspense, reversals_of,
};
pub use holds::HoldRow;
pub(super) use holds::{demand_put, hold_insert, hold_lock, hold_save, holds_by_ids, holds_due, holds_of};
pub(super) use ledger::{
    AccountRow, AllocationQuery, FundRow, NewAccount, account_by_code, account_open, accounts_by_ids, accounts_close,
    accounts_listed, accounts_of, allocation_count, allocation_for, allocation_ids, allocation_page, allocations_of,
    allocations_seen, apply, fund_count, fund_ids, fund_insert, fund_lock, fund_page, fund_save, fund_share,
    funds_by_ids, funds_seen,
};
pub(super) use orders::{
    ApprovalRow, OrderQuery, OrderRow, ShareRow, approval_insert, approvals_of, order_count, order_insert, order_lock,
    order_page, order_save, orders_seen, seen, shares_insert, shares_of,
};
pub(super) use periods::{
    ExplanationRow, PeriodRow, explanation_insert, explanations_of, last_period, period_insert, periods_of,
};
pub use programs::ProgramRow;
pub(super) use programs::{
    ProgramQuery, members_of, members_put, program_count, program_insert, program_lock, program_page, program_save,
    program_share, programs_by_ids, programs_seen,
};
pub(super) use verify::{
    Mismatch, below_zero, counters, hold_sums, lines_until, loose_holds, mixed_entries, recovered, unbalanced,
};
