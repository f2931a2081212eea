//! The sealer's loop.

use std::{sync::Arc, time::Duration};

use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;

use super::sealing;
use crate::{
    app::App,
    platform::jobs::{Wakes, turn},
};

/// How long another process's entry may wait.
const POLL: Duration = Duration::from_secs(2);
/// Entries that are written this close together are sealed together.
const REST: Duration = Duration::from_millis(100);

/// The least time between two checkpoints: what was cut off before anybody vouched for it is not missed.
const APART: SignedDuration = SignedDuration::from_secs(10);

/// Seals until `shutdown` and vouches for the end of the chain soon after it moved; then seals what is left and writes a
/// last checkpoint.
pub async fn keep_sealing(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    let mut written = None;
    loop {
        turn("audit sealer", sealing::seal(&app)).await;
        // A clock that was set back must not put it off.
        let is_due = written.is_none_or(|at| app.now().duration_since(at).abs() >= APART);
        if is_due && turn("audit checkpoint", sealing::checkpoint(&app)).await == Some(true) {
            written = Some(app.now());
        }
        if !wakes.next().await {
            break;
        }
    }
    turn("audit sealer", sealing::seal(&app)).await;
    turn("audit checkpoint", sealing::checkpoint(&app)).await;
}
