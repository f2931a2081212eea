//! The secrets by which messages are signed, as the reference library of another language sees it.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::json;
use touchstone::platform::clock::{Clock as _, SystemClock};

use super::{
    CREATE, Partner, at_home, endpoint_input,
    receiver::{Received, Receiver},
    sent, told,
};
use crate::{both_databases, support::Asks as _};

/// Whether the reference library takes each request, by each of the secrets.
fn taken(requests: &[Received], secrets: &[&str]) -> Vec<Vec<bool>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/webhooks.mjs");
    let mut child = Command::new("node")
        .arg(script)
        .args(secrets)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for request in requests {
        writeln!(stdin, "{}", serde_json::to_string(request).unwrap()).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "it did not run; `make test` installs what it needs"
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

both_databases! {
    async fn the_reference_library_takes_what_is_signed_and_nothing_that_was_altered(world: World) {
        let world = at_home(&world).await;
        // Signatures are good for five minutes of the real clock.
        world.clock.set(SystemClock.now());
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        sent(&world).await;
        let genuine = receiver.received().remove(0);
        let altered = Received { text: genuine.text.replace("TRIAGED", "RESOLVED"), ..genuine.clone() };
        let renamed = Received { id: "msg_other".to_owned(), ..genuine.clone() };
        let other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        let verdicts = taken(&[genuine, altered, renamed], &[&endpoint.secret, other]);
        assert_eq!(verdicts, [[true, false], [false, false], [false, false]]);
    }

    async fn while_a_secret_rotates_both_are_good_and_then_the_new_one_alone(world: World) {
        let world = at_home(&world).await;
        world.clock.set(SystemClock.now());
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        let wrong = acme.acts(&acme.admin, "rotateWebhookSecret", &endpoint, json!({ "overlapHours": 169 }));
        world.nothing_changes(wrong).await.refused_with("BAD_USER_INPUT");
        let rotated = acme.acts(&acme.account, "rotateWebhookSecret", &endpoint, json!({ "overlapHours": 1 })).await.ok();
        let newer = rotated.text("/rotateWebhookSecret/secret");
        assert!(newer.starts_with("whsec_") && newer != endpoint.secret);
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        sent(&world).await;
        assert_eq!(taken(&receiver.received(), &[&endpoint.secret, &newer]), [[true, true]]);
        assert!(acme.sees(&endpoint).await.data("/webhookEndpoint/secretRotatesUntil").is_string());

        let at_once = acme.acts(&acme.admin, "rotateWebhookSecret", &endpoint, json!({ "overlapHours": 0 })).await.ok();
        let newest = at_once.text("/rotateWebhookSecret/secret");
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        sent(&world).await;
        let last = receiver.received().remove(1);
        assert_eq!(taken(&[last], &[&endpoint.secret, &newer, &newest]), [[false, false, true]]);
        assert!(acme.sees(&endpoint).await.data("/webhookEndpoint/secretRotatesUntil").is_null());
    }

    async fn a_secret_is_shown_once_and_kept_sealed(world: World) {
        let world = at_home(&world).await;
        let acme = Partner::of(world.brand("Acme").await).await;
        let input = endpoint_input(&acme.account, "http://127.0.0.1:9/in");
        let first = acme.admin.graphql(CREATE, json!({ "input": input })).await.ok();
        let again = world.nothing_changes(acme.admin.graphql(CREATE, json!({ "input": input }))).await.ok();
        let id = first.text("/createWebhookEndpoint/endpoint/id");
        assert_eq!(again.text("/createWebhookEndpoint/endpoint/id"), id);
        assert!(again.data("/createWebhookEndpoint/secret").is_null());
        let secret = first.text("/createWebhookEndpoint/secret");
        let bare = secret.trim_start_matches("whsec_");
        let contents = world.contents().await;
        for table in ["webhook_endpoint", "audit_entry", "idempotency_key"] {
            assert!(contents.rows(table).iter().all(|row| !row.contains(bare)), "{table}");
        }
    }
}
