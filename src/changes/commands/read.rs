//! Reading the own feed.

use std::{collections::BTreeSet, sync::Arc};

use uuid::Uuid;

use super::{step, told};
use crate::{
    app::App,
    audience::Sight,
    changes::{
        rules::{self, ChangeKind, Cursor, MOST, Move, Object},
        store::{self, FeedRow, PlaceRow},
    },
    members,
    permissions::{Action, Viewer},
    platform::{
        db::{Connection, Recorded, Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
    sessions::viewers,
};

/// An object at its place of a feed.
#[derive(Debug, Clone, Copy)]
pub(in crate::changes) struct Place {
    pub(in crate::changes) object: Object,
    /// Whether the account does not see it any more.
    pub(in crate::changes) gone: bool,
    /// When it came to its place, in microseconds.
    pub(in crate::changes) at: i64,
}

/// A page of a feed: the places in order, and from where to go on.
#[derive(Debug)]
pub(in crate::changes) struct Page {
    pub(in crate::changes) places: Vec<Place>,
    pub(in crate::changes) cursor: String,
    pub(in crate::changes) has_more: bool,
}

/// The next changes of a service account's own feed.
///
/// What the account does not see at this moment is told as gone, also where no follower has noticed yet; and that it
/// was told so is written down before, so that the object is told anew should it be seen again.
///
/// # Errors
/// `FORBIDDEN` for whoever is no service account, `BAD_USER_INPUT` for a size outside 1–100 or a cursor that is not the
/// account's, `CURSOR_EXPIRED`.
pub(in crate::changes) async fn page(app: &App, viewer: &Viewer, since: Option<&str>, first: i32) -> Result<Page> {
    if viewer.service.is_none() {
        return Err(ErrorCode::Forbidden.into());
    }
    let size = u64::try_from(first).ok().filter(|size| (1..=MOST).contains(size));
    let size = size.ok_or_else(|| ApiError::input("first", format!("A page has 1 to {MOST} changes.")))?;
    let reading = Reading {
        app,
        account: viewer.person,
        held: None,
    };
    if let Some(page) = reading.page(app.db.read(), since, size).await? {
        return Ok(page);
    }
    // It moved meanwhile, and may do so again: now it is held still.
    let tx = app.begin().await?;
    store::feed_hold(&tx, viewer.person).await?;
    let reading = Reading {
        held: Some(&tx),
        ..reading
    };
    let page = reading.page(tx.connection(), since, size).await?;
    tx.commit(Recorded(())).await?;
    page.ok_or_else(|| ErrorCode::Unavailable.into())
}

/// A page being read, perhaps in the transaction that holds the feed: then by that one's connection alone, for whoever waits
/// for the feed may have all the others.
#[derive(Clone, Copy)]
struct Reading<'a> {
    app: &'a App,
    account: Uuid,
    held: Option<&'a Tx>,
}

impl Reading<'_> {
    /// The page as the feed stands; `None` where the feed moved while it was read, and that matters.
    async fn page(&self, connection: &impl Connection, since: Option<&str>, size: u64) -> Result<Option<Page>> {
        let account = self.account;
        // What gets a place after this was read stands behind it: whoever has read all there is has read up to here.
        let Some(feed) = store::feed(connection, account).await? else {
            return unbegun(account, since).map(Some);
        };
        let from = rules::begin(since, account, feed.head, feed.floor)?;
        let after = (from.place, from.begun);
        let mut rows = store::places(connection, account, after, size + 1).await?;
        // What was forgotten meanwhile may be missing.
        let floor = store::feed(connection, account)
            .await?
            .map_or(feed.floor, |feed| feed.floor);
        rules::begin(since, account, feed.head, floor)?;
        let has_more = u64::try_from(rows.len()).is_ok_and(|length| length > size);
        if has_more {
            rows.pop();
        }
        let last = rows.last().map_or(from.place, |row| row.place);
        let place = if has_more { last } else { last.max(feed.head) };
        let Some(places) = self.as_seen(connection, &feed, &rows).await? else {
            return Ok(None);
        };
        Ok(Some(Page {
            cursor: Cursor { place, ..from }.encode(),
            places,
            has_more,
        }))
    }

    /// The places with what the account sees by now. What it lost without the feed knowing gets a tombstone; `None` where
    /// the feed moved meanwhile.
    async fn as_seen(
        &self,
        connection: &impl Connection,
        feed: &FeedRow,
        rows: &[PlaceRow],
    ) -> Result<Option<Vec<Place>>> {
        // As the database has the account after the feed was read: a sight of before might take away what was told since.
        let viewer = match self.held {
            Some(_) => members::viewer(connection, self.account).await?.map(Arc::new),
            None => viewers::load(self.app, self.account).await?,
        };
        let viewer = viewer.ok_or(ErrorCode::Unauthenticated)?;
        let sight = Sight::of(&viewer, Action::LeadRead, self.app.now());
        let mut places = rows.iter().map(of_row).collect::<Result<Vec<Place>>>()?;
        let ids: Vec<Uuid> = places
            .iter()
            .filter(|place| !place.gone)
            .map(|place| place.object.id)
            .collect();
        let seen: BTreeSet<Object> = store::seen_among(connection, &sight, &ids).await?;
        let mut lost = Vec::new();
        for (place, row) in places.iter_mut().zip(rows) {
            if !place.gone && !seen.contains(&place.object) {
                place.gone = true;
                lost.push(Move {
                    object: place.object,
                    root: row.root_id,
                    gone: true,
                });
            }
        }
        if lost.is_empty() {
            return Ok(Some(places));
        }
        let moved = match self.held {
            Some(tx) => told(tx, feed, &lost).await?,
            None => step(self.app, feed, &lost).await?,
        };
        Ok(moved.map(|_| places))
    }
}

/// The page of a feed that nobody has begun yet: nothing is in it, and its cursor is the beginning.
fn unbegun(account: Uuid, since: Option<&str>) -> Result<Page> {
    Ok(Page {
        cursor: rules::begin(since, account, 0, 0)?.encode(),
        places: Vec::new(),
        has_more: false,
    })
}

fn of_row(row: &PlaceRow) -> Result<Place> {
    Ok(Place {
        object: Object::of(code::<ChangeKind>(&row.kind)?, row.object_id),
        gone: row.gone,
        at: row.at,
    })
}
