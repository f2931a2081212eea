//! Background work of agencies.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Queues the mails that tell which attestations end soon or have ended; returns how many. Any number of workers may run
/// it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    commands::remind(app).await
}
