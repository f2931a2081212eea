//! What is compared: which identifiers are due, who has them, and which pairs know of each other.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult};
use strum::VariantArray as _;
use uuid::Uuid;

use crate::{
    blind_match::rules::{Holding, takes_part},
    permissions::viewer::OrganizationKind,
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{blind_match, blind_match_cursor, wall};

/// Most identifiers that are looked at in one go.
const BATCH: u32 = 100;
/// An identifier that more leads of those who take part have than this says nothing of any of them.
const MOST_HOLDINGS: usize = 5_000;

/// Up to which event identifiers were looked for.
pub(crate) async fn cursor(connection: &impl ConnectionTrait) -> Result<i64> {
    let row = blind_match_cursor::Entity::find_by_id(1).one(connection).await?;
    Ok(row.map_or(0, |row| row.position))
}

/// Moves on from one event to another; false where somebody else did.
pub(crate) async fn cursor_advance(tx: &Tx, from: i64, to: i64) -> Result<bool> {
    let mut sql = Sql::new("UPDATE blind_match_cursor SET position = ");
    sql.bind(to).push(" WHERE id = 1 AND position = ").bind(from);
    let moved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(moved.rows_affected() == 1)
}

/// Has the identifiers of some leads compared: those that somebody else has too, and those that had something in common.
pub(crate) async fn due_of_leads(tx: &Tx, leads: &[Uuid]) -> Result<()> {
    if leads.is_empty() {
        return Ok(());
    }
    let mut sql = Sql::new("INSERT INTO blind_match_due (hash, due_at) SELECT d.hash, CAST(");
    sql.bind(micros(tx.now())).push(
        " AS BIGINT) FROM (SELECT i.hash FROM subject_identifier i JOIN identifier_use u ON u.hash = i.hash \
         WHERE u.holders > 1 AND i.strength <> 'WEAK' AND i.lead_id",
    );
    sql.among(leads.iter().copied()).push(
        " UNION SELECT m.hash FROM blind_match_lead h JOIN blind_match_side s ON s.id = h.side_id \
         JOIN blind_match m ON m.id = s.match_id WHERE m.opened_at IS NULL AND h.lead_id",
    );
    sql.among(leads.iter().copied())
        .push(") AS d WHERE 1 = 1 ON CONFLICT (hash) DO UPDATE SET due_at = excluded.due_at");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Has the identifiers of all matches compared that hold without contact: sight may have changed without an event.
pub(crate) async fn due_of_matches(tx: &Tx) -> Result<()> {
    let mut sql = Sql::new("INSERT INTO blind_match_due (hash, due_at) SELECT DISTINCT m.hash, CAST(");
    sql.bind(micros(tx.now())).push(
        " AS BIGINT) FROM blind_match m WHERE m.retired_at IS NULL AND m.opened_at IS NULL \
         ON CONFLICT (hash) DO UPDATE SET due_at = excluded.due_at",
    );
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// The next identifiers that are due at a moment, those that wait longest first.
pub(crate) async fn due(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<String>> {
    let mut sql = Sql::new("SELECT hash FROM blind_match_due WHERE due_at <= ");
    sql.bind(now).push(&format!(" ORDER BY due_at, hash LIMIT {BATCH}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "hash")?)).collect()
}

/// Compares one identifier at a time over all processes: the quotas are counted, and two that count at once would both find
/// room. SQLite has one writer anyway, and the lock goes with the transaction.
pub(crate) async fn take_turn(tx: &Tx) -> Result<()> {
    if tx.backend() == sea_orm::DatabaseBackend::Postgres {
        tx.connection()
            .execute_unprepared("SELECT pg_advisory_xact_lock(7461003)")
            .await?;
    }
    Ok(())
}

/// Takes an identifier from those that are due; false where somebody else did.
pub(crate) async fn due_take(tx: &Tx, hash: &str) -> Result<bool> {
    let mut sql = Sql::new("DELETE FROM blind_match_due WHERE hash = ");
    sql.bind(hash).push(" AND due_at <= ").bind(micros(tx.now()));
    let taken = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(taken.rows_affected() == 1)
}

/// Has an identifier compared again at a moment.
pub(crate) async fn due_put(tx: &Tx, hash: &str, at: i64) -> Result<()> {
    let mut sql = Sql::new("INSERT INTO blind_match_due (hash, due_at) VALUES (");
    sql.bind(hash).push(", ").bind(at);
    sql.push(") ON CONFLICT (hash) DO UPDATE SET due_at = excluded.due_at");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Who of those that take part has an identifier, whether it counts or not, whoever may see it; nobody where so many have it
/// that it says nothing.
pub(crate) async fn holdings(connection: &impl ConnectionTrait, hash: &str) -> Result<Vec<Holding>> {
    let kinds = OrganizationKind::VARIANTS.iter().filter(|kind| takes_part(**kind));
    let kinds: Vec<&str> = kinds.map(|kind| <&str>::from(*kind)).collect();
    let mut sql = Sql::new(
        "SELECT i.lead_id, i.kind, i.strength, l.owner_id, l.state, l.tlp, l.handling_code, o.is_person, o.purpose, \
         o.legal_basis, o.retain_until, q.opted_in FROM subject_identifier i \
         JOIN subject o ON o.id = i.subject_id AND o.removed_at IS NULL JOIN lead l ON l.id = i.lead_id \
         JOIN organization g ON g.id = l.owner_id LEFT JOIN blind_matching q ON q.lead_id = i.lead_id \
         WHERE i.removed_at IS NULL AND g.state = 'ACTIVE' AND i.hash = ",
    );
    sql.bind(hash)
        .push(" AND g.kind")
        .among(kinds)
        .push(&format!(" ORDER BY i.added_at, i.id LIMIT {}", MOST_HOLDINGS + 1));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    if rows.len() > MOST_HOLDINGS {
        return Ok(Vec::new());
    }
    rows.iter().map(holding).collect()
}

fn holding(row: &QueryResult) -> Result<Holding> {
    let is_person: bool = row.try_get("", "is_person")?;
    let grounds: (Option<String>, Option<String>) = (row.try_get("", "purpose")?, row.try_get("", "legal_basis")?);
    // Without a purpose and a legal basis a person's data are not to be used at all.
    let until = match grounds {
        (Some(_), Some(_)) => timestamp(row.try_get("", "retain_until")?),
        _ => jiff::Timestamp::MIN,
    };
    let opted_in: Option<bool> = row.try_get("", "opted_in")?;
    Ok(Holding {
        lead: row.try_get("", "lead_id")?,
        organization: row.try_get("", "owner_id")?,
        state: code(&row.try_get::<String>("", "state")?)?,
        tlp: code(&row.try_get::<String>("", "tlp")?)?,
        handling_code: code(&row.try_get::<String>("", "handling_code")?)?,
        kind: code(&row.try_get::<String>("", "kind")?)?,
        strength: code(&row.try_get::<String>("", "strength")?)?,
        kept_until: is_person.then_some(until),
        opted_in: opted_in.unwrap_or_default(),
    })
}

/// The walls around some leads: the lead, and who must never learn of it.
pub(crate) async fn walls(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<HashSet<(Uuid, Uuid)>> {
    let rows = wall::Entity::find()
        .filter(wall::Column::RootId.is_in(leads.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.root_id, row.organization_id)).collect())
}

/// A match of an identifier that two organisations were told of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownMatch {
    pub(crate) id: Uuid,
    /// The sides, in the order of the pair.
    pub(crate) sides: [Uuid; 2],
    /// Whether contact was opened.
    pub(crate) is_open: bool,
    /// Whether it is shown to nobody any more.
    pub(crate) is_retired: bool,
}

/// The matches of an identifier, by their pairs in the order of ids; locked, so that nobody answers one that is judged.
pub(crate) async fn matches_of(tx: &Tx, hash: &str) -> Result<HashMap<(Uuid, Uuid), KnownMatch>> {
    let lock = match tx.backend() {
        sea_orm::DatabaseBackend::Postgres => " ORDER BY m.id FOR UPDATE OF m",
        _ => "",
    };
    let mut sql = Sql::new(
        "SELECT m.id, m.first_id, m.second_id, m.opened_at, m.retired_at, f.id AS first_side, n.id AS second_side \
         FROM blind_match m JOIN blind_match_side f ON f.match_id = m.id AND f.organization_id = m.first_id \
         JOIN blind_match_side n ON n.match_id = m.id AND n.organization_id = m.second_id WHERE m.hash = ",
    );
    sql.bind(hash).push(lock);
    let rows = tx.connection().query_all_raw(sql.statement(tx.backend())).await?;
    rows.iter()
        .map(|row| {
            let (opened, retired): (Option<i64>, Option<i64>) =
                (row.try_get("", "opened_at")?, row.try_get("", "retired_at")?);
            let known = KnownMatch {
                id: row.try_get("", "id")?,
                sides: [row.try_get("", "first_side")?, row.try_get("", "second_side")?],
                is_open: opened.is_some(),
                is_retired: retired.is_some(),
            };
            Ok(((row.try_get("", "first_id")?, row.try_get("", "second_id")?), known))
        })
        .collect()
}

/// Who of an organisation wrote some leads or is on them.
pub(crate) async fn people_on(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    leads: &[Uuid],
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new("SELECT l.created_by AS person_id FROM lead l WHERE l.id");
    sql.among(leads.iter().copied())
        .push(" UNION SELECT g.person_id FROM assignment g WHERE g.person_id IS NOT NULL AND g.organization_id = ")
        .bind(organization)
        .push(" AND g.lead_id")
        .among(leads.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "person_id")?)).collect()
}

/// Forgets matches that were retired before a moment, and of what nobody knows any more the hash too: who was forgotten is
/// not remembered here (I39). Returns how many are gone.
pub(crate) async fn forget(tx: &Tx, before: i64) -> Result<usize> {
    let mut sql =
        Sql::new("SELECT m.id, m.opened_at FROM blind_match m WHERE m.opened_at IS NULL AND m.retired_at <= ");
    sql.bind(before)
        .push(" OR m.hash NOT LIKE 'gone %' AND NOT EXISTS (SELECT 1 FROM subject_identifier i WHERE i.hash = m.hash)");
    let rows = tx.connection().query_all_raw(sql.statement(tx.backend())).await?;
    let mut gone = 0;
    for row in rows {
        let id: Uuid = row.try_get("", "id")?;
        let opened: Option<i64> = row.try_get("", "opened_at")?;
        match opened {
            Some(_) => hash_forget(tx, id).await?,
            None => {
                match_forget(tx, id).await?;
                gone += 1;
            }
        }
    }
    Ok(gone)
}

/// The two know each other, which stays; by what they met is forgotten.
async fn hash_forget(tx: &Tx, id: Uuid) -> Result<()> {
    let mut sql = Sql::new("UPDATE blind_match SET hash = ");
    sql.bind(format!("gone {id}")).push(" WHERE id = ").bind(id);
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

async fn match_forget(tx: &Tx, id: Uuid) -> Result<()> {
    for table in ["blind_match_sighting", "blind_match_lead"] {
        let mut sql = Sql::new(&format!(
            "DELETE FROM {table} WHERE side_id IN (SELECT s.id FROM blind_match_side s WHERE s.match_id = "
        ));
        sql.bind(id).push(")");
        tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    }
    let mut sides = Sql::new("DELETE FROM blind_match_side WHERE match_id = ");
    sides.bind(id);
    tx.connection().execute_raw(sides.statement(tx.backend())).await?;
    blind_match::Entity::delete_by_id(id).exec(tx.connection()).await?;
    Ok(())
}
