//! `keys`: looks after the keys that sign access tokens.

use std::fmt::Write as _;

use clap::Subcommand;
use jiff::SignedDuration;

use super::{Failure, migrated, print, sealed};
use crate::{
    app::App,
    platform::{config::Config, error::ApiError},
    sessions::{KeyInfo, NewKey, replace_keys, rotate_keys},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say which keys there are, and what each is good for.
    List,
    /// Make the next key. It is accepted at once and signs later; running servers learn of it by themselves.
    Rotate {
        /// Minutes until it signs, at least 10: so long a copy may take to machines with a data folder of their own.
        #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(10..=525_600))]
        in_minutes: u32,
    },
    /// Make a key that signs at once and remove all others, which may be in the wrong hands: access tokens end within a
    /// minute, sessions go on.
    Replace,
}

/// Runs a command on the keys.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    // A mistyped folder would be made, with a key that nobody uses.
    if !config.data_dir.is_dir() {
        let folder = config.data_dir.display();
        return Err(Failure::Failed(format!("there is no data folder at {folder}")));
    }
    let app = migrated(config).await?;
    let failed = |error: ApiError| Failure::Failed(error.message.into_owned());
    match command {
        Command::List => {}
        Command::Rotate { in_minutes } => {
            let lead = SignedDuration::from_mins(i64::from(in_minutes));
            let rotating = async { rotate_keys(&app, lead).await.map_err(failed) };
            made(&sealed(&app, rotating).await?)?;
        }
        Command::Replace => {
            let replacing = async { replace_keys(&app).await.map_err(failed) };
            made(&sealed(&app, replacing).await?)?;
        }
    }
    list(&app)
}

fn made(key: &NewKey) -> Result<(), Failure> {
    print(&format!("New key {}, signs from {} on.\n\n", key.id, key.from))
}

fn list(app: &App) -> Result<(), Failure> {
    let mut text = String::new();
    for KeyInfo { id, from, state } in app.keys.list(app.now()) {
        let state: &'static str = state.into();
        writeln!(text, "{id}  {state:<8}  from {from}").map_err(Failure::of)?;
    }
    print(&text)
}
