//! Service accounts: how they are made and shut out, how they get tokens, and what they never see or do.

mod assertions;
mod files;
mod limits_of_sight;
mod manage;
mod tokens;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    support::{Asks as _, Person, Response},
    transport::serving::{Answer, Serving},
};

const ACCOUNT: &str = "serviceAccount { id name description scopes networks sandbox state version lastUsedAt lastNetwork \
     allowedActions createdBy { id } organization { id } \
     credentials { id kind hint createdAt expiresAt revokedAt lastUsedAt } } userErrors { code field message }";

/// Does a mutation of service accounts.
async fn act(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = match mutation {
        "suspendServiceAccount" | "resumeServiceAccount" | "revokeServiceAccount" => {
            "ServiceAccountStepInput".to_owned()
        }
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let more = if mutation == "addServiceSecret" {
        "clientId clientSecret"
    } else {
        ""
    };
    let document = format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {more} {ACCOUNT} }} }}");
    by.graphql(&document, json!({ "input": input })).await
}

/// What a new account is, with the fields of `changes` put over it.
fn facts(changes: Value) -> Value {
    let base = json!({
        "name": "Price watch", "description": "Hands in listings", "scopes": ["LEADS_READ", "LISTINGS_WRITE"],
        "networks": [],
    });
    crate::support::with(base, changes)
}

/// An account that was made by the graph.
#[derive(Debug, Clone)]
pub struct Made {
    pub id: String,
    version: i64,
}

impl Made {
    /// An account of the administrator's organisation.
    pub async fn by(admin: &Person, changes: Value) -> Self {
        let key = json!({ "idempotencyKey": admin.world.id().to_string() });
        let made = act(admin, "createServiceAccount", crate::support::with(facts(changes), key))
            .await
            .ok();
        Self {
            id: made.text("/createServiceAccount/serviceAccount/id"),
            version: 1,
        }
    }

    /// Does a step of it with the version that it has.
    pub async fn step(&mut self, by: &Person, mutation: &str, more: Value) -> Response {
        let input = crate::support::with(json!({ "id": self.id, "expectedVersion": self.version }), more);
        let answer = act(by, mutation, input).await;
        if answer.error_code().is_none() {
            self.version = answer.number(&format!("/{mutation}/serviceAccount/version"));
        }
        answer
    }

    /// One more secret of it.
    pub async fn secret(&mut self, admin: &Person) -> String {
        let answer = self.step(admin, "addServiceSecret", json!({})).await.ok();
        assert_eq!(answer.text("/addServiceSecret/clientId"), self.id);
        answer.text("/addServiceSecret/clientSecret")
    }
}

/// `Authorization` of a client and its secret.
fn basic(client: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{client}:{secret}")))
}

/// A request to the token endpoint.
fn asking(serving: &Serving, authorization: Option<&str>, form: &[(&str, &str)]) -> reqwest::RequestBuilder {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let request = serving
        .http
        .post(format!("{}/oauth/token", serving.url))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    match authorization {
        Some(authorization) => request.header("authorization", authorization),
        None => request,
    }
}

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

/// What the token endpoint answers to a client and its secret.
pub async fn ask_for_token(serving: &Serving, client: &str, secret: &str) -> Answer {
    serving
        .send(asking(serving, Some(&basic(client, secret)), &[GRANT]))
        .await
}

/// The token of a client and its secret.
pub async fn token_of(serving: &Serving, client: &str, secret: &str) -> String {
    let answer = ask_for_token(serving, client, secret).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

/// Insists that there is no token, and why.
#[track_caller]
fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.json()["error"], json!(code), "{answer:?}");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        answer.header("www-authenticate").starts_with("Basic "),
        status == 401,
        "{answer:?}"
    );
}
