//! A person's calendar for other programs, by its secret address. The address names nobody and is not logged: a span has
//! the route's pattern, never the path.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    http::header::{
        CACHE_CONTROL, ETag, EntityTag, HttpDate, IfModifiedSince, IfNoneMatch, LAST_MODIFIED, RETRY_AFTER,
    },
    web,
};

use super::{State, caller, health};
use crate::{
    calendar_feeds::{self, Handed},
    platform::error::{ApiError, ErrorCode},
};

/// Where it is.
pub(super) const ROUTE: &str = "/calendar/{secret}.ics";

/// Hands the file out, as the person sees things now.
pub(super) async fn hand_out(state: web::Data<State>, secret: web::Path<String>, request: HttpRequest) -> HttpResponse {
    // Whoever guesses is counted too, under its network.
    if let Err(error) = state.rates.admit(&caller::anonymous(&state.app, &request)) {
        return refused(&error);
    }
    match calendar_feeds::hand_out(&state.app, &secret).await {
        Ok(Some(handed)) => answer(&request, handed),
        Ok(None) => health::unknown().await,
        Err(error) => refused(&error),
    }
}

fn answer(request: &HttpRequest, handed: Handed) -> HttpResponse {
    let tag = EntityTag::new_strong(handed.etag.clone());
    let changed_at = std::time::SystemTime::from(handed.changed_at);
    let is_known = match request.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Some(IfNoneMatch::Any) => true,
        None => has_since(request, changed_at),
    };
    let mut response = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .insert_header((LAST_MODIFIED, HttpDate::from(changed_at)))
        .insert_header(ETag(tag));
    if is_known {
        return response.finish();
    }
    response
        .insert_header(("content-disposition", "attachment; filename=\"touchstone.ics\""))
        .content_type("text/calendar; charset=utf-8")
        .body(handed.body)
}

/// Whether a program that says since when it has a file has this one. HTTP counts whole seconds.
fn has_since(request: &HttpRequest, changed_at: std::time::SystemTime) -> bool {
    let seconds = |at: std::time::SystemTime| at.duration_since(std::time::UNIX_EPOCH).map(|age| age.as_secs()).ok();
    request
        .get_header::<IfModifiedSince>()
        .is_some_and(|IfModifiedSince(since)| seconds(since.into()) >= seconds(changed_at))
}

fn refused(error: &ApiError) -> HttpResponse {
    let mut response = match error.code {
        ErrorCode::RateLimited => HttpResponse::TooManyRequests(),
        _ => HttpResponse::ServiceUnavailable(),
    };
    if let Some(seconds) = error.retry_after {
        response.insert_header((RETRY_AFTER, seconds));
    }
    response
        .content_type("text/plain; charset=utf-8")
        .body("Try again later.")
}
