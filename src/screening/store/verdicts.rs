//! What was said of listings that were screened.

use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::Reach;
use crate::{
    permissions::audience::Tlp,
    platform::{db::Sql, error::Result},
};

/// Whether what was screened, called `s`, about a brand, called `b`, infringes: 1, 0, or null as long as nobody has said
/// so. What the brand's owner answered to the lead's delivery goes first, then how the lead ended, then what was said in
/// the queue.
pub(super) const LABEL: &str = "CAST(CASE \
     WHEN EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = s.lead_id AND d.recipient_id = b.organization_id \
      AND d.verdict = 'CONFIRMED') THEN 1 \
     WHEN EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = s.lead_id AND d.recipient_id = b.organization_id \
      AND d.verdict = 'NOT_INFRINGING') THEN 0 \
     WHEN EXISTS (SELECT 1 FROM lead k WHERE k.id = s.lead_id AND k.outcome = 'CONFIRMED_INFRINGEMENT') THEN 1 \
     WHEN EXISTS (SELECT 1 FROM lead k WHERE k.id = s.lead_id AND k.outcome = 'NOT_INFRINGING') THEN 0 \
     WHEN s.state = 'CONFIRMED' THEN 1 \
     WHEN s.state = 'DISMISSED' AND s.dismissal IN ('NOT_INFRINGING', 'AUTHORIZED_SELLER') THEN 0 \
     END AS BIGINT)";

/// A screened listing of which somebody has said whether it infringes.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(in crate::screening) struct Judged {
    pub(in crate::screening) brand_id: Uuid,
    /// JSON.
    pub(in crate::screening) findings: String,
    /// 1 where it infringes.
    pub(in crate::screening) label: i64,
}

/// The latest that were judged, of all brands; without what only named people may know.
pub(in crate::screening) async fn judged(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<Judged>> {
    let mut sql =
        Sql::new("SELECT x.brand_id, x.findings, x.label FROM (SELECT s.id, s.created_at, s.brand_id, s.findings, ");
    sql.push(LABEL).push(
        " AS label FROM screened_listing s JOIN brand b ON b.id = s.brand_id LEFT JOIN lead l ON l.id = s.lead_id \
         WHERE s.state <> 'GUARDED' AND (s.lead_id IS NOT NULL OR s.state IN ('CONFIRMED', 'DISMISSED')) \
         AND (l.id IS NULL OR l.tlp <> ",
    );
    sql.bind(<&str>::from(Tlp::Red));
    sql.push(&format!(
        ")) AS x WHERE x.label IS NOT NULL ORDER BY x.created_at DESC, x.id DESC LIMIT {most}"
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(Judged::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// How many suspects of a version were judged how.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(in crate::screening) struct Tally {
    /// Name of the version.
    pub(in crate::screening) model: String,
    /// 1 where they infringe, 0 where they do not, null where nobody has said so.
    pub(in crate::screening) label: Option<i64>,
    /// How many.
    pub(in crate::screening) found: i64,
}

/// What came of the suspects that somebody sees, by version, screened from a moment to before another (microseconds).
pub(in crate::screening) async fn tallies(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    brand: Option<Uuid>,
    (from, to): (i64, i64),
) -> Result<Vec<Tally>> {
    let mut sql = Sql::new("SELECT x.model, x.label, COUNT(*) AS found FROM (SELECT s.model, ");
    sql.push(LABEL).push(
        " AS label FROM screened_listing s JOIN screening_listing g ON g.id = s.listing_id \
         JOIN brand b ON b.id = s.brand_id WHERE s.disposition = 'SUSPECT' AND s.created_at >= ",
    );
    sql.bind(from).push(" AND s.created_at < ").bind(to);
    if let Some(brand) = brand {
        sql.push(" AND s.brand_id = ").bind(brand);
    }
    sql.push(" AND ").append(&reach.sees());
    sql.push(") AS x GROUP BY x.model, x.label ORDER BY x.model");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(Tally::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// How many leads that somebody sees came from which source, handed in from a moment to before another (microseconds).
pub(in crate::screening) async fn leads_by_source(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    brand: Option<Uuid>,
    (from, to): (i64, i64),
) -> Result<Vec<(String, i64)>> {
    let mut sql =
        Sql::new("SELECT l.source, COUNT(*) AS found FROM lead l WHERE l.sandbox_until IS NULL AND l.submitted_at >= ");
    sql.bind(from).push(" AND l.submitted_at < ").bind(to);
    if let Some(brand) = brand {
        sql.push(" AND EXISTS (SELECT 1 FROM lead_item i WHERE i.lead_id = l.id AND i.brand_id = ");
        sql.bind(brand).push(")");
    }
    sql.push(" AND ")
        .append(&reach.leads("l.id"))
        .push(" GROUP BY l.source");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &sea_orm::QueryResult| Ok((row.try_get("", "source")?, row.try_get("", "found")?));
    rows.iter().map(read).collect()
}
