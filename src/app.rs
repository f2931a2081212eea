//! `App`: everything a command needs, put together once; tests and the demo build the same one.

use std::{fs, io, path::Path, sync::Arc};

use jiff::Timestamp;

use crate::{
    outbox::Feed,
    platform::{
        clock::{Clock, SystemClock},
        config::Config,
        db::{Db, Tx},
        error::Result,
        ids::{Ids, SystemIds},
        secret_file,
    },
    sessions::{keys::Keys, viewers::Viewers},
};

/// The service without its edges.
pub struct App {
    /// Settings.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Ids and secrets.
    pub ids: Arc<dyn Ids>,
    /// Keys that sign tokens, previews and links.
    pub keys: Keys,
    /// Where committed events are followed.
    pub feed: Feed,
    /// Viewers of late requests, each good for one epoch.
    pub viewers: Viewers,
}

/// Why the service cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder or its keys.
    #[error("the data folder {0}: {1}")]
    Folder(String, io::Error),
    /// The database.
    #[error("the database: {0}")]
    Database(String),
}

impl App {
    /// The service of these settings, on the machine's clock and randomness. Makes the data folder and its keys where they
    /// are missing; does not migrate the database.
    ///
    /// Replicas have to share `keys/` in their data folders, else one refuses the tokens of another.
    ///
    /// # Errors
    /// [`OpenError`]; its text names hosts and paths and is for the operator only.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let folder = |error| OpenError::Folder(config.data_dir.display().to_string(), error);
        private_folder(&config.data_dir).map_err(folder)?;
        let keys = keys(&config).map_err(folder)?;
        let db = Db::open(&config.database(), config.database_connections)
            .await
            .map_err(|error| OpenError::Database(error.to_string()))?;
        Ok(Self::new(config, db, Arc::new(SystemClock), Arc::new(SystemIds), keys))
    }

    /// The service put together from its parts.
    #[must_use]
    pub fn new(config: Config, db: Db, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, keys: Keys) -> Self {
        Self {
            config,
            db,
            clock,
            ids,
            keys,
            feed: Feed::default(),
            viewers: Viewers::default(),
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Begins a command's transaction.
    ///
    /// # Errors
    /// `UNAVAILABLE` where the database is out of reach.
    pub async fn begin(&self) -> Result<Tx> {
        Tx::begin(&self.db, self.now()).await
    }
}

/// Makes a folder where there is none that only the service's own user may enter: what is in it is for nobody else.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut folder = fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

/// The keys in the data folder. To rotate the one that signs tokens, rename `token.key` to `token.previous.key` and start
/// anew; remove that once the last token signed with it has ended, a quarter of an hour later.
fn keys(config: &Config) -> io::Result<Keys> {
    let folder = config.data_dir.join("keys");
    let secret = secret_file::read_or_create(&folder.join("secret.key"), &SystemIds)?;
    let token = secret_file::read_or_create(&folder.join("token.key"), &SystemIds)?;
    let keys = Keys::new(secret, token);
    Ok(match secret_file::read(&folder.join("token.previous.key"))? {
        Some(previous) => keys.after_rotation(previous),
        None => keys,
    })
}
