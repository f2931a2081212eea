//! The word between processes over NATS, beside the one that the database carries.
//!
//! Nothing is kept here and nothing has to be: what happened stands in the outbox under its position, and a word that
//! is lost costs half a second, until the next look. Words about access are carried by the database alone, within the
//! transaction that takes access away: they do not depend on one more server.
//!
//! [`stream`] is what machines share that have no database.

pub mod stream;

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use async_nats::{Client, ConnectOptions, Event, connection::State};
use bytes::Bytes;
use futures_util::StreamExt as _;
use percent_encoding::percent_decode_str;
use tokio::{select, time::timeout};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    config::{Config, Secret},
    db::{Db, News},
};

/// What the word is called there.
const SUBJECT: &str = "touchstone.news";
/// How long a relay waits for a connection that takes nothing.
const PATIENCE: Duration = Duration::from_millis(100);

/// The way to the other processes, if there is one.
#[derive(Debug)]
pub struct Bus {
    url: Secret,
    client: OnceLock<Client>,
}

impl Bus {
    /// The one of these settings. It is not connected before somebody [carries](Self::carry) what is told.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self {
            url: config.bus_url.clone(),
            client: OnceLock::new(),
        }
    }

    /// Tells the others that events have got their positions. Where nobody is reached they find out by themselves.
    pub async fn tell_of_events(&self) {
        let Some(client) = self
            .client
            .get()
            .filter(|client| client.connection_state() == State::Connected)
        else {
            return;
        };
        let word: &'static str = News::Events.into();
        let told = timeout(PATIENCE, client.publish(SUBJECT, Bytes::from_static(word.as_bytes()))).await;
        if !matches!(told, Ok(Ok(()))) {
            tracing::warn!("the bus takes no word");
        }
    }

    /// Hears what other processes tell, until `stop`, and wakes whoever waits for it here. Connects again whenever the
    /// connection is lost.
    pub async fn carry(&self, db: &Db, stop: CancellationToken) {
        let Ok(url) = Url::parse(self.url.expose()) else {
            return;
        };
        let heard = select! {
            () = stop.cancelled() => return,
            heard = self.hear(db, url) => heard,
        };
        if let Err(error) = heard {
            // It may name the host; the password is not part of the address.
            tracing::error!(%error, "the bus cannot be used");
        }
    }

    async fn hear(&self, db: &Db, url: Url) -> Result<(), async_nats::Error> {
        let (options, address) = options(url);
        let bell = Arc::clone(db.committed());
        let options = options
            .name("touchstone")
            .no_echo()
            .retry_on_initial_connect()
            .event_callback(move |event| {
                let bell = Arc::clone(&bell);
                async move {
                    // What was told while nobody listened.
                    if matches!(event, Event::Connected) {
                        bell.notify_waiters();
                    } else {
                        tracing::warn!(%event, "the bus");
                    }
                }
            });
        let client = options.connect(address.as_str()).await?;
        let mut words = client.subscribe(SUBJECT).await?;
        // Nobody else sets it.
        let _ = self.client.set(client);
        while let Some(word) = words.next().await {
            if let Some(news) = std::str::from_utf8(&word.payload)
                .ok()
                .and_then(|word| word.parse::<News>().ok())
            {
                db.heard(news);
            }
        }
        Ok(())
    }
}

/// What stands in a URL: who we are, and where the server is.
fn options(mut url: Url) -> (ConnectOptions, Url) {
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let options = match (plain(url.username()), url.password().map(plain)) {
        (user, Some(password)) => ConnectOptions::with_user_and_password(user, password),
        (token, None) if !token.is_empty() => ConnectOptions::with_token(token),
        _ => ConnectOptions::new(),
    };
    let is_private = url.scheme() == "tls";
    // Only an address without a host has no room for them, and it was refused before.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    (options.require_tls(is_private), url)
}

/// What is wrong with the settings.
pub(super) fn mistakes(config: &Config) -> Option<String> {
    let url = config.bus_url.expose();
    let is_good =
        |url: Url| matches!(url.scheme(), "nats" | "tls") && url.host_str().is_some_and(|host| !host.is_empty());
    let is_good = url.is_empty() || Url::parse(url).is_ok_and(is_good);
    (!is_good).then(|| "bus_url: must be a nats or tls URL, such as nats://127.0.0.1:4222".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_we_are_is_no_part_of_the_address() {
        for (given, address) in [
            ("nats://127.0.0.1:4222", "nats://127.0.0.1:4222"),
            ("nats://user:pass%20word@bus.example:4222", "nats://bus.example:4222"),
            ("tls://token@bus.example", "tls://bus.example"),
        ] {
            let (_, url) = options(Url::parse(given).unwrap());
            assert_eq!(url.as_str(), address);
        }
    }
}
