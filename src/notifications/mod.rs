//! Notifications: what people are told of in the portal, while they may still see it.
//!
//! A job reads the committed events in their one order ([`notify`]) and looks each day's deadlines through ([`remind`]). It
//! writes one row for each person who is concerned, wants to know, and sees the thing at that moment. A row names objects
//! and holds no content: what it shows is asked for when it is shown, under the sight of that moment. Who loses sight of a
//! thing loses every notification of it, in the list and in the count, at once (invariant I24).
//!
//! How a person is told is its choice, of each kind: not at all, in the portal, by a line of the next digest, or by a mail of its own.
//! A lead may be muted. Rows keep by which mail they are to be told, and which one told of them; what that mail says is asked for when
//! it is rendered, as for the list.
//!
//! Always true: a person is told of one cause once, however often an event is read; nobody is told of what it did itself;
//! that a lead was taken back cannot be switched off or muted.

mod commands;
pub mod graphql;
mod jobs;
pub mod rules;
mod store;

pub(crate) use commands::{Happened, happened, has_happened, told_since};
pub use commands::{notify, remind};
pub use jobs::follow;

/// Whether a person wants to be told of something: for the mails about it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn wants(
    connection: &impl crate::platform::db::Connection,
    person: uuid::Uuid,
    kind: rules::NotificationKind,
) -> crate::platform::error::Result<bool> {
    let said = store::preferences(connection, &[person]).await?;
    Ok(kind.is_wanted(said.get(&(person, kind)).copied()))
}

/// Those who said that they want to be told of a kind, of an organisation and of the agents that act for it: of what only those
/// are told who want it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn wanting(
    connection: &impl crate::platform::db::Connection,
    kind: rules::NotificationKind,
    organization: uuid::Uuid,
) -> crate::platform::error::Result<Vec<uuid::Uuid>> {
    store::wanting(connection, kind, organization).await
}

/// Has a person told of a kind by a channel, as the person says through the graph: for the demo.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT` where it cannot be switched off.
pub(crate) async fn choose(
    app: &std::sync::Arc<crate::app::App>,
    viewer: &crate::permissions::Viewer,
    kind: rules::NotificationKind,
    channel: rules::Channel,
) -> crate::platform::error::Result<()> {
    let choice = commands::Choice {
        channel: Some(channel),
        ..commands::Choice::default()
    };
    commands::set_preference(app, viewer, kind, choice).await.map(drop)
}

/// Mutes a lead for a person, as the person does through the graph: for the demo.
///
/// # Errors
/// `NOT_FOUND` where the person does not see it, `FORBIDDEN`, `BAD_USER_INPUT`.
pub(crate) async fn mute(
    app: &crate::app::App,
    viewer: &crate::permissions::Viewer,
    lead: uuid::Uuid,
    hours: Option<i32>,
) -> crate::platform::error::Result<()> {
    commands::mute(app, viewer, lead, hours).await.map(drop)
}

/// Until when a person mutes leads, in microseconds, by lead; what is over is left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn muted(
    connection: &impl crate::platform::db::Connection,
    person: uuid::Uuid,
    leads: &[uuid::Uuid],
    now: i64,
) -> crate::platform::error::Result<Vec<(uuid::Uuid, i64)>> {
    let found = store::mutes(connection, &[person], leads).await?;
    let found = found.into_iter().map(|((_, lead), until)| (lead, until));
    Ok(found.filter(|(_, until)| now < *until).collect())
}

/// Has a person told in the portal alone of whatever it is told of by mail; whether there was such.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn keep_to_portal(
    tx: &crate::platform::db::Tx,
    person: uuid::Uuid,
) -> crate::platform::error::Result<bool> {
    store::keep_to_portal(tx, person).await
}

/// Forgets what people were told of more than half a year ago, and mutes that are over; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &crate::app::App) -> crate::platform::error::Result<u64> {
    let half_a_year = jiff::SignedDuration::from_hours(24 * 183);
    let before = app.now().checked_sub(half_a_year).unwrap_or(jiff::Timestamp::MIN);
    let now = crate::platform::clock::micros(app.now());
    let mutes = store::mutes_forget(app.db.write(), now).await?;
    Ok(mutes + store::forget(app.db.write(), crate::platform::clock::micros(before)).await?)
}
