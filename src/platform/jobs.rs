//! What background work needs: to be woken by commits, and to outlive its own failures.

use std::{panic::AssertUnwindSafe, pin::Pin, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use tokio::{
    select,
    sync::{Notify, futures::OwnedNotified},
    time::sleep,
};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use super::{
    db::Db,
    error::{ErrorCode, Result},
};

/// Wakes a loop by a bell, such as the commits of this process, and now and then for what it does not ring for.
#[derive(Debug)]
pub struct Wakes {
    bell: Arc<Notify>,
    rung: bool,
    armed: Pin<Box<OwnedNotified>>,
    poll: Duration,
    rest: Duration,
    shutdown: CancellationToken,
}

impl Wakes {
    /// Wakes after a commit or after `poll`, and not before `rest` has passed, so that work comes in batches.
    #[must_use]
    pub fn new(db: &Db, poll: Duration, rest: Duration, shutdown: CancellationToken) -> Self {
        Self::of(Arc::clone(db.committed()), poll, rest, shutdown)
    }

    /// Wakes when the bell rings or after `poll`, and not before `rest` has passed.
    #[must_use]
    pub fn of(bell: Arc<Notify>, poll: Duration, rest: Duration, shutdown: CancellationToken) -> Self {
        Self {
            armed: arm(&bell),
            bell,
            rung: true,
            poll,
            rest,
            shutdown,
        }
    }

    /// Whether the bell was the latest reason to work; the first turn counts as one.
    #[must_use]
    pub fn woken(&self) -> bool {
        self.rung
    }

    /// Waits for the next reason to work; false when it is time to stop. A commit that happens while the loop works
    /// counts as one.
    pub async fn next(&mut self) -> bool {
        select! {
            () = self.armed.as_mut() => {
                self.rung = true;
                sleep(self.rest).await;
            }
            () = sleep(self.poll) => self.rung = false,
            () = self.shutdown.cancelled() => return false,
        }
        self.armed = arm(&self.bell);
        !self.shutdown.is_cancelled()
    }
}

fn arm(bell: &Arc<Notify>) -> Pin<Box<OwnedNotified>> {
    let mut armed = Box::pin(Arc::clone(bell).notified_owned());
    armed.as_mut().enable();
    armed
}

/// Why a turn did not end well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It failed.
    Failed(ErrorCode),
    /// It hit a fault of ours.
    Panicked,
}

/// Runs one turn of a job. What fails or panics is logged, and the next turn tries again.
///
/// # Errors
/// [`Failure`], which is logged already.
pub async fn attempt<T>(job: &'static str, work: impl Future<Output = Result<T>>) -> Result<T, Failure> {
    let work = work.instrument(tracing::info_span!("job", job));
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => {
            tracing::warn!(job, code = error.code.as_str(), "a job failed and will be tried again");
            Err(Failure::Failed(error.code))
        }
        Err(_) => {
            tracing::error!(job, "a job panicked and will be tried again");
            Err(Failure::Panicked)
        }
    }
}

/// [`attempt`] for whom it is enough to know whether it ended well.
pub async fn turn<T>(job: &'static str, work: impl Future<Output = Result<T>>) -> Option<T> {
    attempt(job, work).await.ok()
}
