//! Viewers of late requests, each good for one epoch.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    app::App,
    members,
    permissions::{Action, Viewer},
    platform::error::Result,
};

/// The cache: session, or person where it is asked for without one → (epoch, fresh until, viewer).
#[derive(Default)]
pub struct Viewers(Mutex<HashMap<Uuid, Remembered>>);

/// The epoch it was read in, until when it stays true, and the viewer.
type Remembered = (i64, Timestamp, Arc<Viewer>);

/// Most viewers kept; beyond it the cache starts anew.
const MOST: usize = 10_000;

/// A person as the database has it right now, without a session: for mails and events. `None` where there is no such
/// person or it may not sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn load(app: &App, person: Uuid) -> Result<Option<Arc<Viewer>>> {
    let epoch = members::authz_epoch(app.db.read()).await?;
    at(app, epoch, person, None).await
}

/// The person, perhaps of a session, read at an epoch or after it.
pub(super) async fn at(app: &App, epoch: i64, person: Uuid, session: Option<Uuid>) -> Result<Option<Arc<Viewer>>> {
    let now = app.now();
    let key = session.unwrap_or(person);
    if let Some(viewer) = app.viewers.get(key, epoch, now) {
        return Ok(Some(viewer));
    }
    let Some(mut viewer) = members::viewer(app.db.read(), person).await? else {
        return Ok(None);
    };
    if let Some(session) = session {
        viewer = in_session(app, viewer, session);
    }
    Ok(Some(app.viewers.keep(key, epoch, now, viewer)))
}

/// The person as somebody who is signed in: confined where a role asks for a second factor that is not there yet. The
/// demo, where everybody knows everybody's password, waives that.
pub(super) fn in_session(app: &App, viewer: Viewer, session: Uuid) -> Viewer {
    Viewer {
        session: Some(session),
        confined: !app.config.demo && viewer.lacks_second_factor(app.config.second_factor_for_all),
        ..viewer
    }
}

impl Viewers {
    fn get(&self, key: Uuid, epoch: i64, now: Timestamp) -> Option<Arc<Viewer>> {
        let cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, fresh_until, viewer) = cache.get(&key)?;
        (*at == epoch && now < *fresh_until).then(|| Arc::clone(viewer))
    }

    /// Keeps a viewer for as long as the epoch stands still and no power of attorney begins or ends.
    fn keep(&self, key: Uuid, epoch: i64, now: Timestamp, viewer: Viewer) -> Arc<Viewer> {
        let (_, fresh_until) = viewer.principals(Action::LeadRead, now);
        let viewer = Arc::new(viewer);
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cache.len() >= MOST {
            cache.clear();
        }
        cache.insert(key, (epoch, fresh_until, Arc::clone(&viewer)));
        viewer
    }
}
