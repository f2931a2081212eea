//! `mail`: looks at the mail queue.

use std::{
    fmt::Write as _,
    io::Read as _,
    path::{Path, PathBuf},
};

use clap::{Subcommand, ValueEnum};

use super::{Failure, existing, opened, print, sealed};
use crate::{
    mail::{self, MailRow, MailState, Reported},
    platform::config::Config,
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the latest mails, a line each: id, kind, state, attempts, when queued, what went wrong, for whom.
    List {
        /// Only those in this state; `unknown` are those that may not have arrived.
        #[arg(long, value_enum)]
        state: Option<State>,
        /// How many at most.
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=10_000))]
        limit: u64,
    },
    /// Take what came back of a mail, as a mail server hands it to a program: a bounce, a delay or a complaint.
    Report {
        /// The file it is in; `-` for standard input.
        file: PathBuf,
    },
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum State {
    /// It waits.
    Queued,
    /// A sender has it.
    Claimed,
    /// The mail server took it.
    Sent,
    /// There was nothing to say.
    Empty,
    /// Nobody knows whether it arrived.
    Unknown,
    /// It was refused for good, or too often.
    Failed,
    /// Its time was over.
    Lapsed,
}

impl From<State> for MailState {
    fn from(state: State) -> Self {
        match state {
            State::Queued => Self::Queued,
            State::Claimed => Self::Claimed,
            State::Sent => Self::Sent,
            State::Empty => Self::Empty,
            State::Unknown => Self::Unknown,
            State::Failed => Self::Failed,
            State::Lapsed => Self::Lapsed,
        }
    }
}

/// Runs a command on the mail queue.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    match command {
        Command::List { state, limit } => list(state, limit, config).await,
        Command::Report { file } => report(&file, config).await,
    }
}

/// Most bytes of a report: one that is longer is cut off, and what matters stands at its beginning.
const MOST_BYTES: u64 = 1 << 20;

async fn report(file: &Path, config: Config) -> Result<(), Failure> {
    existing(&config)?;
    let mut raw = Vec::new();
    let read = match file.as_os_str() == "-" {
        true => std::io::stdin().take(MOST_BYTES).read_to_end(&mut raw),
        false => std::fs::File::open(file).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut raw)),
    };
    read.map_err(Failure::of)?;
    let app = opened(config).await?;
    let reporting = async {
        let reported = mail::report(&app, &raw).await;
        reported.map_err(|error| Failure::Failed(error.message.into_owned()))
    };
    let reported: Reported = sealed(&app, reporting).await?;
    print(&format!("{}\n", <&str>::from(reported)))
}

async fn list(state: Option<State>, limit: u64, config: Config) -> Result<(), Failure> {
    let app = opened(config).await?;
    let mails = mail::latest(&app, state.map(Into::into), limit).await;
    let mails = mails.map_err(|error| Failure::Failed(error.message.into_owned()))?;
    let mut text = String::new();
    for row in &mails {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line(row));
    }
    print(&text)
}

fn line(row: &MailRow) -> String {
    let (kind, state): (&str, &str) = (row.kind.into(), row.state.into());
    format!(
        "{}\t{kind}\t{state}\t{}\t{}\t{}\t{}",
        row.public_id(),
        row.attempts,
        row.created_at,
        row.error.as_deref().unwrap_or("-"),
        row.recipient
    )
}
