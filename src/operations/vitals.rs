//! What this process knows of itself.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::Timestamp;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What this process knows of itself.
#[derive(Debug)]
pub struct Vitals {
    /// When it began.
    pub started_at: Timestamp,
    streams: Arc<AtomicI64>,
}

/// A subscription that is being followed; it counts until it is dropped.
#[derive(Debug)]
pub struct Stream(Arc<AtomicI64>);

impl Drop for Stream {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Vitals {
    /// Of a process that begins now.
    #[must_use]
    pub fn new(started_at: Timestamp) -> Self {
        Self {
            started_at,
            streams: Arc::default(),
        }
    }

    /// Counts one more subscription.
    #[must_use]
    pub fn stream(&self) -> Stream {
        self.streams.fetch_add(1, Ordering::Relaxed);
        Stream(Arc::clone(&self.streams))
    }

    /// Subscriptions that are followed through this process.
    #[must_use]
    pub fn open_streams(&self) -> i64 {
        self.streams.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_counts_until_it_ends() {
        let vitals = Vitals::new(Timestamp::UNIX_EPOCH);
        let (one, two) = (vitals.stream(), vitals.stream());
        assert_eq!(vitals.open_streams(), 2);
        drop(one);
        assert_eq!(vitals.open_streams(), 1);
        drop(two);
        assert_eq!(vitals.open_streams(), 0);
    }
}
