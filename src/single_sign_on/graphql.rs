//! GraphQL of single sign-on.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, dataloader::Loader};
use uuid::Uuid;

use super::{SingleSignOnRow, commands, provider};
use crate::{
    app::App,
    members::graphql::OrganizationPayload,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, from_context, scalars::DateTime, uuid},
        ids::IdKind,
    },
    sessions::{self, graphql::SignInPayload},
};

/// An organisation's own provider, which says who its people are.
pub struct SingleSignOn(SingleSignOnRow);

/// An organisation's own provider, which says who its people are. The client's secret is never shown.
#[Object]
impl SingleSignOn {
    /// The provider's name for itself, a URL.
    async fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The provider's name for the portal.
    async fn client_id(&self) -> &str {
        &self.0.client_id
    }

    /// The mail domains it speaks for, in order.
    async fn domains(&self) -> &[String] {
        &self.0.domains
    }

    /// Whether the organisation's people can no longer use passwords.
    async fn enforced(&self) -> bool {
        self.0.enforced
    }

    /// The address to enter at the provider as the one that people are sent back to.
    async fn redirect_uri(&self, ctx: &Context<'_>) -> Result<String> {
        provider::redirect_uri(from_context::<App>(ctx)?).map(String::from)
    }

    /// When somebody first signed in with these settings; null where nobody has yet.
    async fn verified_at(&self) -> Option<DateTime> {
        self.0.verified_at.map(DateTime)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Reads providers by organisation.
pub struct ProviderLoader(Arc<App>);

impl Loader<Uuid> for ProviderLoader {
    type Value = SingleSignOnRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, SingleSignOnRow>> {
        let rows = commands::providers_of(&self.0, keys).await?;
        Ok(rows.into_iter().map(|row| (row.organization, row)).collect())
    }
}

/// The loader of single sign-on, to be put into each request's data.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<ProviderLoader> {
    Batching::new(ProviderLoader(Arc::clone(app)), reads)
}

/// The provider of an organisation, for who looks after it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn of_organization(ctx: &Context<'_>, organization: Uuid) -> Result<Option<SingleSignOn>> {
    if !commands::visible(from_context::<App>(ctx)?, sessions::viewer(ctx)?, organization) {
        return Ok(None);
    }
    let loader = ctx.data::<Batching<ProviderLoader>>();
    let loader = loader.map_err(|error| ApiError::internal(error.message))?;
    Ok(loader
        .load_one(organization)
        .await?
        .map(Arc::unwrap_or_clone)
        .map(SingleSignOn))
}

/// How people with addresses in a domain sign in.
#[derive(SimpleObject)]
pub struct SignInMethods {
    /// Whether by password.
    password: bool,
    /// By their organisation's provider; null where the domain has none.
    single_sign_on: Option<SignInProvider>,
}

/// The way to an organisation's provider.
#[derive(SimpleObject)]
pub struct SignInProvider {
    /// Where to send the browser.
    url: String,
}

/// A provider to be used.
#[derive(InputObject)]
pub struct ConfigureSingleSignOnInput {
    /// Whose it is.
    organization: ID,
    /// The provider's name for itself, an https URL, exactly as its discovery document has it.
    issuer: String,
    /// The provider's name for the portal, at most 200 characters.
    client_id: String,
    /// The secret that the provider shows for this client; without it the one that is there stays, where the issuer does.
    client_secret: Option<String>,
    /// The mail domains it speaks for, 1 to 20.
    domains: Vec<String>,
    /// The version that was seen; nothing where there was none.
    expected_version: Option<i32>,
}

/// An organisation whose provider is to be tried.
#[derive(InputObject)]
pub struct TestSingleSignOnInput {
    /// Which one.
    organization: ID,
}

/// Whether passwords are closed.
#[derive(InputObject)]
pub struct EnforceSingleSignOnInput {
    /// Whose people.
    organization: ID,
    /// Whether they can no longer use passwords.
    enforced: bool,
    /// The version that was seen.
    expected_version: i32,
}

/// A provider to be taken away.
#[derive(InputObject)]
pub struct RemoveSingleSignOnInput {
    /// Whose.
    organization: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// The password that proves once whose account it is.
#[derive(InputObject)]
pub struct LinkSingleSignOnInput {
    /// The token in the address that the provider's reply led to.
    token: String,
    /// The password that was used so far.
    password: String,
}

/// Queries of single sign-on.
#[derive(Default)]
pub struct SingleSignOnQuery;

#[Object]
impl SingleSignOnQuery {
    /// How somebody with this address signs in. The part behind the @ decides, so the answer does not tell whether there
    /// is such an account.
    async fn sign_in_methods(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An e-mail address.")] email: String,
    ) -> Result<SignInMethods> {
        let methods = super::methods(from_context::<App>(ctx)?, &email).await?;
        Ok(SignInMethods {
            password: methods.password,
            single_sign_on: methods.start.map(|url| SignInProvider { url }),
        })
    }
}

/// Mutations of single sign-on.
#[derive(Default)]
pub struct SingleSignOnMutation;

#[Object]
impl SingleSignOnMutation {
    /// Enters an organisation's provider, or changes its settings. A change of the issuer forgets whom the other provider
    /// knew; those people prove their password once more.
    async fn configure_single_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The provider.")] input: ConfigureSingleSignOnInput,
    ) -> Result<OrganizationPayload> {
        let wanted = commands::Configure {
            organization: uuid(IdKind::Org, &input.organization)?,
            issuer: input.issuer,
            client_id: input.client_id,
            client_secret: input.client_secret,
            domains: input.domains,
            expected_version: input.expected_version,
        };
        let app = from_context::<App>(ctx)?;
        OrganizationPayload::of(super::configure(app, sessions::viewer(ctx)?, &wanted).await)
    }

    /// Asks the provider whether it could be used: it has to answer, go by the name that was entered, and sign in a way
    /// that is accepted. Whether the client is known there shows only when somebody signs in.
    async fn test_single_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: TestSingleSignOnInput,
    ) -> Result<OrganizationPayload> {
        let id = uuid(IdKind::Org, &input.organization)?;
        OrganizationPayload::of(super::test(from_context::<App>(ctx)?, sessions::viewer(ctx)?, id).await)
    }

    /// Makes the provider the only way in for the organisation's people, or lets them use their passwords again. The
    /// secretariat can do the latter for everybody, and keeps its own passwords for that.
    async fn enforce_single_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation, and whether.")] input: EnforceSingleSignOnInput,
    ) -> Result<OrganizationPayload> {
        let id = uuid(IdKind::Org, &input.organization)?;
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        OrganizationPayload::of(super::enforce(app, viewer, id, input.enforced, input.expected_version).await)
    }

    /// Takes an organisation's provider away; its people use their passwords again.
    async fn remove_single_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: RemoveSingleSignOnInput,
    ) -> Result<OrganizationPayload> {
        let id = uuid(IdKind::Org, &input.organization)?;
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        OrganizationPayload::of(super::remove(app, viewer, id, input.expected_version).await)
    }

    /// Signs in somebody whom the provider vouches for and who has used a password so far; the password proves once whose
    /// account it is. The provider is enough from then on.
    async fn link_single_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token and the password.")] input: LinkSingleSignOnInput,
    ) -> Result<SignInPayload> {
        let (app, caller) = (from_context::<App>(ctx)?, sessions::graphql::caller(ctx)?);
        let result = super::link(app, caller, &input.token, &input.password).await;
        SignInPayload::with_cookie(ctx, result)
    }
}
