//! Purchases that meet offline actions.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, Select,
};
use uuid::Uuid;

use crate::{
    actions::rules::HitState,
    platform::{
        db::{LockRows as _, Tx, by_ids, claim_version, keyset},
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::purchase_clash;

/// The row of a purchase that meets an action.
pub(crate) type ClashRow = purchase_clash::Model;

/// Those with these ids, in any order.
pub(crate) async fn clashes_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ClashRow>> {
    by_ids::<purchase_clash::Entity>(connection, ids).await
}

/// Those of some purchases, also what was settled.
pub(crate) async fn clashes_of_purchases(
    connection: &impl ConnectionTrait,
    purchases: &[Uuid],
) -> Result<Vec<ClashRow>> {
    let found =
        purchase_clash::Entity::find().filter(purchase_clash::Column::PurchaseId.is_in(purchases.iter().copied()));
    Ok(found.all(connection).await?)
}

/// Those of some actions, also what was settled.
pub(crate) async fn clashes_of_actions(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<ClashRow>> {
    let found = purchase_clash::Entity::find().filter(purchase_clash::Column::ActionId.is_in(actions.iter().copied()));
    Ok(found.all(connection).await?)
}

/// One that nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn clash_lock(tx: &Tx, id: Uuid) -> Result<ClashRow> {
    purchase_clash::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Keeps a new one.
pub(crate) async fn clash_put(tx: &Tx, row: ClashRow) -> Result<()> {
    purchase_clash::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what becomes of one, if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn clash_save(tx: &Tx, mut row: ClashRow) -> Result<ClashRow> {
    use purchase_clash::Column;
    claim_version::<purchase_clash::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

fn listed(open: Option<bool>) -> Select<purchase_clash::Entity> {
    use purchase_clash::Column;
    let query = purchase_clash::Entity::find();
    match open {
        Some(true) => query.filter(Column::State.eq(HitState::Open.code())),
        Some(false) => query.filter(Column::State.ne(HitState::Open.code())),
        None => query,
    }
}

/// A page of them, the first found in front: for the desk, which sees all of them.
pub(crate) async fn clash_page(
    connection: &impl ConnectionTrait,
    open: Option<bool>,
    args: &PageArgs,
) -> Result<Page<ClashRow>> {
    use purchase_clash::Column;
    let rows = keyset(listed(open), Column::FoundAt, Column::Id, args)
        .all(connection)
        .await?;
    let rows = rows.into_iter().map(|row| (row.found_at, row.id, row));
    Ok(Page::cut(rows.collect(), args))
}

/// How many those are.
pub(crate) async fn clash_count(connection: &impl ConnectionTrait, open: Option<bool>) -> Result<u64> {
    Ok(listed(open).count(connection).await?)
}
