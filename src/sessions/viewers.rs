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

/// The cache: person → (epoch, fresh until, viewer).
#[derive(Default)]
pub struct Viewers(Mutex<HashMap<Uuid, (i64, Timestamp, Arc<Viewer>)>>);

/// Most viewers kept; beyond it the cache starts anew.
const MOST: usize = 10_000;

/// The person as the database has it right now; `None` where there is no such person or it may not sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn load(app: &App, person: Uuid) -> Result<Option<Arc<Viewer>>> {
    let epoch = members::authz_epoch(app.db.read()).await?;
    let now = app.now();
    if let Some((at, until, viewer)) = app
        .viewers
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&person)
        && *at == epoch
        && now < *until
    {
        return Ok(Some(Arc::clone(viewer)));
    }
    let Some(viewer) = members::viewer(app.db.read(), person).await? else {
        return Ok(None);
    };
    let viewer = Arc::new(viewer);
    let (_, fresh_until) = viewer.principals(Action::LeadRead, now);
    let mut cache = app.viewers.0.lock().unwrap_or_else(PoisonError::into_inner);
    if cache.len() >= MOST {
        cache.clear();
    }
    cache.insert(person, (epoch, fresh_until, Arc::clone(&viewer)));
    Ok(Some(viewer))
}
