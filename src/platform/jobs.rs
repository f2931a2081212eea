//! What background work needs: to be woken by commits, and to outlive its own failures.

use std::{panic::AssertUnwindSafe, pin::Pin, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use tokio::{
    select,
    sync::{Notify, futures::OwnedNotified},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use super::{db::Db, error::Result};

/// Wakes a loop after commits of this process, and now and then for those of another one.
#[derive(Debug)]
pub struct Wakes {
    committed: Arc<Notify>,
    armed: Pin<Box<OwnedNotified>>,
    poll: Duration,
    rest: Duration,
    shutdown: CancellationToken,
}

impl Wakes {
    /// Wakes after a commit or after `poll`, and not before `rest` has passed, so that work comes in batches.
    #[must_use]
    pub fn new(db: &Db, poll: Duration, rest: Duration, shutdown: CancellationToken) -> Self {
        let committed = Arc::clone(db.committed());
        Self {
            armed: arm(&committed),
            committed,
            poll,
            rest,
            shutdown,
        }
    }

    /// Waits for the next reason to work; false when it is time to stop. A commit that happens while the loop works
    /// counts as one.
    pub async fn next(&mut self) -> bool {
        select! {
            () = self.armed.as_mut() => sleep(self.rest).await,
            () = sleep(self.poll) => {}
            () = self.shutdown.cancelled() => return false,
        }
        self.armed = arm(&self.committed);
        !self.shutdown.is_cancelled()
    }
}

fn arm(committed: &Arc<Notify>) -> Pin<Box<OwnedNotified>> {
    let mut armed = Box::pin(Arc::clone(committed).notified_owned());
    armed.as_mut().enable();
    armed
}

/// Runs one turn of a job. What fails or panics is logged, and the next turn tries again.
pub async fn turn<T>(job: &'static str, work: impl Future<Output = Result<T>>) -> Option<T> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(done)) => Some(done),
        Ok(Err(error)) => {
            tracing::warn!(job, code = error.code.as_str(), "a job failed and will be tried again");
            None
        }
        Err(_) => {
            tracing::error!(job, "a job panicked and will be tried again");
            None
        }
    }
}
