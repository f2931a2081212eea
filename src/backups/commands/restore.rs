//! Restoring a backup into an empty place.

use std::{fs, path::Path};

use serde_json::json;

use super::files;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category, Report},
    backups::{
        BackupError,
        rules::{self, Kind, Manifest},
        store, tools,
    },
    mail,
    platform::{
        config::Config,
        db::{Db, known_migrations, sqlite_file},
    },
};

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// Mails that waited when it was taken; nobody knows whether they went out since, so nobody sends them again.
    pub mails_given_up: u64,
    /// What verifying the audit chain found.
    pub report: Report,
}

/// Puts a backup where the settings say, which has to be empty: the data folder and the database.
///
/// # Errors
/// [`BackupError`]. Before the first file is written everything is checked that can be; what was written when something
/// failed later stays for inspection.
pub async fn restore(config: Config, from: &Path) -> Result<Restored, BackupError> {
    let manifest = read(from)?;
    let file = sqlite_file(&config.database());
    let into = file.as_ref().map_or(Kind::Postgresql, |_| Kind::Sqlite);
    manifest
        .check(into, &known_migrations())
        .map_err(BackupError::Refused)?;
    verified(from, &manifest)?;
    files::must_be_empty(&config.data_dir)?;
    match &file {
        Some(file) => put_sqlite(&config, from, file)?,
        None => put_postgres(&config, from).await?,
    }
    files::copy_folder(&from.join(rules::FILES), &config.data_dir)?;
    files::sync_folder(&config.data_dir)?;
    let app = App::open(config)
        .await
        .map_err(|error| BackupError::Database(error.to_string()))?;
    let settled = settled(&app, manifest).await;
    app.db.clone().close().await;
    settled
}

fn read(from: &Path) -> Result<Manifest, BackupError> {
    let file = from.join(rules::MANIFEST);
    let text = fs::read(&file).map_err(|error| BackupError::file(&file, error))?;
    serde_json::from_slice(&text).map_err(|error| BackupError::Refused(format!("{}: {error}", file.display())))
}

/// Reads every file and believes none that is not as the manifest says.
fn verified(from: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    for file in &manifest.files {
        let path = from.join(&file.path);
        let (bytes, sha256) = files::hash(&path)?;
        if (bytes, &sha256) != (file.bytes, &file.sha256) {
            return Err(BackupError::Refused(format!(
                "{} is not as it was written; nothing was restored",
                path.display()
            )));
        }
    }
    let database = manifest.database.file();
    if !manifest.files.iter().any(|file| file.path == database) {
        return Err(BackupError::Refused(format!("there is no {database} in it")));
    }
    Ok(())
}

fn put_sqlite(config: &Config, from: &Path, file: &Path) -> Result<(), BackupError> {
    if file.exists() {
        return Err(BackupError::Refused(format!(
            "{} is there already; nothing was restored",
            file.display()
        )));
    }
    files::private_folder(&config.data_dir)?;
    files::copy(&from.join(rules::SQLITE_COPY), file)
}

async fn put_postgres(config: &Config, from: &Path) -> Result<(), BackupError> {
    let db = Db::open(&config.database(), 1)
        .await
        .map_err(|error| BackupError::Database(error.to_string()))?;
    let is_empty = store::is_empty(&db).await;
    db.close().await;
    if !is_empty? {
        return Err(BackupError::Refused(
            "the database is not empty; nothing was restored".to_owned(),
        ));
    }
    tools::restore(&config.database(), &from.join(rules::POSTGRES_DUMP)).await
}

/// Compares what came back with what was counted, brings it up to this version, and verifies the audit chain.
async fn settled(app: &App, manifest: Manifest) -> Result<Restored, BackupError> {
    let found = store::contents(app.db.read()).await?;
    if found != manifest.contents {
        return Err(BackupError::Refused(
            "what came back is not what was counted when the backup was taken".to_owned(),
        ));
    }
    app.db
        .migrate()
        .await
        .map_err(|error| BackupError::Database(error.to_string()))?;
    let mails_given_up = recorded(app, &manifest).await?;
    audit::seal(app).await?;
    audit::checkpoint(app).await?;
    if let Some(head) = &manifest.contents.audit
        && audit::link_hash(app, head.links).await?.as_ref() != Some(&head.hash)
    {
        return Err(BackupError::Refused(
            "the audit chain has another end than the backup says".to_owned(),
        ));
    }
    Ok(Restored {
        mails_given_up,
        report: audit::verify(app).await?,
        manifest,
    })
}

/// Says in the audit log that time went back, and gives up the mails that waited then.
async fn recorded(app: &App, manifest: &Manifest) -> Result<u64, BackupError> {
    let tx = app.begin().await?;
    let given_up = mail::give_up_waiting(&tx).await?;
    let detail = json!({
        "takenAt": manifest.taken_at.to_string(), "version": manifest.version, "mailsGivenUp": given_up,
    });
    let act = Act {
        category: Category::Admin,
        action: "restoreBackup",
        object: None,
        root: None,
        detail: &detail,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(given_up)
}
