//! What goes to endpoints, and what came of it.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx, columns, counted, page_of},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
    webhooks::rules::MessageState,
};
use entity::{webhook_attempt, webhook_message};

/// A message's row.
pub(crate) type MessageRow = webhook_message::Model;
/// An attempt's row.
pub(crate) type AttemptRow = webhook_attempt::Model;

/// Queues a message, unless the endpoint was told of its event; whether it was not.
pub(crate) async fn message_insert(tx: &Tx, row: &MessageRow) -> Result<bool> {
    let mut sql = Sql::new("INSERT INTO webhook_message (id, endpoint_id, event_id, kind, root_id, object_kind, ");
    sql.push("object_id, state, attempts, not_before, position, occurred_at, created_at) VALUES (")
        .bind(row.id);
    sql.push(", ").bind(row.endpoint_id);
    sql.push(", ").bind(row.event_id);
    sql.push(", ").bind(row.kind.as_str());
    sql.push(", ").bind(row.root_id);
    sql.push(", ").bind(row.object_kind.as_str());
    sql.push(", ").bind(row.object_id);
    sql.push(", ").bind(row.state.as_str());
    sql.push(", ").bind(row.attempts);
    sql.push(", ").bind(row.not_before);
    sql.push(", ").bind(row.position);
    sql.push(", ").bind(row.occurred_at);
    sql.push(", ").bind(row.created_at).push(") ON CONFLICT DO NOTHING");
    let inserted = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(inserted.rows_affected() == 1)
}

/// The messages of an endpoint in some states, or in any, as a condition on `m`.
fn of(endpoint: Uuid, states: &[MessageState]) -> Sql {
    let mut sql = Sql::new("m.endpoint_id = ");
    sql.bind(endpoint);
    if !states.is_empty() {
        sql.push(" AND m.state")
            .among(states.iter().map(|state| <&'static str>::from(*state)));
    }
    sql
}

/// A page of an endpoint's messages in some states, or in any; latest first.
pub(crate) async fn message_page(
    connection: &impl ConnectionTrait,
    endpoint: Uuid,
    states: &[MessageState],
    args: &PageArgs,
) -> Result<Page<MessageRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM webhook_message m WHERE ",
        columns::<webhook_message::Entity>("m")
    ));
    sql.append(&of(endpoint, states));
    let place = |row: &MessageRow| (row.created_at, row.id);
    page_of(connection, sql, ("m.created_at", "m.id"), true, args, place).await
}

/// How many those are, counted up to `most`.
pub(crate) async fn message_count(
    connection: &impl ConnectionTrait,
    endpoint: Uuid,
    states: &[MessageState],
    most: u64,
) -> Result<u64> {
    let mut sql = Sql::new("SELECT m.id FROM webhook_message m WHERE ");
    sql.append(&of(endpoint, states));
    counted(connection, &sql, most).await
}

/// The attempts of some messages, each message's in order.
pub(crate) async fn attempts_of(connection: &impl ConnectionTrait, messages: &[Uuid]) -> Result<Vec<AttemptRow>> {
    if messages.is_empty() {
        return Ok(Vec::new());
    }
    let found = webhook_attempt::Entity::find()
        .filter(webhook_attempt::Column::MessageId.is_in(messages.iter().copied()))
        .order_by_asc(webhook_attempt::Column::Number)
        .all(connection)
        .await?;
    Ok(found)
}

/// Notes an attempt as the next one of its message; its `number` is given here. A message that is replayed goes on
/// counting.
pub(crate) async fn attempt_insert(tx: &Tx, row: AttemptRow) -> Result<()> {
    let last = webhook_attempt::Entity::find()
        .filter(webhook_attempt::Column::MessageId.eq(row.message_id))
        .order_by_desc(webhook_attempt::Column::Number)
        .one(tx.connection())
        .await?;
    let model = webhook_attempt::ActiveModel {
        message_id: Set(row.message_id),
        number: Set(last.map_or(0, |last| last.number) + 1),
        at: Set(row.at),
        status: Set(row.status),
        error: Set(row.error),
        millis: Set(row.millis),
    };
    webhook_attempt::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whether a ping of an endpoint waits already.
pub(crate) async fn ping_waits(connection: &impl ConnectionTrait, endpoint: Uuid) -> Result<bool> {
    let found = webhook_message::Entity::find()
        .filter(webhook_message::Column::EndpointId.eq(endpoint))
        .filter(webhook_message::Column::RootId.eq(endpoint))
        .filter(webhook_message::Column::State.is_in(["QUEUED", "CLAIMED"]))
        .one(connection)
        .await?;
    Ok(found.is_some())
}

/// Which messages to send once more.
#[derive(Debug, Clone)]
pub(crate) enum Replay {
    /// These.
    Named(Vec<Uuid>),
    /// All that were queued since a moment, in microseconds.
    Since(i64),
}

/// Puts messages of an endpoint that were delivered or are dead back to the beginning; how many there were.
pub(crate) async fn replay(tx: &Tx, endpoint: Uuid, which: &Replay) -> Result<u64> {
    let mut sql = Sql::new("UPDATE webhook_message SET state = 'QUEUED', attempts = 0, claimed_at = NULL, ");
    sql.push("settled_at = NULL, status = NULL, error = NULL, not_before = ")
        .bind(micros(tx.now()))
        .push(" WHERE state IN ('DELIVERED', 'DEAD') AND endpoint_id = ")
        .bind(endpoint);
    match which {
        Replay::Named(ids) => sql.push(" AND id").among(ids.iter().copied()),
        Replay::Since(at) => sql.push(" AND created_at >= ").bind(*at),
    };
    let replayed = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(replayed.rows_affected())
}
