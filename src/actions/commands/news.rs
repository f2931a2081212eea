//! What happens to actions, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    actions::{rules::TeamRole, store},
    app::App,
    audience::Kind,
    leads::Call,
    members,
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    platform::{
        db::{Connection, Tx, code},
        error::Result,
        ids::{self, IdKind},
    },
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// Somebody was put on the team.
    Staffed(Uuid),
    /// It has moved on.
    Moved,
    /// Somebody asks its lead to stop it.
    StopAsked,
    /// It meets another one; the object is what was found.
    Clash(Uuid),
    /// Suspects or goods of it have come to no end for long.
    FollowUp,
}

const STAFFED: &str = "ACTION_STAFFED";
const MOVED: &str = "ACTION_MOVED";
const STOP_ASKED: &str = "ACTION_STOP_ASKED";
const CLASH: &str = "ACTION_CLASH";
const FOLLOW_UP: &str = "ACTION_FOLLOW_UP";

/// Whether an event is about an action.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [STAFFED, MOVED, STOP_ASKED, CLASH, FOLLOW_UP].contains(&event)
}

/// Tells of something. Nobody hears the event itself: it has no principals, and holds nothing but who.
pub(super) async fn publish(app: &App, tx: &Tx, action: Uuid, news: News, by: Option<Uuid>) -> Result<()> {
    let person = |key: Uuid| ids::encode(IdKind::Person, key);
    let (kind, object, whom) = match news {
        News::Staffed(whom) => (STAFFED, action, Some(whom)),
        News::Moved => (MOVED, action, None),
        News::StopAsked => (STOP_ASKED, action, None),
        News::Clash(hit) => (CLASH, hit, None),
        News::FollowUp => (FOLLOW_UP, action, None),
    };
    let event = NewEvent {
        kind,
        root: action,
        object,
        principals: Vec::new(),
        payload: json!({ "by": by.map(person), "person": whom.map(person) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Whom an event about an action may concern. Whoever acted is not told of it, but of what was found through the act.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    let mut people: BTreeSet<Uuid> = match event.kind.as_str() {
        STAFFED => named(event, "person").into_iter().collect(),
        STOP_ASKED => with_role(connection, event.root, TeamRole::Lead).await?,
        CLASH => of_clash(connection, event.object).await?,
        FOLLOW_UP => followers(connection, event.root).await?,
        _ => team(connection, event.root).await?,
    };
    if let Some(by) = named(event, "by")
        && event.kind != CLASH
    {
        people.remove(&by);
    }
    let (kind, object) = match event.kind.as_str() {
        STAFFED => (NotificationKind::ActionTeam, (Kind::Action, event.root)),
        CLASH => (NotificationKind::ActionClash, (Kind::Clash, event.object)),
        FOLLOW_UP => (NotificationKind::ActionFollowUp, (Kind::Action, event.root)),
        _ => (NotificationKind::ActionChanged, (Kind::Action, event.root)),
    };
    let call = |person| Call {
        person,
        kind,
        lead: None,
        object,
        side: None,
    };
    Ok(people.into_iter().map(call).collect())
}

async fn team(connection: &impl Connection, action: Uuid) -> Result<BTreeSet<Uuid>> {
    let members = store::members_of(connection, &[action]).await?;
    Ok(members.into_iter().map(|member| member.person_id).collect())
}

async fn with_role(connection: &impl Connection, action: Uuid, role: TeamRole) -> Result<BTreeSet<Uuid>> {
    let mut people = BTreeSet::new();
    for member in store::members_of(connection, &[action]).await? {
        if code::<TeamRole>(&member.role)? == role {
            people.insert(member.person_id);
        }
    }
    Ok(people)
}

/// Who leads it, and who of the secretariat is on the team; where nobody is, the desk.
pub(super) async fn followers(connection: &impl Connection, action: Uuid) -> Result<BTreeSet<Uuid>> {
    let mut people = with_role(connection, action, TeamRole::Desk).await?;
    if people.is_empty() {
        let officers = members::officers(connection).await?;
        people.extend(officers.into_iter().map(|officer| officer.id));
    }
    people.extend(with_role(connection, action, TeamRole::Lead).await?);
    Ok(people)
}

/// The desk, and those who lead one of the two.
async fn of_clash(connection: &impl Connection, hit: Uuid) -> Result<BTreeSet<Uuid>> {
    let mut people: BTreeSet<Uuid> = BTreeSet::new();
    for hit in store::hits_by_ids(connection, &[hit]).await? {
        for record in store::records_by_ids(connection, &[hit.first_id, hit.second_id]).await? {
            people.extend(with_role(connection, record.action_id, TeamRole::Lead).await?);
        }
    }
    let officers = members::officers(connection).await?;
    people.extend(officers.into_iter().map(|officer| officer.id));
    Ok(people)
}

fn named(event: &Event, name: &str) -> Option<Uuid> {
    ids::decode_as(IdKind::Person, event.payload.get(name)?.as_str()?).ok()
}
