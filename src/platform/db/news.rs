//! What the processes of one database tell each other, so that nobody has to look again and again. PostgreSQL carries the
//! word between them; on SQLite a process hears its own commits only, and looks now and then for those of others.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ConnectionTrait as _,
    sqlx::{self, postgres::PgListener},
};
use tokio::{select, sync::Notify, time::sleep};
use tokio_util::sync::CancellationToken;

use super::{Db, Sql, Tx};
use crate::platform::error::Result;

/// The name under which PostgreSQL carries the word.
const CHANNEL: &str = "touchstone";
/// How long a listener waits before it tries a database again that is out of reach.
const AGAIN: Duration = Duration::from_secs(1);

/// What has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum News {
    /// Events have got their positions.
    Events,
    /// A session has ended, or what somebody may see has changed.
    Authorization,
}

/// Who is woken in this process, by what.
#[derive(Debug, Clone, Default)]
pub(super) struct Bells {
    pub(super) committed: Arc<Notify>,
    pub(super) authorization: Arc<Notify>,
}

impl Bells {
    fn ring(&self, news: News) {
        match news {
            News::Events => self.committed.notify_waiters(),
            News::Authorization => self.authorization.notify_waiters(),
        }
    }

    pub(super) fn ring_all(&self) {
        self.ring(News::Events);
        self.ring(News::Authorization);
    }
}

impl Tx {
    /// Tells every process of this database once this transaction has committed. For what is rare: PostgreSQL lets
    /// transactions that do so commit one after the other.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub async fn tell(&self, news: News) -> Result<()> {
        self.remember(news);
        if self.backend() == sea_orm::DatabaseBackend::Postgres {
            let mut sql = Sql::new("SELECT pg_notify(");
            let word: &str = news.into();
            sql.bind(CHANNEL).push(", ").bind(word).push(")");
            self.connection().query_one_raw(sql.statement(self.backend())).await?;
        }
        Ok(())
    }
}

impl Db {
    /// Wakes whoever waits here for what another process told, by whatever way it came.
    pub fn heard(&self, news: News) {
        self.bells.ring(news);
    }

    /// Hears what other processes of this PostgreSQL database tell, until `stop`, and wakes whoever waits for it here. On
    /// SQLite nobody tells anything. The listener has a connection of its own, beside the pool.
    pub async fn listen(&self, url: &str, stop: CancellationToken) {
        if self.is_sqlite() {
            return;
        }
        loop {
            let heard = select! {
                () = stop.cancelled() => return,
                heard = self.hear(url) => heard,
            };
            if let Err(error) = heard {
                tracing::warn!(%error, "the database tells nothing; trying again");
            }
            select! {
                () = stop.cancelled() => return,
                () = sleep(AGAIN) => {}
            }
        }
    }

    /// Hears until the connection is lost.
    async fn hear(&self, url: &str) -> Result<(), sqlx::Error> {
        let mut listener = PgListener::connect(url).await?;
        listener.listen(CHANNEL).await?;
        // What was told before we listened.
        self.bells.ring_all();
        while let Some(word) = listener.try_recv().await? {
            if let Ok(news) = word.payload().parse() {
                self.bells.ring(news);
            }
        }
        Ok(())
    }
}
