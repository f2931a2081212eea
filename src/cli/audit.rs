//! `audit`: looks after the audit log.

use clap::Subcommand;

use super::{Failure, opened, print};
use crate::{audit, platform::config::Config};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read the sealed chain and say what was altered, removed, inserted or cut off; exit code 1 where something was.
    Verify,
}

/// Runs a command on the audit log.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    // A mistyped folder would be made, and an empty log found in order.
    if !config.data_dir.is_dir() {
        let folder = config.data_dir.display();
        return Err(Failure::Failed(format!("there is no data folder at {folder}")));
    }
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
