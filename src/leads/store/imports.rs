//! Which lines of imported files became which leads, and the brands that files name.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::platform::{
    db::{Tx, is_unique_violation},
    error::{ApiError, ErrorCode, Result},
};
use entity::{brand, import_line};

/// The lead that a line became.
pub(crate) async fn import_find(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    hash: &str,
) -> Result<Option<Uuid>> {
    let row = import_line::Entity::find_by_id((organization, hash.to_owned()))
        .one(connection)
        .await?;
    Ok(row.map(|row| row.lead_id))
}

/// Notes what a line became.
///
/// # Errors
/// `ALREADY_EXISTS` where another import noted it in the same moment.
pub(crate) async fn import_insert(tx: &Tx, organization: Uuid, hash: &str, lead: Uuid) -> Result<()> {
    let row = import_line::ActiveModel {
        organization_id: Set(organization),
        hash: Set(hash.to_owned()),
        lead_id: Set(lead),
    };
    let inserted = import_line::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Err(error) if is_unique_violation(&error) => Err(ErrorCode::AlreadyExists.into()),
        other => other.map(drop).map_err(ApiError::from),
    }
}

/// Every active brand with its names.
pub(crate) async fn brand_names(connection: &impl ConnectionTrait) -> Result<Vec<(Uuid, Vec<String>)>> {
    let rows = brand::Entity::find()
        .filter(brand::Column::State.eq("ACTIVE"))
        .all(connection)
        .await?;
    let names = |row: brand::Model| (row.id, std::iter::once(row.name).chain(row.name_zh).collect());
    Ok(rows.into_iter().map(names).collect())
}
