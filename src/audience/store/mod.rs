//! The SQL of the audience: its rows, and the predicate over them.

mod objects;
mod pages;

use std::collections::HashSet;

use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

pub use objects::{object, object_locked, objects, objects_within};
pub use pages::{Child, Order, PageQuery, count, counts_within, page, pages_within};

use super::{Kind, Sight};
use crate::{
    permissions::audience::{AudienceRow, Principal},
    platform::{
        clock::{NEVER, micros},
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{audience, wall};

/// An object's id, its lead and the sort keys that lists over it offer.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// The object.
    pub id: Uuid,
    /// Its lead (itself for a lead).
    pub root: Uuid,
    /// When it was made, microseconds.
    pub created_at: i64,
    /// When it is due, microseconds.
    pub due_at: i64,
    /// 0 low … 3 urgent.
    pub priority: i32,
    /// Whether it still wants an act.
    pub open: bool,
}

/// Replaces the rows of an object.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn replace(tx: &Tx, kind: Kind, keys: Keys, rows: &[AudienceRow]) -> Result<()> {
    audience::Entity::delete_many()
        .filter(audience::Column::Kind.eq(kind.code()))
        .filter(audience::Column::ObjectId.eq(keys.id))
        .exec(tx.connection())
        .await?;
    insert(tx, kind, keys, rows).await
}

/// Writes the rows of a new object.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn insert(tx: &Tx, kind: Kind, keys: Keys, rows: &[AudienceRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let models = rows.iter().map(|row| audience::ActiveModel {
        kind: Set(kind.code().to_owned()),
        object_id: Set(keys.id),
        root_id: Set(keys.root),
        principal: Set(row.principal.to_string()),
        valid_until: Set(row.valid_until.map_or(NEVER, micros)),
        open: Set(keys.open),
        created_at: Set(keys.created_at),
        due_at: Set(keys.due_at),
        priority: Set(keys.priority),
    });
    audience::Entity::insert_many(models)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Replaces the walls around a lead.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn set_walls(tx: &Tx, root: Uuid, organizations: &[Uuid]) -> Result<()> {
    wall::Entity::delete_many()
        .filter(wall::Column::RootId.eq(root))
        .exec(tx.connection())
        .await?;
    if organizations.is_empty() {
        return Ok(());
    }
    let models = organizations.iter().map(|organization| wall::ActiveModel {
        root_id: Set(root),
        organization_id: Set(*organization),
    });
    wall::Entity::insert_many(models)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The organisations walled off from a lead.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn walls(connection: &impl ConnectionTrait, root: Uuid) -> Result<Vec<Uuid>> {
    let rows = wall::Entity::find()
        .filter(wall::Column::RootId.eq(root))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| row.organization_id).collect())
}

/// Whether the sight meets the object.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sees(connection: &impl ConnectionTrait, sight: &Sight, kind: Kind, id: Uuid) -> Result<bool> {
    Ok(seen(connection, sight, kind, &[id]).await?.contains(&id))
}

/// Which of the objects the sight meets.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn seen(connection: &impl ConnectionTrait, sight: &Sight, kind: Kind, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    if ids.is_empty() || sight.principals.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = rows_of("DISTINCT a.object_id", sight, kind, ids);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "object_id")?)).collect()
}

/// The rows of some objects that the sight meets.
fn rows_of(columns: &str, sight: &Sight, kind: Kind, ids: &[Uuid]) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {columns} FROM audience a WHERE a.kind = "));
    sql.bind(kind.code())
        .push(" AND a.object_id")
        .among(ids.iter().copied())
        .push(" AND a.principal")
        .among(sight.principals.iter().cloned());
    meeting(&mut sql, sight);
    sql
}

/// By which principals the sight meets each of the objects: not whether somebody sees it, but from which side.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn met(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, Principal)>> {
    if ids.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let sql = rows_of("a.object_id, a.principal", sight, kind, ids);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "object_id")?,
                code(&row.try_get::<String>("", "principal")?)?,
            ))
        })
        .collect()
}

/// The predicate as a condition on the column `id`, for a statement about something that belongs to the object.
#[must_use]
pub fn meets(sight: &Sight, kind: Kind, id: &str) -> Sql {
    met_by(sight, kind, &Sql::new(id))
}

fn met_by(sight: &Sight, kind: Kind, id: &Sql) -> Sql {
    let mut sql = Sql::new("EXISTS (SELECT 1 FROM audience a WHERE a.object_id = ");
    sql.append(id)
        .push(" AND a.kind = ")
        .bind(kind.code())
        .push(" AND a.principal")
        .among(sight.principals.iter().cloned());
    meeting(&mut sql, sight);
    sql.push(")");
    sql
}

/// The predicate as conditions on rows of the audience called `a`, beginning with ` AND `.
#[must_use]
pub fn met_rows(sight: &Sight) -> Sql {
    let mut sql = Sql::new(" AND a.principal");
    sql.among(sight.principals.iter().cloned());
    meeting(&mut sql, sight);
    sql
}

/// The rest of the predicate, after the principal: in time and with no wall between.
fn meeting(sql: &mut Sql, sight: &Sight) {
    sql.push(" AND a.valid_until > ").bind(sight.now);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = a.root_id AND w.organization_id")
        .among(sight.organizations.iter().copied())
        .push(")");
}
