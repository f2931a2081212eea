//! What screening says of listings, as somebody sees it, and what becomes of that.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, LockBehavior, LockType, OnConflict},
};
use uuid::Uuid;

use super::{Reach, ScreenedRow};
use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx, columns, counted, page_of},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    screening::rules::queue::ScreenedState,
};
use entity::screened_listing;

/// Rows of one statement.
const AT_ONCE: usize = 100;

/// Which screened listings a list is of; what is empty does not narrow it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ScreenedQuery {
    /// About one of these brands.
    pub(crate) brands: Vec<Uuid>,
    /// Standing so.
    pub(crate) states: Vec<ScreenedState>,
    /// Suspected of one of these, by code.
    pub(crate) infringements: Vec<&'static str>,
    /// Which became, or came in as, one of these leads.
    pub(crate) leads: Vec<Uuid>,
    /// At least as likely, millionths.
    pub(crate) least: Option<i64>,
    /// Offered by a seller on a watch list, or not.
    pub(crate) watched: Option<bool>,
}

/// The order of a list, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListOrder {
    /// The most likely first.
    Score,
    /// The latest first.
    Latest,
}

/// Adds rows; those that are there already stay.
pub(in crate::screening) async fn screened_insert(tx: &Tx, rows: Vec<ScreenedRow>) -> Result<()> {
    for some in rows.chunks(AT_ONCE) {
        let rows: Vec<screened_listing::ActiveModel> = some.iter().map(|row| row.clone().into_active_model()).collect();
        screened_listing::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([screened_listing::Column::ListingId, screened_listing::Column::BrandId])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// A `SELECT` of what somebody sees, which ends within its conditions.
fn seen(reach: &Reach, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!(
        "SELECT {wanted} FROM screened_listing s JOIN screening_listing g ON g.id = s.listing_id \
         JOIN brand b ON b.id = s.brand_id WHERE "
    ));
    sql.append(&reach.sees());
    sql
}

fn narrowed(sql: &mut Sql, query: &ScreenedQuery) {
    if !query.brands.is_empty() {
        sql.push(" AND s.brand_id").among(query.brands.iter().copied());
    }
    if !query.states.is_empty() {
        sql.push(" AND s.state")
            .among(query.states.iter().map(|state| <&str>::from(*state)));
    }
    if !query.infringements.is_empty() {
        sql.push(" AND (1 = 0");
        for code in &query.infringements {
            sql.push(" OR s.infringements LIKE ").bind(format!("%\"{code}\"%"));
        }
        sql.push(")");
    }
    if !query.leads.is_empty() {
        sql.push(" AND s.lead_id").among(query.leads.iter().copied());
    }
    if let Some(least) = query.least {
        sql.push(" AND s.score >= ").bind(least);
    }
    if let Some(watched) = query.watched {
        sql.push(" AND s.watched = ").bind(watched);
    }
}

/// A page of what somebody sees.
pub(in crate::screening) async fn screened_page(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    query: &ScreenedQuery,
    order: ListOrder,
    args: &PageArgs,
) -> Result<Page<ScreenedRow>> {
    let mut sql = seen(reach, &columns::<screened_listing::Entity>("s"));
    narrowed(&mut sql, query);
    match order {
        ListOrder::Score => {
            let place = |row: &ScreenedRow| (row.score, row.id);
            page_of(connection, sql, ("s.score", "s.id"), true, args, place).await
        }
        ListOrder::Latest => {
            let place = |row: &ScreenedRow| (row.created_at, row.id);
            page_of(connection, sql, ("s.created_at", "s.id"), true, args, place).await
        }
    }
}

/// How many those are, up to one more than is counted.
pub(in crate::screening) async fn screened_count(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    query: &ScreenedQuery,
) -> Result<u64> {
    let mut sql = seen(reach, "s.id");
    narrowed(&mut sql, query);
    counted(connection, &sql, MAX_COUNT + 1).await
}

/// One that somebody sees.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(in crate::screening) async fn screened_find(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    id: Uuid,
) -> Result<ScreenedRow> {
    let mut sql = seen(reach, &columns::<screened_listing::Entity>("s"));
    sql.push(" AND s.id = ").bind(id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    Ok(ScreenedRow::from_query_result(&row, "")?)
}

/// The condition that somebody sees what was screened under the id of a column, for another statement.
pub(in crate::screening) fn screened_seen(reach: &Reach, id: &str) -> Sql {
    let mut sql = Sql::new("EXISTS (");
    sql.append(&seen(reach, "1")).push(&format!(" AND s.id = {id})"));
    sql
}

/// Whose the brand is that something screened is about.
pub(in crate::screening) async fn screened_owner(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>> {
    let mut sql =
        Sql::new("SELECT b.organization_id FROM screened_listing s JOIN brand b ON b.id = s.brand_id WHERE s.id = ");
    sql.bind(id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    match row {
        Some(row) => Ok(Some(row.try_get("", "organization_id")?)),
        None => Ok(None),
    }
}

/// Saves what somebody, or the worker, made of a row that was read at `row.version`, and gives it with its next one.
///
/// # Errors
/// `STALE_VERSION` where somebody was faster.
pub(in crate::screening) async fn screened_save(tx: &Tx, row: ScreenedRow) -> Result<ScreenedRow> {
    use screened_listing::Column;
    let next = ScreenedRow {
        version: row.version + 1,
        ..row
    };
    let saved = screened_listing::Entity::update_many()
        .col_expr(Column::State, Expr::value(next.state.clone()))
        .col_expr(Column::LeadId, Expr::value(next.lead_id))
        .col_expr(Column::Dismissal, Expr::value(next.dismissal.clone()))
        .col_expr(Column::Note, Expr::value(next.note.clone()))
        .col_expr(Column::JudgedBy, Expr::value(next.judged_by))
        .col_expr(Column::JudgedAt, Expr::value(next.judged_at))
        .col_expr(Column::ClaimedUntil, Expr::value(next.claimed_until))
        .col_expr(Column::Version, Expr::value(next.version))
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(next),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Takes those that are to become leads for oneself until a moment (microseconds), at most so many.
pub(in crate::screening) async fn claim_becoming(tx: &Tx, until: i64, most: u64) -> Result<Vec<ScreenedRow>> {
    use screened_listing::Column;
    let becoming = [ScreenedState::Confirmed, ScreenedState::Pushed].map(<&str>::from);
    let rows = screened_listing::Entity::find()
        .filter(Column::State.is_in(becoming))
        .filter(Column::LeadId.is_null())
        .filter(Column::ClaimedUntil.lte(micros(tx.now())))
        .order_by_asc(Column::ClaimedUntil)
        .limit(most)
        .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
        .all(tx.connection())
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    screened_listing::Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .filter(Column::Id.is_in(ids))
        .exec(tx.connection())
        .await?;
    Ok(rows)
}

/// What was screened lately, as far as trying rules out needs it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(in crate::screening) struct Recent {
    pub(in crate::screening) id: Uuid,
    pub(in crate::screening) listing_id: Uuid,
    pub(in crate::screening) brand_id: Uuid,
    pub(in crate::screening) title: String,
}

/// The latest that somebody sees, of a brand or of all, at most so many.
pub(in crate::screening) async fn recent(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    brand: Option<Uuid>,
    most: u64,
) -> Result<Vec<Recent>> {
    let mut sql = seen(reach, "s.id, s.listing_id, s.brand_id, s.title");
    if let Some(brand) = brand {
        sql.push(" AND s.brand_id = ").bind(brand);
    }
    sql.push(&format!(" ORDER BY s.created_at DESC, s.id DESC LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(Recent::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}
