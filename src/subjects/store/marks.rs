//! By what a subject and what it hangs together with are known: for comparing, whoever may see them, and never to be shown.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::platform::{db::Sql, error::Result};

/// Most subjects that are taken to hang together.
const MOST: u64 = 500;
/// What more subjects than this have ties nobody.
const MOST_USES: i64 = 1_000;

/// The lead of a subject that was not taken away.
pub(crate) async fn lead_of(connection: &impl ConnectionTrait, subject: Uuid) -> Result<Option<Uuid>> {
    let mut sql = Sql::new("SELECT s.lead_id FROM subject s WHERE s.removed_at IS NULL AND s.id = ");
    sql.bind(subject);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map(|row| row.try_get("", "lead_id")).transpose()?)
}

/// Hashes of what some subjects are known by; of what many share nothing.
pub(crate) async fn hashes_of(connection: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<BTreeSet<String>> {
    let mut sql = Sql::new(
        "SELECT DISTINCT i.hash FROM subject_identifier i WHERE i.removed_at IS NULL AND i.strength <> 'WEAK' AND i.subject_id",
    );
    sql.among(subjects.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "hash")?)).collect()
}

/// Where some subjects are, as it was written, each with its country; what names no house is left out.
pub(crate) async fn addresses_of(
    connection: &impl ConnectionTrait,
    subjects: &[Uuid],
) -> Result<BTreeSet<(String, String)>> {
    let mut sql = Sql::new(
        "SELECT DISTINCT i.masked, i.shown FROM subject_identifier i WHERE i.removed_at IS NULL AND i.kind = 'ADDRESS' \
         AND i.strength <> 'WEAK' AND i.shown IS NOT NULL AND i.subject_id",
    );
    sql.among(subjects.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut found = BTreeSet::new();
    for row in rows {
        let (masked, shown): (String, String) = (row.try_get("", "masked")?, row.try_get("", "shown")?);
        // What is masked begins with the country: `CN-330106 ***`, `VN ***`.
        let country = masked.split(['-', ' ']).next().unwrap_or_default();
        found.insert((country.to_owned(), shown));
    }
    Ok(found)
}

/// The subjects that are known by one of these, or tied to one of some subjects.
pub(crate) async fn around(
    connection: &impl ConnectionTrait,
    subjects: &[Uuid],
    hashes: &BTreeSet<String>,
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new(
        "SELECT i.subject_id AS id FROM subject_identifier i JOIN identifier_use u ON u.hash = i.hash \
         WHERE i.removed_at IS NULL AND u.holders <= ",
    );
    sql.bind(MOST_USES).push(" AND i.hash").among(hashes.iter().cloned());
    for (here, there) in [("from_id", "to_id"), ("to_id", "from_id")] {
        sql.push(&format!(
            " UNION SELECT l.{there} AS id FROM subject_link l WHERE l.removed_at IS NULL AND l.{here}"
        ))
        .among(subjects.iter().copied());
    }
    sql.push(&format!(" ORDER BY id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}
