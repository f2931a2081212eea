//! What a process sends to its database: how many statements, how many failed, how long they took, and over how many
//! connections.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sea_orm::DatabaseConnection;

/// Counts statements.
#[derive(Debug, Default)]
pub(super) struct Counters {
    sent: AtomicU64,
    failed: AtomicU64,
    micros: AtomicU64,
}

/// The statements of this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statements {
    /// How many were sent.
    pub sent: u64,
    /// How many of them failed.
    pub failed: u64,
    /// How long they took in all.
    pub took: Duration,
}

/// The connections to read by (SQLite) or in all (PostgreSQL).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    /// Those that are open.
    pub open: u32,
    /// Those of them that nobody uses.
    pub idle: u32,
    /// How many there may be.
    pub most: u32,
}

impl Counters {
    pub(super) fn note(&self, took: Duration, failed: bool) {
        self.sent.fetch_add(1, Ordering::Relaxed);
        self.failed.fetch_add(u64::from(failed), Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    pub(super) fn read(&self) -> Statements {
        Statements {
            sent: self.sent.load(Ordering::Relaxed),
            failed: self.failed.load(Ordering::Relaxed),
            took: Duration::from_micros(self.micros.load(Ordering::Relaxed)),
        }
    }
}

/// The pool behind a connection.
pub(super) fn pool(connection: &DatabaseConnection, is_sqlite: bool) -> Pool {
    let (open, idle, most) = if is_sqlite {
        let pool = connection.get_sqlite_connection_pool();
        (pool.size(), pool.num_idle(), pool.options().get_max_connections())
    } else {
        let pool = connection.get_postgres_connection_pool();
        (pool.size(), pool.num_idle(), pool.options().get_max_connections())
    };
    Pool {
        open,
        idle: u32::try_from(idle).unwrap_or(u32::MAX),
        most,
    }
}
