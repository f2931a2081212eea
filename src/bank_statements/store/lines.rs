//! Lines, and where they stand.

use sea_orm::{ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _};
use uuid::Uuid;

use crate::{
    bank_statements::rules::BankLineState,
    platform::{
        db::{Sql, Tx, by_ids, columns, counted, is_unique_violation, page_of},
        error::{ErrorCode, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::bank_line;

/// A line's row.
pub(crate) type LineRow = bank_line::Model;

/// No match has the line.
const LOOSE: &str = "NOT EXISTS (SELECT 1 FROM bank_matched_line s WHERE s.line_id = o.id)";
/// A match has it with an entry in suspense that found no place.
const SUSPENDED: &str = "EXISTS (SELECT 1 FROM bank_matched_line s JOIN bank_matched_entry x ON x.match_id = s.match_id \
    JOIN ledger_entry e ON e.id = x.entry_id WHERE s.line_id = o.id AND e.kind IN ('SUSPENSE_IN', 'SUSPENSE_OUT') \
    AND NOT EXISTS (SELECT 1 FROM ledger_entry c WHERE c.clears_id = e.id \
    AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = c.id)))";

/// Keeps a line.
///
/// # Errors
/// `ALREADY_EXISTS` where it was taken before.
pub(crate) async fn line_insert(tx: &Tx, row: LineRow) -> Result<()> {
    let written = bank_line::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await;
    match written {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) || error.to_string().contains("bank_line is insert-only") => {
            Err(ErrorCode::AlreadyExists.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Lines by their ids, in any order.
pub(crate) async fn lines_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<LineRow>> {
    by_ids::<bank_line::Entity>(connection, ids).await
}

async fn read(connection: &impl ConnectionTrait, sql: Sql) -> Result<Vec<LineRow>> {
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(LineRow::from_query_result(row, "")?))
        .collect()
}

fn every(condition: &str) -> Sql {
    let wanted = columns::<bank_line::Entity>("o");
    Sql::new(&format!("SELECT {wanted} FROM bank_line o WHERE {condition}"))
}

/// The lines that have these keys.
pub(crate) async fn lines_known(connection: &impl ConnectionTrait, keys: &[String]) -> Result<Vec<LineRow>> {
    let mut sql = every("o.line_key");
    sql.among(keys.iter().cloned());
    read(connection, sql).await
}

/// The lines of a fund that stand in no match, the first booked first, so many at most.
pub(crate) async fn lines_open(connection: &impl ConnectionTrait, fund: Uuid, most: u64) -> Result<Vec<LineRow>> {
    let mut sql = every(&format!("{LOOSE} AND o.fund_id = "));
    sql.bind(fund)
        .push(&format!(" ORDER BY o.booked_on, o.id LIMIT {most}"));
    read(connection, sql).await
}

/// How many lines of a fund stand in no match.
pub(crate) async fn open_count(connection: &impl ConnectionTrait, fund: Uuid) -> Result<u64> {
    let mut sql = Sql::new(&format!("SELECT 1 FROM bank_line o WHERE {LOOSE} AND o.fund_id = "));
    sql.bind(fund);
    counted(connection, &sql, MAX_COUNT + 1).await
}

/// All lines of a fund with the match that each stands in, the first booked first.
pub(crate) async fn lines_of_fund(
    connection: &impl ConnectionTrait,
    fund: Uuid,
) -> Result<Vec<(LineRow, Option<Uuid>)>> {
    let wanted = columns::<bank_line::Entity>("o");
    let mut sql = Sql::new(&format!(
        "SELECT {wanted}, s.match_id FROM bank_line o LEFT JOIN bank_matched_line s ON s.line_id = o.id WHERE o.fund_id = "
    ));
    sql.bind(fund).push(" ORDER BY o.booked_on, o.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((LineRow::from_query_result(row, "")?, row.try_get("", "match_id")?)))
        .collect()
}

/// Which lines to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct LineQuery {
    pub(crate) fund: Option<Uuid>,
    pub(crate) statement: Option<Uuid>,
    pub(crate) states: Vec<BankLineState>,
    /// Microseconds.
    pub(crate) from: Option<i64>,
    /// Microseconds; before this moment.
    pub(crate) before: Option<i64>,
}

fn listed(query: &LineQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM bank_line o WHERE 1 = 1"));
    if let Some(fund) = query.fund {
        sql.push(" AND o.fund_id = ").bind(fund);
    }
    if let Some(statement) = query.statement {
        sql.push(" AND o.statement_id = ").bind(statement);
    }
    if let Some(from) = query.from {
        sql.push(" AND o.booked_on >= ").bind(from);
    }
    if let Some(before) = query.before {
        sql.push(" AND o.booked_on < ").bind(before);
    }
    if !query.states.is_empty() {
        sql.push(" AND (1 = 0");
        for state in &query.states {
            sql.push(&match state {
                BankLineState::Open => format!(" OR {LOOSE}"),
                BankLineState::InSuspense => format!(" OR {SUSPENDED}"),
                BankLineState::Matched => format!(" OR NOT ({LOOSE} OR {SUSPENDED})"),
            });
        }
        sql.push(")");
    }
    sql
}

/// A page of lines, the latest booked first.
pub(crate) async fn line_page(
    connection: &impl ConnectionTrait,
    query: &LineQuery,
    args: &PageArgs,
) -> Result<Page<LineRow>> {
    let sql = listed(query, &columns::<bank_line::Entity>("o"));
    page_of::<LineRow>(connection, sql, ("o.booked_on", "o.id"), true, args, |row| {
        (row.booked_on, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn line_count(connection: &impl ConnectionTrait, query: &LineQuery) -> Result<u64> {
    counted(connection, &listed(query, "1"), MAX_COUNT + 1).await
}

/// The match that a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) line: Uuid,
    pub(crate) of: Uuid,
    /// Whether its entry is in suspense and found no place.
    pub(crate) is_suspended: bool,
}

/// The matches that some lines stand in.
pub(crate) async fn standing_of(connection: &impl ConnectionTrait, lines: &[Uuid]) -> Result<Vec<Standing>> {
    let mut sql = Sql::new(&format!(
        "SELECT o.id, k.match_id, CASE WHEN {SUSPENDED} THEN 1 ELSE 0 END AS suspended FROM bank_line o \
         JOIN bank_matched_line k ON k.line_id = o.id WHERE o.id"
    ));
    sql.among(lines.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| {
        let suspended: i32 = row.try_get("", "suspended")?;
        Ok(Standing {
            line: row.try_get("", "id")?,
            of: row.try_get("", "match_id")?,
            is_suspended: suspended == 1,
        })
    };
    rows.iter().map(read).collect()
}
