//! `serve` and `worker`.

use std::{io, net::SocketAddr, sync::Arc};

use tokio_util::sync::CancellationToken;

use super::{Failure, migrated};
use crate::{
    app::App,
    operations::{self, Part},
    outbox,
    platform::{config::Config, telemetry},
    server, worker,
};

/// Serves until the process is told to stop.
pub(super) async fn serve(config: Config) -> Result<(), Failure> {
    let app = migrated(config).await?;
    until_stopped(app, |address| tracing::info!(%address, "listening")).await
}

/// Runs the jobs until the process is told to stop.
pub(super) async fn work(config: Config) -> Result<(), Failure> {
    let app = migrated(config).await?;
    let shutdown = told_to_stop()?;
    tracing::info!("working");
    let part = Part {
        serves: false,
        works: true,
    };
    let telling = operations::keep_telling(Arc::clone(&app), part, shutdown.clone());
    let measuring = measured(&app, shutdown.clone());
    let (measured, (), ()) = tokio::join!(measuring, worker::run(Arc::clone(&app), shutdown.clone()), telling);
    measured.map_err(Failure::of)?;
    close(app).await;
    Ok(())
}

/// Serves `app` until the process is told to stop, then ends what runs and closes the database.
pub(super) async fn until_stopped(app: Arc<App>, ready: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let shutdown = told_to_stop()?;
    let position = outbox::head(&app.db)
        .await
        .map_err(|error| Failure::Failed(error.message.into_owned()))?;
    let serving = async {
        let served = server::serve(Arc::clone(&app), app.config.listen, shutdown.clone(), ready).await;
        shutdown.cancel();
        served
    };
    let working = async {
        if app.config.embedded_worker {
            worker::run(Arc::clone(&app), shutdown.clone()).await;
        }
    };
    // Subscriptions are told of events in this process, whoever runs the jobs.
    let following = outbox::follow(Arc::clone(&app), position, shutdown.clone());
    let part = Part {
        serves: true,
        works: app.config.embedded_worker,
    };
    let telling = operations::keep_telling(Arc::clone(&app), part, shutdown.clone());
    let measuring = measured(&app, shutdown.clone());
    let (served, measured, (), (), ()) = tokio::join!(serving, measuring, working, following, telling);
    close(app).await;
    served.and(measured).map_err(Failure::of)
}

/// Answers `/metrics` where the settings say so. A process that cannot be watched as it should be does not go on.
async fn measured(app: &Arc<App>, shutdown: CancellationToken) -> io::Result<()> {
    let Some(address) = app.config.metrics_address() else {
        return Ok(());
    };
    let ready = |address| tracing::info!(%address, "metrics");
    let served = server::metrics::serve(Arc::clone(app), address, shutdown.clone(), ready).await;
    shutdown.cancel();
    served
}

async fn close(app: Arc<App>) {
    tracing::info!("stopping");
    app.db.clone().close().await;
    // It waits for the collector, and nothing here has anything else to do.
    let _ = tokio::task::spawn_blocking(telemetry::flush).await;
}

/// Is cancelled at SIGTERM and at SIGINT.
pub(super) fn told_to_stop() -> Result<CancellationToken, Failure> {
    let token = CancellationToken::new();
    let cancelled = token.clone();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate()).map_err(Failure::of)?;
        let mut interrupted = signal(SignalKind::interrupt()).map_err(Failure::of)?;
        tokio::spawn(async move {
            tokio::select! {
                _ = terminated.recv() => {}
                _ = interrupted.recv() => {}
            }
            cancelled.cancel();
        });
    }
    #[cfg(not(unix))]
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            cancelled.cancel();
        }
    });
    Ok(token)
}
