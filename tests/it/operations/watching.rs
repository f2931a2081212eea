//! What an administrator of the secretariat sees of the running service.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category},
    mail::{self, MailKind, NewMail},
    operations::{self, Part},
    permissions::Role,
    platform::{error::ErrorCode, ids::IdKind},
    worker,
};

use crate::{
    both_databases,
    support::{Asks, Person, Response, World},
};

const EVERYTHING: &str = "{ operations { version startedAt databaseBackend \
     database { reachable migrationsApplied sizeBytes } \
     jobs { name schedule lastStartedAt lastFinishedAt lastResult lastError nextAt stuck runs failures } \
     mail { queued claimed sentToday failed unknown oldestQueuedAt suspended bounces complaints configured } \
     audit { entries sealed unsealed oldestUnsealedSeconds lastCheckpointAt } \
     outbox { waiting oldestSeconds } openStreams \
     replicas { host version serves works startedAt seenAt alive openStreams } } }";

async fn keeper(world: &World) -> Person {
    world.secretariat().await.person(&[Role::Sa]).await
}

fn job<'a>(seen: &'a Response, name: &str) -> &'a Value {
    let mut jobs = seen.list("/operations/jobs").iter();
    jobs.find(|job| job["name"] == name).unwrap()
}

both_databases! {
    async fn a_fresh_service_says_what_it_is_and_that_nothing_waits(world: World) {
        let seen = keeper(&world).await.graphql(EVERYTHING, json!({})).await.ok();
        let backend = if world.app.db.is_sqlite() { "SQLITE" } else { "POSTGRESQL" };
        assert_eq!(seen.text("/operations/databaseBackend"), backend);
        assert_eq!(seen.text("/operations/version"), env!("CARGO_PKG_VERSION"));
        assert_eq!(seen.data("/operations/database/reachable"), &json!(true));
        assert!(seen.number("/operations/database/migrationsApplied") >= 9);
        assert!(seen.number("/operations/database/sizeBytes") > 10_000);
        assert_eq!(seen.data("/operations/mail"), &json!({
            "queued": 0, "claimed": 0, "sentToday": 0, "failed": 0, "unknown": 0, "oldestQueuedAt": null,
            "suspended": 0, "bounces": 0, "complaints": 0, "configured": false,
        }));
        assert_eq!(seen.data("/operations/outbox"), &json!({"waiting": 0, "oldestSeconds": null}));
        assert_eq!((seen.list("/operations/jobs").len(), seen.list("/operations/replicas").len()), (0, 0));
    }

    async fn what_waits_is_counted_and_its_age_told(world: World) {
        let keeper = keeper(&world).await;
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        author.submits(&lead).await.ok();
        let tx = world.begin().await;
        let mail = NewMail { person: author.id, kind: MailKind::Digest, window_start: 1, subject: None };
        assert!(mail::enqueue(&tx, world.app.ids.as_ref(), mail).await.unwrap());
        let act = Act::on(Category::Admin, "test", IdKind::Person, author.id);
        let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act).await.unwrap();
        tx.commit(proof).await.unwrap();
        world.after_hours(1);
        let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
        assert!(seen.number("/operations/audit/unsealed") >= 2, "{seen}");
        assert_eq!(seen.number("/operations/audit/oldestUnsealedSeconds"), 3_600);
        assert!(seen.number("/operations/outbox/waiting") >= 1, "{seen}");
        assert_eq!(seen.number("/operations/outbox/oldestSeconds"), 3_600);
        assert_eq!(seen.number("/operations/mail/queued"), 1);
        assert_eq!(seen.text("/operations/mail/oldestQueuedAt"), "2026-03-09T01:00:00Z");
    }

    async fn every_turn_of_a_job_leaves_behind_how_it_ended(world: World) {
        let app = &world.app;
        let keeper = keeper(&world).await;
        operations::announce(app, &[("deadlines", "30 * * * * *"), ("mail", "*/5 * * * * *"), ("gone", "0 0 0 * * *")]).await.unwrap();
        operations::recorded(app, "deadlines", async { Ok(()) }).await;
        operations::recorded(app, "mail", async { Err(ErrorCode::Unavailable.into()) }).await;
        let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
        assert_eq!(job(&seen, "deadlines"), &json!({
            "name": "deadlines", "schedule": "30 * * * * *", "lastStartedAt": "2026-03-09T01:00:00Z",
            "lastFinishedAt": "2026-03-09T01:00:00Z", "lastResult": "DONE", "lastError": null,
            "nextAt": "2026-03-09T01:00:30Z", "stuck": false, "runs": 1, "failures": 0,
        }));
        let mail = job(&seen, "mail");
        assert_eq!((&mail["lastResult"], &mail["lastError"], &mail["failures"]), (&json!("FAILED"), &json!("UNAVAILABLE"), &json!(1)));
        assert_eq!(job(&seen, "gone")["lastResult"], Value::Null);

        // A newer version has other jobs and another schedule; what is known of the rest stays.
        operations::announce(app, &[("deadlines", "0 * * * * *"), ("mail", "*/5 * * * * *")]).await.unwrap();
        world.after_hours(1);
        operations::recorded(app, "mail", async { panic!("a fault") }).await;
        let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
        assert_eq!(seen.texts("/operations/jobs", "/name"), ["deadlines", "mail"]);
        let mail = job(&seen, "mail");
        assert_eq!((&mail["lastResult"], &mail["lastError"], &mail["runs"]), (&json!("PANICKED"), &Value::Null, &json!(2)));
        let deadlines = job(&seen, "deadlines");
        assert_eq!((&deadlines["schedule"], &deadlines["runs"], &deadlines["stuck"]), (&json!("0 * * * * *"), &json!(1), &json!(true)));
    }

    async fn a_process_is_there_while_it_tells_of_itself_and_gone_when_it_ends(world: World) {
        let keeper = keeper(&world).await;
        let stop = CancellationToken::new();
        let part = Part { serves: true, works: false };
        let telling = tokio::spawn(operations::keep_telling(Arc::clone(&world.app), part, stop.clone()));
        let stream = world.app.vitals.stream();
        let seen = loop {
            let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
            if !seen.list("/operations/replicas").is_empty() {
                break seen;
            }
            tokio::task::yield_now().await;
        };
        drop(stream);
        let replica = &seen.list("/operations/replicas")[0];
        assert_eq!((&replica["serves"], &replica["works"], &replica["alive"]), (&json!(true), &json!(false), &json!(true)));
        world.after_hours(1);
        let later = keeper.graphql(EVERYTHING, json!({})).await.ok();
        assert_eq!(later.data("/operations/replicas/0/alive"), &json!(false), "it has not told anything for an hour");
        assert_eq!(later.number("/operations/openStreams"), 0);
        stop.cancel();
        telling.await.unwrap();
        let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
        assert!(seen.list("/operations/replicas").is_empty(), "{seen}");
    }

    async fn the_worker_makes_its_jobs_known_before_their_first_turn(world: World) {
        let keeper = keeper(&world).await;
        let stop = CancellationToken::new();
        let working = tokio::spawn(worker::run(Arc::clone(&world.app), stop.clone()));
        loop {
            let seen = keeper.graphql(EVERYTHING, json!({})).await.ok();
            let names = seen.texts("/operations/jobs", "/name");
            if names.contains(&"deadlines".to_owned()) && names.contains(&"mail".to_owned()) {
                break;
            }
            tokio::task::yield_now().await;
        }
        stop.cancel();
        working.await.unwrap();
    }

    async fn watching_costs_few_statements_and_reveals_nothing_to_others(world: World) {
        let keeper = keeper(&world).await;
        let (seen, statements) = world.counting_statements(keeper.graphql(EVERYTHING, json!({}))).await;
        seen.ok();
        assert!(statements <= 16, "{statements}");
        let desk = world.secretariat().await.person(&[Role::So]).await;
        let finance = world.brand("Acme").await.person(&[Role::Ma, Role::Mf]).await;
        for person in [desk, finance] {
            world.nothing_changes(person.graphql(EVERYTHING, json!({}))).await.refused_with("FORBIDDEN");
        }
        world.nothing_changes(world.anonymous().graphql(EVERYTHING, json!({}))).await.refused_with("UNAUTHENTICATED");
    }
}
