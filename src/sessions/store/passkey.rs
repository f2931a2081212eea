//! Passkeys and security keys.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::{micros, timestamp},
        db::{Tx, is_unique_violation, json},
        error::{ApiError, ErrorCode, Result},
    },
    sessions::rules::factor::Passkey,
};
use entity::passkey;
use webauthn_rs::prelude::SecurityKey;

fn read(row: passkey::Model) -> Passkey {
    Passkey {
        id: row.id,
        name: row.name,
        created_at: timestamp(row.created_at),
        last_used_at: row.last_used_at.map(timestamp),
    }
}

/// The passkeys of a person, oldest first.
pub(in crate::sessions) async fn passkeys(connection: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Passkey>> {
    let rows = passkey::Entity::find()
        .filter(passkey::Column::PersonId.eq(person))
        .order_by_asc(passkey::Column::CreatedAt)
        .order_by_asc(passkey::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// What is needed to verify the passkeys of a person.
pub(in crate::sessions) async fn passkey_credentials(
    connection: &impl ConnectionTrait,
    person: Uuid,
) -> Result<Vec<(Uuid, SecurityKey)>> {
    let rows = passkey::Entity::find()
        .filter(passkey::Column::PersonId.eq(person))
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.id, json(&row.credential)?)))
        .collect()
}

/// A passkey to be.
pub(in crate::sessions) struct NewPasskey<'a> {
    pub(in crate::sessions) id: Uuid,
    pub(in crate::sessions) person: Uuid,
    pub(in crate::sessions) name: &'a str,
    pub(in crate::sessions) credential_id: String,
    pub(in crate::sessions) credential: String,
}

pub(in crate::sessions) async fn passkey_insert(tx: &Tx, new: NewPasskey<'_>) -> Result<()> {
    let row = passkey::ActiveModel {
        id: Set(new.id),
        person_id: Set(new.person),
        name: Set(new.name.to_owned()),
        credential_id: Set(new.credential_id),
        credential: Set(new.credential),
        created_at: Set(micros(tx.now())),
        last_used_at: Set(None),
    };
    passkey::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(|error| match is_unique_violation(&error) {
            true => ApiError::new(ErrorCode::AlreadyExists),
            false => error.into(),
        })?;
    Ok(())
}

/// Notes that a passkey was used, with its counters.
pub(in crate::sessions) async fn passkey_used(tx: &Tx, id: Uuid, credential: &str) -> Result<()> {
    passkey::Entity::update_many()
        .col_expr(passkey::Column::Credential, Expr::value(credential))
        .col_expr(passkey::Column::LastUsedAt, Expr::value(micros(tx.now())))
        .filter(passkey::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Gives a passkey another name; says whether the person has it.
pub(in crate::sessions) async fn passkey_rename(tx: &Tx, person: Uuid, id: Uuid, name: &str) -> Result<bool> {
    let done = passkey::Entity::update_many()
        .col_expr(passkey::Column::Name, Expr::value(name))
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forgets a passkey; says whether the person had it.
pub(in crate::sessions) async fn passkey_remove(tx: &Tx, person: Uuid, id: Uuid) -> Result<bool> {
    let gone = passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Forgets all passkeys of a person.
pub(in crate::sessions) async fn passkeys_remove(tx: &Tx, person: Uuid) -> Result<()> {
    passkey::Entity::delete_many()
        .filter(passkey::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(())
}
