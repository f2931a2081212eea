//! Single sign-on: an organisation's own OpenID Connect provider says who its people are.
//!
//! ```text
//! portal ── /sso/start ──▶ provider (asks the person) ──▶ /sso/callback ──▶ session
//!             │ sealed cookie: state, nonce, PKCE             │
//!             └────────── the same browser brings it back ────┘
//!
//! the provider's subject is known ─────────────────────────────────────▶ that person
//! it is not, and the verified address is that of
//!     an invited person ── the invitation is accepted ─────────────────▶ that person, from now on by subject
//!     a person with a password ── who proves it once ──────────────────▶ the same
//!     a person whose organisation no longer uses passwords ────────────▶ the same
//! ```
//!
//! Always true: a provider vouches for people of its own organisation alone, whatever address it names; a person keeps
//! the subject that signed in first; nobody is made who was not invited; nothing of an attempt is kept on the server, so
//! strangers who begin one write nothing; a client secret is kept only sealed.

mod attempt;
mod commands;
pub mod graphql;
mod provider;
mod rules;
mod store;

use uuid::Uuid;

use crate::platform::{
    db::Connection,
    error::{ApiError, ErrorCode, Result},
};

pub use commands::{
    Arrival, Configure, Departure, Methods, configure, enforce, finish, link, methods, remove, start, test,
};
pub use provider::Providers;
pub use rules::{Reply, SingleSignOnRow};

/// Name of the cookie of a sign-in that is under way. It comes back from another site, so it cannot be `SameSite=Strict`;
/// what is in it is sealed and good for ten minutes.
#[must_use]
pub fn cookie_name(public_url: &url::Url) -> &'static str {
    if public_url.scheme() == "https" {
        "__Secure-touchstone-sso"
    } else {
        "touchstone-sso"
    }
}

/// Whether a person's organisation signs in by its provider only.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn passwords_are_closed(connection: &impl Connection, person: Uuid) -> Result<bool> {
    store::is_enforced_for(connection, person).await
}

/// Whether a person signs in by its organisation's provider.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn is_linked(connection: &impl Connection, person: Uuid) -> Result<bool> {
    store::is_linked(connection, person).await
}

/// Refuses what a person would do with a password that it cannot sign in by.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where the organisation signs in by its provider only; `INTERNAL` or `UNAVAILABLE`.
pub async fn check_passwords_are_open(connection: &impl Connection, person: Uuid) -> Result<()> {
    if passwords_are_closed(connection, person).await? {
        let text = "Your organisation signs in by its own provider. Passwords are not used any more.";
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    Ok(())
}

/// Whether an address may be invited into an organisation: where passwords are closed, only one that the provider can
/// vouch for, since nobody could sign in with another.
///
/// # Errors
/// `BAD_USER_INPUT` at `email` where it may not; `INTERNAL` or `UNAVAILABLE`.
pub async fn check_invited(connection: &impl Connection, organization: Uuid, email: &str) -> Result<()> {
    let row = store::find(connection, organization).await?;
    match row {
        Some(row) if row.enforced && !rules::is_of(&row.domains, email) => Err(ApiError::input(
            "email",
            "The organisation signs in by its own provider, which does not speak for this address.",
        )),
        _ => Ok(()),
    }
}
