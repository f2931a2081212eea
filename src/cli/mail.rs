//! `mail`: looks at the mail queue.

use std::fmt::Write as _;

use clap::{Subcommand, ValueEnum};

use super::{Failure, opened, print};
use crate::{
    mail::{self, MailRow, MailState},
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
    let Command::List { state, limit } = command;
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
