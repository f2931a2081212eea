//! What happens to orders and holds, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Kind,
    funds::{
        rules::{FundSight, OrderState},
        store::{self, HoldRow, OrderRow},
    },
    leads::Call,
    members,
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        db::{Connection, Tx, code},
        error::Result,
        ids::{self, IdKind},
    },
};

const PROPOSED: &str = "FUND_ORDER_PROPOSED";
const DECIDED: &str = "FUND_ORDER_DECIDED";
const EXPIRED: &str = "FUND_HOLD_EXPIRED";

/// Whether an event is about money.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [PROPOSED, DECIDED, EXPIRED].contains(&event)
}

/// Tells of something. Nobody hears the event itself: it has no principals, and holds nothing but who.
async fn publish(app: &App, tx: &Tx, kind: &'static str, (root, object): (Uuid, Uuid), by: Option<Uuid>) -> Result<()> {
    let event = NewEvent {
        kind,
        root,
        object,
        principals: Vec::new(),
        payload: json!({ "by": by.map(|person| ids::encode(IdKind::Person, person)) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Tells that an order waits for others.
pub(super) async fn proposed(app: &App, tx: &Tx, order: Uuid, by: Uuid) -> Result<()> {
    publish(app, tx, PROPOSED, (order, order), Some(by)).await
}

/// Tells that an order was carried out, or refused.
pub(super) async fn decided(app: &App, tx: &Tx, order: Uuid, by: Uuid) -> Result<()> {
    publish(app, tx, DECIDED, (order, order), Some(by)).await
}

/// Tells that a hold's time was over.
pub(super) async fn expired(app: &App, tx: &Tx, hold: &HoldRow) -> Result<()> {
    publish(app, tx, EXPIRED, (hold.purchase_id, hold.id), None).await
}

/// Whom an event about money may concern: those who decide, then whoever proposed it and a member's finance. Whoever acted is
/// not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    if event.kind == EXPIRED {
        return Ok(Vec::new());
    }
    let found = store::orders_seen(connection, &FundSight::everything(), &[event.object])
        .await?
        .pop();
    let Some(order) = found else { return Ok(Vec::new()) };
    let (kind, mut people) = match event.kind == PROPOSED {
        true => (NotificationKind::FundApproval, deciders(connection).await?),
        false => (NotificationKind::FundDecided, concerned(connection, &order).await?),
    };
    let by = event.payload.get("by").and_then(|by| by.as_str());
    if let Some(by) = by.and_then(|by| ids::decode_as(IdKind::Person, by).ok()) {
        people.remove(&by);
    }
    let call = |person| Call {
        person,
        kind,
        lead: None,
        object: (Kind::FundOrder, order.id),
        side: None,
    };
    Ok(people.into_iter().map(call).collect())
}

/// The secretariat's fund managers and administrators.
async fn deciders(connection: &impl Connection) -> Result<BTreeSet<Uuid>> {
    let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
    let offices: Vec<Uuid> = offices.into_iter().map(|row| row.id).collect();
    with_roles(connection, &offices, &[Role::Fm, Role::Sa]).await
}

/// Whoever proposed it; and of the member whose money it is those who look after that, where it was carried out.
async fn concerned(connection: &impl Connection, order: &OrderRow) -> Result<BTreeSet<Uuid>> {
    let mut people = BTreeSet::from([order.proposed_by]);
    let is_posted = code::<OrderState>(&order.state)? == OrderState::Posted;
    if let Some(organization) = order.organization_id.filter(|_| is_posted) {
        people.extend(with_roles(connection, &[organization], &[Role::Mf]).await?);
    }
    Ok(people)
}

async fn with_roles(connection: &impl Connection, organizations: &[Uuid], roles: &[Role]) -> Result<BTreeSet<Uuid>> {
    let people = members::active_people_of(connection, organizations).await?;
    let holds = |held: &[Role]| held.iter().any(|role| roles.contains(role));
    Ok(people
        .into_iter()
        .filter(|person| holds(&person.roles))
        .map(|person| person.id)
        .collect())
}
