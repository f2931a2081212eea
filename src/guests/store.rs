//! The SQL of guests' codes and sessions.

use jiff::Timestamp;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::rules::MOST_GUESSES;
use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx, code},
        error::Result,
    },
    sessions::GuestGrant,
};
use entity::{guest_code, guest_session};

/// A code, without the code.
pub(super) type CodeRow = guest_code::Model;
/// A session.
pub(super) type SessionRow = guest_session::Model;

/// What a row of a session or a code is for.
pub(super) fn grant_of(target: &str, id: Uuid) -> Result<GuestGrant> {
    Ok(GuestGrant {
        target: code(target)?,
        id,
    })
}

/// The code of a grant.
pub(super) async fn code_of(connection: &impl ConnectionTrait, grant: GuestGrant) -> Result<Option<CodeRow>> {
    Ok(guest_code::Entity::find_by_id(grant.id)
        .filter(guest_code::Column::Target.eq(grant.target.code()))
        .one(connection)
        .await?)
}

/// The code of a grant of an id, whatever it is for.
pub(super) async fn code_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<CodeRow>> {
    Ok(guest_code::Entity::find_by_id(id).one(connection).await?)
}

/// Keeps a code in the place of the one before, unless another one was kept since that was read; whether it was kept.
pub(super) async fn code_keep(tx: &Tx, row: &CodeRow, before: Option<&CodeRow>) -> Result<bool> {
    let (asked, asked_since) = before.map_or((0, 0), |before| (before.asked, before.asked_since));
    let mut sql =
        Sql::new("INSERT INTO guest_code (grant_id, target, nonce, expires_at, attempts, asked, asked_since) VALUES (");
    sql.bind(row.grant_id).push(", ").bind(row.target.as_str());
    sql.push(", ").bind(row.nonce.as_str());
    sql.push(", ").bind(row.expires_at).push(", ").bind(row.attempts);
    sql.push(", ").bind(row.asked).push(", ").bind(row.asked_since);
    sql.push(
        ") ON CONFLICT (grant_id) DO UPDATE SET nonce = excluded.nonce, expires_at = excluded.expires_at, \
         attempts = excluded.attempts, asked = excluded.asked, asked_since = excluded.asked_since \
         WHERE guest_code.asked = ",
    );
    sql.bind(asked).push(" AND guest_code.asked_since = ").bind(asked_since);
    let kept = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(kept.rows_affected() == 1)
}

/// Counts a guess; the code's nonce where there is a code that may be guessed still. Of many at once none is left out.
pub(super) async fn code_guessed(tx: &Tx, grant: GuestGrant) -> Result<Option<String>> {
    let counted = guest_code::Entity::update_many()
        .col_expr(
            guest_code::Column::Attempts,
            Expr::col(guest_code::Column::Attempts).add(1),
        )
        .filter(guest_code::Column::GrantId.eq(grant.id))
        .filter(guest_code::Column::Target.eq(grant.target.code()))
        .filter(guest_code::Column::Attempts.lt(MOST_GUESSES))
        .filter(guest_code::Column::ExpiresAt.gt(micros(tx.now())))
        .exec(tx.connection())
        .await?;
    if counted.rows_affected != 1 {
        return Ok(None);
    }
    Ok(code_of(tx.connection(), grant).await?.map(|row| row.nonce))
}

/// Uses a code up; how many were asked for stays.
pub(super) async fn code_spend(tx: &Tx, grant: GuestGrant) -> Result<()> {
    guest_code::Entity::update_many()
        .col_expr(guest_code::Column::ExpiresAt, Expr::value(0_i64))
        .filter(guest_code::Column::GrantId.eq(grant.id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Begins a session in the place of the one before.
pub(super) async fn session_begin(tx: &Tx, row: SessionRow) -> Result<()> {
    guest_session::Entity::delete_many()
        .filter(guest_session::Column::GrantId.eq(row.grant_id))
        .exec(tx.connection())
        .await?;
    guest_session::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The session of a token, if it has not ended.
pub(super) async fn session_of_token(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<SessionRow>> {
    Ok(guest_session::Entity::find_by_id(token_hash)
        .filter(guest_session::Column::ExpiresAt.gt(micros(now)))
        .one(connection)
        .await?)
}

/// The session of a grant, if it has not ended.
pub(super) async fn session_of_grant(
    connection: &impl ConnectionTrait,
    grant: GuestGrant,
    now: Timestamp,
) -> Result<Option<SessionRow>> {
    Ok(guest_session::Entity::find()
        .filter(guest_session::Column::GrantId.eq(grant.id))
        .filter(guest_session::Column::Target.eq(grant.target.code()))
        .filter(guest_session::Column::ExpiresAt.gt(micros(now)))
        .one(connection)
        .await?)
}

/// Keeps that a link to a package was made in a session; the one before is good no more.
pub(super) async fn package_offer(tx: &Tx, token_hash: &str, nonce: &str) -> Result<()> {
    guest_session::Entity::update_many()
        .col_expr(guest_session::Column::PackageNonce, Expr::value(Some(nonce.to_owned())))
        .filter(guest_session::Column::TokenHash.eq(token_hash))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Uses a link to a package up; whether it was good still. Of many at once one is.
pub(super) async fn package_spend(tx: &Tx, token_hash: &str, nonce: &str) -> Result<bool> {
    let spent = guest_session::Entity::update_many()
        .col_expr(guest_session::Column::PackageNonce, Expr::value(None::<String>))
        .filter(guest_session::Column::TokenHash.eq(token_hash))
        .filter(guest_session::Column::PackageNonce.eq(nonce))
        .exec(tx.connection())
        .await?;
    Ok(spent.rows_affected == 1)
}

/// Ends a session; of what it was.
pub(super) async fn session_end(tx: &Tx, token_hash: &str) -> Result<Option<GuestGrant>> {
    let found = session_of_token(tx.connection(), token_hash, tx.now()).await?;
    let Some(row) = found else { return Ok(None) };
    let grant = grant_of(&row.target, row.grant_id)?;
    guest_session::Entity::delete_by_id(row.token_hash)
        .exec(tx.connection())
        .await?;
    Ok(Some(grant))
}

/// Forgets the sessions and codes that ended before a moment.
pub(super) async fn forget(connection: &impl ConnectionTrait, before: Timestamp) -> Result<u64> {
    let sessions = guest_session::Entity::delete_many()
        .filter(guest_session::Column::ExpiresAt.lt(micros(before)))
        .exec(connection)
        .await?;
    let codes = guest_code::Entity::delete_many()
        .filter(guest_code::Column::ExpiresAt.lt(micros(before)))
        .filter(guest_code::Column::AskedSince.lt(micros(before)))
        .exec(connection)
        .await?;
    Ok(sessions.rows_affected + codes.rows_affected)
}
