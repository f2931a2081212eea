//! Background work of mails, but for sending them.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Reads the reports on mails that wait; returns how many. Safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reports(app: &App) -> Result<usize> {
    commands::reports(app).await
}

/// Forgets what came back of mails more than half a year ago; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    commands::forget(app).await
}
