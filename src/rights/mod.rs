//! Rights: brands, authorised parties and powers of attorney, as far as visibility and triage need them.

pub mod graphql;
mod store;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{permissions::viewer::Mandate, platform::error::Result};

/// The verified, unrevoked powers of attorney of an agent; their dates still have to hold.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn mandates(connection: &impl ConnectionTrait, agent: Uuid) -> Result<Vec<Mandate>> {
    store::mandates(connection, agent).await
}

/// [`mandates`] of all agents, by agent.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn all_mandates(connection: &impl ConnectionTrait) -> Result<std::collections::HashMap<Uuid, Vec<Mandate>>> {
    store::all_mandates(connection).await
}
