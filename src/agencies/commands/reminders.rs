//! Telling the secretariat which attestations end soon or have ended.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::officer::tell;
use crate::{
    agencies::{
        rules::{
            OFFICER_ENDING, OfficerRow,
            officer::{reminder, today},
        },
        store::{self, Ending},
    },
    app::App,
    mail::{self, MailKind, NewMail},
    members,
    permissions::{Action, Scope, table::scope, viewer::OrganizationKind},
    platform::{
        clock::{NEVER, micros, timestamp},
        db::{Connection, Recorded, Tx},
        error::Result,
    },
};

/// Queues mails to those who attest officers, where an attestation ends in 60, 30 or 7 days or fewer, or has ended: one for
/// each of them and day; returns how many. Each attestation is told of once for each of these; after a pause, of the
/// nearest. Any number of workers may run it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    let now = app.now();
    let due = |ending: Ending| Some((ending, reminder(timestamp(ending.attested_until), ending.told, now)?));
    let ending = store::ending(app.db.read(), now).await?;
    let due: Vec<_> = ending.into_iter().filter_map(due).collect();
    if due.is_empty() {
        return Ok(0);
    }
    let window_start = today(now)
        .to_zoned(TimeZone::UTC)
        .map_or(NEVER, |start| micros(start.timestamp()));
    // Mails and the notes of them go together: whoever comes second finds the mails there and writes nothing.
    let tx = Tx::begin(&app.db, now).await?;
    let mut queued = 0;
    for person in attesters(tx.connection()).await? {
        let mail = NewMail {
            person,
            kind: MailKind::OfficerAttestation,
            window_start,
            subject: None,
        };
        queued += usize::from(mail::enqueue(&tx, app.ids.as_ref(), mail).await?);
    }
    if queued > 0 {
        store::reminders_insert(&tx, &due, window_start).await?;
        let ids: Vec<Uuid> = due.iter().map(|(ending, _)| ending.id).collect();
        for officer in store::officers(tx.connection(), &ids).await? {
            tell(app, &tx, OFFICER_ENDING, &officer).await?;
        }
        tx.commit(Recorded(())).await?;
    }
    Ok(queued)
}

/// Those who attest officers.
pub(super) async fn attesters(connection: &impl Connection) -> Result<Vec<Uuid>> {
    let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
    let offices: Vec<Uuid> = offices.iter().map(|row| row.id).collect();
    let people = members::active_people_of(connection, &offices).await?;
    let attests = |person: &members::ActivePerson| {
        let mut roles = person.roles.iter();
        roles.any(|role| scope(*role, Action::OfficerVerify) != Scope::No)
    };
    Ok(people
        .iter()
        .filter(|person| attests(person))
        .map(|person| person.id)
        .collect())
}

/// The officers of whom the mails of a day tell and whose attestation still ends soon or has ended, how many, the first
/// `most` of them, and what their agencies are called.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reminded(
    app: &App,
    window_start: i64,
    most: u64,
) -> Result<(u64, Vec<OfficerRow>, HashMap<Uuid, members::OrganizationRow>)> {
    let (count, rows) = store::reminded(app.db.read(), window_start, app.now(), most).await?;
    let agencies: Vec<Uuid> = rows.iter().map(|row| row.agency).collect();
    let agencies = members::organizations_by_ids(app.db.read(), &agencies).await?;
    Ok((count, rows, agencies.into_iter().map(|row| (row.id, row)).collect()))
}
