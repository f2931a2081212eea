//! What the bank's own statements are compared with: the face of the ledger for reconciliation.

use uuid::Uuid;

pub use super::store::BankEntry;
use super::{
    commands,
    rules::SuspenseDirection,
    store::{self, FundRow, HoldRow},
};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        db::{Connection, Sql, Tx},
        error::Result,
    },
};

/// What of a fund is asked by who compares it with the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundFacts {
    /// Its id.
    pub id: Uuid,
    /// What people call it.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// ISO 4217 code, of everything in it.
    pub currency: String,
    /// When a period of it was closed last, in microseconds.
    pub closed_at: Option<i64>,
}

async fn with_period(connection: &impl Connection, row: FundRow) -> Result<FundFacts> {
    let last = store::last_period(connection, row.id).await?;
    Ok(FundFacts {
        id: row.id,
        reference: row.reference,
        name: row.name,
        currency: row.currency,
        closed_at: last.map(|period| period.closed_at),
    })
}

/// A fund, whoever may see it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn fund_facts(connection: &impl Connection, fund: Uuid) -> Result<Option<FundFacts>> {
    match store::funds_by_ids(connection, &[fund]).await?.pop() {
        Some(row) => with_period(connection, row).await.map(Some),
        None => Ok(None),
    }
}

/// A fund of which nobody closes the period, or imports a statement, until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn share_fund(tx: &Tx, fund: Uuid) -> Result<FundFacts> {
    let row = store::fund_share(tx, fund).await?;
    with_period(tx.connection(), row).await
}

/// A fund of which nobody moves the money, or imports a statement, until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn lock_fund(tx: &Tx, fund: Uuid) -> Result<FundFacts> {
    let row = store::fund_lock(tx, fund).await?;
    with_period(tx.connection(), row).await
}

/// The entries of a fund that moved something at the bank and meet a condition on `e`, the first one first; at most 100,000.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn bank_entries(connection: &impl Connection, fund: Uuid, condition: &Sql) -> Result<Vec<BankEntry>> {
    store::bank_entries(connection, fund, condition).await
}

/// What came to the bank account of a fund and what left it from a moment to before another one, in microseconds; both in
/// minor units and not below zero.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn bank_moved(connection: &impl Connection, fund: Uuid, between: (i64, i64)) -> Result<(i64, i64)> {
    store::bank_moved(connection, fund, between).await
}

/// The latest holds of a fund, so many at most, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn latest_holds(connection: &impl Connection, fund: Uuid, most: u64) -> Result<Vec<HoldRow>> {
    let ids = store::hold_ids(connection, fund, most).await?;
    store::holds_by_ids(connection, &ids).await
}

/// Writes down a line of the bank's that nobody could place, in minor units below zero where money left; gives the entry.
/// Whoever calls it has asked whether `viewer` keeps funds.
///
/// # Errors
/// `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS` at `bankReference`, `NOT_FOUND`.
pub(crate) async fn suspend_line(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (fund, minor): (Uuid, i64),
    (reference, note): (String, Option<String>),
) -> Result<Uuid> {
    let direction = match minor < 0 {
        true => SuspenseDirection::Out,
        false => SuspenseDirection::In,
    };
    let amount = i64::try_from(minor.unsigned_abs()).unwrap_or(i64::MAX);
    commands::put_in_suspense(app, tx, viewer, (fund, direction, amount), (reference, note)).await
}
