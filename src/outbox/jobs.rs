//! The relay's loop.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use super::{pump, relay};
use crate::{
    app::App,
    platform::{
        error::Result,
        jobs::{Wakes, turn},
    },
};

/// How long another process's commit may stay unseen.
const POLL: Duration = Duration::from_millis(500);
/// Events that are committed this close together are relayed together.
const REST: Duration = Duration::from_millis(5);

/// Numbers events and hands those after `position` to the feed until `shutdown`. Every process that serves subscriptions
/// runs one; they do not get in each other's way.
///
/// Ask for the [`super::head`] before anybody can follow the feed: a position that is taken later is past what another
/// process relayed in between, and nobody here would hear of that.
pub async fn follow(app: Arc<App>, mut position: i64, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    loop {
        turn("outbox", advance(&app, &mut position)).await;
        if !wakes.next().await {
            return;
        }
    }
}

/// Relays and hands on all there is. A turn that fails half-way keeps the `position` it came to, so that nothing is heard twice.
async fn advance(app: &App, position: &mut i64) -> Result<()> {
    loop {
        let relayed = relay(&app.db, app.now()).await?;
        if relayed > 0 {
            app.bus.tell_of_events().await;
        }
        let reached = pump(&app.db, &app.feed, *position).await?;
        if relayed == 0 && reached == *position {
            return Ok(());
        }
        *position = reached;
    }
}
