//! The queue: what is due, who has it, and what became of it.

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DatabaseBackend, EntityTrait as _, QueryFilter as _, sea_query::Expr,
};
use uuid::Uuid;

use super::messages::MessageRow;
use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx},
        error::Result,
    },
    webhooks::rules::MessageState,
};
use entity::{webhook_cursor, webhook_message};

/// When a message is due: its time has come, or is farther away than any pause: then the clock was set back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due {
    /// The moment, in microseconds.
    pub(crate) now: i64,
    /// The farthest moment to which a pause can reach.
    pub(crate) farthest: i64,
}

/// What of the queue may go now. Of one lead a message waits for the ones before it; an endpoint has four under way, or
/// one while it fails, so that those of others are not held up by it; what is for an account or organisation that may
/// not sign in waits until it may.
const READY: &str = "FROM webhook_message m JOIN webhook_endpoint e ON e.id = m.endpoint_id \
     JOIN person p ON p.id = e.account_id JOIN organization o ON o.id = e.organization_id \
     WHERE m.state = 'QUEUED' AND e.state = 'ACTIVE' AND p.state = 'ACTIVE' AND o.state = 'ACTIVE' \
     AND NOT EXISTS (SELECT 1 FROM webhook_message b WHERE b.endpoint_id = m.endpoint_id AND b.root_id = m.root_id \
     AND b.position < m.position AND b.state IN ('QUEUED', 'CLAIMED')) \
     AND (SELECT COUNT(*) FROM webhook_message c WHERE c.endpoint_id = m.endpoint_id AND c.state = 'CLAIMED') \
     < CASE WHEN e.failing_since IS NULL THEN 4 ELSE 1 END";

fn ready(due: &Due) -> Sql {
    let mut sql = Sql::new("SELECT m.id ");
    sql.push(READY).push(" AND (m.not_before <= ").bind(due.now);
    sql.push(" OR m.not_before > ").bind(due.farthest);
    sql.push(") ORDER BY m.not_before, m.position, m.id LIMIT 1");
    sql
}

/// Whether a message is due.
pub(crate) async fn is_due(connection: &impl ConnectionTrait, due: &Due) -> Result<bool> {
    let sql = ready(due);
    let found = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(found.is_some())
}

/// Claims the message that has waited longest. Two senders never claim the same one.
pub(crate) async fn claim(tx: &Tx, due: &Due) -> Result<Option<MessageRow>> {
    let mut sql = ready(due);
    if tx.backend() == DatabaseBackend::Postgres {
        sql.push(" FOR UPDATE OF m SKIP LOCKED");
    }
    let found = tx.connection().query_one_raw(sql.statement(tx.backend())).await?;
    let Some(found) = found else { return Ok(None) };
    let id: Uuid = found.try_get("", "id")?;
    let Some(row) = webhook_message::Entity::find_by_id(id).one(tx.connection()).await? else {
        return Ok(None);
    };
    let claimed = webhook_message::Entity::update_many()
        .col_expr(webhook_message::Column::State, Expr::value("CLAIMED"))
        .col_expr(webhook_message::Column::Attempts, Expr::value(row.attempts + 1))
        .col_expr(webhook_message::Column::ClaimedAt, Expr::value(due.now))
        .filter(webhook_message::Column::Id.eq(id))
        .filter(webhook_message::Column::State.eq("QUEUED"))
        .exec(tx.connection())
        .await?;
    Ok((claimed.rows_affected == 1).then(|| MessageRow {
        attempts: row.attempts + 1,
        claimed_at: Some(due.now),
        ..row
    }))
}

/// What becomes of a claimed message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settling {
    /// Its state from now on.
    pub(crate) state: MessageState,
    /// The HTTP status, where there was an answer.
    pub(crate) status: Option<i32>,
    /// Class of what went wrong.
    pub(crate) error: Option<&'static str>,
    /// When it is due, where it goes back to the queue.
    pub(crate) not_before: i64,
}

/// Writes what became of a claimed message; false where it is no longer claimed.
pub(crate) async fn settle(tx: &Tx, id: Uuid, to: Settling) -> Result<bool> {
    let code: &str = to.state.into();
    let settled_at = (to.state != MessageState::Queued).then(|| micros(tx.now()));
    let done = webhook_message::Entity::update_many()
        .col_expr(webhook_message::Column::State, Expr::value(code))
        .col_expr(webhook_message::Column::Status, Expr::value(to.status))
        .col_expr(webhook_message::Column::Error, Expr::value(to.error))
        .col_expr(webhook_message::Column::NotBefore, Expr::value(to.not_before))
        .col_expr(webhook_message::Column::SettledAt, Expr::value(settled_at))
        .col_expr(webhook_message::Column::ClaimedAt, Expr::value(Option::<i64>::None))
        .filter(webhook_message::Column::Id.eq(id))
        .filter(webhook_message::Column::State.eq("CLAIMED"))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts a claimed message back that nobody tried to send.
pub(crate) async fn put_back(connection: &impl ConnectionTrait, row: &MessageRow, not_before: i64) -> Result<()> {
    webhook_message::Entity::update_many()
        .col_expr(webhook_message::Column::State, Expr::value("QUEUED"))
        .col_expr(
            webhook_message::Column::Attempts,
            Expr::value((row.attempts - 1).max(0)),
        )
        .col_expr(webhook_message::Column::NotBefore, Expr::value(not_before))
        .col_expr(webhook_message::Column::ClaimedAt, Expr::value(Option::<i64>::None))
        .filter(webhook_message::Column::Id.eq(row.id))
        .filter(webhook_message::Column::State.eq("CLAIMED"))
        .exec(connection)
        .await?;
    Ok(())
}

/// Has what waits behind a message wait as long as it does: it cannot go before, and need not be looked at.
pub(crate) async fn hold_back(tx: &Tx, row: &MessageRow, not_before: i64) -> Result<()> {
    use webhook_message::Column;
    webhook_message::Entity::update_many()
        .col_expr(Column::NotBefore, Expr::value(not_before))
        .filter(Column::EndpointId.eq(row.endpoint_id))
        .filter(Column::RootId.eq(row.root_id))
        .filter(Column::Position.gt(row.position))
        .filter(Column::State.eq("QUEUED"))
        .filter(Column::NotBefore.lt(not_before))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// A claim outside of this span was made by somebody who is dead: too long ago, or by a clock that was set back since.
fn lost((since, until): (i64, i64)) -> Condition {
    Condition::all()
        .add(webhook_message::Column::State.eq("CLAIMED"))
        .add(webhook_message::Column::ClaimedAt.not_between(since, until))
}

/// Whether a message was claimed outside of a span and never settled.
pub(crate) async fn has_lost(connection: &impl ConnectionTrait, span: (i64, i64)) -> Result<bool> {
    let found = webhook_message::Entity::find()
        .filter(lost(span))
        .one(connection)
        .await?;
    Ok(found.is_some())
}

/// Puts such messages back into the queue; how many there were.
pub(crate) async fn requeue_lost(connection: &impl ConnectionTrait, span: (i64, i64)) -> Result<u64> {
    let lost = webhook_message::Entity::update_many()
        .col_expr(webhook_message::Column::State, Expr::value("QUEUED"))
        .col_expr(webhook_message::Column::ClaimedAt, Expr::value(Option::<i64>::None))
        .filter(lost(span))
        .exec(connection)
        .await?;
    Ok(lost.rows_affected)
}

/// Most messages that are forgotten at once.
const BATCH: u32 = 2_000;

/// Forgets messages that were settled before a moment, and those that have waited since then for an endpoint that is
/// not in use; a batch at most. How many there were.
pub(crate) async fn forget(tx: &Tx, before: i64) -> Result<u64> {
    let mut old = Sql::new("SELECT m.id FROM webhook_message m JOIN webhook_endpoint e ON e.id = m.endpoint_id WHERE ");
    old.push("m.settled_at < ").bind(before);
    old.push(" OR (m.state = 'QUEUED' AND e.state <> 'ACTIVE' AND m.created_at < ")
        .bind(before)
        .push(&format!(") LIMIT {BATCH}"));
    let rows = tx.connection().query_all_raw(old.statement(tx.backend())).await?;
    let ids: Vec<Uuid> = rows
        .iter()
        .map(|row| Ok(row.try_get("", "id")?))
        .collect::<Result<_>>()?;
    if ids.is_empty() {
        return Ok(0);
    }
    for (table, column) in [("webhook_attempt", "message_id"), ("webhook_message", "id")] {
        let mut sql = Sql::new(&format!("DELETE FROM {table} WHERE {column}"));
        sql.among(ids.iter().copied());
        tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    }
    Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
}

/// Up to which event messages were queued.
pub(crate) async fn cursor(connection: &impl ConnectionTrait) -> Result<i64> {
    let row = webhook_cursor::Entity::find_by_id(1).one(connection).await?;
    Ok(row.map_or(0, |row| row.position))
}

/// Moves on from one event to another; false where somebody else did.
pub(crate) async fn cursor_advance(tx: &Tx, from: i64, to: i64) -> Result<bool> {
    let mut sql = Sql::new("UPDATE webhook_cursor SET position = ");
    sql.bind(to).push(" WHERE id = 1 AND position = ").bind(from);
    let moved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(moved.rows_affected() == 1)
}
