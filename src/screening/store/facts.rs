//! What the registry and the records say for screening: brands, rights, authorised sellers, removed listings, shops.

use std::collections::HashMap;

use jiff::{civil::Date, tz::TimeZone};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use super::verdicts::LABEL;
use crate::{
    permissions::audience::Tlp,
    platform::{
        clock::{NEVER, timestamp},
        db::Sql,
        error::Result,
    },
    screening::rules::knowledge::{AuthorizedSeller, RemovedListing, Right},
};

/// Removed listings that are known again.
const MOST_REMOVED: u64 = 5_000;

/// A brand of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::screening) struct StandingBrand {
    pub(in crate::screening) id: Uuid,
    pub(in crate::screening) owner: Uuid,
    pub(in crate::screening) name: String,
    pub(in crate::screening) name_zh: Option<String>,
}

/// A shop: its platform and the platform's own id of it.
pub(in crate::screening) type Shop = (String, String);

/// What screening has seen of a shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::screening) struct Record {
    /// Listings that were confirmed.
    pub(in crate::screening) confirmed: u32,
    /// Listings that were cleared.
    pub(in crate::screening) cleared: u32,
    /// When the last confirmed one was closed, microseconds.
    pub(in crate::screening) removed_at: Option<i64>,
}

async fn all(connection: &impl ConnectionTrait, sql: Sql) -> Result<Vec<QueryResult>> {
    let statement = sql.statement(connection.get_database_backend());
    Ok(connection.query_all_raw(statement).await?)
}

fn day(micros: i64) -> Date {
    timestamp(micros).to_zoned(TimeZone::UTC).date()
}

/// Every brand that is not retired, of an active organisation that is real.
pub(in crate::screening) async fn standing_brands(connection: &impl ConnectionTrait) -> Result<Vec<StandingBrand>> {
    let sql = Sql::new(
        "SELECT b.id, b.organization_id, b.name, b.name_zh FROM brand b JOIN organization o ON o.id = b.organization_id \
         WHERE b.state = 'ACTIVE' AND o.state = 'ACTIVE' AND o.sandbox_of IS NULL ORDER BY b.id",
    );
    let rows = all(connection, sql).await?;
    let read = |row: &QueryResult| {
        Ok(StandingBrand {
            id: row.try_get("", "id")?,
            owner: row.try_get("", "organization_id")?,
            name: row.try_get("", "name")?,
            name_zh: row.try_get("", "name_zh")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The rights behind brands, or behind one, that somebody verified, with their days; of one that was declared invalid, until
/// then.
pub(in crate::screening) async fn rights(
    connection: &impl ConnectionTrait,
    brand: Option<Uuid>,
) -> Result<Vec<(Uuid, Right)>> {
    let mut sql = Sql::new(
        "SELECT x.brand_id, r.in_force_from, r.expires_on, r.invalid_from FROM ip_right r \
         JOIN ip_right_brand x ON x.right_id = r.id WHERE r.in_force_from IS NOT NULL \
         AND (r.standing = 'VERIFIED' OR (r.standing = 'INVALIDATED' AND r.invalid_from IS NOT NULL))",
    );
    if let Some(brand) = brand {
        sql.push(" AND x.brand_id = ").bind(brand);
    }
    let rows = all(connection, sql).await?;
    let read = |row: &QueryResult| {
        let from: i64 = row.try_get("", "in_force_from")?;
        let last: i64 = row.try_get("", "expires_on")?;
        let invalid: Option<i64> = row.try_get("", "invalid_from")?;
        let last = Some(last).filter(|last| *last != NEVER).map(day);
        let before = invalid.and_then(|from| day(from).yesterday().ok());
        let right = Right {
            from: Some(day(from)),
            until: last.into_iter().chain(before).min(),
            // From its very first day on: nothing is left of it.
            invalid: invalid.is_some() && before.is_none(),
        };
        Ok((row.try_get("", "brand_id")?, right))
    };
    rows.iter().map(read).collect()
}

/// The shops that brands stand by at a moment (microseconds).
pub(in crate::screening) async fn authorized_sellers(
    connection: &impl ConnectionTrait,
    at: i64,
) -> Result<Vec<(Uuid, AuthorizedSeller)>> {
    let mut sql = Sql::new(
        "SELECT p.brand_id, p.platform, p.shop_id FROM authorized_party p WHERE p.platform IS NOT NULL \
         AND p.shop_id IS NOT NULL AND p.revoked_at IS NULL AND p.valid_from <= ",
    );
    sql.bind(at).push(" AND p.valid_until > ").bind(at);
    let rows = all(connection, sql).await?;
    let read = |row: &QueryResult| {
        let seller = AuthorizedSeller {
            platform: row.try_get("", "platform")?,
            seller_id: row.try_get("", "shop_id")?,
            from: None,
            until: None,
        };
        Ok((row.try_get("", "brand_id")?, seller))
    };
    rows.iter().map(read).collect()
}

/// Listings of leads that ended as confirmed infringements since a moment (microseconds), the latest first, at most 5,000; of
/// those leads alone that the brand's own people know of.
pub(in crate::screening) async fn removed_listings(
    connection: &impl ConnectionTrait,
    since: i64,
) -> Result<Vec<(Uuid, RemovedListing)>> {
    let mut sql = Sql::new(
        "SELECT i.brand_id, l.reference, i.title, MAX(e.\"at\") AS removed_at FROM lead l \
         JOIN lead_item i ON i.lead_id = l.id JOIN brand b ON b.id = i.brand_id \
         JOIN timeline_entry e ON e.lead_id = l.id AND e.kind = 'RESOLVED' \
         WHERE l.state = 'RESOLVED' AND l.outcome = 'CONFIRMED_INFRINGEMENT' AND l.sandbox_until IS NULL \
         AND l.handling_code IN ('H0', 'H1') AND (l.owner_id = b.organization_id OR EXISTS \
         (SELECT 1 FROM delivery d WHERE d.lead_id = l.id AND d.recipient_id = b.organization_id)) AND l.tlp <> ",
    );
    sql.bind(<&str>::from(Tlp::Red)).push(" AND e.\"at\" >= ").bind(since);
    sql.push(&format!(
        " GROUP BY i.brand_id, l.reference, i.title ORDER BY removed_at DESC LIMIT {MOST_REMOVED}"
    ));
    let rows = all(connection, sql).await?;
    let read = |row: &QueryResult| {
        let removed_at: i64 = row.try_get("", "removed_at")?;
        let removed = RemovedListing {
            reference: row.try_get("", "reference")?,
            title: row.try_get("", "title")?,
            removed_on: day(removed_at),
            pictures: Vec::new(),
        };
        Ok((row.try_get("", "brand_id")?, removed))
    };
    rows.iter().map(read).collect()
}

/// What screening has seen of some shops. It counts and never says whose listings these were; what only named people may
/// know is not counted.
pub(in crate::screening) async fn records_of(
    connection: &impl ConnectionTrait,
    shops: &[Shop],
) -> Result<HashMap<Shop, Record>> {
    if shops.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql =
        Sql::new("SELECT x.platform, x.shop_id, x.label, COUNT(*) AS found, MAX(x.removed_at) AS removed_at FROM (");
    sql.push("SELECT g.platform, g.shop_id, ").push(LABEL).push(
        " AS label, CASE WHEN l.state = 'RESOLVED' AND l.outcome = 'CONFIRMED_INFRINGEMENT' THEN l.content_updated_at END \
         AS removed_at FROM screened_listing s JOIN screening_listing g ON g.id = s.listing_id \
         JOIN brand b ON b.id = s.brand_id LEFT JOIN lead l ON l.id = s.lead_id WHERE (l.id IS NULL OR l.tlp <> ",
    );
    sql.bind(<&str>::from(Tlp::Red)).push(") AND g.platform");
    sql.among(shops.iter().map(|(platform, _)| platform.clone()));
    sql.push(" AND g.shop_id")
        .among(shops.iter().map(|(_, shop)| shop.clone()));
    sql.push(") AS x WHERE x.label IS NOT NULL GROUP BY x.platform, x.shop_id, x.label");
    let mut records: HashMap<Shop, Record> = HashMap::new();
    for row in all(connection, sql).await? {
        let shop = (row.try_get("", "platform")?, row.try_get("", "shop_id")?);
        let (label, found): (i64, i64) = (row.try_get("", "label")?, row.try_get("", "found")?);
        let removed_at: Option<i64> = row.try_get("", "removed_at")?;
        let record = records.entry(shop).or_default();
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        if label == 1 {
            record.confirmed = found;
        } else {
            record.cleared = found;
        }
        record.removed_at = record.removed_at.max(removed_at);
    }
    Ok(records)
}
