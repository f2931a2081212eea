//! So many requests a minute: of one person, or of one network where nobody is signed in. Counted by this process alone,
//! so several replicas allow as many times that.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use jiff::SignedDuration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    platform::error::{ApiError, Result},
    sessions::{Caller, peer_network},
};

/// How often those who asked nothing lately are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Asker {
    Person(Uuid),
    Network(Vec<u8>),
}

/// The counts of those who asked lately, and how many requests one may send at once.
pub(super) struct Rates(Option<(DefaultKeyedRateLimiter<Asker>, NonZeroU32)>);

impl Rates {
    /// `per_minute` requests at once, and as many again each minute; 0 for as many as come.
    pub(super) fn new(per_minute: u32) -> Self {
        Self(NonZeroU32::new(per_minute).map(|most| (RateLimiter::keyed(Quota::per_minute(most)), most)))
    }

    /// Counts a request.
    ///
    /// # Errors
    /// `RATE_LIMITED` where it is one too many.
    pub(super) fn admit(&self, caller: &Caller) -> Result<()> {
        self.admit_as(caller, 1)
    }

    /// Counts a request as so many, but not as more than one may send at once.
    ///
    /// # Errors
    /// `RATE_LIMITED` where it is one too many.
    pub(super) fn admit_as(&self, caller: &Caller, requests: u32) -> Result<()> {
        let Some((limiter, most)) = &self.0 else { return Ok(()) };
        let asker = match (&caller.viewer, caller.peer) {
            (Some(viewer), _) => Asker::Person(viewer.person),
            (None, Some(peer)) => Asker::Network(peer_network(peer)),
            (None, None) => return Ok(()),
        };
        let requests = NonZeroU32::new(requests).unwrap_or(NonZeroU32::MIN).min(*most);
        let Ok(Err(refused)) = limiter.check_key_n(&asker, requests) else {
            return Ok(());
        };
        let wait = refused.wait_time_from(limiter.clock().now());
        Err(ApiError::rate_limited(
            SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX),
        ))
    }

    fn forget(&self) {
        if let Some((limiter, _)) = &self.0 {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// Forgets from time to time whoever asked nothing lately, until the server stops.
pub(super) async fn look_after(rates: Arc<Rates>, stopping: CancellationToken) {
    let mut every = interval(FORGET_EVERY);
    while stopping.run_until_cancelled(every.tick()).await.is_some() {
        rates.forget();
    }
}
