//! Endpoints and their messages, as those see them who manage them.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        db::Connection,
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    webhooks::{
        rules::{EndpointSight, MessageState},
        store::{self, AttemptRow, Counts, EndpointRow, MessageRow},
    },
};

/// An endpoint, and how much of what is for it waits.
#[derive(Debug, Clone)]
pub struct EndpointView {
    /// The endpoint.
    pub(crate) row: EndpointRow,
    /// How much waits, and how much is dead.
    pub(crate) counts: Counts,
}

/// A message, and what came of each attempt.
#[derive(Debug, Clone)]
pub struct MessageView {
    /// The message.
    pub(crate) row: MessageRow,
    /// The attempts, the first one first.
    pub(crate) attempts: Vec<AttemptRow>,
}

/// A page of the endpoints that the viewer sees, perhaps of one account, the first made first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list(app: &App, viewer: &Viewer, account: Option<Uuid>, args: &PageArgs) -> Result<Page<EndpointView>> {
    let sight = EndpointSight::of(viewer);
    let page = store::endpoint_page(app.db.read(), sight, account, args).await?;
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, id, _)| *id).collect();
    let counts = store::counts(app.db.read(), &ids).await?;
    Ok(page.map(|row| EndpointView {
        counts: counts.get(&row.id).copied().unwrap_or_default(),
        row,
    }))
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count(app: &App, viewer: &Viewer, account: Option<Uuid>) -> Result<u64> {
    store::endpoint_count(app.db.read(), EndpointSight::of(viewer), account).await
}

/// An endpoint that the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<EndpointView>> {
    match store::endpoint_seen(app.db.read(), EndpointSight::of(viewer), id).await? {
        Some(row) => with_counts(app, row).await.map(Some),
        None => Ok(None),
    }
}

/// An endpoint with how much of what is for it waits.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn with_counts(app: &App, row: EndpointRow) -> Result<EndpointView> {
    let counts = store::counts(app.db.read(), &[row.id]).await?;
    Ok(EndpointView {
        counts: counts.get(&row.id).copied().unwrap_or_default(),
        row,
    })
}

/// Whether the viewer sees an endpoint.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sees(connection: &impl Connection, viewer: &Viewer, id: Uuid) -> Result<bool> {
    let found = store::endpoint_seen(connection, EndpointSight::of(viewer), id).await?;
    Ok(found.is_some())
}

/// A page of the messages of an endpoint that the viewer sees, in some states or in any, latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn messages(
    app: &App,
    endpoint: Uuid,
    states: &[MessageState],
    args: &PageArgs,
) -> Result<Page<MessageView>> {
    let page = store::message_page(app.db.read(), endpoint, states, args).await?;
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, id, _)| *id).collect();
    let mut attempts: HashMap<Uuid, Vec<AttemptRow>> = HashMap::new();
    for attempt in store::attempts_of(app.db.read(), &ids).await? {
        attempts.entry(attempt.message_id).or_default().push(attempt);
    }
    Ok(page.map(|row| MessageView {
        attempts: attempts.remove(&row.id).unwrap_or_default(),
        row,
    }))
}

/// How many those are, counted up to one more than 10,000.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn message_count(app: &App, endpoint: Uuid, states: &[MessageState]) -> Result<u64> {
    store::message_count(app.db.read(), endpoint, states, MAX_COUNT + 1).await
}
