//! The loaders of members: what a request asks for one by one is read together.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    members::{self, OrganizationRow, PersonRow, commands},
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
};

/// Reads organisations by id.
pub struct OrganizationLoader(Arc<App>);

impl Loader<Uuid> for OrganizationLoader {
    type Value = OrganizationRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, OrganizationRow>> {
        let rows = members::organizations_by_ids(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads people by id.
pub struct PersonLoader(Arc<App>);

impl Loader<Uuid> for PersonLoader {
    type Value = PersonRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, PersonRow>> {
        let rows = members::people_by_ids(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads the active administrators of organisations.
pub(super) struct AdministratorLoader(Arc<App>);

impl Loader<Uuid> for AdministratorLoader {
    type Value = Vec<Uuid>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
        commands::administrators(&self.0, keys).await
    }
}

/// The loaders of one request.
pub struct Loaders {
    pub(super) organizations: Batching<OrganizationLoader>,
    pub(super) people: Batching<PersonLoader>,
    pub(super) administrators: Batching<AdministratorLoader>,
}

/// The loaders of members, to be put into the data of each request; `reads` where it changes nothing.
#[must_use]
pub fn loaders(app: &Arc<App>, reads: bool) -> Loaders {
    Loaders {
        organizations: Batching::new(OrganizationLoader(Arc::clone(app)), reads),
        people: Batching::new(PersonLoader(Arc::clone(app)), reads),
        administrators: Batching::new(AdministratorLoader(Arc::clone(app)), reads),
    }
}

/// The loaders of this request.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Loaders> {
    ctx.data::<Loaders>().map_err(|error| ApiError::internal(error.message))
}
