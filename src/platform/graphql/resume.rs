//! How a client of an event stream goes on where it was cut off: by `Last-Event-ID`, and the `id:` of each event.

use std::sync::{Mutex, PoisonError};

/// Where one stream goes on, and the cursor of the event that it tells at the moment.
#[derive(Debug, Default)]
pub struct Resume {
    after: Option<String>,
    told: Mutex<Option<String>>,
}

impl Resume {
    /// A stream whose client names the last event it has heard, or none.
    #[must_use]
    pub fn after(last: Option<String>) -> Self {
        Self {
            after: last,
            told: Mutex::default(),
        }
    }

    /// The cursor of the last event that the client has heard.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// Notes the cursor of the event that is told next.
    pub fn note(&self, cursor: String) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some(cursor);
    }

    /// The cursor of the event that is told now, if it has one; once.
    #[must_use]
    pub fn take(&self) -> Option<String> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
