//! What entries did to the bank account of a fund, for those who compare it with what the bank says.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    funds::rules::{AccountKind, EntryKind},
    platform::{
        db::{Sql, code},
        error::Result,
    },
};

/// Most entries that are compared at once.
const MOST: u64 = 100_000;

/// What an entry did to the bank account of its fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankEntry {
    /// Its id.
    pub id: Uuid,
    /// Entries with the same one stand and fall together.
    pub link: Uuid,
    /// What it tells of.
    pub kind: EntryKind,
    /// Minor units; below zero where money left.
    pub minor: i64,
    /// When it was written, in microseconds.
    pub at: i64,
    /// By what the bank names it.
    pub reference: Option<String>,
    /// The hold it belongs to.
    pub hold: Option<Uuid>,
    /// Who paid, or was paid, where the ledger knows it.
    pub organization: Option<Uuid>,
    /// The entry that it takes back.
    pub reverses: Option<Uuid>,
}

/// Both sides of entries, as `d` and `c`.
const SIDES: &str = "FROM ledger_entry e JOIN ledger_account d ON d.id = e.debit_id \
                     JOIN ledger_account c ON c.id = e.credit_id LEFT JOIN fund_order o ON o.id = e.order_id";

/// The entries of a fund that moved something at the bank and meet a condition on `e`, the first one first.
pub(crate) async fn bank_entries(
    connection: &impl ConnectionTrait,
    fund: Uuid,
    condition: &Sql,
) -> Result<Vec<BankEntry>> {
    let bank = AccountKind::Bank.code();
    let mut sql = Sql::new(&format!(
        "SELECT e.id, e.link_id, e.kind, e.at, e.bank_reference, e.hold_id, e.reverses_id, \
         CASE WHEN d.kind = '{bank}' THEN e.amount_minor ELSE -e.amount_minor END AS minor, \
         COALESCE(o.organization_id, d.organization_id, c.organization_id) AS organization_id {SIDES} \
         WHERE (d.kind = '{bank}' OR c.kind = '{bank}') AND e.fund_id = "
    ));
    sql.bind(fund)
        .push(" AND ")
        .append(condition)
        .push(&format!(" ORDER BY e.at, e.id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        let kind: String = row.try_get("", "kind")?;
        Ok(BankEntry {
            id: row.try_get("", "id")?,
            link: row.try_get("", "link_id")?,
            kind: code(&kind)?,
            minor: row.try_get("", "minor")?,
            at: row.try_get("", "at")?,
            reference: row.try_get("", "bank_reference")?,
            hold: row.try_get("", "hold_id")?,
            organization: row.try_get("", "organization_id")?,
            reverses: row.try_get("", "reverses_id")?,
        })
    };
    rows.iter().map(read).collect()
}

/// What came to the bank account of a fund and what left it from a moment to before another one, both in minor units and not
/// below zero.
pub(crate) async fn bank_moved(
    connection: &impl ConnectionTrait,
    fund: Uuid,
    (from, before): (i64, i64),
) -> Result<(i64, i64)> {
    let bank = AccountKind::Bank.code();
    let mut sql = Sql::new(&format!(
        "SELECT CAST(COALESCE(SUM(CASE WHEN d.kind = '{bank}' THEN e.amount_minor ELSE 0 END), 0) AS BIGINT) AS came, \
         CAST(COALESCE(SUM(CASE WHEN c.kind = '{bank}' THEN e.amount_minor ELSE 0 END), 0) AS BIGINT) AS left_it \
         {SIDES} WHERE e.fund_id = "
    ));
    sql.bind(fund)
        .push(" AND e.at >= ")
        .bind(from)
        .push(" AND e.at < ")
        .bind(before);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    match row {
        Some(row) => Ok((row.try_get("", "came")?, row.try_get("", "left_it")?)),
        None => Ok((0, 0)),
    }
}

/// The ids of the holds of a fund, the latest first.
pub(crate) async fn hold_ids(connection: &impl ConnectionTrait, fund: Uuid, most: u64) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new("SELECT h.id FROM fund_hold h WHERE h.fund_id = ");
    sql.bind(fund)
        .push(&format!(" ORDER BY h.created_at DESC, h.id DESC LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}
