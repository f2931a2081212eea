//! What statistics are counted from: verified outcomes, as they stood at a moment.

use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::Sql,
    error::{ApiError, Result},
};
use jiff::{SignedDuration, Timestamp};

/// An action whose outcome was verified by a moment.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct VerifiedRow {
    pub(crate) id: Uuid,
    pub(crate) executed_at: i64,
    pub(crate) time_zone: Option<String>,
    /// The latest one that was verified by then.
    pub(crate) revision: i32,
}

/// Actions done around some moments whose outcome was verified by another one: all, or those in which an organisation has a
/// part. One day before and after, because the days are those at the sites.
pub(crate) async fn verified(
    connection: &impl ConnectionTrait,
    (from, to): (Timestamp, Timestamp),
    as_of: Timestamp,
    own: Option<Uuid>,
) -> Result<Vec<VerifiedRow>> {
    let day = SignedDuration::from_hours(24);
    let from = from.checked_sub(day).map_err(ApiError::internal)?;
    let to = to.checked_add(day).map_err(ApiError::internal)?;
    let mut sql = Sql::new(
        "SELECT a.id, a.executed_at, a.time_zone, MAX(r.revision) AS revision FROM offline_action a \
         JOIN outcome_revision r ON r.action_id = a.id WHERE r.verified_at <= ",
    );
    sql.bind(micros(as_of)).push(" AND a.embargo = ").bind(false);
    sql.push(" AND a.executed_at >= ").bind(micros(from));
    sql.push(" AND a.executed_at < ").bind(micros(to));
    if let Some(organization) = own {
        sql.push(" AND (a.lead_agency_id = ")
            .bind(organization)
            .push(" OR EXISTS (SELECT 1 FROM action_member m WHERE m.action_id = a.id AND m.organization_id = ")
            .bind(organization)
            .push("))");
    }
    sql.push(" GROUP BY a.id, a.executed_at, a.time_zone");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(VerifiedRow::from_query_result(row, "")?))
        .collect()
}

/// How many referrals were sent, and how many of those accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Referred {
    pub(crate) sent: i64,
    pub(crate) accepted: i64,
}

/// That a referral `r` was sent between two moments and still stands, as was known at another one: any, or one of an
/// organisation's.
fn stands(sql: &mut Sql, (from, to): (Timestamp, Timestamp), as_of: i64, own: Option<Uuid>) {
    sql.push("r.sent_at >= ").bind(micros(from));
    sql.push(" AND r.sent_at < ").bind(micros(to));
    sql.push(" AND r.sent_at <= ").bind(as_of);
    for ended in ["r.withdrawn_at", "r.retracted_at"] {
        sql.push(&format!(" AND ({ended} IS NULL OR {ended} > "))
            .bind(as_of)
            .push(")");
    }
    if let Some(organization) = own {
        sql.push(" AND (r.organization_id = ")
            .bind(organization)
            .push(" OR r.agency_id = ")
            .bind(organization)
            .push(")");
    }
}

/// How many different leads went to law enforcement between two moments, as was known at another one: all, or those of an
/// organisation's referrals.
pub(crate) async fn leads_referred(
    connection: &impl ConnectionTrait,
    moments: (Timestamp, Timestamp),
    as_of: Timestamp,
    own: Option<Uuid>,
) -> Result<i64> {
    let mut sql = Sql::new(
        "SELECT COUNT(DISTINCT p.object_id) AS found FROM referral_part p JOIN referral r ON r.id = p.referral_id \
         WHERE p.kind = 'LEAD' AND ",
    );
    stands(&mut sql, moments, micros(as_of), own);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "found"))?)
}

/// How many referrals were sent between two moments, and how many of these accepted, as was known at another one: all, or
/// those of an organisation.
pub(crate) async fn referrals_sent(
    connection: &impl ConnectionTrait,
    moments: (Timestamp, Timestamp),
    as_of: Timestamp,
    own: Option<Uuid>,
) -> Result<Referred> {
    let as_of = micros(as_of);
    let mut sql = Sql::new("SELECT COUNT(*) AS sent, COUNT(CASE WHEN r.decline_reason IS NULL AND r.decided_at <= ");
    sql.bind(as_of).push(" THEN 1 END) AS accepted FROM referral r WHERE ");
    stands(&mut sql, moments, as_of, own);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok(Referred::default()) };
    Ok(Referred {
        sent: row.try_get("", "sent")?,
        accepted: row.try_get("", "accepted")?,
    })
}
