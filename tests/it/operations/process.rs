//! The program as processes of their own, which can be stopped and killed.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};
use tokio::sync::oneshot;

/// A process that serves or works; killed with the test.
pub struct Process {
    child: Child,
    /// Where it serves; empty where it only works.
    pub url: String,
}

impl Process {
    /// Starts one and waits until it says that it is there.
    pub async fn start(role: &str, database: &str, folder: &Path, settings: &[(&str, &str)]) -> Self {
        Self::within(&[], role, database, folder, settings).await
    }

    /// The same with more in its environment than settings.
    pub async fn within(
        environment: &[(&str, &str)],
        role: &str,
        database: &str,
        folder: &Path,
        settings: &[(&str, &str)],
    ) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
        command
            .arg(role)
            .args(["--listen", "127.0.0.1:0", "--database-url", database, "--data-dir"])
            .arg(folder)
            .env("TOUCHSTONE_LOG_FORMAT", "json")
            .env("TOUCHSTONE_LIMIT_REQUESTS_PER_MINUTE", "0")
            .env("TOUCHSTONE_LIMIT_COST_PER_MINUTE", "0")
            .envs(environment.iter().copied())
            .envs(
                settings
                    .iter()
                    .map(|(key, value)| (format!("TOUCHSTONE_{}", key.to_uppercase()), *value)),
            )
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, told) = oneshot::channel();
        // Reads to the end, so that the process never waits for somebody to read.
        std::thread::spawn(move || {
            let mut tell = Some(tell);
            let mut seen = Vec::new();
            for line in lines.map_while(Result::ok) {
                let said: Value = serde_json::from_str(&line).unwrap_or_default();
                let ready = match said["message"].as_str() {
                    Some("listening") => said["address"].as_str().map(|address| format!("http://{address}")),
                    Some("working") => Some(String::new()),
                    _ => None,
                };
                if let Some(url) = ready
                    && let Some(tell) = tell.take()
                {
                    let _ = tell.send(Ok(url));
                } else {
                    seen.push(line);
                }
            }
            if let Some(tell) = tell {
                let _ = tell.send(Err(seen.join("\n")));
            }
        });
        let url = told
            .await
            .unwrap()
            .unwrap_or_else(|said| panic!("{role} did not start: {said}"));
        Self { child, url }
    }

    /// Tells it to stop and waits until it has.
    pub async fn stop(mut self) {
        let told = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
        let ended = tokio::task::spawn_blocking(move || self.child.wait().unwrap())
            .await
            .unwrap();
        assert!(ended.success(), "{ended:?}");
    }

    /// Ends it as the loss of its machine would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back from a server: its status, whether it says when to try again, and the body.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) retry_after: bool,
    pub(super) body: Value,
}

impl Reply {
    /// The code of the first error, at the top or in a payload.
    pub(super) fn code(&self) -> Option<&str> {
        let top = self.body["errors"][0]["extensions"]["code"].as_str();
        let payloads = self.body["data"].as_object().into_iter().flat_map(|data| data.values());
        let refusal = payloads
            .filter_map(|payload| payload["userErrors"][0]["code"].as_str())
            .next();
        top.or(refusal)
    }
}

/// Asks a server; `None` where nobody answers.
pub(super) async fn ask(
    http: &reqwest::Client,
    url: &str,
    token: Option<&str>,
    query: &str,
    variables: Value,
) -> Option<Reply> {
    let mut request = http
        .post(format!("{url}/graphql"))
        .header("accept", "application/graphql-response+json")
        .json(&json!({"query": query, "variables": variables}));
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let response = request.send().await.ok()?;
    Some(Reply {
        status: response.status().as_u16(),
        retry_after: response.headers().contains_key("retry-after"),
        body: response.json().await.ok()?,
    })
}
