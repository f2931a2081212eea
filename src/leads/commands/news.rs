//! Whom an event may concern, and as what. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::follow::ASSIGNED;
use crate::{
    audience::Kind,
    evidence,
    leads::{
        rules::TimelineKind,
        store::{self, EntryRow},
    },
    members,
    notifications::{self, rules::NotificationKind},
    outbox::Event,
    permissions::{Action, Role, Scope, table::scope},
    platform::{
        db::Connection,
        error::Result,
        ids::{self, IdKind},
    },
};

/// Somebody whom an event may concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) person: Uuid,
    pub(crate) kind: NotificationKind,
    /// The lead it is about; nothing where it is about none.
    pub(crate) lead: Option<Uuid>,
    /// What the person has to see to be told, now and whenever it is shown.
    pub(crate) object: (Kind, Uuid),
    /// The recipient on whose side the person has to be, where that matters.
    pub(crate) side: Option<Uuid>,
}

/// Whom an event may concern, each person once; whoever acted is not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    if event.kind == ASSIGNED {
        return Ok(assigned(event).into_iter().collect());
    }
    let Ok(kind) = event.kind.parse::<TimelineKind>() else {
        return Ok(Vec::new());
    };
    let Some(entry) = store::entry_by_id(connection, event.object).await? else {
        return Ok(Vec::new());
    };
    let mut calls = match kind {
        TimelineKind::Commented => commented(connection, &entry).await?,
        TimelineKind::Retracted => retracted(connection, &entry).await?,
        TimelineKind::Delivered => delivered(connection, &entry).await?,
        TimelineKind::Overdue => overdue(connection, &entry).await?,
        TimelineKind::InfoRequested => of_owner(connection, &entry, NotificationKind::InfoRequested).await?,
        TimelineKind::InfoAnswered => answered(connection, &entry).await?,
        TimelineKind::Answered => of_owner(connection, &entry, NotificationKind::Verdict).await?,
        TimelineKind::EvidenceTransferOverdue => handed_over(connection, &entry).await?,
        TimelineKind::Created
        | TimelineKind::Updated
        | TimelineKind::Submitted
        | TimelineKind::Triaged
        | TimelineKind::Rejected
        | TimelineKind::Merged
        | TimelineKind::Shared
        | TimelineKind::Revoked
        | TimelineKind::EmergencyOpened
        | TimelineKind::SubjectAdded
        | TimelineKind::SubjectRemoved
        | TimelineKind::EvidenceAdded
        | TimelineKind::EvidenceQuarantined
        | TimelineKind::EvidenceDestroyed
        | TimelineKind::PurchaseClosed
        | TimelineKind::Copied
        | TimelineKind::TlpChanged
        | TimelineKind::HandlingChanged
        | TimelineKind::Viewed
        | TimelineKind::Acknowledged
        | TimelineKind::DeadlineRecalculated
        | TimelineKind::Expired
        | TimelineKind::Settled
        | TimelineKind::Resolved
        | TimelineKind::Reopened => Vec::new(),
    };
    let mut told = BTreeSet::new();
    calls.retain(|call| Some(call.person) != entry.actor_id && told.insert(call.person));
    Ok(calls)
}

/// A person who is told of an entry if it sees `object`.
fn call(entry: &EntryRow, person: Uuid, kind: NotificationKind, object: (Kind, Uuid)) -> Call {
    Call {
        person,
        kind,
        lead: Some(entry.lead_id),
        object,
        side: None,
    }
}

fn assigned(event: &Event) -> Option<Call> {
    let person = event.payload.get("person")?.as_str()?;
    Some(Call {
        person: ids::decode_as(IdKind::Person, person).ok()?,
        kind: NotificationKind::Assigned,
        lead: Some(event.root),
        object: (Kind::Lead, event.root),
        side: None,
    })
}

/// Whoever is named is told of that; the others who watch, that something was said.
async fn commented(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let Some(comment) = entry.comment_id else {
        return Ok(Vec::new());
    };
    let object = (Kind::Comment, comment);
    let named = store::mentions_of(connection, &[comment]).await?;
    let named = named
        .into_iter()
        .map(|(_, person)| call(entry, person, NotificationKind::Mentioned, object));
    let watching = store::watchers_of(connection, entry.lead_id).await?;
    let watching = watching
        .into_iter()
        .map(|person| call(entry, person, NotificationKind::Commented, object));
    Ok(named.chain(watching).collect())
}

/// Everybody to whom the lead was shown, who is on it or watches it.
async fn retracted(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let mut people = store::people_shown(connection, entry.lead_id).await?;
    people.extend(store::watchers_of(connection, entry.lead_id).await?);
    let assignees = store::assignees_of(connection, entry.lead_id).await?;
    people.extend(assignees.into_iter().map(|(_, person)| person));
    let object = (Kind::Lead, entry.lead_id);
    Ok(people
        .into_iter()
        .map(|person| call(entry, person, NotificationKind::Retracted, object))
        .collect())
}

/// Whoever of the recipient's side wants to hear of each delivery: nobody is on the lead yet.
async fn delivered(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let Some(id) = entry.delivery_id else {
        return Ok(Vec::new());
    };
    let recipient = store::delivery_by_id(connection, id).await?.recipient_id;
    let people = notifications::wanting(connection, NotificationKind::Delivered, recipient).await?;
    let calls = people.into_iter().map(|person| Call {
        side: Some(recipient),
        ..call(entry, person, NotificationKind::Delivered, (Kind::Delivery, id))
    });
    Ok(calls.collect())
}

/// Whoever of the recipient's side is on the lead.
async fn overdue(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let Some(id) = entry.delivery_id else {
        return Ok(Vec::new());
    };
    let delivery = store::delivery_by_id(connection, id).await?;
    let assignees = store::assignees_of(connection, entry.lead_id).await?;
    let calls = assignees.into_iter().map(|(_, person)| Call {
        side: Some(delivery.recipient_id),
        ..call(entry, person, NotificationKind::Overdue, (Kind::Delivery, id))
    });
    Ok(calls.collect())
}

/// Both hands, and the administrators of their organisations, as far as they see the piece; nobody where it was confirmed
/// meanwhile.
async fn handed_over(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let Some(piece) = entry.evidence_id else {
        return Ok(Vec::new());
    };
    let hands = evidence::hands(connection, piece).await?;
    let homes: Vec<Uuid> = hands.iter().map(|(_, home)| *home).collect();
    let is_administrator = |role: &Role| scope(*role, Action::UserManage) != Scope::No;
    let administrators = members::active_people_of(connection, &homes).await?.into_iter();
    let administrators = administrators.filter(|person| person.roles.iter().any(is_administrator));
    let people = hands.iter().map(|(person, _)| *person);
    let people = people.chain(administrators.map(|person| person.id));
    let object = (Kind::Evidence, piece);
    let calls = people.map(|person| call(entry, person, NotificationKind::TransferOverdue, object));
    Ok(calls.collect())
}

/// Who asked, and whoever of the recipient's side is on the lead.
async fn answered(connection: &impl Connection, entry: &EntryRow) -> Result<Vec<Call>> {
    let Some(id) = entry.delivery_id else {
        return Ok(Vec::new());
    };
    let delivery = store::delivery_by_id(connection, id).await?;
    let assignees = store::assignees_of(connection, entry.lead_id).await?;
    let people = assignees.into_iter().map(|(_, person)| person);
    let asker = store::last_asker(connection, id).await?;
    let calls = people.chain(asker).map(|person| Call {
        side: Some(delivery.recipient_id),
        ..call(entry, person, NotificationKind::InfoAnswered, (Kind::Delivery, id))
    });
    Ok(calls.collect())
}

/// Who wrote the lead, and whoever of its owner is on it.
///
/// That a recipient gave a verdict the owner's people learn from the lead's counts whosever it is; an agent only where it
/// sees the entry. A question is put to whoever sees it.
async fn of_owner(connection: &impl Connection, entry: &EntryRow, kind: NotificationKind) -> Result<Vec<Call>> {
    let Some((author, owner)) = store::author_and_owner(connection, entry.lead_id).await? else {
        return Ok(Vec::new());
    };
    let assignees = store::assignees_of(connection, entry.lead_id).await?;
    let of_owner = assignees.into_iter().filter(|(home, _)| *home == owner);
    let people: Vec<Uuid> = of_owner.map(|(_, person)| person).chain([author]).collect();
    let homes = store::homes_of(connection, &people).await?;
    let calls = people.into_iter().map(|person| {
        let object = match kind {
            NotificationKind::Verdict if homes.get(&person) == Some(&owner) => (Kind::Lead, entry.lead_id),
            _ => (Kind::Entry, entry.id),
        };
        call(entry, person, kind, object)
    });
    Ok(calls.collect())
}

/// A delivery whose deadline draws near, and somebody who is on its lead.
pub(crate) struct DueSoon {
    pub(crate) delivery: Uuid,
    pub(crate) lead: Uuid,
    pub(crate) recipient: Uuid,
    /// The last day for an answer, at the recipient.
    pub(crate) due_on: String,
    pub(crate) person: Uuid,
}

/// The next deliveries after a place whose clock runs out between two moments, with those who are on their leads, and the
/// place behind them where there may be more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn due_soon(
    connection: &impl Connection,
    span: (i64, i64),
    after: Option<(i64, Uuid)>,
) -> Result<(Vec<DueSoon>, Option<(i64, Uuid)>)> {
    let found = store::due_with_assignees(connection, span, after).await?;
    let mut deliveries: Vec<Uuid> = found.iter().map(|(row, _)| row.id).collect();
    deliveries.dedup();
    let is_last = u64::try_from(deliveries.len()).is_ok_and(|length| length < store::DUE_BATCH);
    let place = found.last().filter(|_| !is_last).map(|(row, _)| (row.due_at, row.id));
    let due = found.into_iter().map(|(row, person)| DueSoon {
        delivery: row.id,
        lead: row.lead_id,
        recipient: row.recipient_id,
        due_on: row.due_on,
        person,
    });
    Ok((due.collect(), place))
}
