//! GraphQL over HTTP, as its specification says: media types, methods, status codes.
//!
//! `POST` takes JSON; `GET` only queries. Batches are not accepted. What does not get as far as a document is answered in
//! the same shape as everything else: an `errors` list whose entries have a code. A client that takes events gets them
//! (`events`).

mod body;
mod events;
mod media;
mod refusal;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER},
    },
    web,
};

pub(super) use self::{
    body::received,
    media::Media,
    refusal::{Refusal, errors, status_of},
};
use super::{State, caller, spending};
use crate::{
    api::{self, Answer, OperationKind, Outcome, Question},
    platform::{error::ErrorCode, failpoint},
};

const RESPONSE_JSON: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
const EVENTS: &str = "text/event-stream";

fn content_type(media: Media) -> String {
    format!("{}; charset=utf-8", media.name())
}

/// Answers `POST /graphql` and `GET /graphql`.
pub(super) async fn handle(state: web::Data<State>, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let header = |name| {
        request
            .headers()
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    let Some(media) = Media::of(header(ACCEPT).unwrap_or(JSON)) else {
        let refusal = Refusal::new(
            StatusCode::NOT_ACCEPTABLE,
            ErrorCode::BadUserInput,
            "Accept application/graphql-response+json, application/json or text/event-stream.",
        );
        return refusal.respond(Media::Json);
    };
    let asked = body::asked(&request, payload, &state.app.config).await;
    let answered = match asked {
        Ok(question) => run(state, &request, question, media).await,
        Err(refusal) => Err(refusal),
    };
    answered.unwrap_or_else(|refusal| refusal.respond(media))
}

/// Answers every other method on `/graphql`.
pub(super) async fn wrong_method() -> HttpResponse {
    let refusal = Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        ErrorCode::BadUserInput,
        "Ask by POST or GET.",
    );
    refusal.respond(Media::Json)
}

async fn run(
    state: web::Data<State>,
    request: &HttpRequest,
    question: Question,
    media: Media,
) -> Result<HttpResponse, Refusal> {
    let mut question = state.documents.look_up(question)?;
    let kind = api::operation_kind(&question);
    if kind == Some(OperationKind::Mutation) && *request.method() != Method::POST {
        return Err(Refusal::new(
            StatusCode::METHOD_NOT_ALLOWED,
            ErrorCode::BadUserInput,
            "Send mutations by POST.",
        ));
    }
    let (caller, signed) = caller::of_request(&state.app, request).await?;
    let cost = match &caller.viewer {
        Some(_) => api::weigh(&state.schema, &mut question),
        None => spending::SMALL,
    };
    spending::admit(&state, request, &caller, cost).await?;
    if kind == Some(OperationKind::Subscription) {
        if media != Media::Events && !takes_events(request) {
            return Err(Refusal::bad(
                "Follow subscriptions over a WebSocket (graphql-transport-ws) or accept text/event-stream.",
            ));
        }
        return events::follow(state, &caller, signed.as_ref(), events::resume(request), question, cost);
    }
    let turn = spending::turn(&state, &caller).await?;
    let answer = api::answer(&state.schema, &caller, question).await;
    drop(turn);
    failpoint::reached("request.answered");
    Ok(match media {
        Media::Events => with_headers(events::once(&answer.body), answer.headers),
        Media::Response | Media::Json => respond(answer, media),
    })
}

fn takes_events(request: &HttpRequest) -> bool {
    let mut accepted = request
        .headers()
        .get_all(ACCEPT)
        .filter_map(|value| value.to_str().ok());
    accepted.any(Media::events_are_taken)
}

fn respond(answer: Answer, media: Media) -> HttpResponse {
    let status = match (media, answer.outcome) {
        (Media::Response, Outcome::Refused(code)) => status_of(code),
        (_, Outcome::Refused(code @ (ErrorCode::Internal | ErrorCode::Unavailable))) => status_of(code),
        _ => StatusCode::OK,
    };
    let mut response = HttpResponse::build(status);
    response.insert_header((CONTENT_TYPE, content_type(media)));
    response.insert_header((CACHE_CONTROL, "no-store"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.insert_header((RETRY_AFTER, crate::platform::error::SOON));
    }
    with_headers(response.body(answer.body), answer.headers)
}

/// Adds the headers that resolvers set.
fn with_headers(mut response: HttpResponse, headers: Vec<(String, String)>) -> HttpResponse {
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
