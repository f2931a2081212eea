//! Use cases of sessions.

mod account;
mod authenticate;
mod back_off;
mod complete;
mod enrolment;
mod enter;
mod invitation;
mod keys;
mod own;
mod passkey;
mod password;
mod recovery;
mod refresh;
mod refusal;
mod reset;
mod service;
mod sign_in;
mod sign_out;
mod totp;
mod vouched;

pub use account::{AccountState, account, renewed};
pub use authenticate::{Signed, again, authenticate, ended, recognize};
pub use complete::{Answer, complete_sign_in};
pub use enrolment::{reset_factors, reset_factors_of};
pub use enter::{Challenge, Entered};
pub use invitation::accept_invitation;
pub use keys::{NewKey, SHORTEST_LEAD, replace_keys, rotate_keys};
pub use own::{count_own_sessions, end_other_sessions, end_session, own_sessions};
pub use passkey::{NewCredential, add_passkey, remove_passkey, rename_passkey, start_passkey};
pub use password::confirm_password;
pub use password::hash_password;
pub use recovery::renew_recovery_codes;
pub use refresh::refresh;
pub use reset::{change_password, request_password_reset, reset_password};
pub use service::{
    ServiceAttempt, end_service_session, end_service_sessions, open_service_session, service_attempt, service_token,
};
pub use sign_in::sign_in;
pub use sign_out::sign_out;
pub use totp::{NewTotp, confirm_totp, enrol_known, remove_totp, start_totp};
pub use vouched::{accept_vouched, enter_vouched, prove_password};

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Caller, rules, store, tokens, viewers::in_session};
use crate::{
    app::App,
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
    /// When the session ends, unless it is used before and goes on.
    pub refresh_ends: Timestamp,
}

/// Begins a session of somebody who has proved everything that is asked.
async fn begin(app: &App, tx: &Tx, caller: &Caller, viewer: Viewer) -> Result<SignedIn> {
    let session = app.ids.id(tx.now());
    let expires_at = rules::session_end(tx.now(), app.config.session_days);
    let new = store::NewSession {
        id: session,
        person: viewer.person,
        expires_at,
        user_agent: caller.user_agent.as_deref(),
        network: caller.peer.map(rules::shown_network),
    };
    store::session_insert(tx, new).await?;
    hand_out(app, tx, in_session(app, viewer, session), session, expires_at).await
}

/// New tokens of a session.
async fn hand_out(app: &App, tx: &Tx, viewer: Viewer, session: Uuid, session_ends: Timestamp) -> Result<SignedIn> {
    let refresh_token = tokens::opaque(app.ids.secret());
    let refresh_ends = rules::idle_end(tx.now(), app.config.session_idle_hours).min(session_ends);
    store::token_insert(tx, &tokens::fingerprint(&refresh_token), session, refresh_ends).await?;
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
        refresh_ends,
    })
}

/// Removes counts of failures that no longer matter, challenges and resets that nobody used, and sessions that ended `keep`
/// ago.
pub(super) async fn sweep(app: &App, keep: SignedDuration) -> Result<u64> {
    let now = app.now();
    let before = |span| now.checked_sub(span).unwrap_or(Timestamp::MIN);
    let challenges = store::challenges_forget(app.db.write(), now).await?;
    let resets = store::resets_forget(app.db.write(), now).await?;
    let rest = store::sweep(&app.db, before(rules::FORGET_AFTER), before(keep)).await?;
    Ok(challenges + resets + rest)
}
