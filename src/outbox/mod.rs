//! Domain events: written with the change they tell of, numbered by one relay after the commit, read by position only.
//!
//! A sequence is not commit order, so an event has no position when it is written. Each carries the principals who may
//! learn of it; subscriptions meet them with the viewer's set in memory.

mod follower;
mod jobs;
pub mod rules;
mod store;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;
use uuid::Uuid;

pub use follower::Follower;
pub use jobs::follow;

use crate::platform::{
    clock::micros,
    db::{Db, Tx},
    error::Result,
    ids::Ids,
};

/// How long an event is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: Uuid,
    /// What happened: the code of a timeline entry's kind, or a word of the slice that tells of it.
    pub kind: String,
    /// The lead.
    pub root: Uuid,
    /// The object: a lead, delivery or comment.
    pub object: Uuid,
    /// Who may learn of it.
    pub principals: Vec<String>,
    /// Ids of the delivery or comment concerned.
    pub payload: serde_json::Value,
    /// When, in microseconds.
    pub at: i64,
    /// Its place among all events. There are no holes.
    pub position: i64,
}

/// Where the events of this process's database are followed.
#[derive(Debug, Clone)]
pub struct Feed(broadcast::Sender<Arc<Event>>);

impl Default for Feed {
    fn default() -> Self {
        Self(broadcast::channel(4096).0)
    }
}

impl Feed {
    /// Everything that is relayed from now on. A receiver that lags behind is told so; a [`Follower`] then reads
    /// what it missed.
    #[must_use]
    pub fn follow(&self) -> broadcast::Receiver<Arc<Event>> {
        self.0.subscribe()
    }
}

/// Writes an event with the change it tells of.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn publish(tx: &Tx, ids: &dyn Ids, event: NewEvent) -> Result<()> {
    store::event_insert(tx, ids.id(tx.now()), event).await
}

/// An event to be.
#[derive(Debug)]
pub struct NewEvent {
    /// What happened.
    pub kind: &'static str,
    /// The lead.
    pub root: Uuid,
    /// The object.
    pub object: Uuid,
    /// Who may learn of it.
    pub principals: Vec<String>,
    /// Ids of the delivery or comment concerned.
    pub payload: serde_json::Value,
}

/// Numbers committed events that have no position yet, a batch at most; returns how many there were. Where there are
/// none it only reads.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn relay(db: &Db, now: Timestamp) -> Result<u64> {
    if store::is_settled(db).await? {
        return Ok(0);
    }
    store::relay(db, now).await
}

/// Hands the events after `position`, a batch at most, to the feed and returns the position reached.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn pump(db: &Db, feed: &Feed, position: i64) -> Result<i64> {
    let mut reached = position;
    for (at, event) in store::events_after(db, position).await? {
        reached = at;
        // Nobody listening is no error.
        let _ = feed.0.send(Arc::new(event));
    }
    Ok(reached)
}

/// The events after `position`, a batch at most, each with its own.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn after(db: &Db, position: i64) -> Result<Vec<(i64, Event)>> {
    store::events_after(db, position).await
}

/// The position of the latest event.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn head(db: &Db) -> Result<i64> {
    store::head(db).await
}

/// Committed events without a position, counted up to `most`, and when the oldest of them was written, in microseconds.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn waiting(db: &Db, most: u64) -> Result<(u64, Option<i64>)> {
    store::waiting(db, most).await
}

/// Forgets events that are older than 30 days; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(db: &Db, now: Timestamp) -> Result<u64> {
    let before = now.checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    store::forget(db, micros(before)).await
}
