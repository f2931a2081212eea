//! Streams of listings, a line each, in as many pieces as their sender likes.
//!
//! ```text
//! POST  /ingest?brand=ID&tlp=AMBER&draft=true&dryRun=true   201 {id, linesDone: 0, …}
//! PATCH /ingest/{id}?from=N[&last=true]                     200 how it stands; 409 where N is not the next line
//! GET   /ingest/{id}                                        200 how it stands
//! GET   /ingest/{id}/lines?after=N                          200 lines that became no lead, 1,000 at a time
//! ```
//!
//! A body is never held whole, and no line that is longer than it may be. Who sends it is told by the bearer token
//! alone. What breaks off goes on from the line after those that are done.

use std::{sync::Arc, time::Duration};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    web,
};
use futures_util::StreamExt as _;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    State, caller, files,
    graphql::{Media, Refusal},
    spending,
};
use crate::{
    ingest::{self, BATCH, Choice, Receiving, rules::Splitter},
    permissions::{Viewer, audience::Tlp},
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
};

/// Lines as they are written.
const NDJSON: &str = "application/x-ndjson";

/// How the lines of a stream become leads.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Wishes {
    /// The brand of lines that name none.
    brand: Option<String>,
    /// AMBER where it is left out.
    tlp: Option<String>,
    #[serde(default)]
    draft: bool,
    #[serde(default)]
    dry_run: bool,
    /// Whose leads they become; the caller's own organisation where it is left out.
    on_behalf_of: Option<String>,
}

/// Which piece of a stream a body is.
#[derive(Debug, Deserialize)]
pub(super) struct Piece {
    /// The number of its first line, from 1.
    from: i64,
    /// Whether nothing comes after it.
    #[serde(default)]
    last: bool,
}

/// Where a list of lines begins.
#[derive(Debug, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    after: i64,
}

/// Answers `POST /ingest`.
pub(super) async fn start(state: web::Data<State>, request: HttpRequest, wishes: web::Query<Wishes>) -> HttpResponse {
    match started(&state, &request, &wishes).await {
        Ok(response) => response,
        Err(error) => refused(error),
    }
}

async fn started(state: &State, request: &HttpRequest, wishes: &Wishes) -> Result<HttpResponse> {
    let viewer = viewer(state, request).await?;
    let row = ingest::start_run(&state.app, &viewer, wishes.read()?).await?;
    Ok(told(StatusCode::CREATED, &ingest::standing_of(&row)))
}

impl Wishes {
    fn read(&self) -> Result<Choice> {
        let id = |kind, id: &String| decode_as(kind, id).map_err(|_| ErrorCode::InvalidId);
        let tlp = match self.tlp.as_deref() {
            Some(tlp) => tlp
                .parse::<Tlp>()
                .map_err(|_| ApiError::input("tlp", "Give a TLP such as AMBER."))?,
            None => Tlp::Amber,
        };
        Ok(Choice {
            brand: self.brand.as_ref().map(|brand| id(IdKind::Brand, brand)).transpose()?,
            tlp,
            draft: self.draft,
            dry_run: self.dry_run,
            on_behalf_of: self.on_behalf_of.as_ref().map(|org| id(IdKind::Org, org)).transpose()?,
        })
    }
}

/// Answers `PATCH /ingest/{id}`.
pub(super) async fn take(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    piece: web::Query<Piece>,
    payload: web::Payload,
) -> HttpResponse {
    match taken(&state, &request, &id, &piece, payload).await {
        Ok(response) => response,
        Err(error) => refused(error),
    }
}

async fn taken(
    state: &State,
    request: &HttpRequest,
    id: &str,
    piece: &Piece,
    payload: web::Payload,
) -> Result<HttpResponse> {
    let viewer = viewer(state, request).await?;
    let mut receiving = match ingest::receive(&state.app, &viewer, run(id)?, piece.from).await? {
        Ok(receiving) => receiving,
        Err(row) => return Ok(told(StatusCode::CONFLICT, &ingest::standing_of(&row))),
    };
    match read(state, (request, &viewer), payload, &mut receiving).await {
        Ok(true) => {
            let row = receiving.end(piece.last).await?;
            Ok(told(StatusCode::OK, &ingest::standing_of(&row)))
        }
        Ok(false) => {
            receiving.leave().await?;
            let broken = Refusal::new(
                StatusCode::REQUEST_TIMEOUT,
                ErrorCode::BadUserInput,
                "The body broke off, or came too slowly. What was done stays; ask how far it is and go on.",
            );
            Ok(broken.respond(Media::Json))
        }
        Err(error) => {
            receiving.leave().await?;
            Err(error)
        }
    }
}

/// Takes the lines of a body as they come, each paid for; whether it came to its end. A line that its breaking off cut
/// is none. Where nothing is left to pay with, what was taken stays, and the rest is for later.
async fn read(
    state: &State,
    (request, viewer): (&HttpRequest, &Viewer),
    payload: web::Payload,
    receiving: &mut Receiving<'_>,
) -> Result<bool> {
    let limits = &state.app.config;
    let silent = Duration::from_secs(limits.limit_sending_seconds.into());
    let all = Duration::from_secs(u64::from(limits.limit_ingest_minutes) * 60);
    let mut body = Box::pin(files::in_time(payload, silent, all));
    let mut lines = Splitter::new(limits.limit_ingest_line_bytes);
    let mut waiting = Vec::new();
    let mut is_whole = true;
    while let Some(piece) = body.next().await {
        let Ok(piece) = piece else {
            is_whole = false;
            break;
        };
        waiting.extend(lines.push(&piece));
        while waiting.len() >= BATCH {
            let batch: Vec<_> = waiting.drain(..BATCH).collect();
            spending::pay(state, request, viewer, spending::FILE * batch.len()).await?;
            receiving.take(&batch).await?;
        }
    }
    if is_whole {
        waiting.extend(lines.finish());
    }
    for batch in waiting.chunks(BATCH) {
        spending::pay(state, request, viewer, spending::FILE * batch.len()).await?;
        receiving.take(batch).await?;
    }
    Ok(is_whole)
}

/// Answers `GET /ingest/{id}`.
pub(super) async fn standing(state: web::Data<State>, request: HttpRequest, id: web::Path<String>) -> HttpResponse {
    match stands(&state, &request, &id).await {
        Ok(response) => response,
        Err(error) => refused(error),
    }
}

async fn stands(state: &State, request: &HttpRequest, id: &str) -> Result<HttpResponse> {
    let viewer = viewer(state, request).await?;
    let row = ingest::find_run(&state.app, &viewer, run(id)?).await?;
    Ok(told(StatusCode::OK, &ingest::standing_of(&row)))
}

/// Answers `GET /ingest/{id}/lines`.
pub(super) async fn lines(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    after: web::Query<After>,
) -> HttpResponse {
    match listed(&state, &request, &id, after.after).await {
        Ok(response) => response,
        Err(error) => refused(error),
    }
}

async fn listed(state: &State, request: &HttpRequest, id: &str, after: i64) -> Result<HttpResponse> {
    let viewer = viewer(state, request).await?;
    let mut body = String::new();
    for line in ingest::run_lines(&state.app, &viewer, run(id)?, after).await? {
        body.push_str(&serde_json::to_string(&line).map_err(ApiError::internal)?);
        body.push('\n');
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, NDJSON))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

/// Who asks, by the bearer token alone.
async fn viewer(state: &State, request: &HttpRequest) -> Result<Arc<Viewer>> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::SMALL).await?;
    let viewer = caller.viewer()?;
    match viewer.confined {
        true => Err(ErrorCode::SecondFactorRequired.into()),
        false => Ok(Arc::clone(viewer)),
    }
}

/// The stream of a public id; what is none is nowhere.
fn run(id: &str) -> Result<Uuid> {
    decode_as(IdKind::IngestRun, id).map_err(|_| ApiError::not_found())
}

fn told(status: StatusCode, body: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(body)
}

fn refused(error: ApiError) -> HttpResponse {
    match error.code {
        ErrorCode::NotFound | ErrorCode::TransitionNotAllowed => files::not_given(&error),
        _ => Refusal::from(error).respond(Media::Json),
    }
}
