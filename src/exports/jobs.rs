//! Writing the files, and forgetting them.

use super::writing;
use crate::{app::App, platform::error::Result};

/// Writes what waits; the number of files.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn write(app: &App) -> Result<usize> {
    writing::write(app).await
}

/// Forgets what is over; the number of files.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<usize> {
    writing::forget(app).await
}
