//! Signing out.

use serde_json::json;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{error::Result, ids::IdKind},
    sessions::{Caller, store, tokens},
};

/// Ends the session of the caller's access token, and the one of its refresh token. Signing out twice is fine.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sign_out(app: &App, caller: &Caller) -> Result<()> {
    let tx = app.begin().await?;
    let mut open = Vec::new();
    if let Some(viewer) = &caller.viewer
        && let Some(session) = viewer.session
    {
        open.push((session, viewer.person));
    }
    if let Some(token) = &caller.refresh_token
        && let Some(found) = store::token_find(&tx, &tokens::fingerprint(token)).await?
    {
        open.push((found.session, found.person));
    }
    let mut proof = None;
    for (session, person) in open {
        if store::session_revoke(&tx, session, "SIGN_OUT").await? {
            let detail = json!({"session": session});
            let act = Act::on(Category::Security, "signOut", IdKind::Person, person).with(&detail);
            let actor = caller.viewer.as_deref().map_or(Actor::System, Actor::Person);
            proof = Some(audit::record(&tx, app.ids.as_ref(), actor, act).await?);
        }
    }
    match proof {
        Some(proof) => tx.commit(proof).await,
        None => Ok(()),
    }
}
