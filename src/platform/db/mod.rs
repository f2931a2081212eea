//! The database: one writer and many readers on SQLite, one pool on PostgreSQL.
//!
//! Why one writer: with a pool of writers SQLite refuses most concurrent writes as busy; with one connection and
//! `BEGIN IMMEDIATE` they queue instead. Readers are `query_only`, so that a write through them fails loudly.

pub mod idempotency;
mod keyset;
mod sql;
mod tx;

use std::{path::Path, str::FromStr as _, sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
};

use tokio::sync::Notify;

pub use keyset::keyset;
/// A connection or transaction to read by; the driver's trait under a name that commands may use.
pub use sea_orm::ConnectionTrait as Connection;
pub use sql::Sql;
pub use tx::{Recorded, Tx};

use super::error::{ApiError, ErrorCode};

/// A database, ready for use.
#[derive(Debug, Clone)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    committed: Arc<Notify>,
}

impl Db {
    /// Opens the database at `url` (`sqlite:PATH` or `postgres://…`), creating a SQLite file that is not there.
    ///
    /// # Errors
    /// Whatever the driver says; the text may name the host and is for the log and the operator only.
    pub async fn open(url: &str, readers: u32) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            let write = opened(url).await?;
            let read = Database::connect(sqlite(url, readers, true)).await?;
            return Ok(Self {
                write,
                read,
                committed: Arc::default(),
            });
        }
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(readers.max(4))
            .acquire_timeout(Duration::from_secs(5))
            .connect_timeout(Duration::from_secs(5))
            .statement_timeout(Duration::from_secs(10))
            .set_application_name("touchstone")
            .sqlx_logging(false);
        let pool = Database::connect(options).await?;
        Ok(Self {
            write: pool.clone(),
            read: pool,
            committed: Arc::default(),
        })
    }

    /// Where reads go.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Where single writes outside a command go (jobs, counters); commands use a [`Tx`].
    #[must_use]
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> DatabaseBackend {
        self.write.get_database_backend()
    }

    /// Whether it is SQLite.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.backend() == DatabaseBackend::Sqlite
    }

    /// Woken after every commit of this process: what waits for new rows need not poll for them.
    #[must_use]
    pub fn committed(&self) -> &Arc<Notify> {
        &self.committed
    }

    /// Applies all migrations that are missing. Processes that start together take turns: on SQLite all of it is one
    /// transaction, which writes or waits from its beginning, so that what fails leaves nothing behind; on PostgreSQL each
    /// migration is one, and another transaction holds a lock for as long as that takes.
    ///
    /// # Errors
    /// Whatever the driver says.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        use migration::MigratorTrait as _;
        if self.is_sqlite() {
            let whole = self.writing().await?;
            migration::Migrator::up(&whole, None).await?;
            return whole.commit().await;
        }
        let turn = self.write.begin().await?;
        turn.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
        turn.execute_unprepared("SELECT pg_advisory_xact_lock(7368)").await?;
        migration::Migrator::up(&self.write, None).await?;
        turn.commit().await
    }

    /// A transaction that may write, however long another process does before.
    async fn writing(&self) -> Result<DatabaseTransaction, DbErr> {
        loop {
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            };
            match self.write.begin_with_options(options).await {
                Err(error) if is_busy(&error) => tracing::info!("another process is writing; waiting for it"),
                begun => return begun,
            }
        }
    }

    /// Whether the database answers and has every migration. Asked by reading alone: the migrator's own question begins
    /// by creating its table, which the readers of SQLite refuse.
    pub async fn is_ready(&self) -> bool {
        use migration::MigratorTrait as _;
        let applied = Sql::new("SELECT version FROM seaql_migrations").statement(self.backend());
        let Ok(rows) = self.read.query_all_raw(applied).await else {
            return false;
        };
        let applied: Vec<String> = rows.iter().filter_map(|row| row.try_get("", "version").ok()).collect();
        migration::Migrator::migrations()
            .iter()
            .all(|known| applied.iter().any(|version| version == known.name()))
    }

    /// Closes all connections.
    pub async fn close(self) {
        for pool in [self.read, self.write] {
            if let Err(error) = pool.close().await {
                tracing::warn!(%error, "a connection did not close");
            }
        }
    }
}

/// The URL of a SQLite database file.
#[must_use]
pub fn sqlite_url(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// The write connection. Of processes that make the file together only one can set how it is kept, and there SQLite does
/// not wait by itself.
async fn opened(url: &str) -> Result<DatabaseConnection, DbErr> {
    for _ in 0..250 {
        match Database::connect(sqlite(url, 1, false)).await {
            Err(error) if is_busy(&error) => tokio::time::sleep(Duration::from_millis(20)).await,
            opened => return opened,
        }
    }
    Database::connect(sqlite(url, 1, false)).await
}

fn sqlite(url: &str, connections: u32, query_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .acquire_timeout(Duration::from_secs(30))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            options
                .create_if_missing(!query_only)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("query_only", if query_only { "ON" } else { "OFF" })
                .pragma("cache_size", "-16000")
        });
    options
}

/// A driver's error never reaches a client: the cause is logged and the answer says only whose fault it was.
impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => {
                tracing::error!(%error, "the database is out of reach");
                Self::new(ErrorCode::Unavailable)
            }
            error => Self::internal(error),
        }
    }
}

/// Reads an enumeration from its code in a column.
///
/// # Errors
/// [`ErrorCode::Internal`] where the column holds something else: the database was written by a newer version.
pub fn code<T: std::str::FromStr>(text: &str) -> Result<T, ApiError> {
    T::from_str(text).map_err(|_| ApiError::internal(format!("unknown code {text:?} in the database")))
}

/// Reads a JSON column.
///
/// # Errors
/// [`ErrorCode::Internal`] where the column holds something else.
pub fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    serde_json::from_str(text).map_err(ApiError::internal)
}

/// Whether SQLite gave up waiting for another process.
fn is_busy(error: &DbErr) -> bool {
    error.to_string().contains("database is locked")
}

/// Whether an insertion failed because a unique key is taken.
#[must_use]
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

/// The kind of database that a URL names, or `None` for another scheme.
#[must_use]
pub fn backend_of(url: &str) -> Option<DatabaseBackend> {
    if url.starts_with("sqlite:") {
        Some(DatabaseBackend::Sqlite)
    } else if url::Url::from_str(url).is_ok_and(|url| matches!(url.scheme(), "postgres" | "postgresql")) {
        Some(DatabaseBackend::Postgres)
    } else {
        None
    }
}
