//! What goes on beside the requests.

use std::{sync::Arc, time::Duration};

use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::purses;
use crate::{
    app::App,
    platform::{error::Result, jobs::turn},
};

/// How often it is looked for who asks no more.
const ROUND: Duration = Duration::from_secs(10);

/// Gives back what those who ask no more have not spent, until `stop`; then everything.
pub async fn look_after(app: Arc<App>, stop: CancellationToken) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(rounds.tick()).await.is_some() {
        turn("replicas", purses::count_replicas(&app)).await;
        turn("quotas", give_back(&app)).await;
    }
    turn("quotas", purses::give_back(&app, true)).await;
}

/// Gives back what was taken for those who have asked nothing for ten seconds.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; what was not given back comes back by itself in some seconds.
pub async fn give_back(app: &App) -> Result<()> {
    purses::give_back(app, false).await
}

/// Forgets buckets that have been full for a day; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<u64> {
    purses::forget(app).await
}
