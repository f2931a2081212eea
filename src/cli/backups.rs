//! `backup` and `restore`.

use std::path::Path;

use super::{Failure, existing, opened, print};
use crate::{
    backups::{self, rules::Manifest},
    platform::{config::Config, telemetry},
};

/// Copies everything into a folder.
pub(super) async fn backup(into: &Path, config: Config) -> Result<(), Failure> {
    existing(&config)?;
    let app = opened(config).await?;
    let taken = backups::take(&app, into).await;
    app.db.clone().close().await;
    let manifest = taken.map_err(Failure::of)?;
    print(&format!("{}: {}\n", into.display(), told(&manifest)))
}

/// Puts a backup where the settings say.
pub(super) async fn restore(from: &Path, config: Config) -> Result<(), Failure> {
    telemetry::init(&config);
    let restored = backups::restore(config, from).await.map_err(Failure::of)?;
    print(&format!(
        "{}\n{} mail(s) waited when it was taken and are not sent again\naudit: {}\n",
        told(&restored.manifest),
        restored.mails_given_up,
        restored.report
    ))?;
    if restored.report.is_clean() {
        Ok(())
    } else {
        Err(Failure::Failed("the audit log is not as it was written".to_owned()))
    }
}

fn told(manifest: &Manifest) -> String {
    let rows: i64 = manifest.contents.rows.values().sum();
    let links = manifest.contents.audit.as_ref().map_or(0, |head| head.links);
    format!(
        "{} files, {} bytes, {rows} rows, {links} audit links, taken at {}",
        manifest.files.len(),
        manifest.bytes(),
        manifest.taken_at
    )
}
