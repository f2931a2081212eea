//! Organisations: rows, changes by version, pages of the directory.

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, Select,
};
use uuid::Uuid;

use crate::{
    members::rules::{Industry, OrganizationRow, OrganizationState, Reach},
    permissions::viewer::OrganizationKind,
    platform::{
        clock::{micros, timestamp},
        db::{LockRows as _, Tx, by_ids, code, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        text::fold,
    },
};
use entity::organization::{ActiveModel, Column, Entity, Model};

/// Which organisations a list asks for; an empty list asks for all.
#[derive(Debug, Clone, Default)]
pub(in crate::members) struct OrganizationFilter {
    /// A part of a name.
    pub(in crate::members) search: Option<String>,
    pub(in crate::members) kinds: Vec<OrganizationKind>,
    pub(in crate::members) states: Vec<OrganizationState>,
    pub(in crate::members) industries: Vec<Industry>,
}

/// Names are compared in memory, because the databases fold differently; this many are.
const MOST_COMPARED: u64 = 10_000;
/// Most rows found by name.
const MOST_FOUND: usize = 1_000;

pub(in crate::members) async fn organization(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<OrganizationRow>> {
    let row = Entity::find_by_id(id).one(connection).await?;
    row.map(read).transpose()
}

/// The sandbox of an organisation, or the right holder of a sandbox.
pub(in crate::members) async fn sandbox_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Option<OrganizationRow>> {
    let found = Entity::find().filter(Column::SandboxOf.eq(organization));
    found.one(connection).await?.map(read).transpose()
}

pub(in crate::members) async fn organizations(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<OrganizationRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    rows.into_iter().map(read).collect()
}

pub(in crate::members) async fn organizations_of_kinds(
    connection: &impl ConnectionTrait,
    kinds: &[OrganizationKind],
) -> Result<Vec<OrganizationRow>> {
    let rows = Entity::find()
        .filter(Column::State.eq("ACTIVE"))
        .filter(Column::Kind.is_in(codes(kinds)))
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Makes other writers of the organisation and its people wait for this transaction.
pub(in crate::members) async fn organization_lock(tx: &Tx, id: Uuid) -> Result<Option<OrganizationRow>> {
    let row = Entity::find_by_id(id).locked().one(tx.connection()).await?;
    row.map(read).transpose()
}

pub(in crate::members) async fn organization_insert(tx: &Tx, row: &OrganizationRow) -> Result<()> {
    let mut model = write(row, micros(tx.now()));
    model.id = Set(row.id);
    model.created_at = Set(micros(row.created_at));
    Entity::insert(model).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::members) async fn organization_save(tx: &Tx, row: OrganizationRow) -> Result<OrganizationRow> {
    let next = OrganizationRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next, micros(tx.now())))
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

pub(in crate::members) async fn organization_page(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &OrganizationFilter,
    args: &PageArgs,
) -> Result<Page<OrganizationRow>> {
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

pub(in crate::members) async fn organization_count(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &OrganizationFilter,
) -> Result<u64> {
    Ok(narrowed(connection, reach, filter).await?.count(connection).await?)
}

async fn narrowed(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &OrganizationFilter,
) -> Result<Select<Entity>> {
    let mut query = Entity::find().filter(seen(reach));
    for (column, wanted) in [
        (Column::Kind, codes(&filter.kinds)),
        (Column::State, codes(&filter.states)),
        (Column::Industry, codes(&filter.industries)),
    ] {
        if !wanted.is_empty() {
            query = query.filter(column.is_in(wanted));
        }
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

/// The organisations within reach.
fn seen(reach: Reach) -> Condition {
    match reach {
        Reach::Nothing => Condition::all().add(Column::Id.is_null()),
        Reach::Own(own) => Condition::any().add(Column::Id.eq(own)),
        Reach::Active(own) => Condition::any().add(Column::Id.eq(own)).add(Column::State.eq("ACTIVE")),
        Reach::All(_) => Condition::all(),
    }
}

fn codes<T: Copy + Into<&'static str>>(values: &[T]) -> Vec<&'static str> {
    values.iter().map(|value| (*value).into()).collect()
}

fn read(row: Model) -> Result<OrganizationRow> {
    Ok(OrganizationRow {
        id: row.id,
        kind: code(&row.kind)?,
        name: row.name,
        name_zh: row.name_zh,
        state: code(&row.state)?,
        industry: row.industry.as_deref().map(code).transpose()?,
        country: row.country,
        division_code: row.division_code,
        time_zone: row.time_zone,
        language: code(&row.language)?,
        joined_at: row.joined_at.map(timestamp),
        invited_by: row.invited_by,
        suspended_by: row.suspended_by,
        sandbox_of: row.sandbox_of,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

/// The columns of a row but for its id and its beginning.
fn write(row: &OrganizationRow, now: i64) -> ActiveModel {
    let kind: &str = row.kind.into();
    let state: &str = row.state.into();
    let language: &str = row.language.into();
    let industry: Option<&str> = row.industry.map(Into::into);
    ActiveModel {
        id: NotSet,
        kind: Set(kind.to_owned()),
        name: Set(row.name.clone()),
        name_zh: Set(row.name_zh.clone()),
        state: Set(state.to_owned()),
        industry: Set(industry.map(str::to_owned)),
        country: Set(row.country.clone()),
        division_code: Set(row.division_code.clone()),
        time_zone: Set(row.time_zone.clone()),
        language: Set(language.to_owned()),
        joined_at: Set(row.joined_at.map(micros)),
        invited_by: Set(row.invited_by),
        suspended_by: Set(row.suspended_by),
        sandbox_of: Set(row.sandbox_of),
        version: Set(row.version),
        created_at: NotSet,
        updated_at: Set(now),
    }
}
