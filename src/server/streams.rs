//! What is open in this process, sockets and event streams alike, and the one task that looks after all of them: when what
//! somebody may see has changed, and now and then, it asks which sessions have ended, in one statement, so that a thousand
//! quiet streams cost as little as one.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    app::App,
    platform::{config::Config, error::Result, jobs::Wakes},
    sessions::{self, Signed},
};

/// How often ends are looked for that nobody announces: those of time, and on SQLite what another process did.
const ROUND: Duration = Duration::from_secs(1);
/// PostgreSQL announces what other processes do, so its sessions are asked for in every so many rounds only.
const QUIET_ROUNDS: u32 = 15;

/// Why a stream has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The session has ended, or the person may not sign in any more.
    SessionEnded,
    /// The token's time is over; with a new one the client may come back at once.
    TokenEnded,
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// The person has as many as one may have.
    Person,
    /// So has the server.
    Server,
}

struct Open {
    session: Uuid,
    person: Uuid,
    token_ends: Timestamp,
    end: oneshot::Sender<Ending>,
}

/// The streams that are open.
#[derive(Default)]
pub(crate) struct Registry {
    open: Mutex<HashMap<u64, Open>>,
    last: AtomicU64,
}

/// A place in the registry, given back when it is dropped.
pub(super) struct Place {
    registry: Arc<Registry>,
    number: u64,
    token_ends: Timestamp,
    ending: oneshot::Receiver<Ending>,
}

impl Place {
    /// Resolves, once, when the stream has to end.
    pub(super) async fn ending(&mut self) -> Ending {
        (&mut self.ending).await.unwrap_or(Ending::SessionEnded)
    }

    /// Whether the token's time is over, be it that nobody has looked yet.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        self.token_ends <= now
    }
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

    /// A place for a stream of somebody, as far as the limits go.
    pub(super) fn enter(self: &Arc<Self>, signed: &Signed, limits: &Config) -> Result<Place, Full> {
        let (end, ending) = oneshot::channel();
        let person = signed.viewer.person;
        let mut open = self.lock();
        if open.len() >= limits.limit_streams_total {
            return Err(Full::Server);
        }
        if open.values().filter(|other| other.person == person).count() >= limits.limit_streams {
            return Err(Full::Person);
        }
        let number = self.last.fetch_add(1, Ordering::Relaxed);
        let stream = Open {
            session: signed.session,
            person,
            token_ends: signed.token_ends,
            end,
        };
        open.insert(number, stream);
        Ok(Place {
            registry: Arc::clone(self),
            number,
            token_ends: signed.token_ends,
            ending,
        })
    }

    /// Sessions and people of what is open, each once.
    fn sessions(&self) -> Vec<(Uuid, Uuid)> {
        let mut open: Vec<_> = self
            .lock()
            .values()
            .map(|stream| (stream.session, stream.person))
            .collect();
        open.sort_unstable();
        open.dedup();
        open
    }

    /// Ends the streams for which `reason` gives one.
    fn end(&self, reason: impl Fn(&Open) -> Option<Ending>) {
        let mut open = self.lock();
        let ended: Vec<_> = open
            .iter()
            .filter_map(|(number, stream)| Some((*number, reason(stream)?)))
            .collect();
        for (number, ending) in ended {
            if let Some(stream) = open.remove(&number) {
                // A stream that has just ended by itself needs no telling.
                let _ = stream.end.send(ending);
            }
        }
    }
}

/// Looks after the open streams until `stop`.
pub(crate) async fn look_after(app: Arc<App>, registry: Arc<Registry>, stop: CancellationToken) {
    let mut wakes = Wakes::of(Arc::clone(app.db.authorization()), ROUND, Duration::ZERO, stop);
    let (mut epoch, mut quiet) = (0, 0);
    loop {
        let now = app.now();
        registry.end(|stream| (stream.token_ends <= now).then_some(Ending::TokenEnded));
        let announced = wakes.woken();
        if announced || app.db.is_sqlite() || quiet >= QUIET_ROUNDS {
            // While the database is out of reach the streams stay: every event is checked again by itself.
            match round(&app, &registry, epoch).await {
                Ok(seen) => (epoch, quiet) = (seen, 0),
                Err(_) => quiet = QUIET_ROUNDS,
            }
        } else {
            quiet += 1;
        }
        if !wakes.next().await {
            return;
        }
    }
}

/// Ends the streams of sessions that are no longer good; the authorisation epoch that was seen.
async fn round(app: &App, registry: &Registry, epoch: i64) -> Result<i64> {
    let open = registry.sessions();
    if open.is_empty() {
        return Ok(0);
    }
    let (epoch, ended) = sessions::ended(app, &open, epoch).await?;
    registry.end(|stream| ended.contains(&stream.session).then_some(Ending::SessionEnded));
    Ok(epoch)
}
