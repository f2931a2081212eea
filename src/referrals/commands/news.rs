//! What happens to referrals, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Kind,
    leads::Call,
    members,
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    permissions::Role,
    platform::{
        db::{Connection, Tx},
        error::Result,
        ids::{self, IdKind},
    },
    referrals::store::{self, Row},
};

/// The kind of the event that a referral waits for a second person.
pub(super) const SUBMITTED: &str = "REFERRAL_SUBMITTED";
/// The kind of the event that a second person, or the service, gave it back.
pub(super) const RETURNED: &str = "REFERRAL_RETURNED";
/// The kind of the event that it was sent.
pub(super) const SENT: &str = "REFERRAL_SENT";
/// The kind of the event that an officer answered.
pub(super) const ANSWERED: &str = "REFERRAL_ANSWERED";
/// The kind of the event that its own side answered an officer.
pub(super) const INFO_ANSWERED: &str = "REFERRAL_INFO_ANSWERED";
/// The kind of the event that it, or a lead in it, was taken back.
pub(super) const STOPPED: &str = "REFERRAL_STOPPED";
/// The kind of the event that an agency is late.
pub(super) const LATE: &str = "REFERRAL_LATE";

/// Whether an event is about a referral.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [SUBMITTED, RETURNED, SENT, ANSWERED, INFO_ANSWERED, STOPPED, LATE].contains(&event)
}

/// Tells of something. Nobody hears the event itself: it has no principals, since these alone do not say who sees a referral.
pub(super) async fn publish(
    app: &App,
    tx: &Tx,
    kind: &'static str,
    (referral, lead): (Uuid, Uuid),
    by: Option<Uuid>,
) -> Result<()> {
    let event = NewEvent {
        kind,
        root: lead,
        object: referral,
        principals: Vec::new(),
        payload: json!({ "by": by.map(|person| ids::encode(IdKind::Person, person)) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Whom an event may concern: the second people, its own side, or the officers whom it names. Whoever acted is not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    let Some(row) = store::referral_by_id(connection, event.object).await? else {
        return Ok(Vec::new());
    };
    let mut told: Vec<(Uuid, NotificationKind)> = Vec::new();
    let mut tell = |people: Vec<Uuid>, kind| told.extend(people.into_iter().map(|person| (person, kind)));
    match event.kind.as_str() {
        SUBMITTED => tell(
            second_people(connection, &row).await?,
            NotificationKind::ReferralApproval,
        ),
        RETURNED => tell(own_side(&row), NotificationKind::ReferralReturned),
        SENT => {
            tell(own_side(&row), NotificationKind::ReferralSent);
            tell(officers(connection, &row).await?, NotificationKind::ReferralSent);
        }
        INFO_ANSWERED => tell(officers(connection, &row).await?, NotificationKind::ReferralAnswered),
        STOPPED => {
            tell(own_side(&row), NotificationKind::ReferralStopped);
            tell(officers(connection, &row).await?, NotificationKind::ReferralStopped);
        }
        LATE => tell(own_side(&row), NotificationKind::ReferralLate),
        _ => tell(own_side(&row), NotificationKind::ReferralAnswered),
    }
    let by = actor(event);
    let mut once = BTreeSet::new();
    told.retain(|(person, _)| Some(*person) != by && once.insert(*person));
    let call = |(person, kind)| Call {
        person,
        kind,
        lead: Some(event.root),
        object: (Kind::Referral, row.id),
        side: None,
    };
    Ok(told.into_iter().map(call).collect())
}

fn own_side(row: &Row) -> Vec<Uuid> {
    [Some(row.author_id), Some(row.contact_id), row.submitted_by]
        .into_iter()
        .flatten()
        .collect()
}

/// Other administrators of the organisation; the desk where there is none.
async fn second_people(connection: &impl Connection, row: &Row) -> Result<Vec<Uuid>> {
    let wrote = |person: Uuid| person == row.author_id || row.submitted_by == Some(person);
    let people = members::active_people_of(connection, &[row.organization_id]).await?;
    let administrators: Vec<Uuid> = people
        .iter()
        .filter(|person| person.roles.contains(&Role::Ma) && !wrote(person.id))
        .map(|person| person.id)
        .collect();
    if !administrators.is_empty() {
        return Ok(administrators);
    }
    let desk = members::officers(connection).await?;
    Ok(desk
        .iter()
        .map(|person| person.id)
        .filter(|person| !wrote(*person))
        .collect())
}

async fn officers(connection: &impl Connection, row: &Row) -> Result<Vec<Uuid>> {
    let named = store::officers_of(connection, &[row.id]).await?;
    Ok(named.into_iter().filter_map(|naming| naming.person).collect())
}

fn actor(event: &Event) -> Option<Uuid> {
    ids::decode_as(IdKind::Person, event.payload.get("by")?.as_str()?).ok()
}
