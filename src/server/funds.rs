//! A fund in files, asked for as everything else is, with the session's token.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType,
    },
    web,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{State, caller, graphql::status_of, health, spending};
use crate::{
    funds::{self, File, FileKind},
    members::rules::Language,
    platform::{
        error::{ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
};

/// Where the files are; what else lies under the fund's address is the portal's.
pub(super) const ROUTE: &str = r"/funds/{id}/{file:statement\.pdf|entries\.csv|entries\.xlsx|journal\.hledger}";

/// Which days, and how it is to be written.
#[derive(Debug, Deserialize)]
pub(super) struct Wishes {
    /// The first day, in UTC.
    pub(super) from: Date,
    /// The last day, in UTC.
    pub(super) to: Date,
    /// `zh` for Chinese; English otherwise.
    #[serde(default)]
    language: String,
}

impl Wishes {
    /// The language that is wished for.
    pub(super) fn language(&self) -> Language {
        match self.language.starts_with("zh") {
            true => Language::ZhHans,
            false => Language::En,
        }
    }
}

/// Hands out a file of a fund's entries.
pub(super) async fn give(
    state: web::Data<State>,
    request: HttpRequest,
    named: web::Path<(String, String)>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let (fund, file) = named.into_inner();
    match written(&state, &request, (&fund, &file), &wishes).await {
        Ok(file) => attached(file.name, file.media_type, file.bytes),
        Err(error) if error.code == ErrorCode::NotFound => health::unknown().await,
        Err(error) => HttpResponse::build(status_of(error.code))
            .content_type("text/plain; charset=utf-8")
            .body(error.message.into_owned()),
    }
}

async fn written(state: &State, request: &HttpRequest, (fund, file): (&str, &str), wishes: &Wishes) -> Result<File> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::WHOLE).await?;
    let viewer = caller.viewer()?.clone();
    let fund = decode_as(IdKind::Fund, fund).map_err(|_| ErrorCode::NotFound)?;
    let kind: FileKind = file.parse().map_err(|_| ErrorCode::NotFound)?;
    let language = wishes.language();
    funds::write(&state.app, &viewer, fund, kind, (wishes.from, wishes.to), language).await
}

/// An answer that is kept as a file.
pub(super) fn attached(name: String, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}
