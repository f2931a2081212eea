//! What a request costs who sends it, how they stand afterwards, and whose turn it is.
//!
//! Who is not signed in is counted by network alone (`rates`): nothing is written for them.

use std::sync::Arc;

use actix_web::{HttpMessage as _, HttpRequest};
use futures_util::{
    Stream, StreamExt as _,
    stream::{self, BoxStream},
};
use serde_json::json;

use super::State;
use crate::{
    api::{self, Told},
    app::App,
    permissions::Viewer,
    platform::error::{ApiError, Result},
    quotas::{self, Standing, Turn},
    sessions::Caller,
};

/// Points of a request that reads or begins something small.
pub(super) const SMALL: usize = 1;
/// Points of a file as it lies in the store, and of a line that comes in.
pub(super) const FILE: usize = 10;
/// Points of a file that is read whole or made for who asks.
pub(super) const WHOLE: usize = 100;
/// Requests that one for a token counts as, of its network.
pub(super) const TOKEN: u32 = 50;

/// Counts a request and has its caller pay for it.
///
/// # Errors
/// `RATE_LIMITED` where it is one too many.
pub(super) async fn admit(state: &State, request: &HttpRequest, caller: &Caller, cost: usize) -> Result<()> {
    state.rates.admit(caller)?;
    match &caller.viewer {
        Some(viewer) => pay(state, request, viewer, cost).await,
        None => Ok(()),
    }
}

/// Has somebody pay for a request that was counted already. Its answer says how they stand.
///
/// # Errors
/// `RATE_LIMITED` where nothing is left.
pub(super) async fn pay(state: &State, request: &HttpRequest, viewer: &Viewer, cost: usize) -> Result<()> {
    let Some(standing) = quotas::spend(&state.app, viewer, cost).await else {
        return Ok(());
    };
    request.extensions_mut().insert(standing);
    standing.admitted()
}

/// The headers that say how somebody stands (draft-ietf-httpapi-ratelimit-headers).
pub(super) fn headers(standing: Standing) -> Vec<(&'static str, String)> {
    let Standing {
        per_minute,
        left,
        resets_in,
        ..
    } = standing;
    let mut headers = vec![
        ("ratelimit-policy", format!("\"cost\";q={per_minute};w=60")),
        ("ratelimit", format!("\"cost\";r={left};t={resets_in}")),
    ];
    let refused = standing.admitted().err();
    if let Some(seconds) = refused.and_then(|refused| refused.retry_after) {
        headers.push(("retry-after", seconds.to_string()));
    }
    headers
}

/// Waits for the turn of who is signed in.
///
/// # Errors
/// As [`quotas::take_turn`].
pub(super) async fn turn(state: &State, caller: &Caller) -> Result<Option<Turn>> {
    match &caller.viewer {
        Some(viewer) => Ok(Some(quotas::take_turn(&state.app, viewer).await?)),
        None => Ok(None),
    }
}

/// What a subscription tells, as long as its caller can pay for each event.
pub(super) fn followed(
    app: Arc<App>,
    viewer: Arc<Viewer>,
    cost: usize,
    told: impl Stream<Item = Told> + Send + 'static,
) -> BoxStream<'static, Told> {
    let begun = Some(told.boxed());
    let events = stream::unfold(begun, move |told| {
        let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
        async move {
            let mut told = told?;
            let next = told.next().await?;
            match paid(&app, &viewer, api::event_cost(cost)).await {
                Ok(()) => Some((next, Some(told))),
                Err(error) => Some((Told::Refused(listed(&error)), None)),
            }
        }
    });
    events.boxed()
}

/// What is answered once beside a conversation, when its caller's turn comes.
pub(super) fn in_turn(
    app: Arc<App>,
    viewer: Arc<Viewer>,
    told: impl Stream<Item = Told> + Send + 'static,
) -> BoxStream<'static, Told> {
    let answers = async move {
        match quotas::take_turn(&app, &viewer).await {
            Ok(turn) => told
                .map(move |told| {
                    let _until_it_ends = &turn;
                    told
                })
                .boxed(),
            Err(error) => stream::iter([Told::Refused(listed(&error))]).boxed(),
        }
    };
    stream::once(answers).flatten().boxed()
}

/// Has somebody pay for what comes over a connection that is open.
///
/// # Errors
/// `RATE_LIMITED` where nothing is left.
pub(super) async fn paid(app: &App, viewer: &Viewer, cost: usize) -> Result<()> {
    match quotas::spend(app, viewer, cost).await {
        Some(standing) => standing.admitted(),
        None => Ok(()),
    }
}

/// A list of one error, as operations are told of.
fn listed(error: &ApiError) -> String {
    let mut extensions = json!({"code": error.code.as_str()});
    if let Some(seconds) = error.retry_after {
        extensions["retryAfter"] = seconds.into();
    }
    json!([{"message": error.message, "extensions": extensions}]).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_how_somebody_stands() {
        let standing = Standing {
            per_minute: 600_000,
            left: 599_988,
            resets_in: 1,
            retry_in: None,
        };
        let mut expected = vec![
            ("ratelimit-policy", "\"cost\";q=600000;w=60".to_owned()),
            ("ratelimit", "\"cost\";r=599988;t=1".to_owned()),
        ];
        assert_eq!(headers(standing), expected);
        let refused = Standing {
            retry_in: Some(2_000_000),
            ..standing
        };
        expected.push(("retry-after", "3".to_owned()));
        assert_eq!(headers(refused), expected);
    }
}
