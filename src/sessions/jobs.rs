//! Background work of sessions.

use jiff::SignedDuration;

use super::commands;
use crate::{app::App, platform::error::Result};

/// How long ended refresh tokens are kept, so that a late second use is still seen as one.
const KEEP_TOKENS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Removes counts of failures that no longer matter and refresh tokens that ended long ago; hourly is often enough.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<u64> {
    commands::sweep(app, KEEP_TOKENS).await
}
