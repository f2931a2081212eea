//! The SQL of calendar feeds.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    members::rules::Language,
    permissions::audience::{HandlingCode, Tlp},
    platform::{
        clock::micros,
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::calendar_feed;

/// A feed's row.
pub(super) type FeedRow = calendar_feed::Model;

/// Most deadlines of a feed.
const MOST: u64 = 500;

/// The feed of a person.
pub(super) async fn feed_of(connection: &impl ConnectionTrait, person: Uuid) -> Result<Option<FeedRow>> {
    Ok(calendar_feed::Entity::find_by_id(person).one(connection).await?)
}

/// The feed of a secret's hash.
pub(super) async fn feed_by_hash(connection: &impl ConnectionTrait, hash: &str) -> Result<Option<FeedRow>> {
    let found = calendar_feed::Entity::find().filter(calendar_feed::Column::SecretHash.eq(hash));
    Ok(found.one(connection).await?)
}

/// Gives a person a feed with a secret, in the place of the one it had.
pub(super) async fn feed_save(tx: &Tx, person: Uuid, hash: &str) -> Result<()> {
    let mut sql = Sql::new("INSERT INTO calendar_feed (person_id, secret_hash, created_at) VALUES (");
    sql.bind(person).push(", ").bind(hash).push(", ").bind(micros(tx.now()));
    sql.push(") ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, ")
        .push("created_at = excluded.created_at, fetched_at = NULL, etag = NULL, changed_at = NULL");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Takes a person's feed away; whether there was one.
pub(super) async fn feed_remove(tx: &Tx, person: Uuid) -> Result<bool> {
    let gone = calendar_feed::Entity::delete_by_id(person)
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Notes that a feed was handed out, and what, unless its secret was replaced meanwhile.
pub(super) async fn feed_note(connection: &impl ConnectionTrait, row: &FeedRow) -> Result<()> {
    let mut sql = Sql::new("UPDATE calendar_feed SET fetched_at = ");
    sql.bind(row.fetched_at).push(", etag = ").bind(row.etag.clone());
    sql.push(", changed_at = ").bind(row.changed_at);
    sql.push(" WHERE secret_hash = ").bind(row.secret_hash.as_str());
    connection
        .execute_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(())
}

/// A delivery that waits for an answer, as a feed knows it.
pub(super) struct Due {
    pub(super) delivery: Uuid,
    pub(super) lead: Uuid,
    pub(super) recipient: Uuid,
    /// The last day for an answer, at the recipient.
    pub(super) due_on: String,
    pub(super) pushed_at: i64,
    pub(super) reference: String,
    pub(super) title: String,
    pub(super) tlp: Tlp,
    pub(super) handling_code: HandlingCode,
    /// Whether the person is on its lead.
    pub(super) is_assigned: bool,
}

/// The deliveries that wait for an answer, that a person sees, and that went to one of `recipients` or are of a lead that the
/// person is on: those due since a moment, the soonest first, at most 500.
pub(super) async fn due_since(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    (person, recipients): (Uuid, &[Uuid]),
    since: i64,
) -> Result<Vec<Due>> {
    let mut assigned = Sql::new("EXISTS (SELECT 1 FROM assignment g WHERE g.lead_id = d.lead_id AND g.person_id = ");
    assigned.bind(person).push(")");
    let mut sql =
        Sql::new("SELECT d.id, d.lead_id, d.recipient_id, d.due_on, d.pushed_at, l.reference, l.title, l.tlp, ");
    sql.push("l.handling_code, CASE WHEN ")
        .append(&assigned)
        .push(" THEN 1 ELSE 0 END AS is_assigned FROM delivery d JOIN lead l ON l.id = d.lead_id ")
        .push("WHERE d.state NOT IN ('ANSWERED', 'CLOSED') AND d.due_at >= ")
        .bind(since)
        .push(" AND (d.recipient_id")
        .among(recipients.iter().copied())
        .push(" OR ")
        .append(&assigned)
        .push(") AND ")
        .append(&audience::meets(sight, Kind::Delivery, "d.id"))
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Lead, "l.id"))
        .push(&format!(" ORDER BY d.due_at, d.id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Due {
                delivery: row.try_get("", "id")?,
                lead: row.try_get("", "lead_id")?,
                recipient: row.try_get("", "recipient_id")?,
                due_on: row.try_get("", "due_on")?,
                pushed_at: row.try_get("", "pushed_at")?,
                reference: row.try_get("", "reference")?,
                title: row.try_get("", "title")?,
                tlp: code(&row.try_get::<String>("", "tlp")?)?,
                handling_code: code(&row.try_get::<String>("", "handling_code")?)?,
                is_assigned: row.try_get::<i32>("", "is_assigned")? == 1,
            })
        })
        .collect()
}

/// A brand that a lead concerns.
pub(super) struct Brand {
    pub(super) id: Uuid,
    pub(super) owner: Uuid,
    name: String,
    name_zh: Option<String>,
}

impl Brand {
    /// Its name in a language.
    pub(super) fn name(&self, language: Language) -> &str {
        match (language, &self.name_zh) {
            (Language::ZhHans, Some(name)) => name,
            (Language::ZhHans | Language::En, _) => &self.name,
        }
    }
}

/// The brands of leads, as far as the sight meets the items that show them.
pub(super) async fn brands(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, Vec<Brand>>> {
    let mut brands: BTreeMap<Uuid, Vec<Brand>> = BTreeMap::new();
    let mut sql = Sql::new(
        "SELECT DISTINCT i.lead_id, b.id, b.organization_id, b.name, b.name_zh FROM lead_item i \
         JOIN brand b ON b.id = i.brand_id WHERE i.lead_id",
    );
    sql.among(leads)
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Item, "i.id"))
        .push(" ORDER BY b.name, b.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    for row in rows {
        brands.entry(row.try_get("", "lead_id")?).or_default().push(Brand {
            id: row.try_get("", "id")?,
            owner: row.try_get("", "organization_id")?,
            name: row.try_get("", "name")?,
            name_zh: row.try_get("", "name_zh")?,
        });
    }
    Ok(brands)
}
