//! The loaders of rights: what a request asks for one by one is read together.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{
    Context,
    dataloader::{DataLoader, Loader},
};
use uuid::Uuid;

use crate::{
    app::App,
    platform::error::{ApiError, Result},
    rights::{self, AuthorizedPartyRow, BrandRow, PowerOfAttorneyRow, commands},
};

/// Reads brands by id.
pub struct BrandLoader(Arc<App>);

impl Loader<Uuid> for BrandLoader {
    type Value = BrandRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, BrandRow>> {
        let rows = rights::brands_by_ids(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads the authorised parties of brands.
pub(super) struct PartyLoader(Arc<App>);

impl Loader<Uuid> for PartyLoader {
    type Value = Vec<AuthorizedPartyRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<AuthorizedPartyRow>>> {
        commands::parties_of_brands(&self.0, keys).await
    }
}

/// Reads the powers of attorney of organisations.
pub(super) struct PowerLoader(Arc<App>);

impl Loader<Uuid> for PowerLoader {
    type Value = Vec<PowerOfAttorneyRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<PowerOfAttorneyRow>>> {
        commands::powers_of_organizations(&self.0, keys).await
    }
}

/// The loaders of one request.
pub struct Loaders {
    pub(super) brands: DataLoader<BrandLoader>,
    pub(super) parties: DataLoader<PartyLoader>,
    pub(super) powers: DataLoader<PowerLoader>,
}

/// The loaders of rights, to be put into each request's data: `request.data(rights::graphql::loaders(&app))`.
#[must_use]
pub fn loaders(app: &Arc<App>) -> Loaders {
    Loaders {
        brands: DataLoader::new(BrandLoader(Arc::clone(app)), tokio::spawn),
        parties: DataLoader::new(PartyLoader(Arc::clone(app)), tokio::spawn),
        powers: DataLoader::new(PowerLoader(Arc::clone(app)), tokio::spawn),
    }
}

/// The loaders of this request.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Loaders> {
    ctx.data::<Loaders>().map_err(|error| ApiError::internal(error.message))
}
