//! Going on with a session: each refresh token is good once.
//!
//! A token that comes a second time was stolen, or is held by a thief already: its whole session ends. Only within seconds
//! of its use, and only while it is the last one that was used, does a second use end nothing: that is a tab that was
//! loaded together with another one. It gets no token either, so a thief gains nothing by being fast
//! (docs/adr/0015-two-reloads-at-once.md).
//!
//! A refresh leaves no audit entry: nobody decided anything, a portal that is left open makes one every few minutes, and
//! what matters of it stands in the session (when it was seen last) and, when it is refused, in the log.

use jiff::SignedDuration;
use serde_json::json;

use super::{SignedIn, hand_out};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    platform::{
        db::{Recorded, Tx},
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    sessions::{
        store::{self, RefreshToken},
        tokens,
        viewers::in_session,
    },
};

const ACTION: &str = "refreshSession";
/// How far apart two tabs may be that were loaded at once.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(10);

/// New tokens for an old refresh token.
///
/// # Errors
/// `REFRESHED_ELSEWHERE` where another request used it a moment ago; `TOKEN_INVALID` where it is unknown, used or too old, or
/// the person may not sign in any more.
pub async fn refresh(app: &App, token: &str) -> Result<SignedIn> {
    let hash = tokens::fingerprint(token);
    let tx = app.begin().await?;
    let Some(found) = store::token_find(&tx, &hash).await?.filter(|found| found.open) else {
        return Err(ErrorCode::TokenInvalid.into());
    };
    if !store::token_use(&tx, &hash).await? {
        return Err(used_before(app, tx, &found, &hash).await?.into());
    }
    let Some(viewer) = members::viewer(tx.connection(), found.person).await? else {
        return Err(ErrorCode::TokenInvalid.into());
    };
    let viewer = in_session(app, viewer, found.session);
    let signed_in = hand_out(app, &tx, viewer, found.session, found.session_ends).await?;
    store::session_seen(&tx, found.session).await?;
    tx.commit(Recorded(())).await?;
    Ok(signed_in)
}

/// What a token gets that was used before.
async fn used_before(app: &App, tx: Tx, found: &RefreshToken, hash: &str) -> Result<ErrorCode> {
    if let Some(used_at) = store::token_used_at(&tx, hash).await?
        && tx.now().duration_since(used_at) <= AT_ONCE
        && !store::token_used_since(&tx, found.session, used_at).await?
    {
        return Ok(ErrorCode::RefreshedElsewhere);
    }
    end_family(app, tx, found).await
}

async fn end_family(app: &App, tx: Tx, found: &RefreshToken) -> Result<ErrorCode> {
    store::session_revoke(&tx, found.session, "REUSE").await?;
    tracing::warn!(session = %found.session, "a refresh token came twice; its session has ended");
    let detail = json!({"refused": "REUSE", "session": found.session});
    let act = Act::on(Category::Security, ACTION, IdKind::Person, found.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(ErrorCode::TokenInvalid)
}
