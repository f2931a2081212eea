//! Viewers of late requests, each good for one epoch.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use uuid::Uuid;

use crate::permissions::{Action, Viewer};

/// The cache: session → (epoch, fresh until, viewer).
#[derive(Default)]
pub struct Viewers(Mutex<HashMap<Uuid, (i64, Timestamp, Arc<Viewer>)>>);

/// Most viewers kept; beyond it the cache starts anew.
const MOST: usize = 10_000;

impl Viewers {
    /// The viewer of a session, unless it may have changed since.
    pub(super) fn get(&self, session: Uuid, epoch: i64, now: Timestamp) -> Option<Arc<Viewer>> {
        let cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, fresh_until, viewer) = cache.get(&session)?;
        (*at == epoch && now < *fresh_until).then(|| Arc::clone(viewer))
    }

    /// Keeps a viewer for as long as the epoch stands still and no power of attorney begins or ends.
    pub(super) fn keep(&self, session: Uuid, epoch: i64, now: Timestamp, viewer: Viewer) -> Arc<Viewer> {
        let (_, fresh_until) = viewer.principals(Action::LeadRead, now);
        let viewer = Arc::new(viewer);
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cache.len() >= MOST {
            cache.clear();
        }
        cache.insert(session, (epoch, fresh_until, Arc::clone(&viewer)));
        viewer
    }
}
