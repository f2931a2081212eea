//! The server: carries requests to the API and its answers back, and the portal to the browser.

mod caller;
mod dev_mail;
mod graphql;
mod headers;
mod health;
mod logging;
mod plain_page;
mod portal;
mod sockets;
mod unsubscribe;

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use actix_web::{App as Web, HttpServer, dev::Server, guard, middleware, web};
use tokio_util::sync::CancellationToken;
use tracing_actix_web::TracingLogger;

use crate::{
    api::{self, Schema},
    app::App,
};

/// How long a client may take for the head of its request.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);
/// How long a connection may rest between requests.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// Seconds that running requests get when the server stops.
const LAST_SECONDS: u64 = 10;

/// What every handler knows.
pub(crate) struct State {
    app: Arc<App>,
    schema: Schema,
    sockets: Arc<sockets::Registry>,
    /// Cancelled when the server stops.
    stopping: CancellationToken,
}

/// Serves on `listen` until `shutdown` is cancelled, then lets running requests end. Tells `ready` where it listens.
///
/// # Errors
/// Where the address cannot be listened on.
pub async fn serve(
    app: Arc<App>,
    listen: SocketAddr,
    shutdown: CancellationToken,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let sockets = Arc::<sockets::Registry>::default();
    let state = web::Data::new(State {
        sockets: Arc::clone(&sockets),
        schema: api::schema(&app),
        stopping: shutdown.clone(),
        app: Arc::clone(&app),
    });
    let (server, address) = listening(state, listen)?;
    if let Some(address) = address {
        ready(address);
    }
    let handle = server.handle();
    let stop = async {
        shutdown.cancelled().await;
        handle.stop(true).await;
        Ok(())
    };
    let watch = async {
        sockets::look_after(Arc::clone(&app), sockets, shutdown.clone()).await;
        Ok(())
    };
    tokio::try_join!(server, stop, watch).map(|_| ())
}

/// The server of a state, and where it listens.
fn listening(state: web::Data<State>, listen: SocketAddr) -> io::Result<(Server, Option<SocketAddr>)> {
    let demo = state.app.config.demo;
    let server = HttpServer::new(move || {
        Web::new()
            .app_data(state.clone())
            .wrap(middleware::from_fn(headers::secure))
            .wrap(TracingLogger::<logging::Requests>::new())
            .configure(routes)
            .configure(|config| {
                if demo {
                    demo_routes(config);
                }
            })
            .default_service(web::route().guard(read()).to(portal::handle))
    })
    .client_request_timeout(SLOWEST_HEAD)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(LAST_SECONDS)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied();
    Ok((server.run(), address))
}

fn read() -> impl guard::Guard {
    guard::Any(guard::Get()).or(guard::Head())
}

fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/graphql")
                .wrap(middleware::Compress::default())
                .route(web::get().guard(guard::fn_guard(sockets::are_wanted)).to(sockets::open))
                .route(web::post().to(graphql::handle))
                .route(web::get().to(graphql::handle))
                .default_service(web::to(graphql::wrong_method)),
        )
        .route("/.well-known/jwks.json", web::get().to(health::jwks))
        // No page of the portal is there, so that machines that ask for what we do not have are told so.
        .route("/.well-known/{name:.*}", web::get().to(health::unknown))
        .route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/unsubscribe", web::get().to(unsubscribe::ask))
        .route("/unsubscribe", web::post().to(unsubscribe::unsubscribe));
}

fn demo_routes(config: &mut web::ServiceConfig) {
    config
        .route("/dev/mail", web::get().to(dev_mail::list))
        .route("/dev/mail/{name}", web::get().to(dev_mail::show))
        .route("/dev/mail/{name}/html", web::get().to(dev_mail::html));
}
