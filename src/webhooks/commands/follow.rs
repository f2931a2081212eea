//! Queueing: each event, for each endpoint whose service account may hear of it at this moment.

use std::{collections::HashMap, sync::Arc};

use uuid::Uuid;

use crate::{
    app::App,
    audience::Sight,
    leads::{self, rules::TimelineKind},
    outbox::{self, Event},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{Recorded, json},
        error::Result,
    },
    sessions::viewers,
    webhooks::{
        rules::{MessageState, WebhookKind},
        store::{self, EndpointRow, MessageRow},
    },
};

/// What a message of a lead is about.
const ENTRY: &str = "entry";

/// The endpoints that listen, with the kinds they want; none means all.
type Listening = Vec<(EndpointRow, Vec<WebhookKind>)>;

/// The service accounts that were asked for; `None` for one that may not act now.
type Accounts = HashMap<Uuid, Option<Arc<Viewer>>>;

/// An event that goes out, with its place and its kind.
struct News<'a> {
    position: i64,
    event: &'a Event,
    kind: WebhookKind,
}

/// Queues what happened since the last time; returns how many messages there are more. Two that run at once do no harm:
/// a batch is one transaction, and whoever comes second finds that the place has moved.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn queue(app: &App) -> Result<usize> {
    let mut queued = 0;
    loop {
        let from = store::cursor(app.db.read()).await?;
        let events = outbox::after(&app.db, from).await?;
        let Some((to, _)) = events.last() else {
            return Ok(queued);
        };
        let messages = messages(app, &events).await?;
        let tx = app.begin().await?;
        if !store::cursor_advance(&tx, from, *to).await? {
            return Ok(queued);
        }
        for message in &messages {
            queued += usize::from(store::message_insert(&tx, message).await?);
        }
        tx.commit(Recorded(())).await?;
    }
}

async fn messages(app: &App, events: &[(i64, Event)]) -> Result<Vec<MessageRow>> {
    let news: Vec<News<'_>> = events.iter().filter_map(news).collect();
    if news.is_empty() {
        return Ok(Vec::new());
    }
    let endpoints = listening(app).await?;
    let mut accounts = Accounts::new();
    let mut messages = Vec::new();
    for news in &news {
        for (endpoint, kinds) in &endpoints {
            if !wants(endpoint, kinds, news) {
                continue;
            }
            let Some(viewer) = account(app, &mut accounts, endpoint.account_id).await? else {
                continue;
            };
            if hears(app, &viewer, news).await? || outlives(app, &viewer, news).await? {
                messages.push(message(app, endpoint, news));
            }
        }
    }
    Ok(messages)
}

/// Whether an event was for an account when it happened, and what it is about is for it now.
async fn hears(app: &App, viewer: &Viewer, news: &News<'_>) -> Result<bool> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    if !sight.meets(&news.event.principals) {
        return Ok(false);
    }
    let about = (news.event.root, news.event.object);
    let heard = leads::hear(app.db.read(), viewer, about, app.now()).await?;
    Ok(heard.is_some())
}

/// Whether it is a retraction, of which an account hears that was shown the lead and sees it no more.
async fn outlives(app: &App, viewer: &Viewer, news: &News<'_>) -> Result<bool> {
    if news.kind != WebhookKind::LeadRetracted {
        return Ok(false);
    }
    let known = leads::retracted_since(app.db.read(), viewer, news.event.root).await?;
    Ok(known.is_some())
}

/// A service account as it is now, read once for each batch.
async fn account(app: &App, known: &mut Accounts, id: Uuid) -> Result<Option<Arc<Viewer>>> {
    if let Some(account) = known.get(&id) {
        return Ok(account.clone());
    }
    let account = viewers::load(app, id).await?.filter(|viewer| is_account(viewer));
    known.insert(id, account.clone());
    Ok(account)
}

/// Whether it is a service account that may act.
pub(super) fn is_account(viewer: &Viewer) -> bool {
    viewer.active && viewer.service.is_some()
}

fn news((position, event): &(i64, Event)) -> Option<News<'_>> {
    let kind = event.kind.parse::<TimelineKind>().ok().and_then(WebhookKind::of)?;
    Some(News {
        position: *position,
        event,
        kind,
    })
}

/// The endpoints that listen; with what each wants read once.
async fn listening(app: &App) -> Result<Listening> {
    let rows = store::listening(app.db.read()).await?;
    rows.into_iter()
        .map(|row| {
            let kinds = json(&row.kinds)?;
            Ok((row, kinds))
        })
        .collect()
}

/// Whether an endpoint wants to hear of something; never of what happened before it was there.
fn wants(endpoint: &EndpointRow, kinds: &[WebhookKind], news: &News<'_>) -> bool {
    news.event.at >= endpoint.created_at && (kinds.is_empty() || kinds.contains(&news.kind))
}

fn message(app: &App, endpoint: &EndpointRow, news: &News<'_>) -> MessageRow {
    let now = micros(app.now());
    let state: &str = MessageState::Queued.into();
    MessageRow {
        id: app.ids.id(app.now()),
        endpoint_id: endpoint.id,
        event_id: news.event.id,
        kind: news.kind.code().to_owned(),
        root_id: news.event.root,
        object_kind: ENTRY.to_owned(),
        object_id: news.event.object,
        state: state.to_owned(),
        attempts: 0,
        not_before: now,
        claimed_at: None,
        settled_at: None,
        status: None,
        error: None,
        position: news.position,
        occurred_at: news.event.at,
        created_at: now,
    }
}
