//! Background work of leads.

use crate::{app::App, platform::error::Result};

/// Moves deliveries whose time has come: overdue, lapsed, paused for too long. Safe to run twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<usize> {
    super::commands::sweep(app).await
}

/// Has evidence be found by its words that an older version kept without them; returns how many pieces there were. Safe to
/// run at any time, and twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn index_missing(app: &App) -> Result<usize> {
    super::commands::index_missing(app).await
}

/// Writes the audience rows and the search index of every lead anew: after an upgrade that changed the rules behind
/// them. Safe to run at any time.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn rebuild(app: &App) -> Result<usize> {
    super::commands::rebuild(app).await
}
