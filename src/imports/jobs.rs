//! Background work of imports.

use crate::{app::App, platform::error::Result};

/// Most leads of one turn.
const MOST: usize = 500;

/// Goes on with imports that were started; safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; the next turn goes on where this one stopped.
pub async fn advance(app: &App) -> Result<usize> {
    super::commands::advance(app, MOST).await
}

/// [`advance`] by at most so many leads.
///
/// # Errors
/// As [`advance`].
pub async fn advance_by(app: &App, most: usize) -> Result<usize> {
    super::commands::advance(app, most).await
}

/// Forgets files whose day is over and which no running import needs.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<()> {
    super::commands::forget(app).await
}
