//! Sending: claims what is due, asks once more whether the account sees it, sends it, and writes what became of it.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{
    follow::is_account,
    news,
    post::{self, Outcome},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{
        clock::{micros, timestamp},
        db::{Recorded, Tx},
        error::{ApiError, Result},
        failpoint,
        ids::IdKind,
    },
    sessions::viewers,
    webhooks::{
        rules::{self, Judgement, MessageState},
        store::{self, AttemptRow, Due, EndpointRow, MessageRow, Settling},
    },
};

/// After how many messages a turn ends, and how many are under way at once.
const TURN: usize = 200;
const AT_ONCE: usize = 16;
/// Who has not settled a message by then is dead: sending takes ten seconds at most.
const LOST: SignedDuration = SignedDuration::from_mins(2);
/// How long a message waits whose account turned out to be shut out after it was claimed.
const SHUT_OUT: SignedDuration = SignedDuration::from_mins(1);
/// How long what was settled is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Sends what is due, about 200 messages at most, 16 at once; returns how many were claimed. Any number of senders may
/// run.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn send(app: &App) -> Result<usize> {
    requeue_lost(app).await?;
    if !store::is_due(app.db.read(), &due(app.now())).await? {
        return Ok(0);
    }
    let claimed = AtomicUsize::new(0);
    let lanes = (0..AT_ONCE).map(|_| lane(app, &claimed));
    for done in join_all(lanes).await {
        done?;
    }
    Ok(claimed.into_inner())
}

/// One message after the other, until nothing is left that may go. A failure of one lane does not end the others.
async fn lane(app: &App, claimed: &AtomicUsize) -> Result<()> {
    while claimed.load(Ordering::Relaxed) < TURN {
        let Some(message) = claim(app).await? else {
            return Ok(());
        };
        claimed.fetch_add(1, Ordering::Relaxed);
        failpoint::reached("webhook.claimed");
        if let Err(error) = deliver(app, message).await {
            // It stays claimed, and is sent again when it counts as lost.
            tracing::warn!(code = error.code.as_str(), "a webhook could not be sent");
        }
    }
    Ok(())
}

/// Which messages are due at a moment.
fn due(now: Timestamp) -> Due {
    Due {
        now: micros(now),
        farthest: micros(after(now, rules::LONGEST)),
    }
}

async fn claim(app: &App) -> Result<Option<MessageRow>> {
    let due = due(app.now());
    // Who finds nothing need not wait for its turn to write.
    if !store::is_due(app.db.read(), &due).await? {
        return Ok(None);
    }
    let tx = app.begin().await?;
    let claimed = store::claim(&tx, &due).await?;
    tx.commit(Recorded(())).await?;
    Ok(claimed)
}

fn after(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

/// A sender that died between claim and outcome may have sent its message: it is sent again, under the same id.
async fn requeue_lost(app: &App) -> Result<()> {
    let now = app.now();
    let since = now.checked_sub(LOST).unwrap_or(Timestamp::MIN);
    let span = (micros(since), micros(after(now, LOST)));
    if store::has_lost(app.db.read(), span).await? {
        let lost = store::requeue_lost(app.db.write(), span).await?;
        tracing::warn!(
            messages = lost,
            "a sender of webhooks died; its messages are sent again"
        );
    }
    Ok(())
}

async fn deliver(app: &App, message: MessageRow) -> Result<()> {
    let Some(endpoint) = store::endpoint_by_id(app.db.read(), message.endpoint_id).await? else {
        return Ok(());
    };
    let viewer = viewers::load(app, endpoint.account_id).await?;
    let Some(viewer) = viewer.filter(|viewer| is_account(viewer)) else {
        return store::put_back(app.db.write(), &message, micros(after(app.now(), SHUT_OUT))).await;
    };
    let Some(text) = post::text(app, &viewer, &message).await? else {
        return withhold(app, &message).await;
    };
    let begun = Instant::now();
    let outcome = post::post(app, &endpoint, &message, text).await?;
    failpoint::reached("webhook.sent");
    let millis = i32::try_from(begun.elapsed().as_millis()).unwrap_or(i32::MAX);
    conclude(app, &message, outcome, millis).await
}

/// The account sees no more what it would be told of: nothing goes out.
async fn withhold(app: &App, message: &MessageRow) -> Result<()> {
    let tx = app.begin().await?;
    let to = Settling {
        state: MessageState::Withheld,
        status: None,
        error: None,
        not_before: message.not_before,
    };
    store::settle(&tx, message.id, to).await?;
    tx.commit(Recorded(())).await
}

/// Writes what became of a message and of its endpoint.
async fn conclude(app: &App, message: &MessageRow, outcome: Outcome, millis: i32) -> Result<()> {
    let tx = app.begin().await?;
    let Some(endpoint) = store::endpoint_by_id(tx.connection(), message.endpoint_id).await? else {
        return tx.commit(Recorded(())).await;
    };
    let judgement = outcome.status.map_or(Judgement::Again, rules::judged);
    let to = settling(app, message, outcome, judgement);
    if !store::settle(&tx, message.id, to).await? {
        tracing::warn!(message = %message.id, "a webhook was given up while it was being sent");
        return tx.commit(Recorded(())).await;
    }
    let attempt = AttemptRow {
        message_id: message.id,
        number: 0,
        at: micros(tx.now()),
        status: to.status,
        error: to.error.map(str::to_owned),
        millis,
    };
    store::attempt_insert(&tx, attempt).await?;
    if to.state == MessageState::Queued {
        store::hold_back(&tx, message, to.not_before).await?;
    }
    let proof = judge(app, &tx, &endpoint, judgement).await?;
    tx.commit(proof).await
}

fn settling(app: &App, message: &MessageRow, outcome: Outcome, judgement: Judgement) -> Settling {
    let dice = u64::from_be_bytes(app.ids.secret()[..8].try_into().unwrap_or_default());
    let wait = match judgement {
        Judgement::Again => rules::again(message.attempts, dice, outcome.asked),
        Judgement::Taken | Judgement::Gone => None,
    };
    let state = match (judgement, wait) {
        (Judgement::Taken, _) => MessageState::Delivered,
        (Judgement::Again, Some(_)) => MessageState::Queued,
        (Judgement::Again, None) | (Judgement::Gone, _) => MessageState::Dead,
    };
    Settling {
        state,
        status: outcome.status.map(i32::from),
        error: outcome.error,
        not_before: wait.map_or(message.not_before, |wait| micros(after(app.now(), wait))),
    }
}

/// What an outcome says of the endpoint: it works, it fails, or it is out of use.
async fn judge(app: &App, tx: &Tx, endpoint: &EndpointRow, judgement: Judgement) -> Result<Recorded> {
    let now = tx.now();
    let since = endpoint.failing_since.map(timestamp);
    let too_long = since.is_some_and(|since| now.duration_since(since) >= rules::PATIENCE);
    match judgement {
        Judgement::Taken => store::failing_set(tx, endpoint.id, None).await?,
        Judgement::Gone => return disable(app, tx, endpoint, "GONE").await,
        Judgement::Again if too_long => return disable(app, tx, endpoint, "FAILING").await,
        Judgement::Again => store::failing_set(tx, endpoint.id, Some(micros(now))).await?,
    }
    Ok(Recorded(()))
}

/// Puts an endpoint out of use, and tells those who manage it.
async fn disable(app: &App, tx: &Tx, endpoint: &EndpointRow, why: &str) -> Result<Recorded> {
    store::failing_set(tx, endpoint.id, Some(micros(tx.now()))).await?;
    if !store::disable(tx, endpoint).await? {
        return Ok(Recorded(()));
    }
    tracing::warn!(endpoint = %endpoint.id, why, "a webhook endpoint is out of use");
    news::disabled(app, tx, endpoint.id).await?;
    let detail = json!({ "reason": why });
    let act = Act::on(
        Category::Security,
        "disableWebhookEndpoint",
        IdKind::WebhookEndpoint,
        endpoint.id,
    )
    .with(&detail);
    audit::record(tx, app.ids.as_ref(), Actor::System, act).await
}

/// Forgets what was settled, or waited for an endpoint out of use, for 30 days; returns how many messages.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &App) -> Result<usize> {
    let before = app.now().checked_sub(KEPT).map_err(ApiError::internal)?;
    let mut forgotten = 0;
    loop {
        let tx = app.begin().await?;
        let gone = store::forget(&tx, micros(before)).await?;
        tx.commit(Recorded(())).await?;
        if gone == 0 {
            return Ok(forgotten);
        }
        forgotten += usize::try_from(gone).unwrap_or(usize::MAX);
    }
}
