//! Access tokens for service accounts (RFC 6749, section 4.4), and what clients are told of how to get them (RFC 8414).

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, PRAGMA, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    web,
};
use serde_json::json;

use super::{State, caller, graphql::received, spending};
use crate::{
    platform::error::{ApiError, ErrorCode},
    service_accounts::{self, OAuthError, OAuthFault, TokenAnswer, TokenRequest},
};

/// Bytes of the longest form: a signed assertion has some hundreds.
const LONGEST: usize = 16 * 1_024;
/// How a client that did not say who it is may do so.
const CHALLENGE: &str = "Basic realm=\"touchstone\"";

/// Gives a token.
pub(super) async fn token(state: web::Data<State>, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    match given(&state, &request, payload).await {
        Ok(answer) => uncached(StatusCode::OK).json(json!({
            "access_token": answer.access_token,
            "token_type": "Bearer",
            "expires_in": answer.expires_in,
            "scope": answer.scope,
            "sandbox": answer.sandbox,
        })),
        Err(OAuthError::Refused(fault, why)) => refused(fault, why),
        Err(OAuthError::Failed(error)) => failed(&error),
    }
}

async fn given(state: &State, request: &HttpRequest, payload: web::Payload) -> Result<TokenAnswer, OAuthError> {
    let caller = caller::anonymous(&state.app, request);
    state.rates.admit_as(&caller, spending::TOKEN)?;
    let wrong = |why| OAuthError::Refused(OAuthFault::InvalidRequest, why);
    if !is_form(request) {
        return Err(wrong("Send application/x-www-form-urlencoded."));
    }
    let seconds = state.app.config.limit_sending_seconds;
    let body = received(request, payload, LONGEST, seconds).await;
    let body = body.map_err(|_| wrong("The body is too large, came too slowly or broke off."))?;
    let asked = TokenRequest {
        authorization: authorization(request),
        form: url::form_urlencoded::parse(&body).into_owned().collect(),
        peer: caller.peer,
    };
    service_accounts::token(&state.app, asked).await
}

fn is_form(request: &HttpRequest) -> bool {
    let given = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media = given.and_then(|value| value.split(';').next());
    media.is_some_and(|media| media.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

/// The header; one that is no text proves nothing.
fn authorization(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(AUTHORIZATION)?;
    Some(value.to_str().unwrap_or_default().to_owned())
}

/// The head of an answer that nobody keeps.
fn uncached(status: StatusCode) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((PRAGMA, "no-cache"));
    response
}

fn refused(fault: OAuthFault, why: &str) -> HttpResponse {
    let mut response = match fault {
        OAuthFault::InvalidClient => uncached(StatusCode::UNAUTHORIZED),
        OAuthFault::InvalidRequest | OAuthFault::UnsupportedGrantType | OAuthFault::InvalidScope => {
            uncached(StatusCode::BAD_REQUEST)
        }
    };
    if fault == OAuthFault::InvalidClient {
        response.insert_header((WWW_AUTHENTICATE, CHALLENGE));
    }
    let code: &str = fault.into();
    response.json(json!({ "error": code, "error_description": why }))
}

fn failed(error: &ApiError) -> HttpResponse {
    let (status, code) = match error.code {
        ErrorCode::RateLimited => (StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable"),
        ErrorCode::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"),
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "server_error"),
    };
    let mut response = uncached(status);
    if let Some(seconds) = error.retry_after {
        response.insert_header((RETRY_AFTER, seconds));
    }
    response.json(json!({ "error": code, "error_description": error.message }))
}

/// Answers every other method where tokens are to be had.
pub(super) async fn wrong_method() -> HttpResponse {
    uncached(StatusCode::METHOD_NOT_ALLOWED)
        .insert_header((ALLOW, "POST"))
        .json(json!({ "error": "invalid_request", "error_description": "Send POST." }))
}

/// Tells how a token is to be had.
pub(super) async fn metadata(state: web::Data<State>) -> HttpResponse {
    match service_accounts::metadata(&state.app) {
        Ok(metadata) => HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, "public, max-age=300"))
            .json(metadata),
        Err(error) => failed(&error),
    }
}
