//! Sessions of service accounts: one a credential, with its id, without a cookie.

use std::net::IpAddr;

use jiff::Timestamp;
use uuid::Uuid;

use super::back_off::{self, Attempts, Guessed};
use crate::{
    app::App,
    platform::{db::Tx, error::Result},
    sessions::{store, tokens},
};

/// A try to prove that one is a client, counted before it is known whether it succeeds.
pub struct ServiceAttempt(Attempts);

impl std::fmt::Debug for ServiceAttempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServiceAttempt")
    }
}

impl ServiceAttempt {
    /// It was no failure.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub async fn succeeded(self, app: &App) -> Result<()> {
        self.0.succeeded(app).await
    }
}

/// Counts a try of a client from a network. What fails elsewhere does not make the client wait where it is at home: the name of a
/// client is no secret, and nobody is to shut it out by it.
///
/// # Errors
/// `RATE_LIMITED` where there were too many in a row.
pub async fn service_attempt(app: &App, client: &str, peer: Option<IpAddr>) -> Result<ServiceAttempt> {
    let attempts = back_off::begin(app, Guessed::Client(client, peer), peer).await?;
    Ok(ServiceAttempt(attempts))
}

/// Sees to it that the session of a credential is there, until the credential ends.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn open_service_session(tx: &Tx, credential: Uuid, person: Uuid, expires_at: Timestamp) -> Result<()> {
    store::service_session_open(tx, credential, person, expires_at).await
}

/// Ends the session of a credential: its tokens are no longer good.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn end_service_session(tx: &Tx, credential: Uuid, why: &str) -> Result<()> {
    store::session_revoke(tx, credential, why).await.map(drop)
}

/// Ends the sessions of all credentials of an account.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn end_service_sessions(tx: &Tx, person: Uuid, why: &str) -> Result<()> {
    store::sessions_revoke(tx, person, None, why).await.map(drop)
}

/// An access token of a credential's session, and when it ends: never later than the credential.
///
/// # Errors
/// `INTERNAL` where it cannot be signed.
pub fn service_token(app: &App, person: Uuid, credential: Uuid, ends: Timestamp) -> Result<(String, Timestamp)> {
    let now = app.now();
    let bearer = tokens::Bearer {
        person,
        session: credential,
        expires_at: tokens::expiry(now, app.config.access_token_minutes, ends),
    };
    let token = tokens::sign(&app.keys, &app.config.public_url, bearer, now, app.ids.id(now))?;
    Ok((token, bearer.expires_at))
}
