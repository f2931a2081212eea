//! Several machines that share a stream of NATS JetStream: each message is screened by one of them, and none is lost.

use std::{
    io::ErrorKind,
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
};

use async_nats::jetstream::{self, consumer::PullConsumer, stream};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use touchstone::screening::{
    cli::Rules,
    nats::{Source, consume},
};
use url::Url;

use crate::operations::until;

const RULES: &str = r#"
    [[knowledge.brands]]
    code = "acme"
    name = "Acme"
    rights = [{}]

    [[knowledge.terms]]
    text = "replica"
    kind = "open"
"#;

/// Messages of the test.
const COUNT: usize = 3_000;

/// A server that is gone with the test.
struct Nats {
    child: Child,
    url: Url,
}

impl Nats {
    /// `None` where there is no such program; where everything has to be there, it has to be there.
    #[expect(
        clippy::disallowed_methods,
        reason = "whether a missing program may be passed over is no setting of the product"
    )]
    fn start(folder: &Path) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let started = Command::new("nats-server")
            .args([
                "--addr",
                "127.0.0.1",
                "--port",
                &port.to_string(),
                "--jetstream",
                "--store_dir",
            ])
            .arg(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match started {
            Ok(child) => Some(Self {
                child,
                url: format!("nats://127.0.0.1:{port}").parse().unwrap(),
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

    /// A connection, as soon as the server takes one.
    async fn client(&self) -> async_nats::Client {
        until(async || async_nats::connect(self.url.as_str()).await.ok()).await
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn machines_share_a_stream_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(nats) = Nats::start(folder.path()) else { return };
    let context = jetstream::new(nats.client().await);
    let config = stream::Config {
        name: "LISTINGS".to_owned(),
        subjects: vec!["listings".to_owned()],
        ..stream::Config::default()
    };
    context.create_stream(config).await.unwrap();
    let mut sent = Vec::new();
    for number in 0..COUNT {
        let title = if number % 3 == 0 {
            "Acme replica bag"
        } else {
            "Acme bag"
        };
        let line = format!("{{\"id\":\"{number}\",\"title\":\"{title}\"}}");
        sent.push(context.publish("listings", line.into()).await.unwrap());
    }
    for one in sent {
        one.await.unwrap();
    }
    let engine = Arc::new(
        Rules::parse(RULES)
            .unwrap()
            .engine("2026-01-01".parse().unwrap())
            .unwrap(),
    );
    let source = Source {
        url: nats.url.clone(),
        stream: "LISTINGS".to_owned(),
        group: "screeners".to_owned(),
        answers: None,
    };
    let stop = CancellationToken::new();
    let machine = || {
        let (engine, source, stop) = (Arc::clone(&engine), source.clone(), stop.clone());
        tokio::spawn(async move {
            let mut hits = Vec::new();
            let went = consume(engine, false, &source, &mut hits, stop).await.unwrap();
            (went, hits)
        })
    };
    let machines = [machine(), machine()];
    let stream = context.get_stream("LISTINGS").await.unwrap();
    let mut group: PullConsumer = until(async || stream.get_consumer("screeners").await.ok()).await;
    until(async || {
        let info = group.info().await.unwrap();
        (info.num_pending == 0 && info.num_ack_pending == 0).then_some(())
    })
    .await;
    stop.cancel();
    let (mut listings, mut ids) = (0, Vec::new());
    for machine in machines {
        let (went, hits) = machine.await.unwrap();
        listings += went.listings;
        for line in hits.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let hit: Value = serde_json::from_slice(line).unwrap();
            ids.push(hit["id"].as_str().unwrap().parse::<usize>().unwrap());
        }
    }
    ids.sort_unstable();
    assert_eq!(listings, COUNT as u64, "each is screened by one of them");
    assert_eq!(
        ids,
        (0..COUNT).step_by(3).collect::<Vec<_>>(),
        "no hit is lost, none comes twice"
    );
}
