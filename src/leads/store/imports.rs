//! Which lines of imported files became which leads, and the brands that files name.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::readers::within;
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        db::{Sql, Tx, is_unique_violation},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{brand, import_line};

/// Most hashes that are asked for by one statement.
const MOST_HASHES: usize = 1_000;
/// Most listings that are looked for at once.
const MOST_LISTINGS: usize = 2_000;
/// Most leads that are told of them.
const MOST_FOUND: u32 = 1_000;

/// The leads that lines with these hashes became.
pub(crate) async fn imports_find(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    hashes: &[&str],
) -> Result<HashMap<String, Uuid>> {
    let mut found = HashMap::new();
    for some in hashes.chunks(MOST_HASHES) {
        let rows = import_line::Entity::find()
            .filter(import_line::Column::OrganizationId.eq(organization))
            .filter(import_line::Column::Hash.is_in(some.iter().copied()))
            .all(connection)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.hash, row.lead_id)));
    }
    Ok(found)
}

/// What a listing is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum ListingKey {
    /// Platform, kind and the platform's id.
    Listing(String, String, String),
    /// The canonical address of a page.
    Page(String),
}

/// The leads that have one of these listings, each with the brand of its item, within what the sight meets.
pub(crate) async fn leads_with(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    keys: &[&ListingKey],
) -> Result<HashMap<ListingKey, Vec<(Uuid, Option<Uuid>)>>> {
    let keys = &keys[..keys.len().min(MOST_LISTINGS)];
    let ids = keys.iter().filter_map(|key| match key {
        ListingKey::Listing(_, _, id) => Some(id.as_str()),
        ListingKey::Page(_) => None,
    });
    let platforms: BTreeSet<&str> = keys
        .iter()
        .filter_map(|key| match key {
            ListingKey::Listing(platform, _, _) => Some(platform.as_str()),
            ListingKey::Page(_) => None,
        })
        .collect();
    let pages = keys.iter().filter_map(|key| match key {
        ListingKey::Listing(..) => None,
        ListingKey::Page(url) => Some(url.as_str()),
    });
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT i.lead_id, i.brand_id, i.platform, i.listing_kind, i.listing_id, i.canonical_url FROM lead_item i WHERE (",
    );
    // By the platform as well, which the index begins with.
    sql.push("(i.platform").among(platforms);
    sql.push(" AND i.listing_id").among(ids.collect::<Vec<_>>());
    sql.push(") OR (i.listing_id IS NULL AND i.canonical_url")
        .among(pages.collect::<Vec<_>>());
    sql.push(")) AND ").append(&audience::meets(sight, Kind::Item, "i.id"));
    sql.push(&format!(" ORDER BY i.lead_id DESC LIMIT {MOST_FOUND}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut found: HashMap<ListingKey, Vec<(Uuid, Option<Uuid>)>> = HashMap::new();
    for row in rows {
        let text = |column: &str| row.try_get::<Option<String>>("", column);
        let key = match (
            text("platform")?,
            text("listing_kind")?,
            text("listing_id")?,
            text("canonical_url")?,
        ) {
            (Some(platform), Some(kind), Some(id), _) => ListingKey::Listing(platform, kind, id),
            (_, _, None, Some(url)) => ListingKey::Page(url),
            _ => continue,
        };
        let of = (row.try_get("", "lead_id")?, row.try_get("", "brand_id")?);
        found.entry(key).or_default().push(of);
    }
    Ok(found)
}

/// Notes what a line became.
///
/// # Errors
/// `ALREADY_EXISTS` where another import noted it in the same moment.
pub(crate) async fn import_insert(tx: &Tx, organization: Uuid, hash: &str, lead: Uuid) -> Result<()> {
    let row = import_line::ActiveModel {
        organization_id: Set(organization),
        hash: Set(hash.to_owned()),
        lead_id: Set(lead),
    };
    let inserted = import_line::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Err(error) if is_unique_violation(&error) => Err(ErrorCode::AlreadyExists.into()),
        other => other.map(drop).map_err(ApiError::from),
    }
}

/// Every active brand, of a sandbox or elsewhere, with its names.
pub(crate) async fn brand_names(
    connection: &impl ConnectionTrait,
    sandbox: Option<Uuid>,
) -> Result<Vec<(Uuid, Vec<String>)>> {
    let rows = brand::Entity::find()
        .filter(within(sandbox))
        .filter(brand::Column::State.eq("ACTIVE"))
        .all(connection)
        .await?;
    let names = |row: brand::Model| (row.id, std::iter::once(row.name).chain(row.name_zh).collect());
    Ok(rows.into_iter().map(names).collect())
}
