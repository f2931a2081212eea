//! GraphQL of service accounts.

mod mutation;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use strum::VariantArray as _;
use uuid::Uuid;

pub use mutation::{ServiceAccountPayload, ServiceAccountsMutation, ServiceSecretPayload};

use super::{
    commands,
    rules::{AccountRow, CredentialKind, CredentialRow, ServiceAccountState, ServiceAccountStep},
};
use crate::{
    app::App,
    graphql_enum,
    members::graphql::{Organization, Person, organization, person},
    permissions::ServiceScope,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// Something that a service account may do.
    GqlServiceScope as "ServiceScope" = ServiceScope {
        /// Read leads, as far as they are open to its organisation. `leads:read` in OAuth.
        LeadsRead,
        /// Hand in listings and leads. `listings:write` in OAuth.
        ListingsWrite,
        /// Add evidence to the own leads. `evidence:write` in OAuth.
        EvidenceWrite,
        /// Follow the feed of changes. `changes:read` in OAuth.
        ChangesRead,
        /// Say where webhooks go. `webhooks:manage` in OAuth.
        WebhooksManage,
        /// Have files made of what it sees. `exports:read` in OAuth.
        ExportsRead,
        /// Ask whether a brand has authorised a shop or the holder of a certificate. `authorizations:check` in OAuth.
        AuthorizationsCheck,
    }
}

graphql_enum! {
    /// Where a service account stands.
    GqlServiceAccountState as "ServiceAccountState" = ServiceAccountState {
        /// It gets tokens.
        Active,
        /// It is shut out for the time being.
        Suspended,
        /// It is shut out for good.
        Revoked,
    }
}

graphql_enum! {
    /// What a service account proves itself with.
    GqlCredentialKind as "ServiceCredentialKind" = CredentialKind {
        /// A secret that both sides know.
        Secret,
        /// A key of which only the public part is known here.
        Key,
    }
}

graphql_enum! {
    /// What the viewer can do to a service account now.
    GqlServiceAccountStep as "ServiceAccountAction" = ServiceAccountStep {
        /// Change what it is, what it may do and from where, and end a credential.
        Edit,
        /// Give it one more credential.
        AddCredential,
        /// Shut it out for the time being.
        Suspend,
        /// Let it in again.
        Resume,
        /// Shut it out for good.
        Revoke,
    }
}

/// A system of an organisation that asks and hands in by itself.
pub struct ServiceAccount(AccountRow);

impl From<AccountRow> for ServiceAccount {
    fn from(row: AccountRow) -> Self {
        Self(row)
    }
}

/// What a service account proves itself with. A secret is nowhere any more once it was shown.
pub struct ServiceCredential(CredentialRow);

/// What a service account proves itself with. A secret is nowhere any more once it was shown.
#[Object]
impl ServiceCredential {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ServiceCredential, self.0.id)
    }

    /// What it is.
    async fn kind(&self) -> GqlCredentialKind {
        self.0.kind.into()
    }

    /// The last four characters of a secret, or the name of a key (`kid`).
    async fn hint(&self) -> &str {
        &self.0.hint
    }

    /// Since when it is there.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Until when it is good, unless it is ended before.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }

    /// When it was ended; null where it was not.
    async fn revoked_at(&self) -> Option<DateTime> {
        self.0.revoked_at.map(DateTime)
    }

    /// When a token was last had by it, to within a minute; null where none was.
    async fn last_used_at(&self) -> Option<DateTime> {
        self.0.last_used_at.map(DateTime)
    }
}

/// A system of an organisation that asks and hands in by itself.
#[Object]
impl ServiceAccount {
    /// Opaque id; it is the client's id in OAuth.
    pub async fn id(&self) -> ID {
        id(IdKind::ServiceAccount, self.0.id)
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is for; null where nobody says.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// The organisation whose it is.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization).await
    }

    /// What it may do.
    async fn scopes(&self) -> Vec<GqlServiceScope> {
        self.0.scopes.iter().map(|scope| (*scope).into()).collect()
    }

    /// From where it may come, in CIDR form; an empty list means from anywhere.
    async fn networks(&self) -> Vec<String> {
        self.0.networks.iter().map(ToString::to_string).collect()
    }

    /// Whether it is for trials alone: then it sees and does nothing outside of the sandbox of its organisation.
    async fn sandbox(&self) -> bool {
        self.0.sandbox
    }

    /// Where it stands.
    async fn state(&self) -> GqlServiceAccountState {
        self.0.state.into()
    }

    /// What it proves itself with, the first one first; also what has ended.
    async fn credentials(&self) -> Vec<ServiceCredential> {
        self.0.credentials.iter().cloned().map(ServiceCredential).collect()
    }

    /// When it last got a token, to within a minute; null where it got none.
    async fn last_used_at(&self) -> Option<DateTime> {
        self.0.last_used_at.map(DateTime)
    }

    /// The network from which it last got a token, shortened to /24 or /48; null where it got none.
    async fn last_network(&self) -> Option<&str> {
        self.0.last_network.as_deref()
    }

    /// Who made it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.created_by).await.map(Some)
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlServiceAccountStep>> {
        let viewer = sessions::viewer(ctx)?;
        let allowed = ServiceAccountStep::VARIANTS
            .iter()
            .filter(|step| self.0.allows(viewer, **step));
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// The queries of service accounts.
#[derive(Default)]
pub struct ServiceAccountsQuery;

#[Object]
impl ServiceAccountsQuery {
    /// The service accounts of an organisation, the first made first. Where none is named: of the viewer's own, or everybody's for
    /// who manages all. `FORBIDDEN` for another one's.
    async fn service_accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose; the viewer's own organisation's where nothing is given.")] organization_id: Option<ID>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, ServiceAccount, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?);
        let wanted = organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        let whose = commands::listed(viewer, wanted)?;
        let page = commands::list(&app, whose, &args).await?;
        Ok(connection(page.map(ServiceAccount), move || {
            let app = Arc::clone(&app);
            Box::pin(async move { commands::count(&app, whose).await })
        }))
    }

    /// A service account; `NOT_FOUND` where there is none that the viewer manages.
    async fn service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account's id.")] id: ID,
    ) -> Result<Option<ServiceAccount>> {
        let found = visible_service_account(ctx, uuid(IdKind::ServiceAccount, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}

/// The account of an id, if the caller manages it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_service_account(ctx: &Context<'_>, key: Uuid) -> Result<Option<ServiceAccount>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(ServiceAccount))
}

/// An account, for what belongs to it and the caller sees.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn account(ctx: &Context<'_>, key: Uuid) -> Result<ServiceAccount> {
    let row = super::store::account(from_context::<App>(ctx)?.db.read(), key).await?;
    row.map(ServiceAccount).ok_or_else(ApiError::not_found)
}
