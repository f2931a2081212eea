//! Following what happens for every feed, and forgetting what is gone.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use super::commands;
use crate::{
    app::App,
    platform::{
        error::Result,
        jobs::{Wakes, turn},
    },
};

/// How long another process's events, and what only the clock changes, may wait.
const POLL: Duration = Duration::from_secs(1);
/// Events that come this close together are looked at together.
const REST: Duration = Duration::from_millis(50);

/// Moves the feeds on as events get their positions and sight changes, until `shutdown`. Several processes may do so:
/// each step of a feed is taken by one.
pub async fn follow(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        turn("feeds of changes", advance(&app)).await;
        if !wakes.next().await {
            return;
        }
    }
}

/// Moves every feed on by what happened since the last time; returns how many objects got a new place. Safe to run
/// twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; the next turn goes on where this one stopped, and the other feeds are not held up.
pub async fn advance(app: &App) -> Result<usize> {
    commands::advance(app).await
}

/// Forgets that objects are gone which have been so for 30 days; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    commands::forget(app).await
}
