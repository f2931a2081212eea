//! A lead and an after-action report on paper: asked for as everything else is, with the session's token, and answered with a PDF.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType,
        },
    },
    web,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{State, caller, graphql::status_of, health, spending};
use crate::{
    actions,
    api::{self, Question},
    exports::{self, Paper},
    members::rules::Language,
    platform::error::{ApiError, ErrorCode, Result},
    sessions::Caller,
};

/// How it is to be printed.
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

/// Prints a lead.
pub(super) async fn lead(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let printed = async {
        let (caller, answer) = asked(&state, &request, exports::DOCUMENT, id.into_inner()).await?;
        exports::print(&state.app, caller.viewer()?, &answer, wishes.language()).await
    };
    answered(printed.await).await
}

/// Prints the report of an action.
pub(super) async fn action(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let printed = async {
        let (caller, answer) = asked(&state, &request, actions::DOCUMENT, id.into_inner()).await?;
        actions::print(&state.app, caller.viewer()?, &answer, wishes.language()).await
    };
    answered(printed.await).await
}

async fn answered(printed: Result<Paper>) -> HttpResponse {
    match printed {
        Ok(paper) => document(paper),
        Err(error) if error.code == ErrorCode::NotFound => health::unknown().await,
        Err(error) => {
            let status = match error.code {
                ErrorCode::TransitionNotAllowed => StatusCode::CONFLICT,
                code => status_of(code),
            };
            HttpResponse::build(status)
                .content_type("text/plain; charset=utf-8")
                .body(error.message.into_owned())
        }
    }
}

/// What the graph answers to the caller about the thing of an id.
async fn asked(state: &State, request: &HttpRequest, document: &str, id: String) -> Result<(Caller, Value)> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::WHOLE).await?;
    caller.viewer()?;
    let mut question = Question::new(document);
    question.variables = Some(Map::from_iter([("id".to_owned(), Value::String(id))]));
    let answer = api::answer(&state.schema, &caller, question).await;
    let mut answer: Value = serde_json::from_str(&answer.body).map_err(ApiError::internal)?;
    match answer["errors"][0]["extensions"]["code"].as_str() {
        None => Ok((caller, answer["data"].take())),
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
