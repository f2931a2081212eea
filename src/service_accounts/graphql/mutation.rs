//! Changes of service accounts.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{GqlServiceScope, ServiceAccount};
use crate::{
    app::App,
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, id, outcome, uuid},
        ids::IdKind,
    },
    service_accounts::commands::{self, Facts},
    sessions,
};

/// A service account to make.
#[derive(InputObject)]
pub(super) struct CreateServiceAccountInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// Its name, at most 100 characters.
    name: String,
    /// What it is for, at most 1,000 characters.
    description: Option<String>,
    /// What it may do; at least one.
    scopes: Vec<GqlServiceScope>,
    /// From where it may come: networks in CIDR form or single addresses, at most 32; from anywhere where there is none.
    networks: Vec<String>,
    /// Whether it is for trials alone, in the sandbox of the organisation; refused where there is none.
    #[graphql(default = false)]
    sandbox: bool,
}

/// What a service account is to be.
#[derive(InputObject)]
pub(super) struct UpdateServiceAccountInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Its name, at most 100 characters.
    name: String,
    /// What it is for, at most 1,000 characters.
    description: Option<String>,
    /// What it may do; at least one.
    scopes: Vec<GqlServiceScope>,
    /// From where it may come: networks in CIDR form or single addresses, at most 32; from anywhere where there is none.
    networks: Vec<String>,
}

/// One more secret of a service account.
#[derive(InputObject)]
pub(super) struct AddServiceSecretInput {
    /// Which account.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// For how many days it is good, 1–366; 180 where nothing is given.
    days: Option<i32>,
}

/// One more key of a service account.
#[derive(InputObject)]
pub(super) struct AddServiceKeyInput {
    /// Which account.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// For how many days it is good, 1–366; 180 where nothing is given.
    days: Option<i32>,
    /// The public key as a JSON Web Key: Ed25519, P-256, or RSA of at least 2048 bits.
    jwk: String,
}

/// The end of a credential.
#[derive(InputObject)]
pub(super) struct EndServiceCredentialInput {
    /// Which account.
    id: ID,
    /// Which of its credentials.
    credential_id: ID,
    /// The account's version that was seen.
    expected_version: i32,
}

/// A step of a service account.
#[derive(InputObject)]
pub(super) struct ServiceAccountStepInput {
    /// Which account.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, 1 to 1,000 characters; kept in the audit log.
    reason: String,
}

payload! {
    /// A service account that was made, or why it was not.
    CreateServiceAccountPayload {
        /// The account, without a credential yet; null where it was refused.
        service_account: ServiceAccount
    }
}

payload! {
    /// A service account, or why it was not changed.
    ServiceAccountPayload {
        /// The account; null where the change was refused.
        service_account: ServiceAccount
    }
}

/// A service account with a new secret.
#[derive(SimpleObject)]
pub struct ServiceSecretPayload {
    /// The account; null where it was refused.
    service_account: Option<ServiceAccount>,
    /// Who the client is in OAuth; null where it was refused.
    client_id: Option<ID>,
    /// The secret, shown this once; null where it was refused.
    client_secret: Option<String>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

fn which(id: &ID, expected_version: i32) -> Result<(Uuid, i32)> {
    Ok((uuid(IdKind::ServiceAccount, id)?, expected_version))
}

fn facts(name: String, description: Option<String>, scopes: Vec<GqlServiceScope>, networks: Vec<String>) -> Facts {
    Facts {
        name,
        description,
        scopes: scopes.into_iter().map(Into::into).collect(),
        networks,
    }
}

/// The mutations of service accounts.
#[derive(Default)]
pub struct ServiceAccountsMutation;

#[Object]
impl ServiceAccountsMutation {
    /// Makes a service account of the viewer's organisation, which has at most 20 that were not revoked. It gets tokens once it
    /// has a credential.
    async fn create_service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account to be.")] input: CreateServiceAccountInput,
    ) -> Result<CreateServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let given = facts(input.name, input.description, input.scopes, input.networks);
        let made = Box::pin(commands::create(
            app,
            viewer,
            &input.idempotency_key,
            given,
            input.sandbox,
        ));
        CreateServiceAccountPayload::of(made.await)
    }

    /// Changes what a service account is, may do and from where, from the next request on. Where its networks change, the tokens
    /// it has are no longer good.
    async fn update_service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to be.")] input: UpdateServiceAccountInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        let given = facts(input.name, input.description, input.scopes, input.networks);
        ServiceAccountPayload::of(Box::pin(commands::update(app, viewer, which, given)).await)
    }

    /// Gives a service account one more secret, which is shown this once; an account has at most 4 credentials that are good at
    /// once. It has no idempotency key, because a secret cannot be shown again: whoever did not get the answer ends the
    /// credential and asks for another one.
    async fn add_service_secret(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which account, and for how long.")] input: AddServiceSecretInput,
    ) -> Result<ServiceSecretPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        let done = Box::pin(commands::add_secret(app, viewer, which, input.days)).await;
        let (new, user_errors) = outcome(done)?;
        let client_id = new.as_ref().map(|new| id(IdKind::ServiceAccount, new.account.id));
        let (account, client_secret) = new.map(|new| (new.account, new.secret)).unzip();
        Ok(ServiceSecretPayload {
            service_account: account.map(Into::into),
            client_id,
            client_secret,
            user_errors,
        })
    }

    /// Gives a service account one more public key, with which it signs assertions.
    async fn add_service_key(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which account, and the key.")] input: AddServiceKeyInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        let done = Box::pin(commands::add_key(app, viewer, which, input.days, &input.jwk));
        ServiceAccountPayload::of(done.await)
    }

    /// Ends a credential of a service account: its tokens are no longer good.
    async fn end_service_credential(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credential of which account.")] input: EndServiceCredentialInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        let credential = uuid(IdKind::ServiceCredential, &input.credential_id)?;
        ServiceAccountPayload::of(Box::pin(commands::end(app, viewer, which, credential)).await)
    }

    /// Shuts a service account out for the time being: its tokens are no longer good, its streams end, it gets no new tokens.
    async fn suspend_service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ServiceAccountStepInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        ServiceAccountPayload::of(Box::pin(commands::suspend(app, viewer, which, &input.reason)).await)
    }

    /// Lets a service account in again, by the side that shut it out; its credentials are good as before.
    async fn resume_service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ServiceAccountStepInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        ServiceAccountPayload::of(Box::pin(commands::resume(app, viewer, which, &input.reason)).await)
    }

    /// Shuts a service account out for good, and ends its credentials.
    async fn revoke_service_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ServiceAccountStepInput,
    ) -> Result<ServiceAccountPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = which(&input.id, input.expected_version)?;
        ServiceAccountPayload::of(Box::pin(commands::revoke(app, viewer, which, &input.reason)).await)
    }
}
