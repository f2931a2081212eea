//! The program as a process of its own, which can be killed.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::Value;
use tokio::{sync::mpsc, time::timeout};

use crate::support::Place;

/// How long the program may take for anything a test waits for.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A server that was started by a test. It is killed when the test lets go of it.
pub(super) struct Touchstone {
    child: Child,
    pub(super) url: String,
    said: Arc<Mutex<Vec<String>>>,
}

fn program(place: &Place) -> Command {
    // Whoever dies on purpose need not leave its memory on the disk.
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -c 0; ulimit -n \"$(ulimit -H -n)\"; exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_touchstone"),
    ]);
    command
        .args(["--database-url", &place.url, "--data-dir"])
        .arg(&place.folder);
    command
        .env("TOUCHSTONE_LOG_FORMAT", "json")
        .env("TOUCHSTONE_LIMIT_REQUESTS_PER_MINUTE", "0")
        .env("TOUCHSTONE_LIMIT_COST_PER_MINUTE", "0")
        .env("TOUCHSTONE_LOG_FILTER", "warn,touchstone::cli::serve=info");
    command
}

/// Runs a command of the program to its end.
pub(super) fn runs(place: &Place, arguments: &[&str]) -> Output {
    program(place).args(arguments).output().unwrap()
}

impl Touchstone {
    /// Starts a server on a port of its own and waits until it listens, or has died where it was told to.
    pub(super) async fn serve(place: &Place, variables: &[(&str, String)]) -> Self {
        let mut command = program(place);
        command
            .args(["--listen", "127.0.0.1:0", "serve"])
            .stderr(Stdio::piped());
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, mut told) = mpsc::unbounded_channel();
        let said: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let address = serde_json::from_str(&line)
                    .ok()
                    .and_then(|line: Value| Some(line["address"].as_str()?.to_owned()));
                kept.lock().unwrap().push(line);
                if let Some(address) = address {
                    let _ = tell.send(address);
                }
            }
        });
        let mut server = Self {
            child,
            url: String::new(),
            said,
        };
        match timeout(PATIENCE, told.recv()).await {
            Ok(Some(address)) => server.url = format!("http://{address}"),
            Ok(None) if !variables.is_empty() => "http://127.0.0.1:1".clone_into(&mut server.url),
            _ => panic!("it does not listen: {}", server.log()),
        }
        server
    }

    /// What it logged so far.
    pub(super) fn log(&self) -> String {
        self.said.lock().unwrap().join("\n")
    }

    /// Kilobytes of memory that it holds.
    pub(super) fn resident(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// Whether it runs.
    pub(super) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Ends it as a power cut does.
    pub(super) fn kill(&mut self) -> ExitStatus {
        self.child.kill().unwrap();
        self.child.wait().unwrap()
    }

    /// Tells it to stop and waits until it has.
    pub(super) async fn stop(mut self) {
        let pid = self.child.id().to_string();
        let told = Command::new("sh")
            .args(["-c", "kill -TERM \"$0\"", &pid])
            .status()
            .unwrap();
        assert!(told.success());
        let ended = timeout(PATIENCE, until(async || !self.runs())).await;
        assert!(ended.is_ok(), "it does not stop: {}", self.log());
    }
}

impl Drop for Touchstone {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for something that another process does.
pub(super) async fn until(mut happened: impl AsyncFnMut() -> bool) {
    let mut looks = tokio::time::interval(Duration::from_millis(10));
    while !happened().await {
        looks.tick().await;
    }
}
