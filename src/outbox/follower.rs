//! One who follows events: in their order, each once, and without a gap.
//!
//! Positions have no holes, so whoever knows where it stands sees at each event whether it missed some. What it missed
//! is read from the outbox; what the outbox has forgotten by then is lost, and it is told so.

use std::{collections::VecDeque, sync::Arc};

use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::{Event, Feed, store};
use crate::platform::{
    db::Db,
    error::{ErrorCode, Result},
};

/// Follows the events of this process's database.
#[derive(Debug)]
pub struct Follower {
    live: Receiver<Arc<Event>>,
    /// Position of the latest event that was handed on; `None` before the first, where none was named.
    reached: Option<i64>,
    /// Live events that were overwritten before the first was heard.
    missed: i64,
    /// Whether the outbox has to be read before the live feed.
    behind: bool,
    /// Read from the outbox and not handed on yet.
    read: VecDeque<Event>,
    /// What it means that the outbox has forgotten the next event.
    lost: ErrorCode,
}

impl Follower {
    /// Follows from now on.
    #[must_use]
    pub fn new(feed: &Feed) -> Self {
        Self {
            live: feed.follow(),
            reached: None,
            missed: 0,
            behind: false,
            read: VecDeque::new(),
            lost: ErrorCode::Unavailable,
        }
    }

    /// Goes on after an event that was heard before. What the live feed brings meanwhile waits there, and what is read
    /// already is left out.
    pub fn go_on_after(&mut self, position: i64) {
        self.reached = Some(position);
        self.behind = true;
        self.lost = ErrorCode::CursorExpired;
    }

    /// The next event; `None` when there will be none.
    ///
    /// # Errors
    /// `CURSOR_EXPIRED` or `UNAVAILABLE` where the next event is not kept any more: the first where a client came back
    /// too late, the second where the server fell behind. `INTERNAL` or `UNAVAILABLE` of the database. It has to end.
    pub async fn next(&mut self, db: &Db) -> Result<Option<Arc<Event>>> {
        loop {
            if let Some(event) = self.read.pop_front() {
                return self.step(event).map(Some);
            }
            if self.behind {
                self.read_on(db).await?;
                continue;
            }
            match self.live.recv().await {
                Ok(event) if self.takes(&event) => return Ok(Some(event)),
                Ok(_) => {}
                Err(RecvError::Lagged(count)) => self.miss(count),
                Err(RecvError::Closed) => return Ok(None),
            }
        }
    }

    /// Hands on what was read, if nothing is missing before it.
    fn step(&mut self, event: Event) -> Result<Arc<Event>> {
        if self.reached.is_some_and(|reached| event.position != reached + 1) {
            return Err(self.lost.into());
        }
        self.reached = Some(event.position);
        Ok(Arc::new(event))
    }

    /// Reads what comes next. Where there is nothing, it has caught up.
    async fn read_on(&mut self, db: &Db) -> Result<()> {
        let found = match self.reached {
            Some(reached) => store::events_after(db, reached).await?,
            None => Vec::new(),
        };
        self.behind = !found.is_empty();
        if !self.behind {
            self.lost = ErrorCode::Unavailable;
        }
        // A new one each time: a quiet follower holds no room for a batch.
        self.read = found.into_iter().map(|(_, event)| event).collect();
        Ok(())
    }

    /// Whether a live event is the next one. What lies between is read from the outbox, and the event again with it.
    fn takes(&mut self, event: &Event) -> bool {
        let reached = self.reached.unwrap_or(event.position - 1 - self.missed);
        self.missed = 0;
        self.behind = event.position > reached + 1;
        let is_next = event.position == reached + 1;
        self.reached = Some(if is_next { event.position } else { reached });
        is_next
    }

    /// So many live events were overwritten.
    fn miss(&mut self, count: u64) {
        if self.reached.is_some() {
            self.behind = true;
        } else {
            self.missed = self.missed.saturating_add(i64::try_from(count).unwrap_or(i64::MAX));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn event(position: i64) -> Event {
        Event {
            id: Uuid::from_u128(position.unsigned_abs().into()),
            kind: "CREATED".to_owned(),
            root: Uuid::from_u128(1),
            object: Uuid::from_u128(1),
            principals: Vec::new(),
            payload: json!({}),
            at: 0,
            position,
        }
    }

    #[test]
    fn the_first_live_event_is_where_it_begins_and_none_is_taken_twice() {
        let mut follower = Follower::new(&Feed::default());
        assert!(follower.takes(&event(7)) && follower.takes(&event(8)));
        assert!(!follower.takes(&event(8)) && !follower.takes(&event(3)));
        assert!(!follower.behind);
        assert!(follower.takes(&event(9)));
    }

    #[test]
    fn what_was_missed_is_read_before_what_came_after_it() {
        let mut follower = Follower::new(&Feed::default());
        follower.miss(3);
        assert!(!follower.takes(&event(14)) && follower.behind);
        assert_eq!(follower.reached, Some(10), "11, 12 and 13 were overwritten");
        let mut follower = Follower::new(&Feed::default());
        assert!(follower.takes(&event(1)));
        assert!(!follower.takes(&event(3)) && follower.behind);
        assert_eq!(follower.step(event(2)).map(|event| event.position).ok(), Some(2));
        assert_eq!(
            follower.step(event(4)).map_err(|error| error.code),
            Err(ErrorCode::Unavailable)
        );
        let mut late = Follower::new(&Feed::default());
        late.go_on_after(5);
        assert_eq!(
            late.step(event(7)).map_err(|error| error.code),
            Err(ErrorCode::CursorExpired)
        );
        assert_eq!(late.step(event(6)).map(|event| event.position).ok(), Some(6));
    }
}
