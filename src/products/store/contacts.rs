//! Whom enforcers call at right holders. Who reads them is told by a rule (docs/adr/0059).

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::platform::{
    db::{Tx, claim_version},
    error::{ErrorCode, Result},
};
use entity::company_contact;

/// A contact's row.
pub(in crate::products) type ContactRow = company_contact::Model;

/// Most contacts of an organisation.
const MOST: u64 = 50;

/// A contact, whoever may read it.
pub(in crate::products) async fn contact(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ContactRow>> {
    Ok(company_contact::Entity::find_by_id(id).one(connection).await?)
}

/// The contacts of an organisation, the first one first.
pub(in crate::products) async fn contacts_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Vec<ContactRow>> {
    Ok(company_contact::Entity::find()
        .filter(company_contact::Column::OrganizationId.eq(organization))
        .order_by_asc(company_contact::Column::CreatedAt)
        .order_by_asc(company_contact::Column::Id)
        .limit(MOST)
        .all(connection)
        .await?)
}

/// Whether an organisation has as many contacts as there may be.
pub(in crate::products) async fn contacts_are_full(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<bool> {
    let found = company_contact::Entity::find()
        .filter(company_contact::Column::OrganizationId.eq(organization))
        .count(connection)
        .await?;
    Ok(found >= MOST)
}

/// Keeps a new contact.
pub(in crate::products) async fn contact_insert(tx: &Tx, row: &ContactRow) -> Result<()> {
    company_contact::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a contact if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(in crate::products) async fn contact_save(tx: &Tx, mut row: ContactRow) -> Result<ContactRow> {
    use company_contact::Column;
    claim_version::<company_contact::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Removes a contact that was read in this version.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it.
pub(in crate::products) async fn contact_delete(tx: &Tx, id: Uuid, version: i32) -> Result<()> {
    let gone = company_contact::Entity::delete_many()
        .filter(company_contact::Column::Id.eq(id))
        .filter(company_contact::Column::Version.eq(version))
        .exec(tx.connection())
        .await?;
    match gone.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}
