//! `evidence`: looks after evidence.

use clap::Subcommand;

use super::{Failure, existing, opened, print, sealed};
use crate::{
    evidence::{self, Report},
    platform::{
        config::Config,
        ids::{IdKind, encode},
    },
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read every byte, every chain of custody and every timestamp again, and say what is not as it was; exit code 1 where
    /// something is. What is not goes into quarantine.
    Verify,
}

/// Runs a command on evidence.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    existing(&config)?;
    let app = opened(config).await?;
    let work = async {
        evidence::verify(&app)
            .await
            .map_err(|error| Failure::Failed(error.message.into_owned()))
    };
    let report = sealed(&app, work).await?;
    print(&told(&report))?;
    if report.faults.is_empty() {
        return Ok(());
    }
    Err(Failure::Failed("evidence is not as it was".to_owned()))
}

fn told(report: &Report) -> String {
    let mut text = format!(
        "{} pieces of evidence, {} events of custody, {} bytes, {} timestamps\n",
        report.items, report.events, report.bytes, report.tokens
    );
    for fault in &report.faults {
        let id = encode(IdKind::Evidence, fault.evidence);
        text.push_str(&format!("{id}: {}\n", fault.what));
    }
    if report.faults.is_empty() {
        text.push_str("everything is as it was\n");
    }
    text
}
