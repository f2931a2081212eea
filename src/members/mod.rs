//! Members: organisations and their people.

pub mod graphql;
mod store;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    permissions::Viewer,
    platform::{db::Tx, error::Result},
};

/// The authorisation epoch: raised by every write that changes what somebody may see.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn authz_epoch(connection: &impl ConnectionTrait) -> Result<i64> {
    store::epoch(connection).await
}

/// Raises the authorisation epoch.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn raise_authz_epoch(tx: &Tx) -> Result<()> {
    store::epoch_raise(tx).await
}

/// A person with roles, scope and powers of attorney; `None` where the person or its organisation may not sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn viewer(connection: &impl ConnectionTrait, person: Uuid) -> Result<Option<Viewer>> {
    store::viewer(connection, person).await
}
