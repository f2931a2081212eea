//! What one request may cost: time, a slow client, heads without end, and connections that say nothing.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use touchstone::platform::{
    db::Db,
    error::{ApiError, ErrorCode},
};

use super::serving::{Serving, VIEWER};
use crate::{
    both_databases,
    support::{World, draft},
};

const CREATE: &str =
    "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id } userErrors { code } } }";

/// Sends bytes and reads until the server closes; what it said, and how long that took.
async fn until_closed(serving: &Serving, bytes: &[u8]) -> (String, Duration) {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(serving.url.trim_start_matches("http://"))
        .await
        .unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    // The server may close with a reset where there was more to read.
    let _ = stream.read_to_end(&mut answer).await;
    (String::from_utf8_lossy(&answer).into_owned(), begun.elapsed())
}

both_databases! {
    /// Where a proxy and the server could disagree on where a request ends, nothing is done and nothing more is read.
    async fn a_request_whose_end_is_not_clear_is_refused(world: World) {
        let serving = Serving::of(&world).await;
        let hidden = "GET /livez HTTP/1.1\r\nhost: x\r\n\r\n";
        for (name, head, body) in [
            ("both lengths", "content-length: 4\r\ntransfer-encoding: chunked\r\n", "0\r\n\r\n"),
            ("two lengths", "content-length: 4\r\ncontent-length: 0\r\n", "{}  "),
            ("a list of lengths", "content-length: 4, 0\r\n", "{}  "),
            ("a signed length", "content-length: +4\r\n", "{}  "),
            ("a length that is no number", "content-length: four\r\n", "{}  "),
            ("an unknown coding", "transfer-encoding: xchunked\r\n", "0\r\n\r\n"),
            ("chunked, but not last", "transfer-encoding: chunked, gzip\r\n", "0\r\n\r\n"),
            ("chunked twice", "transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n", "0\r\n\r\n"),
            ("a space before the colon", "transfer-encoding : chunked\r\n", "0\r\n\r\n"),
            ("a size that is no number", "transfer-encoding: chunked\r\n", "zz\r\n\r\n"),
        ] {
            let bytes = format!(
                "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n{head}\r\n{body}{hidden}"
            );
            let (answer, _) = world.nothing_changes(until_closed(&serving, bytes.as_bytes())).await;
            assert!(answer.starts_with("HTTP/1.1 400 "), "{name}: {answer}");
            assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{name}: {answer}");
        }
        serving.stop().await;
    }

    /// Somebody else holds what the request has to wait for.
    async fn a_request_that_takes_too_long_is_let_go_and_changes_nothing(world: World) {
        let serving = Serving::with(&world, &[("limit_request_seconds", "1")]).await;
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let token = serving.token_of(&author).await;
        let held = world.begin().await;
        let lock = "UPDATE outbox SET kind = kind";
        held.connection().execute_unprepared(lock).await.unwrap();
        if !world.app.db.is_sqlite() {
            held.connection().execute_unprepared("LOCK TABLE lead IN EXCLUSIVE MODE").await.unwrap();
        }
        let answer = world.nothing_changes(serving.ask_as(&token, CREATE, json!({ "input": draft(&acme) }))).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "TIME_LIMIT_EXCEEDED"), "{answer:?}");
        drop(held);
        let answer = serving.ask_as(&token, CREATE, json!({ "input": draft(&acme) })).await;
        assert_eq!(answer.code(), "", "the next one is answered: {answer:?}");
        serving.stop().await;
    }

    async fn a_statement_without_end_is_interrupted_and_its_connection_goes_on(world: World) {
        let db = Db::open_bounded(&world.url, 1, Duration::from_secs(1)).await.unwrap();
        let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) AS many FROM n";
        for _ in 0..2 {
            let asked = db.read().query_one_raw(sea_orm::Statement::from_string(db.backend(), endless));
            let error = ApiError::from(asked.await.unwrap_err());
            assert_eq!(error.code, ErrorCode::TimeLimitExceeded);
            let short = entity::authz_epoch::Entity::find_by_id(1).one(db.read()).await;
            assert!(short.unwrap().is_some(), "the next statement has its own time");
        }
        db.close().await;
    }

    async fn a_client_that_sends_slowly_is_let_go(world: World) {
        let serving = Serving::with(&world, &[("limit_sending_seconds", "1")]).await;
        let (_, taken) = until_closed(&serving, b"POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: ").await;
        assert!(taken < Duration::from_secs(15), "{taken:?}");
        let head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"query\":";
        let (answer, taken) = until_closed(&serving, head.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("BAD_USER_INPUT"), "{answer}");
        assert!(taken < Duration::from_secs(15), "{taken:?}");
        serving.stop().await;
    }

    async fn heads_without_end_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let long = format!("GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: {}\r\n\r\n", "x".repeat(1_000_000));
        let many = format!("GET /healthz HTTP/1.1\r\nhost: x\r\n{}\r\n", "x-many: x\r\n".repeat(10_000));
        let line = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "x".repeat(1_000_000));
        for head in [long, many, line] {
            let (answer, _) = until_closed(&serving, head.as_bytes()).await;
            assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer:.200}");
            assert_eq!(serving.get("/healthz").await.status, 200, "the server goes on");
        }
        serving.stop().await;
    }
}

/// The program as a process of its own, gone with the test.
struct Program {
    child: Child,
    address: String,
}

impl Program {
    async fn serve(world: &World) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args(["--database-url", &world.url, "--data-dir"])
            .arg(&world.folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("TOUCHSTONE_LOG_FORMAT", "json")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let listening = tokio::task::spawn_blocking(move || {
            let heard = lines.find_map(|line| {
                let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
                line["address"].as_str().map(str::to_owned)
            });
            // Whatever it says later is read, so that it never waits for us.
            std::thread::spawn(move || lines.for_each(drop));
            heard.unwrap()
        });
        Self {
            address: listening.await.unwrap(),
            child,
        }
    }

    /// Bytes of memory the process holds.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Connections: with the suite a tenth of what `make test-long` opens.
fn connections() -> usize {
    let long = proptest::test_runner::Config::default().cases > 1_000;
    if long { 10_000 } else { 1_000 }
}

both_databases! {
    async fn connections_that_say_nothing_cost_memory_only(world: World) {
        let program = Program::serve(&world).await;
        let url = format!("http://{}/graphql", program.address);
        let asks = || reqwest::Client::new().post(&url).json(&json!({ "query": VIEWER })).send();
        assert_eq!(asks().await.unwrap().status(), 200);
        let (before, many) = (program.memory(), connections());
        let mut idle = Vec::with_capacity(many);
        for nth in 0..many {
            let mut stream = TcpStream::connect(&program.address).await.unwrap();
            // Some have begun to say something.
            if nth % 10 == 0 {
                stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await.unwrap();
            }
            idle.push(stream);
        }
        let begun = Instant::now();
        assert_eq!(asks().await.unwrap().status(), 200, "whoever asks is answered");
        let taken = begun.elapsed();
        let each = program.memory().saturating_sub(before) / many as u64;
        eprintln!("{many} idle connections: {each} bytes each, a request beside them took {taken:?}");
        assert!(each < 32 * 1024, "{each} bytes each");
        assert!(taken < Duration::from_secs(5), "{taken:?}");
        drop(idle);
    }
}
