//! Webhooks: to whom what happens goes, when again, and never to whom it is not for.

mod killed;
mod manage;
mod order;
pub mod receiver;
mod secrets;
mod sending;
mod sight;
mod targets;

use entity::webhook_message;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};
use touchstone::{
    outbox,
    platform::ids::{IdKind, decode_as},
    webhooks,
};

use crate::support::{Asks as _, Organization, Person, Response, World, with};

pub const CREATE: &str = "mutation($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { \
    endpoint { id state version kinds url description account { id } } secret userErrors { code field message } } }";
const ENDPOINT: &str = "query($id: ID!) { webhookEndpoint(id: $id) { id state version failingSince secretRotatesUntil \
    queued dead messages(first: 100) { totalCount nodes { id kind state nextAttemptAt lead { id } \
    attempts { number status error milliseconds } } } } }";
/// Tests try things out on this machine.
const AT_HOME: &[(&str, &str)] = &[("webhook_private_networks", "true")];

/// An organisation with a service account that hears of leads.
pub struct Partner {
    pub home: Organization,
    pub admin: Person,
    pub account: Person,
}

/// A webhook endpoint and its secret.
#[derive(Debug, Clone)]
pub struct Endpoint {
    pub id: String,
    pub secret: String,
}

impl Partner {
    pub async fn of(home: Organization) -> Self {
        let admin = home.admin().await;
        let account = service_account(&home, &admin, &["LEADS_READ", "WEBHOOKS_MANAGE"]).await;
        Self { home, admin, account }
    }

    /// Makes an endpoint of the account.
    pub async fn listens(&self, url: &str, kinds: Value) -> Endpoint {
        let input = endpoint_input(&self.account, url);
        let made = self
            .admin
            .graphql(CREATE, json!({ "input": with(input, json!({ "kinds": kinds })) }))
            .await
            .ok();
        Endpoint {
            id: made.text("/createWebhookEndpoint/endpoint/id"),
            secret: made.text("/createWebhookEndpoint/secret"),
        }
    }

    /// The endpoint as its administrator sees it.
    pub async fn sees(&self, endpoint: &Endpoint) -> Response {
        self.admin.graphql(ENDPOINT, json!({ "id": endpoint.id })).await.ok()
    }

    /// The states of an endpoint's messages, latest first.
    pub async fn states(&self, endpoint: &Endpoint) -> Vec<String> {
        self.sees(endpoint)
            .await
            .texts("/webhookEndpoint/messages/nodes", "/state")
    }

    /// Does something to an endpoint as the version it has now.
    pub async fn acts(&self, who: &Person, mutation: &str, endpoint: &Endpoint, more: Value) -> Response {
        let version = self.sees(endpoint).await.number("/webhookEndpoint/version");
        let input = json!({ "id": endpoint.id, "expectedVersion": version });
        act(who, mutation, with(input, more)).await
    }
}

/// The input of an endpoint of an account.
pub fn endpoint_input(account: &Person, url: &str) -> Value {
    json!({
        "idempotencyKey": account.world.id().to_string(),
        "accountId": touchstone::platform::ids::encode(IdKind::ServiceAccount, account.id),
        "url": url,
    })
}

/// Does a mutation of webhooks.
pub async fn act(who: &Person, mutation: &str, input: Value) -> Response {
    let (kind, selection) = match mutation {
        "updateWebhookEndpoint" => ("UpdateWebhookEndpointInput", "endpoint { id state version }"),
        "rotateWebhookSecret" => ("RotateWebhookSecretInput", "endpoint { id version } secret"),
        "replayWebhookMessages" => ("ReplayWebhookMessagesInput", "replayed"),
        "pingWebhookEndpoint" => ("PingWebhookEndpointInput", "endpoint { id }"),
        _ => ("WebhookEndpointInput", "endpoint { id state version }"),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}"
    );
    who.graphql(&document, json!({ "input": input })).await
}

/// A service account of an organisation, as somebody who asks.
pub async fn service_account(home: &Organization, admin: &Person, scopes: &[&str]) -> Person {
    let document = "mutation($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { \
        serviceAccount { id } userErrors { code field message } } }";
    let input =
        json!({ "idempotencyKey": home.world.id().to_string(), "name": "Hooks", "scopes": scopes, "networks": [] });
    let made = admin.graphql(document, json!({ "input": input })).await.ok();
    let id = made.text("/createServiceAccount/serviceAccount/id");
    Person {
        world: home.world.clone(),
        id: decode_as(IdKind::ServiceAccount, &id).unwrap(),
        organization: home.id,
        name: "Hooks".to_owned(),
        email: String::new(),
    }
}

/// The world as it is where webhooks may stay on this machine.
pub async fn at_home(world: &World) -> World {
    world.set_up(AT_HOME).await
}

/// Queues what has happened, as the worker does; how many messages there are more.
pub async fn told(world: &World) -> usize {
    while outbox::relay(&world.app.db, world.now()).await.unwrap() > 0 {}
    webhooks::jobs::advance(&world.app).await.unwrap()
}

/// Sends what is due, as the worker does; how many messages it tried.
pub async fn sent(world: &World) -> usize {
    webhooks::jobs::send(&world.app).await.unwrap()
}

/// Every message there is, in the order of what happened.
pub async fn messages(world: &World) -> Vec<webhook_message::Model> {
    let found = webhook_message::Entity::find()
        .order_by_asc(webhook_message::Column::Position)
        .order_by_asc(webhook_message::Column::Id);
    found.all(world.app.db.read()).await.unwrap()
}
