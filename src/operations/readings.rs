//! What Prometheus reads of the service: everything that others can see of it in `operations`, and the connections of this
//! process.

use super::{commands, vitals};
use crate::{
    app::App,
    audit, backups, mail, outbox,
    platform::{
        clock::timestamp,
        error::Result,
        metrics::{Nature, Reading},
    },
};

/// Most events counted.
const MOST_COUNTED: u64 = 100_000;

/// Everything there is to read now. Where the database is out of reach, that is what is said.
pub async fn readings(app: &App) -> Vec<Reading> {
    let mut readings = of_this_process(app);
    let told = of_the_service(app).await;
    readings.push(Reading::gauge(
        "database_up",
        "Whether the database answers",
        if told.is_ok() { 1.0 } else { 0.0 },
    ));
    readings.extend(told.unwrap_or_default());
    readings
}

/// Beyond 2^53 nobody minds the last digit of a count.
fn number(count: u64) -> f64 {
    count as f64
}

fn signed(count: i64) -> f64 {
    number(count.unsigned_abs())
}

fn of_this_process(app: &App) -> Vec<Reading> {
    let pool = app.db.pool();
    let statements = app.db.statements();
    let connections = |state: &str, count: u32| {
        Reading::gauge("database_connections", "Connections of this process", f64::from(count)).of("state", state)
    };
    let mut readings = vec![
        Reading::gauge("build_info", "The version of this process", 1.0).of("version", vitals::VERSION),
        Reading::gauge(
            "start_time_seconds",
            "When this process began, seconds since 1970",
            seconds(app.vitals.started_at),
        ),
        Reading::gauge(
            "open_streams",
            "Subscriptions that are followed through this process",
            signed(app.vitals.open_streams()),
        ),
        connections("idle", pool.idle),
        connections("busy", pool.open.saturating_sub(pool.idle)),
        connections("most", pool.most),
        Reading::counter(
            "database_statements",
            "Statements that this process sent",
            number(statements.sent),
        ),
        Reading::counter(
            "database_statement_failures",
            "Those of them that failed",
            number(statements.failed),
        ),
        Reading::counter(
            "database_statement_seconds",
            "How long they took in all",
            statements.took.as_secs_f64(),
        ),
    ];
    if let Ok(Some(at)) = backups::last_taken(&app.config.data_dir) {
        let help = "When a backup was last taken on this machine, seconds since 1970";
        readings.push(Reading::gauge("last_backup_time_seconds", help, seconds(at)));
    }
    readings
}

fn seconds(at: jiff::Timestamp) -> f64 {
    at.as_duration().as_secs_f64()
}

async fn of_the_service(app: &App) -> Result<Vec<Reading>> {
    let mut readings = jobs(app).await?;
    readings.extend(mails(app).await?);
    readings.extend(log_and_events(app).await?);
    let database = commands::database(app).await?;
    let replicas = commands::replicas(app).await?;
    let alive = replicas.iter().filter(|replica| replica.is_alive(app.now()));
    let working = alive.clone().filter(|replica| replica.part.works).count();
    let serving = alive.filter(|replica| replica.part.serves).count();
    let processes = |part: &str, count: usize| {
        Reading::gauge("processes", "Processes that are there", number(count as u64)).of("part", part)
    };
    readings.extend([
        Reading::gauge(
            "database_bytes",
            "Bytes that the database takes",
            signed(database.bytes),
        ),
        processes("serves", serving),
        processes("works", working),
    ]);
    Ok(readings)
}

/// Readings of one name stand together.
async fn jobs(app: &App) -> Result<Vec<Reading>> {
    let (runs, now) = (commands::jobs(app).await?, app.now());
    let of_each = |name, help, nature, value: &dyn Fn(&super::JobRun) -> Option<f64>| {
        let reading = |run: &super::JobRun| {
            let base = Reading::gauge(name, help, value(run)?).of("job", run.name.as_str());
            Some(Reading { nature, ..base })
        };
        runs.iter().filter_map(reading).collect::<Vec<_>>()
    };
    let mut readings = of_each("job_runs", "Turns that ended", Nature::Counter, &|run| {
        Some(signed(run.runs))
    });
    readings.extend(of_each(
        "job_failures",
        "Turns that did not end well",
        Nature::Counter,
        &|run| Some(signed(run.failures)),
    ));
    readings.extend(of_each(
        "job_last_end_time_seconds",
        "When a turn last ended, seconds since 1970",
        Nature::Gauge,
        &|run| run.finished_at.map(seconds),
    ));
    readings.extend(of_each(
        "job_stuck",
        "Whether a turn does not end, or does not come",
        Nature::Gauge,
        &|run| Some(if run.is_stuck(now) { 1.0 } else { 0.0 }),
    ));
    Ok(readings)
}

async fn mails(app: &App) -> Result<Vec<Reading>> {
    let standing = mail::standing(app).await?;
    let mails = |state: &str, count: u64| Reading::gauge("mails", "Mails by state", number(count)).of("state", state);
    Ok(vec![
        mails("queued", standing.queued),
        mails("claimed", standing.claimed),
        mails("failed", standing.failed),
        mails("unknown", standing.unknown),
        mails("sent_today", standing.sent_today),
        Reading::gauge(
            "mail_oldest_queued_seconds",
            "How long the oldest mail has waited",
            age(app, standing.oldest_queued),
        ),
    ])
}

async fn log_and_events(app: &App) -> Result<Vec<Reading>> {
    let standing = audit::standing(app).await?;
    let (waiting, oldest) = outbox::waiting(&app.db, MOST_COUNTED).await?;
    Ok(vec![
        Reading::gauge("audit_entries", "Sealed audit entries", number(standing.sealed)),
        Reading::gauge(
            "audit_unsealed",
            "Audit entries that wait for the sealer",
            number(standing.unsealed),
        ),
        Reading::gauge(
            "audit_oldest_unsealed_seconds",
            "How long the oldest of them has waited",
            age(app, standing.oldest_unsealed),
        ),
        Reading::gauge("outbox_waiting", "Events that wait for their place", number(waiting)),
        Reading::gauge(
            "outbox_oldest_seconds",
            "How long the oldest of them has waited",
            age(app, oldest.map(timestamp)),
        ),
    ])
}

/// Seconds since a moment; none where there is no such moment, or where it lies ahead.
fn age(app: &App, at: Option<jiff::Timestamp>) -> f64 {
    at.map_or(0.0, |at| app.now().duration_since(at).as_secs_f64().max(0.0))
}
