//! The mutations of webhooks.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use super::{WebhookEndpoint, enums::GqlWebhookKind};
use crate::{
    app::App,
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime, uuid, uuids},
        ids::IdKind,
    },
    sessions,
    webhooks::commands::{self, EndpointFacts, EndpointView},
};

/// An endpoint to make.
#[derive(InputObject)]
pub struct CreateWebhookEndpointInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The service account whose sight counts; the calling one where it is left out.
    account_id: Option<ID>,
    /// An https address of a public network, at most 2,048 characters.
    url: String,
    /// What people call it, at most 200 characters.
    description: Option<String>,
    /// What it wants to hear of; everything where the list is empty or left out.
    kinds: Option<Vec<GqlWebhookKind>>,
}

/// What an endpoint is to be.
#[derive(InputObject)]
pub struct UpdateWebhookEndpointInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// An https address of a public network, at most 2,048 characters.
    url: String,
    /// What people call it, at most 200 characters.
    description: Option<String>,
    /// What it wants to hear of; everything where the list is empty or left out.
    kinds: Option<Vec<GqlWebhookKind>>,
}

/// A step of an endpoint.
#[derive(InputObject)]
pub struct WebhookEndpointInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// A new secret of an endpoint.
#[derive(InputObject)]
pub struct RotateWebhookSecretInput {
    /// Which endpoint.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Hours for which the secret before signs as well, 0 to 168.
    #[graphql(default = 24)]
    overlap_hours: i32,
}

/// Messages to send once more; give either of the two.
#[derive(InputObject)]
pub struct ReplayWebhookMessagesInput {
    /// Which endpoint.
    endpoint_id: ID,
    /// These messages; those that wait, or were withheld, stay as they are.
    message_ids: Option<Vec<ID>>,
    /// Everything that was queued since this moment.
    since: Option<DateTime>,
}

/// An endpoint to try out.
#[derive(InputObject)]
pub struct PingWebhookEndpointInput {
    /// Which one.
    id: ID,
}

payload! {
    /// A changed endpoint, or why it was not changed.
    WebhookEndpointPayload {
        /// The endpoint afterwards; null where the change was refused.
        endpoint: WebhookEndpoint
    }
}

/// An endpoint and its new secret, or why there is none.
#[derive(SimpleObject)]
pub struct WebhookSecretPayload {
    /// The endpoint; null where the change was refused.
    endpoint: Option<WebhookEndpoint>,
    /// The secret, `whsec_` and its base64, shown this once; null where the change was refused or the call was done
    /// before.
    secret: Option<String>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl WebhookSecretPayload {
    fn of(result: Result<(EndpointView, Option<String>)>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let (endpoint, secret) = match done {
            Some((view, secret)) => (Some(view.into()), secret),
            None => (None, None),
        };
        Ok(Self {
            endpoint,
            secret,
            user_errors,
        })
    }
}

/// What was replayed, or why nothing was.
#[derive(SimpleObject)]
pub struct ReplayWebhookMessagesPayload {
    /// How many messages wait again; 0 where it was refused.
    replayed: i32,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

fn facts(url: String, description: Option<String>, kinds: Option<Vec<GqlWebhookKind>>) -> EndpointFacts {
    let kinds = kinds.unwrap_or_default();
    EndpointFacts {
        url,
        description,
        kinds: kinds.into_iter().map(Into::into).collect(),
    }
}

/// The mutations of webhooks.
#[derive(Default)]
pub struct WebhooksMutation;

#[Object]
impl WebhooksMutation {
    /// Makes an endpoint of a service account of the own organisation, and shows its secret this once.
    async fn create_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The endpoint to be.")] input: CreateWebhookEndpointInput,
    ) -> Result<WebhookSecretPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let account = input
            .account_id
            .map(|id| uuid(IdKind::ServiceAccount, &id))
            .transpose()?;
        let facts = facts(input.url, input.description, input.kinds);
        let made = commands::create(app, viewer, &input.idempotency_key, account, facts);
        WebhookSecretPayload::of(Box::pin(made).await)
    }

    /// Changes the address, description and kinds of an endpoint of the own organisation.
    async fn update_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to be.")] input: UpdateWebhookEndpointInput,
    ) -> Result<WebhookEndpointPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::WebhookEndpoint, &input.id)?, input.expected_version);
        let facts = facts(input.url, input.description, input.kinds);
        WebhookEndpointPayload::of(Box::pin(commands::update(app, viewer, which, facts)).await)
    }

    /// Has what happens wait, in its order, until the endpoint is resumed; for 30 days at most.
    async fn pause_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: WebhookEndpointInput,
    ) -> Result<WebhookEndpointPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::WebhookEndpoint, &input.id)?, input.expected_version);
        WebhookEndpointPayload::of(Box::pin(commands::pause(app, viewer, which)).await)
    }

    /// Puts an endpoint to use again that was paused or disabled.
    async fn resume_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: WebhookEndpointInput,
    ) -> Result<WebhookEndpointPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::WebhookEndpoint, &input.id)?, input.expected_version);
        WebhookEndpointPayload::of(Box::pin(commands::resume(app, viewer, which)).await)
    }

    /// Removes an endpoint and its messages, also those that wait. The payload has it as it was.
    async fn delete_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: WebhookEndpointInput,
    ) -> Result<WebhookEndpointPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::WebhookEndpoint, &input.id)?, input.expected_version);
        WebhookEndpointPayload::of(Box::pin(commands::delete(app, viewer, which)).await)
    }

    /// Gives an endpoint of the own organisation a new secret, shown this once; the one before signs beside it for a
    /// while.
    async fn rotate_webhook_secret(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and for how long both sign.")] input: RotateWebhookSecretInput,
    ) -> Result<WebhookSecretPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::WebhookEndpoint, &input.id)?, input.expected_version);
        WebhookSecretPayload::of(Box::pin(commands::rotate(app, viewer, which, input.overlap_hours)).await)
    }

    /// Sends messages of an endpoint of the own organisation once more that were delivered or are dead, under the same
    /// ids.
    async fn replay_webhook_messages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] input: ReplayWebhookMessagesInput,
    ) -> Result<ReplayWebhookMessagesPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let endpoint = uuid(IdKind::WebhookEndpoint, &input.endpoint_id)?;
        let messages = input.message_ids.as_deref();
        let messages = messages.map(|ids| uuids(IdKind::WebhookMessage, ids)).transpose()?;
        let since = input.since.map(|at| at.0);
        let replayed = Box::pin(commands::replay(app, viewer, endpoint, messages, since)).await;
        let (replayed, user_errors) = outcome(replayed)?;
        Ok(ReplayWebhookMessagesPayload {
            replayed: i32::try_from(replayed.unwrap_or(0)).unwrap_or(i32::MAX),
            user_errors,
        })
    }

    /// Sends a `ping` to an endpoint of the own organisation, which tells of nothing; one at a time.
    async fn ping_webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: PingWebhookEndpointInput,
    ) -> Result<WebhookEndpointPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::WebhookEndpoint, &input.id)?;
        WebhookEndpointPayload::of(Box::pin(commands::ping(app, viewer, key)).await)
    }
}
