//! The SQL of the outbox.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait as _, EntityTrait as _,
};
use uuid::Uuid;

use super::{Event, NewEvent};
use crate::platform::{
    clock::micros,
    db::{Db, News, Recorded, Sql, Tx, json},
    error::{ApiError, Result},
    failpoint,
};
use entity::outbox;

/// Most events numbered or handed on at once.
const BATCH: u64 = 500;

pub(super) async fn event_insert(tx: &Tx, id: Uuid, event: NewEvent) -> Result<()> {
    let row = outbox::ActiveModel {
        number: NotSet,
        id: Set(id),
        kind: Set(event.kind.to_owned()),
        root_id: Set(event.root),
        object_id: Set(event.object),
        principals: Set(serde_json::to_string(&event.principals).map_err(ApiError::internal)?),
        payload: Set(event.payload.to_string()),
        position: Set(None),
        created_at: Set(micros(tx.now())),
    };
    outbox::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whether every committed event has its position.
pub(super) async fn is_settled(db: &Db) -> Result<bool> {
    let sql = Sql::new("SELECT 1 AS one FROM outbox WHERE position IS NULL LIMIT 1");
    Ok(db.read().query_one_raw(sql.statement(db.backend())).await?.is_none())
}

/// Rows are numbered in the order of writing: of two changes to one object, the later one wrote its row after the
/// earlier one had committed, whatever their clocks say.
pub(super) async fn relay(db: &Db, now: Timestamp) -> Result<u64> {
    let tx = Tx::begin(db, now).await?;
    if !db.is_sqlite() {
        // One relay at a time; the lock goes with the transaction.
        tx.connection()
            .execute_unprepared("SELECT pg_advisory_xact_lock(7461001)")
            .await?;
    }
    let sql = Sql::new(&format!(
        "UPDATE outbox SET position = (SELECT COALESCE(MAX(position), 0) FROM outbox) + m.place FROM \
         (SELECT q.number, ROW_NUMBER() OVER (ORDER BY q.number) AS place FROM \
         (SELECT number FROM outbox WHERE position IS NULL ORDER BY number LIMIT {BATCH}) AS q) AS m \
         WHERE outbox.number = m.number"
    ));
    let numbered = tx
        .connection()
        .execute_raw(sql.statement(tx.backend()))
        .await?
        .rows_affected();
    if numbered > 0 {
        tx.tell(News::Events).await?;
        failpoint::reached("relay.numbered");
        tx.commit(Recorded(())).await?;
        failpoint::reached("relay.committed");
    }
    Ok(numbered)
}

pub(super) async fn events_after(db: &Db, position: i64) -> Result<Vec<(i64, Event)>> {
    let mut sql = Sql::new(
        "SELECT position, id, kind, root_id, object_id, principals, payload, created_at FROM outbox WHERE position > ",
    );
    sql.bind(position).push(&format!(" ORDER BY position LIMIT {BATCH}"));
    let rows = db.read().query_all_raw(sql.statement(db.backend())).await?;
    rows.iter()
        .map(|row| {
            let event = Event {
                id: row.try_get("", "id")?,
                kind: row.try_get("", "kind")?,
                root: row.try_get("", "root_id")?,
                object: row.try_get("", "object_id")?,
                principals: json(&row.try_get::<String>("", "principals")?)?,
                payload: json(&row.try_get::<String>("", "payload")?)?,
                at: row.try_get("", "created_at")?,
                position: row.try_get("", "position")?,
            };
            Ok((event.position, event))
        })
        .collect()
}

pub(super) async fn head(db: &Db) -> Result<i64> {
    let sql = Sql::new("SELECT COALESCE(MAX(position), 0) AS head FROM outbox");
    let row = db.read().query_one_raw(sql.statement(db.backend())).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "head"))?)
}

/// How many events have no position yet, counted up to `most`, and when the first of these was written.
pub(super) async fn waiting(db: &Db, most: u64) -> Result<(u64, Option<i64>)> {
    let sql = Sql::new(&format!(
        "SELECT COUNT(*) AS found, MIN(created_at) AS oldest FROM \
         (SELECT created_at FROM outbox WHERE position IS NULL ORDER BY number LIMIT {most}) AS waiting"
    ));
    let Some(row) = db.read().query_one_raw(sql.statement(db.backend())).await? else {
        return Ok((0, None));
    };
    let found: i64 = row.try_get("", "found")?;
    Ok((found.unsigned_abs(), row.try_get("", "oldest")?))
}

/// The latest event stays, because positions count on from it.
pub(super) async fn forget(db: &Db, before: i64) -> Result<u64> {
    let mut sql = Sql::new("DELETE FROM outbox WHERE created_at < ");
    sql.bind(before)
        .push(" AND position < (SELECT MAX(position) FROM outbox)");
    Ok(db
        .write()
        .execute_raw(sql.statement(db.backend()))
        .await?
        .rows_affected())
}
