//! Background work of appraisals.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Tells appraisers and those who ordered of reports that are due soon, or late; returns of how many. Safe to run twice, and
/// at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    commands::remind(app).await
}
