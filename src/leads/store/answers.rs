//! Deliveries and their answers.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::{AnswerRow, DeliveryRow};
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        db::{Tx, claim_version},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{delivery, delivery_answer};

/// Most deliveries a job takes at once.
const BATCH: u64 = 200;

/// A delivery the sight meets.
///
/// # Errors
/// `NOT_FOUND` where there is none for this viewer.
pub(crate) async fn delivery_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<DeliveryRow> {
    let row = audience::object::<delivery::Entity>(connection, sight, Kind::Delivery, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The deliveries with these ids that the sight meets, in any order.
pub(crate) async fn deliveries_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<DeliveryRow>> {
    audience::objects::<delivery::Entity>(connection, sight, Kind::Delivery, ids).await
}

/// The deliveries of some leads that the sight meets, in order of their making.
pub(crate) async fn deliveries_seen_of(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<DeliveryRow>> {
    let mut rows = audience::objects_within::<delivery::Entity>(connection, sight, Kind::Delivery, leads).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    Ok(rows)
}

/// A delivery by id, for jobs.
pub(crate) async fn delivery_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<DeliveryRow> {
    delivery::Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Deliveries with these ids; visibility was asked for already.
pub(crate) async fn deliveries_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<DeliveryRow>> {
    Ok(delivery::Entity::find()
        .filter(delivery::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?)
}

/// Inserts a delivery.
pub(crate) async fn delivery_insert(tx: &Tx, row: DeliveryRow) -> Result<()> {
    delivery::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a changed delivery if nobody else changed it since `expected`; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn delivery_update(tx: &Tx, mut row: DeliveryRow, expected: i32) -> Result<DeliveryRow> {
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    row.version += 1;
    claim_version::<delivery::Entity>(
        tx,
        (delivery::Column::Id, row.id),
        (delivery::Column::Version, expected),
    )
    .await?;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// All deliveries of some leads, in order of their making.
pub(crate) async fn deliveries_of(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<Vec<DeliveryRow>> {
    Ok(delivery::Entity::find()
        .filter(delivery::Column::LeadId.is_in(leads.iter().copied()))
        .order_by_asc(delivery::Column::CreatedAt)
        .order_by_asc(delivery::Column::Id)
        .all(connection)
        .await?)
}

/// The deliveries of a lead that are not final.
pub(crate) async fn open_deliveries_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<DeliveryRow>> {
    Ok(delivery::Entity::find()
        .filter(delivery::Column::LeadId.eq(lead))
        .filter(delivery::Column::State.is_not_in(["ANSWERED", "CLOSED"]))
        .all(connection)
        .await?)
}

/// Keeps an answer.
pub(crate) async fn answer_insert(tx: &Tx, row: AnswerRow) -> Result<()> {
    delivery_answer::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The answers of some deliveries, in order.
pub(crate) async fn answers_of(connection: &impl ConnectionTrait, deliveries: &[Uuid]) -> Result<Vec<AnswerRow>> {
    Ok(delivery_answer::Entity::find()
        .filter(delivery_answer::Column::DeliveryId.is_in(deliveries.iter().copied()))
        .order_by_asc(delivery_answer::Column::Number)
        .all(connection)
        .await?)
}

/// Deliveries whose deadline has passed and that are not marked so.
pub(crate) async fn deliveries_to_turn_overdue(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<Uuid>> {
    ids(
        connection,
        delivery::Column::State
            .is_in(["PUSHED", "VIEWED", "ACKNOWLEDGED"])
            .and(delivery::Column::DueAt.lte(now)),
    )
    .await
}

/// Overdue deliveries that have lapsed.
pub(crate) async fn deliveries_to_expire(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<Uuid>> {
    ids(
        connection,
        delivery::Column::State
            .eq("OVERDUE")
            .and(delivery::Column::ExpiresAt.lte(now)),
    )
    .await
}

/// Deliveries that have waited for information as long as they may.
pub(crate) async fn deliveries_to_resume(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<Uuid>> {
    ids(
        connection,
        delivery::Column::State
            .eq("NEEDS_INFO")
            .and(delivery::Column::PauseEndsAt.lte(now)),
    )
    .await
}

/// Running deliveries with a provisional deadline that rests on none of the calendars of today.
pub(crate) async fn deliveries_to_recalculate(
    connection: &impl ConnectionTrait,
    calendars: impl Iterator<Item = &'static str>,
) -> Result<Vec<Uuid>> {
    ids(
        connection,
        delivery::Column::State
            .is_in(["PUSHED", "VIEWED", "ACKNOWLEDGED"])
            .and(delivery::Column::Provisional.eq(true))
            .and(delivery::Column::CalendarVersion.is_not_in(calendars)),
    )
    .await
}

async fn ids(connection: &impl ConnectionTrait, wanted: Expr) -> Result<Vec<Uuid>> {
    let rows = delivery::Entity::find()
        .select_only()
        .column(delivery::Column::Id)
        .filter(wanted)
        .order_by_asc(delivery::Column::DueAt)
        .limit(BATCH)
        .into_tuple::<Uuid>()
        .all(connection)
        .await?;
    Ok(rows)
}
