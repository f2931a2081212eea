//! What must always hold of a fund's books, asked of the database: each question is one statement, so that it sees one moment,
//! and is about one fund, so that none takes too long.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::{
    funds::rules::Line,
    platform::{db::Sql, error::Result},
};

/// Something that is kept in two ways, and not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mismatch {
    /// What it is of.
    pub(crate) object: Uuid,
    /// What is meant of it.
    pub(crate) what: String,
    /// As it is kept.
    pub(crate) kept: i64,
    /// As it follows from the entries.
    pub(crate) found: i64,
}

/// Findings of one kind in a fund beyond this many are not read.
const MOST: u64 = 100;

async fn asked(connection: &impl ConnectionTrait, mut sql: Sql) -> Result<Vec<Mismatch>> {
    sql.push(&format!(" LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &QueryResult| {
        Ok(Mismatch {
            object: row.try_get("", "object")?,
            what: row.try_get("", "what")?,
            kept: row.try_get("", "kept")?,
            found: row.try_get("", "found")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Accounts whose counter of a side is not the sum of its entries (I7).
pub(crate) async fn counters(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut found = Vec::new();
    for (counter, side) in [("debits", "debit_id"), ("credits", "credit_id")] {
        let mut sql = Sql::new(&format!(
            "SELECT a.id AS object, a.code AS what, a.{counter} AS kept, CAST(COALESCE(e.minor, 0) AS BIGINT) AS found \
             FROM ledger_account a LEFT JOIN (SELECT {side} AS account, SUM(amount_minor) AS minor FROM ledger_entry \
             WHERE fund_id = "
        ));
        sql.bind(fund).push(&format!(
            " GROUP BY {side}) AS e ON e.account = a.id WHERE a.{counter} <> COALESCE(e.minor, 0) AND a.fund_id = "
        ));
        sql.bind(fund).push(" ORDER BY a.id");
        found.extend(asked(connection, sql).await?);
    }
    Ok(found)
}

/// Accounts below zero that may not be (I2).
pub(crate) async fn below_zero(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut sql = Sql::new(
        "SELECT a.id AS object, a.code AS what, a.debits AS kept, a.credits AS found FROM ledger_account a WHERE NOT (a.floats \
         OR (a.normal = 'CREDIT' AND a.credits >= a.debits) OR (a.normal = 'DEBIT' AND a.debits >= a.credits)) \
         AND a.fund_id = ",
    );
    sql.bind(fund).push(" ORDER BY a.id");
    asked(connection, sql).await
}

/// What the bank holds and what is owed, where the two are not the same (I1).
pub(crate) async fn unbalanced(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut sql = Sql::new(
        "SELECT x.fund_id AS object, 'BANK' AS what, x.bank AS kept, x.owed AS found FROM (SELECT a.fund_id, \
         CAST(SUM(CASE WHEN a.normal = 'DEBIT' THEN a.debits - a.credits ELSE 0 END) AS BIGINT) AS bank, \
         CAST(SUM(CASE WHEN a.normal = 'CREDIT' THEN a.credits - a.debits ELSE 0 END) AS BIGINT) AS owed \
         FROM ledger_account a WHERE a.fund_id = ",
    );
    sql.bind(fund).push(" GROUP BY a.fund_id) AS x WHERE x.bank <> x.owed");
    asked(connection, sql).await
}

/// Entries of which a side is an account of another fund (I10).
pub(crate) async fn mixed_entries(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut sql = Sql::new(
        "SELECT e.id AS object, e.kind AS what, e.amount_minor AS kept, e.amount_minor AS found FROM ledger_entry e \
         LEFT JOIN ledger_account d ON d.id = e.debit_id AND d.fund_id = e.fund_id \
         LEFT JOIN ledger_account c ON c.id = e.credit_id AND c.fund_id = e.fund_id \
         WHERE (d.id IS NULL OR c.id IS NULL) AND e.fund_id = ",
    );
    sql.bind(fund).push(" ORDER BY e.id");
    asked(connection, sql).await
}

/// What of a hold is said by its entries: a column, and the sum.
const OF_HOLDS: [(&str, &str); 3] = [
    (
        "amount_minor",
        "CASE WHEN e.kind IN ('HOLD', 'TOP_UP') THEN e.amount_minor ELSE 0 END",
    ),
    (
        "captured_minor",
        "CASE WHEN e.of_kind <> 'CAPTURE' THEN 0 WHEN e.kind = 'REVERSAL' THEN -e.amount_minor ELSE e.amount_minor END",
    ),
    (
        "refunded_minor",
        "CASE WHEN e.of_kind <> 'REFUND' THEN 0 WHEN e.kind = 'REVERSAL' THEN -e.amount_minor ELSE e.amount_minor END",
    ),
];

/// Holds of which a counter is not what their entries say (I3, I4).
pub(crate) async fn hold_sums(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut found = Vec::new();
    for (counter, sum) in OF_HOLDS {
        let mut sql = Sql::new(&format!(
            "SELECT h.id AS object, '{counter}' AS what, h.{counter} AS kept, CAST(COALESCE(x.minor, 0) AS BIGINT) AS found \
             FROM fund_hold h LEFT JOIN (SELECT e.hold_id, SUM({sum}) AS minor FROM ledger_entry e WHERE e.hold_id IS NOT NULL \
             AND e.fund_id = "
        ));
        sql.bind(fund).push(&format!(
            " GROUP BY e.hold_id) AS x ON x.hold_id = h.id WHERE h.{counter} <> COALESCE(x.minor, 0) AND h.fund_id = "
        ));
        sql.bind(fund).push(" ORDER BY h.id");
        found.extend(asked(connection, sql).await?);
    }
    Ok(found)
}

/// Holds whose account does not hold what is left of them (nothing, once they are closed), and those that went back twice (I3).
pub(crate) async fn loose_holds(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut sql = Sql::new(
        "SELECT h.id AS object, 'HELD' AS what, \
         CASE WHEN h.state = 'OPEN' THEN h.amount_minor - h.captured_minor ELSE 0 END AS kept, a.credits - a.debits AS found \
         FROM fund_hold h JOIN ledger_account a ON a.id = h.account_id WHERE a.credits - a.debits <> \
         CASE WHEN h.state = 'OPEN' THEN h.amount_minor - h.captured_minor ELSE 0 END AND h.fund_id = ",
    );
    sql.bind(fund).push(" ORDER BY h.id");
    let mut found = asked(connection, sql).await?;
    // What is given back with a capture that was taken back does not close the hold: it was closed.
    let mut sql = Sql::new(
        "SELECT e.hold_id AS object, 'closings' AS what, CAST(1 AS BIGINT) AS kept, CAST(COUNT(*) AS BIGINT) AS found \
         FROM ledger_entry e WHERE e.hold_id IS NOT NULL AND e.kind IN ('RELEASE', 'VOID', 'EXPIRY') AND NOT EXISTS \
         (SELECT 1 FROM ledger_entry r WHERE r.link_id = e.link_id AND r.kind = 'REVERSAL') AND e.fund_id = ",
    );
    sql.bind(fund).push(" GROUP BY e.hold_id HAVING COUNT(*) > 1");
    found.extend(asked(connection, sql).await?);
    Ok(found)
}

/// Recoveries whose parts do not sum to them (I9).
pub(crate) async fn recovered(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<Mismatch>> {
    let mut sql = Sql::new(
        "SELECT o.id AS object, 'RECOVERY' AS what, o.amount_minor AS kept, CAST(COALESCE(x.minor, 0) AS BIGINT) AS found \
         FROM fund_order o LEFT JOIN (SELECT e.order_id, SUM(e.amount_minor) AS minor FROM ledger_entry e \
         WHERE e.kind = 'RECOVERY' GROUP BY e.order_id) AS x ON x.order_id = o.id \
         WHERE o.kind = 'RECOVERY' AND o.state = 'POSTED' AND o.amount_minor <> COALESCE(x.minor, 0) AND o.fund_id = ",
    );
    sql.bind(fund).push(" ORDER BY o.id");
    asked(connection, sql).await
}

/// What the entries of a fund up to a period come to, by account, in the order of their ids.
pub(crate) async fn lines_until(connection: &impl ConnectionTrait, fund: Uuid, period: i32) -> Result<Vec<Line>> {
    let mut lines: BTreeMap<Uuid, Line> = BTreeMap::new();
    for (side, is_debit) in [("debit_id", true), ("credit_id", false)] {
        let mut sql = Sql::new(&format!(
            "SELECT e.{side} AS account, CAST(SUM(e.amount_minor) AS BIGINT) AS minor FROM ledger_entry e WHERE e.fund_id = "
        ));
        sql.bind(fund)
            .push(" AND e.period <= ")
            .bind(period)
            .push(&format!(" GROUP BY e.{side}"));
        let rows = connection
            .query_all_raw(sql.statement(connection.get_database_backend()))
            .await?;
        for row in rows {
            let (account, minor): (Uuid, i64) = (row.try_get("", "account")?, row.try_get("", "minor")?);
            let line = lines.entry(account).or_insert(Line {
                account,
                debits: 0,
                credits: 0,
            });
            match is_debit {
                true => line.debits = minor,
                false => line.credits = minor,
            }
        }
    }
    Ok(lines.into_values().collect())
}
