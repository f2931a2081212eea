//! Background work of webhooks.

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
const POLL: Duration = Duration::from_secs(1);
/// Events that come this close together are looked at together.
const REST: Duration = Duration::from_millis(50);

/// Queues events as they get their positions, and sends what that brought, until `shutdown`. Several processes may do
/// so: each event is taken by one.
pub async fn follow(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        let queued = turn("webhook events", advance(&app)).await;
        if queued.is_some_and(|queued| queued > 0) {
            turn("webhooks", send(&app)).await;
        }
        if !wakes.next().await {
            return;
        }
    }
}

/// Queues what happened since the last time; returns how many messages there are more. Safe to run twice, and at two
/// places at once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; the next turn goes on where this one stopped.
pub async fn advance(app: &App) -> Result<usize> {
    commands::queue(app).await
}

/// Sends what is due, about 200 messages at most; returns how many it tried. Any number of senders may run.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn send(app: &App) -> Result<usize> {
    commands::send(app).await
}

/// Forgets what was settled more than 30 days ago; returns how many messages. Safe to run twice.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<usize> {
    commands::forget(app).await
}
