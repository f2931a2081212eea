//! Notifications: what people are told of in the portal, while they may still see it.
//!
//! A job reads the committed events in their one order ([`notify`]) and looks each day's deadlines through ([`remind`]). It
//! writes one row for each person who is concerned, wants to know, and sees the thing at that moment. A row names objects
//! and holds no content: what it shows is asked for when it is shown, under the sight of that moment. Who loses sight of a
//! thing loses every notification of it, in the list and in the count, at once (invariant I24).
//!
//! Always true: a person is told of one cause once, however often an event is read; nobody is told of what it did itself;
//! that a lead was taken back cannot be switched off.

mod commands;
pub mod graphql;
mod jobs;
pub mod rules;
mod store;

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

/// Forgets what people were told of more than half a year ago; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &crate::app::App) -> crate::platform::error::Result<u64> {
    let half_a_year = jiff::SignedDuration::from_hours(24 * 183);
    let before = app.now().checked_sub(half_a_year).unwrap_or(jiff::Timestamp::MIN);
    store::forget(app.db.write(), crate::platform::clock::micros(before)).await
}
