//! `/metrics`: what it says, where it is said, and that the dashboard and the alarms ask for nothing else.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use serde_json::{Value, json};
use tokio::{sync::oneshot, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use touchstone::{operations, server};

use super::program;
use crate::{
    both_databases,
    support::World,
    transport::serving::{SIGN_IN, Serving},
};

/// The metrics of a server, on an address of their own.
struct Scraped {
    url: String,
    stop: CancellationToken,
    task: JoinHandle<std::io::Result<()>>,
}

impl Scraped {
    async fn of(serving: &Serving) -> Self {
        let stop = CancellationToken::new();
        let (tell, listening) = oneshot::channel();
        let listen = "127.0.0.1:0".parse().unwrap();
        let served = server::metrics::serve(Arc::clone(&serving.app), listen, stop.clone(), |address| {
            tell.send(address).unwrap();
        });
        let task = tokio::spawn(served);
        let url = format!("http://{}/metrics", listening.await.unwrap());
        Self { url, stop, task }
    }

    async fn text(&self) -> String {
        let answer = reqwest::get(&self.url).await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        assert!(
            answer.headers()["content-type"]
                .to_str()
                .unwrap()
                .starts_with("application/openmetrics-text")
        );
        answer.text().await.unwrap()
    }

    async fn stop(self) {
        self.stop.cancel();
        self.task.await.unwrap().unwrap();
    }
}

/// The value of a series.
fn value(text: &str, series: &str) -> Option<f64> {
    let line = text
        .lines()
        .find(|line| line.rsplit_once(' ').is_some_and(|(found, _)| found == series));
    line.map(|line| line.rsplit_once(' ').unwrap().1.parse().unwrap())
}

/// The names of all series.
fn names(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split(['{', ' ']).next().unwrap().to_owned())
        .collect()
}

/// Has everything happened that leaves a number behind.
async fn used(world: &World, serving: &Serving) {
    let person = world.brand("Acme").await.investigator().await;
    let token = serving.token_of(&person).await;
    serving.ask_as(&token, "{ leads { totalCount } }", json!({})).await;
    serving.ask_as(&token, "query Acme { nothingOfOurs }", json!({})).await;
    let wrong = json!({"input": {"email": person.email, "password": "a wrong password"}});
    serving.ask(SIGN_IN, wrong).await;
    serving.get("/some/path/with/acme").await;
    operations::announce(&world.app, &[("mail", "*/5 * * * * *")])
        .await
        .unwrap();
    operations::recorded(&world.app, "mail", async { Ok(()) }).await;
    let place = tempfile::tempdir().unwrap();
    let backup = place.path().join("backup");
    let taken = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
    assert!(taken.status.success(), "{taken:?}");
}

both_databases! {
    async fn what_happened_is_counted_and_what_waits_is_told(world: World) {
        let serving = Serving::of(&world).await;
        let scraped = Scraped::of(&serving).await;
        used(&world, &serving).await;
        let text = scraped.text().await;
        for (series, expected) in [
            (r#"touchstone_requests_total{operation="leads",kind="query",outcome="OK"}"#, 1.0),
            (r#"touchstone_requests_total{operation="signIn",kind="mutation",outcome="OK"}"#, 1.0),
            (r#"touchstone_requests_total{operation="signIn",kind="mutation",outcome="SIGN_IN_FAILED"}"#, 1.0),
            ("touchstone_sign_in_failures_total", 1.0),
            (r#"touchstone_request_seconds_count{operation="leads",kind="query"}"#, 1.0),
            (r#"touchstone_http_responses_total{route="/graphql",status="200"}"#, 3.0),
            (r#"touchstone_job_runs_total{job="mail"}"#, 1.0),
            (r#"touchstone_job_stuck{job="mail"}"#, 0.0),
            (r#"touchstone_mails{state="queued"}"#, 0.0),
            ("touchstone_database_up", 1.0),
            ("touchstone_open_streams", 0.0),
            ("touchstone_database_statement_failures_total", 0.0),
        ] {
            assert_eq!(value(&text, series), Some(expected), "{series} in {text}");
        }
        assert!(value(&text, "touchstone_database_statements_total").unwrap() > 10.0, "{text}");
        assert!(value(&text, r#"touchstone_database_connections{state="most"}"#).unwrap() >= 4.0, "{text}");
        // Nothing that a client wrote is a label, and nothing of it is on the port that clients reach.
        assert!(!text.to_lowercase().contains("acme") && !text.contains("nothingOfOurs"), "{text}");
        assert!(!serving.get("/metrics").await.body.contains("touchstone_"));
        scraped.stop().await;
        serving.stop().await;
    }

    async fn the_dashboard_and_the_alarms_ask_only_for_what_there_is(world: World) {
        let serving = Serving::of(&world).await;
        let scraped = Scraped::of(&serving).await;
        used(&world, &serving).await;
        let there = names(&scraped.text().await);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
        let dashboard = fs::read_to_string(root.join("grafana/touchstone.json")).unwrap();
        let parsed: Value = serde_json::from_str(&dashboard).unwrap();
        assert!(parsed["panels"].as_array().unwrap().len() > 8);
        let alarms = fs::read_to_string(root.join("prometheus/alerts.yml")).unwrap();
        for (file, text) in [("dashboard", dashboard), ("alarms", alarms)] {
            let wanted = mentioned(&text);
            assert!(wanted.len() > 5, "{file}: {wanted:?}");
            let missing: Vec<_> = wanted.difference(&there).collect();
            assert!(missing.is_empty(), "{file} asks for {missing:?}; there is {there:?}");
        }
        scraped.stop().await;
        serving.stop().await;
    }
}

/// The names of ours in a text.
fn mentioned(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words
        .filter(|word| word.starts_with("touchstone_"))
        .map(str::to_owned)
        .collect()
}
