//! GraphQL over Server-Sent Events: by the real client of the protocol, and by what stands on the wire.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpSocket,
};
use touchstone::outbox;

use super::serving::{Serving, VIEWER};
use crate::{
    both_databases,
    support::{draft, with},
};

/// An event stream as it stands on the wire.
pub struct Events {
    response: reqwest::Response,
    read: String,
}

impl Events {
    /// The stream of a request; the head of its answer has arrived.
    pub async fn of(serving: &Serving, token: &str, body: &Value) -> Self {
        let request = serving.post(body).header("accept", "text/event-stream");
        let mut request = request.build().unwrap();
        request
            .headers_mut()
            .insert("accept", "text/event-stream".parse().unwrap());
        if !token.is_empty() {
            let bearer = format!("Bearer {token}").parse().unwrap();
            request.headers_mut().insert("authorization", bearer);
        }
        Self {
            response: serving.http.execute(request).await.unwrap(),
            read: String::new(),
        }
    }

    /// The stream of an answer.
    pub fn reading(response: reqwest::Response) -> Self {
        Self {
            response,
            read: String::new(),
        }
    }

    /// Whether events follow, and no refusal.
    pub fn is_begun(&self) -> bool {
        self.header("content-type").starts_with("text/event-stream")
    }

    /// The refusal in place of events.
    pub async fn refusal(self) -> Value {
        self.response.json().await.unwrap()
    }

    /// The next block, be it an event or a sign of life; `None` at the end of the stream.
    pub async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.read.split_once("\n\n") {
                let block = block.to_owned();
                self.read = rest.to_owned();
                return Some(block);
            }
            let chunk = self.response.chunk().await.ok()??;
            self.read.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The next event's name and data; `None` at the end of the stream.
    pub async fn event(&mut self) -> Option<(String, Value)> {
        loop {
            let block = self.block().await?;
            if block == ":" {
                continue;
            }
            let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            let data = field("data:").filter(|data| !data.is_empty());
            let data = data.map_or(Value::Null, |data| serde_json::from_str(data).unwrap());
            return Some((field("event:").unwrap().to_owned(), data));
        }
    }

    pub async fn next(&mut self) -> Value {
        let (name, data) = self.event().await.unwrap();
        assert_eq!(name, "next", "{data}");
        data
    }

    fn header(&self, name: &str) -> &str {
        self.response
            .headers()
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

/// The client of `graphql-sse`, gone with the test.
struct Client {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Client {
    fn start(serving: &Serving, token: &str, body: &Value) -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools");
        let mut child = Command::new("node")
            .args([
                "events.mjs",
                &format!("{}/graphql", serving.url),
                token,
                &body.to_string(),
            ])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    /// The next thing that happened.
    async fn line(self) -> (Self, Value) {
        let read = tokio::task::spawn_blocking(move || {
            let mut this = self;
            let mut line = String::new();
            this.lines.read_line(&mut line).unwrap();
            let value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line:?}"));
            (this, value)
        });
        read.await.unwrap()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

const FOLLOW: &str = "subscription { leadActivity { kind comment { body } } }";

both_databases! {
    async fn the_protocols_own_client_follows_asks_and_changes(world: World) {
        let serving = Serving::live(&world, &[]).await;
        let acme = world.brand("Acme").await;
        let (author, admin) = (acme.investigator().await, acme.admin().await);
        let lead = author.creates(&acme).await;
        let token = serving.token_of(&author).await;

        let follower = Client::start(&serving, &token, &json!({ "query": FOLLOW }));
        let (follower, connected) = follower.line().await;
        assert_eq!(connected, json!({ "connected": true }));
        admin.comments(&lead, "線索 \"one\"\nand two", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let (mut follower, mut told) = follower.line().await;
        while told["next"]["data"]["leadActivity"]["comment"].is_null() {
            (follower, told) = follower.line().await;
        }
        assert_eq!(told["next"]["data"]["leadActivity"]["comment"]["body"], json!("線索 \"one\"\nand two"), "{told}");
        drop(follower);

        for (body, path, expected) in [
            (json!({ "query": VIEWER }), "/next/data/viewer/person/id", json!(author.public_id())),
            (json!({ "query": "{ nothing }" }), "/next/errors/0/extensions/code", json!("INVALID_DOCUMENT")),
            (json!({ "query": "subscription { nothing }" }), "/next/errors/0/extensions/code", json!("INVALID_DOCUMENT")),
            (json!({ "query": "subscription($id: ID) { leadActivity(leadId: $id) { id } }", "variables": { "id": "x" } }),
                "/next/errors/0/extensions/code", json!("INVALID_ID")),
            (json!({ "query": "mutation { signOut { userErrors { code } } }" }), "/next/data/signOut/userErrors", json!([])),
        ] {
            let (client, _) = Client::start(&serving, &token, &body).line().await;
            let (client, told) = client.line().await;
            assert_eq!(told.pointer(path), Some(&expected), "{body}: {told}");
            assert_eq!(client.line().await.1, json!({ "complete": true }), "{body}");
        }
        let (_client, refused) = Client::start(&serving, &token, &json!({ "query": FOLLOW })).line().await;
        assert_eq!(refused["status"], json!(401), "signed out: {refused}");
        serving.stop().await;
    }

    async fn nobody_in_between_keeps_holds_back_or_recodes_a_stream(world: World) {
        let serving = Serving::with(&world, &[("stream_beat_seconds", "1")]).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let mut events = Events::of(&serving, &token, &json!({ "query": FOLLOW })).await;
        assert_eq!(events.response.status(), 200);
        assert_eq!(events.header("content-type"), "text/event-stream; charset=utf-8");
        assert_eq!(events.header("cache-control"), "no-store, no-transform");
        assert_eq!(events.header("x-accel-buffering"), "no");
        assert_eq!(events.header("content-encoding"), "identity");
        assert_eq!(events.header("x-content-type-options"), "nosniff");
        for _ in 0..3 {
            assert_eq!(events.block().await.as_deref(), Some(":"), "a sign of life");
        }
        serving.tell_to_stop();
        while let Some(block) = events.block().await {
            assert_eq!(block, ":", "a server that stops completes nothing: the client comes back elsewhere");
        }
        serving.stop().await;
    }

    async fn a_get_follows_and_asks_and_changes_nothing(world: World) {
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        let get = |query: &str| {
            let url = format!("{}/graphql?query={}", serving.url, url::form_urlencoded::byte_serialize(query.as_bytes()).collect::<String>());
            serving.http.get(url).bearer_auth(&token)
        };
        let answer = serving.send(get(VIEWER).header("accept", "text/event-stream")).await;
        assert!(answer.body.starts_with("event: next\ndata: {\"data\"") && answer.body.ends_with("event: complete\ndata:\n\n"), "{answer:?}");
        let mixed = "application/graphql-response+json, application/json, text/event-stream";
        let mut followed = get(FOLLOW).header("accept", mixed).send().await.unwrap();
        assert_eq!(followed.chunk().await.unwrap().unwrap(), ":\n\n");
        let change = get("mutation { signOut { userErrors { code } } }").header("accept", "text/event-stream");
        let refused = world.nothing_changes(serving.send(change)).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (405, "BAD_USER_INPUT"));
        drop(followed);
        serving.stop().await;
    }

    async fn whoever_is_nobody_follows_nothing(world: World) {
        let serving = Serving::of(&world).await;
        for (token, query, code) in [
            ("", FOLLOW, "UNAUTHENTICATED"),
            ("", "{ leads { totalCount } }", "UNAUTHENTICATED"),
            ("", "{ nothing }", "INVALID_DOCUMENT"),
        ] {
            let mut events = world.nothing_changes(Events::of(&serving, token, &json!({ "query": query }))).await;
            let (name, told) = events.event().await.unwrap();
            assert_eq!((name.as_str(), &told["errors"][0]["extensions"]["code"]), ("next", &json!(code)), "{told}");
            assert_eq!(events.event().await.unwrap(), ("complete".to_owned(), Value::Null));
            assert_eq!(events.event().await, None);
        }
        let nonsense = Events::of(&serving, "nonsense", &json!({ "query": FOLLOW })).await;
        assert_eq!(nonsense.response.status(), 401);
        assert_eq!(nonsense.header("content-type"), "application/json; charset=utf-8");
        serving.stop().await;
    }

    /// Over both transports together, because they cost the same.
    async fn a_person_has_so_many_streams_and_the_server_too(world: World) {
        let serving = Serving::with(&world, &[("limit_streams", "2"), ("limit_streams_total", "3")]).await;
        let acme = world.brand("Acme").await;
        let (person, other) = (acme.investigator().await, acme.investigator().await);
        let (token, others) = (serving.token_of(&person).await, serving.token_of(&other).await);
        let _socket = super::sockets::Socket::of(&serving, &token).await;
        let follow = json!({ "query": FOLLOW });
        let _second = Events::of(&serving, &token, &follow).await;
        let third = Events::of(&serving, &token, &follow).await;
        assert_eq!(third.response.status(), 429);
        assert!(third.response.text().await.unwrap().contains("LIMIT_EXCEEDED"));
        let _others = Events::of(&serving, &others, &follow).await;
        let full = Events::of(&serving, &others, &follow).await;
        assert_eq!(full.response.status(), 503, "the server has as many as it may");
        let mut socket = super::sockets::Socket::open(&serving).await;
        socket.init(&others).await;
        assert_eq!(socket.closed().await, 1013);
        let answered = serving.ask_as(&others, VIEWER, json!({})).await;
        assert_eq!(answered.code(), "", "who follows nothing is answered");
        serving.stop().await;
    }

    /// The reader takes the head of the answer and then nothing, while events come that no buffer holds.
    async fn a_reader_that_does_not_read_is_let_go(world: World) {
        let serving = Serving::with(&world, &[("limit_unread_seconds", "1"), ("limit_streams_total", "1")]).await;
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates_from(with(draft(&acme), json!({ "summary": "線".repeat(3_000) }))).await;
        let token = serving.token_of(&author).await;
        let texts: String = (0..100).map(|n| format!("d{n}: summary ")).collect();
        let query = json!({ "query": format!("subscription {{ leadActivity {{ lead {{ {texts} }} }} }}") }).to_string();
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4_096).unwrap();
        let address = serving.url.trim_start_matches("http://").parse().unwrap();
        let mut reader = socket.connect(address).await.unwrap();
        let head = format!(
            "POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n\
             authorization: Bearer {token}\r\ncontent-length: {}\r\n\r\n{query}",
            query.len()
        );
        reader.write_all(head.as_bytes()).await.unwrap();
        let mut begun = [0; 12];
        reader.read_exact(&mut begun).await.unwrap();
        assert_eq!(&begun, b"HTTP/1.1 200");
        author.comments(&lead, "news", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        // The same events again and again, about a megabyte each time.
        while outbox::relay(&serving.app.db, serving.app.now()).await.unwrap() > 0 {}
        let reading_again = async {
            loop {
                let follow = json!({ "query": "subscription { leadActivity { id } }" });
                let events = Events::of(&serving, &token, &follow).await;
                if events.response.status() == 200 {
                    return;
                }
                outbox::pump(&serving.app.db, &serving.app.feed, 0).await.unwrap();
                tokio::task::yield_now().await;
            }
        };
        reading_again.await;
        serving.stop().await;
    }
}
