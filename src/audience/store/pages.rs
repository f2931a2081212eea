//! Pages, each a walk along an index that stops early; and counts.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, EntityTrait, FromQueryResult as _};
use uuid::Uuid;

use super::{Kind, Sight, meeting, meets};
use crate::platform::{
    db::{Sql, columns, in_order, ordered, places, rows},
    error::Result,
    graphql::connection::Run,
};

/// The orders that lists offer, each an index of the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, serde::Serialize, serde::Deserialize)]
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
    /// Conditions on `a` and on the list's own table `o`, beginning with ` AND `, or nothing.
    pub filter: &'a Sql,
    /// The order.
    pub order: Order,
    /// Which part of the order.
    pub run: Run,
}

/// SQLite takes no more parts of one statement than 500, and each part takes the list's filter with it.
const MOST_BRANCHES: usize = 100;

/// The rows of a page, in order, with their keys.
///
/// Each principal is a branch of its own that stops early on its index; asked by all at once, a database would read every
/// row of each to sort them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn page<E: EntityTrait>(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &PageQuery<'_>,
) -> Result<Vec<(i64, Uuid, E::Model)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let backend = connection.get_database_backend();
    let places = match backend {
        DatabaseBackend::Postgres => laterally::<E>(sight, query),
        _ if sight.principals.len() <= MOST_BRANCHES => side_by_side::<E>(sight, query),
        _ => all_at_once::<E>(sight, query),
    };
    let mut sql = Sql::new(&format!("SELECT y.object_id, y.sort_key, {} FROM (", columns::<E>("o")));
    sql.append(&places).push(&format!(
        ") AS y JOIN {} o ON o.id = y.object_id",
        E::default().table_name()
    ));
    in_order(&mut sql, &query.run, "y.sort_key", "y.object_id");
    rows(connection, sql)
        .await?
        .iter()
        .map(|row| {
            // Some orders are 32-bit columns.
            let key = row.try_get::<i64>("", "sort_key");
            let key = key.or_else(|_| row.try_get::<i32>("", "sort_key").map(i64::from))?;
            Ok((
                key,
                row.try_get("", "object_id")?,
                E::Model::from_query_result(row, "")?,
            ))
        })
        .collect()
}

/// The keys and ids that some principals find, in order.
fn branch<E: EntityTrait>(principals: &Sql, sight: &Sight, query: &PageQuery<'_>) -> Sql {
    let key: &str = query.order.into();
    let mut sql = Sql::new(&format!(
        "SELECT DISTINCT a.object_id, a.{key} AS sort_key FROM audience a "
    ));
    sql.push(&format!(
        "JOIN {} o ON o.id = a.object_id WHERE a.kind = ",
        E::default().table_name()
    ));
    sql.bind(query.kind.code()).push(" AND a.principal").append(principals);
    meeting(&mut sql, sight);
    places(&mut sql, &query.run, &format!("a.{key}"), "a.object_id");
    sql.append(query.filter);
    ordered(&mut sql, &query.run, &format!("a.{key}"), "a.object_id");
    sql
}

/// For PostgreSQL: one branch that runs for each principal.
fn laterally<E: EntityTrait>(sight: &Sight, query: &PageQuery<'_>) -> Sql {
    let mut sql = Sql::new("unnest(");
    sql.bind(sight.principals.clone())
        .push(") AS p(principal) CROSS JOIN LATERAL (")
        .append(&branch::<E>(&Sql::new(" = p.principal"), sight, query))
        .push(")");
    first_of(&sql, query)
}

/// For SQLite, which has no `LATERAL`: as many branches as principals.
fn side_by_side<E: EntityTrait>(sight: &Sight, query: &PageQuery<'_>) -> Sql {
    let mut sql = Sql::new("(");
    for (index, principal) in sight.principals.iter().enumerate() {
        let mut principals = Sql::new(" = ");
        principals.bind(principal.as_str());
        sql.push(if index == 0 { "" } else { " UNION ALL " })
            .push("SELECT * FROM (")
            .append(&branch::<E>(&principals, sight, query))
            .push(")");
    }
    sql.push(")");
    first_of(&sql, query)
}

/// By all principals in one branch.
fn all_at_once<E: EntityTrait>(sight: &Sight, query: &PageQuery<'_>) -> Sql {
    let mut principals = Sql::default();
    principals.among(sight.principals.iter().cloned());
    branch::<E>(&principals, sight, query)
}

/// The first of what several branches find, each object once.
fn first_of(branches: &Sql, query: &PageQuery<'_>) -> Sql {
    let mut sql = Sql::new("SELECT DISTINCT x.object_id, x.sort_key FROM ");
    sql.append(branches).push(" AS x");
    ordered(&mut sql, &query.run, "x.sort_key", "x.object_id");
    sql
}

/// What belongs to a lead and has an audience of its own; its table has `id` and `lead_id`.
pub trait Child: EntityTrait {
    /// Its kind.
    const KIND: Kind;
    /// The integer column of its order.
    const ORDER: &'static str;
}

/// The same page of the children of each of some leads, as far as the sight meets them: lead, place, id, row. Driven by the
/// leads, so that its cost does not depend on how much else the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn pages_within<E: Child>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
    run: &Run,
) -> Result<Vec<(Uuid, i64, Uuid, E::Model)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let (table, key) = (E::default(), E::ORDER);
    let table = table.table_name();
    let mut numbered = Sql::new(&format!(
        "SELECT o.lead_id AS root, o.id AS object_id, o.{key} AS sort_key, ROW_NUMBER() OVER (PARTITION BY o.lead_id"
    ));
    in_order(&mut numbered, run, &format!("o.{key}"), "o.id");
    numbered
        .push(&format!(") AS place FROM {table} o WHERE o.lead_id"))
        .among(leads.iter().copied());
    places(&mut numbered, run, &format!("o.{key}"), "o.id");
    numbered.push(" AND ").append(&meets(sight, E::KIND, "o.id"));
    let mut sql = Sql::new(&format!(
        "SELECT x.root, x.object_id, x.sort_key, {} FROM (",
        columns::<E>("o")
    ));
    sql.append(&numbered).push(&format!(
        ") AS x JOIN {table} o ON o.id = x.object_id WHERE x.place <= {} ORDER BY x.root, x.place",
        run.limit
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "root")?,
                row.try_get("", "sort_key")?,
                row.try_get("", "object_id")?,
                E::Model::from_query_result(row, "")?,
            ))
        })
        .collect()
}

/// How many children each of some leads has that the sight meets; those with none are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn counts_within<E: Child>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<(Uuid, u64)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!(
        "SELECT o.lead_id, COUNT(*) AS found FROM {} o WHERE o.lead_id",
        E::default().table_name()
    ));
    sql.among(leads.iter().copied()).push(" AND ");
    sql.append(&meets(sight, E::KIND, "o.id")).push(" GROUP BY o.lead_id");
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
pub async fn count<E: EntityTrait>(
    connection: &DatabaseConnection,
    sight: &Sight,
    kind: Kind,
    filter: &Sql,
    most: u64,
) -> Result<u64> {
    if sight.principals.is_empty() {
        return Ok(0);
    }
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM (SELECT DISTINCT a.object_id FROM audience a ");
    sql.push(&format!(
        "JOIN {} o ON o.id = a.object_id WHERE a.kind = ",
        E::default().table_name()
    ))
    .bind(kind.code());
    sql.push(" AND a.principal").among(sight.principals.iter().cloned());
    meeting(&mut sql, sight);
    sql.append(filter).push(&format!(" LIMIT {most}) AS counted"));
    let rows = rows(connection, sql).await?;
    let found: i64 = rows.first().map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(u64::try_from(found).unwrap_or(0))
}
