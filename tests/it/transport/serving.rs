//! The server, running in this process on a port of its own, and clients that speak to it.

use std::{collections::BTreeMap, sync::Arc};

use entity::person;
use reqwest::{RequestBuilder, StatusCode, header::HeaderMap};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use tokio::{sync::oneshot, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use touchstone::{
    app::App,
    outbox,
    platform::{config::Config, db::Db, ids::SystemIds},
    server,
    sessions::{hash_password, keys::Keys},
};

use crate::support::{PASSWORD, Person, World};

/// A running server. Tests end with [`Serving::stop`].
pub struct Serving {
    pub app: Arc<App>,
    pub url: String,
    pub http: reqwest::Client,
    stop: CancellationToken,
    following: Option<JoinHandle<()>>,
    task: JoinHandle<std::io::Result<()>>,
}

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The code of the first error, at the top or in a payload.
    pub fn code(&self) -> String {
        let json = self.json();
        let top = json["errors"][0]["extensions"]["code"].as_str();
        let payloads = json["data"].as_object().into_iter().flat_map(|data| data.values());
        let refusal = payloads
            .filter_map(|payload| payload["userErrors"][0]["code"].as_str())
            .next();
        top.or(refusal).unwrap_or_default().to_owned()
    }

    /// The value at a path below `data`.
    pub fn data(&self, path: &str) -> Value {
        self.json()["data"].pointer(path).cloned().unwrap_or_default()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The refresh token that the answer puts into the cookie.
    pub fn cookie(&self) -> String {
        let cookie = self.header("set-cookie");
        let value = cookie.split(';').next().unwrap().split_once('=').unwrap().1;
        value.to_owned()
    }
}

impl Serving {
    /// Serves a world.
    pub async fn of(world: &World) -> Self {
        Self::with(world, &[]).await
    }

    /// Serves a world with settings of its own, as one more replica would.
    pub async fn with(world: &World, settings: &[(&'static str, &str)]) -> Self {
        Self::start(world, settings, Keys::new([7; 32], [8; 32])).await
    }

    /// Serves a world with keys of its own.
    pub async fn with_keys(world: &World, keys: Keys) -> Self {
        Self::start(world, &[], keys).await
    }

    async fn start(world: &World, settings: &[(&'static str, &str)], keys: Keys) -> Self {
        let mut flags = BTreeMap::from([
            ("database_url", world.url.clone()),
            ("data_dir", world.folder.display().to_string()),
        ]);
        flags.extend(settings.iter().map(|(key, value)| (*key, (*value).to_owned())));
        let app = Arc::new(App::new(
            Config::with(&flags).unwrap(),
            Db::open(&world.url, 4).await.unwrap(),
            Arc::new(world.clock.clone()),
            Arc::new(SystemIds),
            keys,
        ));
        let stop = CancellationToken::new();
        let (tell, listening) = oneshot::channel();
        let served = server::serve(
            Arc::clone(&app),
            "127.0.0.1:0".parse().unwrap(),
            stop.clone(),
            |address| {
                tell.send(address).unwrap();
            },
        );
        let task = tokio::spawn(served);
        let address = listening.await.unwrap();
        Self {
            app,
            url: format!("http://{address}"),
            http: reqwest::Client::new(),
            stop,
            following: None,
            task,
        }
    }

    /// Serves a world, and follows its events as `serve` does.
    pub async fn live(world: &World, settings: &[(&'static str, &str)]) -> Self {
        let mut serving = Self::with(world, settings).await;
        let position = outbox::head(&serving.app.db).await.unwrap();
        let follow = outbox::follow(Arc::clone(&serving.app), position, serving.stop.clone());
        serving.following = Some(tokio::spawn(follow));
        serving
    }

    /// Tells the server to stop without waiting for it.
    pub fn tell_to_stop(&self) {
        self.stop.cancel();
    }

    /// Stops the server and waits until it has.
    pub async fn stop(self) {
        self.stop.cancel();
        self.task.await.unwrap().unwrap();
        if let Some(following) = self.following {
            following.await.unwrap();
        }
        self.app.db.clone().close().await;
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.http.get(format!("{}{path}", self.url))).await
    }

    /// A request to be sent to `/graphql`.
    pub fn post(&self, body: &Value) -> RequestBuilder {
        self.http
            .post(format!("{}/graphql", self.url))
            .header("accept", "application/graphql-response+json")
            .json(body)
    }

    /// Asks as nobody.
    pub async fn ask(&self, query: &str, variables: Value) -> Answer {
        self.send(self.post(&json!({"query": query, "variables": variables})))
            .await
    }

    /// Asks with a token.
    pub async fn ask_as(&self, token: &str, query: &str, variables: Value) -> Answer {
        let request = self.post(&json!({"query": query, "variables": variables}));
        self.send(request.bearer_auth(token)).await
    }

    /// Signs in with the cookie.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.ask(SIGN_IN, json!({"input": {"email": email, "password": password}}))
            .await
    }

    /// The access token of somebody who signs in, with the second factor where there is one.
    pub async fn token_of(&self, person: &Person) -> String {
        with_password(person).await;
        let answer = self.sign_in(&person.email, PASSWORD).await;
        let challenge = answer.data("/signIn/secondFactor/token");
        let token = match challenge.as_str() {
            Some(token) => self
                .complete(token, json!({"totp": person.code()}))
                .await
                .data("/completeSignIn/accessToken"),
            None => answer.data("/signIn/accessToken"),
        };
        token.as_str().unwrap_or_else(|| panic!("{answer:?}")).to_owned()
    }

    /// Finishes a sign-in with the second factor.
    pub async fn complete(&self, token: &str, answer: Value) -> Answer {
        self.ask(COMPLETE, json!({"input": {"token": token, "answer": answer}}))
            .await
    }

    /// The access token of somebody who signs in by a document that the server knows.
    pub async fn token_by_id(&self, person: &Person, document: &str) -> String {
        with_password(person).await;
        let input = json!({"input": {"email": person.email, "password": PASSWORD}});
        let answer = self
            .send(self.post(&json!({"documentId": document, "variables": input})))
            .await;
        answer.data("/signIn/accessToken").as_str().unwrap().to_owned()
    }

    /// Refreshes with the cookie, with or without the header that a form cannot send.
    pub async fn refresh(&self, cookie: &str, by_script: bool) -> Answer {
        let mut request = self
            .post(&json!({"query": REFRESH}))
            .header("cookie", format!("touchstone={cookie}"));
        if by_script {
            request = request.header("x-touchstone-csrf", "1");
        }
        self.send(request).await
    }
}

pub const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { \
     accessToken expiresIn refreshToken viewer { roles person { id email } } userErrors { code message } \
     secondFactor { token expiresAt methods } } }";
pub const COMPLETE: &str = "mutation($input: CompleteSignInInput!) { completeSignIn(input: $input) { \
     accessToken expiresIn refreshToken viewer { roles person { id email } } userErrors { code message } } }";
pub const REFRESH: &str = "mutation { refreshSession { accessToken userErrors { code } } }";
pub const VIEWER: &str = "{ viewer { person { id } } }";

/// Gives somebody the password of everybody.
pub async fn with_password(person: &Person) {
    let hash = hash_password(&person.world.app, PASSWORD).await.unwrap();
    let row = person::ActiveModel {
        id: Set(person.id),
        password_hash: Set(Some(hash)),
        ..Default::default()
    };
    person::Entity::update(row)
        .exec(person.world.app.db.write())
        .await
        .unwrap();
}
