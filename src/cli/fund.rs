//! `fund`: looks after the books of funds.

use clap::Subcommand;

use super::{Failure, existing, opened, print};
use crate::{funds, platform::config::Config};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prove the books of all funds from their entries and say what is not right, line by line; exit code 1 where something is.
    Verify,
}

/// Runs a command on the books.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    existing(&config)?;
    let app = opened(config).await?;
    let report = funds::verify(&app)
        .await
        .map_err(|error| Failure::Failed(error.message.into_owned()))?;
    print(&format!("{report}\n"))?;
    if report.is_clean() {
        Ok(())
    } else {
        Err(Failure::Failed("the books of a fund are not right".to_owned()))
    }
}
