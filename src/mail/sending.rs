//! Sending: claims what is due, has it rendered, hands it over, and writes what became of it.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::time::sleep;

use super::{
    Claimed, MailState, Render, Rendered, commands,
    store::{self, Due},
};
use crate::{
    app::App,
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        email::{Delivered, Mailer, RECIPIENT_REFUSED},
        error::{ErrorCode, Result},
        failpoint,
    },
};

/// Most mails of one turn.
const TURN: usize = 100;
/// How often a mail is tried.
const ATTEMPTS: i32 = 8;
/// Who has not settled a mail by then is dead: sending takes five minutes at most.
const LOST: SignedDuration = SignedDuration::from_mins(10);

/// How long it is before an outcome that could not be written is written again; each time twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// How often: for a quarter of a minute in all.
const WAITS: u32 = 7;

/// Sends what is due, at most a hundred mails; returns how many were claimed. Any number of senders may run.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn send_due(app: &Arc<App>, mailer: &Mailer, render: Render) -> Result<usize> {
    give_up_lost(app).await?;
    let mut claimed = 0;
    while claimed < TURN && store::is_due(app.db.read(), &due(app.now())).await? {
        let Some(mail) = claim(app).await? else { break };
        claimed += 1;
        failpoint::reached("mail.claimed");
        send(app, mailer, render, mail).await?;
    }
    Ok(claimed)
}

async fn claim(app: &App) -> Result<Option<Claimed>> {
    let host = app.config.public_url.host_str().unwrap_or("localhost").to_owned();
    let tx = Tx::begin(&app.db, app.now()).await?;
    let claimed = store::claim(&tx, &due(tx.now()), |kind, id| {
        let kind: &str = kind.into();
        format!("{}.{}@{host}", kind.to_lowercase(), id.simple())
    })
    .await?;
    tx.commit(Recorded(())).await?;
    Ok(claimed)
}

async fn send(app: &Arc<App>, mailer: &Mailer, render: Render, mail: Claimed) -> Result<()> {
    if mail.kind.is_held() && store::is_suspended(app.db.read(), mail.person).await? {
        return settle(app, &mail, MailState::Lapsed, Some("SUSPENDED")).await.map(drop);
    }
    let settled = match render(Arc::clone(app), mail.clone()).await {
        Ok(Rendered::Letter(letter)) => {
            let bounce = commands::bounce_address(app, mail.id);
            let outcome = mailer.send_from(&letter, bounce.as_deref()).await;
            failpoint::reached("mail.sent");
            let settled = conclude(app, &mail, outcome).await?;
            if outcome == Delivered::Refused(RECIPIENT_REFUSED) {
                commands::refused(app, &mail).await?;
            }
            settled
        }
        Ok(Rendered::Nothing) => settle(app, &mail, MailState::Empty, None).await?,
        Ok(Rendered::TooLate) => settle(app, &mail, MailState::Lapsed, None).await?,
        Err(error) => {
            tracing::warn!(mail = %mail.id, code = error.code.as_str(), "a mail could not be rendered");
            conclude(app, &mail, Delivered::Postponed("NOT_RENDERED")).await?
        }
    };
    if !settled {
        tracing::error!(mail = %mail.id, "a mail was given up while it was being sent");
    }
    Ok(())
}

/// Writes what became of a letter; false where the mail is no longer claimed. What is known must not become unknown because
/// the database cannot write for a moment.
async fn conclude(app: &App, mail: &Claimed, outcome: Delivered) -> Result<bool> {
    let mut wait = FIRST_WAIT;
    for _ in 0..WAITS {
        match written(app, mail, outcome).await {
            Err(error) if error.code == ErrorCode::Unavailable => sleep(wait).await,
            done => return done,
        }
        wait *= 2;
    }
    written(app, mail, outcome).await
}

async fn written(app: &App, mail: &Claimed, outcome: Delivered) -> Result<bool> {
    match outcome {
        Delivered::Sent => settle(app, mail, MailState::Sent, None).await,
        Delivered::Unknown(class) => {
            tracing::error!(mail = %mail.id, class, "nobody knows whether a mail arrived; it is not sent again");
            settle(app, mail, MailState::Unknown, Some(class)).await
        }
        Delivered::Refused(class) => fail(app, mail, class).await,
        Delivered::Postponed(class) if mail.attempts >= ATTEMPTS => fail(app, mail, class).await,
        Delivered::Postponed(class) => {
            let again = micros(later(app.now(), mail.attempts));
            store::postpone(app.db.write(), mail.id, again, class).await
        }
    }
}

async fn fail(app: &App, mail: &Claimed, class: &'static str) -> Result<bool> {
    tracing::error!(mail = %mail.id, class, attempts = mail.attempts, "a mail was not sent");
    settle(app, mail, MailState::Failed, Some(class)).await
}

async fn settle(app: &App, mail: &Claimed, state: MailState, class: Option<&str>) -> Result<bool> {
    store::settle(app.db.write(), mail.id, state, class, micros(app.now())).await
}

/// One minute after the first attempt, twice as long after each further one.
fn later(now: Timestamp, attempts: i32) -> Timestamp {
    let minutes = 1_i64 << attempts.clamp(1, 8).saturating_sub(1);
    now.checked_add(SignedDuration::from_mins(minutes))
        .unwrap_or(Timestamp::MAX)
}

/// Which mails are due at a moment.
fn due(now: Timestamp) -> Due {
    Due {
        now: micros(now),
        farthest: micros(later(now, ATTEMPTS)),
    }
}

/// A sender that died between claim and outcome may have sent its mail: nobody knows, so nobody sends it again.
async fn give_up_lost(app: &App) -> Result<()> {
    let now = app.now();
    let since = now.checked_sub(LOST).unwrap_or(Timestamp::MIN);
    let until = now.checked_add(LOST).unwrap_or(Timestamp::MAX);
    let sending = micros(since)..=micros(until);
    if store::is_stuck(app.db.read(), &sending).await? {
        let lost = store::give_up(app.db.write(), &sending, micros(now)).await?;
        tracing::error!(mails = lost, "a sender died; nobody knows whether its mails arrived");
    }
    Ok(())
}

/// Gives up every mail that waits, because nobody knows whether it went out: the database was restored from a backup, and
/// its senders may have gone on after that was taken. Returns how many there were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn give_up_waiting(tx: &Tx) -> Result<u64> {
    store::give_up_waiting(tx.connection(), micros(tx.now())).await
}

/// What waits, what went wrong and what went out, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// They wait.
    pub queued: u64,
    /// A sender has them.
    pub claimed: u64,
    /// They were refused for good, or too often.
    pub failed: u64,
    /// Nobody knows whether they arrived.
    pub unknown: u64,
    /// The mail server took them since midnight, UTC.
    pub sent_today: u64,
    /// When the oldest of those that wait was queued.
    pub oldest_queued: Option<Timestamp>,
    /// To so many people no mails go, because they came back.
    pub suspended: u64,
    /// They came back within seven days.
    pub bounces: u64,
    /// Their readers said within seven days that they were not wanted.
    pub complaints: u64,
}

/// What waits, what went wrong and what went out; each number is counted up to a bound.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn standing(app: &App) -> Result<Standing> {
    let now = app.now();
    let midnight = micros(now).div_euclid(DAY) * DAY;
    store::standing(app.db.read(), midnight, micros(now) - 7 * DAY).await
}

/// A day in microseconds.
const DAY: i64 = 86_400_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_become_rarer() {
        let wait = |attempts| later(Timestamp::UNIX_EPOCH, attempts).as_second() / 60;
        assert_eq!([1, 2, 3, 7].map(wait), [1, 2, 4, 64]);
    }
}
