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
use crate::{both_databases, support::World};

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
