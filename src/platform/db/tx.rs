//! One transaction of a command: it cannot commit without saying what it recorded.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use sea_orm::{DatabaseBackend, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait as _};

use super::{
    Db,
    news::{Bells, News},
};
use crate::platform::error::Result;

/// A write transaction with the moment it stands for; dropped without commit it rolls back.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    now: Timestamp,
    backend: DatabaseBackend,
    bells: Bells,
    authorization: AtomicBool,
    /// Whether nothing of it is to last.
    rehearsal: bool,
}

/// Proof that the command wrote its audit entry. Only `audit` makes one (and jobs that change nothing of substance).
#[derive(Debug)]
#[must_use = "a transaction commits with the proof that it was recorded"]
pub struct Recorded(pub(crate) ());

impl Tx {
    /// Begins: `BEGIN IMMEDIATE` on SQLite, so that a transaction that will write waits its turn at the start.
    ///
    /// # Errors
    /// `UNAVAILABLE` where no connection is to be had in time.
    pub async fn begin(db: &Db, now: Timestamp) -> Result<Self> {
        let options = TransactionOptions {
            sqlite_transaction_mode: db.is_sqlite().then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let inner = db.write().begin_with_options(options).await?;
        Ok(Self {
            inner,
            now,
            backend: db.backend(),
            bells: db.bells.clone(),
            authorization: AtomicBool::new(false),
            rehearsal: false,
        })
    }

    /// Begins one of which nothing will last: what a command would do, and whether it would, without its doing it.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn rehearse(db: &Db, now: Timestamp) -> Result<Self> {
        let tx = Self::begin(db, now).await?;
        Ok(Self { rehearsal: true, ..tx })
    }

    /// The moment all rows of this transaction carry.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Which database it runs on.
    #[must_use]
    pub fn backend(&self) -> DatabaseBackend {
        self.backend
    }

    /// The connection, for stores.
    #[must_use]
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// What this process is told of once it has committed, beside that it has.
    pub(super) fn remember(&self, news: News) {
        if news == News::Authorization {
            self.authorization.store(true, Ordering::Relaxed);
        }
    }

    /// Commits everything together; a rehearsal is undone instead.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`; nothing was kept then.
    pub async fn commit(self, _proof: Recorded) -> Result<()> {
        if self.rehearsal {
            return Ok(self.inner.rollback().await?);
        }
        self.inner.commit().await?;
        self.bells.committed.notify_waiters();
        if self.authorization.into_inner() {
            self.bells.authorization.notify_waiters();
        }
        Ok(())
    }
}
