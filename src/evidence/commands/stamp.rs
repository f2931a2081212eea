//! Asking a timestamp authority (RFC 3161): outside of transactions, again and again with growing pauses, and believing only
//! what verifies.

use std::fs;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::SignedDuration;
use reqwest::{
    Method, Request, StatusCode,
    header::{ACCEPT, CONTENT_TYPE, HeaderValue},
};
use serde_json::json;
use url::Url;

use super::chain::{Happened, append};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{
        rules::{
            CustodyKind, TimestampState,
            timestamp::{self, Anchors, Stamp},
        },
        store::{self, StampRow},
    },
    platform::{
        clock::{NEVER, micros},
        db::Recorded,
        error::{ApiError, Result},
        ids::IdKind,
        outbound::Outbound,
    },
};

/// Tokens that are asked for in a turn.
const BATCH: u64 = 50;
/// How often an authority is asked in vain for one hash; the last pause is over a day.
const MOST_ATTEMPTS: i32 = 12;
/// The first pause; each is twice as long as the one before.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// Asks for the timestamps whose turn has come; returns how many came. Any number of workers may run it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn stamp(app: &App) -> Result<usize> {
    let Ok(url) = Url::parse(app.config.timestamp_url.trim()) else {
        return Ok(0);
    };
    let due = store::stamps_due(app.db.read(), app.now(), BATCH).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let Some(anchors) = anchors(app) else {
        tracing::error!("the certificates of the timestamp authority cannot be read: look at timestamp_ca");
        return Ok(0);
    };
    // Whoever runs the service names the authority; it may be within the own walls.
    let outbound = Outbound::new(true);
    let mut came = 0;
    for wish in due {
        let nonce = u64::from_be_bytes(app.ids.secret()[..8].try_into().unwrap_or_default()) >> 1;
        match asked(&outbound, &url, &wish.sha256, nonce, &anchors).await {
            Ok((token, stamp)) => came += usize::from(kept(app, wish, &token, &stamp).await?),
            Err(why) => {
                tracing::warn!(why, evidence = %wish.id, "no timestamp was had");
                put_off(app, wish).await?;
            }
        }
    }
    Ok(came)
}

/// The certificates that tokens have to lead to.
pub(super) fn anchors(app: &App) -> Option<Anchors> {
    Anchors::of(&fs::read(&app.config.timestamp_ca).ok()?)
}

async fn asked(
    outbound: &Outbound,
    url: &Url,
    sha256: &str,
    nonce: u64,
    anchors: &Anchors,
) -> Result<(Vec<u8>, Stamp), String> {
    let said = |error: timestamp::TokenError| error.to_string();
    let mut request = Request::new(Method::POST, url.clone());
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(timestamp::QUERY));
    headers.insert(ACCEPT, HeaderValue::from_static(timestamp::REPLY));
    *request.body_mut() = Some(timestamp::query(sha256, nonce).map_err(said)?.into());
    let answer = outbound.send(request).await.map_err(|error| error.to_string())?;
    if answer.status != StatusCode::OK {
        return Err(format!("the authority answered with {}", answer.status.as_u16()));
    }
    let token = timestamp::token(&answer.body).map_err(said)?;
    let stamp = timestamp::verify(&token, sha256, Some(nonce), anchors).map_err(said)?;
    Ok((token, stamp))
}

/// Keeps a token that was verified, and writes it into the chain; says whether nobody else had.
async fn kept(app: &App, wish: StampRow, token: &[u8], stamp: &Stamp) -> Result<bool> {
    let tx = app.begin().await?;
    let mut row = store::item_lock(&tx, wish.id).await?;
    let wish = StampRow {
        state: TimestampState::Held.code().to_owned(),
        attempts: wish.attempts + 1,
        token: Some(STANDARD.encode(token)),
        stamped_at: Some(micros(stamp.at)),
        authority: Some(stamp.authority.clone()),
        ..wish
    };
    if !store::stamp_save(&tx, &wish).await? {
        return Ok(false);
    }
    let detail = json!({ "at": micros(stamp.at), "authority": stamp.authority, "sha256": wish.sha256 });
    let happened = Happened::new(CustodyKind::Timestamped, detail);
    append(app, &tx, Actor::System, &mut row, happened).await?;
    let detail = json!({ "custody": row.custody_count, "head": row.custody_head });
    let act = Act::on(Category::Content, "timestampEvidence", IdKind::Evidence, row.id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(true)
}

/// Tries again later, or gives it up.
async fn put_off(app: &App, wish: StampRow) -> Result<()> {
    let attempts = wish.attempts + 1;
    let pause = PAUSE.checked_mul(1 << wish.attempts.clamp(0, 12)).unwrap_or(PAUSE);
    let next = app.now().checked_add(pause).map_err(ApiError::internal)?;
    let is_over = attempts >= MOST_ATTEMPTS;
    let state = if is_over {
        TimestampState::Failed
    } else {
        TimestampState::Waiting
    };
    let tx = app.begin().await?;
    let wish = StampRow {
        state: state.code().to_owned(),
        attempts,
        next_at: if is_over { NEVER } else { micros(next) },
        ..wish
    };
    store::stamp_save(&tx, &wish).await?;
    tx.commit(Recorded(())).await
}
