//! What machines ask: whether the process lives, whether it can serve, and by which keys its tokens are verified.

use actix_web::{HttpResponse, http::header::CACHE_CONTROL, web};

use super::State;

/// The process lives.
pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok")
}

/// The database answers and is of this version, and the server is not about to stop.
pub(super) async fn ready(state: web::Data<State>) -> HttpResponse {
    let ready = !state.stopping.is_cancelled() && state.app.db.is_ready().await;
    let (mut response, word) = if ready {
        (HttpResponse::Ok(), "ready")
    } else {
        (HttpResponse::ServiceUnavailable(), "not ready")
    };
    response.content_type("text/plain; charset=utf-8").body(word)
}

/// There is no such thing here.
pub(super) async fn unknown() -> HttpResponse {
    HttpResponse::NotFound()
        .content_type("text/plain; charset=utf-8")
        .body("There is nothing here.")
}

/// The public keys of access tokens.
pub(super) async fn jwks(state: web::Data<State>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .content_type("application/jwk-set+json")
        .body(state.app.keys.jwks().to_string())
}
