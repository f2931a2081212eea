//! What there is to tell somebody.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use super::OPEN;
use crate::{
    audience::{self, Kind, Sight},
    digests::rules::Found,
    mail::Claimed,
    members::rules::{DigestFilter, DigestRole, Language},
    permissions::Viewer,
    platform::{
        db::{Sql, code},
        error::Result,
    },
};

/// How somebody looks for what there is to tell in a mail.
#[derive(Clone, Copy)]
pub(in crate::digests) struct Look<'a> {
    pub(in crate::digests) viewer: &'a Viewer,
    pub(in crate::digests) sight: &'a Sight,
    /// The organisations for which the person might answer deliveries.
    pub(in crate::digests) recipients: &'a [Uuid],
    pub(in crate::digests) mail: &'a Claimed,
    /// Of which deliveries and leads the person wants to read.
    pub(in crate::digests) filter: &'a DigestFilter,
    /// When the digest before it was claimed, microseconds.
    pub(in crate::digests) last: i64,
    /// What came from this moment on is new unless it was told of.
    pub(in crate::digests) since: i64,
    /// Most rows.
    pub(in crate::digests) limit: u64,
}

/// A place in a list: the moment that orders it, and the id.
pub(in crate::digests) type Place = (i64, Uuid);

/// A digest that arrived, is on its way, or had nothing else to say has told of what stands in its name. The other states
/// belong to mails that did not arrive or perhaps did not; what they told of is told again.
const NOT_ARRIVED: &str = "('QUEUED', 'EMPTY', 'FAILED', 'LAPSED', 'UNKNOWN')";

/// The mail of a row of what was told, if it did not arrive.
fn not_arrived() -> String {
    format!(
        "EXISTS (SELECT 1 FROM mail m WHERE m.person_id = told.person_id AND m.kind = told.kind AND \
         m.window_start = told.window_start AND m.state IN {NOT_ARRIVED})"
    )
}

impl Look<'_> {
    /// What other mails told the person of.
    fn told_by_others(&self) -> Sql {
        let kind: &str = self.mail.kind.into();
        let mut sql = Sql::new("told.person_id = ");
        sql.bind(self.mail.person)
            .push(" AND NOT (told.kind = ")
            .bind(kind)
            .push(" AND told.window_start = ")
            .bind(self.mail.window_start)
            .push(")");
        sql
    }

    /// Whether the person wants to read of a lead `l`. Brands count by the items that the person sees, so that a hidden one does not
    /// answer.
    fn is_wanted(&self) -> Sql {
        let mut sql = Sql::new("1 = 1");
        if self.filter.only_assigned {
            sql.push(" AND EXISTS (SELECT 1 FROM assignment a WHERE a.lead_id = l.id AND a.person_id = ")
                .bind(self.viewer.person)
                .push(")");
        }
        if let Some(least) = self.filter.min_priority {
            sql.push(" AND l.priority >= ").bind(least.rank());
        }
        if !self.filter.infringement_types.is_empty() {
            sql.push(" AND (1 = 0");
            for kind in &self.filter.infringement_types {
                sql.push(" OR l.infringement_types LIKE ")
                    .bind(format!("%\"{}\"%", kind.code()));
            }
            sql.push(")");
        }
        if !self.filter.brands.is_empty() {
            sql.push(" AND EXISTS (SELECT 1 FROM lead_item i WHERE i.lead_id = l.id AND i.brand_id")
                .among(self.filter.brands.iter().copied())
                .push(" AND ")
                .append(&audience::meets(self.sight, Kind::Item, "i.id"))
                .push(")");
        }
        sql
    }

    /// Whether a delivery `d` is news.
    fn delivery_is_new(&self) -> Sql {
        let mut told = Sql::new(
            "EXISTS (SELECT 1 FROM digest_delivery told WHERE told.delivery_id = d.id AND told.round = d.round AND ",
        );
        told.append(&self.told_by_others());
        let mut sql = Sql::new("((d.pushed_at >= ");
        sql.bind(self.since)
            .push(" OR ")
            .append(&told)
            .push(" AND ")
            .push(&not_arrived())
            .push(")) AND NOT ")
            .append(&told)
            .push(" AND NOT ")
            .push(&not_arrived())
            .push("))");
        sql
    }
}

/// A delivery that wants an answer.
pub(in crate::digests) struct Delivery {
    pub(in crate::digests) id: Uuid,
    pub(in crate::digests) round: i32,
    pub(in crate::digests) recipient: Uuid,
    pub(in crate::digests) due_at: i64,
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

/// The next deliveries after a place that want an answer and that the sight meets, the soonest first: all of them, or
/// those that are news.
pub(in crate::digests) async fn open_deliveries(
    connection: &impl ConnectionTrait,
    look: &Look<'_>,
    only_news: bool,
    after: Option<Place>,
) -> Result<Vec<(Delivery, Found)>> {
    if look.filter.role == Some(DigestRole::Reader) {
        return Ok(Vec::new());
    }
    let is_new = look.delivery_is_new();
    let mut sql = Sql::new("SELECT d.id, d.round, d.recipient_id, d.due_at, CASE WHEN ");
    sql.append(&is_new)
        .push(&format!(
            " THEN 1 ELSE 0 END AS is_new, {LEAD} FROM delivery d JOIN lead l ON l.id = d.lead_id WHERE d.state IN {OPEN} \
             AND d.recipient_id"
        ))
        .among(look.recipients.iter().copied())
        .push(" AND ")
        .append(&audience::meets(look.sight, Kind::Delivery, "d.id"))
        .push(" AND ")
        .append(&audience::meets(look.sight, Kind::Lead, "l.id"))
        .push(" AND ")
        .append(&look.is_wanted());
    if only_news {
        sql.push(" AND ").append(&is_new);
    }
    if let Some((due_at, id)) = after {
        sql.push(" AND (d.due_at > ")
            .bind(due_at)
            .push(" OR (d.due_at = ")
            .bind(due_at)
            .push(" AND d.id > ")
            .bind(id)
            .push("))");
    }
    sql.push(&format!(" ORDER BY d.due_at, d.id LIMIT {}", look.limit));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let delivery = Delivery {
                id: row.try_get("", "id")?,
                round: row.try_get("", "round")?,
                recipient: row.try_get("", "recipient_id")?,
                due_at: row.try_get("", "due_at")?,
            };
            let found = Found {
                is_new: row.try_get::<i32>("", "is_new")? == 1,
                ..found(row)?
            };
            Ok((delivery, found))
        })
        .collect()
}

/// The next leads of others after a place that were submitted or shared since a moment, that the sight meets, that no
/// other mail told the person of, and that do not come as a delivery anyway; the latest first. What a mail told of that
/// did not arrive, or perhaps did not, is among them, however old.
pub(in crate::digests) async fn fresh_leads(
    connection: &impl ConnectionTrait,
    look: &Look<'_>,
    after: Option<Place>,
) -> Result<Vec<(Place, Found)>> {
    if look.filter.role == Some(DigestRole::Recipient) {
        return Ok(Vec::new());
    }
    let others = look.told_by_others();
    let lost = not_arrived();
    let mut sql = Sql::new(&format!(
        "SELECT {LEAD}, t.at FROM (SELECT e.lead_id, MAX(e.at) AS at FROM (SELECT lead_id, at FROM timeline_entry \
         WHERE kind IN ('SUBMITTED', 'SHARED') AND at >= "
    ));
    sql.bind(look.since)
        .push(" UNION ALL SELECT told.lead_id, told.window_start FROM digest_lead told WHERE ")
        .append(&others)
        .push(&format!(
            " AND {lost}) e GROUP BY e.lead_id) t JOIN lead l ON l.id = t.lead_id "
        ))
        .push("WHERE l.state IN ('SUBMITTED', 'SHARED') AND l.owner_id <> ")
        .bind(look.viewer.organization)
        .push(" AND ")
        .append(&audience::meets(look.sight, Kind::Lead, "l.id"))
        .push(" AND ")
        .append(&look.is_wanted())
        .push(" AND NOT EXISTS (SELECT 1 FROM digest_lead told WHERE told.lead_id = l.id AND ")
        .append(&others)
        .push(&format!(
            " AND NOT {lost}) AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = l.id AND d.recipient_id"
        ))
        .among(look.recipients.iter().copied())
        .push(")");
    if let Some((at, id)) = after {
        sql.push(" AND (t.at < ")
            .bind(at)
            .push(" OR (t.at = ")
            .bind(at)
            .push(" AND l.id > ")
            .bind(id)
            .push("))");
    }
    sql.push(&format!(" ORDER BY t.at DESC, l.id LIMIT {}", look.limit));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let found = found(row)?;
            Ok(((row.try_get("", "at")?, found.lead), found))
        })
        .collect()
}

/// When something was last shared or pushed, or somebody was told of something in the portal, whoever may see it.
pub(in crate::digests) async fn newest(connection: &impl ConnectionTrait) -> Result<i64> {
    let sql = Sql::new(
        "SELECT MAX(at) AS newest FROM (SELECT MAX(at) AS at FROM timeline_entry WHERE kind = 'SUBMITTED' UNION ALL \
         SELECT MAX(at) FROM timeline_entry WHERE kind = 'SHARED' UNION ALL SELECT MAX(pushed_at) FROM delivery \
         UNION ALL SELECT MAX(created_at) FROM notification) moments",
    );
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let newest: Option<i64> = row.map_or(Ok(None), |row| row.try_get("", "newest"))?;
    Ok(newest.unwrap_or(0))
}

/// A brand that a lead concerns.
pub(in crate::digests) struct Brand {
    pub(in crate::digests) id: Uuid,
    pub(in crate::digests) owner: Uuid,
    name: String,
    name_zh: Option<String>,
}

impl Brand {
    /// Its name in a language.
    pub(in crate::digests) fn name(&self, language: Language) -> String {
        match (language, &self.name_zh) {
            (Language::ZhHans, Some(name)) => name.clone(),
            (Language::ZhHans | Language::En, _) => self.name.clone(),
        }
    }
}

/// The brands of leads, as far as the sight meets the items that show them.
pub(in crate::digests) async fn brands(
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
