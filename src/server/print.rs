//! A lead on paper: asked for as everything else is, with the session's token, and answered with a PDF.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType,
    },
    web,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{State, caller, graphql::status_of, health};
use crate::{
    api::{self, Question},
    exports::{self, Paper},
    members::rules::Language,
    platform::error::{ApiError, ErrorCode, Result},
};

/// How it is to be printed.
#[derive(Debug, Deserialize)]
pub(super) struct Wishes {
    /// `zh` for Chinese; English otherwise.
    #[serde(default)]
    language: String,
}

/// Prints a lead.
pub(super) async fn lead(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let language = match wishes.language.starts_with("zh") {
        true => Language::ZhHans,
        false => Language::En,
    };
    match printed(&state, &request, id.into_inner(), language).await {
        Ok(paper) => document(paper),
        Err(error) if error.code == ErrorCode::NotFound => health::unknown().await,
        Err(error) => HttpResponse::build(status_of(error.code))
            .content_type("text/plain; charset=utf-8")
            .body(error.message.into_owned()),
    }
}

async fn printed(state: &State, request: &HttpRequest, id: String, language: Language) -> Result<Paper> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    state.rates.admit(&caller)?;
    let viewer = caller.viewer()?.clone();
    let mut question = Question::new(exports::DOCUMENT);
    question.variables = Some(Map::from_iter([("id".to_owned(), Value::String(id))]));
    let answer = api::answer(&state.schema, &caller, question).await;
    let answer: Value = serde_json::from_str(&answer.body).map_err(ApiError::internal)?;
    match answer["errors"][0]["extensions"]["code"].as_str() {
        None => exports::print(&state.app, &viewer, &answer["data"], language).await,
        // A malformed id is one of nothing.
        Some("INVALID_ID") => Err(ErrorCode::NotFound.into()),
        Some(code) => Err(code.parse().unwrap_or(ErrorCode::Internal).into()),
    }
}

fn document(paper: Paper) -> HttpResponse {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(paper.name)],
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(paper.bytes)
}
