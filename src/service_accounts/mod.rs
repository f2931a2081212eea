//! Service accounts: what an organisation's own systems ask with.
//!
//! An account *is* a row of `person` that is no person: it writes, is written down in the audit log and shut out as people are, and is
//! nowhere among them. What it may do are its scopes ([`crate::permissions::ServiceScope`]); what it sees is what is open to
//! its organisation's service accounts, never what names somebody.
//!
//! ```text
//! create ──▶ ACTIVE ◀── resume ── SUSPENDED
//!              │  └── suspend ──────▲ │
//!              └────── revoke ──▶ REVOKED
//! ```
//!
//! It proves itself with a credential, a secret or a key, and gets access tokens that last for minutes ([`token()`], RFC 6749).
//! A credential's id is that of its tokens' session, so that ending the one ends the other at the next request.
//!
//! Always true: a secret is shown once and kept as SHA-256; a signed assertion is good once; an unknown client costs what a
//! known one costs; where an account is limited to networks, its tokens are too.

mod commands;
pub mod graphql;
pub mod jobs;
mod rules;
mod store;

use uuid::Uuid;

// What the demo does as people do it through the graph.
pub(crate) use commands::{Facts, add_key, add_known_secret, create};
pub use commands::{TokenAnswer, TokenRequest, metadata, token};
pub use rules::client::{OAuthError, OAuthFault};

use crate::{
    permissions::{ServiceAccess, ServiceScope},
    platform::{db::Connection, error::Result},
};

/// An account as others name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRef {
    /// Its id, which is that of its row among the people.
    pub id: Uuid,
    /// Whose it is.
    pub organization: Uuid,
    /// Its name.
    pub name: String,
}

impl From<store::Named> for AccountRef {
    fn from((id, organization, name): store::Named) -> Self {
        Self { id, organization, name }
    }
}

/// What an account may do and from where; `None` where there is no such account.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn access(connection: &impl Connection, id: Uuid) -> Result<Option<ServiceAccess>> {
    store::access(connection, id).await
}

/// The active accounts of active organisations that have a scope, in the order of their ids.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn with_scope(connection: &impl Connection, scope: ServiceScope) -> Result<Vec<AccountRef>> {
    let found = store::with_scope(connection, scope).await?;
    Ok(found.into_iter().map(AccountRef::from).collect())
}

/// An account by its id, whatever its state.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn account_ref(connection: &impl Connection, id: Uuid) -> Result<Option<AccountRef>> {
    Ok(store::named(connection, id).await?.map(AccountRef::from))
}
