//! Funds: money of the alliance that nobody can lose, spend twice, or approve for himself.
//!
//! A fund is a ledger in one currency. Each entry is an amount from the debit of one account to the credit of another one, is
//! written once and never changed; mistakes are taken back by entries that name them. `BANK` is what there is, all other
//! accounts are what it is for:
//!
//! ```text
//! BANK → POOL → ALLOCATION (a member, perhaps in a programme) → HELD (a purchase) → BANK, or CARD_CLEARING → BANK
//!                    ↑________________ refund ____________________________↓
//! ```
//!
//! Money is spent in two phases: what was approved is held, what was ordered is captured out of it, the rest goes back; a hold
//! closes once. What moves money otherwise is an *order*: somebody proposes it, and it is posted in the moment in which enough
//! other people have agreed ([`rules::OrderStanding`]).
//!
//! Always true, and refused by the database itself where it can: the bank is worth what is owed (I1), no account is below zero
//! but suspense and the clearing of exchanges (I2), captures stay within their hold and refunds within captures (I3, I4), entries
//! stay as they are (I5), nothing is added across currencies (I10). Each account counts what it was debited and credited, so that
//! two at once cannot overdraw it; the counters are proved from the entries each night (I7, docs/adr/0045).

mod bank;
mod commands;
mod files;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

use uuid::Uuid;

use self::rules::{AccountKind, Caps, FundSight, ProgramState};
use crate::{
    app::App,
    evidence::rules::EvidenceKind,
    permissions::Viewer,
    platform::{
        db::{Connection, Sql, Tx, json},
        error::{ApiError, ErrorCode, Result},
    },
};

// What the bank's own statements are compared with.
pub use bank::{BankEntry, FundFacts};
pub(crate) use bank::{bank_entries, bank_moved, fund_facts, latest_holds, lock_fund, share_fund, suspend_line};
// Whom an event of ours may concern.
pub(crate) use commands::{calls, is_news};
// What those who spend do within their own transactions, and the proof of the books.
pub use commands::{Capture, FundReport, HoldRequest, Refund, capture, expire, hold, refund, release, top_up, verify};
// A fund in files and on paper.
pub(crate) use files::{File, FileKind, write};
pub use store::{HoldRow, ProgramRow};

// What the demo does as people do it through the graph.
pub(crate) use commands::{
    CardPayment, RefundReceived, Wish, approve, create, create_program, explain, pay_card, propose, record_refund,
};

/// Money that was allotted to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Its id.
    pub id: Uuid,
    /// The fund it is of.
    pub fund: Uuid,
    /// Whose it is.
    pub organization: Uuid,
    /// The programme it is for; any purchase otherwise.
    pub program: Option<Uuid>,
    /// ISO 4217 code.
    pub currency: String,
    /// Whether nothing is held of it any more.
    pub closed: bool,
    /// What can still be held, in minor units.
    pub available: i64,
}

/// An allocation.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn allocation(connection: &impl Connection, id: Uuid) -> Result<Option<Allocation>> {
    let found = store::accounts_by_ids(connection, &[id]).await?.pop();
    let Some((row, organization)) = found.and_then(|row| row.organization_id.map(|of| (row, of))) else {
        return Ok(None);
    };
    if row.kind != AccountKind::Allocation.code() {
        return Ok(None);
    }
    let fund = store::funds_by_ids(connection, &[row.fund_id]).await?.pop();
    Ok(fund.map(|fund| Allocation {
        id: row.id,
        fund: fund.id,
        organization,
        program: row.program_id,
        currency: fund.currency,
        closed: row.closed_at.is_some(),
        available: row.credits - row.debits,
    }))
}

/// The first allocation of an organisation that is not closed: in a programme, or for any purchase.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn allocation_of(
    connection: &impl Connection,
    organization: Uuid,
    program: Option<Uuid>,
) -> Result<Option<Allocation>> {
    let found = store::allocation_for(connection, organization, program).await?;
    match found {
        Some(id) => allocation(connection, id).await,
        None => Ok(None),
    }
}

/// The allocations of an organisation, in all funds, the first opened first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn allocations_of(app: &App, organization: Uuid) -> Result<Vec<Allocation>> {
    let mut found = Vec::new();
    for id in store::allocation_ids(app.db.read(), organization).await? {
        found.extend(allocation(app.db.read(), id).await?);
    }
    Ok(found)
}

/// How many other people have to agree to an order.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn approvals_needed(app: &App, order: Uuid) -> Result<usize> {
    let found = store::orders_seen(app.db.read(), &FundSight::everything(), &[order])
        .await?
        .pop();
    usize::try_from(found.ok_or_else(ApiError::not_found)?.approvals_needed).map_err(ApiError::internal)
}

/// Says what a purchase asks for of an allocation as long as nobody has decided it, in minor units; 0 takes it back.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn demand(tx: &Tx, allocation: Uuid, purchase: Uuid, minor: i64) -> Result<()> {
    store::demand_put(tx, allocation, purchase, minor).await
}

/// Holds by their ids, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn holds_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<HoldRow>> {
    store::holds_by_ids(connection, ids).await
}

/// Holds that are open though their time is over at `now`, in microseconds; those that have been for longest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn holds_due(connection: &impl Connection, now: i64, limit: u64) -> Result<Vec<HoldRow>> {
    store::holds_due(connection, now, limit).await
}

/// A programme, whoever may see it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn program(connection: &impl Connection, id: Uuid) -> Result<Option<ProgramRow>> {
    Ok(store::programs_by_ids(connection, &[id]).await?.pop())
}

/// A programme that nobody else's purchases are judged by until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn program_locked(tx: &Tx, id: Uuid) -> Result<ProgramRow> {
    store::program_lock(tx, id).await
}

/// Whether an organisation may take part in a programme.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn is_eligible(connection: &impl Connection, program: Uuid, organization: Uuid) -> Result<bool> {
    let found = store::programs_by_ids(connection, &[program]).await?.pop();
    let Some(row) = found else { return Ok(false) };
    Ok(row.open
        || store::members_of(connection, &[program])
            .await?
            .contains(&(program, organization)))
}

/// Where a programme stands at a moment.
///
/// # Errors
/// `INTERNAL` where its days cannot be read.
pub fn program_state(row: &ProgramRow, now: jiff::Timestamp) -> Result<ProgramState> {
    commands::state_at(row, now)
}

/// The caps of a programme.
#[must_use]
pub fn caps_of(row: &ProgramRow) -> Caps {
    Caps {
        per_purchase: row.per_purchase_minor,
        per_member: row.per_member_minor,
        per_period: row.per_period_minor.zip(row.period_days),
        per_seller: row.per_seller_minor,
    }
}

/// Whether two people approve a purchase of so many minor units.
#[must_use]
pub fn needs_two(row: &ProgramRow, minor: i64) -> bool {
    row.threshold_minor.is_some_and(|threshold| minor > threshold)
}

/// The kinds of evidence that a purchase in a programme needs.
///
/// # Errors
/// `INTERNAL` where the column holds something else.
pub fn required_evidence(row: &ProgramRow) -> Result<Vec<EvidenceKind>> {
    json(&row.required_evidence)
}

/// The condition that somebody sees the order whose id stands in a column.
pub(crate) fn seen(viewer: &Viewer, now: jiff::Timestamp, id: &str) -> Sql {
    store::seen(&FundSight::of(viewer, now), id)
}

/// Whether somebody sees an order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees(
    connection: &impl Connection,
    viewer: &Viewer,
    now: jiff::Timestamp,
    order: Uuid,
) -> Result<bool> {
    let found = store::orders_seen(connection, &FundSight::of(viewer, now), &[order]).await?;
    Ok(!found.is_empty())
}

/// Proves the books; says so loudly where they are not right.
///
/// # Errors
/// `INTERNAL` where they are not, or cannot be read.
async fn prove(app: &App) -> Result<()> {
    let report = verify(app).await?;
    if report.is_clean() {
        return Ok(());
    }
    for finding in &report.findings {
        tracing::error!(finding = finding.as_str(), "the books of a fund are not right");
    }
    Err(ErrorCode::Internal.into())
}
