//! What allocations have come to, and how a fund's money moved from day to day.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    funds::rules::{AccountKind, EntryKind, FundSight},
    platform::{
        db::{Sql, code},
        error::Result,
    },
};

/// What the holds of an allocation come to, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AllocationSums {
    pub(crate) held: i64,
    pub(crate) captured: i64,
    pub(crate) refunded: i64,
    /// What of the refunds went to the pool.
    pub(crate) pooled: i64,
}

/// What the holds of some allocations come to.
pub(crate) async fn sums_of(
    connection: &impl ConnectionTrait,
    allocations: &[Uuid],
) -> Result<HashMap<Uuid, AllocationSums>> {
    if allocations.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT h.allocation_id, \
         CAST(SUM(CASE WHEN h.state = 'OPEN' THEN h.amount_minor - h.captured_minor ELSE 0 END) AS BIGINT) AS held, \
         CAST(SUM(h.captured_minor) AS BIGINT) AS captured, CAST(SUM(h.refunded_minor) AS BIGINT) AS refunded, \
         CAST(SUM(h.pooled_minor) AS BIGINT) AS pooled FROM fund_hold h WHERE h.allocation_id",
    );
    sql.among(allocations.iter().copied()).push(" GROUP BY h.allocation_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        let sums = AllocationSums {
            held: row.try_get("", "held")?,
            captured: row.try_get("", "captured")?,
            refunded: row.try_get("", "refunded")?,
            pooled: row.try_get("", "pooled")?,
        };
        Ok((row.try_get("", "allocation_id")?, sums))
    };
    rows.iter().map(read).collect()
}

/// What is asked for of some allocations and not decided yet.
pub(crate) async fn demands_of(connection: &impl ConnectionTrait, allocations: &[Uuid]) -> Result<HashMap<Uuid, i64>> {
    if allocations.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT d.allocation_id, CAST(SUM(d.amount_minor) AS BIGINT) AS wanted FROM fund_demand d WHERE d.allocation_id",
    );
    sql.among(allocations.iter().copied()).push(" GROUP BY d.allocation_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "allocation_id")?, row.try_get("", "wanted")?)))
        .collect()
}

/// What moved between two kinds of accounts on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moved {
    /// Days since 1970, in UTC.
    pub(crate) day: i64,
    pub(crate) of: EntryKind,
    /// Whether it took something back.
    pub(crate) is_reversal: bool,
    pub(crate) debit: AccountKind,
    pub(crate) credit: AccountKind,
    pub(crate) minor: i64,
}

/// What the sight meets of what moved in a fund before a moment, by day, the first one first.
pub(crate) async fn moves(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    fund: Uuid,
    before: i64,
) -> Result<Vec<Moved>> {
    let mut sql = Sql::new(
        "SELECT e.at / 86400000000 AS day, e.of_kind, e.kind, d.kind AS debit, c.kind AS credit, \
         CAST(SUM(e.amount_minor) AS BIGINT) AS minor FROM ledger_entry e JOIN ledger_account d ON d.id = e.debit_id \
         JOIN ledger_account c ON c.id = e.credit_id WHERE e.fund_id = ",
    );
    sql.bind(fund).push(" AND e.at < ").bind(before);
    if !sight.all {
        sql.push(" AND (d.organization_id")
            .among(sight.organizations.iter().copied());
        sql.push(" OR c.organization_id")
            .among(sight.organizations.iter().copied())
            .push(")");
    }
    sql.push(" GROUP BY e.at / 86400000000, e.of_kind, e.kind, d.kind, c.kind ORDER BY 1");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        let text = |name: &str| -> Result<String> { Ok(row.try_get("", name)?) };
        Ok(Moved {
            day: row.try_get("", "day")?,
            of: code(&text("of_kind")?)?,
            is_reversal: code::<EntryKind>(&text("kind")?)? == EntryKind::Reversal,
            debit: code(&text("debit")?)?,
            credit: code(&text("credit")?)?,
            minor: row.try_get("", "minor")?,
        })
    };
    rows.iter().map(read).collect()
}

/// What the accounts of a kind come to in a fund, debited and credited.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KindSum {
    pub(crate) fund: Uuid,
    pub(crate) kind: AccountKind,
    pub(crate) debits: i64,
    pub(crate) credits: i64,
}

/// What the accounts of each kind come to in some funds.
pub(crate) async fn kinds_of(connection: &impl ConnectionTrait, funds: &[Uuid]) -> Result<Vec<KindSum>> {
    let mut sql = Sql::new(
        "SELECT a.fund_id, a.kind, CAST(SUM(a.debits) AS BIGINT) AS debits, CAST(SUM(a.credits) AS BIGINT) AS credits \
         FROM ledger_account a WHERE a.fund_id",
    );
    sql.among(funds.iter().copied()).push(" GROUP BY a.fund_id, a.kind");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        let kind: String = row.try_get("", "kind")?;
        Ok(KindSum {
            fund: row.try_get("", "fund_id")?,
            kind: code(&kind)?,
            debits: row.try_get("", "debits")?,
            credits: row.try_get("", "credits")?,
        })
    };
    rows.iter().map(read).collect()
}
