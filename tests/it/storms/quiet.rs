//! Thousands of streams on which nothing happens: what they cost a server in memory.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest as _},
};

use super::{Weather, process::Touchstone};
use crate::{
    both_databases,
    support::{PASSWORD, Person, Place},
    transport::serving::{SIGN_IN, with_password},
};

/// Streams of each person.
const EACH: usize = 100;
/// People of the long form: five thousand streams.
const PEOPLE: usize = 50;
/// At most so many kilobytes for all of theirs.
const MOST: u64 = 100_000;
/// Kilobytes that a server of a few streams may grow by whatever they cost: what it has never done before.
const ROOM: u64 = 16_000;

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// How many files this process may have open.
fn files() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.unwrap().split_whitespace().next().unwrap();
    soft.parse().unwrap_or(usize::MAX)
}

async fn signs_in(http: &reqwest::Client, url: &str, person: &Person) -> String {
    let input = json!({ "email": person.email, "password": PASSWORD });
    let body = json!({ "query": SIGN_IN, "variables": { "input": input } });
    let answer = http.post(format!("{url}/graphql")).json(&body).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    let token = answer["data"]["signIn"]["accessToken"].as_str();
    token.unwrap_or_else(|| panic!("{answer}")).to_owned()
}

async fn says(socket: &mut Socket, message: Value) {
    socket.send(Message::text(message.to_string())).await.unwrap();
}

async fn hears(socket: &mut Socket, kind: &str) {
    loop {
        match socket.next().await.unwrap().unwrap() {
            Message::Text(text) => {
                let said: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(said["type"], json!(kind), "{said}");
                return;
            }
            Message::Ping(_) | Message::Pong(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A socket on which somebody follows every lead.
async fn follows(url: &str, token: &str) -> Socket {
    let mut request = format!("{}/graphql", url.replace("http://", "ws://"))
        .into_client_request()
        .unwrap();
    let protocol = "graphql-transport-ws".parse().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", protocol);
    let (mut socket, _) = connect_async(request).await.unwrap();
    let payload = json!({ "authorization": format!("Bearer {token}") });
    says(&mut socket, json!({ "type": "connection_init", "payload": payload })).await;
    hears(&mut socket, "connection_ack").await;
    let payload = json!({ "query": "subscription { leadActivity { id kind cursor lead { id } } }" });
    says(
        &mut socket,
        json!({ "type": "subscribe", "id": "1", "payload": payload }),
    )
    .await;
    // What is answered after the subscription began proves that it has.
    says(&mut socket, json!({ "type": "ping" })).await;
    hears(&mut socket, "pong").await;
    socket
}

both_databases! {
    async fn thousands_of_quiet_streams_cost_less_than_100_megabytes(world: World) {
        // Each process needs a file for each stream; `make test-long` asks for as many as there may be.
        let people = Weather::of(2).rounds.min(PEOPLE);
        let needed = people * EACH + 200;
        assert!(files() >= needed, "{needed} files have to be open at once: `ulimit -n {needed}`");
        let acme = world.brand("Acme").await;
        let mut readers = Vec::new();
        for _ in 0..people {
            let reader = acme.investigator().await;
            with_password(&reader).await;
            readers.push(reader);
        }
        let place = Place { url: world.url.clone(), folder: world.folder.clone() };
        let settings = [
            ("TOUCHSTONE_LIMIT_STREAMS", (2 * EACH).to_string()),
            ("TOUCHSTONE_EMBEDDED_WORKER", "false".to_owned()),
        ];
        let server = Touchstone::serve(&place, &settings).await;
        let http = reqwest::Client::new();
        let mut sockets = Vec::new();
        let mut tokens = Vec::new();
        for reader in &readers {
            let token = signs_in(&http, &server.url, reader).await;
            // The first of each makes what all of the same person share.
            sockets.push(follows(&server.url, &token).await);
            tokens.push(token);
        }
        let before = server.resident();
        for token in &tokens {
            for _ in 1..EACH {
                sockets.push(follows(&server.url, token).await);
            }
        }
        let (count, after) = (sockets.len(), server.resident());
        let grown = after.saturating_sub(before);
        let each = grown * 1000 / count as u64;
        eprintln!("{count} quiet streams: {grown} kB more than {before} kB, {each} bytes each");
        let share = MOST * count as u64 / (PEOPLE * EACH) as u64;
        assert!(grown < share + if people < PEOPLE { ROOM } else { 0 }, "{count} streams cost {grown} kB");
        drop(sockets);
        server.stop().await;
    }
}
