//! The loop that tells people of what has happened.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use super::commands::notify;
use crate::{
    app::App,
    platform::jobs::{Wakes, turn},
};

/// How long another process's events may wait.
const POLL: Duration = Duration::from_secs(1);
/// Events that come this close together are looked at together.
const REST: Duration = Duration::from_millis(50);

/// Tells people of events as they get their positions, until `shutdown`. Several processes may do so: each event is
/// taken by one.
pub async fn follow(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        turn("notifications", notify(&app)).await;
        if !wakes.next().await {
            return;
        }
    }
}
