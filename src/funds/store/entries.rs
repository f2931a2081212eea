//! Entries: written once, never changed.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    funds::rules::{EntryKind, FundSight},
    platform::{
        db::{Sql, Tx, by_ids, columns, counted, is_unique_violation, page_of},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::ledger_entry;

/// An entry's row.
pub(crate) type EntryRow = ledger_entry::Model;

/// Entries that are read at once where all are.
const BATCH: u64 = 1_000;

/// Writes an entry.
///
/// # Errors
/// `ALREADY_EXISTS` where a line of the bank's was recorded before, an entry was reversed before, or what was in suspense has
/// found its place before.
pub(crate) async fn entry_insert(tx: &Tx, row: EntryRow) -> Result<()> {
    let names_line = row.bank_line.is_some();
    let written = ledger_entry::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await;
    match written {
        Ok(_) => Ok(()),
        Err(error) if is_taken(&error) && names_line => Err(ApiError::because(
            ErrorCode::AlreadyExists,
            "A line of the bank with this reference was recorded before.",
        )
        .at("bankReference")),
        Err(error) if is_taken(&error) => Err(ErrorCode::AlreadyExists.into()),
        Err(error) => Err(error.into()),
    }
}

/// On SQLite the trigger that keeps a row from being replaced speaks before the key does.
fn is_taken(error: &sea_orm::DbErr) -> bool {
    is_unique_violation(error) || error.to_string().contains("ledger_entry is insert-only")
}

/// Which entries to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct EntryQuery {
    pub(crate) fund: Uuid,
    pub(crate) kinds: Vec<EntryKind>,
    /// Microseconds.
    pub(crate) from: Option<i64>,
    /// Microseconds; before this moment.
    pub(crate) to: Option<i64>,
    pub(crate) organization: Option<Uuid>,
    pub(crate) hold: Option<Uuid>,
    pub(crate) bank_reference: Option<String>,
}

/// The condition that one side of an entry is an account of one of these organisations.
fn touches(sql: &mut Sql, organizations: &[Uuid]) {
    sql.push(" AND EXISTS (SELECT 1 FROM ledger_account a WHERE (a.id = o.debit_id OR a.id = o.credit_id) AND a.organization_id")
        .among(organizations.iter().copied())
        .push(")");
}

fn entries(sight: &FundSight, query: &EntryQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM ledger_entry o WHERE o.fund_id = "));
    sql.bind(query.fund);
    if !sight.all {
        touches(&mut sql, &sight.organizations);
    }
    if let Some(organization) = query.organization {
        touches(&mut sql, &[organization]);
    }
    if !query.kinds.is_empty() {
        sql.push(" AND o.kind")
            .among(query.kinds.iter().map(|kind| kind.code()));
    }
    if let Some(from) = query.from {
        sql.push(" AND o.at >= ").bind(from);
    }
    if let Some(to) = query.to {
        sql.push(" AND o.at < ").bind(to);
    }
    if let Some(hold) = query.hold {
        sql.push(" AND o.hold_id = ").bind(hold);
    }
    if let Some(reference) = &query.bank_reference {
        sql.push(" AND o.bank_reference = ").bind(reference.as_str());
    }
    sql
}

async fn read(connection: &impl ConnectionTrait, sql: Sql) -> Result<Vec<EntryRow>> {
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(EntryRow::from_query_result(row, "")?))
        .collect()
}

/// A page of entries that the sight meets, the latest first.
pub(crate) async fn entry_page(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &EntryQuery,
    args: &PageArgs,
) -> Result<Page<EntryRow>> {
    let sql = entries(sight, query, &columns::<ledger_entry::Entity>("o"));
    page_of::<EntryRow>(connection, sql, ("o.at", "o.id"), true, args, |row| (row.at, row.id)).await
}

/// How many those are.
pub(crate) async fn entry_count(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &EntryQuery,
) -> Result<u64> {
    counted(connection, &entries(sight, query, "1"), MAX_COUNT + 1).await
}

/// The entries that the sight meets after a place, the first one first, a batch at most.
pub(crate) async fn entries_after(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &EntryQuery,
    after: Option<(i64, Uuid)>,
) -> Result<Vec<EntryRow>> {
    let mut sql = entries(sight, query, &columns::<ledger_entry::Entity>("o"));
    if let Some((at, id)) = after {
        sql.push(" AND (o.at, o.id) > (").bind(at).push(", ").bind(id).push(")");
    }
    sql.push(&format!(" ORDER BY o.at, o.id LIMIT {BATCH}"));
    read(connection, sql).await
}

/// The entries of a period after an id, in the order of their ids, a batch at most.
pub(crate) async fn entries_of_period(
    connection: &impl ConnectionTrait,
    fund: Uuid,
    period: i32,
    after: Option<Uuid>,
) -> Result<Vec<EntryRow>> {
    use ledger_entry::Column;
    let mut found = ledger_entry::Entity::find()
        .filter(Column::FundId.eq(fund))
        .filter(Column::Period.eq(period));
    if let Some(after) = after {
        found = found.filter(Column::Id.gt(after));
    }
    Ok(found.order_by_asc(Column::Id).limit(BATCH).all(connection).await?)
}

/// Entries by their ids, in any order.
pub(crate) async fn entries_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<EntryRow>> {
    by_ids::<ledger_entry::Entity>(connection, ids).await
}

/// The entries that stand and fall with one.
pub(crate) async fn entries_linked(connection: &impl ConnectionTrait, link: Uuid) -> Result<Vec<EntryRow>> {
    let found = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::LinkId.eq(link))
        .order_by_asc(ledger_entry::Column::Id);
    Ok(found.all(connection).await?)
}

/// The entries of some orders, the first one first.
pub(crate) async fn entries_of_order(connection: &impl ConnectionTrait, orders: &[Uuid]) -> Result<Vec<EntryRow>> {
    let found = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(ledger_entry::Column::At)
        .order_by_asc(ledger_entry::Column::Id);
    Ok(found.all(connection).await?)
}

/// What took some entries back: the entry, and what took it back.
pub(crate) async fn reversals_of(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let found = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::ReversesId.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    Ok(found
        .into_iter()
        .filter_map(|row| Some((row.reverses_id?, row.id)))
        .collect())
}

/// No place was found for what is in suspense, or the one that was found was taken back.
const UNPLACED: &str = " AND NOT EXISTS (SELECT 1 FROM ledger_entry c WHERE c.clears_id = o.id AND NOT EXISTS \
    (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = c.id))";

/// What of some funds is in suspense and has found no place yet, the first one first.
pub(crate) async fn in_suspense(connection: &impl ConnectionTrait, funds: &[Uuid]) -> Result<Vec<EntryRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM ledger_entry o WHERE o.kind",
        columns::<ledger_entry::Entity>("o")
    ));
    sql.among([EntryKind::SuspenseIn.code(), EntryKind::SuspenseOut.code()])
        .push(UNPLACED)
        .push(" AND o.fund_id")
        .among(funds.iter().copied())
        .push(" ORDER BY o.at, o.id");
    read(connection, sql).await
}
