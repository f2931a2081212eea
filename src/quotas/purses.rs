//! What this process has taken of everybody's bucket.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use tokio::time::timeout;
use uuid::Uuid;

use super::{
    gate::Gate,
    rules::{Asked, Purse, Quota, Standing},
    store::{self, Share},
};
use crate::{
    app::App,
    operations,
    permissions::Viewer,
    platform::{
        clock::micros,
        config::Config,
        error::{ErrorCode, Result},
    },
};

/// How long a request waits for the database's word on its quota.
const LONGEST: Duration = Duration::from_secs(2);
/// How long the database is left alone where it did not answer.
const PAUSE: i64 = 1_000_000;
/// How long nobody has asked before what was taken for them is given back.
const REST: i64 = 10_000_000;
/// How long a full bucket is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// A purse; whoever waits for a share holds it, so that many requests at once take one.
type Shared = Arc<tokio::sync::Mutex<Purse>>;

/// What this process has of everybody's quota, and its gate.
pub struct Quotas {
    quota: Option<Quota>,
    purses: Mutex<HashMap<Uuid, Shared>>,
    /// Processes that serve, as last counted.
    replicas: AtomicI64,
    /// Until when this process goes by what it knows, because the database did not answer; 0 where it does.
    alone_until: AtomicI64,
    pub(super) gate: Gate,
}

impl Quotas {
    /// Nothing taken yet.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self {
            quota: Quota::of(config.limit_cost_per_minute),
            purses: Mutex::default(),
            replicas: AtomicI64::new(1),
            alone_until: AtomicI64::new(0),
            gate: Gate::new(config.limit_at_once_per_organization),
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, Shared>> {
        self.purses.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn purse(&self, person: Uuid) -> Shared {
        Arc::clone(self.lock().entry(person).or_default())
    }

    /// Takes out the purses that nobody has used since a moment, or all; whose they are and what is to be given back.
    fn resting(&self, now: i64, all: bool) -> Vec<(Uuid, i64)> {
        let since = if all { i64::MAX } else { now - REST };
        let mut back = Vec::new();
        self.lock().retain(|person, purse| {
            // Whoever is about to use it has it in hand.
            let Some(purse) = Arc::get_mut(purse) else { return true };
            let Some(time) = purse.get_mut().resting_since(since, now) else {
                return true;
            };
            if time > 0 {
                back.push((*person, time));
            }
            false
        });
        back
    }

    /// Says, once, that the database does not answer.
    fn note_alone(&self, now: i64) {
        if self.alone_until.swap(now + PAUSE, Ordering::Relaxed) == 0 {
            tracing::warn!("quotas cannot be asked for; this process goes by its own part of them");
        }
    }

    /// Says, once, that it answers again.
    fn note_together(&self) {
        if self.alone_until.swap(0, Ordering::Relaxed) != 0 {
            tracing::info!("quotas can be asked for again");
        }
    }
}

/// Pays for a request of somebody; how they stand then. `None` where no quota is set.
///
/// [`Standing::admitted`] says whether the request may run.
pub async fn spend(app: &App, viewer: &Viewer, cost: usize) -> Option<Standing> {
    let quota = app.quotas.quota?;
    let (now, time) = (micros(app.now()), quota.time(cost));
    let shared = app.quotas.purse(viewer.person);
    let mut purse = shared.lock().await;
    let asked = match purse.pay(now, time) {
        Asked::Lacking(share) => taken(app, viewer.person, &mut purse, (now, time, share)).await,
        asked => asked,
    };
    Some(purse.standing(quota, now, asked))
}

/// Takes a share and pays from it.
async fn taken(app: &App, person: Uuid, purse: &mut Purse, (now, time, share): (i64, i64, i64)) -> Asked {
    let quotas = &app.quotas;
    let alone_until = quotas.alone_until.load(Ordering::Relaxed);
    let found: Result<Share> = if now < alone_until && alone_until <= now + PAUSE {
        Err(ErrorCode::Unavailable.into())
    } else {
        let asked = timeout(LONGEST, store::take(&app.db, person, now, share));
        asked.await.unwrap_or_else(|_| Err(ErrorCode::Unavailable.into()))
    };
    match found {
        Ok(Share::Taken(bucket)) => {
            quotas.note_together();
            purse.put_in(share, bucket);
        }
        Ok(Share::Nothing(bucket)) => {
            quotas.note_together();
            purse.found_empty(bucket);
        }
        Err(_) => {
            quotas.note_alone(now);
            return purse.pay_alone(now, time, quotas.replicas.load(Ordering::Relaxed));
        }
    }
    match purse.pay(now, time) {
        // Somebody gave something back in between.
        Asked::Lacking(_) => Asked::Empty(now + 1),
        asked => asked,
    }
}

/// How somebody stands now, without asking anything. `None` where no quota is set.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn standing(app: &App, viewer: &Viewer) -> Result<Option<Standing>> {
    let Some(quota) = app.quotas.quota else { return Ok(None) };
    let bucket = store::bucket(&app.db, viewer.person).await?;
    let shared = app.quotas.purse(viewer.person);
    let mut purse = shared.lock().await;
    purse.put_in(0, bucket);
    Ok(Some(purse.standing(quota, micros(app.now()), Asked::Paid)))
}

/// Counts the processes that serve.
pub(super) async fn count_replicas(app: &App) -> Result<()> {
    let (now, replicas) = (app.now(), operations::replicas(app).await?);
    let serving = replicas.iter().filter(|it| it.part.serves && it.is_alive(now)).count();
    let serving = i64::try_from(serving).unwrap_or(i64::MAX).max(1);
    app.quotas.replicas.store(serving, Ordering::Relaxed);
    Ok(())
}

/// Gives back what was taken for those who rest, or for everybody.
pub(super) async fn give_back(app: &App, all: bool) -> Result<()> {
    for (person, time) in app.quotas.resting(micros(app.now()), all) {
        store::put_back(&app.db, person, time).await?;
    }
    Ok(())
}

/// Forgets buckets that have been full for a day.
pub(super) async fn forget(app: &App) -> Result<u64> {
    let before = app.now().checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
    store::forget(&app.db, micros(before)).await
}
