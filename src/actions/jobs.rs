//! Background work of offline actions.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Reminds of suspects and goods that have come to no end; returns of how many actions. Safe to run twice, and at two places
/// at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    commands::remind(app).await
}

/// Forgets who suspects are whose time has come; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    commands::forget(app).await
}
