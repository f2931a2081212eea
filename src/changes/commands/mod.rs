//! What can be done with feeds: moving them on, reading them, forgetting what is gone.

mod follow;
mod read;

use crate::{
    app::App,
    changes::{
        rules::Move,
        store::{self, FeedRow},
    },
    platform::{
        db::{Recorded, Tx},
        error::{ApiError, Result},
    },
};

pub(super) use follow::{advance, forget};
pub(super) use read::{Place, page};

/// [`told`] in a transaction of its own. `None` where somebody else moved the feed since it was read; nothing is kept then.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
async fn step(app: &App, feed: &FeedRow, moves: &[Move]) -> Result<Option<FeedRow>> {
    let tx = app.begin().await?;
    let Some(moved) = told(&tx, feed, moves).await? else {
        return Ok(None);
    };
    // What an account is told of stands in the rows themselves.
    tx.commit(Recorded(())).await?;
    Ok(Some(moved))
}

/// Gives objects, each once, the next places of a feed, which is moved on to what `feed` says beside them. `None` where
/// somebody else moved it since it was read.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
async fn told(tx: &Tx, feed: &FeedRow, moves: &[Move]) -> Result<Option<FeedRow>> {
    let moved = FeedRow {
        head: feed.head + i64::try_from(moves.len()).map_err(ApiError::internal)?,
        ..feed.clone()
    };
    if !store::feed_advance(tx, &moved).await? {
        return Ok(None);
    }
    store::places_write(tx, feed.account_id, feed.head, moves).await?;
    Ok(Some(FeedRow {
        turn: moved.turn + 1,
        ..moved
    }))
}
