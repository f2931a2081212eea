//! The whole schema, asked at random: documents that fit with values that mostly do not, documents and bodies that are
//! broken, headers that mean nothing. Whatever comes, the answer is in time, is no 5xx, and says nothing from inside.
//!
//! The short form runs with the suite; `PROPTEST_CASES` asks for more, as `make test-long` does. A failure prints the seed
//! of its request, which makes the same request again.

mod generator;
mod mangle;
mod model;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use touchstone::permissions::Role;

use crate::{
    both_databases,
    support::{Asks as _, Person, World, draft},
    transport::serving::Serving,
};
use generator::Generator;
use mangle::Sent;
use model::Model;

/// No answer takes longer, on a machine that does other things beside.
const LONGEST: Duration = Duration::from_secs(20);
/// Where the seeds begin.
const FIRST_SEED: u64 = 20_260_309;
/// Words that only an inside would say.
const INSIDE: &[&str] = &["sqlite", "postgres", "sqlx", "SELECT ", "panicked", "src/", "unwrap"];

/// Requests for each of PROPTEST_CASES, 256 where nothing is said.
fn requests() -> u64 {
    u64::from(proptest::test_runner::Config::default().cases) * 2
}

/// People of every role, some records, and the ids of all of them.
async fn peopled(world: &World) -> (Vec<Person>, Vec<String>) {
    let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
    let office = world.secretariat().await;
    let firm = world.agent_firm("Firm").await;
    let people = vec![
        office.person(&[Role::Sa, Role::So, Role::Fm]).await,
        acme.person(&[Role::Ma, Role::Mi]).await,
        other.person(&[Role::Ma, Role::Mi, Role::Mf]).await,
        world.agency("Police").await.officer().await,
        firm.agent_for(&acme).await,
        world.auditor("House").await.person(&[Role::Au]).await,
    ];
    let shared = people[1].prepares(&other).await;
    people[1].shares(&shared, &[&other]).await.ok();
    let own = people[1].creates_from(draft(&acme)).await;
    people[1]
        .comments(&own, "線索", "EVERYONE_WHO_SEES_THE_LEAD")
        .await
        .ok();
    let mut ids = vec![
        shared.public_id(),
        own.public_id(),
        acme.public_id(),
        other.public_id(),
        acme.brand_id(),
    ];
    ids.extend(people.iter().map(Person::public_id));
    let deliveries = people[2]
        .graphql("{ deliveries { nodes { id lead { id } } } }", json!({}))
        .await;
    ids.extend(deliveries.texts("/deliveries/nodes", "/id"));
    (people, ids)
}

/// The schema as a client learns of it.
async fn model(person: &Person) -> Model {
    Model::of(
        person
            .graphql(model::INTROSPECTION, json!({}))
            .await
            .ok()
            .data("/__schema"),
    )
}

/// Sends a request and insists on a clear answer.
async fn clear(serving: &Serving, seed: u64, sent: &Sent, token: Option<&str>) {
    let begun = Instant::now();
    let answer = serving.send(sent.request(serving, token)).await;
    let taken = begun.elapsed();
    let what = || format!("seed {seed}: {sent:?}\n{answer:?}");
    assert!(taken < LONGEST, "{taken:?} {}", what());
    assert!(!answer.status.is_server_error(), "{}", what());
    for word in INSIDE {
        assert!(
            !answer.body.contains(word) || sent.says(word),
            "leaks {word:?}; {}",
            what()
        );
    }
    if answer.header("content-type").contains("json") && answer.header("content-encoding").is_empty() {
        let codes = codes(&answer.json());
        assert!(!codes.iter().any(|code| code == "INTERNAL"), "{}", what());
        assert!(answer.status.is_success() || !codes.is_empty(), "{}", what());
    }
}

/// Every code in an answer, at the top and in payloads.
fn codes(answer: &Value) -> Vec<String> {
    match answer {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match (name.as_str(), value) {
                ("code", Value::String(code)) => vec![code.clone()],
                _ => codes(value),
            })
            .collect(),
        Value::Array(entries) => entries.iter().flat_map(codes).collect(),
        _ => Vec::new(),
    }
}

both_databases! {
    async fn whatever_is_asked_the_answer_is_clear_and_in_time(world: World) {
        let serving = Serving::of(&world).await;
        let (people, ids) = peopled(&world).await;
        let model = model(&people[0]).await;
        let mut tokens = Vec::new();
        for person in &people {
            tokens.push(serving.token_of(person).await);
        }
        for seed in FIRST_SEED..FIRST_SEED + requests() {
            let mut generator = Generator::new(&model, &ids, seed);
            let sent = generator.request();
            let token = tokens[usize::try_from(seed).unwrap() % tokens.len()].as_str();
            clear(&serving, seed, &sent, Some(token)).await;
        }
        serving.stop().await;
    }

    /// Every root field at least once with values of the right types, whatever the dice say.
    async fn every_root_field_answers_clearly_to_whoever_may_ask_it(world: World) {
        let serving = Serving::of(&world).await;
        let (people, ids) = peopled(&world).await;
        let model = model(&people[0]).await;
        let mut tokens = Vec::new();
        for person in &people {
            tokens.push(serving.token_of(person).await);
        }
        let mut seed = FIRST_SEED;
        for (kind, field) in model.root_fields() {
            for token in &tokens {
                seed += 1;
                let sent = Generator::new(&model, &ids, seed).asking(&kind, &field);
                clear(&serving, seed, &sent, Some(token)).await;
            }
        }
        serving.stop().await;
    }

    async fn whoever_is_not_signed_in_changes_nothing_whatever_is_asked(world: World) {
        let serving = Serving::of(&world).await;
        let (people, ids) = peopled(&world).await;
        let model = model(&people[0]).await;
        // Failed attempts to sign in are counted.
        world.nothing_changes_but(&["sign_in_failure"], async {
            for seed in FIRST_SEED..FIRST_SEED + requests() / 2 {
                let sent = Generator::new(&model, &ids, seed).request();
                clear(&serving, seed, &sent, None).await;
            }
        })
        .await;
        serving.stop().await;
    }
}
