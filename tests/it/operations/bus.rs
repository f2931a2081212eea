//! Replicas that wake each other over NATS.

use std::{
    io::ErrorKind,
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::Arc,
};

use serde_json::json;
use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category},
    outbox::{self, NewEvent},
    platform::ids::IdKind,
};

use super::replicas::until;
use crate::{
    both_databases,
    changes::{Mirror, advanced},
    support::World,
    transport::{events::Events, serving::Serving},
};

/// A server that is gone with the test.
struct Nats {
    child: Child,
    url: String,
}

impl Nats {
    /// `None` where there is no such program; where everything has to be there, it has to be there.
    #[expect(
        clippy::disallowed_methods,
        reason = "whether a missing program may be passed over is no setting of the product"
    )]
    fn start() -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let started = Command::new("nats-server")
            .args(["--addr", "127.0.0.1", "--port", &port.to_string()])
            .args(["--user", "touchstone", "--pass", "s3cret word"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match started {
            Ok(child) => Some(Self {
                child,
                url: format!("nats://touchstone:s3cret%20word@127.0.0.1:{port}"),
            }),
            Err(error) => {
                assert!(
                    error.kind() == ErrorKind::NotFound && std::env::var_os("CI").is_none(),
                    "nats-server: {error}"
                );
                eprintln!("skipped: nats-server is not there");
                None
            }
        }
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const FOLLOW: &str = "subscription { leadActivity { comment { body } } }";

/// The next comment that a stream tells of.
async fn comment(events: &mut Events) -> String {
    loop {
        let told = events.next().await;
        if let Some(body) = told["data"]["leadActivity"]["comment"]["body"].as_str() {
            return body.to_owned();
        }
    }
}

/// Two processes have a stream open each, a third one writes: what the feed of changes has, the stream tells, once and in order.
/// Halfway the bus is lost, where there is one.
async fn streams_tell_what_the_feed_has(world: &World, nats: Option<Nats>) {
    const COUNT: usize = 30;
    let url = nats.as_ref().map(|nats| nats.url.clone()).unwrap_or_default();
    let settings = [("bus_url", url.as_str())];
    let (a, b) = (
        Serving::live(world, &settings).await,
        Serving::live(world, &settings).await,
    );
    let name = if nats.is_some() { "Acme" } else { "Bolt" };
    let acme = world.brand(name).await;
    let (admin, reader) = (acme.admin().await, acme.investigator().await);
    let mut copy = Mirror::of(&acme).await;
    let lead = admin.prepares(&acme).await;
    let mut streams = Vec::new();
    for serving in [&a, &b] {
        let token = serving.token_of(&reader).await;
        let events = Events::of(serving, &token, &json!({ "query": FOLLOW })).await;
        assert!(events.is_begun());
        streams.push(events);
    }
    let said: Vec<String> = (0..COUNT).map(|number| format!("{name} {number}")).collect();
    let mut nats = nats;
    for (number, body) in said.iter().enumerate() {
        if number == COUNT / 2 {
            drop(nats.take());
        }
        admin.comments(&lead, body, "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
    }
    for events in &mut streams {
        for body in &said {
            assert_eq!(&comment(events).await, body, "each once, in order");
        }
    }
    advanced(world).await;
    copy.pulls_by(7).await;
    copy.is_right("after all").await;
    let bodies = copy.objects.values().filter_map(|object| object["body"].as_str());
    let mut bodies: Vec<&str> = bodies.collect();
    bodies.sort_by_key(|body| said.iter().position(|known| known == body));
    assert_eq!(bodies, said, "the feed has what the streams told");
    drop(streams);
    for serving in [a, b] {
        serving.stop().await;
    }
}

/// Something happens, through this process.
async fn happens(world: &World) {
    let tx = world.begin().await;
    let object = world.id();
    let event = NewEvent {
        kind: "CREATED",
        root: object,
        object,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(&tx, world.app.ids.as_ref(), event).await.unwrap();
    let act = Act::on(Category::Content, "test", IdKind::Lead, object);
    let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}

both_databases! {
    /// By the database alone: PostgreSQL tells it, SQLite is looked at.
    async fn streams_of_several_processes_tell_what_the_feed_has_without_a_bus(world: World) {
        streams_tell_what_the_feed_has(&world, None).await;
    }

    async fn streams_of_several_processes_tell_what_the_feed_has_over_nats(world: World) {
        let Some(nats) = Nats::start() else { return };
        streams_tell_what_the_feed_has(&world, Some(nats)).await;
    }

    /// Nobody listens to the database here, and the second process does nothing by itself: it is woken.
    async fn a_process_wakes_another_one_over_the_bus(world: World) {
        let Some(nats) = Nats::start() else { return };
        let settings = [("bus_url", nats.url.as_str())];
        let (a, b) = (world.set_up(&settings).await, world.set_up(&settings).await);
        let stop = CancellationToken::new();
        let mut tasks = Vec::new();
        for process in [&a, &b] {
            let (app, stop) = (Arc::clone(&process.app), stop.clone());
            tasks.push(tokio::spawn(async move { app.bus.carry(&app.db, stop).await }));
        }
        let position = outbox::head(&a.app.db).await.unwrap();
        tasks.push(tokio::spawn(outbox::follow(Arc::clone(&a.app), position, stop.clone())));

        // Being connected rings, too: only what is heard after that comes from the other process.
        for turn in ["connected", "told", "told again"] {
            let mut rung = Box::pin(Arc::clone(b.app.db.committed()).notified_owned());
            rung.as_mut().enable();
            until(async || {
                happens(&a).await;
                futures_util::poll!(rung.as_mut()).is_ready().then_some(())
            })
            .await;
            eprintln!("{turn}");
        }
        let heard = outbox::after(&b.app.db, position).await.unwrap();
        assert!(!heard.is_empty());
        for ((at, event), expected) in heard.iter().zip(position + 1..) {
            assert_eq!((*at, event.position), (expected, expected), "what woke it can be read without a gap");
        }

        // Without the bus the relay goes on.
        drop(nats);
        let before = outbox::head(&a.app.db).await.unwrap();
        happens(&a).await;
        until(async || (outbox::head(&b.app.db).await.unwrap() > before).then_some(())).await;
        stop.cancel();
        for task in tasks {
            task.await.unwrap();
        }
    }
}
