//! How much may be asked, what a process has of that, and whose turn it is. Times are microseconds.

mod bucket;
mod purse;
mod turns;

pub use bucket::{Bucket, MINUTE, Quota};
pub use purse::{Asked, Purse};
pub use turns::{Side, Turns};

use jiff::SignedDuration;

use crate::platform::error::{ApiError, Result};

/// How somebody stands after a request, or without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Points that may be spent in a minute.
    pub per_minute: i64,
    /// Points that are left now, as far as this process knows.
    pub left: i64,
    /// Seconds until all of them are there again if nothing more is asked; none where they are.
    pub resets_in: i64,
    /// Microseconds after which something is left again, where the request was one too many.
    pub retry_in: Option<i64>,
}

impl Standing {
    /// Whether the request may run.
    ///
    /// # Errors
    /// `RATE_LIMITED` where it was one too many.
    pub fn admitted(self) -> Result<()> {
        match self.retry_in {
            Some(wait) => Err(ApiError::rate_limited(SignedDuration::from_micros(wait.max(0)))),
            None => Ok(()),
        }
    }
}
