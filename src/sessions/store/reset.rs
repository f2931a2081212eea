//! Password resets.

use jiff::Timestamp;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::{Sql, Tx},
    error::Result,
};
use entity::{password_reset, person};

/// Writes a reset for the person of an address, if it has a password and can sign in; whose it is. For an unknown address
/// the same statement writes nothing, so that it costs the same.
pub(in crate::sessions) async fn reset_insert(
    tx: &Tx,
    id: Uuid,
    email: &str,
    until: Timestamp,
) -> Result<Option<Uuid>> {
    let mut sql = Sql::new("INSERT INTO password_reset (id, person_id, created_at, expires_at) SELECT ");
    // PostgreSQL cannot tell the type of a parameter that is only selected.
    let (uuid, bigint) = match tx.backend() {
        sea_orm::DatabaseBackend::Postgres => ("::uuid", "::bigint"),
        _ => ("", ""),
    };
    sql.bind(id)
        .push(uuid)
        .push(", p.id, ")
        .bind(micros(tx.now()))
        .push(bigint);
    sql.push(", ").bind(micros(until)).push(bigint);
    sql.push(
        " FROM person p JOIN organization o ON o.id = p.organization_id WHERE p.state = 'ACTIVE' \
         AND p.password_hash IS NOT NULL AND o.state NOT IN ('SUSPENDED', 'WITHDRAWN', 'EXPELLED') AND NOT EXISTS (SELECT 1 FROM single_sign_on s \
         WHERE s.organization_id = o.id AND s.enforced) AND p.email = ",
    );
    sql.bind(email).push(" RETURNING person_id");
    let row = tx.connection().query_one_raw(sql.statement(tx.backend())).await?;
    Ok(row.map(|row| row.try_get("", "person_id")).transpose()?)
}

/// A reset that is still good, and whose.
pub(in crate::sessions) struct OpenReset {
    pub(in crate::sessions) id: Uuid,
    pub(in crate::sessions) person: Uuid,
    pub(in crate::sessions) email: String,
}

pub(in crate::sessions) async fn reset_open(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<OpenReset>> {
    let reset = password_reset::Entity::find()
        .filter(password_reset::Column::TokenHash.eq(token_hash))
        .filter(password_reset::Column::ExpiresAt.gt(micros(now)))
        .one(connection)
        .await?;
    let Some(reset) = reset else { return Ok(None) };
    let person = person::Entity::find_by_id(reset.person_id)
        .filter(person::Column::State.eq("ACTIVE"))
        .one(connection)
        .await?;
    Ok(person.map(|person| OpenReset {
        id: reset.id,
        person: person.id,
        email: person.email,
    }))
}

/// Uses a reset up; says whether it was still there. Of two that try at once, one gets `true`.
pub(in crate::sessions) async fn reset_take(tx: &Tx, id: Uuid) -> Result<bool> {
    let gone = password_reset::Entity::delete_by_id(id).exec(tx.connection()).await?;
    Ok(gone.rows_affected == 1)
}

/// Makes all resets of a person void.
pub(in crate::sessions) async fn resets_void(tx: &Tx, person: Uuid) -> Result<()> {
    password_reset::Entity::delete_many()
        .filter(password_reset::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Removes the resets that nobody used in time.
pub(in crate::sessions) async fn resets_forget(connection: &impl ConnectionTrait, before: Timestamp) -> Result<u64> {
    let gone = password_reset::Entity::delete_many()
        .filter(password_reset::Column::ExpiresAt.lt(micros(before)))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}

/// Sets the password of somebody who can sign in.
pub(in crate::sessions) async fn password_set(tx: &Tx, person: Uuid, hash: &str) -> Result<bool> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::PasswordHash, Expr::value(hash))
        .col_expr(person::Column::UpdatedAt, Expr::value(micros(tx.now())))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::State.eq("ACTIVE"))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}
