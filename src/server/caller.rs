//! Who sends a request: the bearer token, the cookie, the peer.

use std::{net::IpAddr, sync::Arc};

use actix_web::{
    HttpRequest,
    http::header::{AUTHORIZATION, USER_AGENT},
};

use crate::{
    app::App,
    platform::error::{ErrorCode, Result},
    sessions::{self, Caller, Signed, cookie_name},
};

/// The header that a form on another site cannot send; a cookie counts only beside it.
const CSRF_HEADER: &str = "x-touchstone-csrf";
/// The header with the token of a guest's session (`crate::guests`).
const GUEST_HEADER: &str = "x-touchstone-guest";
/// Characters kept of what a client calls itself.
const USER_AGENT_CHARS: usize = 200;

/// The caller of a request, and what its token says, if one came along.
///
/// # Errors
/// `UNAUTHENTICATED` where a token came along that is not good (any more): the client asks for a new one, and is not taken
/// for somebody who never signed in.
pub(super) async fn of_request(app: &App, request: &HttpRequest) -> Result<(Caller, Option<Signed>)> {
    let mut caller = anonymous(app, request);
    let Some(token) = bearer(request) else {
        return Ok((caller, None));
    };
    let signed = sessions::authenticate(app, token?).await?;
    let signed = signed
        .filter(|signed| is_admitted(signed, caller.peer))
        .ok_or(ErrorCode::Unauthenticated)?;
    caller.viewer = Some(Arc::clone(&signed.viewer));
    Ok((caller, Some(signed)))
}

/// Whether somebody may come from there: a service account that is limited to networks is out elsewhere.
pub(super) fn is_admitted(signed: &Signed, peer: Option<IpAddr>) -> bool {
    let access = signed.viewer.service.as_ref();
    access.is_none_or(|access| access.admits(peer))
}

/// The caller before any token is looked at.
pub(super) fn anonymous(app: &App, request: &HttpRequest) -> Caller {
    let cookie = || request.cookie(cookie_name(&app.config.public_url));
    Caller {
        refresh_token: header_is_there(request, CSRF_HEADER)
            .then(cookie)
            .flatten()
            .map(|cookie| cookie.value().to_owned()),
        guest: header(request, GUEST_HEADER).map(str::to_owned),
        peer: peer(request, &app.config.client_address_header),
        user_agent: header(request, USER_AGENT.as_str()).map(|text| text.chars().take(USER_AGENT_CHARS).collect()),
        ..Caller::default()
    }
}

/// The client's address: as the proxy tells it, where there is one; a client can write everything but the last entry.
fn peer(request: &HttpRequest, header: &str) -> Option<IpAddr> {
    if header.is_empty() {
        return request.peer_addr().map(|peer| peer.ip());
    }
    let told = request.headers().get_all(header).last()?.to_str().ok()?;
    told.rsplit(',').next()?.trim().parse().ok()
}

fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    request.headers().get(name)?.to_str().ok()
}

fn header_is_there(request: &HttpRequest, name: &str) -> bool {
    request.headers().contains_key(name)
}

fn bearer(request: &HttpRequest) -> Option<Result<&str>> {
    let value = request.headers().get(AUTHORIZATION)?;
    Some(
        value
            .to_str()
            .ok()
            .and_then(token_of)
            .ok_or_else(|| ErrorCode::Unauthenticated.into()),
    )
}

/// The token of `Bearer TOKEN`.
pub(super) fn token_of(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
