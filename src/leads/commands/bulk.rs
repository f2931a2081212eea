//! One act on many leads or deliveries: first a preview, then the act, each one of them through its own command and in a
//! transaction of its own.
//!
//! The preview is the command itself, in a transaction that is undone: so it says what the command would say. What it
//! allows comes with a token that ties the act to the version, and for a share to the audience, that was seen.

use std::collections::HashMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::{
    Answer, Preview, ShareRequest, TlpChange, Triage,
    delivery::{acknowledge_within, answer_within},
    follow::assign_within,
    preview::preview,
    share::share_within,
    tlp::change_tlp_within,
    triage::{reject_within, triage_within},
};
use crate::{
    app::App,
    audience::Sight,
    leads::{rules::RejectReason, store},
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
};

/// Most leads or deliveries at once.
pub(crate) const MOST: usize = 200;

/// Characters of a token's first part.
const SIGNATURE: usize = 43;

/// An act on many.
#[derive(Debug, Clone)]
pub(crate) enum BulkAct {
    Triage(Triage),
    Reject(RejectReason, Option<String>),
    Share(ShareRequest, Option<String>),
    RaiseTlp(TlpChange),
    /// Puts a colleague on them, or nobody.
    Assign(Option<Uuid>),
    Acknowledge,
    Answer(Answer),
}

impl BulkAct {
    /// Whether it is done to deliveries, not to leads.
    pub(crate) fn is_of_deliveries(&self) -> bool {
        match self {
            Self::Acknowledge | Self::Answer(_) => true,
            Self::Triage(_) | Self::Reject(..) | Self::Share(..) | Self::RaiseTlp(_) | Self::Assign(_) => false,
        }
    }

    /// All that it is to do, in words that differ where it differs.
    fn words(&self) -> String {
        format!("{self:?}")
    }
}

/// One of many, as the preview saw it.
#[derive(Debug, Clone)]
pub(crate) struct BulkItem {
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) token: String,
}

/// What would become of one of many.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) id: Uuid,
    /// What has to come back, or why nothing would be done.
    pub(crate) verdict: Result<BulkItem>,
    /// Who would see it, where it is shared.
    pub(crate) audience: Option<Preview>,
}

/// What would become of each of some leads or deliveries.
///
/// # Errors
/// `BAD_USER_INPUT` where they are too many. What a command refuses stands with the one it is about.
pub(crate) async fn preview_bulk(app: &App, viewer: &Viewer, ids: &[Uuid], act: &BulkAct) -> Result<Vec<Judged>> {
    check_number(ids.len())?;
    let versions = versions(app, viewer, ids, act).await?;
    let mut judged = Vec::with_capacity(ids.len());
    for id in ids {
        judged.push(match versions.get(id) {
            Some(version) => Box::pin(judge(app, viewer, *id, *version, act)).await?,
            None => Judged {
                id: *id,
                verdict: Err(ApiError::not_found()),
                audience: None,
            },
        });
    }
    Ok(judged)
}

fn check_number(count: usize) -> Result<()> {
    match count {
        0 => Err(ApiError::input("items", "Choose at least one.")),
        1..=MOST => Ok(()),
        _ => Err(ApiError::input("items", format!("Choose at most {MOST} at once."))),
    }
}

/// The versions of those that the viewer sees: their own, or those of what its organisation notes of them.
async fn versions(app: &App, viewer: &Viewer, ids: &[Uuid], act: &BulkAct) -> Result<HashMap<Uuid, i32>> {
    let (connection, sight) = (app.db.read(), Sight::of(viewer, Action::LeadRead, app.now()));
    if act.is_of_deliveries() {
        let rows = store::deliveries_seen(connection, &sight, ids).await?;
        return Ok(rows.into_iter().map(|row| (row.id, row.version)).collect());
    }
    let rows = store::leads_seen(connection, &sight, ids).await?;
    if matches!(act, BulkAct::Assign(_)) {
        let seen: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let noted = store::following(connection, (viewer.person, viewer.organization), &seen).await?;
        let version = |id: &Uuid| noted.get(id).map_or(0, |noted| noted.version);
        return Ok(seen.iter().map(|id| (*id, version(id))).collect());
    }
    Ok(rows.into_iter().map(|row| (row.id, row.version)).collect())
}

async fn judge(app: &App, viewer: &Viewer, id: Uuid, version: i32, act: &BulkAct) -> Result<Judged> {
    let mut audience = None;
    if let BulkAct::Share(request, _) = act {
        match refusable(preview(app, viewer, id, request).await)? {
            Ok(preview) => audience = Some(preview),
            Err(refusal) => {
                return Ok(Judged {
                    id,
                    verdict: Err(refusal),
                    audience: None,
                });
            }
        }
    }
    let shares = audience
        .as_ref()
        .map(|preview| preview.token.as_str())
        .unwrap_or_default();
    let token = format!("{}{shares}", signature(app, viewer, (id, version), act, shares));
    let item = BulkItem { id, version, token };
    let tx = app.rehearse().await?;
    let rehearsed = refusable(carry_out(app, tx, viewer, &item, act).await)?;
    Ok(Judged {
        id,
        verdict: rehearsed.map(|()| item),
        audience,
    })
}

/// Parts what a command refuses from what goes wrong.
fn refusable<T>(result: Result<T>) -> Result<Result<T>> {
    match result {
        Err(error) if !is_refusal(error.code) => Err(error),
        result => Ok(result),
    }
}

fn is_refusal(code: ErrorCode) -> bool {
    code.is_refusal() || matches!(code, ErrorCode::Forbidden | ErrorCode::NotFound)
}

/// What ties an act to what its preview saw: the same person, object, version, act and audience.
fn signature(app: &App, viewer: &Viewer, (id, version): (Uuid, i32), act: &BulkAct, shares: &str) -> String {
    let parts = json!({ "id": id, "version": version, "act": act.words(), "shares": shares }).to_string();
    URL_SAFE_NO_PAD.encode(app.keys.code("bulk", &[viewer.person.as_bytes(), parts.as_bytes()]))
}

/// The share's own token, if the item's is of this very act.
fn previewed<'a>(app: &App, viewer: &Viewer, item: &'a BulkItem, act: &BulkAct) -> Result<&'a str> {
    let (signed, shares) = item
        .token
        .split_at_checked(SIGNATURE)
        .ok_or(ErrorCode::PreviewRequired)?;
    let expected = signature(app, viewer, (item.id, item.version), act, shares);
    match bool::from(expected.as_bytes().ct_eq(signed.as_bytes())) {
        true => Ok(shares),
        false => Err(ErrorCode::PreviewRequired.into()),
    }
}

/// Does the act to one.
async fn carry_out(app: &App, tx: Tx, viewer: &Viewer, item: &BulkItem, act: &BulkAct) -> Result<()> {
    let shares = previewed(app, viewer, item, act)?;
    let at = (item.id, item.version);
    match act.clone() {
        BulkAct::Triage(decision) => triage_within(app, tx, viewer, at, decision).await.map(drop),
        BulkAct::Reject(reason, note) => reject_within(app, tx, viewer, at, reason, note.as_deref())
            .await
            .map(drop),
        BulkAct::Share(request, reason) => {
            let words = (shares, reason.as_deref());
            share_within(app, tx, viewer, at, &request, words).await.map(drop)
        }
        BulkAct::RaiseTlp(change) => {
            raises(&tx, viewer, item.id, change.tlp).await?;
            change_tlp_within(app, tx, viewer, at, change).await.map(drop)
        }
        BulkAct::Assign(person) => assign_within(app, tx, viewer, at, person).await.map(drop),
        BulkAct::Acknowledge => acknowledge_within(app, tx, viewer, at).await.map(drop),
        BulkAct::Answer(given) => answer_within(app, tx, viewer, at, given).await.map(drop),
    }
}

/// Whether a TLP is stricter than a lead's own: many are narrowed at once, never opened.
async fn raises(tx: &Tx, viewer: &Viewer, id: Uuid, tlp: Tlp) -> Result<()> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let lead = store::lead_find(tx.connection(), &sight, id).await?;
    let stands: Tlp = code(&lead.tlp)?;
    match tlp > stands {
        true => Ok(()),
        false => Err(ApiError::input(
            "tlp",
            "The lead has this label or a stricter one already.",
        )),
    }
}

/// Does an act to each, as it was previewed. With the same key, what was done already is not done again.
///
/// # Errors
/// `BAD_USER_INPUT` where they are too many; `INTERNAL` or `UNAVAILABLE`: then the same call goes on where this one stopped.
pub(crate) async fn apply_bulk(
    app: &App,
    viewer: &Viewer,
    key: &str,
    items: &[BulkItem],
    act: &BulkAct,
) -> Result<Vec<(Uuid, Result<()>)>> {
    check_number(items.len())?;
    if key.is_empty() || key.len() > 128 || key.chars().any(char::is_control) {
        return Err(ApiError::input("idempotencyKey", "Give a key of 1 to 128 characters."));
    }
    let mut results = Vec::with_capacity(items.len());
    for item in items {
        let done = Box::pin(apply(app, viewer, key, item, act)).await;
        results.push((item.id, refusable(done)?));
    }
    Ok(results)
}

async fn apply(app: &App, viewer: &Viewer, key: &str, item: &BulkItem, act: &BulkAct) -> Result<()> {
    let tx = app.begin().await?;
    let key = format!("{:x}", Sha256::digest(format!("{key} {}", item.id)));
    let input = (act.words(), item.version, &item.token);
    match claim(&tx, viewer.person, "applyBulk", &key, &input).await? {
        Idempotency::New(claim) => claim.keep(&tx, &[item.id]).await?,
        Idempotency::Replay(_) => return Ok(()),
    }
    carry_out(app, tx, viewer, item, act).await
}
