//! Telling holders which of their rights end soon.

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::{
    app::App,
    mail::{self, MailKind, NewMail},
    members,
    permissions::{Action, Scope, table::scope},
    platform::{
        clock::{NEVER, micros},
        db::{Recorded, Tx},
        error::Result,
    },
    rights::{
        rules::ip_right::{IpRightRow, reminder, today},
        store::{self, Ending},
    },
};

/// Queues mails to the administrators of holders whose rights end in 180, 90, 30 or 7 days or fewer, one for each
/// administrator and day; returns how many. Each right is told of once for each of these; after a pause, of the nearest.
/// Any number of workers may run it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    let day = today(app.now());
    let window = day
        .to_zoned(TimeZone::UTC)
        .map_or(NEVER, |start| micros(start.timestamp()));
    let ending = store::ending(app.db.read(), day).await?;
    let due = |ending: Ending| {
        let left = ending.days_left(day)?;
        Some((ending, reminder(left, ending.told)?))
    };
    let due: Vec<_> = ending.into_iter().filter_map(due).collect();
    let mut queued = 0;
    for theirs in due.chunk_by(|one, other| one.0.holder == other.0.holder) {
        // One holder's trouble is not the others'.
        match remind_holder(app, theirs, window).await {
            Ok(mails) => queued += mails,
            Err(error) => tracing::error!(
                code = error.code.as_str(),
                "a holder was not reminded; it is tried again"
            ),
        }
    }
    Ok(queued)
}

/// Mails and the notes of them go together: whoever comes second finds the mails there and writes nothing.
async fn remind_holder(app: &App, theirs: &[(Ending, i16)], window_start: i64) -> Result<usize> {
    let Some((first, _)) = theirs.first() else { return Ok(0) };
    let tx = Tx::begin(&app.db, app.now()).await?;
    let people = members::active_people_of(tx.connection(), &[first.holder]).await?;
    let keeps = |person: &&members::ActivePerson| {
        let mut roles = person.roles.iter();
        roles.any(|role| scope(*role, Action::IpRightEdit) == Scope::Own)
    };
    let keepers: Vec<_> = people.iter().filter(keeps).map(|person| person.id).collect();
    let mut queued = 0;
    for person in members::people_by_ids(tx.connection(), &keepers).await? {
        if !person.settings.expiry_reminders {
            continue;
        }
        let mail = NewMail {
            person: person.id,
            kind: MailKind::IpRightExpiry,
            window_start,
            subject: None,
        };
        queued += usize::from(mail::enqueue(&tx, app.ids.as_ref(), mail).await?);
    }
    if queued > 0 {
        store::reminders_insert(&tx, theirs, window_start).await?;
        tx.commit(Recorded(())).await?;
    }
    Ok(queued)
}

/// The holder's rights of which the mails of a day tell and that still end soon: how many, and the first `most` of them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reminded(app: &App, holder: Uuid, window_start: i64, most: u64) -> Result<(u64, Vec<IpRightRow>)> {
    store::reminded(app.db.read(), holder, window_start, today(app.now()), most).await
}
