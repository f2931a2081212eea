//! Several processes on one PostgreSQL.

use std::collections::BTreeSet;

use futures_util::{SinkExt as _, StreamExt as _};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest as _};
use touchstone::permissions::Role;

use super::process::{Process, ask};
use crate::{
    support::{Backend, Organization, PASSWORD, Person, in_world},
    transport::serving::with_password,
};

const SIGN_IN: &str = "mutation($email: String!, $password: String!) { signIn(input: {email: $email, password: $password, \
                       returnRefreshToken: true}) { accessToken refreshToken userErrors { code } } }";
const SIGN_OUT: &str = "mutation { signOut { userErrors { code } } }";
pub(super) const CREATE: &str =
    "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id } userErrors { code } } }";
const FOLLOW: &str = "subscription { leadActivity { id } }";

pub(super) async fn signs_in(http: &reqwest::Client, url: &str, person: &Person) -> String {
    let variables = json!({"email": person.email, "password": PASSWORD});
    let reply = ask(http, url, None, SIGN_IN, variables).await.unwrap();
    reply.body["data"]["signIn"]["accessToken"]
        .as_str()
        .unwrap_or_else(|| panic!("{reply:?}"))
        .to_owned()
}

/// A lead to be, under a key of its own.
pub(super) fn draft(acme: &Organization, title: &str) -> Value {
    json!({"input": {
        "title": title, "tlp": "AMBER", "channel": "ONLINE", "infringementTypes": ["COUNTERFEIT"], "idempotencyKey": title,
        "items": [{"title": title, "brandId": acme.brand_id()}],
    }})
}

type Socket = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// Follows the activity on leads through a server.
async fn follows(url: &str, token: &str) -> Socket {
    let mut request = format!("{}/graphql", url.replace("http://", "ws://"))
        .into_client_request()
        .unwrap();
    request
        .headers_mut()
        .insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::connect_async(request).await.unwrap();
    say(
        &mut socket,
        &json!({"type": "connection_init", "payload": {"authorization": format!("Bearer {token}")}}),
    )
    .await;
    assert_eq!(hears(&mut socket).await.unwrap()["type"], "connection_ack");
    say(
        &mut socket,
        &json!({"type": "subscribe", "id": "1", "payload": {"query": FOLLOW}}),
    )
    .await;
    // What is answered after the subscription began proves that it has.
    say(&mut socket, &json!({"type": "ping"})).await;
    assert_eq!(hears(&mut socket).await.unwrap()["type"], "pong");
    socket
}

async fn say(socket: &mut Socket, message: &Value) {
    socket.send(Message::text(message.to_string())).await.unwrap();
}

/// The next message; the error is the code with which it was closed.
async fn hears(socket: &mut Socket) -> Result<Value, u16> {
    loop {
        match socket.next().await {
            Some(Ok(Message::Text(text))) => return Ok(serde_json::from_str(&text).unwrap()),
            Some(Ok(Message::Close(frame))) => return Err(frame.map_or(0, |frame| frame.code.into())),
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return Err(0),
        }
    }
}

/// Asks until the answer is as it should be; a test that waits in vain is ended by its runner.
pub async fn until<T>(mut asked: impl AsyncFnMut() -> Option<T>) -> T {
    let mut pace = tokio::time::interval(std::time::Duration::from_millis(50));
    loop {
        pace.tick().await;
        if let Some(found) = asked().await {
            return found;
        }
    }
}

#[test]
fn two_servers_and_a_worker_on_one_postgresql_are_one_service() {
    in_world(Backend::Postgres, async |world| {
        let acme = world.brand("Acme").await;
        let (author, reader) = (acme.investigator().await, acme.investigator().await);
        let keeper = world.secretariat().await.person(&[Role::Sa]).await;
        for person in [&author, &reader, &keeper] {
            with_password(person).await;
        }
        // In demo mode nobody needs a second factor.
        keeper.disenrol().await;
        let alone = [("embedded_worker", "false"), ("demo", "true")];
        let a = Process::start("serve", &world.url, &world.folder, &alone).await;
        let mut b = Process::start("serve", &world.url, &world.folder, &alone).await;
        let worker = Process::start("worker", &world.url, &world.folder, &[("demo", "true")]).await;
        let http = reqwest::Client::new();

        // A token of one is good at the other, and a change through one is heard of at the other.
        let (writing, reading) = (
            signs_in(&http, &b.url, &author).await,
            signs_in(&http, &a.url, &reader).await,
        );
        let mut socket = follows(&a.url, &reading).await;
        let made = ask(&http, &b.url, Some(&writing), CREATE, draft(&acme, "one"))
            .await
            .unwrap();
        assert_eq!(made.code(), None, "{made:?}");
        assert_eq!(hears(&mut socket).await.unwrap()["type"], "next");

        // A session that ends at one ends its streams at the other.
        let ended = ask(&http, &b.url, Some(&reading), SIGN_OUT, json!({})).await.unwrap();
        assert_eq!(ended.code(), None, "{ended:?}");
        let closed = loop {
            if let Err(code) = hears(&mut socket).await {
                break code;
            }
        };
        assert_eq!(closed, 4401);

        // All three are seen, and the jobs run: on the worker alone, each turn once.
        all_three_are_seen(&http, &a.url, &keeper).await;
        drop(worker);

        // One dies; the other goes on.
        b.kill();
        let made = ask(&http, &a.url, Some(&writing), CREATE, draft(&acme, "two"))
            .await
            .unwrap();
        assert_eq!(made.code(), None, "{made:?}");
        assert_eq!(
            entity::lead::Entity::find().count(world.app.db.read()).await.unwrap(),
            2
        );
    });
}

async fn all_three_are_seen(http: &reqwest::Client, url: &str, keeper: &Person) {
    let token = signs_in(http, url, keeper).await;
    let watch = "{ operations { replicas { serves works alive } jobs { name lastResult runs } } }";
    let seen = until(async || {
        let reply = ask(http, url, Some(&token), watch, json!({})).await?;
        let jobs = reply.body["data"]["operations"]["jobs"].as_array()?.clone();
        let mail = jobs.iter().find(|job| job["name"] == "mail")?;
        (mail["runs"].as_i64()? > 0).then_some(reply)
    })
    .await;
    let replicas = seen.body["data"]["operations"]["replicas"].as_array().unwrap();
    let parts: BTreeSet<(bool, bool)> = replicas
        .iter()
        .map(|replica| (replica["serves"] == true, replica["works"] == true))
        .collect();
    assert_eq!(
        (replicas.len(), parts),
        (3, BTreeSet::from([(true, false), (false, true)])),
        "{seen:?}"
    );
}
