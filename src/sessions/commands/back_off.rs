//! The back-off after failures: counted in the database, so that replicas share it, under names that reveal no address.

use std::net::IpAddr;

use uuid::Uuid;

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
    /// How many there were in a row, this one included.
    count: u32,
}

fn key(app: &App, purpose: &str, what: &[u8]) -> String {
    let code = app.keys.code(purpose, &[what]);
    code.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// What somebody tries to guess, or to have sent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Guessed<'a> {
    /// The password of an address.
    Password(&'a str),
    /// The second factor of a person: counted by itself, because whoever has the password could forgive its failures.
    SecondFactor(Uuid),
    /// A mail with a reset to an address. Nothing is guessed by it, but nobody wants many.
    Reset(&'a str),
    /// The credential of a client, from where it comes: whoever fails elsewhere does not make it wait.
    Client(&'a str, Option<IpAddr>),
}

impl Guessed<'_> {
    fn key(self, app: &App) -> String {
        match self {
            Self::Password(email) => key(app, "sign-in account", email.as_bytes()),
            Self::SecondFactor(person) => key(app, "second factor", person.as_bytes()),
            Self::Reset(email) => key(app, "reset account", email.as_bytes()),
            Self::Client(client, peer) => {
                let network = peer.map(rules::peer_network).unwrap_or_default();
                let tried = [network.as_slice(), client.as_bytes()].concat();
                key(app, "service account", &tried)
            }
        }
    }

    fn peer_key(self, app: &App, peer: IpAddr) -> String {
        let purpose = match self {
            Self::Password(_) | Self::SecondFactor(_) => "sign-in peer",
            Self::Reset(_) => "reset peer",
            Self::Client(..) => "service peer",
        };
        key(app, purpose, &rules::peer_network(peer))
    }

    fn counted(self) -> Counted {
        match self {
            Self::Password(_) | Self::SecondFactor(_) => Counted::Account,
            Self::Reset(_) => Counted::Mail,
            Self::Client(..) => Counted::Client,
        }
    }
}

/// Counts an attempt from `peer` before it is known whether it succeeds.
pub(super) async fn begin(app: &App, guessed: Guessed<'_>, peer: Option<IpAddr>) -> Result<Attempts> {
    let (account, peer) = (guessed.key(app), peer.map(|peer| guessed.peer_key(app, peer)));
    if let Some(peer) = &peer {
        count(app, peer, Counted::Peer).await?;
    }
    let count = count(app, &account, guessed.counted()).await?;
    Ok(Attempts { account, peer, count })
}

async fn count(app: &App, key: &str, counted: Counted) -> Result<u32> {
    let now = app.now();
    let forget = now.checked_sub(FORGET_AFTER).unwrap_or(now);
    let waits: Vec<_> = rules::waits(counted)
        .into_iter()
        .map(|(attempts, wait)| (attempts, now.checked_add(wait).unwrap_or(now)))
        .collect();
    match store::attempt_count(&app.db, key, now, forget, &waits).await? {
        Attempt::Blocked(until) => Err(ApiError::rate_limited(now.duration_until(until))),
        Attempt::Counted(count) => Ok(count),
    }
}

/// Forgets the failures of an account.
pub(super) async fn forget(app: &App, guessed: Guessed<'_>) -> Result<()> {
    store::attempts_forget(&app.db, &guessed.key(app)).await
}

impl Attempts {
    /// Whether this very attempt, if it fails, makes the wait as long as it gets.
    pub(super) fn has_locked(&self) -> bool {
        self.count == rules::locking_attempt()
    }

    /// It was no failure: the account's count starts anew, the peer's is as it was before.
    pub(super) async fn succeeded(self, app: &App) -> Result<()> {
        store::attempts_forget(&app.db, &self.account).await?;
        match &self.peer {
            Some(peer) => store::attempt_forgive(&app.db, peer).await,
            None => Ok(()),
        }
    }
}
