//! What this process remembers of whom it has shown which lead, so that the same page is not written down again and again.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use uuid::Uuid;

use crate::permissions::audience::Tlp;

/// Most sightings kept; beyond it the cache starts anew.
const MOST: usize = 20_000;

/// Person and lead → when it was last written down, microseconds, and under which TLP.
#[derive(Debug, Default)]
pub struct Sightings(Mutex<HashMap<(Uuid, Uuid), (i64, Tlp)>>);

impl Sightings {
    /// Whether it was written down since a moment, under this TLP where one is known.
    pub(super) fn has(&self, person: Uuid, lead: Uuid, tlp: Option<Tlp>, since: i64) -> bool {
        let cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cache
            .get(&(person, lead))
            .is_some_and(|(at, under)| *at > since && tlp.is_none_or(|tlp| tlp == *under))
    }

    /// Remembers what was written down: of each lead the TLP and the moment.
    pub(super) fn keep(&self, person: Uuid, leads: impl ExactSizeIterator<Item = (Uuid, Tlp, i64)>) {
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cache.len() + leads.len() > MOST {
            cache.clear();
        }
        cache.extend(leads.map(|(lead, tlp, at)| ((person, lead), (at, tlp))));
    }
}
