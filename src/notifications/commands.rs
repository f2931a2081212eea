//! Telling people, and what they do with what they were told.

mod choices;
mod mails;
mod reminders;

use serde_json::json;
use uuid::Uuid;

use super::{
    rules::{Channel, NotificationKind},
    store::{self, Reader},
};
use crate::{
    actions,
    agencies::{self, OfficerNews},
    app::App,
    appraisals,
    audience::{self, Sight},
    blind_match, funds,
    leads::{self, Call},
    mail, members,
    outbox::{self, Event, NewEvent},
    permissions::{Action, Principal, Target, Viewer},
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    purchases, referrals, rights, samples,
    sessions::viewers,
};

pub(super) use choices::{
    Choice, MuteRow, Preference, mute, mutes, preferences, reset_preferences, set_preference, unmute,
};
pub(crate) use mails::{Happened, happened, has_happened, told_since};
pub use reminders::remind;
pub(super) use store::{NotificationQuery, NotificationRow, OFFICER, PERSON, POWER, SCREENED, WEBHOOK};

/// The kind of the event that tells a person's open pages that something of its notifications has changed.
pub(super) const NOTIFIED: &str = "NOTIFIED";

/// Of what somebody is told.
#[derive(Debug, Clone, Copy)]
enum About {
    /// Of something that has an audience.
    Seen(audience::Kind, Uuid),
    /// Of a webhook endpoint, which has no audience: whose it is says who sees it.
    Webhook(Uuid),
    /// Of a screened listing, which has none: whose brand it is about says who sees it.
    Screened(Uuid),
    /// Of an officer of the directory, which has none: who may read it stands in the permission table.
    Officer(Uuid),
    /// Of a person, known to who manages it and to itself.
    Person(Uuid),
    /// Of a power of attorney, known to its two sides.
    Power(Uuid),
}

/// Somebody to be told: as what, of what cause, since when.
struct Telling {
    person: Uuid,
    kind: NotificationKind,
    lead: Option<Uuid>,
    about: About,
    side: Option<Uuid>,
    cause: String,
    at: i64,
}

impl Telling {
    fn of(call: Call, cause: String, at: i64) -> Self {
        Self {
            person: call.person,
            kind: call.kind,
            lead: call.lead,
            about: About::Seen(call.object.0, call.object.1),
            side: call.side,
            cause,
            at,
        }
    }
}

/// Tells people of all events they were not told of yet; returns how many notifications there were. Two that run at once
/// do no harm: a batch is one transaction, and whoever comes second finds that the place has moved.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notify(app: &App) -> Result<usize> {
    let mut told = 0;
    loop {
        let from = store::cursor(app.db.read()).await?;
        let events = outbox::after(&app.db, from).await?;
        let Some((to, _)) = events.last() else {
            return Ok(told);
        };
        let mut tellings = Vec::new();
        for (_, event) in &events {
            tellings.extend(of_event(app, event).await?);
        }
        let admitted = admitted(app, tellings).await?;
        let tx = app.begin().await?;
        if !store::cursor_advance(&tx, from, *to).await? {
            return Ok(told);
        }
        told += tell(app, &tx, admitted).await?;
        tx.commit(Recorded(())).await?;
    }
}

async fn of_event(app: &App, event: &Event) -> Result<Vec<Telling>> {
    if event.kind == NOTIFIED {
        return Ok(Vec::new());
    }
    if let Some(news) = agencies::officer_news(&event.kind) {
        let people = agencies::officer_calls(app.db.read(), event).await?;
        return Ok(people
            .into_iter()
            .map(|person| of_officer(person, news, event))
            .collect());
    }
    if crate::webhooks::is_news(&event.kind) {
        let people = crate::webhooks::calls(app.db.read(), event).await?;
        return Ok(people.into_iter().map(|person| of_webhook(person, event)).collect());
    }
    if crate::screening::is_news(&event.kind) {
        let people = crate::screening::calls(app.db.read(), event.object).await?;
        return Ok(people.into_iter().map(|person| of_screened(person, event)).collect());
    }
    if event.kind == members::ACCOUNT_CHANGED {
        return Ok(vec![of_person(event.object, NotificationKind::AccountChanged, event)]);
    }
    if mail::is_news(&event.kind) {
        let people = mail::suspension_calls(app.db.read(), event.object).await?;
        return Ok(people
            .into_iter()
            .map(|person| of_person(person, NotificationKind::MailSuspended, event))
            .collect());
    }
    if actions::is_news(&event.kind) {
        let calls = actions::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    if purchases::is_news(&event.kind) {
        let calls = purchases::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    if funds::is_news(&event.kind) {
        let calls = funds::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    if appraisals::is_news(&event.kind) {
        let calls = appraisals::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    if samples::is_news(&event.kind) {
        let calls = samples::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    if referrals::is_news(&event.kind) {
        let calls = referrals::calls(app.db.read(), event).await?;
        return Ok(of_calls(calls, event));
    }
    let calls = match blind_match::is_news(&event.kind) {
        true => blind_match::calls(app.db.read(), event).await?,
        false => leads::calls(app.db.read(), event).await?,
    };
    Ok(of_calls(calls, event))
}

/// What somebody of the secretariat is told of an officer.
fn of_officer(person: Uuid, news: OfficerNews, event: &Event) -> Telling {
    Telling {
        person,
        kind: match news {
            OfficerNews::Waits => NotificationKind::OfficerWaits,
            OfficerNews::Ends => NotificationKind::OfficerEnding,
        },
        lead: None,
        about: About::Officer(event.object),
        side: None,
        cause: format!("event:{}", event.id),
        at: event.at,
    }
}

/// What somebody who manages webhooks is told of an endpoint.
fn of_webhook(person: Uuid, event: &Event) -> Telling {
    Telling {
        person,
        kind: NotificationKind::WebhookFailing,
        lead: None,
        about: About::Webhook(event.object),
        side: None,
        cause: format!("event:{}", event.id),
        at: event.at,
    }
}

/// What somebody is told of a listing of a watched seller.
fn of_screened(person: Uuid, event: &Event) -> Telling {
    Telling {
        person,
        kind: NotificationKind::WatchedSellerMet,
        lead: None,
        about: About::Screened(event.object),
        side: None,
        cause: format!("event:{}", event.id),
        at: event.at,
    }
}

/// What somebody is told of a person: of one to whom no mails go any more, or of itself.
fn of_person(person: Uuid, kind: NotificationKind, event: &Event) -> Telling {
    Telling {
        person,
        kind,
        lead: None,
        about: About::Person(event.object),
        side: None,
        cause: format!("event:{}", event.id),
        at: event.at,
    }
}

/// What people are told of an event.
fn of_calls(calls: Vec<Call>, event: &Event) -> Vec<Telling> {
    let telling = |call| Telling::of(call, format!("event:{}", event.id), event.at);
    calls.into_iter().map(telling).collect()
}

/// Those who want to be told, each with how, and who see at this moment what they would be told of.
async fn admitted(app: &App, tellings: Vec<Telling>) -> Result<Vec<(Telling, Channel)>> {
    let people: Vec<Uuid> = tellings.iter().map(|telling| telling.person).collect();
    let leads: Vec<Uuid> = tellings.iter().filter_map(|telling| telling.lead).collect();
    let said = store::preferences(app.db.read(), &people).await?;
    let mutes = store::mutes(app.db.read(), &people, &leads).await?;
    let now = micros(app.now());
    let mut admitted = Vec::with_capacity(tellings.len());
    for telling in tellings {
        let channel = telling.kind.channel(said.get(&(telling.person, telling.kind)).copied());
        let until = telling
            .lead
            .and_then(|lead| mutes.get(&(telling.person, lead)).copied());
        let wanted = channel != Channel::None && !telling.kind.is_muted(until, now);
        if wanted && sees(app, &telling).await? {
            admitted.push((telling, channel));
        }
    }
    Ok(admitted)
}

async fn sees(app: &App, telling: &Telling) -> Result<bool> {
    let viewer = viewers::load(app, telling.person).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active && is_on_side(viewer, telling.side)) else {
        return Ok(false);
    };
    let sight = |kind| Sight::of(&viewer, store::read_by(kind), app.now());
    match telling.about {
        About::Officer(_) => Ok(viewer.has(Action::OfficerVerify)),
        About::Person(id) => Ok(id == viewer.person || manages(app, &viewer, id).await?),
        About::Power(id) => {
            let row = rights::power_by_id(app.db.read(), id).await?;
            Ok(row.is_some_and(|row| row.is_seen_by(&viewer)))
        }
        About::Webhook(id) => crate::webhooks::sees(app.db.read(), &viewer, id).await,
        About::Screened(id) => crate::screening::sees(app.db.read(), &viewer, app.now(), id).await,
        About::Seen(kind @ audience::Kind::Referral, id) => {
            referrals::sees(app.db.read(), &viewer, &sight(kind), id).await
        }
        About::Seen(audience::Kind::FundOrder, id) => funds::sees(app.db.read(), &viewer, app.now(), id).await,
        About::Seen(audience::Kind::Appraisal, id) => appraisals::sees(app.db.read(), &viewer, app.now(), id).await,
        About::Seen(audience::Kind::Sample, id) => samples::sees(app.db.read(), &viewer, app.now(), id).await,
        About::Seen(audience::Kind::Purchase, id) => purchases::sees(app.db.read(), &viewer, app.now(), id).await,
        About::Seen(kind, id) => audience::sees(app.db.read(), &sight(kind), kind, id).await,
    }
}

/// Whether somebody manages the people of a person's organisation.
async fn manages(app: &App, viewer: &Viewer, person: Uuid) -> Result<bool> {
    let Some(person) = members::person_row(app.db.read(), person).await? else {
        return Ok(false);
    };
    let target = Target {
        organization: person.organization,
        brands: &[],
    };
    Ok(viewer.may(Action::UserManage, target, app.now()))
}

/// Whether somebody is of a recipient or acts for it, where that matters.
fn is_on_side(viewer: &Viewer, side: Option<Uuid>) -> bool {
    // A service account follows its feed.
    if viewer.service.is_some() {
        return false;
    }
    side.is_none_or(|side| {
        viewer.organization == side || viewer.mandates.iter().any(|mandate| mandate.principal == side)
    })
}

/// Writes what people are told, and says so to their open pages; how many it were.
async fn tell(app: &App, tx: &Tx, tellings: Vec<(Telling, Channel)>) -> Result<usize> {
    let mut told = 0;
    for (telling, channel) in tellings {
        let (object_kind, object_id) = match telling.about {
            About::Seen(kind, id) => (kind.code(), id),
            About::Officer(id) => (store::OFFICER, id),
            About::Person(id) => (store::PERSON, id),
            About::Power(id) => (store::POWER, id),
            About::Webhook(id) => (store::WEBHOOK, id),
            About::Screened(id) => (store::SCREENED, id),
        };
        let row = NotificationRow {
            id: app.ids.id(tx.now()),
            person_id: telling.person,
            kind: telling.kind.code().to_owned(),
            lead_id: telling.lead,
            object_kind: object_kind.to_owned(),
            object_id,
            cause: telling.cause,
            created_at: telling.at,
            read_at: None,
            archived_at: None,
            mail: channel.mail().map(str::to_owned),
            told_in: None,
        };
        if store::notification_insert(tx, &row).await? {
            told += 1;
            say_so(app, tx, row.person_id, row.id).await?;
        }
    }
    Ok(told)
}

/// Says to a person's open pages that something has changed: a new notification, or the person itself where it is none.
async fn say_so(app: &App, tx: &Tx, person: Uuid, object: Uuid) -> Result<()> {
    let event = NewEvent {
        kind: NOTIFIED,
        root: person,
        object,
        principals: vec![Principal::User(person).to_string()],
        payload: json!({}),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// The viewer as a reader of its notifications at this moment.
fn reader(app: &App, viewer: &Viewer) -> Reader {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    Reader {
        person: viewer.person,
        referrals: referrals::seen(viewer, &sight, "n.object_id"),
        orders: funds::seen(viewer, app.now(), "n.object_id"),
        appraisals: appraisals::seen(viewer, app.now(), "n.object_id"),
        samples: samples::seen(viewer, app.now(), "n.object_id"),
        purchases: purchases::seen(viewer, app.now(), "n.object_id"),
        sight,
        evidence: Sight::of(viewer, Action::EvidenceRead, app.now()),
        actions: Sight::of(viewer, Action::OfflineActionRead, app.now()),
        clashes: Sight::of(viewer, Action::DeconflictionRead, app.now()),
        verifies: viewer.has(Action::OfficerVerify),
        people: store::managed(viewer),
        powers: rights::powers_seen(viewer, "n.object_id"),
        webhooks: crate::webhooks::seen(viewer, "n.object_id"),
        screened: crate::screening::seen(viewer, app.now(), "n.object_id"),
    }
}

/// A page of the viewer's notifications, latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(
    app: &App,
    viewer: &Viewer,
    query: &NotificationQuery,
    args: &PageArgs,
) -> Result<Page<NotificationRow>> {
    store::notification_page(app.db.read(), &reader(app, viewer), query, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer, query: &NotificationQuery) -> Result<u64> {
    store::notification_count(app.db.read(), &reader(app, viewer), query, MAX_COUNT + 1).await
}

/// How many of the viewer's notifications it has not read; at most 10,000.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn unread(app: &App, viewer: &Viewer) -> Result<i32> {
    let query = NotificationQuery {
        unread: true,
        ..NotificationQuery::default()
    };
    let found = store::notification_count(app.db.read(), &reader(app, viewer), &query, MAX_COUNT).await?;
    Ok(i32::try_from(found).unwrap_or(i32::MAX))
}

/// A notification of the viewer's that it sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn find(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<NotificationRow>> {
    store::notification_find(app.db.read(), &reader(app, viewer), id).await
}

/// Marks a notification as read, once or again.
///
/// # Errors
/// `NOT_FOUND` where there is none that the viewer sees.
pub(super) async fn mark_read(app: &App, viewer: &Viewer, id: Uuid) -> Result<NotificationRow> {
    let (reader, tx) = (reader(app, viewer), app.begin().await?);
    seen(&tx, &reader, id).await?;
    if store::mark_read(&tx, &reader, Some(id)).await? > 0 {
        say_so(app, &tx, viewer.person, viewer.person).await?;
    }
    changed(tx, &reader, id).await
}

/// Marks all notifications that the viewer sees as read.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn mark_all_read(app: &App, viewer: &Viewer) -> Result<()> {
    let (reader, tx) = (reader(app, viewer), app.begin().await?);
    if store::mark_read(&tx, &reader, None).await? > 0 {
        say_so(app, &tx, viewer.person, viewer.person).await?;
    }
    tx.commit(Recorded(())).await
}

/// Puts a notification away, read, once or again.
///
/// # Errors
/// `NOT_FOUND` where there is none that the viewer sees.
pub(super) async fn archive(app: &App, viewer: &Viewer, id: Uuid) -> Result<NotificationRow> {
    let (reader, tx) = (reader(app, viewer), app.begin().await?);
    seen(&tx, &reader, id).await?;
    if store::archive(&tx, id).await? {
        say_so(app, &tx, viewer.person, viewer.person).await?;
    }
    changed(tx, &reader, id).await
}

async fn seen(tx: &Tx, reader: &Reader, id: Uuid) -> Result<NotificationRow> {
    let found = store::notification_find(tx.connection(), reader, id).await?;
    found.ok_or_else(ApiError::not_found)
}

/// What a person does with its own notifications changes nothing of substance.
async fn changed(tx: Tx, reader: &Reader, id: Uuid) -> Result<NotificationRow> {
    let row = seen(&tx, reader, id).await?;
    tx.commit(Recorded(())).await?;
    Ok(row)
}
