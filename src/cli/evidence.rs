//! `evidence`: looks after evidence, and after the certificates of rights, which lie in the same store.

use clap::Subcommand;

use super::{Failure, existing, opened, print, sealed};
use crate::{
    app::App,
    evidence::{self, Report},
    platform::{
        config::Config,
        error::ApiError,
        ids::{IdKind, encode},
    },
    rights::{self, CertificateReport},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read every byte, every chain of custody and every timestamp again, those of certificates too, and say what is not as it
    /// was; exit code 1 where something is. What is not goes into quarantine.
    Verify,
}

/// Runs a command on evidence.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    existing(&config)?;
    let app = opened(config).await?;
    let (report, certificates) = sealed(&app, verified(&app)).await?;
    print(&told(&report, &certificates))?;
    if report.faults.is_empty() && certificates.faults.is_empty() {
        return Ok(());
    }
    Err(Failure::Failed("evidence is not as it was".to_owned()))
}

/// Reads everything again.
async fn verified(app: &App) -> Result<(Report, CertificateReport), Failure> {
    let failed = |error: ApiError| Failure::Failed(error.message.into_owned());
    let report = evidence::verify(app).await.map_err(failed)?;
    let certificates = rights::verify_certificates(app).await.map_err(failed)?;
    Ok((report, certificates))
}

fn told(report: &Report, certificates: &CertificateReport) -> String {
    let mut text = format!(
        "{} pieces of evidence, {} events of custody, {} bytes, {} timestamps\n{} certificates, {} bytes\n",
        report.items, report.events, report.bytes, report.tokens, certificates.certificates, certificates.bytes
    );
    for fault in &report.faults {
        let id = encode(IdKind::Evidence, fault.evidence);
        text.push_str(&format!("{id}: {}\n", fault.what));
    }
    for fault in &certificates.faults {
        let id = encode(IdKind::Certificate, fault.certificate);
        text.push_str(&format!("{id}: {}\n", fault.what));
    }
    if report.faults.is_empty() && certificates.faults.is_empty() {
        text.push_str("everything is as it was\n");
    }
    text
}
