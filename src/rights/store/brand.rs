//! Brands.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, Select,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    members::rules::Reach,
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, by_ids, json, keyset},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        text::fold,
    },
    rights::rules::{BrandRow, BrandState},
};
use entity::{
    brand::{ActiveModel, Column, Entity, Model},
    organization,
};

/// Which brands a list asks for; an empty list asks for all.
#[derive(Debug, Clone, Default)]
pub(in crate::rights) struct BrandFilter {
    /// A part of a name.
    pub(in crate::rights) search: Option<String>,
    pub(in crate::rights) owner: Option<Uuid>,
    pub(in crate::rights) states: Vec<BrandState>,
}

/// Names are compared in memory, because the databases fold differently; this many are.
const MOST_COMPARED: u64 = 10_000;
/// Most rows found by name.
const MOST_FOUND: usize = 1_000;

pub(in crate::rights) async fn brand(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<BrandRow>> {
    let row = Entity::find_by_id(id).one(connection).await?;
    row.map(read).transpose()
}

pub(in crate::rights) async fn brands(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<BrandRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    rows.into_iter().map(read).collect()
}

/// The brands of an organisation, the first one first.
pub(in crate::rights) async fn brands_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Vec<BrandRow>> {
    let found = Entity::find().filter(Column::OrganizationId.eq(organization));
    let mut rows = found.all(connection).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    rows.into_iter().map(read).collect()
}

/// Those of the brands that an item concerns which the sight meets.
pub(in crate::rights) async fn brands_met(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new("SELECT b.id FROM brand b WHERE b.id");
    sql.among(ids.iter().copied())
        .push(" AND EXISTS (SELECT 1 FROM lead_item i WHERE i.brand_id = b.id AND ")
        .append(&audience::meets(sight, Kind::Item, "i.id"))
        .push(")");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

pub(in crate::rights) async fn brand_insert(tx: &Tx, row: &BrandRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::rights) async fn brand_save(tx: &Tx, row: BrandRow) -> Result<BrandRow> {
    let next = BrandRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next)?)
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected == 1 {
        Ok(next)
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

pub(in crate::rights) async fn brand_page(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &BrandFilter,
    args: &PageArgs,
) -> Result<Page<BrandRow>> {
    let query = narrowed(connection, reach, filter).await?;
    let rows = keyset(query, Column::CreatedAt, Column::Id, args)
        .all(connection)
        .await?;
    let rows: Result<Vec<_>> = rows
        .into_iter()
        .map(|row| Ok((row.created_at, row.id, read(row)?)))
        .collect();
    Ok(Page::cut(rows?, args))
}

pub(in crate::rights) async fn brand_count(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &BrandFilter,
) -> Result<u64> {
    Ok(narrowed(connection, reach, filter).await?.count(connection).await?)
}

async fn narrowed(connection: &impl ConnectionTrait, reach: Reach, filter: &BrandFilter) -> Result<Select<Entity>> {
    let mut query = Entity::find().filter(seen(reach));
    if let Some(owner) = filter.owner {
        query = query.filter(Column::OrganizationId.eq(owner));
    }
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| -> &str { (*state).into() });
        query = query.filter(Column::State.is_in(states));
    }
    let Some(part) = &filter.search else { return Ok(query) };
    let part = fold(part);
    let names: Vec<(Uuid, String, Option<String>)> = query
        .clone()
        .select_only()
        .columns([Column::Id, Column::Name, Column::NameZh])
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

/// The brands within reach: of the own organisation all, of others the active ones of active organisations.
fn seen(reach: Reach) -> Condition {
    match reach {
        Reach::Nothing => Condition::all().add(Column::Id.is_null()),
        // Who is in a sandbox finds the brand of its right holder.
        Reach::Own(own) => Condition::any()
            .add(Column::OrganizationId.eq(own))
            .add(Column::OrganizationId.in_subquery(sandbox_of(own))),
        Reach::Active(own) => Condition::any().add(Column::OrganizationId.eq(own)).add(
            Condition::all()
                .add(Column::State.eq("ACTIVE"))
                .add(Column::OrganizationId.in_subquery(active_organizations())),
        ),
        Reach::All(_) => Condition::all(),
    }
}

fn sandbox_of(organization: Uuid) -> SelectStatement {
    Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::SandboxOf.eq(organization))
        .to_owned()
}

pub(super) fn active_organizations() -> SelectStatement {
    Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::State.eq("ACTIVE"))
        .to_owned()
}

fn read(row: Model) -> Result<BrandRow> {
    Ok(BrandRow {
        id: row.id,
        organization_id: row.organization_id,
        name: row.name,
        name_zh: row.name_zh,
        active: row.state == "ACTIVE",
        nice_classes: json(&row.nice_classes)?,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &BrandRow) -> Result<ActiveModel> {
    let state: &str = row.state().into();
    Ok(ActiveModel {
        id: Set(row.id),
        organization_id: Set(row.organization_id),
        name: Set(row.name.clone()),
        name_zh: Set(row.name_zh.clone()),
        state: Set(state.to_owned()),
        nice_classes: Set(serde_json::to_string(&row.nice_classes).map_err(ApiError::internal)?),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}
