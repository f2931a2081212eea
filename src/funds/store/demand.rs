//! What was asked for of allocations in the course of time, and how these moved.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::ledger::met_by_organization;
use crate::{
    funds::rules::{AccountKind, FundSight},
    platform::{
        clock::micros,
        db::{Sql, Tx},
        error::Result,
    },
};

/// What a purchase asked for of an allocation from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DemandStep {
    /// Days since 1970, in UTC.
    pub(crate) day: i64,
    pub(crate) purchase: Uuid,
    pub(crate) allocation: Uuid,
    /// Minor units.
    pub(crate) minor: i64,
}

/// What an allocation gained or lost on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AllocationMove {
    /// Days since 1970, in UTC.
    pub(crate) day: i64,
    pub(crate) allocation: Uuid,
    /// Minor units.
    pub(crate) minor: i64,
}

/// Writes down that a purchase asks for so much of an allocation from now on.
pub(crate) async fn demand_step(tx: &Tx, allocation: Uuid, purchase: Uuid, minor: i64) -> Result<()> {
    let mut last = Sql::new("SELECT MAX(number) AS number FROM fund_demand_step WHERE purchase_id = ");
    last.bind(purchase);
    let row = tx.connection().query_one_raw(last.statement(tx.backend())).await?;
    let last: Option<i32> = row.map_or(Ok(None), |row| row.try_get("", "number"))?;
    let mut sql =
        Sql::new("INSERT INTO fund_demand_step (purchase_id, number, allocation_id, amount_minor, at) VALUES (");
    sql.bind(purchase)
        .push(", ")
        .bind(last.unwrap_or(0) + 1)
        .push(", ")
        .bind(allocation)
        .push(", ")
        .bind(minor)
        .push(", ")
        .bind(micros(tx.now()))
        .push(")");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// What was asked for of the allocations of a fund that the sight meets, before a moment, the first one first.
pub(crate) async fn demand_steps(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    fund: Uuid,
    before: i64,
) -> Result<Vec<DemandStep>> {
    let mut sql = Sql::new(
        "SELECT s.at / 86400000000 AS day, s.purchase_id, s.allocation_id, s.amount_minor FROM fund_demand_step s \
         JOIN ledger_account a ON a.id = s.allocation_id WHERE a.fund_id = ",
    );
    sql.bind(fund).push(" AND s.at < ").bind(before);
    met_by_organization(&mut sql, sight, "a.organization_id");
    sql.push(" ORDER BY s.at, s.purchase_id, s.number");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(DemandStep {
            day: row.try_get("", "day")?,
            purchase: row.try_get("", "purchase_id")?,
            allocation: row.try_get("", "allocation_id")?,
            minor: row.try_get("", "amount_minor")?,
        })
    };
    rows.iter().map(read).collect()
}

/// How the allocations of a fund that the sight meets moved before a moment, by day, the first one first.
pub(crate) async fn allocation_moves(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    fund: Uuid,
    before: i64,
) -> Result<Vec<AllocationMove>> {
    let mut sql = Sql::new(&format!(
        "SELECT e.at / 86400000000 AS day, a.id AS allocation_id, \
         CAST(SUM(CASE WHEN e.credit_id = a.id THEN e.amount_minor ELSE -e.amount_minor END) AS BIGINT) AS minor \
         FROM ledger_entry e JOIN ledger_account a ON a.id = e.debit_id OR a.id = e.credit_id \
         WHERE a.kind = '{}' AND e.fund_id = ",
        AccountKind::Allocation.code()
    ));
    sql.bind(fund).push(" AND e.at < ").bind(before);
    met_by_organization(&mut sql, sight, "a.organization_id");
    sql.push(" GROUP BY e.at / 86400000000, a.id ORDER BY 1");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(AllocationMove {
            day: row.try_get("", "day")?,
            allocation: row.try_get("", "allocation_id")?,
            minor: row.try_get("", "minor")?,
        })
    };
    rows.iter().map(read).collect()
}
