//! Planning: queues the digests whose hour has come.

use jiff::{civil::Date, tz::TimeZone};

use super::{rules, store};
use crate::{
    app::App,
    mail::{self, MailKind, NewMail},
    platform::{
        clock::{micros, timestamp},
        db::{Recorded, Tx},
        error::Result,
    },
};

/// The key of a day's digest: its midnight as if it were in UTC. The day counts, not the moment it begins, so somebody
/// who moves to another time zone has each day once.
pub(super) fn window(day: Date) -> Option<i64> {
    let midnight = day.to_zoned(TimeZone::UTC).ok()?;
    Some(micros(midnight.timestamp()))
}

/// The day of a key.
pub(super) fn day_of(window: i64) -> Date {
    timestamp(window).to_zoned(TimeZone::UTC).date()
}

/// Queues a digest for everybody whose hour has come and who has none for the day yet; returns how many. Any number of
/// planners may run.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn plan(app: &App) -> Result<usize> {
    let now = app.now();
    let mut queued = 0;
    let mut after = None;
    loop {
        let batch = store::wishes(app.db.read(), after).await?;
        let Some((last, _)) = batch.last() else {
            return Ok(queued);
        };
        after = Some(*last);
        let due: Vec<_> = batch
            .iter()
            .filter_map(|(person, wish)| Some((*person, window(rules::due(wish, now)?)?)))
            .collect();
        if due.is_empty() {
            continue;
        }
        let tx = Tx::begin(&app.db, now).await?;
        for (person, window_start) in due {
            let mail = NewMail {
                person,
                kind: MailKind::Digest,
                window_start,
                subject: None,
            };
            queued += usize::from(mail::enqueue(&tx, app.ids.as_ref(), mail).await?);
        }
        tx.commit(Recorded(())).await?;
    }
}
