//! Files over HTTP: taken in as they come, given out by links that are good in one session only.
//!
//! `POST /files` wants the token that `/graphql` wants, so that no form of another site can send one. `GET /files/{id}` is
//! asked for by pictures and downloads, which carry no token: the session's cookie says who asks, and the link says for
//! what; a link without its session opens nothing.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse,
    body::SizedStream,
    http::{
        StatusCode,
        header::{
            ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, RANGE,
            WWW_AUTHENTICATE,
        },
    },
    web,
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;
use tokio::time::{Instant, timeout, timeout_at};
use uuid::Uuid;

use super::{
    State, caller,
    graphql::{errors, status_of},
    spending,
};
use crate::{
    evidence::{self, Content, Fetched, NotReceived, Presented, Uploaded, rules::Rendition},
    permissions::Viewer,
    platform::{
        error::{ApiError, ErrorCode},
        ids::{IdKind, decode_as, encode},
    },
    sessions,
};

/// The header with the file's name, percent-encoded.
const NAME: &str = "x-touchstone-file-name";

/// How many files each person is sending to this process.
#[derive(Debug, Default)]
pub(super) struct Sending(Arc<Mutex<HashMap<Uuid, usize>>>);

/// A place among them, until it is dropped.
struct Place(Arc<Mutex<HashMap<Uuid, usize>>>, Uuid);

impl Sending {
    fn take(&self, person: Uuid, most: usize) -> Option<Place> {
        let mut sending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = sending.entry(person).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Place(Arc::clone(&self.0), person))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut sending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = sending.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                sending.remove(&self.1);
            }
        }
    }
}

/// Answers `POST /files`: the body is the file.
pub(super) async fn take(state: web::Data<State>, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    match taken(&state, &request, payload).await {
        Ok(uploaded) => HttpResponse::Created()
            .insert_header((CACHE_CONTROL, "no-store"))
            .json(json!({
                "id": encode(IdKind::Upload, uploaded.id),
                "sha256": uploaded.sha256,
                "bytes": uploaded.bytes,
                "mediaType": uploaded.media_type,
                "expiresAt": uploaded.expires_at.to_string(),
            })),
        Err(refusal) => refused(refusal),
    }
}

async fn taken(state: &State, request: &HttpRequest, payload: web::Payload) -> Result<Uploaded, NotReceived> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::FILE).await?;
    let viewer = caller.viewer()?;
    if viewer.confined {
        return Err(ApiError::new(ErrorCode::SecondFactorRequired).into());
    }
    let config = &state.app.config;
    let place = state.sending.take(viewer.person, config.limit_uploads);
    let many = || {
        ApiError::because(
            ErrorCode::LimitExceeded,
            "You are sending other files. Wait for one of them.",
        )
    };
    let _place = place.ok_or_else(many)?;
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    let name = header(NAME).and_then(|name| percent_decode_str(name).decode_utf8().ok());
    let announced = header(CONTENT_LENGTH.as_str()).and_then(|bytes| bytes.parse().ok());
    let silent = Duration::from_secs(config.limit_sending_seconds.into());
    let all = Duration::from_secs(u64::from(config.limit_upload_minutes) * 60);
    let body = Box::pin(in_time(payload, silent, all));
    evidence::receive(&state.app, viewer, name.as_deref(), announced, body).await
}

/// The pieces of a body, as long as the next one comes soon and the last one not too late.
pub(super) fn in_time(payload: web::Payload, silent: Duration, all: Duration) -> impl Stream<Item = Result<Bytes, ()>> {
    let end = Instant::now() + all;
    stream::unfold(payload, move |mut payload| async move {
        let next = timeout_at(end, timeout(silent, payload.next())).await;
        let piece = match next {
            Ok(Ok(None)) => return None,
            Ok(Ok(Some(Ok(piece)))) => Ok(piece),
            Ok(Ok(Some(Err(_))) | Err(_)) | Err(_) => Err(()),
        };
        Some((piece, payload))
    })
}

fn refused(refusal: NotReceived) -> HttpResponse {
    let because = |status, code, text: &'static str| (status, ApiError::because(code, text));
    let (status, error) = match refusal {
        NotReceived::TooLarge => because(
            StatusCode::PAYLOAD_TOO_LARGE,
            ErrorCode::LimitExceeded,
            "The file is larger than a file may be.",
        ),
        NotReceived::WrongType => because(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ErrorCode::BadUserInput,
            "Send a picture (JPEG, PNG, WebP), a film (MP4, MOV, WebM), PDF, HTML, text, Word, Excel or ZIP.",
        ),
        NotReceived::Empty => because(StatusCode::BAD_REQUEST, ErrorCode::BadUserInput, "The file is empty."),
        NotReceived::BrokenOff => because(
            StatusCode::REQUEST_TIMEOUT,
            ErrorCode::BadUserInput,
            "The file broke off, or came too slowly.",
        ),
        NotReceived::NoRoom => because(
            StatusCode::INSUFFICIENT_STORAGE,
            ErrorCode::Unavailable,
            "There is no room for files. Tell who runs the service; nothing was kept.",
        ),
        NotReceived::Refused(error) => (status_of(error.code), error),
    };
    failed(status, &error)
}

fn failed(status: StatusCode, error: &ApiError) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CACHE_CONTROL, "no-store"));
    if status == StatusCode::UNAUTHORIZED {
        response.insert_header((WWW_AUTHENTICATE, "Bearer"));
    }
    response.body(errors(error))
}

/// What a link says beside the piece.
#[derive(Debug, Deserialize)]
pub(super) struct Query {
    #[serde(rename = "as")]
    rendition: Rendition,
    until: i64,
    link: Uuid,
    code: String,
}

/// Answers `GET /files/{id}`.
pub(super) async fn give(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    query: Option<web::Query<Query>>,
) -> HttpResponse {
    match given(&state, &request, &id, query).await {
        Ok(response) => response,
        Err(error) => not_given(&error),
    }
}

/// Says why content is not given.
pub(super) fn not_given(error: &ApiError) -> HttpResponse {
    let status = match error.code {
        ErrorCode::NotFound | ErrorCode::InvalidId => StatusCode::NOT_FOUND,
        ErrorCode::TransitionNotAllowed => StatusCode::CONFLICT,
        code => status_of(code),
    };
    failed(status, error)
}

async fn given(
    state: &State,
    request: &HttpRequest,
    id: &str,
    query: Option<web::Query<Query>>,
) -> Result<HttpResponse, ApiError> {
    let viewer = viewer(state, request).await?;
    let query = query.ok_or_else(ApiError::not_found)?.into_inner();
    let presented = Presented {
        evidence: decode_as(IdKind::Evidence, id).map_err(|_| ApiError::not_found())?,
        rendition: query.rendition,
        expires_at: query.until,
        nonce: query.link,
        code: query.code,
    };
    let asked = request.headers().get(RANGE).and_then(|range| range.to_str().ok());
    let fetched = evidence::fetch(&state.app, &viewer, &presented, |bytes| {
        asked.and_then(|asked| range(asked, bytes))
    });
    Ok(answer(fetched.await?))
}

/// Who asks: by a token, or by the cookie of a session. The cookie counts without the header that forms cannot send, because
/// nothing but the link's own content is to be had for it.
pub(super) async fn viewer(state: &State, request: &HttpRequest) -> Result<Arc<Viewer>, ApiError> {
    payer(state, request, spending::FILE).await
}

/// Who asks, as [`viewer`] finds it, and pays so much.
pub(super) async fn payer(state: &State, request: &HttpRequest, cost: usize) -> Result<Arc<Viewer>, ApiError> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    state.rates.admit(&caller)?;
    let found = match caller.viewer {
        Some(viewer) => Some(viewer),
        None => {
            let cookie = request.cookie(sessions::cookie_name(&state.app.config.public_url));
            match cookie {
                Some(cookie) => sessions::recognize(&state.app, cookie.value()).await?,
                None => None,
            }
        }
    };
    let viewer = found.ok_or(ErrorCode::Unauthenticated)?;
    spending::pay(state, request, &viewer, cost).await?;
    match viewer.confined {
        true => Err(ErrorCode::SecondFactorRequired.into()),
        false => Ok(viewer),
    }
}

/// The one range that is asked for, within so many bytes; whatever else is said is answered with everything.
fn range(text: &str, bytes: u64) -> Option<Range<u64>> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    let range = match (from.trim(), to.trim()) {
        ("", last) => bytes.saturating_sub(last.parse().ok()?)..bytes,
        (first, "") => first.parse().ok()?..bytes,
        (first, last) => first.parse().ok()?..last.parse::<u64>().ok()?.checked_add(1)?.min(bytes),
    };
    (range.start < range.end && range.end <= bytes).then_some(range)
}

/// Content on its way to who asked for it: an attachment, which nothing here runs.
pub(super) fn answer(fetched: Fetched) -> HttpResponse {
    let encoded = utf8_percent_encode(&fetched.file_name, NON_ALPHANUMERIC);
    let disposition = format!("attachment; filename*=UTF-8''{encoded}");
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, fetched.media_type))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CACHE_CONTROL, "no-store"));
    match fetched.content {
        Content::Whole(bytes) => response.body(bytes),
        Content::Part(part, total, pieces) => {
            response.insert_header((ACCEPT_RANGES, "bytes"));
            let length = part.end - part.start;
            if length < total {
                response.status(StatusCode::PARTIAL_CONTENT);
                let last = part.end.saturating_sub(1);
                response.insert_header((CONTENT_RANGE, format!("bytes {}-{last}/{total}", part.start)));
            }
            response.body(SizedStream::new(length, pieces))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_understood_and_everything_else_is_everything() {
        for (text, range) in [
            ("bytes=0-0", Some(0..1)),
            ("bytes=10-19", Some(10..20)),
            ("bytes=90-", Some(90..100)),
            ("bytes=-5", Some(95..100)),
            ("bytes=90-200", Some(90..100)),
            ("bytes=-200", Some(0..100)),
            ("bytes=100-", None),
            ("bytes=20-10", None),
            ("bytes=0-1,5-6", None),
            ("lines=0-1", None),
            ("bytes=--", None),
            ("bytes=18446744073709551615-18446744073709551615", None),
        ] {
            assert_eq!(super::range(text, 100), range, "{text}");
        }
    }

    #[test]
    fn so_many_at_once() {
        let (sending, person) = (Sending::default(), Uuid::from_u128(1));
        let first = sending.take(person, 1);
        assert!(first.is_some() && sending.take(person, 1).is_none());
        assert!(sending.take(Uuid::from_u128(2), 1).is_some());
        drop(first);
        assert!(sending.take(person, 1).is_some());
    }
}
