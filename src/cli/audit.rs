//! `audit`: looks after the audit log.

use clap::Subcommand;

use super::{Failure, existing, opened, print};
use crate::{audit, platform::config::Config};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read the sealed chain and say what was altered, removed, inserted or cut off; exit code 1 where something was.
    Verify,
}

/// Runs a command on the audit log.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    existing(&config)?;
    let app = opened(config).await?;
    let report = audit::verify(&app)
        .await
        .map_err(|error| Failure::Failed(error.message.into_owned()))?;
    print(&format!("{report}\n"))?;
    if report.is_clean() {
        Ok(())
    } else {
        Err(Failure::Failed("the audit log is not as it was written".to_owned()))
    }
}
