//! Background work of sandboxes.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Plays the desk and the right holders of sandboxes; returns how many leads moved. Safe to run twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn play(app: &App) -> Result<usize> {
    commands::play(app).await
}

/// Lets listings come in again whose leads in sandboxes have ended; returns how many. Nightly is often enough.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    commands::forget(app).await
}
