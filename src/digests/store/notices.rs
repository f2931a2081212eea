//! Who has something to hear by a mail of its own, and which one was the last.

use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::people::last;
use crate::{
    digests::rules::Last,
    notifications::rules::Channel,
    platform::{
        clock::timestamp,
        db::{Sql, code},
        error::Result,
    },
};

/// People looked at together.
const BATCH: u64 = 500;

/// The next people after `after` of whose notifications some came since a moment that are to be told by a mail, and that no mail told
/// yet; whoever gets no mails is left out.
pub(in crate::digests) async fn to_notify(
    connection: &impl ConnectionTrait,
    since: i64,
    after: Option<Uuid>,
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new(
        "SELECT p.id FROM person p JOIN organization o ON o.id = p.organization_id WHERE p.state = 'ACTIVE' \
         AND o.state = 'ACTIVE' AND p.mail_suspended_at IS NULL AND p.id IN \
         (SELECT n.person_id FROM notification n WHERE n.mail = ",
    );
    sql.bind(Channel::Mail.code())
        .push(" AND n.created_at >= ")
        .bind(since)
        .push(" AND n.read_at IS NULL AND (n.told_in IS NULL OR EXISTS (SELECT 1 FROM mail m WHERE m.id = n.told_in ")
        .push("AND m.state IN ('EMPTY', 'FAILED', 'LAPSED', 'UNKNOWN'))))");
    if let Some(after) = after {
        sql.push(" AND p.id > ").bind(after);
    }
    sql.push(&format!(" ORDER BY p.id LIMIT {BATCH}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// When the latest mail about what has happened was queued for somebody, and where it stands.
pub(in crate::digests) async fn last_notice(
    connection: &impl ConnectionTrait,
    person: Uuid,
) -> Result<Option<(Timestamp, Last)>> {
    let mut sql = Sql::new("SELECT created_at, state FROM mail WHERE kind = 'NOTIFICATIONS' AND person_id = ");
    sql.bind(person).push(" ORDER BY window_start DESC LIMIT 1");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok(None) };
    let state = code(&row.try_get::<String>("", "state")?)?;
    Ok(Some((timestamp(row.try_get("", "created_at")?), last(state))))
}
