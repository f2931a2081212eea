//! Keyed hashes by which sellers and buyers are met again. Nothing here tells whose purchase it was.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::{
    platform::{
        db::{Sql, Tx, code},
        error::Result,
    },
    purchases::rules::MarkKind,
};
use entity::purchase_mark;

/// The marks of some purchases.
pub(crate) async fn marks_of(
    connection: &impl ConnectionTrait,
    purchases: &[Uuid],
) -> Result<Vec<(Uuid, MarkKind, String)>> {
    let found = purchase_mark::Entity::find()
        .filter(purchase_mark::Column::PurchaseId.is_in(purchases.iter().copied()))
        .all(connection)
        .await?;
    found
        .into_iter()
        .map(|row| Ok((row.purchase_id, code(&row.kind)?, row.hash)))
        .collect()
}

/// Adds marks to a purchase that has none of that kind.
pub(crate) async fn marks_put(tx: &Tx, purchase: Uuid, kind: MarkKind, hashes: &BTreeSet<String>) -> Result<()> {
    if hashes.is_empty() {
        return Ok(());
    }
    let rows = hashes.iter().map(|hash| purchase_mark::ActiveModel {
        purchase_id: Set(purchase),
        kind: Set(kind.code().to_owned()),
        hash: Set(hash.clone()),
    });
    purchase_mark::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Puts marks in the place of those of their kind.
pub(crate) async fn marks_replace(tx: &Tx, purchase: Uuid, kind: MarkKind, hashes: &BTreeSet<String>) -> Result<()> {
    use purchase_mark::Column;
    purchase_mark::Entity::delete_many()
        .filter(Column::PurchaseId.eq(purchase))
        .filter(Column::Kind.eq(kind.code()))
        .exec(tx.connection())
        .await?;
    marks_put(tx, purchase, kind, hashes).await
}

/// What was asked for in a programme from a seller by anybody, and neither refused nor given up, in minor units.
pub(crate) async fn spent_at(
    connection: &impl ConnectionTrait,
    program: Uuid,
    (but, hashes): (Uuid, &[String]),
) -> Result<i64> {
    let mut sql = Sql::new(
        "SELECT CAST(COALESCE(SUM(p.amount_minor), 0) AS BIGINT) AS found FROM purchase p WHERE p.program_id = ",
    );
    sql.bind(program).push(" AND p.id <> ").bind(but);
    sql.push(
        " AND p.state NOT IN ('REJECTED', 'CANCELLED', 'HOLD_EXPIRED') AND EXISTS (SELECT 1 FROM purchase_mark m ",
    )
    .push("WHERE m.purchase_id = p.id AND m.kind = 'SELLER' AND m.hash")
    .among(hashes.iter().cloned())
    .push(")");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "found"))?)
}

/// What would give a buyer away: in how many purchases, and when last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Used {
    pub(crate) purchases: i64,
    pub(crate) last_at: i64,
}

/// Where a buyer's marks of a kind were used with a seller's network, in other purchases; nothing where they were not.
pub(crate) async fn used(
    connection: &impl ConnectionTrait,
    but: Uuid,
    (kind, own): (MarkKind, &[String]),
    sellers: &[String],
) -> Result<Option<Used>> {
    let mut sql = Sql::new(
        "SELECT COUNT(*) AS found, CAST(MAX(COALESCE(p.ordered_at, p.assigned_at)) AS BIGINT) AS last_at FROM purchase p \
         WHERE p.id <> ",
    );
    sql.bind(but);
    sql.push(" AND EXISTS (SELECT 1 FROM purchase_mark m WHERE m.purchase_id = p.id AND m.kind = ")
        .bind(kind.code())
        .push(" AND m.hash")
        .among(own.iter().cloned())
        .push(")");
    sql.push(" AND EXISTS (SELECT 1 FROM purchase_mark m WHERE m.purchase_id = p.id AND m.kind IN ('SELLER', 'NETWORK') AND m.hash")
        .among(sellers.iter().cloned())
        .push(")");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (purchases, last_at): (i64, Option<i64>) = (row.try_get("", "found")?, row.try_get("", "last_at")?);
    Ok((purchases > 0).then(|| Used {
        purchases,
        last_at: last_at.unwrap_or_default(),
    }))
}

/// What of a purchase is compared: when it was asked for, hashes of what its seller is known by, and of where that is.
pub(crate) type Touched = (i64, (BTreeSet<String>, BTreeSet<String>));

/// The open purchases with one of these marks of a seller's, with those of theirs.
pub(crate) async fn compared(
    connection: &impl ConnectionTrait,
    (hashes, places): (&BTreeSet<String>, &BTreeSet<String>),
) -> Result<Vec<(Uuid, Touched)>> {
    if hashes.is_empty() && places.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT p.id, p.requested_at, m.kind, m.hash FROM purchase p JOIN purchase_mark m ON m.purchase_id = p.id \
         WHERE p.state IN ('REQUESTED', 'APPROVED', 'ASSIGNED', 'ORDERED', 'SHIPPED') \
         AND m.kind IN ('SELLER', 'NETWORK', 'PLACE') AND m.hash",
    );
    sql.among(hashes.union(places).cloned());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut found: BTreeMap<Uuid, Touched> = BTreeMap::new();
    for row in rows {
        let entry = found.entry(row.try_get("", "id")?).or_default();
        entry.0 = row.try_get("", "requested_at")?;
        let kind: String = row.try_get("", "kind")?;
        let marks = match code(&kind)? {
            MarkKind::Place => &mut entry.1.1,
            MarkKind::Seller | MarkKind::Network | MarkKind::Identity | MarkKind::Address => &mut entry.1.0,
        };
        marks.insert(row.try_get("", "hash")?);
    }
    Ok(found.into_iter().collect())
}

/// What an organisation asked for in a programme and what of it since a moment, without one purchase and neither refused nor given
/// up, in minor units.
pub(crate) async fn spent_by(
    connection: &impl ConnectionTrait,
    (program, organization): (Uuid, Uuid),
    but: Uuid,
    since: i64,
) -> Result<(i64, i64)> {
    let mut sql = Sql::new(
        "SELECT CAST(COALESCE(SUM(p.amount_minor), 0) AS BIGINT) AS ever, CAST(COALESCE(SUM(CASE WHEN p.requested_at >= ",
    );
    sql.bind(since)
        .push(" THEN p.amount_minor ELSE 0 END), 0) AS BIGINT) AS lately FROM purchase p WHERE p.program_id = ")
        .bind(program)
        .push(" AND p.organization_id = ")
        .bind(organization)
        .push(" AND p.id <> ")
        .bind(but)
        .push(" AND p.state NOT IN ('REJECTED', 'CANCELLED', 'HOLD_EXPIRED')");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok((0, 0)) };
    Ok((row.try_get("", "ever")?, row.try_get("", "lately")?))
}
