//! Moving feeds on: what events changed, and what differs where sight changes without one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use uuid::Uuid;

use super::step;
use crate::{
    app::App,
    audience::Sight,
    changes::{
        rules::{self, COMPARED_EVERY, Move, REMEMBERED, Touched},
        store::{self, FeedRow},
    },
    leads, members,
    outbox::{self, Event},
    permissions::{Action, ServiceScope, Viewer},
    platform::{
        clock::micros,
        db::Recorded,
        error::{ApiError, Result},
    },
    service_accounts,
    sessions::viewers,
};

/// What is the same for all feeds in one turn.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// The authorisation epoch before anybody's sight was looked at.
    epoch: i64,
    /// Position of the last event before anything was compared.
    head: i64,
}

/// Moves every feed on; returns how many objects got a new place. A feed that fails does not hold up the others.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`, the last of them.
pub(in crate::changes) async fn advance(app: &App) -> Result<usize> {
    let turn = Turn {
        epoch: members::authz_epoch(app.db.read()).await?,
        head: outbox::head(&app.db).await?,
    };
    let feeds = store::feeds(app.db.read()).await?;
    let mut feeds: BTreeMap<Uuid, Option<FeedRow>> = feeds.into_iter().map(|row| (row.account_id, Some(row))).collect();
    let following = service_accounts::with_scope(app.db.read(), ServiceScope::ChangesRead).await?;
    let following: Vec<Uuid> = following.into_iter().map(|account| account.id).collect();
    for account in &following {
        feeds.entry(*account).or_default();
    }
    let (mut moved, mut failed) = (0, None);
    for (account, feed) in feeds {
        let is_following = following.contains(&account);
        if feed
            .as_ref()
            .is_some_and(|feed| rests(feed, is_following, turn, app.now()))
        {
            continue;
        }
        match Box::pin(of_account(app, (account, feed), is_following, turn)).await {
            Ok(count) => moved += count,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(moved), Err)
}

/// Whether nothing has happened that could move a feed. Whoever may not follow any more sees nothing, and will not
/// until the epoch rises.
fn rests(feed: &FeedRow, is_following: bool, turn: Turn, now: Timestamp) -> bool {
    feed.epoch == turn.epoch && (!is_following || (feed.told_to >= turn.head && micros(now) < feed.fresh_until))
}

/// Moves one feed on; a feed that somebody else moves at the same time is left to them.
async fn of_account(
    app: &App,
    (account, feed): (Uuid, Option<FeedRow>),
    is_following: bool,
    turn: Turn,
) -> Result<usize> {
    let viewer = match is_following {
        true => viewers::load(app, account).await?,
        false => None,
    };
    let mut following = Following {
        app,
        viewer: viewer.as_deref(),
        feed: match feed {
            Some(feed) => feed,
            None => begun(app, account, turn).await?,
        },
        moved: 0,
    };
    if following.is_stale(turn) && !following.compare(turn).await? {
        return Ok(following.moved);
    }
    if following.viewer.is_some() {
        following.events().await?;
    }
    Ok(following.moved)
}

/// A new feed: nothing was told yet, and everything will be by comparing.
async fn begun(app: &App, account: Uuid, turn: Turn) -> Result<FeedRow> {
    let tx = app.begin().await?;
    let row = FeedRow {
        account_id: account,
        head: 0,
        told_to: turn.head,
        epoch: -1,
        fresh_until: 0,
        floor: 0,
        turn: 0,
    };
    store::feed_begin(&tx, &row).await?;
    tx.commit(Recorded(())).await?;
    let row = store::feed(app.db.read(), account).await?;
    row.ok_or_else(|| ApiError::internal("a feed that was begun is missing"))
}

/// One feed on its way.
struct Following<'a> {
    app: &'a App,
    /// The account as a viewer; nobody where it may not follow, and so sees nothing.
    viewer: Option<&'a Viewer>,
    feed: FeedRow,
    moved: usize,
}

impl Following<'_> {
    /// Whether sight may have changed without an event.
    fn is_stale(&self, turn: Turn) -> bool {
        self.feed.epoch != turn.epoch || self.feed.fresh_until <= micros(self.app.now())
    }

    /// What the account sees at this moment.
    fn sight(&self) -> Sight {
        let now = self.app.now();
        match self.viewer.filter(|viewer| viewer.has(Action::ChangeRead)) {
            Some(viewer) => Sight::of(viewer, Action::LeadRead, now),
            None => Sight {
                principals: Vec::new(),
                organizations: Vec::new(),
                now: micros(now),
                fresh_until: Timestamp::MAX,
            },
        }
    }

    /// Writes down whatever differs between what was told and what is seen, a batch a transaction; false where somebody
    /// else moved the feed meanwhile.
    async fn compare(&mut self, turn: Turn) -> Result<bool> {
        let (sight, account) = (self.sight(), self.feed.account_id);
        let connection = self.app.db.read();
        // Where nothing is told, all that is seen will be, as it is now: what events changed until then is in it.
        if !store::has_any(connection, account).await? {
            self.feed.told_to = self.feed.told_to.max(turn.head);
        }
        loop {
            let mut moves = store::lost(connection, account, &sight).await?;
            if moves.is_empty() {
                moves = store::found(connection, account, &sight).await?;
            }
            if moves.is_empty() {
                break;
            }
            if !self.step(&moves).await? {
                return Ok(false);
            }
        }
        let tomorrow = self.app.now().checked_add(COMPARED_EVERY).unwrap_or(Timestamp::MAX);
        let ends = store::first_end(connection, &sight).await?;
        self.feed.epoch = turn.epoch;
        self.feed.fresh_until = ends.min(micros(tomorrow)).min(micros(sight.fresh_until));
        self.step(&[]).await
    }

    /// Moves what events changed, a batch a transaction, until there are no more or somebody else moved the feed.
    async fn events(&mut self) -> Result<()> {
        loop {
            let events = outbox::after(&self.app.db, self.feed.told_to).await?;
            let Some((to, _)) = events.last() else {
                return Ok(());
            };
            self.feed.told_to = *to;
            let moves = self.changed(&events).await?;
            if !self.step(&moves).await? {
                return Ok(());
            }
        }
    }

    /// What moves because of some events.
    async fn changed(&mut self, events: &[(i64, Event)]) -> Result<Vec<Move>> {
        let (sight, connection) = (self.sight(), self.app.db.read());
        let roots = rules::roots(events);
        let told = store::told_within(connection, self.feed.account_id, &roots).await?;
        let (seen, ends) = store::seen_within(connection, &sight, &roots).await?;
        self.feed.fresh_until = self.feed.fresh_until.min(ends);
        let mut touched = Touched::default();
        if let Some(viewer) = self.viewer {
            let events: Vec<&Event> = events.iter().map(|(_, event)| event).collect();
            for event in leads::heard(connection, viewer, &sight, &events).await? {
                touched.add(event);
            }
        }
        Ok(rules::moves(&roots, &touched, &seen, &told))
    }

    /// Writes the moves and how far the feed has come; false where somebody else moved it since it was read.
    async fn step(&mut self, moves: &[Move]) -> Result<bool> {
        let Some(feed) = step(self.app, &self.feed, moves).await? else {
            return Ok(false);
        };
        self.feed = feed;
        self.moved += moves.len();
        Ok(true)
    }
}

/// Forgets what is gone since 30 days; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::changes) async fn forget(app: &App) -> Result<u64> {
    let before = app.now().checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
    let tx = app.begin().await?;
    let gone = store::forget(&tx, micros(before)).await?;
    tx.commit(Recorded(())).await?;
    Ok(gone)
}
