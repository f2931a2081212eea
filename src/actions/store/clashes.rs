//! What is compared, and what was found to meet.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseConnection, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _,
};
use uuid::Uuid;

use crate::{
    actions::rules::{HitState, TimeBox},
    audience::{self, Kind, Order, PageQuery, Sight},
    platform::{
        db::{Sql, Tx, by_ids, claim_version, json, keyset},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{deconfliction_hit, deconfliction_record};

/// The row of what is compared of an action.
pub(crate) type RecordRow = deconfliction_record::Model;
/// The row of two that meet.
pub(crate) type HitRow = deconfliction_hit::Model;

/// What a row says is compared.
pub(crate) fn time_box(row: &RecordRow) -> Result<TimeBox> {
    Ok(TimeBox {
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        country: row.country.clone(),
        divisions: json(&row.divisions)?,
        places: json(&row.places)?,
        hashes: json(&row.hashes)?,
    })
}

/// What is compared of an action.
pub(crate) async fn record_of(connection: &impl ConnectionTrait, action: Uuid) -> Result<Option<RecordRow>> {
    Ok(records_of_actions(connection, &[action]).await?.pop())
}

/// What is compared of some actions, in any order.
pub(crate) async fn records_of_actions(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<RecordRow>> {
    let found = deconfliction_record::Entity::find()
        .filter(deconfliction_record::Column::ActionId.is_in(actions.iter().copied()));
    Ok(found.all(connection).await?)
}

/// Records by their ids, in any order.
pub(crate) async fn records_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<RecordRow>> {
    by_ids::<deconfliction_record::Entity>(connection, ids).await
}

/// Writes what is compared of an action, in the place of what was.
pub(crate) async fn record_put(tx: &Tx, row: &RecordRow) -> Result<()> {
    let mut sql = Sql::new(
        "INSERT INTO deconfliction_record (id, action_id, starts_at, ends_at, country, divisions, places, hashes, live) \
         VALUES (",
    );
    sql.bind(row.id).push(", ").bind(row.action_id);
    sql.push(", ").bind(row.starts_at).push(", ").bind(row.ends_at);
    for text in [&row.country, &row.divisions, &row.places, &row.hashes] {
        sql.push(", ").bind(text.as_str());
    }
    sql.push(", ").bind(row.live).push(
        ") ON CONFLICT (action_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, \
         country = excluded.country, divisions = excluded.divisions, places = excluded.places, \
         hashes = excluded.hashes, live = excluded.live",
    );
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// The records of other actions that are compared and lie within a time.
pub(crate) async fn records_near(tx: &Tx, but: Uuid, (from, until): (i64, i64)) -> Result<Vec<RecordRow>> {
    use deconfliction_record::Column;
    let found = deconfliction_record::Entity::find()
        .filter(Column::Live.eq(true))
        .filter(Column::Id.ne(but))
        .filter(Column::StartsAt.lte(until))
        .filter(Column::EndsAt.gte(from));
    Ok(found.all(tx.connection()).await?)
}

/// A page of what is compared, those that begin first in front: for the desk, which sees all of them.
pub(crate) async fn record_page(connection: &impl ConnectionTrait, args: &PageArgs) -> Result<Page<RecordRow>> {
    use deconfliction_record::{Column, Entity};
    let query = Entity::find().filter(Column::Live.eq(true));
    let rows = keyset(query, Column::StartsAt, Column::Id, args)
        .all(connection)
        .await?;
    let rows = rows.into_iter().map(|row| (row.starts_at, row.id, row));
    Ok(Page::cut(rows.collect(), args))
}

/// How many those are.
pub(crate) async fn record_count(connection: &impl ConnectionTrait) -> Result<u64> {
    let query = deconfliction_record::Entity::find().filter(deconfliction_record::Column::Live.eq(true));
    Ok(query.count(connection).await?)
}

/// That two meet, if the sight meets it.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn hit_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<HitRow> {
    let row = audience::object::<deconfliction_hit::Entity>(connection, sight, Kind::Clash, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The same, locked until the transaction ends.
///
/// # Errors
/// As [`hit_find`].
pub(crate) async fn hit_lock_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<HitRow> {
    audience::object_locked::<deconfliction_hit::Entity>(tx, sight, Kind::Clash, id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    hit_find(tx.connection(), sight, id).await
}

/// Hits by their ids, whoever may see them.
pub(crate) async fn hits_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<HitRow>> {
    by_ids::<deconfliction_hit::Entity>(connection, ids).await
}

/// The hits of some records, whoever may see them, the first one first.
pub(crate) async fn hits_of_records(connection: &impl ConnectionTrait, records: &[Uuid]) -> Result<Vec<HitRow>> {
    use deconfliction_hit::Column;
    use sea_orm::{Condition, QueryOrder as _};
    let either = Condition::any()
        .add(Column::FirstId.is_in(records.iter().copied()))
        .add(Column::SecondId.is_in(records.iter().copied()));
    let found = deconfliction_hit::Entity::find()
        .filter(either)
        .order_by_asc(Column::FoundAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps that two meet.
pub(crate) async fn hit_insert(tx: &Tx, row: HitRow) -> Result<()> {
    deconfliction_hit::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what becomes of it, if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn hit_save(tx: &Tx, mut row: HitRow) -> Result<HitRow> {
    use deconfliction_hit::Column;
    use sea_orm::ActiveModelTrait as _;
    claim_version::<deconfliction_hit::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Those that still wait for something, or those that do not.
fn waiting(open: Option<bool>) -> Sql {
    let states = [HitState::Open.code(), HitState::Moving.code()];
    let mut sql = Sql::default();
    match open {
        Some(true) => {
            sql.push(" AND o.state").among(states);
        }
        Some(false) => {
            sql.push(" AND NOT (o.state").among(states).push(")");
        }
        None => {}
    }
    sql
}

/// A page of the hits that a sight meets, the latest first.
pub(crate) async fn hit_page(
    connection: &DatabaseConnection,
    sight: &Sight,
    open: Option<bool>,
    args: &PageArgs,
) -> Result<Page<HitRow>> {
    let query = PageQuery {
        kind: Kind::Clash,
        filter: &waiting(open),
        order: Order::CreatedAt,
        run: args.run(true),
    };
    let rows = audience::page::<deconfliction_hit::Entity>(connection, sight, &query).await?;
    Ok(Page::cut(rows, args))
}

/// How many those are.
pub(crate) async fn hit_count(connection: &DatabaseConnection, sight: &Sight, open: Option<bool>) -> Result<u64> {
    let filter = waiting(open);
    audience::count::<deconfliction_hit::Entity>(connection, sight, Kind::Clash, &filter, MAX_COUNT + 1).await
}
