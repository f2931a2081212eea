//! GraphQL of operations: for whoever looks after the service.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use super::{
    commands,
    rules::{Database, JobResult, JobRun, Replica},
    vitals,
};
use crate::{
    app::App,
    audit, graphql_enum, mail, outbox,
    platform::{
        error::Result,
        graphql::{from_context, scalars::DateTime},
    },
};

graphql_enum!(
    /// How a job's last turn ended.
    GqlJobResult as "JobResult" = JobResult {
        /// It did what there was to do.
        Done,
        /// It failed; the next turn tries again.
        Failed,
        /// It hit a fault of ours; the next turn tries again.
        Panicked,
    }
);

/// The kinds of database there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum DatabaseBackend {
    /// SQLite, in a file of the data folder.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
}

/// The database.
#[derive(Debug, SimpleObject)]
pub struct DatabaseState {
    /// Whether it answers and has every migration of this version.
    reachable: bool,
    /// How many migrations it has.
    migrations_applied: i64,
    /// Bytes it takes.
    size_bytes: i64,
}

/// A job and how its last turn ended, on whichever machine.
#[derive(Debug, SimpleObject)]
pub struct Job {
    /// Its name.
    name: String,
    /// When it runs: a cron expression, seconds first, UTC.
    schedule: String,
    /// When the last turn began; null before the first one.
    last_started_at: Option<DateTime>,
    /// When a turn last ended; null before the first one has.
    last_finished_at: Option<DateTime>,
    /// How it ended; null before the first one has.
    last_result: Option<GqlJobResult>,
    /// The code of the failure; null where there was none.
    last_error: Option<String>,
    /// When the next turn begins; null where the schedule knows no more.
    next_at: Option<DateTime>,
    /// Whether a turn does not end, or does not come although it is due.
    stuck: bool,
    /// Turns that have ended.
    runs: i64,
    /// Those of them that did not end well.
    failures: i64,
}

/// The mails in numbers, each counted up to a bound; never what they say.
#[derive(Debug, SimpleObject)]
pub struct MailState {
    /// They wait.
    queued: i64,
    /// A sender has them.
    claimed: i64,
    /// The mail server took them since midnight, UTC.
    sent_today: i64,
    /// They were refused for good, or too often.
    failed: i64,
    /// Nobody knows whether they arrived; they are not sent again.
    unknown: i64,
    /// When the oldest of those that wait was queued; null where none waits.
    oldest_queued_at: Option<DateTime>,
    /// To so many people no mails go, because they came back.
    suspended: i64,
    /// They did not arrive, within seven days.
    bounces: i64,
    /// Their readers said that they were not wanted, within seven days.
    complaints: i64,
    /// Whether the settings name a mail server; else mails become files in the data folder.
    configured: bool,
}

/// The audit entries in numbers; never what they say.
#[derive(Debug, SimpleObject)]
pub struct AuditState {
    /// Entries in all.
    entries: i64,
    /// Those with a place in the chain.
    sealed: i64,
    /// Those that wait for one.
    unsealed: i64,
    /// How long the oldest of these has waited; null where none waits.
    oldest_unsealed_seconds: Option<i64>,
    /// When the latest checkpoint was signed, on the machine that answers; null while there is none.
    last_checkpoint_at: Option<DateTime>,
}

/// The events that wait for their place in the one order.
#[derive(Debug, SimpleObject)]
pub struct OutboxState {
    /// How many wait.
    waiting: i64,
    /// How long the oldest of them has waited; null where none waits.
    oldest_seconds: Option<i64>,
}

/// A process of the service, as it last told of itself; it does so every ten seconds.
#[derive(Debug, SimpleObject)]
#[graphql(name = "Replica")]
pub struct ReplicaState {
    /// The machine's name.
    host: String,
    /// The program's version.
    version: String,
    /// Whether it answers requests.
    serves: bool,
    /// Whether it runs the jobs.
    works: bool,
    /// When it began.
    started_at: DateTime,
    /// When it last told of itself.
    seen_at: DateTime,
    /// Whether it is still there. One that ended without saying so is shown for a day.
    alive: bool,
    /// Subscriptions that were followed through it.
    open_streams: i64,
}

fn small(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Seconds from a moment until now, none where it lies ahead.
fn age(app: &App, at: jiff::Timestamp) -> i64 {
    app.now().duration_since(at).as_secs().max(0)
}

/// How the service runs.
#[derive(Debug)]
pub struct Operations;

/// How the service runs.
#[Object]
impl Operations {
    /// The version of the process that answers.
    async fn version(&self) -> &'static str {
        vitals::VERSION
    }

    /// When the process that answers began.
    async fn started_at(&self, ctx: &Context<'_>) -> Result<DateTime> {
        Ok(DateTime(from_context::<App>(ctx)?.vitals.started_at))
    }

    /// What keeps the data.
    async fn database_backend(&self, ctx: &Context<'_>) -> Result<DatabaseBackend> {
        Ok(if from_context::<App>(ctx)?.db.is_sqlite() {
            DatabaseBackend::Sqlite
        } else {
            DatabaseBackend::Postgresql
        })
    }

    /// The database.
    async fn database(&self, ctx: &Context<'_>) -> Result<DatabaseState> {
        let app = from_context::<App>(ctx)?;
        let Database { bytes, migrations } = commands::database(app).await?;
        Ok(DatabaseState {
            reachable: app.db.is_ready().await,
            migrations_applied: migrations,
            size_bytes: bytes,
        })
    }

    /// The worker's jobs, by name.
    async fn jobs(&self, ctx: &Context<'_>) -> Result<Vec<Job>> {
        let app = from_context::<App>(ctx)?;
        let runs = commands::jobs(app).await?;
        Ok(runs.into_iter().map(|run| job(app, run)).collect())
    }

    /// The mails.
    async fn mail(&self, ctx: &Context<'_>) -> Result<MailState> {
        let app = from_context::<App>(ctx)?;
        let standing = mail::standing(app).await?;
        Ok(MailState {
            queued: small(standing.queued),
            claimed: small(standing.claimed),
            sent_today: small(standing.sent_today),
            failed: small(standing.failed),
            unknown: small(standing.unknown),
            oldest_queued_at: standing.oldest_queued.map(DateTime),
            suspended: small(standing.suspended),
            bounces: small(standing.bounces),
            complaints: small(standing.complaints),
            configured: !app.config.mail_url.expose().is_empty(),
        })
    }

    /// The audit log.
    async fn audit(&self, ctx: &Context<'_>) -> Result<AuditState> {
        let app = from_context::<App>(ctx)?;
        let standing = audit::standing(app).await?;
        Ok(AuditState {
            entries: small(standing.sealed + standing.unsealed),
            sealed: small(standing.sealed),
            unsealed: small(standing.unsealed),
            oldest_unsealed_seconds: standing.oldest_unsealed.map(|at| age(app, at)),
            last_checkpoint_at: standing.checkpoint.map(DateTime),
        })
    }

    /// The events that wait for their place in the one order.
    async fn outbox(&self, ctx: &Context<'_>) -> Result<OutboxState> {
        let app = from_context::<App>(ctx)?;
        let (waiting, oldest) = outbox::waiting(&app.db, MOST_COUNTED).await?;
        Ok(OutboxState {
            waiting: small(waiting),
            oldest_seconds: oldest.map(|at| age(app, crate::platform::clock::timestamp(at))),
        })
    }

    /// Subscriptions that are followed, through all processes, as these last told.
    async fn open_streams(&self, ctx: &Context<'_>) -> Result<i64> {
        let app = from_context::<App>(ctx)?;
        let replicas = commands::replicas(app).await?;
        let alive = replicas.iter().filter(|replica| replica.is_alive(app.now()));
        Ok(alive.map(|replica| replica.open_streams).sum())
    }

    /// The processes of the service, the youngest first; at most a hundred.
    async fn replicas(&self, ctx: &Context<'_>) -> Result<Vec<ReplicaState>> {
        let app = from_context::<App>(ctx)?;
        let replicas = commands::replicas(app).await?;
        Ok(replicas.into_iter().map(|it| replica(app, it)).collect())
    }
}

/// Most events counted.
const MOST_COUNTED: u64 = 100_000;

fn job(app: &Arc<App>, run: JobRun) -> Job {
    let now = app.now();
    Job {
        next_at: run.next_at(now).map(DateTime),
        stuck: run.is_stuck(now),
        name: run.name,
        schedule: run.schedule,
        last_started_at: run.started_at.map(DateTime),
        last_finished_at: run.finished_at.map(DateTime),
        last_result: run.result.map(GqlJobResult::from),
        last_error: run.error,
        runs: run.runs,
        failures: run.failures,
    }
}

fn replica(app: &App, replica: Replica) -> ReplicaState {
    ReplicaState {
        alive: replica.is_alive(app.now()),
        host: replica.host,
        version: replica.version,
        serves: replica.part.serves,
        works: replica.part.works,
        started_at: DateTime(replica.started_at),
        seen_at: DateTime(replica.seen_at),
        open_streams: replica.open_streams,
    }
}

/// Queries of operations.
#[derive(Default)]
pub struct OperationsQuery;

#[Object]
impl OperationsQuery {
    /// How the service runs: its database, jobs, mails, audit log and processes.
    async fn operations(&self) -> Operations {
        Operations
    }
}
