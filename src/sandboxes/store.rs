//! The SQL of sandboxes.

use sea_orm::{ConnectionTrait, DatabaseBackend};
use uuid::Uuid;

use crate::platform::{
    db::{Sql, Tx},
    error::Result,
};

/// How many leads of a sandbox are seen at a moment.
pub(super) async fn lead_count(connection: &impl ConnectionTrait, sandbox: Uuid, now: i64) -> Result<u64> {
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM lead l WHERE l.owner_id = ");
    sql.bind(sandbox).push(" AND l.sandbox_until > ").bind(now);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map(|row| row.try_get("", "found")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(found).unwrap_or_default())
}

/// The leads of sandboxes for which something is to be played, each with its sandbox, those that came in first before others.
pub(super) async fn to_play(connection: &impl ConnectionTrait, now: i64, most: u32) -> Result<Vec<(Uuid, Uuid)>> {
    let mut sql = Sql::new("SELECT l.id, l.owner_id FROM lead l WHERE l.sandbox_until > ");
    sql.bind(now).push(
        " AND (l.state IN ('SUBMITTED', 'TRIAGED') OR (l.state = 'SHARED' AND EXISTS (SELECT 1 FROM delivery d \
         WHERE d.lead_id = l.id AND d.state IN ('PUSHED', 'VIEWED', 'ACKNOWLEDGED', 'OVERDUE')))) ",
    );
    sql.push(&format!("ORDER BY l.sandbox_until, l.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "id")?, row.try_get("", "owner_id")?)))
        .collect()
}

/// Ends what is seen in a sandbox at this moment; how many leads there were. Leads come before their audience, as in every
/// command, so whoever writes rows of one is waited for, or waits and reads the new end.
pub(super) async fn empty(tx: &Tx, sandbox: Uuid, now: i64) -> Result<u64> {
    if tx.backend() == DatabaseBackend::Postgres {
        // In one order, so that two never wait for each other.
        let mut lock = Sql::new("SELECT l.id FROM lead l WHERE l.owner_id = ");
        lock.bind(sandbox).push(" AND l.sandbox_until > ").bind(now);
        lock.push(" ORDER BY l.id FOR NO KEY UPDATE");
        tx.connection().query_all_raw(lock.statement(tx.backend())).await?;
    }
    let mut leads = Sql::new("UPDATE lead SET sandbox_until = ");
    leads.bind(now).push(" WHERE owner_id = ").bind(sandbox);
    leads.push(" AND sandbox_until > ").bind(now);
    let ended = tx.connection().execute_raw(leads.statement(tx.backend())).await?;
    let mut rows = Sql::new("UPDATE audience SET valid_until = ");
    rows.bind(now).push(" WHERE valid_until > ").bind(now);
    rows.push(" AND root_id IN (SELECT l.id FROM lead l WHERE l.owner_id = ")
        .bind(sandbox)
        .push(")");
    tx.connection().execute_raw(rows.statement(tx.backend())).await?;
    // The same listing may come in again.
    let mut lines = Sql::new("DELETE FROM import_line WHERE organization_id = ");
    lines.bind(sandbox);
    tx.connection().execute_raw(lines.statement(tx.backend())).await?;
    let mut keys = Sql::new("DELETE FROM idempotency_key WHERE mutation = 'createLead' AND person_id IN ");
    keys.push("(SELECT p.id FROM person p WHERE p.organization_id = ")
        .bind(sandbox)
        .push(")");
    tx.connection().execute_raw(keys.statement(tx.backend())).await?;
    Ok(ended.rows_affected())
}

/// Lets listings come in again whose leads in sandboxes have ended; how many. `begun` is when those that end now came in.
pub(super) async fn forget(tx: &Tx, now: i64, begun: i64) -> Result<u64> {
    let mut keys = Sql::new("DELETE FROM idempotency_key WHERE mutation = 'createLead' AND created_at <= ");
    keys.bind(begun)
        .push(" AND person_id IN (SELECT p.id FROM person p JOIN organization o ON o.id = p.organization_id ")
        .push("WHERE o.state = 'SANDBOX')");
    tx.connection().execute_raw(keys.statement(tx.backend())).await?;
    let mut sql = Sql::new("DELETE FROM import_line WHERE organization_id IN (SELECT o.id FROM organization o ");
    sql.push("WHERE o.state = 'SANDBOX') AND lead_id IN (SELECT l.id FROM lead l WHERE l.sandbox_until <= ")
        .bind(now)
        .push(")");
    let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(done.rows_affected())
}
