//! Background work of screening.

use crate::{app::App, platform::error::Result};

/// Listings of a batch.
const BATCH: u64 = 250;
/// Batches of one turn.
const BATCHES: usize = 4;
/// Leads of one turn.
const LEADS: u64 = 25;

/// Screens listings that wait, and makes leads of what is to become one: at most a thousand listings and 25 leads at a turn.
/// Hands back how many there were. Safe to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn screen(app: &App) -> Result<usize> {
    let mut done = 0;
    for _ in 0..BATCHES {
        let screened = super::commands::advance(app, BATCH).await?;
        done += screened;
        if screened == 0 {
            break;
        }
    }
    Ok(done + super::commands::become_leads(app, LEADS).await?)
}
