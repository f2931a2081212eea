//! The loaders of agencies: what a request asks for one by one is read together.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    agencies::{
        commands,
        rules::{AgencyRow, ContactRow, OfficerRow},
        store,
    },
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
};

/// Reads agencies by id.
pub(super) struct AgencyLoader(Arc<App>);

impl Loader<Uuid> for AgencyLoader {
    type Value = AgencyRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, AgencyRow>> {
        let rows = store::agencies(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads officers by id.
pub(super) struct OfficerLoader(Arc<App>);

impl Loader<Uuid> for OfficerLoader {
    type Value = OfficerRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, OfficerRow>> {
        let rows = store::officers(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads the contact points of agencies.
pub(super) struct ContactsLoader(Arc<App>);

impl Loader<Uuid> for ContactsLoader {
    type Value = Vec<ContactRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<ContactRow>>> {
        commands::contacts_of_agencies(&self.0, keys).await
    }
}

/// Reads the officers of agencies.
pub(super) struct OfficersLoader(Arc<App>);

impl Loader<Uuid> for OfficersLoader {
    type Value = Vec<OfficerRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<OfficerRow>>> {
        commands::officers_of_agencies(&self.0, keys).await
    }
}

/// The loaders of one request.
pub struct Loaders {
    pub(super) agencies: Batching<AgencyLoader>,
    pub(super) officers: Batching<OfficerLoader>,
    pub(super) contacts_of: Batching<ContactsLoader>,
    pub(super) officers_of: Batching<OfficersLoader>,
}

/// The loaders of agencies, to be put into the data of each request; `reads` where it changes nothing.
#[must_use]
pub fn loaders(app: &Arc<App>, reads: bool) -> Loaders {
    Loaders {
        agencies: Batching::new(AgencyLoader(Arc::clone(app)), reads),
        officers: Batching::new(OfficerLoader(Arc::clone(app)), reads),
        contacts_of: Batching::new(ContactsLoader(Arc::clone(app)), reads),
        officers_of: Batching::new(OfficersLoader(Arc::clone(app)), reads),
    }
}

/// The loaders of this request.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Loaders> {
    ctx.data::<Loaders>().map_err(|error| ApiError::internal(error.message))
}
