//! Background work of ingest.

use crate::{app::App, platform::error::Result};

/// Gives up runs that nobody goes on with, and forgets old ones; returns how many. Safe to run twice, and at two
/// places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<usize> {
    super::commands::sweep(app).await
}
