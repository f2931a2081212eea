//! Use cases of sessions.

mod authenticate;
mod back_off;
mod invitation;
mod password;
mod refresh;
mod sign_in;
mod sign_out;

pub use authenticate::{Signed, authenticate, ended};
pub use invitation::accept_invitation;
pub use password::hash_password;
pub use refresh::refresh;
pub use sign_in::sign_in;
pub use sign_out::sign_out;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Caller, rules, store, tokens};
use crate::{
    app::App,
    members,
    permissions::Viewer,
    platform::{db::Tx, error::Result},
};

/// Somebody who just signed in, and with what to go on.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The person.
    pub viewer: Arc<Viewer>,
    /// Says who, for some minutes.
    pub access_token: String,
    /// When the access token ends.
    pub access_ends: Timestamp,
    /// Good for one refresh.
    pub refresh_token: String,
    /// When the session ends.
    pub session_ends: Timestamp,
}

/// Begins a session; `None` where the person may not sign in.
async fn begin(app: &App, tx: &Tx, caller: &Caller, person: Uuid) -> Result<Option<SignedIn>> {
    let Some(mut viewer) = members::viewer(tx.connection(), person).await? else {
        return Ok(None);
    };
    let session = app.ids.id(tx.now());
    viewer.session = Some(session);
    let expires_at = rules::session_end(tx.now(), app.config.session_days);
    let new = store::NewSession {
        id: session,
        person,
        expires_at,
        user_agent: caller.user_agent.as_deref(),
    };
    store::session_insert(tx, new).await?;
    hand_out(app, tx, viewer, session, expires_at).await.map(Some)
}

/// New tokens of a session.
async fn hand_out(app: &App, tx: &Tx, viewer: Viewer, session: Uuid, session_ends: Timestamp) -> Result<SignedIn> {
    let refresh_token = tokens::opaque(app.ids.secret());
    store::token_insert(tx, &tokens::fingerprint(&refresh_token), session, session_ends).await?;
    let bearer = tokens::Bearer {
        person: viewer.person,
        session,
        expires_at: tokens::expiry(tx.now(), app.config.access_token_minutes, session_ends),
    };
    let id = app.ids.id(tx.now());
    Ok(SignedIn {
        access_token: tokens::sign(&app.keys, &app.config.public_url, bearer, tx.now(), id)?,
        access_ends: bearer.expires_at,
        viewer: Arc::new(viewer),
        refresh_token,
        session_ends,
    })
}

/// Removes counts of failures that no longer matter and refresh tokens that ended `keep` ago.
pub(super) async fn sweep(app: &App, keep: SignedDuration) -> Result<u64> {
    let now = app.now();
    let before = |span| now.checked_sub(span).unwrap_or(Timestamp::MIN);
    store::sweep(&app.db, before(rules::FORGET_AFTER), before(keep)).await
}
