//! Copies of everything the service keeps, and the way back.
//!
//! A backup is a folder: the database as it stood at one moment, the keys and the audit checkpoints, and a manifest with
//! versions, counts and the SHA-256 of every file. The manifest is written last, so a folder without one is no backup.
//!
//! - Keys and checkpoints are copied before the database, because a checkpoint must never vouch for links that the copy
//!   of the database does not have.
//! - Files of evidence are copied after the database, so that what it refers to is among them; those in a bucket are the
//!   bucket's to keep.
//! - SQLite copies itself (`VACUUM INTO`, one read transaction); PostgreSQL is copied by its own `pg_dump`, in the snapshot
//!   in which the rows are counted. Writers go on meanwhile.
//! - Restoring never writes over anything: it wants an empty place, and believes no file whose hash differs.

mod commands;
pub mod rules;
mod store;
mod tools;

pub use commands::{Restored, last_taken, restore, take};

use std::{io, path::Path};

use crate::platform::error::ApiError;

/// Why there is no backup, or why it was not restored. The text is for whoever runs the command.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file or folder.
    #[error("{0}: {1}")]
    File(String, io::Error),
    /// A place that is not as it has to be.
    #[error("{0}")]
    Refused(String),
    /// A program of PostgreSQL.
    #[error("{0}")]
    Tool(String),
    /// The database, or a part of the service; the log knows more.
    #[error("the database: {0}")]
    Database(String),
}

impl BackupError {
    fn file(path: &Path, error: io::Error) -> Self {
        Self::File(path.display().to_string(), error)
    }
}

impl From<ApiError> for BackupError {
    fn from(error: ApiError) -> Self {
        Self::Database(error.message.into_owned())
    }
}
