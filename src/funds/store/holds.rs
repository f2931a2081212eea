//! Holds, and what is asked for and not decided.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::demand::demand_step;
use crate::{
    funds::rules::HoldState,
    platform::{
        db::{LockRows as _, Sql, Tx, by_ids},
        error::{ApiError, Result},
    },
};
use entity::{fund_demand, fund_hold};

/// A hold's row.
pub type HoldRow = fund_hold::Model;

/// Most holds of an allocation that are listed.
const MOST: u64 = 200;

/// Keeps a new hold.
pub(crate) async fn hold_insert(tx: &Tx, row: HoldRow) -> Result<()> {
    fund_hold::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A hold that nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn hold_lock(tx: &Tx, id: Uuid) -> Result<HoldRow> {
    fund_hold::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Saves what became of a hold that is locked.
pub(crate) async fn hold_save(tx: &Tx, row: &HoldRow) -> Result<()> {
    use fund_hold::Column;
    fund_hold::Entity::update_many()
        .col_expr(Column::AmountMinor, Expr::value(row.amount_minor))
        .col_expr(Column::CapturedMinor, Expr::value(row.captured_minor))
        .col_expr(Column::RefundedMinor, Expr::value(row.refunded_minor))
        .col_expr(Column::PooledMinor, Expr::value(row.pooled_minor))
        .col_expr(Column::State, Expr::value(row.state.clone()))
        .col_expr(Column::ClosedAt, Expr::value(row.closed_at))
        .filter(Column::Id.eq(row.id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Holds by their ids, in any order.
pub(crate) async fn holds_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<HoldRow>> {
    by_ids::<fund_hold::Entity>(connection, ids).await
}

/// The holds of an allocation, the latest first.
pub(crate) async fn holds_of(
    connection: &impl ConnectionTrait,
    allocation: Uuid,
    states: &[HoldState],
) -> Result<Vec<HoldRow>> {
    use fund_hold::Column;
    let mut found = fund_hold::Entity::find().filter(Column::AllocationId.eq(allocation));
    if !states.is_empty() {
        found = found.filter(Column::State.is_in(states.iter().map(|state| state.code())));
    }
    let found = found.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    Ok(found.limit(MOST).all(connection).await?)
}

/// Holds that are open though their time is over, those that have been for longest first.
pub(crate) async fn holds_due(connection: &impl ConnectionTrait, now: i64, most: u64) -> Result<Vec<HoldRow>> {
    use fund_hold::Column;
    let found = fund_hold::Entity::find()
        .filter(Column::State.eq(HoldState::Open.code()))
        .filter(Column::ExpiresAt.lte(now))
        .order_by_asc(Column::ExpiresAt)
        .order_by_asc(Column::Id);
    Ok(found.limit(most).all(connection).await?)
}

/// Says how much a purchase asks for of an allocation; nothing any more where it is 0.
pub(crate) async fn demand_put(tx: &Tx, allocation: Uuid, purchase: Uuid, minor: i64) -> Result<()> {
    let before = fund_demand::Entity::find_by_id(purchase).one(tx.connection()).await?;
    if let Some(before) = before.filter(|before| minor <= 0 || before.allocation_id != allocation) {
        demand_step(tx, before.allocation_id, purchase, 0).await?;
    }
    if minor > 0 {
        demand_step(tx, allocation, purchase, minor).await?;
    }
    if minor <= 0 {
        fund_demand::Entity::delete_by_id(purchase)
            .exec(tx.connection())
            .await?;
        return Ok(());
    }
    let mut sql = Sql::new("INSERT INTO fund_demand (purchase_id, allocation_id, amount_minor) VALUES (");
    sql.bind(purchase).push(", ").bind(allocation).push(", ").bind(minor).push(
        ") ON CONFLICT (purchase_id) DO UPDATE SET allocation_id = excluded.allocation_id, amount_minor = excluded.amount_minor",
    );
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}
