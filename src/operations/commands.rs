//! What jobs and processes leave behind, and what those who look after the service find.

use jiff::Timestamp;

use super::{
    rules::{self, Database, JobResult, JobRun, Part, Replica},
    store, vitals,
};
use crate::{
    app::App,
    platform::{
        clock::micros,
        error::Result,
        jobs::{Failure, attempt, turn},
    },
};

/// Makes known which jobs there are, each with its schedule.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn announce(app: &App, jobs: &[(&str, &str)]) -> Result<()> {
    store::jobs_announce(&app.db, jobs).await
}

/// Runs one turn of a job and leaves behind how it ended. A turn whose end cannot be written has run all the same.
pub async fn recorded(app: &App, job: &'static str, work: impl Future<Output = Result<()>>) {
    turn("job records", store::job_started(&app.db, job, micros(app.now()))).await;
    let (result, error) = match attempt(job, work).await {
        Ok(()) => (JobResult::Done, None),
        Err(Failure::Failed(code)) => (JobResult::Failed, Some(code.as_str())),
        Err(Failure::Panicked) => (JobResult::Panicked, None),
    };
    let finished = store::job_finished(&app.db, job, micros(app.now()), result, error);
    turn("job records", finished).await;
}

/// This process, as it begins.
pub(super) fn this(app: &App, part: Part) -> Replica {
    let host = hostname::get().unwrap_or_default();
    Replica {
        id: app.ids.id(app.now()),
        host: host.to_string_lossy().into_owned(),
        version: vitals::VERSION.to_owned(),
        part,
        started_at: app.vitals.started_at,
        seen_at: app.now(),
        open_streams: 0,
    }
}

/// Writes what a process tells of itself now, and forgets those that ended long ago.
pub(super) async fn tell(app: &App, replica: &mut Replica) -> Result<()> {
    replica.seen_at = app.now();
    replica.open_streams = app.vitals.open_streams();
    store::replica_seen(&app.db, replica).await
}

/// Forgets a process that ends.
pub(super) async fn leave(app: &App, replica: &Replica) -> Result<()> {
    let long_ago = app.now().checked_sub(rules::REMEMBERED).unwrap_or(Timestamp::MIN);
    store::replicas_forget(&app.db, Some(replica.id), micros(long_ago)).await
}

/// Forgets processes that ended long ago without saying so.
pub(super) async fn forget(app: &App) -> Result<()> {
    let long_ago = app.now().checked_sub(rules::REMEMBERED).unwrap_or(Timestamp::MIN);
    store::replicas_forget(&app.db, None, micros(long_ago)).await
}

/// Every job, by name.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn jobs(app: &App) -> Result<Vec<JobRun>> {
    store::jobs(app.db.read()).await
}

/// The processes that told of themselves within a day, the youngest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn replicas(app: &App) -> Result<Vec<Replica>> {
    store::replicas(app.db.read()).await
}

/// The database's size and age.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn database(app: &App) -> Result<Database> {
    store::database(&app.db).await
}
