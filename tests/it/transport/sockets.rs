//! GraphQL over sockets: who may speak, how it closes, and why.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest as _},
};

use super::serving::{Serving, VIEWER};
use crate::both_databases;

/// A client's end of a socket.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub async fn open(serving: &Serving) -> Self {
        Self::open_as(serving, Some("graphql-transport-ws")).await
    }

    async fn open_as(serving: &Serving, protocol: Option<&str>) -> Self {
        let url = format!("{}/graphql", serving.url.replace("http://", "ws://"));
        let mut request = url.into_client_request().unwrap();
        if let Some(protocol) = protocol {
            let protocol = protocol.parse().unwrap();
            request.headers_mut().insert("sec-websocket-protocol", protocol);
        }
        Self(connect_async(request).await.unwrap().0)
    }

    /// A socket of somebody who said who it is.
    pub async fn of(serving: &Serving, token: &str) -> Self {
        let mut socket = Self::open(serving).await;
        socket.init(token).await;
        assert_eq!(socket.hear().await["type"], "connection_ack");
        socket
    }

    pub async fn init(&mut self, token: &str) {
        let payload = json!({"authorization": format!("Bearer {token}")});
        self.say(json!({"type": "connection_init", "payload": payload})).await;
    }

    pub async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub async fn hear(&mut self) -> Value {
        loop {
            match self.0.next().await.unwrap().unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    /// The number with which the server closes.
    pub async fn closed(mut self) -> u16 {
        while let Some(Ok(message)) = self.0.next().await {
            if let Message::Close(Some(frame)) = message {
                return frame.code.into();
            }
        }
        0
    }
}

pub fn subscribe(id: &str, query: &str) -> Value {
    json!({"type": "subscribe", "id": id, "payload": {"query": query}})
}

const FOLLOW: &str = "subscription { leadActivity { id } }";

/// What the server answers to a page of this origin that asks for a socket: the status.
async fn asked_from(serving: &Serving, origin: Option<&str>) -> u16 {
    let url = format!("{}/graphql", serving.url.replace("http://", "ws://"));
    let mut request = url.into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    if let Some(origin) = origin {
        headers.insert("origin", origin.parse().unwrap());
    }
    match connect_async(request).await {
        Ok((_, response)) => response.status().as_u16(),
        Err(Error::Http(response)) => response.status().as_u16(),
        Err(error) => panic!("{error}"),
    }
}

both_databases! {
    async fn a_page_of_another_site_gets_no_socket(world: World) {
        let serving = Serving::with(&world, &[("public_url", "https://portal.example/")]).await;
        for (origin, status) in [
            (None, 101),
            (Some("https://portal.example"), 101),
            (Some(serving.url.as_str()), 101),
            (Some("http://portal.example"), 403),
            (Some("https://portal.example:8443"), 403),
            (Some("https://portal.example.evil.example"), 403),
            (Some("https://evil.example"), 403),
            (Some("null"), 403),
        ] {
            assert_eq!(asked_from(&serving, origin).await, status, "{origin:?}");
        }
        serving.stop().await;
    }

    async fn an_operation_over_a_socket_is_answered_and_completed(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let mut socket = Socket::of(&serving, &serving.token_of(&person).await).await;
        socket.say(json!({"type": "ping", "payload": {"n": 1}})).await;
        assert_eq!(socket.hear().await, json!({"type": "pong", "payload": {"n": 1}}));
        socket.say(subscribe("a\"b", VIEWER)).await;
        let next = socket.hear().await;
        assert_eq!((&next["type"], &next["id"]), (&json!("next"), &json!("a\"b")));
        assert_eq!(next["payload"]["data"]["viewer"]["person"]["id"], json!(person.public_id()));
        assert_eq!(socket.hear().await, json!({"type": "complete", "id": "a\"b"}));
        socket.say(subscribe("2", "{ nothing }")).await;
        let error = socket.hear().await;
        assert_eq!((&error["type"], &error["payload"][0]["extensions"]["code"]), (&json!("error"), &json!("INVALID_DOCUMENT")));
        serving.stop().await;
    }

    async fn whoever_does_not_keep_to_the_protocol_hears_its_numbers(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;

        assert_eq!(Socket::open_as(&serving, None).await.closed().await, 4406);
        for nonsense in ["{}", "nonsense", "[]", r#"{"type":"subscribe","id":1}"#] {
            let mut socket = Socket::open(&serving).await;
            socket.0.send(Message::text(nonsense)).await.unwrap();
            assert_eq!(socket.closed().await, 4400, "{nonsense}");
        }
        let mut early = Socket::open(&serving).await;
        early.say(subscribe("1", VIEWER)).await;
        assert_eq!(early.closed().await, 4401);
        for bad in ["nonsense", ""] {
            let mut stranger = Socket::open(&serving).await;
            stranger.init(bad).await;
            assert_eq!(stranger.closed().await, 4403);
        }
        let mut nobody = Socket::open(&serving).await;
        nobody.say(json!({"type": "connection_init"})).await;
        assert_eq!(nobody.closed().await, 4403);
        let mut twice = Socket::of(&serving, &token).await;
        twice.init(&token).await;
        assert_eq!(twice.closed().await, 4429);
        let mut same = Socket::of(&serving, &token).await;
        same.say(subscribe("1", FOLLOW)).await;
        same.say(subscribe("1", FOLLOW)).await;
        assert_eq!(same.closed().await, 4409);
        serving.stop().await;
    }

    async fn a_person_has_so_many_sockets_and_no_more(world: World) {
        let serving = Serving::with(&world, &[("limit_streams", "2")]).await;
        let acme = world.brand("Acme").await;
        let (person, other) = (acme.investigator().await, acme.investigator().await);
        let token = serving.token_of(&person).await;
        let first = Socket::of(&serving, &token).await;
        let _second = Socket::of(&serving, &token).await;
        let mut third = Socket::open(&serving).await;
        third.init(&token).await;
        assert_eq!(third.closed().await, 4429);
        let _other = Socket::of(&serving, &serving.token_of(&other).await).await;
        drop(first);
        serving.stop().await;
    }

    async fn i36_sockets_close_when_the_session_ends_or_the_person_is_suspended(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (leaving, suspended) = (acme.investigator().await, acme.investigator().await);
        let token = serving.token_of(&leaving).await;
        let mut socket = Socket::of(&serving, &token).await;
        socket.say(subscribe("1", FOLLOW)).await;
        serving.ask_as(&token, "mutation { signOut { userErrors { code } } }", json!({})).await;
        assert_eq!(socket.closed().await, 4401);
        let socket = Socket::of(&serving, &serving.token_of(&suspended).await).await;
        suspended.put_into("SUSPENDED").await;
        assert_eq!(socket.closed().await, 4401);
        serving.stop().await;
    }

    async fn a_socket_closes_with_its_token_so_that_the_client_brings_a_new_one(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let socket = Socket::of(&serving, &serving.token_of(&person).await).await;
        world.clock.advance(jiff::SignedDuration::from_mins(11));
        assert_eq!(socket.closed().await, 4403);
        serving.stop().await;
    }

    async fn a_server_that_stops_says_goodbye_and_is_no_longer_ready(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let socket = Socket::of(&serving, &serving.token_of(&person).await).await;
        serving.tell_to_stop();
        assert_eq!(socket.closed().await, 1001);
        serving.stop().await;
    }
}
