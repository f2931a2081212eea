//! A real provider from `tests/tools`, gone with the test, and a browser that goes to it and back.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use jiff::Timestamp;
use reqwest::{Client, Response, redirect};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::transport::serving::{Answer, Serving};

/// Where the provider sends people back to: the public address of a server with the settings' defaults.
const BACK: &str = "http://127.0.0.1:8080/sso/callback";

/// The provider.
pub struct Provider {
    child: Child,
    pub account: Account,
}

/// What the portal is told of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    pub now: Timestamp,
}

impl Provider {
    pub fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/provider.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .args(["--redirect", BACK])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let account = serde_json::from_str(&first)
            .unwrap_or_else(|_| panic!("the provider did not start; `make test` installs what it needs"));
        Self { child, account }
    }

    /// Goes down.
    pub fn stop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A person's browser: it keeps the provider's cookies, and ours by hand.
pub struct Browser<'a> {
    serving: &'a Serving,
    http: Client,
    /// The cookie of the attempt under way.
    pub attempt: String,
}

impl<'a> Browser<'a> {
    pub fn of(serving: &'a Serving) -> Self {
        // A connection for each request: nothing is kept open to a provider that goes down.
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            .cookie_store(true)
            .pool_max_idle_per_host(0);
        Self {
            serving,
            http: http.build().unwrap(),
            attempt: String::new(),
        }
    }

    /// Asks the portal's server to begin; gives its answer.
    pub async fn begin(&mut self, domain: &str) -> Answer {
        let url = format!("{}/sso/start?domain={domain}", self.serving.url);
        let answer = answer(self.http.get(url).send().await.unwrap()).await;
        if let Some(cookie) = cookie_of(&answer, "touchstone-sso=") {
            self.attempt = cookie;
        }
        answer
    }

    /// Signs in at the provider as it is told who is there; gives the reply that it sends the browser back with.
    pub async fn at_provider(&self, way: &str, person: &Value) -> Url {
        let asked = self.http.get(way).send().await.unwrap();
        let form = joined(&asked, way);
        assert!(self.http.get(form.clone()).send().await.unwrap().status().is_success());
        let posted = self
            .http
            .post(form.clone())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(
                url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("person", &person.to_string())
                    .finish(),
            );
        let resume = joined(&posted.send().await.unwrap(), form.as_str());
        let back = joined(&self.http.get(resume.clone()).send().await.unwrap(), resume.as_str());
        assert!(back.as_str().starts_with(BACK), "{back}");
        back
    }

    /// Brings a reply to the portal's server.
    pub async fn bring(&self, reply: &Url) -> Answer {
        let url = format!(
            "{}/sso/callback?{}",
            self.serving.url,
            reply.query().unwrap_or_default()
        );
        let request = self
            .http
            .get(url)
            .header("cookie", format!("touchstone-sso={}", self.attempt));
        answer(request.send().await.unwrap()).await
    }

    /// All of it: gives the server's last answer.
    pub async fn sign_in(&mut self, domain: &str, person: &Value) -> Answer {
        let begun = self.begin(domain).await;
        let reply = self.at_provider(begun.header("location"), person).await;
        self.bring(&reply).await
    }
}

/// Somebody at the provider, with a verified address.
pub fn somebody(sub: &str, email: &str) -> Value {
    json!({"sub": sub, "email": email, "email_verified": true})
}

/// The same with claims that replace those of the token.
pub fn tampered(sub: &str, email: &str, tamper: &Value) -> Value {
    let mut person = somebody(sub, email);
    person["tamper"] = tamper.clone();
    person
}

/// Where an answer leads: the path with everything behind it.
pub fn leads_to(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{answer:?}");
    let url: Url = answer.header("location").parse().unwrap();
    let text = url.as_str();
    text.strip_prefix("http://127.0.0.1:8080").unwrap_or(text).to_owned()
}

/// The token in the fragment of the page that an answer leads to.
pub fn link_token(answer: &Answer) -> String {
    let way = leads_to(answer);
    way.strip_prefix("/sign-in#link=")
        .unwrap_or_else(|| panic!("{way}"))
        .to_owned()
}

/// The value of a cookie that an answer sets.
pub fn cookie_of(answer: &Answer, name: &str) -> Option<String> {
    let mut cookies = answer.headers.get_all("set-cookie").iter();
    cookies.find_map(|cookie| {
        let value = cookie.to_str().unwrap().strip_prefix(name)?;
        value.split(';').next().map(str::to_owned)
    })
}

fn joined(response: &Response, base: &str) -> Url {
    let location = response.headers().get("location");
    let location = location.unwrap_or_else(|| panic!("no redirect but {}", response.status()));
    Url::parse(base).unwrap().join(location.to_str().unwrap()).unwrap()
}

async fn answer(response: Response) -> Answer {
    Answer {
        status: response.status(),
        headers: response.headers().clone(),
        body: response.text().await.unwrap(),
    }
}
