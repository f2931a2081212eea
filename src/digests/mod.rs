//! Digests: one mail a day and person with what is overdue, what is due and what is new.
//!
//! - At the hour the person chose, in the person's time zone, the [planner](plan) queues a mail for the local day; its row
//!   is unique, so there is one however many planners run.
//! - What it says is asked for when it is [rendered](render), under the access of that moment (I24). How much it says
//!   depends on the TLP: nothing of what is RED but how many, no title of what is AMBER.
//! - A digest that could not be sent on its day is not sent on another one: that day's digest says everything.
//! - What would be empty is not sent. One click [ends](unsubscribe) it (RFC 8058).

mod contents;
mod planning;
mod rules;
mod store;
mod unsubscribing;

pub use contents::{is_over, render};
pub use planning::plan;
pub use unsubscribing::unsubscribe;

/// Forgets which leads were told of more than half a year ago; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(app: &crate::app::App) -> crate::platform::error::Result<u64> {
    let half_a_year = jiff::SignedDuration::from_hours(24 * 183);
    let before = app.now().checked_sub(half_a_year).unwrap_or(jiff::Timestamp::MIN);
    store::told_forget(app.db.write(), crate::platform::clock::micros(before)).await
}
