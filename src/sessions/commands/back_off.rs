//! The back-off after failures: counted in the database, so that replicas share it, under names that reveal no address.

use std::net::IpAddr;

use crate::{
    app::App,
    platform::error::{ApiError, Result},
    sessions::{
        rules::{self, Counted, FORGET_AFTER},
        store::{self, Attempt},
    },
};

/// An attempt that was counted.
pub(super) struct Attempts {
    account: String,
    peer: Option<String>,
}

fn key(app: &App, purpose: &str, what: &[u8]) -> String {
    let code = app.keys.code(purpose, &[what]);
    code.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Counts an attempt on the account of `email` from `peer` before it is known whether it succeeds.
pub(super) async fn begin(app: &App, email: &str, peer: Option<IpAddr>) -> Result<Attempts> {
    let attempts = Attempts {
        account: key(app, "sign-in account", email.as_bytes()),
        peer: peer.map(|peer| key(app, "sign-in peer", &rules::peer_network(peer))),
    };
    if let Some(peer) = &attempts.peer {
        count(app, peer, Counted::Peer).await?;
    }
    count(app, &attempts.account, Counted::Account).await?;
    Ok(attempts)
}

async fn count(app: &App, key: &str, counted: Counted) -> Result<()> {
    let now = app.now();
    let forget = now.checked_sub(FORGET_AFTER).unwrap_or(now);
    let waits: Vec<_> = rules::waits(counted)
        .map(|(attempts, wait)| (attempts, now.checked_add(wait).unwrap_or(now)))
        .collect();
    match store::attempt_count(&app.db, key, now, forget, &waits).await? {
        Attempt::Blocked(until) => Err(ApiError::rate_limited(now.duration_until(until))),
        Attempt::Counted => Ok(()),
    }
}

impl Attempts {
    /// It was no failure: the account's count starts anew, the peer's is as it was before.
    pub(super) async fn succeeded(self, app: &App) -> Result<()> {
        store::attempts_forget(&app.db, &self.account).await?;
        match &self.peer {
            Some(peer) => store::attempt_forgive(&app.db, peer).await,
            None => Ok(()),
        }
    }
}
