//! Taking a backup while the service is running.

use std::{fs, io, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::files;
use crate::{
    app::App,
    audit,
    backups::{
        BackupError,
        rules::{self, Contents, Kind, Manifest},
        store, tools,
    },
    platform::{
        db::{Db, sqlite_url},
        files as platform_files,
    },
};

/// Where the data folder remembers when it was last copied.
const LAST: &str = "last-backup.json";

/// When the last backup was taken from this machine.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Last {
    taken_at: Timestamp,
    bytes: u64,
}

/// Copies everything the service keeps into a new or empty folder. What was confirmed before this was called is in it.
///
/// # Errors
/// [`BackupError`]; then the folder is left without anything in it.
pub async fn take(app: &App, into: &Path) -> Result<Manifest, BackupError> {
    files::must_be_empty(into)?;
    files::private_folder(into)?;
    match filled(app, into).await {
        Ok(manifest) => {
            remember(app, &manifest)?;
            Ok(manifest)
        }
        Err(error) => {
            // Half a backup helps nobody; where even this fails, there is no manifest to believe.
            let _ = fs::remove_dir_all(into);
            Err(error)
        }
    }
}

async fn filled(app: &App, into: &Path) -> Result<Manifest, BackupError> {
    let taken_at = app.now();
    vouched(app).await?;
    let kept = into.join(rules::FILES);
    files::private_folder(&kept)?;
    let data = &app.config.data_dir;
    files::copy_folder(&data.join("keys"), &kept.join("keys"))?;
    let checkpoints = || files::copy_folder(&data.join("audit"), &kept.join("audit"));
    audit::undisturbed(data, checkpoints).map_err(|error| BackupError::file(data, error))??;
    let database = kind(&app.db);
    let contents = match database {
        Kind::Sqlite => copied(&app.db, &into.join(rules::SQLITE_COPY)).await?,
        Kind::Postgresql => dumped(app, &into.join(rules::POSTGRES_DUMP)).await?,
    };
    // After the database: whatever it refers to was there before it.
    if let Some(folder) = app.files.folder() {
        let stored = Path::new(platform_files::FOLDER).join(platform_files::KEPT);
        files::copy_folder(&folder.join(platform_files::KEPT), &kept.join(stored))?;
    }
    let manifest = Manifest {
        format: rules::FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at,
        database,
        contents,
        files: files::listed(into)?,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(|error| BackupError::Refused(error.to_string()))?;
    files::write(&into.join(rules::MANIFEST), &text)?;
    files::sync_folder(into)?;
    Ok(manifest)
}

fn kind(db: &Db) -> Kind {
    if db.is_sqlite() { Kind::Sqlite } else { Kind::Postgresql }
}

/// Has everything that was done sealed and vouched for, unless the database waits for its migrations.
async fn vouched(app: &App) -> Result<(), BackupError> {
    if app.db.is_ready().await {
        audit::seal(app).await?;
        audit::checkpoint(app).await?;
    }
    Ok(())
}

/// Copies SQLite, then looks into the copy: what cannot be read back is no backup.
async fn copied(db: &Db, file: &Path) -> Result<Contents, BackupError> {
    store::copy_into(db, file).await?;
    let copy = Db::open(&sqlite_url(file), 1)
        .await
        .map_err(|error| BackupError::Database(error.to_string()))?;
    let contents = store::contents(copy.read()).await;
    let faults = store::faults(&copy).await;
    copy.close().await;
    if let Some(fault) = faults?.first() {
        return Err(BackupError::Refused(format!("the database is damaged: {fault}")));
    }
    files::settle(file)?;
    Ok(contents?)
}

/// Dumps PostgreSQL, and counts its rows in the same moment.
async fn dumped(app: &App, file: &Path) -> Result<Contents, BackupError> {
    let moment = store::moment(&app.db).await?;
    tools::dump(&app.config.database(), &moment.name, file).await?;
    let contents = store::contents(&moment.transaction).await?;
    files::settle(file)?;
    Ok(contents)
}

fn remember(app: &App, manifest: &Manifest) -> Result<(), BackupError> {
    let last = Last {
        taken_at: manifest.taken_at,
        bytes: manifest.bytes(),
    };
    let file = app.config.data_dir.join(LAST);
    let draft = file.with_extension("new");
    let text = serde_json::to_vec(&last).map_err(|error| BackupError::Refused(error.to_string()))?;
    let _ = fs::remove_file(&draft);
    files::write(&draft, &text)?;
    fs::rename(&draft, &file).map_err(|error| BackupError::file(&file, error))
}

/// When this data folder was last copied, if it ever was.
///
/// # Errors
/// Where that cannot be read.
pub fn last_taken(data_dir: &Path) -> io::Result<Option<Timestamp>> {
    match fs::read(data_dir.join(LAST)) {
        Ok(text) => {
            let last: Last = serde_json::from_slice(&text)?;
            Ok(Some(last.taken_at))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
