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
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::{
    actions, agencies,
    app::App,
    audit, blind_match, break_glass, digests, evidence, exports, funds, guests, imports, leads,
    mail::{self, Claimed, MailKind, Rendered},
    notifications, operations, outbox,
    platform::{
        clock::micros,
        db::{Recorded, idempotency},
        email::Mailer,
        error::Result,
        jobs::turn,
    },
    purchases, referrals, rights, sessions, subjects,
};

/// How long the key of a create is remembered.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A job: its name, when it runs (seconds first, UTC), and what it does.
struct Job {
    name: &'static str,
    schedule: &'static str,
    run: fn(Arc<Shop>) -> BoxFuture<'static, Result<()>>,
}

/// What jobs work with.
struct Shop {
    app: Arc<App>,
    /// `None` where the settings name no server that could be used; then mails wait.
    mailer: Option<Mailer>,
}

const JOBS: &[Job] = &[
    Job {
        name: "deadlines",
        schedule: "30 * * * * *",
        run: |shop| Box::pin(async move { leads::jobs::sweep(&shop.app).await.map(drop) }),
    },
    Job {
        name: "digest planner",
        schedule: "0 * * * * *",
        run: |shop| Box::pin(async move { digests::plan(&shop.app).await.map(drop) }),
    },
    Job {
        name: "mail",
        schedule: "*/5 * * * * *",
        run: |shop| Box::pin(async move { send_mails(&shop).await }),
    },
    Job {
        name: "mail reports",
        schedule: "*/30 * * * * *",
        run: |shop| Box::pin(async move { mail::jobs::reports(&shop.app).await.map(drop) }),
    },
    Job {
        name: "imports",
        schedule: "*/2 * * * * *",
        run: |shop| Box::pin(async move { imports::jobs::advance(&shop.app).await.map(drop) }),
    },
    Job {
        name: "exports",
        schedule: "*/2 * * * * *",
        run: |shop| Box::pin(async move { exports::jobs::write(&shop.app).await.map(drop) }),
    },
    Job {
        name: "ended sessions",
        schedule: "0 20 * * * *",
        run: |shop| Box::pin(async move { sessions::jobs::sweep(&shop.app).await.map(drop) }),
    },
    Job {
        name: "ending rights",
        schedule: "0 0 6 * * *",
        run: |shop| Box::pin(async move { rights::jobs::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "ending attestations",
        schedule: "0 5 6 * * *",
        run: |shop| Box::pin(async move { agencies::jobs::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "personal data",
        schedule: "0 30 2 * * *",
        run: |shop| Box::pin(async move { subjects::jobs::forget(&shop.app).await.map(drop) }),
    },
    Job {
        name: "action follow-up",
        schedule: "0 10 6 * * *",
        run: |shop| Box::pin(async move { actions::jobs::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "appraisal deadlines",
        schedule: "0 15 * * * *",
        run: |shop| Box::pin(async move { crate::appraisals::jobs::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "sample retention",
        schedule: "0 25 6 * * *",
        run: |shop| Box::pin(async move { crate::samples::jobs::retention(&shop.app).await.map(drop) }),
    },
    Job {
        name: "fund holds",
        schedule: "25 * * * * *",
        run: |shop| Box::pin(async move { funds::jobs::expire(&shop.app).await.map(drop) }),
    },
    Job {
        name: "fund books",
        schedule: "0 20 2 * * *",
        run: |shop| Box::pin(async move { funds::jobs::prove(&shop.app).await }),
    },
    Job {
        name: "purchases",
        schedule: "40 15 * * * *",
        run: |shop| Box::pin(async move { purchases::jobs::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "suspects",
        schedule: "0 35 2 * * *",
        run: |shop| Box::pin(async move { actions::jobs::forget(&shop.app).await.map(drop) }),
    },
    Job {
        name: "blind matches",
        schedule: "0 50 2 * * *",
        run: |shop| Box::pin(async move { blind_match::jobs::refresh(&shop.app).await.map(drop) }),
    },
    Job {
        name: "evidence hand-overs",
        schedule: "15 */5 * * * *",
        run: |shop| Box::pin(async move { evidence::jobs::alarm(&shop.app).await.map(drop) }),
    },
    Job {
        name: "evidence timestamps",
        schedule: "45 * * * * *",
        run: |shop| Box::pin(async move { evidence::jobs::stamp(&shop.app).await.map(drop) }),
    },
    Job {
        name: "picture fingerprints",
        schedule: "*/30 * * * * *",
        run: |shop| Box::pin(async move { evidence::jobs::look_at_pictures(&shop.app).await.map(drop) }),
    },
    Job {
        name: "evidence tidying",
        schedule: "0 40 * * * *",
        run: |shop| Box::pin(async move { evidence::jobs::tidy(&shop.app).await.map(drop) }),
    },
    Job {
        name: "ingest runs",
        schedule: "0 45 * * * *",
        run: |shop| Box::pin(async move { crate::ingest::jobs::sweep(&shop.app).await.map(drop) }),
    },
    Job {
        name: "screening",
        schedule: "*/2 * * * * *",
        run: |shop| Box::pin(async move { crate::screening::jobs::screen(&shop.app).await.map(drop) }),
    },
    Job {
        name: "old exports",
        schedule: "0 40 * * * *",
        run: |shop| Box::pin(async move { exports::jobs::forget(&shop.app).await.map(drop) }),
    },
    Job {
        name: "referrals",
        schedule: "*/5 * * * * *",
        run: |shop| Box::pin(async move { referrals::jobs::send(&shop.app).await.map(drop) }),
    },
    Job {
        name: "referral reminders",
        schedule: "20 */5 * * * *",
        run: |shop| Box::pin(async move { referrals::jobs::sweep(&shop.app).await.map(drop) }),
    },
    Job {
        name: "webhooks",
        schedule: "*/2 * * * * *",
        run: |shop| Box::pin(async move { crate::webhooks::jobs::send(&shop.app).await.map(drop) }),
    },
    Job {
        name: "sandboxes",
        schedule: "*/5 * * * * *",
        run: |shop| Box::pin(async move { crate::sandboxes::jobs::play(&shop.app).await.map(drop) }),
    },
    Job {
        name: "due reminders",
        schedule: "0 */10 * * * *",
        run: |shop| Box::pin(async move { notifications::remind(&shop.app).await.map(drop) }),
    },
    Job {
        name: "tidying",
        schedule: "0 10 3 * * *",
        run: |shop| Box::pin(async move { tidy(&shop.app).await }),
    },
];

/// Renders a mail by its kind.
pub fn render(app: Arc<App>, mail: Claimed) -> BoxFuture<'static, Result<Rendered>> {
    match mail.kind {
        MailKind::Invitation => Box::pin(async { Ok(mail::invite(app, mail).await?.into()) }),
        MailKind::PasswordReset => Box::pin(async { Ok(mail::reset(app, mail).await?.into()) }),
        MailKind::PasswordChanged
        | MailKind::SignInLocked
        | MailKind::SecondFactorAdded
        | MailKind::SecondFactorRemoved
        | MailKind::RecoveryCodeUsed
        | MailKind::SecondFactorReset => Box::pin(async { Ok(mail::notice(app, mail).await?.into()) }),
        MailKind::IpRightExpiry => Box::pin(async { Ok(rights::reminder(app, mail).await?.into()) }),
        MailKind::OfficerAttestation => Box::pin(async { Ok(agencies::reminder(app, mail).await?.into()) }),
        MailKind::LeadRetracted => Box::pin(async { Ok(leads::retraction(app, mail).await?.into()) }),
        MailKind::ActionFollowUp => Box::pin(async { Ok(actions::letter(app, mail).await?.into()) }),
        MailKind::BreakGlassAsked | MailKind::BreakGlassOpened => {
            Box::pin(async { Ok(break_glass::notice(app, mail).await?.into()) })
        }
        MailKind::ReferralSent
        | MailKind::ReferralReminder
        | MailKind::ReferralAnswered
        | MailKind::ReferralStopped => Box::pin(async { Ok(referrals::letter(app, mail).await?.into()) }),
        MailKind::GuestCode | MailKind::GuestLink => Box::pin(async { Ok(guests::letter(app, mail).await?.into()) }),
        MailKind::Digest | MailKind::WeeklyDigest | MailKind::ImmediateDigest => Box::pin(digests::render(app, mail)),
        MailKind::Notifications => Box::pin(digests::render_notifications(app, mail)),
    }
}

async fn send_mails(shop: &Shop) -> Result<()> {
    match &shop.mailer {
        Some(mailer) => mail::send_due(&shop.app, mailer, render).await.map(drop),
        None => Ok(()),
    }
}

/// Has everything be found by its words that an older version kept without them. While replicas of two versions run, the
/// older one goes on doing so; therefore it is looked for again every night.
async fn index_missing(app: &App) -> Result<()> {
    subjects::jobs::index_missing(app).await?;
    leads::jobs::index_missing(app).await.map(drop)
}

/// Forgets what nobody asks for any more.
async fn tidy(app: &App) -> Result<()> {
    outbox::forget(&app.db, app.now()).await?;
    digests::forget(app).await?;
    imports::jobs::forget(app).await?;
    notifications::forget(app).await?;
    mail::jobs::forget(app).await?;
    crate::changes::forget(app).await?;
    guests::jobs::forget(app).await?;
    crate::webhooks::jobs::forget(app).await?;
    crate::service_accounts::jobs::forget(app).await?;
    crate::sandboxes::jobs::forget(app).await?;
    crate::quotas::forget(app).await?;
    index_missing(app).await?;
    let month_ago = app.now().checked_sub(KEYS_KEPT).unwrap_or(Timestamp::MIN);
    let tx = app.begin().await?;
    idempotency::forget(&tx, micros(month_ago)).await?;
    tx.commit(Recorded(())).await
}

/// How long running jobs may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs all jobs until `shutdown`; returns when those under way have ended.
pub async fn run(app: Arc<App>, shutdown: CancellationToken) {
    let mailer = Mailer::new(&app.config);
    let mailer = mailer.inspect_err(|error| tracing::error!(%error, "no mail can be sent"));
    let shop = Arc::new(Shop {
        app: Arc::clone(&app),
        mailer: mailer.ok(),
    });
    let scheduled = async {
        let stop = shutdown.clone();
        let signal = async move {
            stop.cancelled().await;
            Ok(())
        };
        let known: Vec<_> = JOBS.iter().map(|job| (job.name, job.schedule)).collect();
        turn("job records", operations::announce(&shop.app, &known)).await;
        let monitor = JOBS.iter().fold(monitor(), |monitor, job| {
            let shop = Arc::clone(&shop);
            schedule(monitor, job.name, job.schedule, move || {
                let shop = Arc::clone(&shop);
                Box::pin(async move {
                    let work = (job.run)(Arc::clone(&shop));
                    operations::recorded(&shop.app, job.name, work).await;
                })
            })
        });
        if let Err(error) = monitor.shutdown_timeout(PATIENCE).run_with_signal(signal).await {
            tracing::error!(%error, "a scheduled job ended badly");
        }
    };
    tokio::join!(
        scheduled,
        async {
            turn("search index", index_missing(&app)).await;
        },
        audit::keep_sealing(Arc::clone(&app), shutdown.clone()),
        notifications::follow(Arc::clone(&app), shutdown.clone()),
        crate::webhooks::follow(Arc::clone(&app), shutdown.clone()),
        crate::changes::follow(Arc::clone(&app), shutdown.clone()),
        blind_match::jobs::follow(Arc::clone(&app), shutdown.clone()),
    );
}

/// A monitor that begins a schedule anew whenever it ends.
///
/// apalis-cron takes the next tick when a turn begins, and gives up when that has passed before the turn ends. No turn is
/// under way then, because a schedule runs one at a time; and the new schedule's first tick lies ahead, so the missed ones
/// are left out and nothing spins.
fn monitor() -> Monitor {
    Monitor::new().should_restart(|_, _| true)
}

/// Adds a job; its turns never overlap.
fn schedule<W>(monitor: Monitor, name: &'static str, when: &'static str, work: W) -> Monitor
where
    W: Fn() -> BoxFuture<'static, ()> + Send + Sync + 'static,
{
    let work = Arc::new(work);
    monitor.register(move |_| {
        let work = Arc::clone(&work);
        WorkerBuilder::new(name)
            .backend(CronScheduler::new(parsed(when)))
            .concurrency(1)
            .build(move |_: Tick| work())
    })
}

fn parsed(text: &str) -> Schedule {
    match Schedule::from_str(text) {
        Ok(schedule) => schedule,
        Err(_) => unreachable!("a test parses every schedule"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::time::{sleep, timeout};

    use super::*;

    #[test]
    fn every_schedule_can_be_read() {
        for job in JOBS {
            assert!(Schedule::from_str(job.schedule).is_ok(), "{}", job.name);
        }
    }

    /// Each turn misses a tick; what counts is that another one comes, and not before its time.
    #[tokio::test]
    async fn a_job_that_is_slower_than_its_period_runs_again() {
        let (begun, stop) = (Arc::new(AtomicUsize::new(0)), CancellationToken::new());
        let (counted, enough) = (Arc::clone(&begun), stop.clone());
        let monitor = schedule(monitor(), "slow", "* * * * * *", move || {
            if counted.fetch_add(1, Ordering::SeqCst) == 2 {
                enough.cancel();
            }
            Box::pin(async {
                sleep(Duration::from_millis(1_200)).await;
            })
        });
        let signal = async move {
            stop.cancelled().await;
            Ok(())
        };
        let ended = timeout(Duration::from_secs(30), monitor.run_with_signal(signal)).await;
        assert!(ended.is_ok_and(|ended| ended.is_ok()));
        assert_eq!(
            begun.load(Ordering::SeqCst),
            3,
            "turns follow each other, one at a time"
        );
    }
}
