//! The SQL of the mail queue.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::{Claimed, MailKind, MailState, NewMail};
use crate::platform::{
    clock::micros,
    db::{Sql, Tx, code},
    error::Result,
};
use entity::{invitation, mail, organization, person};

pub(super) async fn mail_insert(tx: &Tx, id: Uuid, mail: NewMail) -> Result<bool> {
    let kind: &str = mail.kind.into();
    let now = micros(tx.now());
    let mut sql = Sql::new(
        "INSERT INTO mail (id, person_id, kind, window_start, subject_id, state, attempts, not_before, created_at) VALUES (",
    );
    sql.bind(id)
        .push(", ")
        .bind(mail.person)
        .push(", ")
        .bind(kind)
        .push(", ")
        .bind(mail.window_start);
    sql.push(", ")
        .bind(mail.subject)
        .push(", 'QUEUED', 0, ")
        .bind(now)
        .push(", ")
        .bind(now);
    sql.push(") ON CONFLICT DO NOTHING");
    Ok(tx
        .connection()
        .execute_raw(sql.statement(tx.backend()))
        .await?
        .rows_affected()
        == 1)
}

fn state(state: MailState) -> &'static str {
    state.into()
}

/// Whether a mail waits whose time has come.
pub(super) async fn is_due(connection: &impl ConnectionTrait, now: i64) -> Result<bool> {
    let due = mail::Entity::find()
        .filter(mail::Column::State.eq(state(MailState::Queued)))
        .filter(mail::Column::NotBefore.lte(now))
        .one(connection)
        .await?;
    Ok(due.is_some())
}

/// Claims the mail that has waited longest. Two senders never claim the same one.
pub(super) async fn claim(tx: &Tx, message_id: impl Fn(MailKind, Uuid) -> String) -> Result<Option<Claimed>> {
    let now = micros(tx.now());
    let mut sql = Sql::new("SELECT id FROM mail WHERE state = 'QUEUED' AND not_before <= ");
    sql.bind(now).push(" ORDER BY not_before, id LIMIT 1");
    if tx.backend() == sea_orm::DatabaseBackend::Postgres {
        sql.push(" FOR UPDATE SKIP LOCKED");
    }
    let found = tx.connection().query_one_raw(sql.statement(tx.backend())).await?;
    let Some(found) = found else { return Ok(None) };
    let id: Uuid = found.try_get("", "id")?;
    let Some(row) = mail::Entity::find_by_id(id).one(tx.connection()).await? else {
        return Ok(None);
    };
    let kind: MailKind = code(&row.kind)?;
    let claimed = Claimed {
        id,
        person: row.person_id,
        kind,
        window_start: row.window_start,
        subject: row.subject_id,
        attempts: row.attempts + 1,
        message_id: message_id(kind, id),
    };
    mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Claimed)))
        .col_expr(mail::Column::Attempts, Expr::value(claimed.attempts))
        .col_expr(mail::Column::ClaimedAt, Expr::value(now))
        .col_expr(mail::Column::MessageId, Expr::value(claimed.message_id.as_str()))
        .filter(mail::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(Some(claimed))
}

/// Writes what became of a claimed mail; false where it is no longer claimed.
pub(super) async fn settle(
    connection: &impl ConnectionTrait,
    id: Uuid,
    to: MailState,
    error: Option<&str>,
    now: i64,
) -> Result<bool> {
    let done = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(to)))
        .col_expr(mail::Column::Error, Expr::value(error))
        .col_expr(mail::Column::SettledAt, Expr::value(now))
        .filter(mail::Column::Id.eq(id))
        .filter(mail::Column::State.eq(state(MailState::Claimed)))
        .exec(connection)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts a claimed mail back until later.
pub(super) async fn postpone(
    connection: &impl ConnectionTrait,
    id: Uuid,
    not_before: i64,
    error: &str,
) -> Result<bool> {
    let done = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Queued)))
        .col_expr(mail::Column::Error, Expr::value(error))
        .col_expr(mail::Column::NotBefore, Expr::value(not_before))
        .filter(mail::Column::Id.eq(id))
        .filter(mail::Column::State.eq(state(MailState::Claimed)))
        .exec(connection)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Gives up mails that were claimed before a moment and never settled; returns how many.
pub(super) async fn give_up(connection: &impl ConnectionTrait, claimed_before: i64, now: i64) -> Result<u64> {
    let lost = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Unknown)))
        .col_expr(mail::Column::Error, Expr::value("SENDER_DIED"))
        .col_expr(mail::Column::SettledAt, Expr::value(now))
        .filter(mail::Column::State.eq(state(MailState::Claimed)))
        .filter(mail::Column::ClaimedAt.lt(claimed_before))
        .exec(connection)
        .await?;
    Ok(lost.rows_affected)
}

/// Whether a claim from before a moment was never settled.
pub(super) async fn is_stuck(connection: &impl ConnectionTrait, claimed_before: i64) -> Result<bool> {
    let stuck = mail::Entity::find()
        .filter(mail::Column::State.eq(state(MailState::Claimed)))
        .filter(mail::Column::ClaimedAt.lt(claimed_before))
        .one(connection)
        .await?;
    Ok(stuck.is_some())
}

/// How many mails are in each state.
pub(super) async fn counts(connection: &impl ConnectionTrait) -> Result<BTreeMap<String, i64>> {
    let counts: Vec<(String, i64)> = mail::Entity::find()
        .select_only()
        .column(mail::Column::State)
        .column_as(mail::Column::Id.count(), "found")
        .group_by(mail::Column::State)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(counts.into_iter().collect())
}

/// An invitation that can still be accepted, and what its mail says.
pub(super) struct OpenInvitation {
    pub(super) id: Uuid,
    pub(super) expires_at: i64,
    pub(super) person: person::Model,
    pub(super) organization: organization::Model,
}

pub(super) async fn invitation_open(
    connection: &impl ConnectionTrait,
    id: Uuid,
    now: i64,
) -> Result<Option<OpenInvitation>> {
    let invitation = invitation::Entity::find_by_id(id)
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::SupersededAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(now))
        .one(connection)
        .await?;
    let Some(invitation) = invitation else { return Ok(None) };
    let person = person::Entity::find_by_id(invitation.person_id)
        .filter(person::Column::State.eq("INVITED"))
        .one(connection)
        .await?;
    let Some(person) = person else { return Ok(None) };
    let organization = organization::Entity::find_by_id(person.organization_id)
        .filter(organization::Column::State.is_not_in(["SUSPENDED", "WITHDRAWN", "EXPELLED"]))
        .one(connection)
        .await?;
    Ok(organization.map(|organization| OpenInvitation {
        id,
        expires_at: invitation.expires_at,
        person,
        organization,
    }))
}

/// Keeps what is kept of an invitation's token; an earlier one is no longer good.
pub(super) async fn invitation_token(connection: &impl ConnectionTrait, id: Uuid, fingerprint: &str) -> Result<()> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::TokenHash, Expr::value(fingerprint))
        .filter(invitation::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
