//! A real SMTP server from `tests/tools`, gone with the test.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use serde::Deserialize;
use touchstone::platform::{config::Config, email::Mailer};

/// The server, and what it said so far.
pub struct Smtp {
    child: Child,
    lines: BufReader<ChildStdout>,
    account: Account,
    ca: PathBuf,
}

#[derive(Deserialize)]
struct Account {
    port: u16,
    ca: String,
    username: String,
    password: String,
}

/// A message that the server took.
#[derive(Debug, Deserialize)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    pub raw: String,
    pub secure: bool,
}

/// Where a session of a server in the mode `step` stands.
#[derive(Debug, Deserialize)]
pub struct Stage {
    pub stage: String,
    pub session: String,
    /// The message, at the stage `data`.
    #[serde(default)]
    pub raw: String,
}

impl Smtp {
    /// Starts a server in one of the modes of `tests/tools/smtp.mjs`.
    pub fn start(mode: &str, folder: &Path) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/smtp.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .args(["--mode", mode])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let account: Account = serde_json::from_str(&first)
            .unwrap_or_else(|_| panic!("the mail server did not start; `make test` installs what it needs"));
        let ca = folder.join(format!("ca-{}.pem", account.port));
        std::fs::write(&ca, &account.ca).unwrap();
        Self {
            child,
            lines,
            account,
            ca,
        }
    }

    /// A mailer that signs in to it; `change` may spoil its URL.
    pub fn mailer(&self, change: impl FnOnce(String) -> String) -> Mailer {
        let flags = [("mail_url", self.url(change))].into();
        Mailer::new(&Config::with(&flags).unwrap()).unwrap()
    }

    /// The URL with which one signs in to it; `change` may spoil it.
    pub fn url(&self, change: impl FnOnce(String) -> String) -> String {
        let Account {
            port,
            username,
            password,
            ..
        } = &self.account;
        let password = password.replace(' ', "%20");
        change(format!(
            "smtp://{username}:{password}@localhost:{port}?ca={}",
            self.ca.display()
        ))
    }

    /// The next stage that a session came to.
    pub fn stage(&mut self) -> Stage {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// Lets a session go on.
    pub fn go(&mut self, session: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{session}").unwrap();
    }

    /// The next message it took.
    pub fn received(&mut self) -> Received {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// How many more messages it took until now; it ends.
    pub fn rest(mut self) -> usize {
        drop(self.child.stdin.take());
        self.lines.by_ref().lines().count()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}
