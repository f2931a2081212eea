//! What happens to purchases, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Kind,
    leads::Call,
    members,
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        db::{Connection, Tx},
        error::Result,
        ids::{self, IdKind},
    },
    purchases::{
        rules::{Initiator, PurchaseEventKind, PurchaseState},
        store::{self, PurchaseRow},
    },
};

const ASKED: &str = "PURCHASE_ASKED";
const APPROVED: &str = "PURCHASE_APPROVED";
const DECIDED: &str = "PURCHASE_DECIDED";
const ASSIGNED: &str = "PURCHASE_ASSIGNED";
const MOVED: &str = "PURCHASE_MOVED";
const ENDING: &str = "PURCHASE_HOLD_ENDING";
const LATE: &str = "PURCHASE_REFUND_LATE";
const MET: &str = "PURCHASE_MET";

/// Whether an event is about a purchase.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [ASKED, APPROVED, DECIDED, ASSIGNED, MOVED, ENDING, LATE, MET].contains(&event)
}

/// Nobody hears the event itself: it has no principals, and holds nothing but who.
async fn tell(app: &App, tx: &Tx, kind: &'static str, purchase: Uuid, by: Option<Uuid>) -> Result<()> {
    let event = NewEvent {
        kind,
        root: purchase,
        object: purchase,
        principals: Vec::new(),
        payload: json!({ "by": by.map(|person| ids::encode(IdKind::Person, person)) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Tells what happened to a purchase.
pub(super) async fn publish(
    app: &App,
    tx: &Tx,
    row: &PurchaseRow,
    kind: PurchaseEventKind,
    by: Option<Uuid>,
) -> Result<()> {
    use PurchaseEventKind as E;
    let news = match kind {
        E::Requested | E::TopUpAsked => ASKED,
        // The first of two.
        E::Approved if row.state == PurchaseState::Requested.code() => ASKED,
        E::Approved => APPROVED,
        E::Rejected | E::Cancelled | E::HoldExpired => DECIDED,
        E::Assigned | E::Reassigned | E::TopUpApproved | E::TopUpRefused => ASSIGNED,
        E::Ordered
        | E::Shipped
        | E::Received
        | E::NotDelivered
        | E::SellerCancelled
        | E::Lost
        | E::RefundWaived
        | E::Refunded
        | E::HandedOver
        | E::InAppraisal
        | E::Appraised
        | E::Closed => MOVED,
    };
    tell(app, tx, news, row.id, by).await
}

/// Tells the desk that a purchase meets an action.
pub(super) async fn met(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    tell(app, tx, MET, purchase, None).await
}

/// Tells that a hold ends soon.
pub(super) async fn ending(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    tell(app, tx, ENDING, purchase, None).await
}

/// Tells that a seller is late with paying back.
pub(super) async fn late(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    tell(app, tx, LATE, purchase, None).await
}

/// Whom an event about a purchase may concern; whoever acted is not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    use NotificationKind as N;
    let Some(row) = store::purchases_by_ids(connection, &[event.object]).await?.pop() else {
        return Ok(Vec::new());
    };
    let (requester, buyer) = (vec![row.requested_by], row.buyer_id.into_iter().collect::<Vec<_>>());
    let told: Vec<(Vec<Uuid>, N)> = match event.kind.as_str() {
        ASKED => vec![(approvers(connection, &row).await?, N::PurchaseApproval)],
        APPROVED => vec![
            (requester, N::PurchaseDecided),
            (desk(connection).await?, N::PurchaseWaits),
        ],
        DECIDED => vec![([requester, buyer].concat(), N::PurchaseDecided)],
        ASSIGNED => vec![(buyer, N::PurchaseAssigned)],
        MOVED => vec![(requester, N::PurchaseMoved)],
        ENDING => vec![([requester, buyer].concat(), N::PurchaseHoldEnding)],
        LATE => vec![(
            [requester, approvers(connection, &row).await?].concat(),
            N::PurchaseRefundLate,
        )],
        _ => vec![(desk(connection).await?, N::PurchaseClash)],
    };
    let by = event.payload.get("by").and_then(|by| by.as_str());
    let by = by.and_then(|by| ids::decode_as(IdKind::Person, by).ok());
    let mut known = BTreeSet::new();
    let mut calls = Vec::new();
    for (people, kind) in told {
        for person in people {
            if Some(person) != by && known.insert(person) {
                calls.push(Call {
                    person,
                    kind,
                    lead: None,
                    object: (Kind::Purchase, row.id),
                    side: None,
                });
            }
        }
    }
    Ok(calls)
}

async fn desk(connection: &impl Connection) -> Result<Vec<Uuid>> {
    let officers = members::officers(connection).await?;
    Ok(officers.into_iter().map(|person| person.id).collect())
}

/// Those who approve a purchase, but the one who asked.
async fn approvers(connection: &impl Connection, row: &PurchaseRow) -> Result<Vec<Uuid>> {
    let is_of_fund = row.program_id.is_some() || row.initiator == Initiator::Alliance.code();
    let (homes, role) = match is_of_fund {
        true => {
            let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
            (offices.into_iter().map(|office| office.id).collect(), Role::Fm)
        }
        false => (vec![row.organization_id], Role::Mf),
    };
    let people = members::active_people_of(connection, &homes).await?;
    Ok(people
        .into_iter()
        .filter(|person| person.roles.contains(&role) && person.id != row.requested_by)
        .map(|person| person.id)
        .collect())
}
