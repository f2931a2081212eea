//! `App`: everything a command needs, put together once; tests and the demo build the same one.

use std::sync::Arc;

use jiff::Timestamp;

use crate::{
    outbox::Feed,
    platform::{
        clock::Clock,
        config::Config,
        db::{Db, Tx},
        error::Result,
        ids::Ids,
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

impl App {
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
