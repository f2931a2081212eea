//! Agencies and where they are competent.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use super::reach::{active_organizations, of_reach};
use crate::{
    agencies::rules::{AgencyKind, AgencyRow, Area},
    members::rules::Reach,
    platform::{
        clock::{micros, timestamp},
        db::{LockRows as _, Tx, by_ids, code, json, keyset},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        text::fold,
    },
};
use entity::{
    agency::{ActiveModel, Column, Entity, Model},
    agency_area, organization,
};

/// Which agencies a list asks for; what is empty does not narrow it.
#[derive(Debug, Clone, Default)]
pub(in crate::agencies) struct AgencyFilter {
    /// A part of a name.
    pub(in crate::agencies) search: Option<String>,
    pub(in crate::agencies) kinds: Vec<AgencyKind>,
    /// A country in which they are competent.
    pub(in crate::agencies) country: Option<String>,
    /// The divisions of that country of which one has to be theirs; `None` for anywhere in it.
    pub(in crate::agencies) divisions: Option<Vec<String>>,
    pub(in crate::agencies) language: Option<String>,
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AgencyOrder {
    /// When they were entered, oldest first.
    #[default]
    CreatedAt,
    /// Where they are competent: country by country, the wide before the narrow.
    Jurisdiction,
}

/// Names are compared in memory, because the databases fold differently; this many are.
const MOST_COMPARED: u64 = 10_000;
/// Most rows found by name.
const MOST_FOUND: usize = 1_000;

pub(in crate::agencies) async fn agency(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<AgencyRow>> {
    Ok(agencies(connection, &[id]).await?.pop())
}

pub(in crate::agencies) async fn agencies(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<AgencyRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    with_areas(connection, rows).await
}

/// The agencies of active organisations that are competent in a country and one of these divisions of it.
pub(in crate::agencies) async fn agencies_competent(
    connection: &impl ConnectionTrait,
    country: &str,
    divisions: &[String],
) -> Result<Vec<AgencyRow>> {
    let rows = Entity::find()
        .filter(Column::Id.in_subquery(active_organizations()))
        .filter(Column::Id.in_subquery(competent(country, Some(divisions))))
        .all(connection)
        .await?;
    with_areas(connection, rows).await
}

/// Makes other writers of the agency, its contact points and its officers wait for this transaction.
pub(in crate::agencies) async fn agency_lock(tx: &Tx, id: Uuid) -> Result<Option<AgencyRow>> {
    let row = Entity::find_by_id(id).locked().one(tx.connection()).await?;
    let rows = with_areas(tx.connection(), row.into_iter().collect()).await?;
    Ok(rows.into_iter().next())
}

pub(in crate::agencies) async fn agency_insert(tx: &Tx, row: &AgencyRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    areas_insert(tx, row).await
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::agencies) async fn agency_save(tx: &Tx, row: AgencyRow) -> Result<AgencyRow> {
    let next = AgencyRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next)?)
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected != 1 {
        return Err(ErrorCode::StaleVersion.into());
    }
    agency_area::Entity::delete_many()
        .filter(agency_area::Column::AgencyId.eq(next.id))
        .exec(tx.connection())
        .await?;
    areas_insert(tx, &next).await?;
    Ok(next)
}

async fn areas_insert(tx: &Tx, row: &AgencyRow) -> Result<()> {
    let areas = row.areas.iter().map(|area| agency_area::ActiveModel {
        agency_id: Set(row.id),
        country: Set(area.country.clone()),
        division: Set(area.division.clone()),
    });
    agency_area::Entity::insert_many(areas)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(in crate::agencies) async fn agency_page(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &AgencyFilter,
    order: AgencyOrder,
    args: &PageArgs,
) -> Result<Page<AgencyRow>> {
    let key = match order {
        AgencyOrder::CreatedAt => Column::CreatedAt,
        AgencyOrder::Jurisdiction => Column::AreaKey,
    };
    let found = keyset(narrowed(connection, reach, filter).await?, key, Column::Id, args);
    let rows = with_areas(connection, found.all(connection).await?).await?;
    let keyed = rows.into_iter().map(|row| {
        let at = match order {
            AgencyOrder::CreatedAt => micros(row.created_at),
            AgencyOrder::Jurisdiction => area_key(&row),
        };
        (at, row.id, row)
    });
    Ok(Page::cut(keyed.collect(), args))
}

pub(in crate::agencies) async fn agency_count(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &AgencyFilter,
) -> Result<u64> {
    Ok(narrowed(connection, reach, filter).await?.count(connection).await?)
}

async fn narrowed(connection: &impl ConnectionTrait, reach: Reach, filter: &AgencyFilter) -> Result<Select<Entity>> {
    let mut query = Entity::find().filter(of_reach(reach, Column::Id));
    if !filter.kinds.is_empty() {
        let kinds = filter.kinds.iter().map(|kind| -> &str { (*kind).into() });
        query = query.filter(Column::Kind.is_in(kinds));
    }
    if let Some(country) = &filter.country {
        query = query.filter(Column::Id.in_subquery(competent(country, filter.divisions.as_deref())));
    }
    if let Some(language) = &filter.language {
        query = query.filter(Expr::col(Column::Languages).like(format!("%\"{language}\"%")));
    }
    let Some(part) = &filter.search else { return Ok(query) };
    let part = fold(part);
    let narrowed = query.clone().select_only().column(Column::Id).into_query();
    let names: Vec<(Uuid, String, Option<String>)> = organization::Entity::find()
        .filter(organization::Column::Id.in_subquery(narrowed))
        .select_only()
        .columns([
            organization::Column::Id,
            organization::Column::Name,
            organization::Column::NameZh,
        ])
        .limit(MOST_COMPARED)
        .into_tuple()
        .all(connection)
        .await?;
    let found = names
        .into_iter()
        .filter(|(_, name, zh)| fold(name).contains(&part) || zh.as_ref().is_some_and(|zh| fold(zh).contains(&part)))
        .map(|(id, ..)| id)
        .take(MOST_FOUND);
    Ok(query.filter(Column::Id.is_in(found)))
}

/// The agencies that are competent in a country, and in one of these divisions where some are named.
fn competent(country: &str, divisions: Option<&[String]>) -> SelectStatement {
    let mut found = Query::select();
    found
        .column(agency_area::Column::AgencyId)
        .from(agency_area::Entity)
        .and_where(agency_area::Column::Country.eq(country));
    if let Some(divisions) = divisions {
        found.and_where(agency_area::Column::Division.is_in(divisions.iter().map(String::as_str)));
    }
    found
}

async fn with_areas(connection: &impl ConnectionTrait, rows: Vec<Model>) -> Result<Vec<AgencyRow>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let found = agency_area::Entity::find()
        .filter(agency_area::Column::AgencyId.is_in(rows.iter().map(|row| row.id)))
        .all(connection)
        .await?;
    let mut areas: HashMap<Uuid, Vec<Area>> = HashMap::new();
    for area in found {
        areas.entry(area.agency_id).or_default().push(Area {
            country: area.country,
            division: area.division,
        });
    }
    rows.into_iter()
        .map(|row| {
            let areas = areas.remove(&row.id).unwrap_or_default();
            read(row, areas)
        })
        .collect()
}

fn area_key(row: &AgencyRow) -> i64 {
    row.areas.first().map_or(0, Area::key)
}

fn read(row: Model, mut areas: Vec<Area>) -> Result<AgencyRow> {
    // Not by the database, which may sort by the rules of a language.
    areas.sort_unstable();
    Ok(AgencyRow {
        id: row.id,
        kind: code(&row.kind)?,
        areas,
        languages: json(&row.languages)?,
        time_zone: row.time_zone,
        duty_hours: json(&row.duty_hours)?,
        note: row.note,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &AgencyRow) -> Result<ActiveModel> {
    let kind: &str = row.kind.into();
    Ok(ActiveModel {
        id: Set(row.id),
        kind: Set(kind.to_owned()),
        languages: Set(list(&row.languages)?),
        time_zone: Set(row.time_zone.clone()),
        duty_hours: Set(list(&row.duty_hours)?),
        note: Set(row.note.clone()),
        area_key: Set(area_key(row)),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}

/// A list as a column keeps it.
pub(super) fn list(list: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(list).map_err(ApiError::internal)
}
