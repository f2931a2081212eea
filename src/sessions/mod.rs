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
//! Always true: a password is kept only as argon2id, a refresh or invitation token only as SHA-256; what was typed is
//! neither logged nor recorded; an unknown address costs what a known one costs.

mod commands;
pub mod graphql;
pub mod jobs;
pub mod keys;
mod rules;
mod store;
mod tokens;
pub mod viewers;

use std::sync::{Arc, OnceLock};

use crate::{
    permissions::Viewer,
    platform::error::{ErrorCode, Result},
};

pub use commands::{
    Signed, SignedIn, accept_invitation, authenticate, ended, hash_password, refresh, sign_in, sign_out,
};
pub use graphql::viewer;
pub use rules::{MAX_PASSWORD, MIN_PASSWORD, PasswordFault, check_password};
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
