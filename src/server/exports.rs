//! Files on their way to the person who asked for them.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType,
    },
    web,
};
use serde::Deserialize;

use super::{State, files, graphql::status_of, health, spending};
use crate::{
    exports::{self, Download},
    platform::{
        error::{ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
};

/// What an address carries beside the export's id.
#[derive(Debug, Deserialize)]
pub(super) struct Carried {
    #[serde(default)]
    token: String,
}

/// Hands out an export's file.
pub(super) async fn fetch(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    carried: web::Query<Carried>,
) -> HttpResponse {
    match download(&state, &request, &id, &carried.token).await {
        Ok(file) => attachment(file),
        Err(error) if error.code == ErrorCode::NotFound => health::unknown().await,
        Err(error) => HttpResponse::build(status_of(error.code))
            .content_type("text/plain; charset=utf-8")
            .body(error.message.into_owned()),
    }
}

async fn download(state: &State, request: &HttpRequest, id: &str, token: &str) -> Result<Download> {
    let id = decode_as(IdKind::Export, id).map_err(|_| ErrorCode::NotFound)?;
    let viewer = files::payer(state, request, spending::WHOLE).await?;
    exports::download(&state.app, &viewer, id, token).await
}

/// A file that a browser keeps and never shows: what is in it was written by many.
fn attachment(file: Download) -> HttpResponse {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(file.name)],
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.media_type))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(file.bytes)
}
