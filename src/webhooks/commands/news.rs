//! That an endpoint is out of use, and whom that concerns; see `crate::notifications`.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    members,
    outbox::{self, Event, NewEvent},
    permissions::{Action, Role, Scope, table::scope},
    platform::{
        db::{Connection, Tx},
        error::Result,
    },
    webhooks::store,
};

const DISABLED: &str = "WEBHOOK_ENDPOINT_DISABLED";

/// Whether an event is about an endpoint.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    event == DISABLED
}

/// Tells that an endpoint is out of use. Nobody hears the event itself: it has no principals, and holds nothing but
/// which.
pub(super) async fn disabled(app: &App, tx: &Tx, endpoint: Uuid) -> Result<()> {
    let event = NewEvent {
        kind: DISABLED,
        root: endpoint,
        object: endpoint,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Whom it concerns: those of the organisation who manage webhooks.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Uuid>> {
    let Some(endpoint) = store::endpoint_by_id(connection, event.object).await? else {
        return Ok(Vec::new());
    };
    let manages = |role: &Role| scope(*role, Action::WebhookManage) != Scope::No;
    let people = members::active_people_of(connection, &[endpoint.organization_id]).await?;
    let people = people.into_iter().filter(|person| person.roles.iter().any(manages));
    Ok(people.map(|person| person.id).collect())
}
