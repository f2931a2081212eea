//! Documents that the server knows by their ids: those of the portal, over every transport.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    events::Events,
    serving::{Serving, VIEWER},
    sockets::Socket,
};
use crate::{
    both_databases,
    support::{Asks as _, Backend, in_world},
};

const TRANSPORTS: [&str; 4] = ["POST", "GET", "events", "socket"];
const ONLY: [(&str, &str); 1] = [("limit_trusted_documents_only", "true")];

/// Entries on a page of the portal's lists, and of those that want fewer.
const PAGE: i32 = 50;
const SMALLER: [(&str, i32); 3] = [
    ("query Found(", 20),
    ("query BankLines(", 25),
    ("query StatementLines(", 25),
];

/// The portal's documents by their ids.
fn documents() -> BTreeMap<String, String> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/dist/documents.json");
    let manifest = std::fs::read_to_string(manifest).unwrap();
    serde_json::from_str(&manifest).unwrap()
}

/// The id of the portal's document that begins like this.
fn id_of(beginning: &str) -> String {
    let found = documents().into_iter().find(|(_, text)| text.starts_with(beginning));
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

/// Limits are looked at before anything else, so nobody has to be signed in, and nothing is done.
#[test]
fn no_document_of_the_portal_exceeds_the_limits_on_any_page_of_its_lists() {
    in_world(Backend::Sqlite, async |world| {
        let nobody = world.anonymous();
        world
            .nothing_changes(async {
                for text in documents().values() {
                    let smaller = SMALLER.iter().find(|(beginning, _)| text.starts_with(*beginning));
                    let page = smaller.map_or(PAGE, |(_, page)| *page);
                    for direction in ["first", "last"] {
                        let is_asked = text.contains(&format!("${direction}:"));
                        if direction == "last" && !is_asked {
                            continue;
                        }
                        let variables = if is_asked {
                            json!({ direction: page })
                        } else {
                            json!({})
                        };
                        let answer = nobody.graphql(text, variables).await;
                        let code = answer.error_code();
                        assert_ne!(code, Some("LIMIT_EXCEEDED"), "{direction} {page}: {text}");
                    }
                }
            })
            .await;
    });
}

#[test]
fn a_page_costs_what_it_asks_for_in_whichever_direction_and_however_it_is_sent() {
    in_world(Backend::Sqlite, async |world| {
        let list = "leads(first: $first, last: $last) { nodes { items(first: 100) { nodes { title } } } }";
        let plain = format!("query($first: Int, $last: Int) {{ {list} }}");
        let by_default = format!("query($first: Int = 100, $last: Int) {{ {list} }}");
        for (document, variables, code) in [
            (&plain, json!({ "first": 50 }), "UNAUTHENTICATED"),
            (&plain, json!({ "last": 50 }), "UNAUTHENTICATED"),
            (&plain, json!({}), "UNAUTHENTICATED"),
            (&plain, json!({ "first": 100 }), "LIMIT_EXCEEDED"),
            (&plain, json!({ "last": 100 }), "LIMIT_EXCEEDED"),
            (&plain, json!({ "first": null, "last": 100 }), "LIMIT_EXCEEDED"),
            (&by_default, json!({}), "LIMIT_EXCEEDED"),
        ] {
            let answer = world.anonymous().graphql(document, variables.clone()).await;
            assert_eq!(answer.error_code(), Some(code), "{document} {variables}");
        }
    });
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
