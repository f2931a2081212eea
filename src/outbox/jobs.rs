//! The relay's loop.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use super::{head, pump, relay};
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

/// Numbers events and hands them to the feed until `shutdown`. Every process that serves subscriptions runs one; they
/// do not get in each other's way.
pub async fn follow(app: Arc<App>, shutdown: CancellationToken) {
    let mut wakes = Wakes::new(&app.db, POLL, REST, shutdown);
    let mut position = None;
    loop {
        if let Some(reached) = turn("outbox", advance(&app, position)).await {
            position = Some(reached);
        }
        if !wakes.next().await {
            return;
        }
    }
}

/// Relays and hands on all there is; without a position it starts at the end.
async fn advance(app: &App, position: Option<i64>) -> Result<i64> {
    let mut position = match position {
        Some(position) => position,
        None => head(&app.db).await?,
    };
    loop {
        let relayed = relay(&app.db, app.now()).await?;
        let reached = pump(&app.db, &app.feed, position).await?;
        if relayed == 0 && reached == position {
            return Ok(position);
        }
        position = reached;
    }
}
