//! Webhooks: what happens to leads, told to the machines of organisations at the addresses that these name.
//!
//! ```text
//! event → queued → claimed → delivered | dead | withheld
//!            ↑________|  (again later, ever more rarely; or the sender died)
//! ```
//!
//! An endpoint belongs to a service account, whose sight counts twice: when an event is queued, and again when it is
//! sent, for it may have been lost in between (invariant I24). Of one lead the messages of an endpoint go in the order
//! in which things happened. Each arrives at least once, under an id that stays the same however often it is sent. It
//! holds names of things and codes, and is signed as Standard Webhooks has it; whoever wants more asks the API. While
//! the account or its organisation may not sign in, nothing is queued and what waits stays where it is (I36). See
//! docs/webhooks.md and docs/adr/0052.

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

use uuid::Uuid;

// What the demo does as people do it through the graph, and as the worker does.
pub(crate) use commands::{EndpointFacts, create, pause, ping, queue, send, update};
// Whom it concerns that an endpoint is out of use.
pub(crate) use commands::{calls, is_news};
pub use jobs::follow;

use self::rules::EndpointSight;
use crate::{
    permissions::Viewer,
    platform::{
        db::{Connection, Sql},
        error::Result,
    },
};

/// Whether the viewer sees an endpoint.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees(connection: &impl Connection, viewer: &Viewer, id: Uuid) -> Result<bool> {
    commands::sees(connection, viewer, id).await
}

/// That the viewer sees the endpoint of an id, a column of a statement, as a condition of it.
#[must_use]
pub(crate) fn seen(viewer: &Viewer, id: &str) -> Sql {
    store::seen(EndpointSight::of(viewer), id)
}
