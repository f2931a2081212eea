//! What happens to matches, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Kind,
    blind_match::store,
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
};

/// The kind of the event that two were told of a match; one event for each of them.
pub(super) const BLIND_MATCHED: &str = "BLIND_MATCHED";
/// The kind of the event that somebody proposed contact to the own administrators.
pub(super) const CONTACT_PROPOSED: &str = "CONTACT_PROPOSED";
/// The kind of the event that the other organisation wants contact.
pub(super) const CONTACT_WISHED: &str = "CONTACT_WISHED";
/// The kind of the event that contact was opened; one event for each of the two.
pub(super) const CONTACT_OPENED: &str = "CONTACT_OPENED";

/// Whether an event is about a match.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [BLIND_MATCHED, CONTACT_PROPOSED, CONTACT_WISHED, CONTACT_OPENED].contains(&event)
}

/// Tells one side of something. Nobody hears the event itself: it has no principals, and holds nothing of the other side.
pub(super) async fn publish(
    app: &App,
    tx: &Tx,
    kind: &'static str,
    (side, lead): (Uuid, Uuid),
    by: Option<Uuid>,
) -> Result<()> {
    let event = NewEvent {
        kind,
        root: lead,
        object: side,
        principals: Vec::new(),
        payload: json!({ "by": by.map(|person| ids::encode(IdKind::Person, person)) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Whom of its side an event about a match may concern: the administrators, and but for a proposal to these also who wrote
/// the leads behind it, who is on them and who proposed contact. Whoever acted is not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    let Some(side) = store::side_by_id(connection, event.object).await? else {
        return Ok(Vec::new());
    };
    let kind = match event.kind.as_str() {
        BLIND_MATCHED => NotificationKind::BlindMatch,
        CONTACT_OPENED => NotificationKind::ContactOpened,
        _ => NotificationKind::ContactWished,
    };
    let leads = store::leads_behind(connection, side.id).await?;
    let colleagues = members::active_people_of(connection, &[side.organization]).await?;
    let administrators = colleagues.into_iter().filter(|person| person.roles.contains(&Role::Ma));
    let mut people: BTreeSet<Uuid> = administrators.map(|person| person.id).collect();
    if event.kind != CONTACT_PROPOSED && !leads.is_empty() {
        people.extend(store::people_on(connection, side.organization, &leads).await?);
        people.extend(side.proposed_by);
    }
    if let Some(by) = actor(event) {
        people.remove(&by);
    }
    // Each of a person's calls has the same cause, so that it is told once, by the first lead that it sees.
    let call = |person: Uuid, lead: Uuid| Call {
        person,
        kind,
        lead: Some(lead),
        object: (Kind::Lead, lead),
        side: Some(side.organization),
    };
    Ok(people
        .into_iter()
        .flat_map(|person| leads.iter().map(move |lead| call(person, *lead)))
        .collect())
}

fn actor(event: &Event) -> Option<Uuid> {
    ids::decode_as(IdKind::Person, event.payload.get("by")?.as_str()?).ok()
}
