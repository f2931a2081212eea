//! Which subjects have an identifier in common, among those that a sight meets.

use std::collections::HashSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::present;
use crate::{
    audience::Sight,
    platform::{
        db::{Sql, Tx},
        error::Result,
    },
};

/// An identifier that more subjects than this have in the alliance ties none of them for anybody: a marketplace's hotline.
/// That bounds the work of every look-up; below it only what the viewer sees counts (`rules::cluster::is_hub`).
const MOST_USES: i64 = 1_000;

/// That a subject has an identifier.
#[derive(Debug, Clone)]
pub(crate) struct Holding {
    pub(crate) hash: String,
    pub(crate) subject: Uuid,
    pub(crate) lead: Uuid,
    pub(crate) kind: String,
    /// As whoever sees its holders sees it: in part where it is of papers, or where one of them is a person.
    pub(crate) shown: String,
    pub(crate) rule: String,
    pub(crate) strength: String,
}

/// Who has the identifiers of some subjects, they themselves included, among those that the sight meets; at most `most`.
/// Weak ones, which many share, do not count.
pub(crate) async fn holdings(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    subjects: &[Uuid],
    most: usize,
) -> Result<Vec<Holding>> {
    if subjects.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT i.hash, i.subject_id, i.lead_id, i.kind, i.rule, i.strength, \
         i.masked, i.shown, o.is_person FROM subject_identifier i JOIN subject o ON o.id = i.subject_id WHERE i.removed_at IS NULL AND i.hash IN \
         (SELECT own.hash FROM subject_identifier own JOIN identifier_use u ON u.hash = own.hash WHERE own.removed_at IS NULL \
         AND own.strength <> 'WEAK' AND u.holders BETWEEN 2 AND ",
    );
    sql.bind(MOST_USES)
        .push(" AND own.subject_id")
        .among(subjects.iter().copied());
    sql.push(") AND ").append(&present(sight, "i.subject_id"));
    sql.push(&format!(" ORDER BY i.hash, i.added_at, i.id LIMIT {most}"))
        .by_values();
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut persons: HashSet<String> = HashSet::new();
    for row in &rows {
        if row.try_get("", "is_person")? {
            persons.insert(row.try_get("", "hash")?);
        }
    }
    rows.iter()
        .map(|row| {
            let hash: String = row.try_get("", "hash")?;
            let shown: Option<String> = row.try_get("", "shown")?;
            Ok(Holding {
                subject: row.try_get("", "subject_id")?,
                lead: row.try_get("", "lead_id")?,
                kind: row.try_get("", "kind")?,
                shown: match shown {
                    Some(shown) if !persons.contains(&hash) => shown,
                    _ => row.try_get("", "masked")?,
                },
                hash,
                rule: row.try_get("", "rule")?,
                strength: row.try_get("", "strength")?,
            })
        })
        .collect()
}

/// Counts how many subjects have some identifiers: one more or one less of each.
pub(crate) async fn uses_change(tx: &Tx, hashes: &[String], by: i32) -> Result<()> {
    // In one order, lest two commands wait for each other.
    let mut hashes = hashes.to_vec();
    hashes.sort_unstable();
    for hash in hashes {
        let mut sql = Sql::new("INSERT INTO identifier_use (hash, holders) VALUES (");
        sql.bind(hash).push(", ").bind(by.max(0));
        sql.push(") ON CONFLICT (hash) DO UPDATE SET holders = identifier_use.holders + ")
            .bind(by);
        tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    }
    Ok(())
}
