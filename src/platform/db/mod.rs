//! The database: one writer and many readers on SQLite, one pool on PostgreSQL.
//!
//! Why one writer: with a pool of writers SQLite refuses most concurrent writes as busy; with one connection and
//! `BEGIN IMMEDIATE` they queue instead. Readers are `query_only`, so that a write through them fails loudly.

mod failure;
pub mod idempotency;
mod keyset;
mod lists;
mod locks;
mod news;
mod sql;
mod tx;
mod version;
mod watch;

use std::{
    path::{Path, PathBuf},
    str::FromStr as _,
    sync::Arc,
    time::{Duration, Instant},
};

use sea_orm::{
    ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
    sqlx::{Connection as _, SqliteConnection},
};

use tokio::sync::Notify;

use failure::is_busy;
pub use failure::is_unique_violation;
pub use keyset::keyset;
pub use lists::{counted, in_order, ordered, page_of, places};
pub use locks::LockRows;
pub use news::News;
/// A connection or transaction to read by; the driver's trait under a name that commands may use.
pub use sea_orm::ConnectionTrait as Connection;
pub use sql::{Sql, by_ids, columns, escaped, rows};
pub use tx::{Recorded, Tx};
pub use version::claim_version;
pub use watch::{Pool, Statements};

use super::error::ApiError;

/// How long one statement may take before it is interrupted.
const LONGEST_STATEMENT: Duration = Duration::from_secs(10);
/// Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond.
const STEPS: i32 = 20_000;

/// A database, ready for use.
#[derive(Debug, Clone)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    bells: news::Bells,
    counters: Arc<watch::Counters>,
}

impl Db {
    /// Opens the database at `url` (`sqlite:PATH` or `postgres://…`), creating a SQLite file that is not there.
    ///
    /// # Errors
    /// Whatever the driver says; the text may name the host and is for the log and the operator only.
    pub async fn open(url: &str, readers: u32) -> Result<Self, DbErr> {
        Self::open_bounded(url, readers, LONGEST_STATEMENT).await
    }

    /// Like [`Db::open`], where a statement may take so long; on SQLite, one that reads.
    ///
    /// # Errors
    /// Whatever the driver says; the text may name the host and is for the log and the operator only.
    pub async fn open_bounded(url: &str, readers: u32, longest: Duration) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            let write = opened(url).await?;
            let mut reading = sqlite(url, readers, true);
            bounded(&mut reading, longest);
            let read = Database::connect(reading).await?;
            return Ok(Self::of(write, read));
        }
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(readers.max(4))
            .acquire_timeout(Duration::from_secs(5))
            .connect_timeout(Duration::from_secs(5))
            .statement_timeout(longest)
            // One that has just answered is not asked whether it still does; one that went away since is an error the
            // caller hears of, and is replaced.
            .test_before_acquire_if_idle_for(Duration::from_secs(1))
            .set_application_name("touchstone")
            .sqlx_logging(false)
            // A statement is planned once for each connection. Planning it anew for its values each time costs more than most
            // statements themselves, and the few whose way depends on them say so (`Sql::by_values`).
            .map_sqlx_postgres_opts(|options| options.options([("plan_cache_mode", "force_generic_plan")]));
        let pool = Database::connect(options).await?;
        Ok(Self::of(pool.clone(), pool))
    }

    fn of(mut write: DatabaseConnection, mut read: DatabaseConnection) -> Self {
        let counters = Arc::<watch::Counters>::default();
        for connection in [&mut write, &mut read] {
            let counters = Arc::clone(&counters);
            connection.set_metric_callback(move |info| counters.note(info.elapsed, info.failed));
        }
        Self {
            write,
            read,
            bells: news::Bells::default(),
            counters,
        }
    }

    /// What this process has sent so far.
    #[must_use]
    pub fn statements(&self) -> Statements {
        self.counters.read()
    }

    /// The connections of this process.
    #[must_use]
    pub fn pool(&self) -> Pool {
        watch::pool(&self.read, self.is_sqlite())
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
        &self.bells.committed
    }

    /// Woken when a session has ended or what somebody may see has changed: by this process's commits, and on PostgreSQL
    /// by those of others where somebody listens ([`Db::listen`]).
    #[must_use]
    pub fn authorization(&self) -> &Arc<Notify> {
        &self.bells.authorization
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

/// The file of a SQLite database's URL; `None` for another kind of database.
#[must_use]
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let path = rest.split('?').next().unwrap_or(rest);
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    Some(PathBuf::from(decoded.into_owned()))
}

/// The names of all migrations of this version, in order.
#[must_use]
pub fn known_migrations() -> Vec<String> {
    use migration::MigratorTrait as _;
    let known = migration::Migrator::migrations();
    known.iter().map(|migration| migration.name().to_owned()).collect()
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

/// A transaction that SQLite itself rolls back, as it does where the disk is full, leaves the driver believing that it is
/// still open, and then it refuses every other one: such a connection is replaced.
fn sqlite(url: &str, connections: u32, query_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .acquire_timeout(Duration::from_secs(30))
        .sqlx_logging(false)
        .map_sqlx_sqlite_before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
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

/// Interrupts what reads for longer, as PostgreSQL does by itself: SQLite asks now and then whether to go on. The time is
/// reckoned from when the connection is taken, which is for one statement, or for a few of one page.
fn bounded(options: &mut ConnectOptions, longest: Duration) {
    options
        .map_sqlx_sqlite_before_acquire(move |connection, _| {
            Box::pin(async move { bound(connection, longest).await.map(|()| true) })
        })
        .map_sqlx_sqlite_pool_opts(move |pool| {
            pool.after_connect(move |connection, _| Box::pin(bound(connection, longest)))
        });
}

async fn bound(connection: &mut SqliteConnection, longest: Duration) -> Result<(), sea_orm::sqlx::Error> {
    let begun = Instant::now();
    let mut handle = connection.lock_handle().await?;
    handle.set_progress_handler(STEPS, move || begun.elapsed() < longest);
    Ok(())
}

/// Reads an enumeration from its code in a column.
///
/// # Errors
/// `INTERNAL` where the column holds something else: the database was written by a newer version.
pub fn code<T: std::str::FromStr>(text: &str) -> Result<T, ApiError> {
    T::from_str(text).map_err(|_| ApiError::internal(format!("unknown code {text:?} in the database")))
}

/// Reads a JSON column.
///
/// # Errors
/// `INTERNAL` where the column holds something else.
pub fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    serde_json::from_str(text).map_err(ApiError::internal)
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
