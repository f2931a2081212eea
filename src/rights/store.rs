//! The SQL of rights.

use std::collections::HashMap;

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::{
    permissions::viewer::Mandate,
    platform::{clock::timestamp, db::json, error::Result},
};
use entity::power_of_attorney;

pub(super) async fn mandates(connection: &impl ConnectionTrait, agent: Uuid) -> Result<Vec<Mandate>> {
    let rows = power_of_attorney::Entity::find()
        .filter(power_of_attorney::Column::AgentId.eq(agent))
        .filter(power_of_attorney::Column::State.eq("VERIFIED"))
        .all(connection)
        .await?;
    rows.into_iter().map(mandate).collect()
}

pub(super) async fn all_mandates(connection: &impl ConnectionTrait) -> Result<HashMap<Uuid, Vec<Mandate>>> {
    let rows = power_of_attorney::Entity::find()
        .filter(power_of_attorney::Column::State.eq("VERIFIED"))
        .all(connection)
        .await?;
    let mut mandates: HashMap<Uuid, Vec<Mandate>> = HashMap::new();
    for row in rows {
        mandates.entry(row.agent_id).or_default().push(mandate(row)?);
    }
    Ok(mandates)
}

fn mandate(row: power_of_attorney::Model) -> Result<Mandate> {
    let brands: Vec<Uuid> = json(&row.brand_ids)?;
    Ok(Mandate {
        principal: row.principal_id,
        brands: (!row.all_brands).then_some(brands),
        actions: json(&row.actions)?,
        valid_from: timestamp(row.valid_from),
        valid_until: timestamp(row.valid_until),
    })
}
