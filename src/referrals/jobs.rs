//! Background work of referrals.

use super::commands;
use crate::{app::App, platform::error::Result};

/// Freezes and sends what a second person has approved; returns how many were sent. Safe to run twice, and at two places at
/// once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; the next turn goes on where this one stopped.
pub async fn send(app: &App) -> Result<usize> {
    commands::send_due(app).await
}

/// Reminds agencies of receipts and feedback that are due, tells officers of leads that were taken back, and opens what was
/// sent to officers who have got an account since; returns how much there was to do. Safe to run twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sweep(app: &App) -> Result<usize> {
    commands::sweep(app).await
}
