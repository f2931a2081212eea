//! Purchases by their ids, and those that wait for the service.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::lists::met;
use crate::{
    platform::{
        db::{LockRows as _, Sql, Tx, by_ids, claim_version, columns},
        error::{ApiError, Result},
    },
    purchases::rules::PurchaseSight,
};
use entity::purchase;

/// A purchase's row.
pub type PurchaseRow = purchase::Model;

/// Purchases with these ids, whoever may see them, in any order.
pub(crate) async fn purchases_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<PurchaseRow>> {
    by_ids::<purchase::Entity>(connection, ids).await
}

/// The purchases for which some holds are.
pub(crate) async fn purchases_of_holds(connection: &impl ConnectionTrait, holds: &[Uuid]) -> Result<Vec<PurchaseRow>> {
    let found = purchase::Entity::find().filter(purchase::Column::HoldId.is_in(holds.iter().copied()));
    Ok(found.all(connection).await?)
}

/// Those of some purchases that the sight meets, in any order.
pub(crate) async fn purchases_seen(
    connection: &impl ConnectionTrait,
    sight: &PurchaseSight,
    ids: &[Uuid],
) -> Result<Vec<PurchaseRow>> {
    if ids.is_empty() || sight.is_blind() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM purchase p WHERE p.id",
        columns::<purchase::Entity>("p")
    ));
    sql.among(ids.iter().copied()).push(" AND ").append(&met(sight, "p"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(PurchaseRow::from_query_result(row, "")?))
        .collect()
}

/// A purchase that the sight meets, and that nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`; nobody waits for what is not visible.
pub(crate) async fn purchase_lock_seen(tx: &Tx, sight: &PurchaseSight, id: Uuid) -> Result<PurchaseRow> {
    if purchases_seen(tx.connection(), sight, &[id]).await?.is_empty() {
        return Err(ApiError::not_found());
    }
    purchase_lock(tx, id).await?;
    // Asked again: whose it is may have changed before the lock was had.
    let found = purchases_seen(tx.connection(), sight, &[id]).await?.pop();
    found.ok_or_else(ApiError::not_found)
}

/// A purchase that nobody else changes until the transaction ends, whoever may see it; none where there is none.
pub(crate) async fn purchase_lock(tx: &Tx, id: Uuid) -> Result<Option<PurchaseRow>> {
    let found = purchase::Entity::find_by_id(id).locked();
    Ok(found.one(tx.connection()).await?)
}

/// Keeps a new purchase.
pub(crate) async fn purchase_insert(tx: &Tx, row: PurchaseRow) -> Result<()> {
    purchase::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a purchase if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn purchase_save(tx: &Tx, mut row: PurchaseRow) -> Result<PurchaseRow> {
    use purchase::Column;
    claim_version::<purchase::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// How many units were asked for by a delivery and not refused or given up.
pub(crate) async fn asked_of_delivery(connection: &impl ConnectionTrait, delivery: Uuid) -> Result<i64> {
    let mut sql = Sql::new(
        "SELECT CAST(COALESCE(SUM(COALESCE(p.approved_quantity, p.quantity)), 0) AS BIGINT) AS found FROM purchase p \
         WHERE p.state NOT IN ('REJECTED', 'CANCELLED', 'HOLD_EXPIRED') AND p.delivery_id = ",
    );
    sql.bind(delivery);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "found"))?)
}

/// Approved purchases of which nothing was ordered and whose hold ends by then, of which nobody was reminded.
pub(crate) async fn holds_ending(connection: &impl ConnectionTrait, by: i64, most: u64) -> Result<Vec<PurchaseRow>> {
    use purchase::Column;
    let found = purchase::Entity::find()
        .filter(Column::State.is_in(["APPROVED", "ASSIGNED"]))
        .filter(Column::HoldRemindedAt.is_null())
        .filter(Column::HoldExpiresAt.lte(by))
        .order_by_asc(Column::Id);
    Ok(found.limit(most).all(connection).await?)
}

/// Purchases whose seller has not paid back by a day, of which nobody was reminded.
pub(crate) async fn refunds_late(
    connection: &impl ConnectionTrait,
    before: &str,
    most: u64,
) -> Result<Vec<PurchaseRow>> {
    use purchase::Column;
    let found = purchase::Entity::find()
        .filter(Column::RefundMinor.is_not_null())
        .filter(Column::RefundSettledAt.is_null())
        .filter(Column::RefundRemindedAt.is_null())
        .filter(Column::RefundDueOn.lt(before))
        .order_by_asc(Column::Id);
    Ok(found.limit(most).all(connection).await?)
}

/// Notes that somebody was reminded, of the hold or of the refund; nobody's version moves. Whether nobody else did before.
pub(crate) async fn reminded(tx: &Tx, id: Uuid, of_refund: bool, at: i64) -> Result<bool> {
    use purchase::Column;
    let column = match of_refund {
        true => Column::RefundRemindedAt,
        false => Column::HoldRemindedAt,
    };
    let done = purchase::Entity::update_many()
        .col_expr(column, Expr::value(at))
        .filter(Column::Id.eq(id))
        .filter(column.is_null())
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forgets as whom something was bought that ended before then; returns of how many purchases.
pub(crate) async fn identities_forget(tx: &Tx, before: i64) -> Result<u64> {
    use purchase::Column;
    let nothing: Option<String> = None;
    let done = purchase::Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(nothing))
        .filter(Column::Sealed.is_not_null())
        .filter(Column::ClosedAt.lt(before))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected)
}
