//! Telling people of what draws near: no event says so, so it is looked for.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use uuid::Uuid;

use super::{About, Telling, admitted, tell};
use crate::{
    app::App,
    audience, leads, members,
    notifications::rules::{self, NotificationKind},
    permissions::{Action, Scope, table::scope},
    platform::{
        calendar::Calendar,
        clock::micros,
        db::Recorded,
        error::{ApiError, Result},
    },
    rights::{self, PowerOfAttorneyRow},
};

/// How far ahead deadlines are looked at: two working days are never further away, whatever the holidays.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Hours of a day.
const DAY: i64 = 24;

/// Reminds those who are on leads of the deadlines that draw near, two working days before and one; and those who give or take
/// powers of attorney of the ones that end. Returns how many were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn remind(app: &App) -> Result<usize> {
    Ok(remind_of_deliveries(app).await? + remind_of_powers(app).await?)
}

async fn remind_of_deliveries(app: &App) -> Result<usize> {
    let now = app.now();
    let until = now.checked_add(AHEAD).map_err(ApiError::internal)?;
    let (mut after, mut told) = (None, 0);
    loop {
        let (due, next) = leads::due_soon(app.db.read(), (micros(now), micros(until)), after).await?;
        let admitted = admitted(app, reminders(app, due, now).await?).await?;
        if !admitted.is_empty() {
            let tx = app.begin().await?;
            told += tell(app, &tx, admitted).await?;
            tx.commit(Recorded(())).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(told);
        }
    }
}

async fn reminders(app: &App, due: Vec<leads::DueSoon>, now: Timestamp) -> Result<Vec<Telling>> {
    let recipients: Vec<Uuid> = due.iter().map(|due| due.recipient).collect();
    let homes = members::organizations_by_ids(app.db.read(), &recipients).await?;
    let homes: HashMap<Uuid, members::OrganizationRow> = homes.into_iter().map(|row| (row.id, row)).collect();
    let mut tellings = Vec::new();
    for due in due {
        let Some(home) = homes.get(&due.recipient) else {
            continue;
        };
        let zone = TimeZone::get(&home.time_zone).map_err(ApiError::internal)?;
        let day = due.due_on.parse().map_err(ApiError::internal)?;
        let left = Calendar::for_country(&home.country).working_days_left(now, &zone, day);
        if let Some(days) = rules::reminder(left) {
            tellings.push(Telling {
                person: due.person,
                kind: NotificationKind::DueSoon,
                lead: Some(due.lead),
                about: About::Seen(audience::Kind::Delivery, due.delivery),
                side: Some(due.recipient),
                cause: format!("due:{}:{}:{days}", due.delivery, due.due_on),
                at: micros(now),
            });
        }
    }
    Ok(tellings)
}

/// Whoever may submit a power of attorney of one of its two sides is told thirty days before it ends, and seven.
async fn remind_of_powers(app: &App) -> Result<usize> {
    let now = app.now();
    let [first, _] = rules::POWER_REMINDED_BEFORE;
    let until = now
        .checked_add(SignedDuration::from_hours(DAY * first))
        .map_err(ApiError::internal)?;
    let ending = rights::powers_ending(app.db.read(), (micros(now), micros(until))).await?;
    let mut tellings = Vec::new();
    for power in &ending {
        let left = power.valid_until.duration_since(now).as_hours().div_euclid(DAY);
        let Some(days) = rules::power_reminder(left) else {
            continue;
        };
        for person in keepers(app, power).await? {
            tellings.push(Telling {
                person,
                kind: NotificationKind::PowerEnding,
                lead: None,
                about: About::Power(power.id),
                side: None,
                cause: format!("poa:{}:{}:{days}", power.id, micros(power.valid_until)),
                at: micros(now),
            });
        }
    }
    let admitted = admitted(app, tellings).await?;
    if admitted.is_empty() {
        return Ok(0);
    }
    let tx = app.begin().await?;
    let told = tell(app, &tx, admitted).await?;
    tx.commit(Recorded(())).await?;
    Ok(told)
}

/// The people of both sides who can see to it that there is another one.
async fn keepers(app: &App, power: &PowerOfAttorneyRow) -> Result<Vec<Uuid>> {
    let people = members::active_people_of(app.db.read(), &[power.principal, power.agent]).await?;
    let keeps = |person: &members::ActivePerson| {
        let mut roles = person.roles.iter();
        roles.any(|role| scope(*role, Action::PowerOfAttorneySubmit) != Scope::No)
    };
    Ok(people.into_iter().filter(keeps).map(|person| person.id).collect())
}
