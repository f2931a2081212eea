//! What machines ask: whether the process lives, whether it can serve, and by which keys its tokens are verified.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    http::header::{CACHE_CONTROL, ETag, EntityTag, IfNoneMatch},
    web,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use sha2::{Digest as _, Sha256};

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

/// The public keys of access tokens. They may be kept for five minutes and then have to be asked for again: a new key is
/// published for ten before it signs. Who names the set it has is told when that is still the one.
pub(super) async fn jwks(state: web::Data<State>, request: HttpRequest) -> HttpResponse {
    let body = state.app.keys.jwks(state.app.now()).to_string();
    let tag = EntityTag::new_strong(STANDARD_NO_PAD.encode(Sha256::digest(&body)));
    let known = match request.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Some(IfNoneMatch::Any) => true,
        None => false,
    };
    let mut response = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((CACHE_CONTROL, "public, max-age=300, must-revalidate"))
        .insert_header(ETag(tag));
    if known {
        return response.finish();
    }
    response.content_type("application/jwk-set+json").body(body)
}
