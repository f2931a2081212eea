//! Digests: mails with what is overdue, what is due and what is new, as often as each person likes.
//!
//! - Once a day or once a week, at the hour the person chose, or as soon as something comes: the [planner](plan) queues a
//!   mail for a period; its row is unique, so there is one however many planners run.
//! - What it says is asked for when it is [rendered](render), under the access of that moment (I24). How much it says
//!   depends on the TLP: nothing of what is RED but how many, no title of what is AMBER. A weekly one has the week's
//!   numbers as a picture.
//! - Of blind matches it says how much there is to read in the portal, and nothing else: not even of which lead.
//! - Of officers who wait to be verified it says how many, to who may verify them.
//! - Of what else has happened and the person wants to hear in its digest it says what and of which lead; who wants to hear of something
//!   at once gets a mail of its own with the same, [whenever](render_notifications) something has happened.
//! - Each lead is told of as new once. What a mail told of that did not arrive is told by the next one; one that may not
//!   have arrived is named there.
//! - A digest that could not be sent in its time is not sent later: the next one says everything.
//! - What would be empty is not sent, and nothing to who gets no mails because they came back. One click [ends](unsubscribe) them all
//!   (RFC 8058).

mod contents;
mod notices;
mod picture;
mod planning;
mod rules;
mod store;
mod unsubscribing;
mod words;

pub use contents::render;
pub use notices::render_notifications;
pub use planning::plan;
pub use unsubscribing::unsubscribe;

/// Forgets what was told of more than half a year ago; returns how many leads and deliveries.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &crate::app::App) -> crate::platform::error::Result<u64> {
    let half_a_year = jiff::SignedDuration::from_hours(24 * 183);
    let before = app.now().checked_sub(half_a_year).unwrap_or(jiff::Timestamp::MIN);
    store::told_forget(app.db.write(), crate::platform::clock::micros(before)).await
}
