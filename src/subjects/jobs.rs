//! Background work of subjects.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Has subjects be found by their words that an older version kept without them; returns how many there were. Safe to run at
/// any time, and twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn index_missing(app: &App) -> Result<usize> {
    commands::index_missing(app).await
}

/// Makes all subjects' words for the search anew, one transaction each; returns how many there are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reindex(app: &App) -> Result<usize> {
    commands::reindex(app).await
}

/// Forgets the personal data whose day has come; returns of how many people. Any number of workers may run it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<usize> {
    commands::forget(app).await
}
