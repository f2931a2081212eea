//! Planning: queues the mails whose time has come.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    contents, notices, rules,
    rules::Rhythm,
    store::{self, Reader},
};
use crate::{
    app::App,
    mail::{self, Claimed, MailKind, NewMail},
    platform::{
        clock::{micros, timestamp},
        db::{Recorded, Tx},
        error::Result,
    },
};

/// How far, in microseconds, a mail looks back beyond the one before: what was being shared while that one was rendered
/// carries an earlier moment. What was told of already is not told of again.
pub(super) const OVERLAP: i64 = 15 * 60 * 1_000_000;

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

fn kind_of(rhythm: Rhythm) -> MailKind {
    match rhythm {
        Rhythm::Daily => MailKind::Digest,
        Rhythm::Weekly => MailKind::WeeklyDigest,
        Rhythm::Immediate => MailKind::ImmediateDigest,
    }
}

/// Which of our mails a kind is; `None` for those of others.
pub(super) fn rhythm_of(kind: MailKind) -> Option<Rhythm> {
    match kind {
        MailKind::Digest => Some(Rhythm::Daily),
        MailKind::WeeklyDigest => Some(Rhythm::Weekly),
        MailKind::ImmediateDigest => Some(Rhythm::Immediate),
        MailKind::Invitation
        | MailKind::PasswordReset
        | MailKind::PasswordChanged
        | MailKind::SignInLocked
        | MailKind::SecondFactorAdded
        | MailKind::SecondFactorRemoved
        | MailKind::RecoveryCodeUsed
        | MailKind::SecondFactorReset
        | MailKind::IpRightExpiry
        | MailKind::OfficerAttestation
        | MailKind::ReferralSent
        | MailKind::ReferralReminder
        | MailKind::ReferralStopped
        | MailKind::ReferralAnswered
        | MailKind::GuestCode
        | MailKind::GuestLink
        | MailKind::LeadRetracted
        | MailKind::Notifications
        | MailKind::ActionFollowUp
        | MailKind::BreakGlassAsked
        | MailKind::BreakGlassOpened => None,
    }
}

/// Queues what is due for everybody: the digest of the day or week that has none yet, and for those who want to hear at
/// once a mail where there is something to tell. Returns how many. Any number of planners may run.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn plan(app: &App) -> Result<usize> {
    let newest = store::newest(app.db.read()).await?;
    let mut queued = 0;
    let mut after = None;
    loop {
        let batch = store::wishes(app.db.read(), after).await?;
        let Some(last) = batch.last() else {
            return Ok(queued + notices::plan(app).await?);
        };
        after = Some(last.id);
        queued += plan_for(app, &batch, newest).await?;
    }
}

async fn plan_for(app: &App, people: &[Reader], newest: i64) -> Result<usize> {
    let now = app.now();
    let (mut mails, mut looked) = (Vec::new(), Vec::new());
    for reader in people {
        if let Some((rhythm, day)) = rules::due(&reader.wish, now) {
            mails.extend(window(day).map(|window| new(reader, rhythm, window)));
        } else if rules::may_tell_at_once(&reader.wish, now) && newest.saturating_add(OVERLAP) >= reader.looked_at {
            let mail = new(reader, Rhythm::Immediate, micros(rules::bucket(now)));
            if contents::has_news(app, &unsent(app, mail, now), &reader.filter).await? {
                mails.push(mail);
            } else {
                looked.push(reader.id);
            }
        }
    }
    if mails.is_empty() && looked.is_empty() {
        return Ok(0);
    }
    let mut queued = 0;
    let tx = Tx::begin(&app.db, now).await?;
    for mail in mails {
        queued += usize::from(mail::enqueue(&tx, app.ids.as_ref(), mail).await?);
    }
    store::looked(&tx, &looked).await?;
    tx.commit(Recorded(())).await?;
    Ok(queued)
}

pub(super) fn new(reader: &Reader, rhythm: Rhythm, window_start: i64) -> NewMail {
    NewMail {
        person: reader.id,
        kind: kind_of(rhythm),
        window_start,
        subject: None,
    }
}

/// A mail as it would be claimed now: what it would say is looked for as its sender will.
fn unsent(app: &App, mail: NewMail, now: Timestamp) -> Claimed {
    Claimed {
        id: app.ids.id(now),
        person: mail.person,
        kind: mail.kind,
        window_start: mail.window_start,
        subject: mail.subject,
        attempts: 0,
        claimed_at: micros(now),
        message_id: String::new(),
    }
}
