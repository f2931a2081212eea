//! The SQL of the audience.

use std::collections::HashSet;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DatabaseBackend, EntityTrait as _, QueryFilter as _,
    QueryResult,
};
use uuid::Uuid;

use super::{Kind, Sight};
use crate::{
    permissions::audience::{AudienceRow, Principal},
    platform::{
        clock::{NEVER, micros},
        db::{Sql, Tx, code},
        error::Result,
        graphql::connection::Run,
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
        .push(" AND a.object_id IN (")
        .bind_list(ids.iter().copied())
        .push(") AND a.principal IN (");
    sql.bind_list(sight.principals.iter().cloned()).push(")");
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
    let mut sql = Sql::new(&format!(
        "EXISTS (SELECT 1 FROM audience a WHERE a.object_id = {id} AND a.kind = "
    ));
    sql.bind(kind.code())
        .push(" AND a.principal IN (")
        .bind_list(sight.principals.iter().cloned())
        .push(")");
    meeting(&mut sql, sight);
    sql.push(")");
    sql
}

/// The rest of the predicate, after the principal: in time and with no wall between.
fn meeting(sql: &mut Sql, sight: &Sight) {
    sql.push(" AND a.valid_until > ").bind(sight.now);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = a.root_id AND w.organization_id IN (");
    sql.bind_list(sight.organizations.iter().copied()).push("))");
}

/// The orders that lists offer, each an index of the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Order {
    /// By the moment of making.
    CreatedAt,
    /// By deadline.
    DueAt,
    /// By priority.
    Priority,
}

/// A page of the objects of one kind that a sight meets.
#[derive(Debug)]
pub struct PageQuery<'a> {
    /// The kind.
    pub kind: Kind,
    /// The list's own table, joined as `o` on its id.
    pub table: &'static str,
    /// Conditions on `a` and `o`, beginning with ` AND `, or nothing.
    pub filter: &'a Sql,
    /// The order.
    pub order: Order,
    /// Which part of the order.
    pub run: Run,
}

/// The keys and ids of a page, in order.
///
/// On PostgreSQL each principal is a branch of its own that stops early on its index (`LATERAL`); on SQLite a plain `IN`
/// does that by itself.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn page(connection: &impl ConnectionTrait, sight: &Sight, query: &PageQuery<'_>) -> Result<Vec<(i64, Uuid)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let backend = connection.get_database_backend();
    let key: &str = query.order.into();
    let mut branch = Sql::new(&format!(
        "SELECT DISTINCT a.object_id, a.{key} AS sort_key FROM audience a "
    ));
    branch.push(&format!("JOIN {} o ON o.id = a.object_id WHERE a.kind = ", query.table));
    branch.bind(query.kind.code()).push(" AND a.principal ");
    let lateral = backend == DatabaseBackend::Postgres;
    if lateral {
        branch.push("= p.principal");
    } else {
        branch
            .push("IN (")
            .bind_list(sight.principals.iter().cloned())
            .push(")");
    }
    meeting(&mut branch, sight);
    places(&mut branch, &query.run, &format!("a.{key}"), "a.object_id");
    branch.append(query.filter);
    ordered(&mut branch, &query.run, &format!("a.{key}"), "a.object_id");
    if lateral {
        branch = laterally(&branch, sight);
        ordered(&mut branch, &query.run, "x.sort_key", "x.object_id");
    }
    keys_and_ids(&connection.query_all_raw(branch.statement(backend)).await?)
}

fn laterally(branch: &Sql, sight: &Sight) -> Sql {
    let mut sql = Sql::new("SELECT DISTINCT x.object_id, x.sort_key FROM (VALUES ");
    for (index, principal) in sight.principals.iter().enumerate() {
        sql.push(if index == 0 { "(" } else { ", (" })
            .bind(principal.as_str())
            .push(")");
    }
    sql.push(") AS p(principal) CROSS JOIN LATERAL (")
        .append(branch)
        .push(") AS x");
    sql
}

fn places(sql: &mut Sql, run: &Run, key: &str, id: &str) {
    for (bound, forward) in [(run.after, true), (run.before, false)] {
        if let Some((at, object)) = bound {
            let less = if forward == run.descending { "<" } else { ">" };
            sql.push(&format!(" AND ({key}, {id}) {less} ("));
            sql.bind(at).push(", ").bind(object).push(")");
        }
    }
}

fn ordered(sql: &mut Sql, run: &Run, key: &str, id: &str) {
    let direction = if run.descending { "DESC" } else { "ASC" };
    sql.push(&format!(
        " ORDER BY {key} {direction}, {id} {direction} LIMIT {}",
        run.limit
    ));
}

/// A table of a lead's children: its kind, name and the column of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Children {
    /// Their kind.
    pub kind: Kind,
    /// Their table; it has `id` and `lead_id`.
    pub table: &'static str,
    /// The integer column of their order.
    pub key: &'static str,
}

/// The same page of the children of each of some leads, as far as the sight meets them: lead, place, id. Driven by the
/// leads, so that its cost does not depend on how much else the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn pages_within(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    leads: &[Uuid],
    run: &Run,
) -> Result<Vec<(Uuid, i64, Uuid)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let Children { table, key, .. } = children;
    let direction = if run.descending { "DESC" } else { "ASC" };
    let mut sql = Sql::new("SELECT x.lead_id, x.object_id, x.sort_key FROM (SELECT o.lead_id, o.id AS object_id, ");
    sql.push(&format!(
        "o.{key} AS sort_key, ROW_NUMBER() OVER (PARTITION BY o.lead_id "
    ));
    sql.push(&format!(
        "ORDER BY o.{key} {direction}, o.id {direction}) AS place FROM {table} o "
    ));
    sql.push("WHERE o.lead_id IN (")
        .bind_list(leads.iter().copied())
        .push(")");
    places(&mut sql, run, &format!("o.{key}"), "o.id");
    sql.push(" AND ").append(&meets(sight, children.kind, "o.id"));
    sql.push(&format!(
        ") AS x WHERE x.place <= {} ORDER BY x.lead_id, x.place",
        run.limit
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "lead_id")?,
                row.try_get("", "sort_key")?,
                row.try_get("", "object_id")?,
            ))
        })
        .collect()
}

/// How many children each of some leads has that the sight meets; those with none are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn counts_within(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    leads: &[Uuid],
) -> Result<Vec<(Uuid, u64)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!(
        "SELECT o.lead_id, COUNT(*) AS found FROM {} o WHERE o.lead_id IN (",
        children.table
    ));
    sql.bind_list(leads.iter().copied()).push(") AND ");
    sql.append(&meets(sight, children.kind, "o.id"))
        .push(" GROUP BY o.lead_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let found: i64 = row.try_get("", "found")?;
            Ok((row.try_get("", "lead_id")?, u64::try_from(found).unwrap_or(0)))
        })
        .collect()
}

/// How many objects of a kind a sight meets, counted up to `most`.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    table: &'static str,
    filter: &Sql,
    most: u64,
) -> Result<u64> {
    if sight.principals.is_empty() {
        return Ok(0);
    }
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM (SELECT DISTINCT a.object_id FROM audience a ");
    sql.push(&format!("JOIN {table} o ON o.id = a.object_id WHERE a.kind = "))
        .bind(kind.code());
    sql.push(" AND a.principal IN (")
        .bind_list(sight.principals.iter().cloned())
        .push(")");
    meeting(&mut sql, sight);
    sql.append(filter).push(&format!(" LIMIT {most}) AS counted"));
    found(connection, &sql).await
}

async fn found(connection: &impl ConnectionTrait, sql: &Sql) -> Result<u64> {
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(u64::try_from(found).unwrap_or(0))
}

fn keys_and_ids(rows: &[QueryResult]) -> Result<Vec<(i64, Uuid)>> {
    rows.iter()
        .map(|row| {
            // Some orders are 32-bit columns.
            let key = row.try_get::<i64>("", "sort_key");
            let key = key.or_else(|_| row.try_get::<i32>("", "sort_key").map(i64::from))?;
            Ok((key, row.try_get("", "object_id")?))
        })
        .collect()
}
