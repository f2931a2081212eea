//! Second factors: the authenticator app and the recovery codes of a person.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::passkey::{passkeys, passkeys_remove};
use crate::platform::{
    clock::{micros, timestamp},
    db::{LockRows as _, Tx},
    error::{ApiError, Result},
};
use entity::{person, recovery_code, totp};

/// What changing a person's account needs to know of it.
pub(in crate::sessions) struct Owner {
    pub(in crate::sessions) email: String,
    pub(in crate::sessions) password_hash: Option<String>,
    pub(in crate::sessions) enrolled: bool,
}

fn owner(row: person::Model) -> Owner {
    Owner {
        email: row.email,
        password_hash: row.password_hash,
        enrolled: row.second_factor_at.is_some(),
    }
}

pub(in crate::sessions) async fn owner_find(connection: &impl ConnectionTrait, person: Uuid) -> Result<Owner> {
    let row = person::Entity::find_by_id(person).one(connection).await?;
    row.map(owner).ok_or_else(ApiError::not_found)
}

/// Takes the person's row first, as by everybody who changes what it signs in with: two who take the same rows in
/// different order could wait for each other.
pub(in crate::sessions) async fn owner_lock(tx: &Tx, person: Uuid) -> Result<Owner> {
    let row = person::Entity::find_by_id(person).locked().one(tx.connection()).await?;
    row.map(owner).ok_or_else(ApiError::not_found)
}

/// Notes since when the person has a second factor, or that it has none.
pub(in crate::sessions) async fn enrolled_set(tx: &Tx, person: Uuid, since: Option<Timestamp>) -> Result<()> {
    person::Entity::update_many()
        .col_expr(person::Column::SecondFactorAt, Expr::value(since.map(micros)))
        .filter(person::Column::Id.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The sealed secret that the person's app was set up with, and since when.
pub(in crate::sessions) async fn totp_find(
    connection: &impl ConnectionTrait,
    person: Uuid,
) -> Result<Option<(String, Timestamp)>> {
    let row = totp::Entity::find_by_id(person).one(connection).await?;
    Ok(row.and_then(|row| Some((row.secret?, timestamp(row.since?)))))
}

/// The sealed secret that waits for its first code.
pub(in crate::sessions) async fn totp_pending(tx: &Tx, person: Uuid) -> Result<Option<String>> {
    let row = totp::Entity::find_by_id(person)
        .filter(totp::Column::PendingUntil.gt(micros(tx.now())))
        .one(tx.connection())
        .await?;
    Ok(row.and_then(|row| row.pending))
}

/// Keeps a sealed secret until its first code comes; an earlier one that waited is forgotten.
pub(in crate::sessions) async fn totp_propose(tx: &Tx, person: Uuid, sealed: &str, until: Timestamp) -> Result<()> {
    let row = totp::ActiveModel {
        person_id: Set(person),
        secret: Set(None),
        since: Set(None),
        last_step: Set(0),
        pending: Set(Some(sealed.to_owned())),
        pending_until: Set(Some(micros(until))),
    };
    let renewed = OnConflict::column(totp::Column::PersonId)
        .update_columns([totp::Column::Pending, totp::Column::PendingUntil])
        .to_owned();
    totp::Entity::insert(row)
        .on_conflict(renewed)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The waiting secret becomes the person's; the code that confirmed it is used up.
pub(in crate::sessions) async fn totp_confirm(tx: &Tx, person: Uuid, step: i64) -> Result<()> {
    totp::Entity::update_many()
        .col_expr(totp::Column::Secret, Expr::col(totp::Column::Pending))
        .col_expr(totp::Column::Since, Expr::value(micros(tx.now())))
        .col_expr(totp::Column::LastStep, Expr::value(step))
        .col_expr(totp::Column::Pending, Expr::value(None::<String>))
        .col_expr(totp::Column::PendingUntil, Expr::value(None::<i64>))
        .filter(totp::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Uses the code of a step up, and every earlier one; says whether it was unused. Of two that try at once, one gets
/// `true`.
pub(in crate::sessions) async fn totp_use(tx: &Tx, person: Uuid, step: i64) -> Result<bool> {
    let done = totp::Entity::update_many()
        .col_expr(totp::Column::LastStep, Expr::value(step))
        .filter(totp::Column::PersonId.eq(person))
        .filter(totp::Column::LastStep.lt(step))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forgets the app; says whether there was one.
pub(in crate::sessions) async fn totp_remove(tx: &Tx, person: Uuid) -> Result<bool> {
    let had = totp_find(tx.connection(), person).await?.is_some();
    totp::Entity::delete_by_id(person).exec(tx.connection()).await?;
    Ok(had)
}

/// Whether the person has a factor of its own; recovery codes only stand in for one.
pub(in crate::sessions) async fn has_factor(tx: &Tx, person: Uuid) -> Result<bool> {
    let has_app = totp_find(tx.connection(), person).await?.is_some();
    Ok(has_app || !passkeys(tx.connection(), person).await?.is_empty())
}

/// Removes whatever the person could prove itself with beside the password.
pub(in crate::sessions) async fn factors_remove(tx: &Tx, person: Uuid) -> Result<()> {
    totp::Entity::delete_by_id(person).exec(tx.connection()).await?;
    passkeys_remove(tx, person).await?;
    recovery_codes_replace(tx, person, &[]).await
}

/// How many recovery codes are left.
pub(in crate::sessions) async fn recovery_codes_left(connection: &impl ConnectionTrait, person: Uuid) -> Result<u64> {
    Ok(recovery_code::Entity::find()
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(connection)
        .await?)
}

/// Replaces the recovery codes by those with these hashes; none at all only removes them.
pub(in crate::sessions) async fn recovery_codes_replace(tx: &Tx, person: Uuid, hashes: &[String]) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    let rows = hashes.iter().map(|hash| recovery_code::ActiveModel {
        person_id: Set(person),
        hash: Set(hash.clone()),
        created_at: Set(micros(tx.now())),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Uses a recovery code up; says whether it was an unused one of the person.
pub(in crate::sessions) async fn recovery_code_use(tx: &Tx, person: Uuid, hash: &str) -> Result<bool> {
    let done = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(micros(tx.now())))
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::Hash.eq(hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}
