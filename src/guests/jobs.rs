//! Background work of guests.

use jiff::{SignedDuration, Timestamp};

use super::commands;
use crate::{app::App, platform::error::Result};

/// How long what ended is kept.
const KEEP_ENDED: SignedDuration = SignedDuration::from_hours(24);

/// Forgets the sessions and codes that ended a day ago; returns how many those were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    let before = app.now().checked_sub(KEEP_ENDED).unwrap_or(Timestamp::MIN);
    commands::forget(app, before).await
}
