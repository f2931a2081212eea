//! Background work of funds.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Closes holds whose time is over; returns how many. Safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn expire(app: &App) -> Result<usize> {
    commands::expire_due(app).await
}

/// Proves the books from their entries.
///
/// # Errors
/// `INTERNAL` where they are not right, which the log says line by line, or cannot be read.
pub async fn prove(app: &App) -> Result<()> {
    super::prove(app).await
}
