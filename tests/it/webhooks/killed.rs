//! A sender that is killed: the real program dies over a message, before it goes out or after, and another sends it again under
//! the same id.

use std::{process::Stdio, time::Duration};

use jiff::SignedDuration;
use serde_json::json;
use tokio::{process::Command, time::timeout};
use touchstone::platform::clock::{Clock as _, SystemClock};

use super::{AT_HOME, Partner, messages, receiver::Receiver, sent, told};
use crate::{both_databases, support::World};

/// How long the program may take to come to where it dies.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs a worker until it dies there.
async fn dies_at(world: &World, place: &str) {
    let mut worker = Command::new("sh");
    // Whoever dies on purpose need not leave its memory on the disk.
    worker.args([
        "-c",
        "ulimit -c 0; exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_touchstone"),
    ]);
    worker
        .args(["--database-url", &world.url, "--data-dir"])
        .arg(&world.folder)
        .arg("worker")
        .env("TOUCHSTONE_WEBHOOK_PRIVATE_NETWORKS", "true")
        .env("TOUCHSTONE_LOG_FILTER", "off")
        .env("TOUCHSTONE_TEST_DIES_AT", format!("{place}:1"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let status = timeout(PATIENCE, worker.status()).await.unwrap().unwrap();
    assert!(!status.success(), "it dies at {place}");
}

both_databases! {
    async fn a_message_whose_sender_died_arrives_under_the_same_id(world: World) {
        // The program has the keys of the folder, and so has who made the endpoint.
        let world = world.set_up_with_keys_of_folder(AT_HOME).await;
        world.clock.set(SystemClock.now());
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        for (place, came) in [("webhook.claimed", 0), ("webhook.sent", 1)] {
            acme.admin.prepares(&acme.home).await;
            assert_eq!(told(&world).await, 1);
            let before = receiver.received().len();
            dies_at(&world, place).await;
            assert_eq!(receiver.received().len() - before, came, "{place}");
            let message = messages(&world).await.pop().unwrap();
            assert_eq!(message.state, "CLAIMED");
            world.clock.set(SystemClock.now());
            assert_eq!(sent(&world).await, 0, "it might still live");
            world.clock.advance(SignedDuration::from_mins(3));
            assert_eq!(sent(&world).await, 1);
            let requests = receiver.received().split_off(before);
            assert_eq!(requests.len(), came + 1, "{place}");
            assert!(requests.iter().all(|request| request.id == requests[0].id));
            assert_eq!(messages(&world).await.pop().unwrap().state, "DELIVERED");
            world.clock.set(SystemClock.now());
        }
    }
}
