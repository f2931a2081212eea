//! Files and statements: written once.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::platform::{
    db::{Sql, Tx, by_ids, columns, counted, page_of},
    error::Result,
    graphql::connection::{MAX_COUNT, Page, PageArgs},
};
use entity::{bank_file, bank_statement};

/// A file's row.
pub(crate) type FileRow = bank_file::Model;
/// A statement's row.
pub(crate) type StatementRow = bank_statement::Model;

/// Keeps a file.
pub(crate) async fn file_insert(tx: &Tx, row: FileRow) -> Result<()> {
    bank_file::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Keeps a statement.
pub(crate) async fn statement_insert(tx: &Tx, row: StatementRow) -> Result<()> {
    bank_statement::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Files by their ids, in any order.
pub(crate) async fn files_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<FileRow>> {
    by_ids::<bank_file::Entity>(connection, ids).await
}

/// Statements by their ids, in any order.
pub(crate) async fn statements_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<StatementRow>> {
    by_ids::<bank_statement::Entity>(connection, ids).await
}

/// The first statement of a fund.
pub(crate) async fn first_statement(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Option<StatementRow>> {
    let found = bank_statement::Entity::find()
        .filter(bank_statement::Column::FundId.eq(fund))
        .order_by_asc(bank_statement::Column::ToOn)
        .order_by_asc(bank_statement::Column::Id);
    Ok(found.one(connection).await?)
}

/// The last statement of a fund.
pub(crate) async fn last_statement(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Option<StatementRow>> {
    let found = bank_statement::Entity::find()
        .filter(bank_statement::Column::FundId.eq(fund))
        .order_by_desc(bank_statement::Column::ToOn)
        .order_by_desc(bank_statement::Column::Id);
    Ok(found.one(connection).await?)
}

/// The account that the last statement of a fund names which names one.
pub(crate) async fn last_account(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Option<String>> {
    let found = bank_statement::Entity::find()
        .filter(bank_statement::Column::FundId.eq(fund))
        .filter(bank_statement::Column::Account.is_not_null())
        .order_by_desc(bank_statement::Column::ToOn)
        .order_by_desc(bank_statement::Column::Id);
    Ok(found.one(connection).await?.and_then(|row| row.account))
}

/// The statements of a fund that reach into a time, the first one first.
pub(crate) async fn statements_within(
    connection: &impl ConnectionTrait,
    fund: Uuid,
    (from, to): (i64, i64),
) -> Result<Vec<StatementRow>> {
    let found = bank_statement::Entity::find()
        .filter(bank_statement::Column::FundId.eq(fund))
        .filter(bank_statement::Column::FromOn.lte(to))
        .filter(bank_statement::Column::ToOn.gte(from))
        .order_by_asc(bank_statement::Column::ToOn)
        .order_by_asc(bank_statement::Column::Id);
    Ok(found.all(connection).await?)
}

fn listed(fund: Option<Uuid>, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM bank_statement o WHERE 1 = 1"));
    if let Some(fund) = fund {
        sql.push(" AND o.fund_id = ").bind(fund);
    }
    sql
}

/// A page of statements, the latest first.
pub(crate) async fn statement_page(
    connection: &impl ConnectionTrait,
    fund: Option<Uuid>,
    args: &PageArgs,
) -> Result<Page<StatementRow>> {
    let sql = listed(fund, &columns::<bank_statement::Entity>("o"));
    page_of::<StatementRow>(connection, sql, ("o.to_on", "o.id"), true, args, |row| {
        (row.to_on, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn statement_count(connection: &impl ConnectionTrait, fund: Option<Uuid>) -> Result<u64> {
    counted(connection, &listed(fund, "1"), MAX_COUNT + 1).await
}

async fn number(connection: &impl ConnectionTrait, sql: Sql) -> Result<u64> {
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(found.unsigned_abs())
}

/// How many lines of some statements stand in a match that the service made.
pub(crate) async fn automatic_count(connection: &impl ConnectionTrait, statements: &[Uuid]) -> Result<u64> {
    let mut sql = Sql::new(
        "SELECT COUNT(*) AS found FROM bank_line l JOIN bank_matched_line s ON s.line_id = l.id \
         JOIN bank_match m ON m.id = s.match_id WHERE m.kind = 'AUTOMATIC' AND l.statement_id",
    );
    sql.among(statements.iter().copied());
    number(connection, sql).await
}

/// How many lines of some statements stand in no match.
pub(crate) async fn open_of(connection: &impl ConnectionTrait, statements: &[Uuid]) -> Result<Vec<(Uuid, i64)>> {
    let mut sql = Sql::new(
        "SELECT l.statement_id, COUNT(*) AS found FROM bank_line l WHERE NOT EXISTS \
         (SELECT 1 FROM bank_matched_line s WHERE s.line_id = l.id) AND l.statement_id",
    );
    sql.among(statements.iter().copied()).push(" GROUP BY l.statement_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "statement_id")?, row.try_get("", "found")?)))
        .collect()
}
