//! Background work of service accounts.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Forgets used assertions that would be refused anyway; nightly is often enough.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    commands::forget(app).await
}
