//! Background work of samples.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Tells of samples whose time to be kept is over; returns of how many. Safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn retention(app: &App) -> Result<usize> {
    commands::tell_retention(app).await
}
