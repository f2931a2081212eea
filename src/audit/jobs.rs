//! The sealer's loop.

use std::{sync::Arc, time::Duration};

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

/// Seals until `shutdown`, then seals what is left and writes a checkpoint.
pub async fn keep_sealing(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        turn("audit sealer", sealing::seal_and_mark_the_first(&app)).await;
        if !wakes.next().await {
            break;
        }
    }
    turn("audit sealer", sealing::seal(&app)).await;
    turn("audit checkpoint", sealing::checkpoint(&app)).await;
}
