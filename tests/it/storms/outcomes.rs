//! A server that dies again and again while somebody writes down what came of an action.

use std::os::unix::process::ExitStatusExt as _;

use rand::RngExt as _;
use serde_json::{Value, json};

use super::{
    Weather,
    process::{Touchstone, runs},
};
use crate::{
    actions::{
        Cast,
        outcome::{goods, sites, suspect},
    },
    both_databases,
    support::{PASSWORD, Person, Place},
    transport::serving::{SIGN_IN, with_password},
};

/// Before a commit, and between a commit and its answer.
const DEATHS: [&str; 2] = ["command.recorded", "request.answered"];

/// SIGABRT, by which a place ends the process.
const ABORTED: i32 = 6;

/// Something that is written down, as whoever writes remembers it.
#[derive(Debug, Clone)]
struct Entry {
    mutation: &'static str,
    input: Value,
}

/// Who writes, with a token that outlives the servers.
struct Recorder {
    http: reqwest::Client,
    token: Option<String>,
    action: String,
}

impl Recorder {
    async fn in_front(url: &str, person: &Person, action: String) -> Self {
        let mut recorder = Self {
            http: reqwest::Client::new(),
            token: None,
            action,
        };
        let input = json!({ "input": { "email": person.email, "password": PASSWORD } });
        let answer = recorder.asks(url, SIGN_IN, input).await.unwrap();
        let token = answer["data"]["signIn"]["accessToken"].as_str();
        recorder.token = Some(token.unwrap_or_else(|| panic!("{answer}")).to_owned());
        recorder
    }

    /// An answer, or nothing where none came.
    async fn asks(&self, url: &str, query: &str, variables: Value) -> Option<Value> {
        let mut request = self
            .http
            .post(format!("{url}/graphql"))
            .json(&json!({ "query": query, "variables": variables }));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        request.send().await.ok()?.json().await.ok()
    }

    /// Writes something down, and says whether that was confirmed.
    async fn writes(&self, url: &str, Entry { mutation, input }: &Entry) -> bool {
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ action {{ id }} userErrors {{ code message }} }} }}"
        );
        let Some(answer) = self.asks(url, &document, json!({ "input": input })).await else {
            return false;
        };
        let payload = &answer["data"][mutation];
        assert_eq!(payload["action"]["id"], json!(self.action), "{answer}");
        true
    }

    /// The products that stand there, in order, and how many suspects.
    async fn reads(&self, url: &str) -> (Vec<String>, usize) {
        let document =
            "query($id: ID!) { offlineAction(id: $id) { outcome { seizures { product } suspects { id } } } }";
        let answer = self.asks(url, document, json!({ "id": self.action })).await.unwrap();
        let outcome = &answer["data"]["offlineAction"]["outcome"];
        let all = |kind: &str| outcome[kind].as_array().cloned().unwrap_or_default();
        let seizures = all("seizures");
        let mut products: Vec<String> = seizures.iter().map(product).collect();
        products.sort();
        (products, all("suspects").len())
    }
}

fn product(of: &Value) -> String {
    of["product"].as_str().unwrap().to_owned()
}

/// What stands there when exactly these were written down, as [`Recorder::reads`] says it.
fn expected(entries: &[Entry]) -> (Vec<String>, usize) {
    let (goods, suspects): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().partition(|entry| entry.mutation == "recordSeizure");
    let mut products: Vec<String> = goods.iter().map(|entry| product(&entry.input)).collect();
    products.sort();
    (products, suspects.len())
}

both_databases! {
    async fn a_server_that_is_killed_while_an_outcome_is_written_loses_and_doubles_no_entry(world: World) {
        let weather = Weather::of(2 * DEATHS.len());
        let cast = Cast::of(&world).await;
        let action = cast.brought_to("EXECUTED", json!({})).await;
        let site = sites(&cast.leader, &action).await.remove(0);
        with_password(&cast.investigator).await;
        let entry = |number: usize| match number % 3 {
            0 => Entry {
                mutation: "recordSuspect",
                input: suspect(&world, &action, "Wang Wei", "CAPTURED"),
            },
            _ => Entry {
                mutation: "recordSeizure",
                input: goods(&world, &action, &site, json!({ "product": format!("Bottles {number}") })),
            },
        };
        // Whoever looks at the database after a death must not be the one who kept it open.
        world.app.db.clone().close().await;
        let place = Place { url: world.url.clone(), folder: world.folder.clone() };
        let server = Touchstone::serve(&place, &[]).await;
        let recorder = Recorder::in_front(&server.url, &cast.investigator, action.clone()).await;
        server.stop().await;

        let (mut confirmed, mut number) = (Vec::new(), 0);
        let (mut done, mut undone) = (0, 0);
        for round in 0..weather.rounds {
            let times = weather.dice(round).random_range(2..7);
            let dies = format!("{}:{times}", DEATHS[round % DEATHS.len()]);
            eprintln!("round {round}: {dies}");
            let mut server = Touchstone::serve(&place, &[("TOUCHSTONE_TEST_DIES_AT", dies)]).await;
            let lost = loop {
                let next = entry(number);
                number += 1;
                if !recorder.writes(&server.url, &next).await {
                    break next;
                }
                confirmed.push(next);
            };
            assert_eq!(server.kill().signal(), Some(ABORTED), "{}", server.log());

            let mut server = Touchstone::serve(&place, &[]).await;
            let found = recorder.reads(&server.url).await;
            let without = expected(&confirmed);
            confirmed.push(lost.clone());
            if found == without {
                undone += 1;
            } else {
                assert_eq!(found, expected(&confirmed), "what was confirmed, and at most what was not");
                done += 1;
            }
            assert!(recorder.writes(&server.url, &lost).await, "asked again with the same key");
            assert_eq!(recorder.reads(&server.url).await, expected(&confirmed), "each once");
            server.kill();
        }
        assert!(undone > 0, "nobody died before a commit");
        assert!(done > 0, "nobody died between a commit and its answer");
        let verified = runs(&place, &["audit", "verify"]);
        assert!(verified.status.success(), "{verified:?}");
    }
}
