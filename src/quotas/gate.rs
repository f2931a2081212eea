//! The gate of this process: so many requests are worked on at once, and the organisations take turns.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::available_parallelism,
    time::Duration,
};

use jiff::SignedDuration;
use tokio::{sync::oneshot, time::timeout};
use uuid::Uuid;

use super::rules::{Side, Turns};
use crate::{
    app::App,
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Requests at work for each processor; most of their time they wait for the database.
const FOR_EACH_PROCESSOR: usize = 4;
/// However few processors there are.
const FEWEST: usize = 16;
/// How long one waits that comes on top of a crowd of its organisation.
const IN_A_CROWD: Duration = Duration::from_secs(1);

/// The gate.
#[derive(Clone)]
pub(super) struct Gate(Arc<Mutex<Turns<oneshot::Sender<Turn>>>>);

/// A turn, until it is dropped.
pub struct Turn {
    gate: Gate,
    organization: Uuid,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.gate.lock().done(self.organization);
        self.gate.hand_out();
    }
}

impl Gate {
    /// A gate before which so many of one organisation are a crowd. No organisation has more than three quarters of the
    /// places, so that there is always one for others.
    pub(super) fn new(crowd: usize) -> Self {
        let processors = available_parallelism().map_or(1, usize::from);
        let most = (FOR_EACH_PROCESSOR * processors).max(FEWEST);
        let most_each = crowd.min(most - most / 4);
        Self(Arc::new(Mutex::new(Turns::new(most, most_each, crowd))))
    }

    fn lock(&self) -> MutexGuard<'_, Turns<oneshot::Sender<Turn>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a turn to everybody who may have one.
    fn hand_out(&self) {
        loop {
            let next = self.lock().let_in(|place| !place.is_closed());
            let Some((organization, place)) = next else { return };
            let turn = Turn {
                gate: self.clone(),
                organization,
            };
            // Who has just gone gives it back.
            drop(place.send(turn));
        }
    }
}

/// Waits for somebody's turn. Whoever comes on top of a crowd of their own organisation waits for a second.
///
/// # Errors
/// `RATE_LIMITED` where a crowd of the organisation is before it and stays, `TIME_LIMIT_EXCEEDED` where the turn does not
/// come within the time of a request.
pub async fn take_turn(app: &App, viewer: &Viewer) -> Result<Turn> {
    let gate = &app.quotas.gate;
    let (place, turn) = oneshot::channel();
    let side = Side {
        organization: viewer.organization,
        is_service: viewer.service.is_some(),
    };
    let is_crowded = gate.lock().join(side, place);
    gate.hand_out();
    let patience = match is_crowded {
        true => IN_A_CROWD,
        false => Duration::from_secs(app.config.limit_request_seconds.into()),
    };
    match timeout(patience, turn).await {
        Ok(Ok(turn)) => Ok(turn),
        Ok(Err(_)) | Err(_) if is_crowded => Err(ApiError::rate_limited(SignedDuration::ZERO)),
        Ok(Err(_)) | Err(_) => Err(ErrorCode::TimeLimitExceeded.into()),
    }
}
