//! `evidence`: looks after evidence, and after what lies in the same store: certificates of rights, documents and pictures of the
//! registry.

use clap::Subcommand;

use super::{Failure, existing, opened, print, sealed};
use crate::{
    app::App,
    evidence::{self, KeptReport, Report},
    platform::{
        config::Config,
        error::ApiError,
        ids::{IdKind, encode},
    },
    products,
    rights::{self, CertificateReport},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read every byte, every chain of custody and every timestamp again, those of the registry's files too, and say what is not
    /// as it was; exit code 1 where something is. What is not goes into quarantine.
    Verify,
}

/// Everything that was read.
struct Everything {
    evidence: Report,
    certificates: CertificateReport,
    documents: KeptReport,
    pictures: KeptReport,
}

impl Everything {
    fn is_as_it_was(&self) -> bool {
        self.evidence.faults.is_empty()
            && self.certificates.faults.is_empty()
            && self.documents.faults.is_empty()
            && self.pictures.faults.is_empty()
    }
}

/// Runs a command on evidence.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Verify = command;
    existing(&config)?;
    let app = opened(config).await?;
    let found = sealed(&app, verified(&app)).await?;
    print(&told(&found))?;
    match found.is_as_it_was() {
        true => Ok(()),
        false => Err(Failure::Failed("evidence is not as it was".to_owned())),
    }
}

/// Reads everything again.
async fn verified(app: &App) -> Result<Everything, Failure> {
    let failed = |error: ApiError| Failure::Failed(error.message.into_owned());
    Ok(Everything {
        evidence: evidence::verify(app).await.map_err(failed)?,
        certificates: rights::verify_certificates(app).await.map_err(failed)?,
        documents: rights::verify_documents(app).await.map_err(failed)?,
        pictures: products::verify_pictures(app).await.map_err(failed)?,
    })
}

fn told(found: &Everything) -> String {
    let (report, certificates) = (&found.evidence, &found.certificates);
    let mut text = format!(
        "{} pieces of evidence, {} events of custody, {} bytes, {} timestamps\n{} certificates, {} bytes\n",
        report.items, report.events, report.bytes, report.tokens, certificates.certificates, certificates.bytes
    );
    for (name, kept) in [("documents", &found.documents), ("reference pictures", &found.pictures)] {
        text.push_str(&format!("{} {name}, {} bytes\n", kept.files, kept.bytes));
    }
    for fault in &report.faults {
        let id = encode(IdKind::Evidence, fault.evidence);
        text.push_str(&format!("{id}: {}\n", fault.what));
    }
    for fault in &certificates.faults {
        let id = encode(IdKind::Certificate, fault.certificate);
        text.push_str(&format!("{id}: {}\n", fault.what));
    }
    for (kind, kept) in [(IdKind::Document, &found.documents), (IdKind::Picture, &found.pictures)] {
        for fault in &kept.faults {
            text.push_str(&format!("{}: its bytes are not what they were\n", encode(kind, *fault)));
        }
    }
    if found.is_as_it_was() {
        text.push_str("everything is as it was\n");
    }
    text
}
