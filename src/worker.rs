//! The worker: registers the slices' jobs and their schedules.
//!
//! apalis runs the schedules; what there is to do stands in our own rows (docs/adr/0006). Every job may run twice, or on
//! two machines at once, without harm, and each turn of it is bounded. Loops that follow commits stand beside the
//! schedules.

use std::{str::FromStr as _, sync::Arc, time::Duration};

use apalis::prelude::{Monitor, WorkerBuilder, WorkerBuilderExt as _};
use apalis_cron::{CronScheduler, Tick};
use cron::Schedule;
use futures_util::future::BoxFuture;
use tokio_util::sync::CancellationToken;

use crate::{
    app::App,
    audit, outbox,
    platform::{error::Result, jobs::turn},
};

/// A job: its name, when it runs (seconds first, UTC), and what it does.
struct Job {
    name: &'static str,
    schedule: &'static str,
    run: fn(Arc<App>) -> BoxFuture<'static, Result<()>>,
}

const JOBS: &[Job] = &[
    Job {
        name: "audit checkpoint",
        schedule: "0 0 * * * *",
        run: |app| Box::pin(async move { audit::checkpoint(&app).await.map(drop) }),
    },
    Job {
        name: "old events",
        schedule: "0 10 3 * * *",
        run: |app| Box::pin(async move { outbox::forget(&app.db, app.now()).await.map(drop) }),
    },
];

/// How long running jobs may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs all jobs until `shutdown`; returns when those under way have ended.
pub async fn run(app: Arc<App>, shutdown: CancellationToken) {
    let scheduled = async {
        let stop = shutdown.clone();
        let signal = async move {
            stop.cancelled().await;
            Ok(())
        };
        if let Err(error) = monitor(&app).shutdown_timeout(PATIENCE).run_with_signal(signal).await {
            tracing::error!(%error, "a scheduled job ended badly");
        }
    };
    tokio::join!(scheduled, audit::keep_sealing(Arc::clone(&app), shutdown.clone()));
}

fn monitor(app: &Arc<App>) -> Monitor {
    JOBS.iter().fold(Monitor::new(), |monitor, job| {
        let app = Arc::clone(app);
        monitor.register(move |_| {
            let app = Arc::clone(&app);
            WorkerBuilder::new(job.name)
                .backend(CronScheduler::new(schedule(job.schedule)))
                .concurrency(1)
                .build(move |_: Tick| {
                    let work = (job.run)(Arc::clone(&app));
                    async move {
                        turn(job.name, work).await;
                    }
                })
        })
    })
}

fn schedule(text: &str) -> Schedule {
    match Schedule::from_str(text) {
        Ok(schedule) => schedule,
        Err(_) => unreachable!("a test parses every schedule"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schedule_can_be_read() {
        for job in JOBS {
            assert!(Schedule::from_str(job.schedule).is_ok(), "{}", job.name);
        }
    }
}
