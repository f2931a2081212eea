//! Background work of subjects.

use super::commands;
use crate::{app::App, platform::error::Result};

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
