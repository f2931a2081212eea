//! The sockets that are open in this process, and the one task that looks after all of them: once a second it asks which
//! sessions have ended, in one statement, so that a thousand quiet sockets cost as little as one.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use tokio::{
    sync::oneshot,
    time::{MissedTickBehavior, interval},
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    app::App,
    platform::error::Result,
    sessions::{self, Signed},
};

const ROUND: Duration = Duration::from_secs(1);

/// Why a socket has to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The session has ended, or the person may not sign in any more.
    SessionEnded,
    /// The token's time is over; with a new one the client may come back at once.
    TokenEnded,
}

struct Open {
    session: Uuid,
    person: Uuid,
    token_ends: Timestamp,
    end: oneshot::Sender<Ending>,
}

/// The sockets that are open.
#[derive(Default)]
pub(crate) struct Registry {
    open: Mutex<HashMap<u64, Open>>,
    last: AtomicU64,
}

/// A place in the registry, given back when it is dropped.
pub(super) struct Place {
    registry: Arc<Registry>,
    number: u64,
    /// Resolves when the socket has to close.
    pub(super) ending: oneshot::Receiver<Ending>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.registry.lock().remove(&self.number);
    }
}

impl Registry {
    fn lock(&self) -> MutexGuard<'_, HashMap<u64, Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a socket of somebody, unless that person has `most` already.
    pub(super) fn enter(self: &Arc<Self>, signed: &Signed, most: usize) -> Option<Place> {
        let (end, ending) = oneshot::channel();
        let person = signed.viewer.person;
        let mut open = self.lock();
        if open.values().filter(|other| other.person == person).count() >= most {
            return None;
        }
        let number = self.last.fetch_add(1, Ordering::Relaxed);
        let socket = Open {
            session: signed.session,
            person,
            token_ends: signed.token_ends,
            end,
        };
        open.insert(number, socket);
        Some(Place {
            registry: Arc::clone(self),
            number,
            ending,
        })
    }

    /// Ends the sockets for which `reason` gives one.
    fn end(&self, reason: impl Fn(&Open) -> Option<Ending>) {
        let mut open = self.lock();
        let ended: Vec<_> = open
            .iter()
            .filter_map(|(number, socket)| Some((*number, reason(socket)?)))
            .collect();
        for (number, ending) in ended {
            if let Some(socket) = open.remove(&number) {
                // A socket that has just closed by itself needs no telling.
                let _ = socket.end.send(ending);
            }
        }
    }
}

/// Looks after the open sockets until `stop`.
pub(crate) async fn look_after(app: Arc<App>, registry: Arc<Registry>, stop: CancellationToken) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut epoch = 0;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = rounds.tick() => {}
        }
        // While the database is out of reach the sockets stay: every event is checked again by itself.
        if let Ok(seen) = round(&app, &registry, epoch).await {
            epoch = seen;
        }
    }
}

async fn round(app: &App, registry: &Registry, epoch: i64) -> Result<i64> {
    let now = app.now();
    registry.end(|socket| (socket.token_ends <= now).then_some(Ending::TokenEnded));
    let mut open: Vec<_> = registry
        .lock()
        .values()
        .map(|socket| (socket.session, socket.person))
        .collect();
    if open.is_empty() {
        return Ok(0);
    }
    open.sort_unstable();
    open.dedup();
    let (epoch, ended) = sessions::ended(app, &open, epoch).await?;
    registry.end(|socket| ended.contains(&socket.session).then_some(Ending::SessionEnded));
    Ok(epoch)
}
