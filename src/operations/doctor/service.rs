//! What is checked in the database: its state, the audit chain's end, jobs, mails, events, processes.

use jiff::{SignedDuration, Timestamp};

use super::Check;
use crate::{
    app::App,
    audit, mail,
    operations::{
        commands,
        store::{self, Privacy},
    },
    outbox,
    platform::{
        clock::{Clock as _, SystemClock, timestamp},
        db::{Db, known_migrations},
        error::ApiError,
    },
};

/// Links of the audit chain that are read.
const TAIL: i64 = 1_000;
/// How long an audit entry may wait for its link.
const UNSEALED: SignedDuration = SignedDuration::from_secs(10);
/// How long an event may wait for its place.
const UNRELAYED: SignedDuration = SignedDuration::from_secs(60);
/// How long a mail may wait that nobody postponed.
const UNSENT: SignedDuration = SignedDuration::from_hours(1);
/// How far two machines' clocks may be apart.
const APART: SignedDuration = SignedDuration::from_secs(2);

/// A check that could not be made because the database did not answer.
fn unanswered(name: &'static str, error: &ApiError) -> Check {
    Check::failed(name, format!("the database does not answer: {}", error.code.as_str()))
}

/// Whether it has every migration, and none that this version does not know.
pub(super) async fn database(db: &Db) -> Check {
    const NAME: &str = "database";
    let (applied, version) = match (store::migrations(db).await, store::server_version(db).await) {
        (Ok(applied), Ok(version)) => (applied, version),
        (_, Err(error)) => return unanswered(NAME, &error),
        (Err(_), Ok(_)) => return Check::failed(NAME, "it was never migrated: run `touchstone migrate`"),
    };
    let known = known_migrations();
    let missing = known.iter().filter(|name| !applied.contains(name)).count();
    if let Some(newer) = applied.iter().find(|name| !known.contains(name)) {
        return Check::failed(NAME, format!("a newer version migrated it ({newer}): run that one"));
    }
    if missing > 0 {
        return Check::failed(
            NAME,
            format!("{missing} migration(s) are missing: run `touchstone migrate`"),
        );
    }
    Check::ok(NAME, format!("{version}, {} migrations", applied.len()))
}

/// Whether others could read along on the way to the database.
pub(super) async fn connection(db: &Db) -> Check {
    const NAME: &str = "connection";
    match store::privacy(db).await {
        Err(error) => unanswered(NAME, &error),
        Ok(Privacy::Near) => Check::ok(NAME, "the database is on this machine"),
        Ok(Privacy::Encrypted) => Check::ok(NAME, "encrypted"),
        Ok(Privacy::Open) => Check::warning(
            NAME,
            "not encrypted: end database_url with ?sslmode=verify-full, and &sslrootcert= where the authority is your own",
        ),
    }
}

/// Whether the database's clock agrees with this machine's.
pub(super) async fn clock(db: &Db) -> Check {
    const NAME: &str = "clock";
    match store::clock(db).await {
        Err(error) => unanswered(NAME, &error),
        Ok(None) => Check::ok(NAME, "the database has no clock of its own"),
        Ok(Some(there)) => {
            let apart = SystemClock.now().duration_since(timestamp(there)).abs();
            let found = format!("{} ms from the database's", apart.as_millis());
            if apart > APART {
                Check::failed(NAME, format!("{found}: deadlines would differ; synchronise both (NTP)"))
            } else {
                Check::ok(NAME, found)
            }
        }
    }
}

pub(super) async fn examine(app: &App) -> Vec<Check> {
    vec![
        audit(app).await,
        jobs(app).await,
        mails(app).await,
        events(app).await,
        processes(app).await,
    ]
}

fn is_older(app: &App, at: Option<Timestamp>, than: SignedDuration) -> bool {
    at.is_some_and(|at| app.now().duration_since(at) > than)
}

async fn audit(app: &App) -> Check {
    const NAME: &str = "audit";
    let (report, standing) = match (audit::verify_tail(app, TAIL).await, audit::standing(app).await) {
        (Ok(report), Ok(standing)) => (report, standing),
        (Err(error), _) | (_, Err(error)) => return unanswered(NAME, &error),
    };
    if !report.is_clean() {
        return Check::failed(NAME, format!("the last links are not as they were written: {report}"));
    }
    if is_older(app, standing.oldest_unsealed, UNSEALED) {
        return Check::failed(
            NAME,
            format!("{} entries wait for the sealer: does a worker run?", standing.unsealed),
        );
    }
    Check::ok(
        NAME,
        format!("{} entries; the last {} links hold", standing.sealed, report.links),
    )
}

async fn jobs(app: &App) -> Check {
    const NAME: &str = "jobs";
    let jobs = match commands::jobs(app).await {
        Ok(jobs) => jobs,
        Err(error) => return unanswered(NAME, &error),
    };
    let now = app.now();
    let stuck: Vec<&str> = jobs
        .iter()
        .filter(|job| job.is_stuck(now))
        .map(|job| job.name.as_str())
        .collect();
    let failing: Vec<String> = jobs
        .iter()
        .filter_map(|job| Some(format!("{} ({})", job.name, job.error.as_deref()?)))
        .collect();
    match (jobs.len(), stuck.is_empty(), failing.is_empty()) {
        (0, ..) => Check::warning(NAME, "no worker has ever run"),
        (_, false, _) => Check::failed(NAME, format!("stuck or not begun: {}", stuck.join(", "))),
        (_, true, false) => Check::warning(NAME, format!("the last turn failed: {}", failing.join(", "))),
        (count, true, true) => Check::ok(NAME, format!("{count} jobs, none is stuck")),
    }
}

async fn mails(app: &App) -> Check {
    const NAME: &str = "mails";
    let standing = match mail::standing(app).await {
        Ok(standing) => standing,
        Err(error) => return unanswered(NAME, &error),
    };
    let found = format!(
        "{} wait, {} failed, of {} nobody knows whether they arrived",
        standing.queued, standing.failed, standing.unknown
    );
    if is_older(app, standing.oldest_queued, UNSENT) {
        return Check::failed(NAME, format!("{found}; the oldest has waited for more than an hour"));
    }
    if standing.failed + standing.unknown > 0 {
        return Check::warning(NAME, found);
    }
    Check::ok(NAME, found)
}

async fn events(app: &App) -> Check {
    const NAME: &str = "events";
    match outbox::waiting(&app.db, 100_000).await {
        Err(error) => unanswered(NAME, &error),
        Ok((count, oldest)) if is_older(app, oldest.map(timestamp), UNRELAYED) => {
            Check::failed(NAME, format!("{count} wait for their place: does a server run?"))
        }
        Ok((count, _)) => Check::ok(NAME, format!("{count} wait for their place")),
    }
}

async fn processes(app: &App) -> Check {
    const NAME: &str = "processes";
    let replicas = match commands::replicas(app).await {
        Ok(replicas) => replicas,
        Err(error) => return unanswered(NAME, &error),
    };
    let alive: Vec<_> = replicas.iter().filter(|replica| replica.is_alive(app.now())).collect();
    let serving = alive.iter().filter(|replica| replica.part.serves).count();
    let working = alive.iter().filter(|replica| replica.part.works).count();
    let found = format!("{serving} serve, {working} work");
    if serving == 0 || working == 0 {
        return Check::warning(
            NAME,
            format!("{found}: mails, deadlines and the audit log wait for one that works"),
        );
    }
    Check::ok(NAME, found)
}
