//! Background work of evidence.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Removes what nobody attached and bytes to which nothing refers.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn tidy(app: &App) -> Result<usize> {
    commands::tidy(app).await
}

/// Tells keepers of hand-overs that wait for too long.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn alarm(app: &App) -> Result<usize> {
    commands::alarm(app).await
}

/// Finds out what pictures look like that nobody has looked at yet; returns of how many it was.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn look_at_pictures(app: &App) -> Result<usize> {
    commands::look_at_pictures(app).await
}

/// Asks the timestamp authority for what it was not asked yet, or in vain.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn stamp(app: &App) -> Result<usize> {
    commands::stamp(app).await
}
