//! Funds and the accounts of their ledgers.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseBackend, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    funds::rules::{AccountKind, Effect, FundSight},
    platform::{
        clock::micros,
        db::{Sql, Tx, by_ids, columns, counted, page_of},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{fund, ledger_account};

/// A fund's row.
pub(crate) type FundRow = fund::Model;
/// An account's row.
pub(crate) type AccountRow = ledger_account::Model;

/// Keeps a new fund.
pub(crate) async fn fund_insert(tx: &Tx, row: FundRow) -> Result<()> {
    fund::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A fund that nobody closes the period of until the transaction ends; others may move its money meanwhile.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn fund_share(tx: &Tx, id: Uuid) -> Result<FundRow> {
    queued(tx, id, "_shared").await?;
    fund::Entity::find_by_id(id)
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// A fund of which nobody moves the money until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn fund_lock(tx: &Tx, id: Uuid) -> Result<FundRow> {
    queued(tx, id, "").await?;
    fund::Entity::find_by_id(id)
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Stands in line for a fund. PostgreSQL lets those who share a row's lock pass by who waits to have it alone, so that a period of
/// a busy fund would never close; its advisory locks are given in order. The row itself is not locked beside it: every new order
/// shares its key by the foreign key, and stands in no line. What is read afterwards is a statement of its own, which sees what
/// those before in the line have committed. SQLite has one writer anyway.
async fn queued(tx: &Tx, fund: Uuid, mode: &'static str) -> Result<()> {
    if tx.backend() == DatabaseBackend::Postgres {
        // The random half of the id: two funds with the same one would wait for each other, and that is all.
        let key = fund.as_u64_pair().1.cast_signed();
        let sql = format!("SELECT pg_advisory_xact_lock{mode}({key})");
        tx.connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// Saves the number of a fund's open period; raises its version.
pub(crate) async fn fund_save(tx: &Tx, row: &FundRow) -> Result<()> {
    fund::Entity::update_many()
        .col_expr(fund::Column::Period, Expr::value(row.period))
        .col_expr(fund::Column::Version, Expr::value(row.version + 1))
        .filter(fund::Column::Id.eq(row.id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Funds, whoever may see them, in any order.
pub(crate) async fn funds_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<FundRow>> {
    by_ids::<fund::Entity>(connection, ids).await
}

/// The condition that the sight meets the fund whose id stands in a column: all of them, or those that allotted something.
fn met(sight: &FundSight, id: &str) -> Sql {
    if sight.all {
        return Sql::new("1 = 1");
    }
    let mut sql = Sql::new(&format!(
        "EXISTS (SELECT 1 FROM ledger_account a WHERE a.fund_id = {id} AND a.organization_id"
    ));
    sql.among(sight.organizations.iter().copied()).push(")");
    sql
}

/// The funds with these ids that the sight meets, in any order.
pub(crate) async fn funds_seen(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    ids: &[Uuid],
) -> Result<Vec<FundRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!("SELECT {} FROM fund o WHERE ", columns::<fund::Entity>("o")));
    sql.append(&met(sight, "o.id"))
        .push(" AND o.id")
        .among(ids.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(FundRow::from_query_result(row, "")?))
        .collect()
}

/// A page of the funds that the sight meets, the first made first.
pub(crate) async fn fund_page(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    args: &PageArgs,
) -> Result<Page<FundRow>> {
    let mut sql = Sql::new(&format!("SELECT {} FROM fund o WHERE ", columns::<fund::Entity>("o")));
    sql.append(&met(sight, "o.id"));
    page_of::<FundRow>(connection, sql, ("o.created_at", "o.id"), false, args, |row| {
        (row.created_at, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn fund_count(connection: &impl ConnectionTrait, sight: &FundSight) -> Result<u64> {
    let mut sql = Sql::new("SELECT 1 FROM fund o WHERE ");
    sql.append(&met(sight, "o.id"));
    counted(connection, &sql, MAX_COUNT + 1).await
}

/// An account to be, if it is not there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewAccount {
    pub(crate) id: Uuid,
    pub(crate) fund: Uuid,
    pub(crate) kind: AccountKind,
    pub(crate) organization: Option<Uuid>,
    pub(crate) program: Option<Uuid>,
    /// The hold for which it is.
    pub(crate) hold: Option<Uuid>,
}

impl NewAccount {
    /// What it is, once in a fund.
    pub(crate) fn code(&self) -> String {
        let parts = [self.organization, self.program, self.hold];
        let parts = parts.into_iter().flatten().map(|part| format!("/{part}"));
        format!("{}{}", self.kind.code(), parts.collect::<String>())
    }
}

/// The account of a code, opened where there is none. Two that open it at once get the same one.
pub(crate) async fn account_open(tx: &Tx, new: NewAccount) -> Result<AccountRow> {
    let code = new.code();
    if let Some(row) = account_by_code(tx.connection(), new.fund, &code).await? {
        return Ok(row);
    }
    let normal = if new.kind.is_debit_normal() { "DEBIT" } else { "CREDIT" };
    let mut sql = Sql::new(
        "INSERT INTO ledger_account (id, fund_id, code, kind, normal, floats, organization_id, program_id, debits, credits, \
         closed_at, created_at) VALUES (",
    );
    sql.bind(new.id)
        .push(", ")
        .bind(new.fund)
        .push(", ")
        .bind(code.as_str());
    sql.push(", ").bind(new.kind.code()).push(", ").bind(normal);
    sql.push(", ").bind(new.kind.floats()).push(", ").bind(new.organization);
    sql.push(", ").bind(new.program).push(", 0, 0, NULL, ");
    sql.bind(micros(tx.now()))
        .push(") ON CONFLICT (fund_id, code) DO NOTHING");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    let row = account_by_code(tx.connection(), new.fund, &code).await?;
    row.ok_or_else(|| ApiError::internal("an account vanished"))
}

/// The account of a code.
pub(crate) async fn account_by_code(
    connection: &impl ConnectionTrait,
    fund: Uuid,
    code: &str,
) -> Result<Option<AccountRow>> {
    let found = ledger_account::Entity::find()
        .filter(ledger_account::Column::FundId.eq(fund))
        .filter(ledger_account::Column::Code.eq(code));
    Ok(found.one(connection).await?)
}

/// Accounts by their ids, in any order.
pub(crate) async fn accounts_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<AccountRow>> {
    by_ids::<ledger_account::Entity>(connection, ids).await
}

/// The accounts of some funds, the first opened first.
pub(crate) async fn accounts_of(connection: &impl ConnectionTrait, funds: &[Uuid]) -> Result<Vec<AccountRow>> {
    let found = ledger_account::Entity::find()
        .filter(ledger_account::Column::FundId.is_in(funds.iter().copied()))
        .order_by_asc(ledger_account::Column::CreatedAt)
        .order_by_asc(ledger_account::Column::Id);
    Ok(found.all(connection).await?)
}

/// The accounts of a fund but those of holds, of which there are as many as purchases, the first opened first.
pub(crate) async fn accounts_listed(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Vec<AccountRow>> {
    let found = ledger_account::Entity::find()
        .filter(ledger_account::Column::FundId.eq(fund))
        .filter(ledger_account::Column::Kind.ne(AccountKind::Held.code()))
        .order_by_asc(ledger_account::Column::CreatedAt)
        .order_by_asc(ledger_account::Column::Id);
    Ok(found.all(connection).await?)
}

/// Closes the allocations of a programme: what comes back goes to them still, and nothing is held any more.
pub(crate) async fn accounts_close(tx: &Tx, program: Uuid) -> Result<()> {
    use ledger_account::Column;
    ledger_account::Entity::update_many()
        .col_expr(Column::ClosedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::ProgramId.eq(program))
        .filter(Column::Kind.eq(AccountKind::Allocation.code()))
        .filter(Column::ClosedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Adds to the counters of an account. The condition is looked at under the row's lock, so that of two that would together
/// overdraw it one is refused.
///
/// # Errors
/// `INSUFFICIENT_FUNDS` where it would be below zero.
pub(crate) async fn apply(tx: &Tx, account: Uuid, effect: Effect) -> Result<()> {
    let mut sql = Sql::new("UPDATE ledger_account SET debits = debits + ");
    sql.bind(effect.debits)
        .push(", credits = credits + ")
        .bind(effect.credits);
    sql.push(" WHERE id = ")
        .bind(account)
        .push(" AND (floats OR (normal = 'CREDIT' AND credits + ");
    sql.bind(effect.credits).push(" >= debits + ").bind(effect.debits);
    sql.push(") OR (normal = 'DEBIT' AND debits + ").bind(effect.debits);
    sql.push(" >= credits + ").bind(effect.credits).push("))");
    let changed = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    match changed.rows_affected() {
        1 => Ok(()),
        _ => Err(ErrorCode::InsufficientFunds.into()),
    }
}

/// Which allocations to list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AllocationQuery {
    pub(crate) fund: Option<Uuid>,
    pub(crate) organization: Option<Uuid>,
    pub(crate) program: Option<Uuid>,
}

/// Adds the condition that the sight meets a row's organisation.
pub(super) fn met_by_organization(sql: &mut Sql, sight: &FundSight, column: &str) {
    if !sight.all {
        sql.push(&format!(" AND {column}"))
            .among(sight.organizations.iter().copied());
    }
}

fn allocations(sight: &FundSight, query: AllocationQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!(
        "SELECT {wanted} FROM ledger_account o WHERE o.kind = '{}'",
        AccountKind::Allocation.code()
    ));
    met_by_organization(&mut sql, sight, "o.organization_id");
    for (column, value) in [
        ("fund_id", query.fund),
        ("organization_id", query.organization),
        ("program_id", query.program),
    ] {
        if let Some(value) = value {
            sql.push(&format!(" AND o.{column} = ")).bind(value);
        }
    }
    sql
}

/// A page of the allocations that the sight meets, the first opened first.
pub(crate) async fn allocation_page(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: AllocationQuery,
    args: &PageArgs,
) -> Result<Page<AccountRow>> {
    let sql = allocations(sight, query, &columns::<ledger_account::Entity>("o"));
    page_of::<AccountRow>(connection, sql, ("o.created_at", "o.id"), false, args, |row| {
        (row.created_at, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn allocation_count(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: AllocationQuery,
) -> Result<u64> {
    counted(connection, &allocations(sight, query, "1"), MAX_COUNT + 1).await
}

/// The allocations with these ids that the sight meets, in any order.
pub(crate) async fn allocations_seen(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    ids: &[Uuid],
) -> Result<Vec<AccountRow>> {
    let mut rows = accounts_by_ids(connection, ids).await?;
    rows.retain(|row| row.kind == AccountKind::Allocation.code() && sight.meets(row.organization_id));
    Ok(rows)
}

/// The allocations of some funds that the sight meets, the first opened first.
pub(crate) async fn allocations_of(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    funds: &[Uuid],
) -> Result<Vec<AccountRow>> {
    let wanted = columns::<ledger_account::Entity>("o");
    let mut sql = allocations(sight, AllocationQuery::default(), &wanted);
    sql.push(" AND o.fund_id")
        .among(funds.iter().copied())
        .push(" ORDER BY o.created_at, o.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(AccountRow::from_query_result(row, "")?))
        .collect()
}

/// The funds there are, whoever may see them.
pub(crate) async fn fund_ids(connection: &impl ConnectionTrait) -> Result<Vec<Uuid>> {
    let found = fund::Entity::find()
        .order_by_asc(fund::Column::CreatedAt)
        .order_by_asc(fund::Column::Id);
    Ok(found.all(connection).await?.into_iter().map(|row| row.id).collect())
}

/// The first allocation of an organisation that is not closed, in a programme or for any purchase.
pub(crate) async fn allocation_for(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    program: Option<Uuid>,
) -> Result<Option<Uuid>> {
    use ledger_account::Column;
    let found = ledger_account::Entity::find()
        .filter(Column::Kind.eq(AccountKind::Allocation.code()))
        .filter(Column::OrganizationId.eq(organization))
        .filter(Column::ClosedAt.is_null())
        .filter(match program {
            Some(program) => Column::ProgramId.eq(program),
            None => Column::ProgramId.is_null(),
        })
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    Ok(found.one(connection).await?.map(|row| row.id))
}

/// The allocations of an organisation, the first opened first.
pub(crate) async fn allocation_ids(connection: &impl ConnectionTrait, organization: Uuid) -> Result<Vec<Uuid>> {
    use ledger_account::Column;
    let found = ledger_account::Entity::find()
        .filter(Column::Kind.eq(AccountKind::Allocation.code()))
        .filter(Column::OrganizationId.eq(organization))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?.into_iter().map(|row| row.id).collect())
}
