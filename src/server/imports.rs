//! Files that are sent in to be imported: `POST /imports?name=…` with the file as its body.
//!
//! The body is read as it comes and never further than its limit. Who sends it is told by the bearer token alone, which a
//! form on another site cannot send.

use actix_web::{HttpRequest, HttpResponse, http::header::CACHE_CONTROL, web};
use serde::Deserialize;
use serde_json::json;

use super::{
    State, caller,
    graphql::{Media, Refusal, received},
    spending,
};
use crate::{
    imports,
    permissions::Action,
    platform::error::{ApiError, ErrorCode},
};

/// What the file is called.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    #[serde(default)]
    name: String,
}

/// Takes a file in.
pub(super) async fn take_in(
    state: web::Data<State>,
    request: HttpRequest,
    named: web::Query<Named>,
    payload: web::Payload,
) -> HttpResponse {
    let taken = keep(&state, &request, &named.name, payload).await;
    taken.unwrap_or_else(|refusal| refusal.respond(Media::Json))
}

async fn keep(
    state: &State,
    request: &HttpRequest,
    name: &str,
    payload: web::Payload,
) -> Result<HttpResponse, Refusal> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::WHOLE).await?;
    let viewer = caller.viewer()?;
    // Before anything is read: nobody else's bytes are taken in.
    if !viewer.has(Action::LeadCreate) {
        return Err(ApiError::from(ErrorCode::Forbidden).into());
    }
    let limits = &state.app.config;
    let content = received(
        request,
        payload,
        limits.limit_import_bytes,
        limits.limit_sending_seconds,
    )
    .await?;
    let upload = imports::upload(&state.app, viewer, name, content.to_vec()).await?;
    let body = json!({
        "id": upload.id,
        "format": <&str>::from(upload.format),
        "size": upload.size,
    });
    Ok(HttpResponse::Created()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(body))
}
