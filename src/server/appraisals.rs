//! Reports of appraisals, their photos, and labels of samples, asked for as everything else is, with the session's token.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType,
    },
    web,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{State, files};
use crate::{
    appraisals,
    members::rules::Language,
    platform::{
        error::{ApiError, Result},
        ids::{IdKind, decode_as},
    },
    samples,
};

/// How it is to be written.
#[derive(Debug, Deserialize)]
pub(super) struct Wishes {
    /// `zh` for Chinese; English otherwise.
    #[serde(default)]
    language: String,
}

impl Wishes {
    fn language(&self) -> Language {
        match self.language.starts_with("zh") {
            true => Language::ZhHans,
            false => Language::En,
        }
    }
}

/// Answers `GET /appraisals/{id}/report.pdf`.
pub(super) async fn report(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let made = async {
        let viewer = files::viewer(&state, &request).await?;
        let id = decode_as(IdKind::Appraisal, &id).map_err(|_| ApiError::not_found())?;
        appraisals::report_paper(&state.app, &viewer, id, wishes.language()).await
    };
    answered(made.await)
}

/// Answers `GET /samples/{id}/label.pdf`.
pub(super) async fn label(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let made = async {
        let viewer = files::viewer(&state, &request).await?;
        let id = decode_as(IdKind::Sample, &id).map_err(|_| ApiError::not_found())?;
        samples::label(&state.app, &viewer, id, wishes.language()).await
    };
    answered(made.await)
}

/// Answers `GET /appraisals/{id}/photos/{photo}`.
pub(super) async fn photo(
    state: web::Data<State>,
    request: HttpRequest,
    named: web::Path<(String, Uuid)>,
) -> HttpResponse {
    let (id, photo) = named.into_inner();
    let found = async {
        let viewer = files::viewer(&state, &request).await?;
        let id = decode_as(IdKind::Appraisal, &id).map_err(|_| ApiError::not_found())?;
        appraisals::photo(&state.app, &viewer, id, photo).await
    };
    match found.await {
        Ok(fetched) => files::answer(fetched),
        Err(error) => files::not_given(&error),
    }
}

fn answered(made: Result<(String, Vec<u8>)>) -> HttpResponse {
    let (name, bytes) = match made {
        Ok(made) => made,
        Err(error) => return files::not_given(&error),
    };
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}
