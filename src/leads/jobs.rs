//! Background work of leads.

use crate::{app::App, platform::error::Result};

/// Moves deliveries whose time has come: overdue, lapsed, paused for too long. Safe to run twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<usize> {
    super::commands::sweep(app).await
}
