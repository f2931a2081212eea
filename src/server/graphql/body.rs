//! The question in a request: a body of JSON, or a query string.

use std::time::Duration;

use actix_web::{
    HttpRequest,
    http::{
        Method, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
    web,
};
use futures_util::StreamExt as _;
use tokio::time::timeout;

use super::{JSON, refusal::Refusal};
use crate::{
    api::Question,
    platform::{config::Config, error::ErrorCode},
};

/// The question of a request, by whichever of its methods.
pub(super) async fn asked(request: &HttpRequest, payload: web::Payload, limits: &Config) -> Result<Question, Refusal> {
    if *request.method() == Method::POST {
        posted(request, payload, limits).await
    } else {
        queried(request.query_string())
    }
}

/// The question in a body.
async fn posted(request: &HttpRequest, payload: web::Payload, limits: &Config) -> Result<Question, Refusal> {
    let limit = limits.limit_body_bytes;
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
    let body = received(request, payload, limit, limits.limit_sending_seconds).await?;
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

/// A body of at most `limit` bytes, which may take so many seconds.
pub(in crate::server) async fn received(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
    seconds: u32,
) -> Result<web::BytesMut, Refusal> {
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
    timeout(Duration::from_secs(seconds.into()), read(payload, limit))
        .await
        .map_err(slow)?
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
            "query" | "documentId" | "operationName" => serde_json::Value::String(value.into_owned()),
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
            "Send an object with `query` or `documentId` (text) and, if need be, `operationName` (text), `variables` and \
             `extensions` (objects).",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
