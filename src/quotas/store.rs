//! The SQL of quotas.

use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::rules::{Bucket, MINUTE};
use crate::platform::{
    db::{Db, Sql},
    error::Result,
};
use entity::quota;

/// What came of asking for a share.
#[derive(Debug, Clone, Copy)]
pub(super) enum Share {
    /// It was taken; the bucket is as it is then.
    Taken(Bucket),
    /// There is nothing in the bucket.
    Nothing(Bucket),
}

/// Takes a share from somebody's bucket, as [`Bucket::take`] does, by one statement; a second one says how long it is
/// empty where it is.
pub(super) async fn take(db: &Db, person: Uuid, now: i64, share: i64) -> Result<Share> {
    let later = if db.is_sqlite() { "MAX" } else { "GREATEST" };
    let mut sql = Sql::new("INSERT INTO quota (person_id, full_at) VALUES (");
    sql.bind(person).push(", ").bind(now + share);
    sql.push(") ON CONFLICT (person_id) DO UPDATE SET full_at = CASE WHEN quota.full_at > ")
        .bind(now + 2 * MINUTE);
    sql.push(" THEN ").bind(now + share);
    sql.push(" ELSE ").push(later).push("(quota.full_at, ").bind(now);
    sql.push(") + ").bind(share);
    sql.push(" END WHERE quota.full_at < ").bind(now + MINUTE);
    // No debt is larger than a minute: a later moment was written before the clock was set back.
    sql.push(" OR quota.full_at > ").bind(now + 2 * MINUTE);
    sql.push(" RETURNING full_at");
    if let Some(row) = db.write().query_one_raw(sql.statement(db.backend())).await? {
        return Ok(Share::Taken(Bucket(row.try_get("", "full_at")?)));
    }
    let row = quota::Entity::find_by_id(person).one(db.read()).await?;
    Ok(Share::Nothing(Bucket(row.map_or(now, |row| row.full_at))))
}

/// Puts back what was taken and not spent.
pub(super) async fn put_back(db: &Db, person: Uuid, time: i64) -> Result<()> {
    let mut sql = Sql::new("UPDATE quota SET full_at = full_at - ");
    sql.bind(time).push(" WHERE person_id = ").bind(person);
    db.write().execute_raw(sql.statement(db.backend())).await?;
    Ok(())
}

/// Somebody's bucket; one without a row is full.
pub(super) async fn bucket(db: &Db, person: Uuid) -> Result<Bucket> {
    let row = quota::Entity::find_by_id(person).one(db.read()).await?;
    Ok(row.map_or_else(Bucket::default, |row| Bucket(row.full_at)))
}

/// Forgets buckets that were full before a moment; how many.
pub(super) async fn forget(db: &Db, before: i64) -> Result<u64> {
    let full = quota::Entity::delete_many().filter(quota::Column::FullAt.lt(before));
    Ok(full.exec(db.write()).await?.rows_affected)
}
