//! Background work of blind matches.

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

/// How long another process's events may wait.
const POLL: Duration = Duration::from_secs(2);
/// Events that come this close together are looked at together.
const REST: Duration = Duration::from_millis(100);

/// Compares what may have something in common as events get their positions, until `shutdown`. Several processes may do so:
/// each event and each identifier is taken by one.
pub async fn follow(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        turn("blind match follower", compare(&app)).await;
        if !wakes.next().await {
            return;
        }
    }
}

/// Compares what may have something in common since the last time; returns of how many matches organisations were told. Safe
/// to run twice, and at two places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; the next turn goes on where this one stopped.
pub async fn compare(app: &App) -> Result<usize> {
    commands::compare(app).await
}

/// Has all matches judged anew, and forgets those that ended long ago; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn refresh(app: &App) -> Result<usize> {
    commands::refresh(app).await?;
    commands::forget(app).await
}
