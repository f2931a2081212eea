//! GraphQL of webhooks.

mod enums;
mod mutations;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use self::enums::{GqlEndpointState, GqlMessageState, GqlWebhookKind};
pub use self::mutations::WebhooksMutation;
use super::{
    commands::{self, AttemptRow, EndpointView, MessageView},
    rules::{EndpointState, MessageState, WebhookKind},
};
use crate::{
    app::App,
    leads::graphql::{self as leads, Lead},
    platform::{
        clock::{micros, timestamp},
        db::{code, json},
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    service_accounts::graphql::{self as accounts, ServiceAccount},
    sessions,
};

/// Where the webhooks of a service account go.
pub struct WebhookEndpoint(EndpointView);

impl From<EndpointView> for WebhookEndpoint {
    fn from(view: EndpointView) -> Self {
        Self(view)
    }
}

/// Which messages to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct WebhookMessageFilter {
    /// The states they are in; at most five.
    states: Option<Vec<GqlMessageState>>,
}

/// Where the webhooks of a service account go.
#[Object]
impl WebhookEndpoint {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::WebhookEndpoint, self.0.row.id)
    }

    /// The service account whose sight counts.
    async fn account(&self, ctx: &Context<'_>) -> Result<ServiceAccount> {
        accounts::account(ctx, self.0.row.account_id).await
    }

    /// Its address.
    async fn url(&self) -> &str {
        &self.0.row.url
    }

    /// What people call it; null where nothing was said.
    async fn description(&self) -> Option<&str> {
        self.0.row.description.as_deref()
    }

    /// What it wants to hear of; empty for everything.
    async fn kinds(&self) -> Result<Vec<GqlWebhookKind>> {
        let kinds: Vec<WebhookKind> = json(&self.0.row.kinds)?;
        Ok(kinds.into_iter().map(Into::into).collect())
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlEndpointState> {
        code::<EndpointState>(&self.0.row.state).map(Into::into)
    }

    /// Since when nothing was taken there; null where the last message was.
    async fn failing_since(&self) -> Option<DateTime> {
        self.0.row.failing_since.map(|at| DateTime(timestamp(at)))
    }

    /// Until when the secret before signs beside the newest one; null where it does not.
    async fn secret_rotates_until(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let now = micros(from_context::<App>(ctx)?.now());
        let until = self.0.row.old_until.filter(|until| *until > now);
        Ok(until.map(|at| DateTime(timestamp(at))))
    }

    /// How many messages wait for it.
    async fn queued(&self) -> i32 {
        i32::try_from(self.0.counts.queued).unwrap_or(i32::MAX)
    }

    /// How many messages were tried too often.
    async fn dead(&self) -> i32 {
        i32::try_from(self.0.counts.dead).unwrap_or(i32::MAX)
    }

    /// The messages to it, latest first. What was settled is forgotten after 30 days.
    async fn messages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<WebhookMessageFilter>,
    ) -> Result<Connection<String, WebhookMessage, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let wanted = filter.and_then(|filter| filter.states).unwrap_or_default();
        let states: Vec<MessageState> = wanted.into_iter().map(Into::into).collect();
        let endpoint = self.0.row.id;
        let page = commands::messages(&app, endpoint, &states, &args).await?;
        Ok(connection(page, move || {
            let (app, states) = (Arc::clone(&app), states.clone());
            Box::pin(async move { commands::count_messages(&app, endpoint, &states).await })
        }))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.0.row.created_at.into()
    }
}

/// A message to a webhook endpoint. Its text is made when it is sent, and not kept.
pub struct WebhookMessage(MessageView);

impl From<MessageView> for WebhookMessage {
    fn from(view: MessageView) -> Self {
        Self(view)
    }
}

/// A message to a webhook endpoint. Its text is made when it is sent, and not kept.
#[Object]
impl WebhookMessage {
    /// Opaque id, which goes out as `webhook-id` each time it is sent.
    async fn id(&self) -> ID {
        id(IdKind::WebhookMessage, self.0.row.id)
    }

    /// Of what it tells.
    async fn kind(&self) -> Result<GqlWebhookKind> {
        code::<WebhookKind>(&self.0.row.kind).map(Into::into)
    }

    /// What became of it.
    async fn state(&self) -> Result<GqlMessageState> {
        code::<MessageState>(&self.0.row.state).map(Into::into)
    }

    /// What came of each attempt, the first one first; those before a replay stay.
    async fn attempts(&self) -> Vec<WebhookAttempt> {
        self.0.attempts.iter().map(WebhookAttempt::from).collect()
    }

    /// When it is tried next at the earliest; null where it does not wait.
    async fn next_attempt_at(&self) -> Result<Option<DateTime>> {
        let waits = code::<MessageState>(&self.0.row.state)? == MessageState::Queued;
        Ok(waits.then(|| DateTime(timestamp(self.0.row.not_before))))
    }

    /// When that happened of which it tells.
    async fn occurred_at(&self) -> DateTime {
        self.0.row.occurred_at.into()
    }

    /// The lead; null for a ping, and where the viewer does not see it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match code::<WebhookKind>(&self.0.row.kind)? == WebhookKind::Ping {
            true => Ok(None),
            false => leads::lead(ctx, self.0.row.root_id).await,
        }
    }
}

/// One time that a message was sent.
#[derive(SimpleObject)]
pub struct WebhookAttempt {
    /// Which one, from 1.
    number: i32,
    /// When.
    at: DateTime,
    /// The HTTP status of the answer; null where there was none.
    status: Option<i32>,
    /// Class of what went wrong: STATUS, REDIRECT, NO_ANSWER, ANSWER_TOO_LARGE or FORBIDDEN_ADDRESS; null where nothing
    /// did.
    error: Option<String>,
    /// How long it took.
    milliseconds: i32,
}

impl From<&AttemptRow> for WebhookAttempt {
    fn from(row: &AttemptRow) -> Self {
        Self {
            number: row.number,
            at: row.at.into(),
            status: row.status,
            error: row.error.clone(),
            milliseconds: row.millis,
        }
    }
}

/// The endpoint of an id, if the caller sees it: for `node` and notifications.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_webhook_endpoint(ctx: &Context<'_>, key: Uuid) -> Result<Option<WebhookEndpoint>> {
    let found = commands::visible(from_context::<App>(ctx)?, sessions::viewer(ctx)?, key).await?;
    Ok(found.map(WebhookEndpoint))
}

/// The queries of webhooks.
#[derive(Default)]
pub struct WebhooksQuery;

#[Object]
impl WebhooksQuery {
    /// The webhook endpoints of the viewer's organisation, of all organisations for an administrator of the
    /// secretariat, of itself alone for a service account; the first made first.
    async fn webhook_endpoints(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this service account.")] account_id: Option<ID>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, WebhookEndpoint, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = Arc::clone(sessions::viewer(ctx)?);
        let account = account_id.map(|id| uuid(IdKind::ServiceAccount, &id)).transpose()?;
        let page = commands::list(&app, &viewer, account, &args).await?;
        Ok(connection(page, move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::count(&app, &viewer, account).await })
        }))
    }

    /// A webhook endpoint; `NOT_FOUND` where there is none that the viewer sees.
    async fn webhook_endpoint(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The endpoint's id.")] id: ID,
    ) -> Result<Option<WebhookEndpoint>> {
        let found = visible_webhook_endpoint(ctx, uuid(IdKind::WebhookEndpoint, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}
