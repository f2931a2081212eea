//! How much there is to hear of blind matches.

use sea_orm::ConnectionTrait;

use super::Look;
use crate::{
    audience::{self, Kind},
    notifications::rules::NotificationKind,
    permissions::Action,
    platform::{db::Sql, error::Result},
};

/// What people are told of matches.
const OF_MATCHES: [NotificationKind; 3] = [
    NotificationKind::BlindMatch,
    NotificationKind::ContactWished,
    NotificationKind::ContactOpened,
];

/// How often the person was told of a match in the portal since the digest before, has not read it there, and sees the lead
/// behind it now. Who does not want to be told of matches was not.
pub(in crate::digests) async fn matches(connection: &impl ConnectionTrait, look: &Look<'_>) -> Result<u64> {
    if !look.viewer.has(Action::BlindMatchRead) {
        return Ok(0);
    }
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM notification n WHERE n.person_id = ");
    sql.bind(look.viewer.person)
        .push(" AND n.kind")
        .among(OF_MATCHES.map(NotificationKind::code))
        .push(" AND n.created_at > ")
        .bind(look.last)
        .push(" AND n.read_at IS NULL AND n.archived_at IS NULL AND ")
        .append(&audience::meets(look.sight, Kind::Lead, "n.object_id"));
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(found.unsigned_abs())
}
