//! Contact points of agencies.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use super::agency::list;
use crate::{
    agencies::rules::ContactRow,
    platform::{
        clock::{micros, timestamp},
        db::{Tx, code, json},
        error::{ErrorCode, Result},
    },
};
use entity::agency_contact::{ActiveModel, Column, Entity, Model};

pub(in crate::agencies) async fn contact(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ContactRow>> {
    Entity::find_by_id(id).one(connection).await?.map(read).transpose()
}

/// The contact points of agencies, in the order of their entry.
pub(in crate::agencies) async fn contacts_of(
    connection: &impl ConnectionTrait,
    agencies: &[Uuid],
) -> Result<Vec<ContactRow>> {
    let rows = Entity::find()
        .filter(Column::AgencyId.is_in(agencies.iter().copied()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

pub(in crate::agencies) async fn contact_count(connection: &impl ConnectionTrait, agency: Uuid) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::AgencyId.eq(agency))
        .count(connection)
        .await?)
}

pub(in crate::agencies) async fn contact_insert(tx: &Tx, row: &ContactRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::agencies) async fn contact_save(tx: &Tx, row: ContactRow) -> Result<ContactRow> {
    let next = ContactRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next)?)
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected == 1 {
        Ok(next)
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

/// Removes a row that was read at `row.version`.
pub(in crate::agencies) async fn contact_delete(tx: &Tx, row: &ContactRow) -> Result<()> {
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if gone.rows_affected == 1 {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

fn read(row: Model) -> Result<ContactRow> {
    Ok(ContactRow {
        id: row.id,
        agency: row.agency_id,
        role: code(&row.role)?,
        label: row.label,
        email: row.email,
        phone: row.phone,
        languages: json(&row.languages)?,
        hours: json(&row.hours)?,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &ContactRow) -> Result<ActiveModel> {
    let role: &str = row.role.into();
    Ok(ActiveModel {
        id: Set(row.id),
        agency_id: Set(row.agency),
        role: Set(role.to_owned()),
        label: Set(row.label.clone()),
        email: Set(row.email.clone()),
        phone: Set(row.phone.clone()),
        languages: Set(list(&row.languages)?),
        hours: Set(list(&row.hours)?),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}
