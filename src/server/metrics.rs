//! `/metrics`, on an address of its own: what it says is for those who run the service, not for those who use it.

use std::{io, net::SocketAddr, sync::Arc};

use actix_web::{
    App as Web, HttpResponse, HttpServer,
    dev::Server,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    web,
};
use tokio_util::sync::CancellationToken;

use crate::{app::App, operations, platform::metrics::MEDIA_TYPE};

/// Answers `/metrics` on `listen` until `shutdown`. Tells `ready` where it listens.
///
/// # Errors
/// Where the address cannot be listened on.
pub async fn serve(
    app: Arc<App>,
    listen: SocketAddr,
    shutdown: CancellationToken,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let (server, address) = listening(app, listen)?;
    if let Some(address) = address {
        ready(address);
    }
    let handle = server.handle();
    let stop = async {
        shutdown.cancelled().await;
        handle.stop(true).await;
        Ok(())
    };
    tokio::try_join!(server, stop).map(|_| ())
}

/// The server, and where it listens.
fn listening(app: Arc<App>, listen: SocketAddr) -> io::Result<(Server, Option<SocketAddr>)> {
    let app = web::Data::from(app);
    let server = HttpServer::new(move || {
        Web::new()
            .app_data(app.clone())
            .route("/metrics", web::get().to(metrics))
    })
    .workers(1)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied();
    Ok((server.run(), address))
}

async fn metrics(app: web::Data<App>) -> HttpResponse {
    let readings = operations::readings(&app).await;
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, MEDIA_TYPE))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(app.metrics.render(&readings))
}
