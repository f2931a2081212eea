//! `App`: everything a command needs, put together once; tests and the demo build the same one.

use std::{io, sync::Arc};

use jiff::Timestamp;

use crate::{
    leads::Sightings,
    operations::Vitals,
    outbox::Feed,
    platform::{
        bus::Bus,
        clock::{Clock, SystemClock},
        config::Config,
        db::{Db, Tx},
        error::Result,
        files::Files,
        ids::{Ids, SystemIds},
        metrics::Metrics,
        outbound::Outbound,
        secret_file,
    },
    quotas::Quotas,
    sessions::{keys::Keys, viewers::Viewers},
    single_sign_on::Providers,
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
    /// The way to the other processes beside the database's.
    pub bus: Bus,
    /// Viewers of late requests, each good for one epoch.
    pub viewers: Viewers,
    /// Whom this process has lately shown which lead.
    pub sightings: Sightings,
    /// What this process knows of itself.
    pub vitals: Vitals,
    /// What this process counts.
    pub metrics: Metrics,
    /// Asks servers that somebody else names.
    pub outbound: Arc<Outbound>,
    /// Sends webhooks to addresses that organisations name.
    pub webhooks_out: Arc<Outbound>,
    /// What organisations' providers publish about themselves.
    pub providers: Providers,
    /// Where files are kept.
    pub files: Arc<Files>,
    /// What this process has of everybody's quota, and whose turn it is.
    pub quotas: Quotas,
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
    /// Replicas need the same files in `keys/` of their data folders, else one refuses the tokens of another.
    ///
    /// # Errors
    /// [`OpenError`]; its text names hosts and paths and is for the operator only.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let folder = |error| OpenError::Folder(config.data_dir.display().to_string(), error);
        secret_file::private_folder(&config.data_dir).map_err(folder)?;
        let keys = Keys::open(&config.data_dir.join("keys"), &SystemIds, SystemClock.now()).map_err(folder)?;
        let db = Db::open(&config.database(), config.database_connections)
            .await
            .map_err(|error| OpenError::Database(error.to_string()))?;
        Ok(Self::new(config, db, Arc::new(SystemClock), Arc::new(SystemIds), keys))
    }

    /// The service put together from its parts.
    #[must_use]
    pub fn new(config: Config, db: Db, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, keys: Keys) -> Self {
        let vitals = Vitals::new(clock.now());
        Self {
            outbound: Arc::new(Outbound::new(config.sso_private_networks)),
            webhooks_out: Arc::new(Outbound::new(config.webhook_private_networks)),
            providers: Providers::default(),
            bus: Bus::new(&config),
            files: Arc::new(Files::new(&config)),
            quotas: Quotas::new(&config),
            config,
            db,
            clock,
            ids,
            keys,
            feed: Feed::default(),
            viewers: Viewers::default(),
            sightings: Sightings::default(),
            vitals,
            metrics: Metrics::default(),
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

    /// Begins a command's transaction of which nothing will last.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn rehearse(&self) -> Result<Tx> {
        Tx::rehearse(&self.db, self.now()).await
    }
}
