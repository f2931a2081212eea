//! What a request costs, what is left of it over all processes, and that an organisation waits for itself alone.

use entity::quota;
use futures_util::future::join_all;
use jiff::SignedDuration;
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{permissions::ServiceScope, platform::ids::IdKind, quotas, sessions::viewers};

use super::{
    events::Events,
    serving::{Answer, Serving, VIEWER},
    sockets::{Socket, subscribe},
};
use crate::{
    both_databases,
    support::{Asks as _, draft},
};

/// A point a second, so that [`VIEWER`], whose three fields cost three, is a share.
const LITTLE: &[(&str, &str)] = &[("limit_cost_per_minute", "60")];
/// One field.
const LEAST: &str = "{ __typename }";
const FOLLOW: &str = "subscription { leadActivity { id } }";
const CREATE: &str =
    "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id } userErrors { code } } }";
const LIMITS: &str = "{ apiLimits { costPerMinute costLeft resetsInSeconds requestsPerMinute depth complexity rootFields \
     pageSize streams listingsPerCall bodyBytes } }";

/// Asks until it is refused; how often it was answered, and the refusal.
async fn exhaust(serving: &Serving, token: &str, query: &str) -> (usize, Answer) {
    for times in 0..1_000 {
        let answer = serving.ask_as(token, query, json!({})).await;
        if answer.status != 200 {
            return (times, answer);
        }
    }
    panic!("never refused");
}

/// Insists that a request was one too many.
#[track_caller]
fn is_too_many(answer: &Answer, wait: i64) {
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (429, "RATE_LIMITED"),
        "{answer:?}"
    );
    assert_eq!(answer.header("retry-after"), wait.to_string(), "{answer:?}");
    assert_eq!(answer.json()["errors"][0]["extensions"]["retryAfter"], json!(wait));
    assert!(answer.header("ratelimit").starts_with("\"cost\";r=0;"), "{answer:?}");
}

both_databases! {
    async fn points_are_spent_and_come_back_and_headers_say_so(world: World) {
        let serving = Serving::with(&world, LITTLE).await;
        let acme = world.brand("Acme").await;
        let token = serving.token_of(&acme.investigator().await).await;
        let answer = serving.ask_as(&token, VIEWER, json!({})).await;
        assert_eq!(answer.header("ratelimit-policy"), "\"cost\";q=60;w=60");
        assert_eq!(answer.header("ratelimit"), "\"cost\";r=57;t=3");
        let (times, refused) = exhaust(&serving, &token, VIEWER).await;
        assert_eq!(times, 19);
        is_too_many(&refused, 1);
        let create = serving.ask_as(&token, CREATE, json!({ "input": draft(&acme) }));
        is_too_many(&world.nothing_changes(create).await, 1);
        // What is not there in full is lent, and waited for afterwards.
        world.clock.advance(SignedDuration::from_secs(1));
        let (times, refused) = exhaust(&serving, &token, VIEWER).await;
        assert_eq!(times, 1);
        is_too_many(&refused, 3);
        world.clock.advance(SignedDuration::from_mins(2));
        let answer = serving.ask_as(&token, VIEWER, json!({})).await;
        assert_eq!(answer.header("ratelimit"), "\"cost\";r=57;t=3");
        let nobody = serving.ask(VIEWER, json!({})).await;
        assert!(!nobody.headers.contains_key("ratelimit") && nobody.status == 200, "{nobody:?}");
        serving.stop().await;
    }

    async fn what_costs_more_than_there_is_is_answered_where_something_is_left(world: World) {
        let serving = Serving::with(&world, &[("limit_cost_per_minute", "2")]).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        for _ in 0..2 {
            let (times, refused) = exhaust(&serving, &token, VIEWER).await;
            assert_eq!((times, refused.status.as_u16()), (1, 429));
            world.clock.advance(SignedDuration::from_mins(2));
        }
        serving.stop().await;
    }

    async fn several_processes_together_give_what_one_would(world: World) {
        let here = Serving::with(&world, LITTLE).await;
        let there = Serving::with(&world, LITTLE).await;
        let acme = world.brand("Acme").await;
        let (one, other) = (acme.investigator().await, acme.investigator().await);
        let token = here.token_of(&one).await;
        let mut answered = 0;
        let mut refused = [false; 2];
        while refused != [true; 2] {
            for (at, serving) in [&here, &there].into_iter().enumerate() {
                match serving.ask_as(&token, LEAST, json!({})).await.status.as_u16() {
                    200 => answered += 1,
                    status => refused[at] = status == 429,
                }
            }
            assert!(answered < 100);
        }
        assert!((60..=66).contains(&answered), "{answered}, and two shares are six");
        let others = there.token_of(&other).await;
        assert_eq!(there.ask_as(&others, LEAST, json!({})).await.status, 200, "each has its own");
        here.stop().await;
        there.stop().await;
    }

    async fn many_at_once_take_one_share_and_not_one_each(world: World) {
        let settings = [LITTLE, &[("limit_at_once_per_organization", "100")]].concat();
        let serving = Serving::with(&world, &settings).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let answers = join_all((0..80).map(|_| serving.ask_as(&token, LEAST, json!({})))).await;
        let answered = answers.iter().filter(|answer| answer.status == 200).count();
        assert_eq!(answered, 60, "{:?}", answers.last());
        serving.stop().await;
    }

    async fn what_a_process_does_not_need_is_given_back(world: World) {
        let here = Serving::with(&world, LITTLE).await;
        let there = Serving::with(&world, LITTLE).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = here.token_of(&person).await;
        here.ask_as(&token, LEAST, json!({})).await;
        let (times, _) = exhaust(&there, &token, LEAST).await;
        assert_eq!(times, 57, "a share is with the other");
        let full_at = async || {
            let row = quota::Entity::find_by_id(person.id).one(world.app.db.read()).await.unwrap();
            row.unwrap().full_at
        };
        let before = full_at().await;
        quotas::give_back(&here.app).await.unwrap();
        assert_eq!(full_at().await, before, "it was in use just now");
        world.clock.advance(SignedDuration::from_secs(11));
        quotas::give_back(&here.app).await.unwrap();
        assert_eq!(full_at().await, before - 2_000_000);
        world.after_days(2);
        assert_eq!(quotas::forget(&world.app).await.unwrap(), 1);
        here.stop().await;
        there.stop().await;
    }

    async fn a_share_costs_one_statement_and_nothing_is_written_in_between(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let viewer = viewers::load(&world.app, person.id).await.unwrap().unwrap();
        let (standing, statements) = world.counting_statements(quotas::spend(&world.app, &viewer, 100)).await;
        assert_eq!((standing.unwrap().left, statements), (599_900, 1));
        let (_, statements) = world
            .counting_statements(async {
                for _ in 0..299 {
                    assert_eq!(quotas::spend(&world.app, &viewer, 100).await.unwrap().retry_in, None);
                }
            })
            .await;
        assert_eq!(statements, 0);
        let (standing, statements) = world.counting_statements(quotas::spend(&world.app, &viewer, 1)).await;
        assert_eq!((standing.unwrap().left, statements), (569_999, 1));
    }

    async fn without_the_database_a_process_goes_by_its_own_part(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let viewer = viewers::load(&world.app, person.id).await.unwrap().unwrap();
        let app = world.with_settings(LITTLE);
        world.app.db.write().execute_unprepared("DROP TABLE quota").await.unwrap();
        let mut answered = 0;
        while quotas::spend(&app, &viewer, 1).await.unwrap().retry_in.is_none() {
            answered += 1;
            assert!(answered < 100);
        }
        assert_eq!(answered, 60);
    }

    async fn where_no_quota_is_set_nobody_counts(world: World) {
        let serving = Serving::with(&world, &[("limit_cost_per_minute", "0")]).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let answer = serving.ask_as(&token, LIMITS, json!({})).await;
        assert!(!answer.headers.contains_key("ratelimit"), "{answer:?}");
        let limits = answer.data("/apiLimits");
        assert_eq!((&limits["costPerMinute"], &limits["costLeft"]), (&json!(0), &json!(0)));
        assert!(quota::Entity::find().one(world.app.db.read()).await.unwrap().is_none());
        serving.stop().await;
    }

    async fn everybody_is_told_the_limits(world: World) {
        let acme = world.brand("Acme").await;
        let expected = json!({
            "costPerMinute": 600_000, "costLeft": 600_000, "resetsInSeconds": 0, "requestsPerMinute": 1_200, "depth": 16,
            "complexity": 20_000, "rootFields": 20, "pageSize": 100, "streams": 16, "listingsPerCall": 1_000,
            "bodyBytes": 1_048_576,
        });
        let service = acme.service_account(&[ServiceScope::LeadsRead]).await;
        for asks in [acme.investigator().await, service] {
            assert_eq!(asks.graphql(LIMITS, json!({})).await.ok().data("/apiLimits"), &expected);
        }
        let serving = Serving::with(&world, LITTLE).await;
        let token = serving.token_of(&acme.investigator().await).await;
        serving.ask_as(&token, VIEWER, json!({})).await;
        let limits = serving.ask_as(&token, LIMITS, json!({})).await.data("/apiLimits");
        // The document itself has twelve fields; a point is a second.
        assert_eq!((&limits["costLeft"], &limits["resetsInSeconds"]), (&json!(45), &json!(15)));
        serving.stop().await;
    }

    async fn a_service_account_is_told_what_its_question_cost(world: World) {
        let acme = world.brand("Acme").await;
        let service = acme.service_account(&[ServiceScope::LeadsRead]).await;
        let answer = service.graphql(VIEWER, json!({})).await.ok();
        assert_eq!(answer.0["extensions"], json!({ "cost": 3 }));
        let two = "query A { viewer { person { id } } } query B { __typename }";
        assert_eq!(service.operation("B", two, json!({})).await.ok().0["extensions"], json!({ "cost": 1 }));
        let refused = service.graphql("{ nothing }", json!({})).await;
        assert_eq!(refused.0["extensions"], json!({ "cost": 1 }));
        let person = acme.investigator().await.graphql(VIEWER, json!({})).await.ok();
        assert_eq!(person.0["extensions"], Value::Null);
    }

    async fn a_person_who_asks_for_it_is_told_what_a_question_cost(world: World) {
        let serving = Serving::with(&world, LITTLE).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let told = async |extensions: Value, token: Option<&str>| {
            let request = serving.post(&json!({ "query": VIEWER, "extensions": extensions }));
            let request = match token {
                Some(token) => request.bearer_auth(token),
                None => request,
            };
            serving.send(request).await.json()["extensions"].clone()
        };
        assert_eq!(told(json!({ "cost": true }), Some(&token)).await, json!({ "cost": 3 }));
        for other in [json!({ "cost": false }), json!({ "cost": 1 }), json!({})] {
            assert_eq!(told(other, Some(&token)).await, Value::Null);
        }
        assert_eq!(told(json!({ "cost": true }), None).await, Value::Null, "strangers pay nothing");
        serving.stop().await;
    }

    async fn over_a_socket_what_is_too_much_ends_and_the_socket_stays(world: World) {
        let serving = Serving::with(&world, LITTLE).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let mut socket = Socket::of(&serving, &token).await;
        socket.say(subscribe("1", VIEWER)).await;
        assert_eq!(socket.hear().await["type"], "next");
        assert_eq!(socket.hear().await["type"], "complete");
        let (times, _) = exhaust(&serving, &token, VIEWER).await;
        assert_eq!(times, 19, "what came over the socket was paid for");
        for query in [FOLLOW, VIEWER] {
            socket.say(subscribe("2", query)).await;
            let told = socket.hear().await;
            assert_eq!((&told["type"], &told["id"]), (&json!("error"), &json!("2")), "{told}");
            assert_eq!(told["payload"][0]["extensions"]["code"], "RATE_LIMITED");
        }
        socket.say(json!({ "type": "ping" })).await;
        assert_eq!(socket.hear().await["type"], "pong");
        let refusal = Events::of(&serving, &token, &json!({ "query": FOLLOW })).await.refusal().await;
        assert_eq!(refusal["errors"][0]["extensions"]["code"], "RATE_LIMITED");
        serving.stop().await;
    }

    async fn files_and_exports_are_paid_for_too(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let mut left = 600_000;
        for (path, kind, cost) in [
            ("exports", IdKind::Export, 100),
            ("files", IdKind::Evidence, 10),
            ("ingest", IdKind::IngestRun, 1),
        ] {
            let url = format!("{}/{path}/{}", serving.url, world.unknown(kind));
            let answer = serving.send(serving.http.get(url).bearer_auth(&token)).await;
            left -= cost;
            assert_eq!(answer.status, 404, "{answer:?}");
            assert!(answer.header("ratelimit").starts_with(&format!("\"cost\";r={left};")), "{path}: {answer:?}");
        }
        serving.stop().await;
        let serving = Serving::with(&world, &[("limit_cost_per_minute", "1")]).await;
        let url = format!("{}/exports/{}", serving.url, world.unknown(IdKind::Export));
        let asks = || serving.send(serving.http.get(&url).bearer_auth(&token));
        assert_eq!(asks().await.status, 404);
        let refused = asks().await;
        assert_eq!(refused.status, 429, "{refused:?}");
        assert_ne!(refused.header("retry-after"), "");
        serving.stop().await;
    }

    /// Somebody else holds what the first request of the organisation has to wait for.
    async fn an_organisation_waits_for_itself_alone(world: World) {
        let serving = Serving::with(&world, &[("limit_at_once_per_organization", "1")]).await;
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let mut tokens = Vec::new();
        for person in [acme.investigator().await, acme.admin().await, bolt.investigator().await] {
            let token = serving.token_of(&person).await;
            assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.status, 200);
            tokens.push(token);
        }
        let held = world.begin().await;
        held.connection().execute_unprepared("UPDATE outbox SET kind = kind").await.unwrap();
        if !world.app.db.is_sqlite() {
            held.connection().execute_unprepared("LOCK TABLE lead IN EXCLUSIVE MODE").await.unwrap();
        }
        let create = serving.post(&json!({ "query": CREATE, "variables": { "input": draft(&acme) } }));
        let slow = tokio::spawn(create.bearer_auth(&tokens[0]).send());
        let refused = loop {
            let answer = serving.ask_as(&tokens[1], VIEWER, json!({})).await;
            if answer.status != 200 {
                break answer;
            }
        };
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (429, "RATE_LIMITED"), "{refused:?}");
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(serving.ask_as(&tokens[2], VIEWER, json!({})).await.status, 200);
        drop(held);
        assert_eq!(slow.await.unwrap().unwrap().status(), 200);
        assert_eq!(serving.ask_as(&tokens[1], VIEWER, json!({})).await.status, 200);
        serving.stop().await;
    }
}
