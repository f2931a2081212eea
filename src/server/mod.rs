//! The server: carries requests to the API and its answers back, and the portal to the browser.

mod appraisals;
mod bank_statements;
mod calendar;
mod caller;
mod certificates;
mod connection;
mod dev_mail;
mod exports;
mod files;
mod funds;
mod graphql;
mod guests;
mod headers;
mod health;
mod imports;
mod ingest;
mod logging;
pub mod metrics;
mod oauth;
mod plain_page;
mod portal;
mod print;
mod product_pictures;
mod rates;
mod referrals;
mod rights_documents;
mod single_sign_on;
mod sockets;
mod spending;
mod streams;
mod unsubscribe;

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use actix_web::{App as Web, HttpServer, dev::Server, guard, middleware, web};
use tokio_util::sync::CancellationToken;
use tracing_actix_web::TracingLogger;

use crate::{
    api::{self, Documents, Schema},
    app::App,
    quotas,
};

/// How long a connection may rest between requests.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// Seconds that running requests get when the server stops.
const LAST_SECONDS: u64 = 10;

/// What every handler knows.
pub(crate) struct State {
    app: Arc<App>,
    schema: Schema,
    documents: Documents,
    streams: Arc<streams::Registry>,
    rates: Arc<rates::Rates>,
    sending: files::Sending,
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
    let streams = Arc::<streams::Registry>::default();
    let rates = Arc::new(rates::Rates::new(app.config.limit_requests_per_minute));
    let state = web::Data::new(State {
        streams: Arc::clone(&streams),
        rates: Arc::clone(&rates),
        sending: files::Sending::default(),
        schema: api::schema(&app),
        documents: portal::documents(),
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
        tokio::join!(
            streams::look_after(Arc::clone(&app), streams, shutdown.clone()),
            rates::look_after(rates, shutdown.clone()),
            quotas::look_after(Arc::clone(&app), shutdown.clone()),
        );
        Ok(())
    };
    let listen = async {
        let database = app.config.database();
        tokio::join!(
            app.db.listen(&database, shutdown.clone()),
            app.bus.carry(&app.db, shutdown.clone()),
        );
        Ok(())
    };
    tokio::try_join!(server, stop, watch, listen).map(|_| ())
}

/// The server of a state, and where it listens.
fn listening(state: web::Data<State>, listen: SocketAddr) -> io::Result<(Server, Option<SocketAddr>)> {
    let demo = state.app.config.demo;
    let slowest_head = Duration::from_secs(state.app.config.limit_sending_seconds.into());
    let unread = Duration::from_secs(state.app.config.limit_unread_seconds.into());
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
            .default_service(web::to(portal::handle))
    })
    .on_connect(move |io, _| connection::bound(io, unread))
    .client_request_timeout(slowest_head)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(LAST_SECONDS)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied();
    Ok((server.run(), address))
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
        .route("/files", web::post().to(files::take))
        .route("/files/{id}", web::get().to(files::give))
        .route("/certificates/{id}", web::get().to(certificates::give))
        .route("/product-pictures/{id}", web::get().to(product_pictures::give))
        .route("/rights-documents/{id}", web::get().to(rights_documents::give))
        .route("/packages/{id}", web::get().to(referrals::give))
        .route("/guest-packages/{naming}", web::get().to(guests::give))
        .route("/.well-known/jwks.json", web::get().to(health::jwks))
        .route("/.well-known/oauth-authorization-server", web::get().to(oauth::metadata))
        .service(
            web::resource("/oauth/token")
                .route(web::post().to(oauth::token))
                .default_service(web::to(oauth::wrong_method)),
        )
        // No page of the portal is there, so that machines that ask for what we do not have are told so.
        .route("/.well-known/{name:.*}", web::get().to(health::unknown))
        .service(
            web::resource("/imports")
                .route(web::post().to(imports::take_in))
                .default_service(web::to(portal::handle)),
        )
        .route("/ingest", web::post().to(ingest::start))
        .route("/ingest/{id}", web::get().to(ingest::standing))
        .route("/ingest/{id}", web::patch().to(ingest::take))
        .route("/ingest/{id}/lines", web::get().to(ingest::lines))
        .route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/sso/start", web::get().to(single_sign_on::start))
        .route("/sso/callback", web::get().to(single_sign_on::callback))
        .route("/leads/{id}.pdf", web::get().to(print::lead))
        .route("/actions/{id}/report.pdf", web::get().to(print::action))
        .route("/exports/{id}", web::get().to(exports::fetch))
        .route("/appraisals/{id}/report.pdf", web::get().to(appraisals::report))
        .route("/appraisals/{id}/photos/{photo}", web::get().to(appraisals::photo))
        .route("/samples/{id}/label.pdf", web::get().to(appraisals::label))
        .route(funds::ROUTE, web::get().to(funds::give))
        .route(bank_statements::ROUTE, web::get().to(bank_statements::give))
        .route(bank_statements::ORIGINAL, web::get().to(bank_statements::give_original))
        .route(calendar::ROUTE, web::get().to(calendar::hand_out))
        .route(calendar::ROUTE, web::head().to(calendar::hand_out))
        .route("/unsubscribe", web::get().to(unsubscribe::ask))
        .route("/unsubscribe", web::post().to(unsubscribe::unsubscribe));
}

fn demo_routes(config: &mut web::ServiceConfig) {
    config
        .route("/dev/mail", web::get().to(dev_mail::list))
        .route("/dev/mail/{name}", web::get().to(dev_mail::show))
        .route("/dev/mail/{name}/html", web::get().to(dev_mail::html));
}
