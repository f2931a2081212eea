//! Programmes of test purchases and who may take part in them.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    funds::rules::{FundSight, ProgramState},
    platform::{
        db::{LockRows as _, Sql, Tx, by_ids, claim_version, columns, counted, page_of},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{purchase_program, purchase_program_member};

/// A programme's row.
pub type ProgramRow = purchase_program::Model;

/// Which programmes to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProgramQuery {
    pub(crate) fund: Option<Uuid>,
    pub(crate) states: Vec<ProgramState>,
    /// As text, such as `2026-03-09`.
    pub(crate) today: String,
}

/// The condition that the sight meets a programme `o`: all of them, those open to every member, or those that name one of its
/// organisations.
fn met(sight: &FundSight) -> Sql {
    if sight.all {
        return Sql::new("1 = 1");
    }
    let mut sql = Sql::new(
        "(o.open OR EXISTS (SELECT 1 FROM purchase_program_member m WHERE m.program_id = o.id AND m.organization_id",
    );
    sql.among(sight.organizations.iter().copied()).push("))");
    match sight.is_blind() {
        true => Sql::new("1 = 0"),
        false => sql,
    }
}

fn programs(sight: &FundSight, query: &ProgramQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM purchase_program o WHERE "));
    sql.append(&met(sight));
    if let Some(fund) = query.fund {
        sql.push(" AND o.fund_id = ").bind(fund);
    }
    if !query.states.is_empty() {
        sql.push(" AND (1 = 0");
        for state in &query.states {
            in_state(&mut sql, *state, &query.today);
        }
        sql.push(")");
    }
    sql
}

/// Adds that a programme stands so today.
fn in_state(sql: &mut Sql, state: ProgramState, today: &str) {
    match state {
        ProgramState::Archived => {
            sql.push(" OR o.archived_at IS NOT NULL");
        }
        ProgramState::Planned => {
            sql.push(" OR (o.archived_at IS NULL AND o.starts_on > ")
                .bind(today)
                .push(")");
        }
        ProgramState::Ended => {
            sql.push(" OR (o.archived_at IS NULL AND o.ends_on < ")
                .bind(today)
                .push(")");
        }
        ProgramState::Active => {
            sql.push(" OR (o.archived_at IS NULL AND o.starts_on <= ").bind(today);
            sql.push(" AND o.ends_on >= ").bind(today).push(")");
        }
    }
}

async fn read(connection: &impl ConnectionTrait, sql: Sql) -> Result<Vec<ProgramRow>> {
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(ProgramRow::from_query_result(row, "")?))
        .collect()
}

/// A page of the programmes that the sight meets, the latest first.
pub(crate) async fn program_page(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &ProgramQuery,
    args: &PageArgs,
) -> Result<Page<ProgramRow>> {
    let sql = programs(sight, query, &columns::<purchase_program::Entity>("o"));
    page_of::<ProgramRow>(connection, sql, ("o.created_at", "o.id"), true, args, |row| {
        (row.created_at, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn program_count(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &ProgramQuery,
) -> Result<u64> {
    counted(connection, &programs(sight, query, "1"), MAX_COUNT + 1).await
}

/// The programmes with these ids that the sight meets, in any order.
pub(crate) async fn programs_seen(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    ids: &[Uuid],
) -> Result<Vec<ProgramRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = programs(
        sight,
        &ProgramQuery::default(),
        &columns::<purchase_program::Entity>("o"),
    );
    sql.push(" AND o.id").among(ids.iter().copied());
    read(connection, sql).await
}

/// Programmes, whoever may see them, in any order.
pub(crate) async fn programs_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ProgramRow>> {
    by_ids::<purchase_program::Entity>(connection, ids).await
}

/// A programme that nobody changes or ends until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn program_share(tx: &Tx, id: Uuid) -> Result<ProgramRow> {
    purchase_program::Entity::find_by_id(id)
        .lock_shared()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// A programme that nobody else locks until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn program_lock(tx: &Tx, id: Uuid) -> Result<ProgramRow> {
    purchase_program::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Keeps a new programme.
pub(crate) async fn program_insert(tx: &Tx, row: ProgramRow) -> Result<()> {
    purchase_program::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a programme if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn program_save(tx: &Tx, mut row: ProgramRow) -> Result<ProgramRow> {
    use purchase_program::Column;
    claim_version::<purchase_program::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Who may take part in some programmes: the programme and the member.
pub(crate) async fn members_of(connection: &impl ConnectionTrait, programs: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    use purchase_program_member::Column;
    let found = purchase_program_member::Entity::find()
        .filter(Column::ProgramId.is_in(programs.iter().copied()))
        .order_by_asc(Column::ProgramId)
        .order_by_asc(Column::OrganizationId)
        .all(connection)
        .await?;
    Ok(found
        .into_iter()
        .map(|row| (row.program_id, row.organization_id))
        .collect())
}

/// Says who may take part, in the place of what was said before.
pub(crate) async fn members_put(tx: &Tx, program: Uuid, organizations: &[Uuid]) -> Result<()> {
    use purchase_program_member::{ActiveModel, Column, Entity};
    Entity::delete_many()
        .filter(Column::ProgramId.eq(program))
        .exec(tx.connection())
        .await?;
    if organizations.is_empty() {
        return Ok(());
    }
    let rows = organizations.iter().map(|organization| ActiveModel {
        program_id: Set(program),
        organization_id: Set(*organization),
    });
    Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}
