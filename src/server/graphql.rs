//! GraphQL over HTTP, as its specification says: media types, methods, status codes.
//!
//! `POST` takes JSON; `GET` only queries. Batches are not accepted. What does not get as far as a document is answered in
//! the same shape as everything else: an `errors` list whose entries have a code.

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{
            ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER,
            WWW_AUTHENTICATE,
        },
    },
    web,
};
use futures_util::StreamExt as _;
use serde_json::json;
use tokio::time::timeout;

use super::{State, caller};
use crate::{
    api::{self, Answer, OperationKind, Outcome, Question},
    platform::error::{ApiError, ErrorCode},
};

const RESPONSE_JSON: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
const INVALID_TOKEN: &str = "Bearer error=\"invalid_token\"";
/// How long a client may take for the body of its request.
const SLOWEST_BODY: Duration = Duration::from_secs(30);

/// The form in which the client wants its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Media {
    /// The specification's own: the status says what became of the request.
    Response,
    /// The older one: a request that was understood is answered with 200, whatever became of it.
    Json,
}

impl Media {
    fn name(self) -> &'static str {
        match self {
            Self::Response => RESPONSE_JSON,
            Self::Json => JSON,
        }
    }

    /// The best of what the client accepts; `None` where it accepts neither. Without a word, the older one.
    fn of(accept: &str) -> Option<Self> {
        let mut best = None;
        for part in accept.split(',') {
            let mut words = part.split(';').map(str::trim);
            let media = match words.next().unwrap_or_default().to_ascii_lowercase().as_str() {
                RESPONSE_JSON => Self::Response,
                JSON | "*/*" | "application/*" | "" => Self::Json,
                _ => continue,
            };
            let mut quality = 1.0;
            let mut understood = true;
            for word in words {
                match word.split_once('=') {
                    Some(("q", value)) => quality = value.parse().unwrap_or(0.0),
                    Some(("charset", value)) => understood = value.eq_ignore_ascii_case("utf-8"),
                    _ => {}
                }
            }
            if understood && quality > best.map_or(0.0, |(_, quality)| quality) {
                best = Some((media, quality));
            }
        }
        best.map(|(media, _)| media)
    }
}

/// A request that is answered without being run.
struct Refusal {
    status: StatusCode,
    error: ApiError,
}

impl Refusal {
    fn new(status: StatusCode, code: ErrorCode, message: &'static str) -> Self {
        Self {
            status,
            error: ApiError::because(code, message),
        }
    }

    fn bad(message: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, ErrorCode::BadUserInput, message)
    }

    fn respond(self, media: Media) -> HttpResponse {
        let mut extensions = json!({"code": self.error.code.as_str()});
        if let Some(seconds) = self.error.retry_after {
            extensions["retryAfter"] = seconds.into();
        }
        let body = json!({"errors": [{"message": self.error.message, "extensions": extensions}]});
        let mut response = HttpResponse::build(self.status);
        response.insert_header((CONTENT_TYPE, content_type(media)));
        response.insert_header((CACHE_CONTROL, "no-store"));
        match self.status {
            StatusCode::METHOD_NOT_ALLOWED => drop(response.insert_header((ALLOW, "GET, POST"))),
            StatusCode::UNAUTHORIZED => drop(response.insert_header((WWW_AUTHENTICATE, INVALID_TOKEN))),
            _ => {}
        }
        if let Some(seconds) = self.error.retry_after {
            response.insert_header((RETRY_AFTER, seconds));
        }
        response.body(body.to_string())
    }
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self {
            status: status_of(error.code),
            error,
        }
    }
}

/// The status of a request that was refused before it ran.
fn status_of(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorCode::NotFound
        | ErrorCode::BadUserInput
        | ErrorCode::InvalidId
        | ErrorCode::StaleVersion
        | ErrorCode::TransitionNotAllowed
        | ErrorCode::TlpCeiling
        | ErrorCode::FourEyes
        | ErrorCode::DeadlinePassed
        | ErrorCode::IdempotencyMismatch
        | ErrorCode::PreviewRequired
        | ErrorCode::AuthorizedSeller
        | ErrorCode::SignInFailed
        | ErrorCode::TokenInvalid
        | ErrorCode::AlreadyExists
        | ErrorCode::LimitExceeded
        | ErrorCode::InvalidDocument => StatusCode::BAD_REQUEST,
    }
}

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
            "Accept application/graphql-response+json or application/json.",
        );
        return refusal.respond(Media::Json);
    };
    match run(&state, &request, payload).await {
        Ok(answer) => respond(answer, media),
        Err(refusal) => refusal.respond(media),
    }
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

async fn run(state: &State, request: &HttpRequest, payload: web::Payload) -> Result<Answer, Refusal> {
    let question = if *request.method() == Method::POST {
        posted(request, payload, state.app.config.limit_body_bytes).await?
    } else {
        queried(request.query_string())?
    };
    match api::operation_kind(&question) {
        Some(OperationKind::Mutation) if *request.method() != Method::POST => {
            return Err(Refusal::new(
                StatusCode::METHOD_NOT_ALLOWED,
                ErrorCode::BadUserInput,
                "Send mutations by POST.",
            ));
        }
        Some(OperationKind::Subscription) => {
            return Err(Refusal::bad(
                "Follow subscriptions over a WebSocket (graphql-transport-ws).",
            ));
        }
        Some(OperationKind::Query | OperationKind::Mutation) | None => {}
    }
    let caller = caller::of_request(&state.app, request).await?;
    Ok(api::answer(&state.schema, &caller, question).await)
}

fn respond(answer: Answer, media: Media) -> HttpResponse {
    let status = match (media, answer.outcome) {
        (Media::Response, Outcome::Refused(code)) => status_of(code),
        (Media::Json, Outcome::Refused(code @ (ErrorCode::Internal | ErrorCode::Unavailable))) => status_of(code),
        (Media::Json | Media::Response, _) => StatusCode::OK,
    };
    let mut response = HttpResponse::build(status);
    response.insert_header((CONTENT_TYPE, content_type(media)));
    response.insert_header((CACHE_CONTROL, "no-store"));
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.append_header((name, value));
        }
    }
    response.body(answer.body)
}

/// The question in a body.
async fn posted(request: &HttpRequest, payload: web::Payload, limit: usize) -> Result<Question, Refusal> {
    let given = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if !given.is_some_and(is_json) {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ErrorCode::BadUserInput,
            "Send application/json in UTF-8.",
        ));
    }
    let announced = request
        .headers()
        .get(CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    if announced.is_some_and(|bytes: u64| bytes > limit as u64) {
        return Err(too_large());
    }
    let slow = |_| {
        Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            ErrorCode::BadUserInput,
            "The body took too long.",
        )
    };
    let body = timeout(SLOWEST_BODY, read(payload, limit)).await.map_err(slow)??;
    let value: serde_json::Value =
        serde_json::from_slice(&body).map_err(|_| Refusal::bad("The body is no JSON in UTF-8."))?;
    if value.is_array() {
        return Err(Refusal::new(
            StatusCode::BAD_REQUEST,
            ErrorCode::LimitExceeded,
            "Send one request at a time: batches are not accepted.",
        ));
    }
    question(value)
}

fn is_json(content_type: &str) -> bool {
    let mut words = content_type.split(';').map(str::trim);
    let is_json = words.next().is_some_and(|media| media.eq_ignore_ascii_case(JSON));
    is_json
        && words.all(|word| match word.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}

fn too_large() -> Refusal {
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::LimitExceeded,
        "The body is larger than the limit.",
    )
}

async fn read(mut payload: web::Payload, limit: usize) -> Result<web::BytesMut, Refusal> {
    let mut body = web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Refusal::bad("The body broke off."))?;
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The question in a query string, whose objects are JSON again.
fn queried(query_string: &str) -> Result<Question, Refusal> {
    let mut fields = serde_json::Map::new();
    for (name, value) in url::form_urlencoded::parse(query_string.as_bytes()) {
        let value = match name.as_ref() {
            "query" | "operationName" => serde_json::Value::String(value.into_owned()),
            "variables" | "extensions" => serde_json::from_str(&value)
                .map_err(|_| Refusal::bad("`variables` and `extensions` have to be JSON objects."))?,
            _ => continue,
        };
        fields.insert(name.into_owned(), value);
    }
    question(serde_json::Value::Object(fields))
}

fn question(value: serde_json::Value) -> Result<Question, Refusal> {
    serde_json::from_value(value).map_err(|_| {
        Refusal::bad(
            "Send an object with `query` (text) and, if need be, `operationName` (text), `variables` and `extensions` \
             (objects).",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_what_is_accepted_is_chosen() {
        for (accept, media) in [
            ("application/json", Some(Media::Json)),
            ("application/graphql-response+json", Some(Media::Response)),
            (
                "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
                Some(Media::Response),
            ),
            (
                "application/json;q=0.9, application/graphql-response+json;q=0.4",
                Some(Media::Json),
            ),
            ("*/*", Some(Media::Json)),
            ("text/html", None),
            ("application/json; charset=iso-8859-1", None),
            ("application/graphql-response+json;q=0", None),
        ] {
            assert_eq!(Media::of(accept), media, "{accept}");
        }
    }

    #[test]
    fn only_json_in_utf_8_is_taken() {
        assert!(is_json("application/json") && is_json("Application/JSON; Charset=\"UTF-8\""));
        for other in [
            "text/plain",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "",
        ] {
            assert!(!is_json(other), "{other}");
        }
    }
}
