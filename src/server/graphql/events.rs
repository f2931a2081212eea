//! GraphQL over Server-Sent Events: "distinct connections mode" of the protocol that `graphql-sse` specifies.
//!
//! One request, one stream: an event `next` for each response, then `complete`. What is wrong with a document is told as
//! a response, too; what is wrong with the request or its token has a status. A stream ends with the token's time without
//! `complete`, so that the client comes back with a new one; when the session or the person's access ends, it says so and
//! completes.
//!
//! An event that has a cursor carries it as its `id`. A client that was cut off names the last one it has heard in
//! `Last-Event-ID`, as browsers do by themselves, and hears what came after it.

use std::{convert::Infallible, sync::Arc, time::Duration};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName},
    },
    rt, web,
};
use futures_util::{Stream, StreamExt as _, stream};
use tokio::{
    sync::mpsc,
    time::{MissedTickBehavior, interval, timeout},
};

use super::{
    EVENTS,
    refusal::{Refusal, errors},
};
use crate::{
    api::{self, Question, Told},
    platform::{
        error::{ApiError, ErrorCode},
        graphql::Resume,
    },
    server::{
        State, spending,
        streams::{Ending, Full, Place},
    },
    sessions::{Caller, Signed},
};

/// How long an event may wait for a client that does not read.
const SLOWEST_READER: Duration = Duration::from_secs(10);
/// Events that may wait for the client before the next one is asked for.
const WAITING: usize = 4;

/// A sign of life, which is no event.
const BEAT: &str = ":\n\n";
const COMPLETE: &str = "event: complete\ndata:\n\n";

/// One more response. It is JSON, so there is no line break in it.
fn next(response: &str) -> String {
    format!("event: next\ndata: {response}\n\n")
}

/// The answer to what is answered once.
pub(super) fn once(response: &str) -> HttpResponse {
    begun().body(next(response) + COMPLETE)
}

/// Where a client goes on that was cut off.
pub(super) fn resume(request: &HttpRequest) -> Resume {
    let last = request
        .headers()
        .get("last-event-id")
        .and_then(|last| last.to_str().ok());
    Resume::after(last.filter(|last| !last.is_empty()).map(str::to_owned))
}

/// The line that gives an event its id, where there is a cursor. Cursors are base64url: no line breaks.
fn marked(resume: &Resume) -> String {
    resume
        .take()
        .map(|cursor| format!("id: {cursor}\n"))
        .unwrap_or_default()
}

/// Follows a subscription whose document costs so much, and was paid for.
pub(super) fn follow(
    state: web::Data<State>,
    caller: &Caller,
    signed: Option<&Signed>,
    resume: Resume,
    question: Question,
    cost: usize,
) -> Result<HttpResponse, Refusal> {
    let Some(signed) = signed else {
        return Ok(once(&errors(&ErrorCode::Unauthenticated.into())));
    };
    let place = state
        .streams
        .enter(signed, &state.app.config)
        .map_err(|full| match full {
            Full::Person => Refusal::new(
                StatusCode::TOO_MANY_REQUESTS,
                ErrorCode::LimitExceeded,
                "Too many open streams.",
            ),
            Full::Server => ApiError::new(ErrorCode::Unavailable).into(),
        })?;
    let resume = Arc::new(resume);
    let answers = api::resumed(&state.schema, caller, question, Arc::clone(&resume));
    let (app, viewer) = (Arc::clone(&state.app), Arc::clone(&signed.viewer));
    let answers = spending::followed(app, viewer, cost, answers);
    let (tell, told) = mpsc::channel(WAITING);
    rt::spawn(talk(state, place, answers, resume, tell));
    let body = stream::unfold(told, |mut told| async move {
        let text: String = told.recv().await?;
        Some((Ok::<_, Infallible>(web::Bytes::from(text)), told))
    });
    Ok(begun().streaming(body))
}

/// The head of a stream: nobody between us and the client keeps, holds back or recodes it.
fn begun() -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, format!("{EVENTS}; charset=utf-8")))
        .insert_header((CACHE_CONTROL, "no-store, no-transform"))
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"));
    response
}

/// What a stream waits for.
enum Event {
    Told(Option<Told>),
    Beat,
    Ending(Ending),
}

/// Tells a client what an operation tells, until one side ends it. The place is given back with the end.
async fn talk(
    state: web::Data<State>,
    mut place: Place,
    answers: impl Stream<Item = Told>,
    resume: Arc<Resume>,
    tell: mpsc::Sender<String>,
) {
    let mut answers = Box::pin(answers);
    let mut beats = interval(Duration::from_secs(state.app.config.stream_beat_seconds));
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let event = tokio::select! {
            biased;
            () = state.stopping.cancelled() => return,
            () = tell.closed() => return,
            ending = place.ending() => Event::Ending(ending),
            told = answers.next() => Event::Told(told),
            _ = beats.tick() => Event::Beat,
        };
        let (text, last) = match event {
            Event::Ending(Ending::TokenEnded) => return,
            Event::Told(_) if place.is_over(state.app.now()) => return,
            Event::Ending(Ending::SessionEnded) => {
                let gone = errors(&ErrorCode::Unauthenticated.into());
                (next(&gone) + COMPLETE, true)
            }
            Event::Told(Some(Told::Response(response))) => (marked(&resume) + &next(&response), false),
            Event::Told(Some(Told::Refused(errors))) => (next(&format!(r#"{{"errors":{errors}}}"#)) + COMPLETE, true),
            Event::Told(None) => (COMPLETE.to_owned(), true),
            Event::Beat => (BEAT.to_owned(), false),
        };
        let sent = timeout(SLOWEST_READER, tell.send(text)).await;
        if last || !matches!(sent, Ok(Ok(()))) {
            return;
        }
    }
}
