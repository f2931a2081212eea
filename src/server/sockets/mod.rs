//! GraphQL over a socket: `graphql-transport-ws`.
//!
//! The token comes in `connection_init`; without a good one there is no conversation. The socket closes when the token's
//! time is over (4403, the client comes back with a new one) and when the session or the person's access ends (4401).

mod conversation;
mod protocol;

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    guard::GuardContext,
    http::header::{HOST, ORIGIN, UPGRADE},
    rt, web,
};
use tokio::time::timeout;
use url::Url;

use super::{State, caller};
use conversation::Conversation;

/// How long a closing frame may wait for a client that does not read.
const GOODBYE: Duration = Duration::from_secs(5);

/// Whether a request asks for a socket.
pub(super) fn are_wanted(request: &GuardContext<'_>) -> bool {
    let upgrade = request
        .head()
        .headers()
        .get(UPGRADE)
        .and_then(|value| value.to_str().ok());
    upgrade.is_some_and(|upgrade| upgrade.eq_ignore_ascii_case("websocket"))
}

/// Whether a request comes from a page of the portal, or from no page at all. Browsers name the page's origin; it is good
/// where it is the public address, or the one that the browser itself has connected to.
fn is_from_here(public_url: &Url, request: &HttpRequest) -> bool {
    let Some(origin) = request.headers().get(ORIGIN) else {
        return true;
    };
    let Some(origin) = origin.to_str().ok().and_then(|origin| Url::parse(origin).ok()) else {
        return false;
    };
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    origin.origin() == public_url.origin() || host.is_some_and(|host| host == origin.authority())
}

/// Opens a socket. A page of another site is refused.
pub(super) async fn open(
    state: web::Data<State>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, actix_web::Error> {
    if !is_from_here(&state.app.config.public_url, &request) {
        return Ok(HttpResponse::Forbidden().finish());
    }
    let (response, session, stream) = actix_ws::handle_with_protocols(&request, payload, &[protocol::NAME])?;
    let limit = state.app.config.limit_body_bytes;
    let stream = stream
        .max_frame_size(limit)
        .aggregate_continuations()
        .max_continuation_size(limit);
    let speaks_it = request
        .headers()
        .get_all("sec-websocket-protocol")
        .filter_map(|value| value.to_str().ok())
        .any(|names| names.split(',').any(|name| name.trim() == protocol::NAME));
    let caller = caller::anonymous(&state.app, &request);
    rt::spawn(async move {
        let closing = session.clone();
        let close = if speaks_it {
            Conversation::new(state, caller, session).hold(stream).await
        } else {
            protocol::Close::WrongProtocol
        };
        // Whoever has gone already needs no goodbye.
        let _ = timeout(GOODBYE, closing.close(Some(close.reason()))).await;
    });
    Ok(response)
}
