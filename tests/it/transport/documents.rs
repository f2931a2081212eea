//! Documents that the server knows by their ids: those of the portal, over every transport.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    events::Events,
    serving::{Serving, VIEWER},
    sockets::Socket,
};
use crate::both_databases;

const TRANSPORTS: [&str; 4] = ["POST", "GET", "events", "socket"];
const ONLY: [(&str, &str); 1] = [("limit_trusted_documents_only", "true")];

/// The id of the portal's document that begins like this.
fn id_of(beginning: &str) -> String {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/dist/documents.json");
    let manifest = std::fs::read_to_string(manifest).unwrap();
    let known: BTreeMap<String, String> = serde_json::from_str(&manifest).unwrap();
    let found = known.into_iter().find(|(_, text)| text.starts_with(beginning));
    found.unwrap_or_else(|| panic!("the portal has no {beginning}")).0
}

/// The response to a request, however it travels.
async fn asked(serving: &Serving, transport: &str, token: &str, body: &Value) -> Value {
    match transport {
        "POST" => serving.send(serving.post(body).bearer_auth(token)).await.json(),
        "GET" => {
            let fields = body.as_object().unwrap().iter();
            let fields =
                fields.map(|(name, value)| (name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)));
            let query = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(fields)
                .finish();
            let request = serving
                .http
                .get(format!("{}/graphql?{query}", serving.url))
                .bearer_auth(token);
            serving.send(request).await.json()
        }
        "events" => {
            let mut events = Events::of(serving, token, body).await;
            if events.is_begun() {
                events.next().await
            } else {
                events.refusal().await
            }
        }
        _ => {
            let mut socket = Socket::of(serving, token).await;
            socket
                .say(json!({ "type": "subscribe", "id": "1", "payload": body }))
                .await;
            let mut said = socket.hear().await;
            match said["type"].as_str() {
                Some("next") => said["payload"].take(),
                _ => json!({ "errors": said["payload"] }),
            }
        }
    }
}

both_databases! {
    async fn a_document_of_the_portal_is_answered_by_its_id(world: World) {
        for settings in [&[][..], &ONLY[..]] {
            let serving = Serving::with(&world, settings).await;
            let person = world.brand("Acme").await.investigator().await;
            let token = serving.token_by_id(&person, &id_of("mutation SignIn(")).await;
            for transport in TRANSPORTS {
                let body = json!({ "documentId": id_of("query Viewer{"), "operationName": "Viewer" });
                let answer = asked(&serving, transport, &token, &body).await;
                assert_eq!(answer["data"]["viewer"]["person"]["id"], json!(person.public_id()), "{transport}: {answer}");
            }
            serving.stop().await;
        }
    }

    async fn where_only_known_documents_are_answered_every_other_one_is_refused(world: World) {
        let serving = Serving::with(&world, &ONLY).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_by_id(&person, &id_of("mutation SignIn(")).await;
        for transport in TRANSPORTS {
            for query in [VIEWER, "{ __typename }", "{ __schema { queryType { name } } }"] {
                let answer = world.nothing_changes(asked(&serving, transport, &token, &json!({ "query": query }))).await;
                let code = &answer["errors"][0]["extensions"]["code"];
                assert_eq!(code, "PERSISTED_DOCUMENT_ID_REQUIRED", "{transport} {query}: {answer}");
            }
        }
        let change = json!({ "query": "mutation { signOut { userErrors { code } } }" });
        for transport in ["POST", "events", "socket"] {
            let answer = world.nothing_changes(asked(&serving, transport, &token, &change)).await;
            assert_eq!(answer["errors"][0]["extensions"]["code"], "PERSISTED_DOCUMENT_ID_REQUIRED", "{transport}: {answer}");
        }
        serving.stop().await;
    }

    async fn an_id_that_is_not_known_is_told_from_a_document_that_does_not_fit(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let unknown = format!("sha256:{}", "0".repeat(64));
        for transport in TRANSPORTS {
            for (body, code) in [
                (json!({ "documentId": unknown }), "PERSISTED_DOCUMENT_NOT_FOUND"),
                (json!({ "documentId": "" }), "PERSISTED_DOCUMENT_NOT_FOUND"),
                (json!({ "documentId": id_of("query Viewer{"), "query": VIEWER }), "BAD_USER_INPUT"),
                (json!({ "variables": {} }), "BAD_USER_INPUT"),
                (json!({ "query": "{ nothing }" }), "INVALID_DOCUMENT"),
            ] {
                let answer = world.nothing_changes(asked(&serving, transport, &token, &body)).await;
                assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{transport} {body}: {answer}");
            }
        }
        serving.stop().await;
    }
}
