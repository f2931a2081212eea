//! How many officers wait for somebody's yes.

use sea_orm::ConnectionTrait;

use super::Look;
use crate::{
    notifications::rules::NotificationKind,
    permissions::Action,
    platform::{db::Sql, error::Result},
};

/// How many officers the person was told of in the portal since the digest before that wait for a yes, has not read of there, and
/// that still wait. Who does not want to be told of officers was not.
pub(in crate::digests) async fn officers(connection: &impl ConnectionTrait, look: &Look<'_>) -> Result<u64> {
    if !look.viewer.has(Action::OfficerVerify) {
        return Ok(0);
    }
    let mut sql = Sql::new("SELECT COUNT(DISTINCT n.object_id) AS found FROM notification n JOIN agency_officer o ");
    sql.push("ON o.id = n.object_id WHERE n.person_id = ")
        .bind(look.viewer.person)
        .push(" AND n.kind = ")
        .bind(NotificationKind::OfficerWaits.code())
        .push(" AND n.created_at > ")
        .bind(look.last)
        .push(" AND n.read_at IS NULL AND n.archived_at IS NULL AND (o.standing = 'PROPOSED' OR (o.standing = 'VERIFIED' AND ")
        .push("o.attested_until <= ")
        .bind(look.sight.now)
        // Neither who proposed an officer says yes to it, nor who has said so: until the second yes there is one.
        .push(")) AND o.proposed_by <> ")
        .bind(look.viewer.person)
        .push(" AND (o.first_by IS NULL OR o.second_by IS NOT NULL OR o.first_by <> ")
        .bind(look.viewer.person)
        .push(")");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(found.unsigned_abs())
}
