//! The keys that sign access tokens: changed while replicas run.

use std::{
    io::{BufRead as _, BufReader, Lines},
    process::{Child, ChildStderr, Command, Output, Stdio},
};

use jiff::SignedDuration;
use serde_json::json;
use touchstone::{
    platform::ids::SystemIds,
    sessions::{KeyState, SHORTEST_LEAD, keys::Keys, replace_keys, rotate_keys},
};

use crate::{
    both_databases,
    support::{PASSWORD, World},
    transport::serving::{Answer, SIGN_IN, Serving, VIEWER, with_password},
};

/// A token of a key that nobody has: `{"alg":"EdDSA","typ":"at+jwt","kid":"unknown"}`.
const UNKNOWN_KEY: &str = "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCIsImtpZCI6InVua25vd24ifQ.e30.AAAA";

fn opened(world: &World) -> Keys {
    Keys::open(&world.folder.join("keys"), &SystemIds, world.now()).unwrap()
}

/// Runs the program on the world's database and folder.
fn runs(world: &World, arguments: &[&str]) -> Output {
    program(world, arguments).output().unwrap()
}

fn program(world: &World, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
    command.args(["--database-url", &world.url, "--data-dir"]);
    command.arg(&world.folder).args(arguments);
    command
}

/// A server in a process of its own, gone with the test.
struct Replica {
    child: Child,
    /// Open as long as the process lives: it could not write to it otherwise.
    _log: Lines<BufReader<ChildStderr>>,
    url: String,
    http: reqwest::Client,
}

impl Replica {
    fn start(world: &World) -> Self {
        let mut command = program(world, &["--listen", "127.0.0.1:0", "serve"]);
        command
            .env("TOUCHSTONE_LOG_FORMAT", "json")
            .env("TOUCHSTONE_EMBEDDED_WORKER", "false");
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = log.by_ref().map_while(Result::ok).find_map(|line| {
            let line: serde_json::Value = serde_json::from_str(&line).ok()?;
            line["address"].as_str().map(str::to_owned)
        });
        Self {
            child,
            _log: log,
            url: format!("http://{}", address.unwrap()),
            http: reqwest::Client::new(),
        }
    }

    async fn ask(&self, token: Option<&str>, query: &str, variables: serde_json::Value) -> Answer {
        let request = self.http.post(format!("{}/graphql", self.url));
        let request = request.json(&json!({"query": query, "variables": variables}));
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.send().await.unwrap();
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }

    async fn token_of(&self, email: &str) -> String {
        let input = json!({"input": {"email": email, "password": PASSWORD}});
        let answer = self.ask(None, SIGN_IN, input).await;
        answer.data("/signIn/accessToken").as_str().unwrap().to_owned()
    }

    async fn knows(&self, token: &str) -> bool {
        self.ask(Some(token), VIEWER, json!({})).await.code().is_empty()
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

both_databases! {
    /// A rotation from beginning to end, under the test's clock: each replica takes the other's tokens at every moment.
    async fn two_replicas_take_each_others_tokens_all_through_a_rotation(world: World) {
        let (one, other) = (Serving::with_keys(&world, opened(&world)).await, Serving::with_keys(&world, opened(&world)).await);
        let person = world.brand("Acme").await.investigator().await;
        let first = one.app.keys.list(world.now()).remove(0).id;
        let new = rotate_keys(&one.app, SignedDuration::from_mins(15)).await.unwrap();
        let mut seen = Vec::new();
        for _ in 0..40 {
            for (signs, takes) in [(&one, &other), (&other, &one)] {
                let token = signs.token_of(&person).await;
                assert_eq!(takes.ask_as(&token, VIEWER, json!({})).await.data("/viewer/person/id"), json!(person.public_id()));
            }
            seen.push(one.app.keys.list(world.now()).iter().map(|key| key.state).collect::<Vec<_>>());
            world.clock.advance(SignedDuration::from_mins(1));
        }
        seen.dedup();
        let both = |first, second| vec![first, second];
        assert_eq!(seen, [
            both(KeyState::Signs, KeyState::Next),
            both(KeyState::Accepted, KeyState::Signs),
            both(KeyState::Ended, KeyState::Signs),
        ]);
        let set = other.get("/.well-known/jwks.json").await;
        assert!(set.body.contains(&new.id) && !set.body.contains(&first), "{}", set.body);
        one.stop().await;
        other.stop().await;
    }

    /// Two processes and a third that changes the key: nobody is started anew.
    async fn running_processes_follow_a_key_that_was_replaced(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let (one, other) = (Replica::start(&world), Replica::start(&world));
        let old = one.token_of(&person.email).await;
        assert!(one.knows(&old).await && other.knows(&old).await);

        let replaced = runs(&world, &["keys", "replace"]);
        assert!(replaced.status.success(), "{replaced:?}");
        assert!(!one.knows(UNKNOWN_KEY).await, "it looks for the key");
        assert!(!one.knows(&old).await);
        let new = one.token_of(&person.email).await;
        assert!(other.knows(&new).await, "the other one looks for the key, too");
        assert!(!other.knows(&old).await);
    }

    async fn the_command_line_makes_one_next_key_and_says_what_there_is(world: World) {
        assert_eq!(runs(&world, &["keys", "rotate", "--in-minutes", "9"]).status.code(), Some(2), "too soon for replicas");
        let rotated = runs(&world, &["keys", "rotate"]);
        assert!(rotated.status.success(), "{rotated:?}");
        let listed = String::from_utf8(runs(&world, &["keys", "list"]).stdout).unwrap();
        let states: Vec<_> = listed.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
        assert_eq!(states, ["signs", "next"], "{listed}");
        let again = runs(&world, &["keys", "rotate"]);
        assert_eq!(again.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&again.stderr).contains("A next key waits already"), "{again:?}");
        let nowhere = runs(&world, &["--data-dir", "/nowhere/at/all", "keys", "list"]);
        assert_ne!(nowhere.status.code(), Some(0));
    }

    async fn a_change_of_keys_stands_in_the_audit_log_and_a_refused_one_changes_nothing(world: World) {
        let serving = Serving::with_keys(&world, opened(&world)).await;
        let app = &serving.app;
        let early = SHORTEST_LEAD - SignedDuration::from_secs(1);
        assert!(world.nothing_changes(rotate_keys(app, early)).await.is_err());
        let next = rotate_keys(app, SHORTEST_LEAD).await.unwrap();
        let before = app.keys.list(world.now());
        assert!(world.nothing_changes(rotate_keys(app, SHORTEST_LEAD)).await.is_err());
        assert_eq!(app.keys.list(world.now()), before);
        let replaced = replace_keys(app).await.unwrap();
        let left = app.keys.list(world.now());
        assert_eq!(left.iter().map(|key| &key.id).collect::<Vec<_>>(), [&replaced.id]);
        let mut acts = super::acts(&world).await;
        // Both are of one moment.
        acts.sort_by(|a, b| b.0.cmp(&a.0));
        assert_eq!(acts.iter().map(|(action, _)| action.as_str()).collect::<Vec<_>>(), ["rotateKeys", "replaceKeys"]);
        assert!(acts[0].1.contains(&next.id) && acts[1].1.contains(&next.id), "{acts:?}");
        serving.stop().await;
    }

    async fn the_published_keys_may_be_kept_for_minutes_and_asked_for_again_cheaply(world: World) {
        let serving = Serving::with_keys(&world, opened(&world)).await;
        let path = "/.well-known/jwks.json";
        let set = serving.get(path).await;
        assert_eq!(set.header("cache-control"), "public, max-age=300, must-revalidate");
        assert_eq!(set.header("content-type"), "application/jwk-set+json");
        let tag = set.header("etag").to_owned();
        let ask = || serving.http.get(format!("{}{path}", serving.url)).header("if-none-match", &tag);
        let same = serving.send(ask()).await;
        assert_eq!((same.status.as_u16(), same.body.as_str(), same.header("etag")), (304, "", tag.as_str()));
        rotate_keys(&serving.app, SHORTEST_LEAD).await.unwrap();
        let changed = serving.send(ask()).await;
        assert_eq!(changed.status, 200);
        assert_eq!(changed.json()["keys"].as_array().unwrap().len(), 2);
        serving.stop().await;
    }
}
