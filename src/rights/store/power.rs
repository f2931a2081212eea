//! Powers of attorney.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use crate::{
    permissions::{Action, Scope, Viewer, viewer::Mandate},
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, code, json},
        error::{ApiError, ErrorCode, Result},
    },
    rights::rules::power::PowerOfAttorneyRow,
};
use entity::{
    organization,
    power_of_attorney::{ActiveModel, Column, Entity, Model},
};

pub(in crate::rights) async fn mandates(connection: &impl ConnectionTrait, agent: Uuid) -> Result<Vec<Mandate>> {
    let rows = verified().filter(Column::AgentId.eq(agent)).all(connection).await?;
    let active = active_principals(connection, &rows).await?;
    rows.iter().map(|row| mandate(row, &active)).collect()
}

pub(in crate::rights) async fn all_mandates(connection: &impl ConnectionTrait) -> Result<HashMap<Uuid, Vec<Mandate>>> {
    let rows = verified().all(connection).await?;
    let active = active_principals(connection, &rows).await?;
    let mut mandates: HashMap<Uuid, Vec<Mandate>> = HashMap::new();
    for row in &rows {
        mandates.entry(row.agent_id).or_default().push(mandate(row, &active)?);
    }
    Ok(mandates)
}

fn verified() -> Select<Entity> {
    Entity::find().filter(Column::State.eq("VERIFIED"))
}

/// Which of the principals are members right now.
async fn active_principals(connection: &impl ConnectionTrait, rows: &[Model]) -> Result<HashSet<Uuid>> {
    let found = organization::Entity::find()
        .select_only()
        .column(organization::Column::Id)
        .filter(organization::Column::Id.is_in(rows.iter().map(|row| row.principal_id)))
        .filter(organization::Column::State.eq("ACTIVE"))
        .into_tuple::<Uuid>();
    Ok(found.all(connection).await?.into_iter().collect())
}

fn mandate(row: &Model, active: &HashSet<Uuid>) -> Result<Mandate> {
    let row = read(row)?;
    Ok(Mandate {
        principal_active: active.contains(&row.principal),
        principal: row.principal,
        brands: row.brands,
        actions: row.actions,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
    })
}

pub(in crate::rights) async fn powers(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<PowerOfAttorneyRow>> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    rows.iter().map(read).collect()
}

/// Those that allow something now and end between two moments.
pub(in crate::rights) async fn powers_ending(
    connection: &impl ConnectionTrait,
    (from, until): (i64, i64),
) -> Result<Vec<PowerOfAttorneyRow>> {
    let rows = verified()
        .filter(Column::ValidFrom.lte(from))
        .filter(Column::ValidUntil.gt(from))
        .filter(Column::ValidUntil.lte(until))
        .order_by_asc(Column::ValidUntil)
        .all(connection)
        .await?;
    rows.iter().map(read).collect()
}

/// The condition that the viewer may read the power of attorney in a column, as [`PowerOfAttorneyRow::is_seen_by`] has it.
pub(in crate::rights) fn powers_seen(viewer: &Viewer, column: &str) -> Sql {
    let mut sql = Sql::new(&format!(
        "EXISTS (SELECT 1 FROM power_of_attorney poa WHERE poa.id = {column} AND "
    ));
    match viewer.scope(Action::PowerOfAttorneyRead) {
        Scope::No => sql.push("1 = 0"),
        Scope::All => sql.push("1 = 1"),
        Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => sql
            .push("(poa.principal_id = ")
            .bind(viewer.organization)
            .push(" OR poa.agent_id = ")
            .bind(viewer.organization)
            .push(")"),
    };
    sql.push(")");
    sql
}

/// What the organisations gave or were given, newest first.
pub(in crate::rights) async fn powers_of(
    connection: &impl ConnectionTrait,
    organizations: &[Uuid],
) -> Result<Vec<PowerOfAttorneyRow>> {
    let is_party = Condition::any()
        .add(Column::PrincipalId.is_in(organizations.iter().copied()))
        .add(Column::AgentId.is_in(organizations.iter().copied()));
    let rows = Entity::find()
        .filter(is_party)
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(connection)
        .await?;
    rows.iter().map(read).collect()
}

pub(in crate::rights) async fn power_insert(tx: &Tx, row: &PowerOfAttorneyRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::rights) async fn power_save(tx: &Tx, row: PowerOfAttorneyRow) -> Result<PowerOfAttorneyRow> {
    let next = PowerOfAttorneyRow {
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

fn read(row: &Model) -> Result<PowerOfAttorneyRow> {
    let brands: Vec<Uuid> = json(&row.brand_ids)?;
    Ok(PowerOfAttorneyRow {
        id: row.id,
        principal: row.principal_id,
        agent: row.agent_id,
        brands: (!row.all_brands).then_some(brands),
        actions: json(&row.actions)?,
        state: code(&row.state)?,
        submitted_by: row.submitted_by,
        verified_by: row.verified_by,
        verified_at: row.verified_at.map(timestamp),
        valid_from: timestamp(row.valid_from),
        valid_until: timestamp(row.valid_until),
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &PowerOfAttorneyRow) -> Result<ActiveModel> {
    let brands = row.brands.as_deref().unwrap_or_default();
    let state: &str = row.state.into();
    Ok(ActiveModel {
        id: Set(row.id),
        principal_id: Set(row.principal),
        agent_id: Set(row.agent),
        all_brands: Set(row.brands.is_none()),
        brand_ids: Set(serde_json::to_string(brands).map_err(ApiError::internal)?),
        actions: Set(serde_json::to_string(&row.actions).map_err(ApiError::internal)?),
        state: Set(state.to_owned()),
        submitted_by: Set(row.submitted_by),
        verified_by: Set(row.verified_by),
        verified_at: Set(row.verified_at.map(micros)),
        valid_from: Set(micros(row.valid_from)),
        valid_until: Set(micros(row.valid_until)),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}
