//! Sessions: who is behind a request.
//!
//! A token says who, never what: organisation, roles and brand scope come from the database at every request, through a
//! cache that lives only while the authorisation epoch stands still.
//!
//! ```text
//! invited ── acceptInvitation ──▶ session ◀── signIn ── active
//!                                   │  ▲
//!                  refreshSession ──┘  └── each refresh token once; the second use ends the session
//!                                   │
//!                                   ▼
//!                 signOut, REUSE, suspension, the end of its days: out at the next request
//! ```
//!
//! Who has a second factor is asked for it between the two: the first proof gives a challenge, the second the session
//! (`commands/enter`, `commands/complete`). A role may ask for one; whoever has none yet gets a session that may do nothing
//! but set one up (`permissions::duty`).
//!
//! Always true: a password is kept only as argon2id, a token or recovery code only as SHA-256, an app's secret only sealed;
//! what was typed is neither logged nor recorded; an unknown address costs what a known one costs; a code is good once.

mod commands;
pub mod graphql;
mod guest_link;
pub mod jobs;
pub mod keys;
mod links;
mod rules;
mod store;
mod tokens;
pub mod viewers;

use std::sync::{Arc, OnceLock};

use crate::{
    permissions::Viewer,
    platform::error::{ErrorCode, Result},
};

pub use commands::confirm_password;
pub use commands::{
    AccountState, Answer, Challenge, Entered, NewCredential, NewKey, NewTotp, SHORTEST_LEAD, ServiceAttempt, Signed,
    SignedIn, accept_invitation, accept_vouched, add_passkey, again, authenticate, change_password, complete_sign_in,
    confirm_totp, end_other_sessions, end_service_session, end_service_sessions, end_session, ended, enrol_known,
    enter_vouched, hash_password, open_service_session, prove_password, recognize, refresh, remove_passkey,
    remove_totp, rename_passkey, renew_recovery_codes, renewed, replace_keys, request_password_reset, reset_factors,
    reset_factors_of, reset_password, rotate_keys, service_attempt, service_token, sign_in, sign_out, start_passkey,
    start_totp,
};
pub use graphql::viewer;
pub use guest_link::{GuestGrant, GuestTarget};
pub use keys::{KeyInfo, KeyState};
pub use links::{is_code, link_code};
pub use rules::{
    MAX_PASSWORD, MIN_PASSWORD, OwnSession, PasswordFault, check_password, factor::Method, factor::Passkey,
    factor::base32, peer_network, shown_network,
};
pub use tokens::{fingerprint, opaque};

/// Who sent a request, as the server found out.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// The person, if a good token came along.
    pub viewer: Option<Arc<Viewer>>,
    /// The person who signed in by this very request, for what the answer shows of it.
    pub signed_in: OnceLock<Arc<Viewer>>,
    /// The refresh token of the cookie, if one came along with the header that a form cannot send.
    pub refresh_token: Option<String>,
    /// The token of a guest's session, if one came along: it opens the root fields of guests, and nothing else.
    pub guest: Option<String>,
    /// Address of the peer, for the back-off; never logged.
    pub peer: Option<std::net::IpAddr>,
    /// What the client calls itself, shortened.
    pub user_agent: Option<String>,
}

impl Caller {
    /// The person.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where nobody is signed in.
    pub fn viewer(&self) -> Result<&Arc<Viewer>> {
        self.viewer
            .as_ref()
            .or_else(|| self.signed_in.get())
            .ok_or_else(|| ErrorCode::Unauthenticated.into())
    }
}

/// Name of the cookie with the refresh token. With `__Host-` a browser takes it only over HTTPS, for this host alone and
/// for all of its paths; plain HTTP, as in a demo on one's own machine, cannot have that.
#[must_use]
pub fn cookie_name(public_url: &url::Url) -> &'static str {
    if public_url.scheme() == "https" {
        "__Host-touchstone"
    } else {
        "touchstone"
    }
}

/// The cookie with a refresh token; an empty one that is good for no second takes it away.
#[must_use]
pub fn refresh_cookie(app: &crate::app::App, token: &str, seconds: i64) -> String {
    let url = &app.config.public_url;
    let secure = if url.scheme() == "https" { "; Secure" } else { "" };
    let name = cookie_name(url);
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}
