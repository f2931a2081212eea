//! The SQL of the mail queue.

mod trouble;

use std::ops::RangeInclusive;

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult, QuerySelect as _,
    sea_query::Expr,
};
use uuid::Uuid;

use super::{Claimed, MailKind, MailRow, MailState, NewMail, Standing, TroubleKind};
use crate::platform::{
    clock::{micros, timestamp},
    db::{Sql, Tx, code},
    error::Result,
    graphql::connection::{Page, PageArgs},
};
use entity::{invitation, mail, organization, password_reset, person};

pub(super) use trouble::{Trouble, delays, is_suspended, mail_of, resume, suspend, trouble_insert, troubles_forget};

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

/// Queues the mail of a reset in one statement that costs the same where there is none.
pub(super) async fn mail_insert_for_reset(tx: &Tx, id: Uuid, reset: Uuid) -> Result<()> {
    let kind: &str = MailKind::PasswordReset.into();
    let mut sql = Sql::new(
        "INSERT INTO mail (id, person_id, kind, window_start, subject_id, state, attempts, not_before, created_at) SELECT ",
    );
    // PostgreSQL cannot tell the type of a parameter that is only selected.
    let (uuid, text) = match tx.backend() {
        sea_orm::DatabaseBackend::Postgres => ("::uuid", "::text"),
        _ => ("", ""),
    };
    sql.bind(id).push(uuid).push(", r.person_id, ").bind(kind).push(text);
    sql.push(", r.created_at, r.id, 'QUEUED', 0, r.created_at, r.created_at FROM password_reset r WHERE r.id = ")
        .bind(reset)
        .push(" ON CONFLICT DO NOTHING");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

fn state(state: MailState) -> &'static str {
    state.into()
}

/// When a mail is due: its time has come, or is farther away than any wait: then the clock was set back.
pub(super) struct Due {
    pub(super) now: i64,
    pub(super) farthest: i64,
}

/// Whether a mail waits that is due.
pub(super) async fn is_due(connection: &impl ConnectionTrait, due: &Due) -> Result<bool> {
    let in_time = Condition::any()
        .add(mail::Column::NotBefore.lte(due.now))
        .add(mail::Column::NotBefore.gt(due.farthest));
    let due = mail::Entity::find()
        .filter(mail::Column::State.eq(state(MailState::Queued)))
        .filter(in_time)
        .one(connection)
        .await?;
    Ok(due.is_some())
}

/// Claims the mail that has waited longest. Two senders never claim the same one.
pub(super) async fn claim(
    tx: &Tx,
    due: &Due,
    message_id: impl Fn(MailKind, Uuid) -> String,
) -> Result<Option<Claimed>> {
    let now = micros(tx.now());
    let mut sql = Sql::new("SELECT id FROM mail WHERE state = 'QUEUED' AND (not_before <= ");
    sql.bind(due.now).push(" OR not_before > ").bind(due.farthest);
    sql.push(") ORDER BY not_before, id LIMIT 1");
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
        claimed_at: now,
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

/// A claim that lies outside of `sending` was made by somebody who is dead: too long ago, or by a clock that was set back
/// since.
fn is_lost(sending: &RangeInclusive<i64>) -> Condition {
    Condition::all()
        .add(mail::Column::State.eq(state(MailState::Claimed)))
        .add(mail::Column::ClaimedAt.not_between(*sending.start(), *sending.end()))
}

/// Gives up mails that were claimed outside of `sending` and never settled; returns how many.
pub(super) async fn give_up(connection: &impl ConnectionTrait, sending: &RangeInclusive<i64>, now: i64) -> Result<u64> {
    let lost = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Unknown)))
        .col_expr(mail::Column::Error, Expr::value("SENDER_DIED"))
        .col_expr(mail::Column::SettledAt, Expr::value(now))
        .filter(is_lost(sending))
        .exec(connection)
        .await?;
    Ok(lost.rows_affected)
}

/// Gives up all mails that wait or were claimed; returns how many.
pub(super) async fn give_up_waiting(connection: &impl ConnectionTrait, now: i64) -> Result<u64> {
    let lost = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Unknown)))
        .col_expr(mail::Column::Error, Expr::value("RESTORED"))
        .col_expr(mail::Column::SettledAt, Expr::value(now))
        .filter(mail::Column::State.is_in([state(MailState::Queued), state(MailState::Claimed)]))
        .exec(connection)
        .await?;
    Ok(lost.rows_affected)
}

/// Whether a claim from outside of `sending` was never settled.
pub(super) async fn is_stuck(connection: &impl ConnectionTrait, sending: &RangeInclusive<i64>) -> Result<bool> {
    let stuck = mail::Entity::find().filter(is_lost(sending)).one(connection).await?;
    Ok(stuck.is_some())
}

/// Most mails counted in one state.
const MOST_COUNTED: u32 = 100_000;

/// The queue in numbers; what was sent counts from `since` on.
pub(super) async fn standing(connection: &impl ConnectionTrait, since: i64, came_back_since: i64) -> Result<Standing> {
    let counted = |state: MailState| {
        let name: &str = state.into();
        format!("(SELECT COUNT(*) FROM (SELECT 1 FROM mail WHERE state = '{name}' LIMIT {MOST_COUNTED}) AS counted)")
    };
    let mut sql = Sql::new(&format!(
        "SELECT {} AS queued, {} AS claimed, {} AS failed, {} AS unknown, \
         (SELECT MIN(created_at) FROM mail WHERE state = 'QUEUED') AS oldest, (SELECT COUNT(*) FROM \
         (SELECT 1 FROM mail WHERE state = 'SENT' AND settled_at >= ",
        counted(MailState::Queued),
        counted(MailState::Claimed),
        counted(MailState::Failed),
        counted(MailState::Unknown),
    ));
    sql.bind(since)
        .push(&format!(" LIMIT {MOST_COUNTED}) AS counted) AS sent_today"));
    sql.push(&format!(
        ", (SELECT COUNT(*) FROM (SELECT 1 FROM person WHERE mail_suspended_at IS NOT NULL LIMIT {MOST_COUNTED}) \
         AS counted) AS suspended"
    ));
    for (kind, name) in [(TroubleKind::Bounce, "bounces"), (TroubleKind::Complaint, "complaints")] {
        let kind: &str = kind.into();
        sql.push(&format!(
            ", (SELECT COUNT(*) FROM (SELECT 1 FROM mail_trouble WHERE kind = '{kind}' AND at >= "
        ))
        .bind(came_back_since)
        .push(&format!(" LIMIT {MOST_COUNTED}) AS counted) AS {name}"));
    }
    let statement = sql.statement(connection.get_database_backend());
    let Some(row) = connection.query_one_raw(statement).await? else {
        return Ok(Standing::default());
    };
    let count = |name: &str| -> Result<u64> { Ok(row.try_get::<i64>("", name)?.unsigned_abs()) };
    let oldest: Option<i64> = row.try_get("", "oldest")?;
    Ok(Standing {
        queued: count("queued")?,
        claimed: count("claimed")?,
        failed: count("failed")?,
        unknown: count("unknown")?,
        sent_today: count("sent_today")?,
        oldest_queued: oldest.map(timestamp),
        suspended: count("suspended")?,
        bounces: count("bounces")?,
        complaints: count("complaints")?,
    })
}

/// A person who can sign in.
pub(super) async fn person_active(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<person::Model>> {
    let active = person::Entity::find_by_id(id).filter(person::Column::State.eq("ACTIVE"));
    Ok(active.one(connection).await?)
}

/// A reset that can still be used, and whose.
pub(super) async fn reset_open(connection: &impl ConnectionTrait, id: Uuid, now: i64) -> Result<Option<person::Model>> {
    let reset = password_reset::Entity::find_by_id(id)
        .filter(password_reset::Column::ExpiresAt.gt(now))
        .one(connection)
        .await?;
    match reset {
        Some(reset) => person_active(connection, reset.person_id).await,
        None => Ok(None),
    }
}

/// Keeps what is kept of a reset's token; an earlier one is no longer good.
pub(super) async fn reset_token(connection: &impl ConnectionTrait, id: Uuid, fingerprint: &str) -> Result<()> {
    password_reset::Entity::update_many()
        .col_expr(password_reset::Column::TokenHash, Expr::value(fingerprint))
        .filter(password_reset::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

const ROW: &str = "SELECT m.id, m.kind, m.state, m.attempts, m.created_at, m.not_before, m.settled_at, m.error, p.name \
     FROM mail m JOIN person p ON p.id = m.person_id WHERE ";

fn mail_row(row: &QueryResult) -> Result<MailRow> {
    let settled_at: Option<i64> = row.try_get("", "settled_at")?;
    Ok(MailRow {
        id: row.try_get("", "id")?,
        kind: code(&row.try_get::<String>("", "kind")?)?,
        state: code(&row.try_get::<String>("", "state")?)?,
        attempts: row.try_get("", "attempts")?,
        created_at: timestamp(row.try_get("", "created_at")?),
        not_before: timestamp(row.try_get("", "not_before")?),
        settled_at: settled_at.map(timestamp),
        error: row.try_get("", "error")?,
        recipient: row.try_get("", "name")?,
    })
}

/// A page of the mails in a state, or in any; latest first.
pub(super) async fn mail_page(
    connection: &impl ConnectionTrait,
    of: Option<MailState>,
    args: &PageArgs,
) -> Result<Page<MailRow>> {
    let run = args.run(true);
    let (beyond, order) = if run.descending { ("<", "DESC") } else { (">", "ASC") };
    let within = if run.descending { ">" } else { "<" };
    let mut sql = Sql::new(ROW);
    match of {
        Some(of) => sql.push("m.state = ").bind(state(of)),
        None => sql.push("1 = 1"),
    };
    for (place, sign) in [(run.after, beyond), (run.before, within)] {
        if let Some((at, id)) = place {
            sql.push(&format!(" AND (m.created_at, m.id) {sign} ("))
                .bind(at)
                .push(", ")
                .bind(id)
                .push(")");
        }
    }
    sql.push(&format!(
        " ORDER BY m.created_at {order}, m.id {order} LIMIT {}",
        run.limit
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let rows = rows.iter().map(|row| {
        let row = mail_row(row)?;
        Ok((micros(row.created_at), row.id, row))
    });
    Ok(Page::cut(rows.collect::<Result<Vec<_>>>()?, args))
}

/// How many mails are in a state, or in any; counted up to `most`.
pub(super) async fn mail_count(connection: &impl ConnectionTrait, of: Option<MailState>, most: u64) -> Result<u64> {
    let mut query = mail::Entity::find().select_only().column(mail::Column::Id).limit(most);
    if let Some(of) = of {
        query = query.filter(mail::Column::State.eq(state(of)));
    }
    let found: Vec<Uuid> = query.into_tuple().all(connection).await?;
    Ok(u64::try_from(found.len()).unwrap_or(u64::MAX))
}

/// One mail.
pub(super) async fn mail(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<MailRow>> {
    let mut sql = Sql::new(ROW);
    sql.push("m.id = ").bind(id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    row.as_ref().map(mail_row).transpose()
}

/// Puts a mail that failed back to the beginning; false where it has not failed.
pub(super) async fn requeue(tx: &Tx, id: Uuid) -> Result<bool> {
    let done = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state(MailState::Queued)))
        .col_expr(mail::Column::Attempts, Expr::value(0))
        .col_expr(mail::Column::NotBefore, Expr::value(micros(tx.now())))
        .col_expr(mail::Column::SettledAt, Expr::value(Option::<i64>::None))
        .col_expr(mail::Column::Error, Expr::value(Option::<String>::None))
        .filter(mail::Column::Id.eq(id))
        .filter(mail::Column::State.eq(state(MailState::Failed)))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
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
