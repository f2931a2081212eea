//! Background work of test purchases.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Reminds of holds that end and of refunds that are late, and forgets as whom was bought what ended long ago; returns of how many
/// purchases. Safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    commands::remind(app).await
}
