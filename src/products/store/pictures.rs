//! Reference pictures; whoever asks for them has seen the sheet or the feature.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::Tx,
    error::{ErrorCode, Result},
};
use entity::product_picture;

/// A picture's row.
pub(in crate::products) type PictureRow = product_picture::Model;

/// A picture, whoever may see it.
pub(in crate::products) async fn picture(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<PictureRow>> {
    Ok(product_picture::Entity::find_by_id(id).one(connection).await?)
}

/// All pictures of some sheets, those of their features too, the first one first.
pub(in crate::products) async fn pictures_of(
    connection: &impl ConnectionTrait,
    products: &[Uuid],
) -> Result<Vec<PictureRow>> {
    Ok(product_picture::Entity::find()
        .filter(product_picture::Column::ProductId.is_in(products.iter().copied()))
        .order_by_asc(product_picture::Column::AddedAt)
        .order_by_asc(product_picture::Column::Id)
        .all(connection)
        .await?)
}

/// Up to `most` pictures of any sheets with a greater id, in order of their ids.
pub(in crate::products) async fn pictures_after(
    connection: &impl ConnectionTrait,
    after: Uuid,
    most: u64,
) -> Result<Vec<PictureRow>> {
    Ok(product_picture::Entity::find()
        .filter(product_picture::Column::Id.gt(after))
        .order_by_asc(product_picture::Column::Id)
        .limit(most)
        .all(connection)
        .await?)
}

/// Keeps a new picture.
pub(in crate::products) async fn picture_insert(tx: &Tx, row: &PictureRow) -> Result<()> {
    product_picture::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Removes a picture.
///
/// # Errors
/// `STALE_VERSION` where it is gone.
pub(in crate::products) async fn picture_delete(tx: &Tx, id: Uuid) -> Result<()> {
    let gone = product_picture::Entity::delete_many()
        .filter(product_picture::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    match gone.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Notes that the bytes of a picture are not what they were; false where that is known.
pub(in crate::products) async fn picture_quarantine(tx: &Tx, id: Uuid) -> Result<bool> {
    let noted = product_picture::Entity::update_many()
        .set(product_picture::ActiveModel {
            quarantined_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(product_picture::Column::Id.eq(id))
        .filter(product_picture::Column::QuarantinedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Notes that they are what they were again; false where that is known.
pub(in crate::products) async fn picture_release(tx: &Tx, id: Uuid) -> Result<bool> {
    let noted = product_picture::Entity::update_many()
        .set(product_picture::ActiveModel {
            quarantined_at: Set(None),
            ..Default::default()
        })
        .filter(product_picture::Column::Id.eq(id))
        .filter(product_picture::Column::QuarantinedAt.is_not_null())
        .exec(tx.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}
