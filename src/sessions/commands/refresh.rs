//! Going on with a session: each refresh token is good once.
//!
//! A token that comes a second time was stolen, or is held by a thief already: its whole session ends. There is no grace
//! for a second use, since nobody could tell the thief from the owner; so a client asks one refresh at a time (the portal
//! takes a lock across its tabs) and signs in anew where an answer was lost.

use serde_json::json;

use super::{SignedIn, hand_out};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    sessions::{
        store::{self, RefreshToken},
        tokens,
    },
};

const ACTION: &str = "refreshSession";

/// New tokens for an old refresh token.
///
/// # Errors
/// `TOKEN_INVALID` where it is unknown, used or too old, or the person may not sign in any more.
pub async fn refresh(app: &App, token: &str) -> Result<SignedIn> {
    let hash = tokens::fingerprint(token);
    let tx = app.begin().await?;
    let Some(found) = store::token_find(&tx, &hash).await?.filter(|found| found.open) else {
        return Err(ErrorCode::TokenInvalid.into());
    };
    if !store::token_use(&tx, &hash).await? {
        return Err(end_family(app, tx, &found).await?.into());
    }
    let Some(mut viewer) = members::viewer(tx.connection(), found.person).await? else {
        return Err(ErrorCode::TokenInvalid.into());
    };
    viewer.session = Some(found.session);
    let signed_in = hand_out(app, &tx, viewer, found.session, found.session_ends).await?;
    let act = Act::on(Category::Security, ACTION, IdKind::Person, found.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(&signed_in.viewer), act).await?;
    tx.commit(proof).await?;
    Ok(signed_in)
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
