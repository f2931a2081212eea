//! The SQL of digests.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use uuid::Uuid;

use super::{
    planning::day_of,
    rules::{Found, Wish},
};
use crate::{
    audience::{self, Kind, Sight},
    members::rules::Language,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{digest_lead, person};

/// People looked at together.
const BATCH: u64 = 500;
/// Most deliveries or leads that one digest looks at.
const MOST: u64 = 1_000;

/// The next people after `after` who want a digest, with when they want it.
pub(super) async fn wishes(connection: &impl ConnectionTrait, after: Option<Uuid>) -> Result<Vec<(Uuid, Wish)>> {
    let mut sql = Sql::new(
        "SELECT p.id, p.time_zone, p.digest_hour, p.digest_working_days_only, o.country, \
         (SELECT MAX(m.window_start) FROM mail m WHERE m.person_id = p.id AND m.kind = 'DIGEST') AS last \
         FROM person p JOIN organization o ON o.id = p.organization_id \
         WHERE p.digest = 'DAILY' AND p.state = 'ACTIVE' AND o.state = 'ACTIVE'",
    );
    if let Some(after) = after {
        sql.push(" AND p.id > ").bind(after);
    }
    sql.push(&format!(" ORDER BY p.id LIMIT {BATCH}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let last: Option<i64> = row.try_get("", "last")?;
            let wish = Wish {
                zone: zone(&row.try_get::<String>("", "time_zone")?),
                hour: row.try_get("", "digest_hour")?,
                working_days_only: row.try_get("", "digest_working_days_only")?,
                country: row.try_get("", "country")?,
                last: last.map(day_of),
            };
            Ok((row.try_get("", "id")?, wish))
        })
        .collect()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// To whom a digest goes.
pub(super) struct Reader {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) language: Language,
    pub(super) zone: TimeZone,
}

/// The person, if a digest is still wanted.
pub(super) async fn reader(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Reader>> {
    let row = person::Entity::find_by_id(id)
        .filter(person::Column::Digest.eq("DAILY"))
        .one(connection)
        .await?;
    row.map(|row| {
        Ok(Reader {
            name: row.name,
            address: row.email,
            language: code(&row.language)?,
            zone: zone(&row.time_zone),
        })
    })
    .transpose()
}

/// When the digest before the one of `window_start` was claimed that reached its reader or had nothing to say: what came
/// later is new.
pub(super) async fn last_claim(
    connection: &impl ConnectionTrait,
    person: Uuid,
    window_start: i64,
) -> Result<Option<i64>> {
    let mut sql = Sql::new("SELECT MAX(claimed_at) AS last FROM mail WHERE kind = 'DIGEST' AND person_id = ");
    sql.bind(person)
        .push(" AND state IN ('SENT', 'UNKNOWN', 'EMPTY') AND window_start < ")
        .bind(window_start);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map_or(Ok(None), |row| row.try_get("", "last"))?)
}

/// A delivery that wants an answer.
pub(super) struct Delivery {
    pub(super) recipient: Uuid,
    pub(super) due_at: i64,
    pub(super) pushed_at: i64,
}

const LEAD: &str = "l.id AS lead_id, l.reference, l.title, l.summary, l.tlp, l.handling_code";

fn found(row: &QueryResult) -> Result<Found> {
    Ok(Found {
        lead: row.try_get("", "lead_id")?,
        reference: row.try_get("", "reference")?,
        title: row.try_get("", "title")?,
        summary: row.try_get("", "summary")?,
        tlp: code(&row.try_get::<String>("", "tlp")?)?,
        handling_code: code(&row.try_get::<String>("", "handling_code")?)?,
        brands: Vec::new(),
        due_at: None,
        is_new: true,
    })
}

/// Deliveries to these recipients that want an answer and that the sight meets, the soonest first.
pub(super) async fn open_deliveries(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    recipients: &[Uuid],
) -> Result<Vec<(Delivery, Found)>> {
    let mut sql = Sql::new(&format!(
        "SELECT d.recipient_id, d.due_at, d.pushed_at, {LEAD} FROM delivery d JOIN lead l ON l.id = d.lead_id \
         WHERE d.state IN ('PUSHED', 'VIEWED', 'ACKNOWLEDGED', 'OVERDUE') AND d.recipient_id IN ("
    ));
    sql.bind_list(recipients.iter().copied()).push(") AND ");
    sql.append(&audience::meets(sight, Kind::Delivery, "d.id"))
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Lead, "l.id"))
        .push(&format!(" ORDER BY d.due_at, d.id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let delivery = Delivery {
                recipient: row.try_get("", "recipient_id")?,
                due_at: row.try_get("", "due_at")?,
                pushed_at: row.try_get("", "pushed_at")?,
            };
            Ok((delivery, found(row)?))
        })
        .collect()
}

/// Leads of others that were submitted or shared since a moment, that the sight meets, that no digest of another day told
/// the person of, and that do not come as a delivery anyway; the latest first. A digest that was never sent told nothing;
/// one of another day that still waits will not be sent any more.
pub(super) async fn fresh_leads(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    viewer: &Viewer,
    recipients: &[Uuid],
    since: i64,
    window_start: i64,
) -> Result<Vec<Found>> {
    let mut sql = Sql::new(&format!(
        "SELECT {LEAD}, t.at FROM (SELECT lead_id, MAX(at) AS at FROM timeline_entry \
         WHERE kind IN ('SUBMITTED', 'SHARED') AND at >= "
    ));
    sql.bind(since)
        .push(" GROUP BY lead_id) t JOIN lead l ON l.id = t.lead_id WHERE l.state IN ('SUBMITTED', 'SHARED') AND l.owner_id <> ")
        .bind(viewer.organization)
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Lead, "l.id"));
    sql.push(" AND NOT EXISTS (SELECT 1 FROM digest_lead told WHERE told.lead_id = l.id AND told.person_id = ")
        .bind(viewer.person)
        .push(" AND told.window_start <> ")
        .bind(window_start)
        .push(
            " AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.person_id = told.person_id AND m.kind = 'DIGEST' \
             AND m.window_start = told.window_start AND m.state IN ('QUEUED', 'EMPTY', 'FAILED', 'LAPSED'))",
        )
        .push(") AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = l.id AND d.recipient_id IN (")
        .bind_list(recipients.iter().copied())
        .push(&format!(")) ORDER BY t.at DESC, l.id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(found).collect()
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
    pub(super) fn name(&self, language: Language) -> String {
        match (language, &self.name_zh) {
            (Language::ZhHans, Some(name)) => name.clone(),
            (Language::ZhHans | Language::En, _) => self.name.clone(),
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
    if leads.is_empty() {
        return Ok(brands);
    }
    let mut sql = Sql::new(
        "SELECT DISTINCT i.lead_id, b.id, b.organization_id, b.name, b.name_zh FROM lead_item i \
         JOIN brand b ON b.id = i.brand_id WHERE i.lead_id IN (",
    );
    sql.bind_list(leads)
        .push(") AND ")
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

/// Remembers of which leads a day's digest tells a person; a digest that was never sent is forgotten for it.
pub(super) async fn told_insert(
    connection: &impl ConnectionTrait,
    person: Uuid,
    leads: &[Found],
    window_start: i64,
) -> Result<()> {
    if leads.is_empty() {
        return Ok(());
    }
    let rows = leads.iter().map(|found| digest_lead::ActiveModel {
        person_id: Set(person),
        lead_id: Set(found.lead),
        window_start: Set(window_start),
    });
    let keys = [digest_lead::Column::PersonId, digest_lead::Column::LeadId];
    digest_lead::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns(keys)
                .update_column(digest_lead::Column::WindowStart)
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Forgets what was told before a moment.
pub(super) async fn told_forget(connection: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let gone = digest_lead::Entity::delete_many()
        .filter(digest_lead::Column::WindowStart.lt(before))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}

/// Switches a person's digest off; false where it is off or there is no such person.
pub(super) async fn digest_off(tx: &Tx, id: Uuid) -> Result<bool> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::Digest, Expr::value("OFF"))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .col_expr(person::Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::Digest.ne("OFF"))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}
