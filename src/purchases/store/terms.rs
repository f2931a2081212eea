//! For how long money is held and samples are kept, from which moment on.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, TryInsertResult,
};

use crate::platform::{
    db::Tx,
    error::{ErrorCode, Result},
};
use entity::purchase_terms::{Column, Entity};

/// The row of terms.
pub(crate) type TermsRow = entity::purchase_terms::Model;

/// What held at a moment; nothing where it was the usual.
pub(crate) async fn terms_at(connection: &impl ConnectionTrait, at: i64) -> Result<Option<TermsRow>> {
    let found = Entity::find()
        .filter(Column::EffectiveAt.lte(at))
        .order_by_desc(Column::EffectiveAt)
        .order_by_desc(Column::Number);
    Ok(found.one(connection).await?)
}

/// The terms that were set last, at most so many, the last one first.
pub(crate) async fn terms_set(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<TermsRow>> {
    let found = Entity::find().order_by_desc(Column::Number).limit(most);
    Ok(found.all(connection).await?)
}

/// Keeps terms under the next number.
///
/// # Errors
/// `STALE_VERSION` where somebody else took it.
pub(crate) async fn terms_insert(tx: &Tx, row: TermsRow) -> Result<()> {
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::Number]);
    match insert.exec_without_returning(tx.connection()).await? {
        TryInsertResult::Inserted(1..) => Ok(()),
        TryInsertResult::Inserted(0) | TryInsertResult::Empty | TryInsertResult::Conflicted => {
            Err(ErrorCode::StaleVersion.into())
        }
    }
}
