//! The SQL of sessions.

mod challenge;
mod factor;
mod own;
mod passkey;
mod reset;
mod service;

pub(super) use challenge::{
    NewChallenge, Open, Purpose, challenge_insert, challenge_open, challenge_take, challenges_forget, challenges_void,
};
pub(super) use factor::{
    Owner, enrolled_set, factors_remove, has_factor, owner_find, owner_lock, recovery_code_use, recovery_codes_left,
    recovery_codes_replace, totp_confirm, totp_find, totp_pending, totp_propose, totp_remove, totp_use,
};
pub(super) use own::{
    Open as OpenSessions, session_began, session_count, session_of_token, session_page, session_person,
};
pub(super) use passkey::{
    NewPasskey, passkey_credentials, passkey_insert, passkey_remove, passkey_rename, passkey_used, passkeys,
};
pub(super) use reset::{password_set, reset_insert, reset_open, reset_take, resets_forget, resets_void};
pub(super) use service::service_session_open;

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, Select,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

use crate::platform::{
    clock::{micros, timestamp},
    db::{Db, News, Sql, Tx},
    error::{ApiError, Result},
};
use entity::{invitation, person, refresh_token, session, sign_in_failure};

/// What signing in needs to know of a person.
pub(super) struct Account {
    pub(super) person: Uuid,
    pub(super) password_hash: Option<String>,
}

pub(super) async fn account_by_email(connection: &impl ConnectionTrait, email: &str) -> Result<Option<Account>> {
    let row: Option<(Uuid, Option<String>)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::PasswordHash])
        .filter(person::Column::Email.eq(email))
        .filter(person::Column::IsService.eq(false))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(row.map(|(person, password_hash)| Account { person, password_hash }))
}

/// The authorisation epoch, if the session is still good.
pub(super) async fn session_epoch(db: &Db, id: Uuid, person: Uuid, now: Timestamp) -> Result<Option<i64>> {
    let mut sql = Sql::new("SELECT e.epoch AS epoch FROM session s, authz_epoch e WHERE e.id = 1 AND s.id = ");
    sql.bind(id).push(" AND s.person_id = ").bind(person);
    sql.push(" AND s.revoked_at IS NULL AND s.expires_at > ")
        .bind(micros(now));
    let row = db.read().query_one_raw(sql.statement(db.backend())).await?;
    Ok(row.map(|row| row.try_get("", "epoch")).transpose()?)
}

/// Those of the sessions that are still good.
pub(super) async fn sessions_good(db: &Db, ids: &[Uuid], now: Timestamp) -> Result<Vec<Uuid>> {
    let mut good = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let found: Vec<Uuid> = session::Entity::find()
            .select_only()
            .column(session::Column::Id)
            .filter(session::Column::Id.is_in(some.iter().copied()))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::ExpiresAt.gt(micros(now)))
            .into_tuple()
            .all(db.read())
            .await?;
        good.extend(found);
    }
    Ok(good)
}

/// A session to be.
pub(super) struct NewSession<'a> {
    pub(super) id: Uuid,
    pub(super) person: Uuid,
    pub(super) expires_at: Timestamp,
    pub(super) user_agent: Option<&'a str>,
    pub(super) network: Option<String>,
}

pub(super) async fn session_insert(tx: &Tx, new: NewSession<'_>) -> Result<()> {
    let row = session::ActiveModel {
        id: Set(new.id),
        person_id: Set(new.person),
        created_at: Set(micros(tx.now())),
        expires_at: Set(micros(new.expires_at)),
        revoked_at: Set(None),
        revoked_why: Set(None),
        user_agent: Set(new.user_agent.map(str::to_owned)),
        last_seen_at: Set(Some(micros(tx.now()))),
        network: Set(new.network),
    };
    session::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    person::Entity::update_many()
        .col_expr(person::Column::LastSignInAt, Expr::value(micros(tx.now())))
        .filter(person::Column::Id.eq(new.person))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Ends a session; says whether it was still open.
pub(super) async fn session_revoke(tx: &Tx, id: Uuid, why: &str) -> Result<bool> {
    let done = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(micros(tx.now())))
        .col_expr(session::Column::RevokedWhy, Expr::value(why))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await?;
    tx.tell(News::Authorization).await?;
    Ok(done.rows_affected == 1)
}

/// Ends the open sessions of a person, all but one; returns how many.
pub(super) async fn sessions_revoke(tx: &Tx, person: Uuid, but: Option<Uuid>, why: &str) -> Result<u64> {
    let mut ending = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(micros(tx.now())))
        .col_expr(session::Column::RevokedWhy, Expr::value(why))
        .filter(session::Column::PersonId.eq(person))
        .filter(session::Column::RevokedAt.is_null());
    if let Some(kept) = but {
        ending = ending.filter(session::Column::Id.ne(kept));
    }
    let ended = ending.exec(tx.connection()).await?.rows_affected;
    if ended > 0 {
        tx.tell(News::Authorization).await?;
    }
    Ok(ended)
}

pub(super) async fn token_insert(tx: &Tx, hash: &str, session: Uuid, expires_at: Timestamp) -> Result<()> {
    let row = refresh_token::ActiveModel {
        hash: Set(hash.to_owned()),
        session_id: Set(session),
        created_at: Set(micros(tx.now())),
        expires_at: Set(micros(expires_at)),
        used_at: Set(None),
    };
    refresh_token::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A refresh token with the session it belongs to.
pub(super) struct RefreshToken {
    pub(super) session: Uuid,
    pub(super) person: Uuid,
    pub(super) session_ends: Timestamp,
    /// Whether session and token are in time and the session was not revoked.
    pub(super) open: bool,
}

pub(super) async fn token_find(tx: &Tx, hash: &str) -> Result<Option<RefreshToken>> {
    let Some(token) = refresh_token::Entity::find_by_id(hash.to_owned())
        .one(tx.connection())
        .await?
    else {
        return Ok(None);
    };
    let session = session::Entity::find_by_id(token.session_id)
        .one(tx.connection())
        .await?
        .ok_or_else(|| ApiError::internal("a refresh token without a session"))?;
    let now = micros(tx.now());
    Ok(Some(RefreshToken {
        session: session.id,
        person: session.person_id,
        session_ends: timestamp(session.expires_at),
        open: session.revoked_at.is_none() && now < session.expires_at && now < token.expires_at,
    }))
}

/// When a token was used that is used up.
pub(super) async fn token_used_at(tx: &Tx, hash: &str) -> Result<Option<Timestamp>> {
    let row = refresh_token::Entity::find_by_id(hash.to_owned())
        .one(tx.connection())
        .await?;
    Ok(row.and_then(|row| row.used_at).map(timestamp))
}

/// Whether a token of the session was used after this moment.
pub(super) async fn token_used_since(tx: &Tx, session: Uuid, moment: Timestamp) -> Result<bool> {
    let later = refresh_token::Entity::find()
        .filter(refresh_token::Column::SessionId.eq(session))
        .filter(refresh_token::Column::UsedAt.gt(micros(moment)))
        .one(tx.connection())
        .await?;
    Ok(later.is_some())
}

/// Notes that a session was used.
pub(super) async fn session_seen(tx: &Tx, id: Uuid) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, Expr::value(micros(tx.now())))
        .filter(session::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Uses a token up; says whether it was unused. Of two that try at once, one gets `true`.
pub(super) async fn token_use(tx: &Tx, hash: &str) -> Result<bool> {
    let done = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(micros(tx.now())))
        .filter(refresh_token::Column::Hash.eq(hash))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// An invitation that is still good, and whose.
pub(super) struct OpenInvitation {
    pub(super) id: Uuid,
    pub(super) person: Uuid,
    pub(super) email: String,
}

pub(super) async fn invitation_open(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<OpenInvitation>> {
    let row: Option<(Uuid, Uuid)> = invitations_open(now)
        .filter(invitation::Column::TokenHash.eq(token_hash))
        .into_tuple()
        .one(connection)
        .await?;
    match row {
        Some((id, person)) => of_invited(connection, id, person).await,
        None => Ok(None),
    }
}

/// The invitation of a person that is still good.
pub(super) async fn invitation_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    now: Timestamp,
) -> Result<Option<OpenInvitation>> {
    let row: Option<(Uuid, Uuid)> = invitations_open(now)
        .filter(invitation::Column::PersonId.eq(person))
        .into_tuple()
        .one(connection)
        .await?;
    match row {
        Some((id, person)) => of_invited(connection, id, person).await,
        None => Ok(None),
    }
}

fn invitations_open(now: Timestamp) -> Select<invitation::Entity> {
    invitation::Entity::find()
        .select_only()
        .columns([invitation::Column::Id, invitation::Column::PersonId])
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::SupersededAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(micros(now)))
}

async fn of_invited(connection: &impl ConnectionTrait, id: Uuid, person: Uuid) -> Result<Option<OpenInvitation>> {
    let email: Option<String> = person::Entity::find()
        .select_only()
        .column(person::Column::Email)
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::State.eq("INVITED"))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(email.map(|email| OpenInvitation { id, person, email }))
}

/// Accepts an invitation and sets the person's first password, if there is one; says whether it was still to be accepted. The person's
/// row is taken first, as by whoever suspends the person or sends another invitation: two who take the same rows in
/// different order could wait for each other.
pub(super) async fn invitation_accept(
    tx: &Tx,
    invitation: &OpenInvitation,
    password_hash: Option<&str>,
) -> Result<bool> {
    let now = micros(tx.now());
    let activated = person::Entity::update_many()
        .col_expr(person::Column::PasswordHash, Expr::value(password_hash))
        .col_expr(person::Column::State, Expr::value("ACTIVE"))
        .col_expr(person::Column::UpdatedAt, Expr::value(now))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .filter(person::Column::Id.eq(invitation.person))
        .filter(person::Column::State.eq("INVITED"))
        .exec(tx.connection())
        .await?;
    let accepted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(now))
        .filter(invitation::Column::Id.eq(invitation.id))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::SupersededAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(accepted.rows_affected == 1 && activated.rows_affected == 1)
}

/// An attempt to sign in, as it is counted.
pub(super) enum Attempt {
    /// It may be made; how many there were in a row, this one included.
    Counted(u32),
    /// Too early; the next is allowed at that time.
    Blocked(Timestamp),
}

/// Counts an attempt before its outcome is known, and in the same statement makes the next one wait, so that many at once
/// wait too. `waits` says from how many attempts on the next one is welcome when, growing.
pub(super) async fn attempt_count(
    db: &Db,
    key: &str,
    now: Timestamp,
    forget: Timestamp,
    waits: &[(u32, Timestamp)],
) -> Result<Attempt> {
    let now = micros(now);
    let mut attempts = Sql::new("CASE WHEN sign_in_failure.updated_at < ");
    attempts
        .bind(micros(forget))
        .push(" THEN 1 ELSE sign_in_failure.failures + 1 END");
    let mut sql = Sql::new("INSERT INTO sign_in_failure (key, failures, blocked_until, updated_at) VALUES (");
    sql.bind(key).push(", 1, 0, ").bind(now);
    sql.push(") ON CONFLICT (key) DO UPDATE SET updated_at = ").bind(now);
    sql.push(", failures = ")
        .append(&attempts)
        .push(", blocked_until = CASE");
    for (from, until) in waits.iter().rev() {
        let from = i32::try_from(*from).unwrap_or(i32::MAX);
        sql.push(" WHEN ").append(&attempts).push(" >= ").bind(from);
        sql.push(" THEN ").bind(micros(*until));
    }
    sql.push(" ELSE 0 END WHERE sign_in_failure.blocked_until <= ")
        .bind(now);
    // No wait is longer than the longest: this one began before the clock was set back.
    if let Some((_, longest)) = waits.last() {
        sql.push(" OR sign_in_failure.blocked_until > ").bind(micros(*longest));
    }
    sql.push(" RETURNING failures");
    if let Some(row) = db.write().query_one_raw(sql.statement(db.backend())).await? {
        let failures: i32 = row.try_get("", "failures")?;
        return Ok(Attempt::Counted(failures.unsigned_abs()));
    }
    let row = sign_in_failure::Entity::find_by_id(key.to_owned())
        .one(db.write())
        .await?;
    Ok(Attempt::Blocked(timestamp(row.map_or(now, |row| row.blocked_until))))
}

pub(super) async fn attempts_forget(db: &Db, key: &str) -> Result<()> {
    sign_in_failure::Entity::delete_by_id(key.to_owned())
        .exec(db.write())
        .await?;
    Ok(())
}

/// Takes one attempt off a count, and the wait it would have begun: it was no failure. An attempt is counted only where
/// no wait is on, so there is none to be kept.
pub(super) async fn attempt_forgive(db: &Db, key: &str) -> Result<()> {
    sign_in_failure::Entity::update_many()
        .col_expr(
            sign_in_failure::Column::Failures,
            Expr::col(sign_in_failure::Column::Failures).sub(1),
        )
        .col_expr(sign_in_failure::Column::BlockedUntil, Expr::value(0_i64))
        .filter(sign_in_failure::Column::Key.eq(key))
        .filter(sign_in_failure::Column::Failures.gt(0))
        .exec(db.write())
        .await?;
    Ok(())
}

/// Removes counts nobody added to since `counts`, and sessions with their tokens that ended before `sessions`.
pub(super) async fn sweep(db: &Db, counts: Timestamp, sessions: Timestamp) -> Result<u64> {
    let counts = sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::UpdatedAt.lt(micros(counts)))
        .exec(db.write())
        .await?;
    let ended = Condition::any()
        .add(session::Column::ExpiresAt.lt(micros(sessions)))
        .add(session::Column::RevokedAt.lt(micros(sessions)));
    let of_ended = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .cond_where(ended.clone())
        .to_owned();
    let tokens = refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.in_subquery(of_ended))
        .exec(db.write())
        .await?;
    let sessions = session::Entity::delete_many().filter(ended).exec(db.write()).await?;
    Ok(counts.rows_affected + tokens.rows_affected + sessions.rows_affected)
}
