//! Listings on their way through screening.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, LockBehavior, LockType},
};
use uuid::Uuid;

use super::{ItemRow, ListingRow};
use crate::platform::{
    clock::micros,
    db::{Sql, Tx, by_ids},
    error::Result,
};
use entity::{lead_item, screening_listing};

/// A listing waits to be screened.
const WAITING: &str = "WAITING";
/// It was.
const DONE: &str = "DONE";
/// Ids of one statement.
const AT_ONCE: usize = 1_000;

/// Lets a listing wait to be screened; false where the organisation handed in the same before.
pub(in crate::screening) async fn enqueue_listing(tx: &Tx, row: ListingRow) -> Result<bool> {
    let mut sql = Sql::new(
        "INSERT INTO screening_listing (id, organization_id, account_id, key, content, platform, shop_id, state, \
         claimed_until, received_at) VALUES (",
    );
    sql.bind(row.id).push(", ").bind(row.organization_id);
    sql.push(", ").bind(row.account_id).push(", ").bind(row.key);
    sql.push(", ").bind(row.content).push(", ").bind(row.platform);
    sql.push(", ").bind(row.shop_id).push(", ").bind(WAITING);
    sql.push(", ").bind(row.received_at).push(", ").bind(row.received_at);
    sql.push(") ON CONFLICT DO NOTHING");
    let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(done.rows_affected() == 1)
}

/// Lets what came in as a lead wait to be screened.
pub(in crate::screening) async fn enqueue_lead(
    tx: &Tx,
    id: Uuid,
    (organization, account): (Uuid, Uuid),
    lead: Uuid,
) -> Result<()> {
    let now = micros(tx.now());
    let mut sql = Sql::new(
        "INSERT INTO screening_listing (id, organization_id, account_id, key, lead_id, platform, shop_id, state, \
         claimed_until, received_at) VALUES (",
    );
    sql.bind(id).push(", ").bind(organization).push(", ").bind(account);
    sql.push(", ").bind(format!("lead:{}", lead.simple()));
    sql.push(", ").bind(lead);
    for column in ["platform", "shop_id"] {
        sql.push(&format!(", (SELECT i.{column} FROM lead_item i WHERE i.lead_id = "));
        sql.bind(lead).push(" ORDER BY i.position LIMIT 1)");
    }
    sql.push(", ").bind(WAITING);
    sql.push(", ").bind(now).push(", ").bind(now);
    sql.push(") ON CONFLICT DO NOTHING");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Takes listings that wait for oneself until a moment (microseconds), at most so many; another worker takes others.
pub(in crate::screening) async fn claim(tx: &Tx, until: i64, most: u64) -> Result<Vec<ListingRow>> {
    use screening_listing::Column;
    let rows = screening_listing::Entity::find()
        .filter(Column::State.eq(WAITING))
        .filter(Column::ClaimedUntil.lte(micros(tx.now())))
        .order_by_asc(Column::ClaimedUntil)
        .limit(most)
        .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
        .all(tx.connection())
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    screening_listing::Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .filter(Column::Id.is_in(ids))
        .exec(tx.connection())
        .await?;
    Ok(rows)
}

/// Says that listings were screened; how many still waited.
pub(in crate::screening) async fn finish(tx: &Tx, ids: &[Uuid]) -> Result<u64> {
    use screening_listing::Column;
    let done = screening_listing::Entity::update_many()
        .col_expr(Column::State, Expr::value(DONE))
        .col_expr(Column::ScreenedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::State.eq(WAITING))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected)
}

/// Listings by their ids.
pub(in crate::screening) async fn listings_of(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ListingRow>> {
    let mut found = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = by_ids::<screening_listing::Entity>(connection, some).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// The first item of each of some leads.
pub(in crate::screening) async fn lead_items(
    connection: &impl ConnectionTrait,
    leads: &[Uuid],
) -> Result<HashMap<Uuid, ItemRow>> {
    let mut found = HashMap::new();
    for some in leads.chunks(AT_ONCE) {
        let rows = lead_item::Entity::find()
            .filter(lead_item::Column::LeadId.is_in(some.iter().copied()))
            .order_by_asc(lead_item::Column::Position)
            .all(connection)
            .await?;
        for row in rows {
            found.entry(row.lead_id).or_insert(row);
        }
    }
    Ok(found)
}
