//! The way to an organisation's provider and back: two addresses that browsers are sent to.
//!
//! What a browser brings back is bound to it by a cookie; whatever goes wrong leads to the portal's sign-in page, which
//! says what it was.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE},
    web,
};
use serde::Deserialize;

use super::{State, caller};
use crate::{
    platform::error::{ApiError, Result},
    sessions::{self, Challenge},
    single_sign_on::{self, Arrival, Reply, cookie_name},
};

/// The domain somebody's address is in.
#[derive(Debug, Deserialize)]
pub(super) struct Start {
    #[serde(default)]
    domain: String,
}

/// Sends the browser to the provider.
pub(super) async fn start(state: web::Data<State>, query: web::Query<Start>) -> HttpResponse {
    match single_sign_on::start(&state.app, &query.domain).await {
        Ok(departure) => to(
            &departure.url,
            [attempt_cookie(&state, departure.cookie, departure.seconds)],
        ),
        Err(error) => failed(&state, &error, None),
    }
}

/// Takes the provider's reply.
pub(super) async fn callback(state: web::Data<State>, request: HttpRequest, reply: web::Query<Reply>) -> HttpResponse {
    let caller = caller::anonymous(&state.app, &request);
    let cookie = request.cookie(cookie_name(&state.app.config.public_url));
    let cookie = cookie.as_ref().map(Cookie::value);
    let over = attempt_cookie(&state, String::new(), 0);
    let arrived = single_sign_on::finish(&state.app, &caller, cookie, reply.into_inner()).await;
    let way: Result<_> = arrived.and_then(|arrival| match arrival {
        Arrival::SignedIn(signed_in) => {
            let seconds = state.app.now().duration_until(signed_in.refresh_ends).as_secs();
            let cookie = sessions::refresh_cookie(&state.app, &signed_in.refresh_token, seconds);
            Ok(to(&page(&state, "signed-in")?, [cookie, over.clone()]))
        }
        // In the fragment, which no server and no log gets to see.
        Arrival::Challenged(challenge) => Ok(to(&waiting(&state, &challenge)?, [over.clone()])),
        Arrival::ProvePassword(token) => Ok(to(
            &format!("{}#link={token}", page(&state, "sign-in")?),
            [over.clone()],
        )),
    });
    way.unwrap_or_else(|error| failed(&state, &error, Some(over)))
}

/// A page of the portal.
fn page(state: &State, path: &str) -> Result<String> {
    let url = state.app.config.public_url.join(path).map_err(ApiError::internal)?;
    Ok(url.to_string())
}

/// The sign-in page, with what it needs to ask for the second factor.
fn waiting(state: &State, challenge: &Challenge) -> Result<String> {
    let methods: Vec<&str> = challenge.methods.iter().map(Into::into).collect();
    let mut sent = url::form_urlencoded::Serializer::new(String::new());
    sent.append_pair("factor", &challenge.token)
        .append_pair("methods", &methods.join(","));
    if let Some(options) = &challenge.passkey_options {
        sent.append_pair("passkey", &options.to_string());
    }
    Ok(format!("{}#{}", page(state, "sign-in")?, sent.finish()))
}

fn failed(state: &State, error: &ApiError, cookie: Option<String>) -> HttpResponse {
    match page(state, &format!("sign-in?error={}", error.code.as_str())) {
        Ok(page) => to(&page, cookie),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

fn to(url: &str, cookies: impl IntoIterator<Item = String>) -> HttpResponse {
    let mut response = HttpResponse::SeeOther();
    response
        .insert_header((LOCATION, url))
        .insert_header((CACHE_CONTROL, "no-store"));
    for cookie in cookies {
        response.append_header((SET_COOKIE, cookie));
    }
    response.finish()
}

/// Comes back from another site, hence `Lax`; only where replies are taken.
fn attempt_cookie(state: &State, value: String, seconds: i64) -> String {
    let url = &state.app.config.public_url;
    Cookie::build(cookie_name(url), value)
        .path("/sso")
        .max_age(Duration::seconds(seconds))
        .http_only(true)
        .secure(url.scheme() == "https")
        .same_site(SameSite::Lax)
        .finish()
        .to_string()
}
