//! The loop in which a process tells of itself.

use std::{sync::Arc, time::Duration};

use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::{
    commands::{forget, leave, tell, this},
    rules::{Part, TOLD_EVERY},
};
use crate::{app::App, platform::jobs::turn};

/// Tells of this process until `shutdown`, then that it goes.
pub async fn keep_telling(app: Arc<App>, part: Part, shutdown: CancellationToken) {
    let mut this = this(&app, part);
    turn("replicas", forget(&app)).await;
    let mut rounds = interval(TOLD_EVERY.try_into().unwrap_or(Duration::from_secs(10)));
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = rounds.tick() => {}
            () = shutdown.cancelled() => break,
        }
        turn("replicas", tell(&app, &mut this)).await;
    }
    turn("replicas", leave(&app, &this)).await;
}
