//! Background work of sessions.

use jiff::SignedDuration;

use super::commands;
use crate::{app::App, platform::error::Result};

/// How long ended sessions are kept, with their tokens, so that it can be seen why they ended.
const KEEP_ENDED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Removes counts of failures that no longer matter, challenges and resets that nobody used, and sessions with their tokens
/// that ended long ago; hourly is often enough.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<u64> {
    commands::sweep(app, KEEP_ENDED).await
}
