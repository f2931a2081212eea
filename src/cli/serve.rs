//! `serve` and `worker`.

use std::{net::SocketAddr, sync::Arc};

use tokio_util::sync::CancellationToken;

use super::{Failure, migrated};
use crate::{app::App, outbox, platform::config::Config, server, worker};

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
    worker::run(Arc::clone(&app), shutdown).await;
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
    let (served, (), ()) = tokio::join!(serving, working, following);
    close(app).await;
    served.map_err(Failure::of)
}

async fn close(app: Arc<App>) {
    tracing::info!("stopping");
    app.db.clone().close().await;
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
