//! How somebody stands to purchases: for commands, and for what clients are told they may do.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    actions::rules::HitState,
    funds::{self, ProgramRow},
    permissions::{Action, Scope, Target, Viewer, viewer::OrganizationKind},
    platform::{
        db::{Connection, code},
        error::Result,
    },
    purchases::{
        rules::{Initiator, Standing, TopUpState, approves},
        store::{self, PurchaseRow, TopUpRow},
    },
};

/// How the viewer stands to some purchases that it sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn standings(
    connection: &impl Connection,
    viewer: &Viewer,
    rows: &[PurchaseRow],
    now: Timestamp,
) -> Result<HashMap<Uuid, Standing>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut approvers: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for approval in store::approvals_of(connection, &ids).await? {
        approvers
            .entry(approval.purchase_id)
            .or_default()
            .push(approval.person_id);
    }
    let mut asked: HashMap<Uuid, TopUpRow> = HashMap::new();
    for wish in store::top_ups_of(connection, &ids).await? {
        match code(&wish.state)? {
            TopUpState::Asked => {
                asked.insert(wish.purchase_id, wish);
            }
            // Who agreed to more money has approved the purchase as well.
            TopUpState::Approved => approvers.entry(wish.purchase_id).or_default().extend(wish.decided_by),
            TopUpState::Refused => {}
        }
    }
    let held_back: HashSet<Uuid> = store::clashes_of_purchases(connection, &ids)
        .await?
        .into_iter()
        .filter(|clash| clash.state == HitState::Open.code())
        .map(|clash| clash.purchase_id)
        .collect();
    let mut programs: HashMap<Uuid, Option<ProgramRow>> = HashMap::new();
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        let wish = asked.get(&row.id);
        let standing = Standing {
            top_up_needs_two: needs_two(connection, row, wish, &mut programs).await?,
            approvers: approvers.remove(&row.id).unwrap_or_default(),
            top_up_by: wish.map(|wish| wish.asked_by),
            is_held_back: held_back.contains(&row.id),
            ..bare(viewer, row, now)?
        };
        found.insert(row.id, standing);
    }
    Ok(found)
}

/// What the row and the viewer's roles say.
fn bare(viewer: &Viewer, row: &PurchaseRow, now: Timestamp) -> Result<Standing> {
    let initiator: Initiator = code(&row.initiator)?;
    let target = Target {
        organization: row.organization_id,
        brands: &[row.brand_id],
    };
    Ok(Standing {
        person: viewer.person,
        state: code(&row.state)?,
        initiator,
        requester: row.requested_by,
        approvers: Vec::new(),
        buyer: row.buyer_id,
        assigned_by: row.assigned_by,
        has_identity: row.sealed.is_some(),
        top_up_by: None,
        top_up_needs_two: false,
        owes_refund: row.refund_minor.is_some() && row.refund_settled_at.is_none(),
        is_handed_over: row.holder_id.is_some(),
        is_held_back: false,
        requests: viewer.may(Action::PurchaseRequest, target, now),
        approves: approves(viewer, initiator, row.program_id.is_some(), row.organization_id),
        assigns: viewer.scope(Action::PurchaseAssign) == Scope::All,
        // Whoever was named may have lost the mandate since: nothing is ordered then. What was ordered is seen to its end.
        buys: viewer.has(Action::PurchaseBuy)
            && (row.ordered_at.is_some()
                || viewer.kind == OrganizationKind::Secretariat
                || viewer.may(Action::PurchaseRequest, target, now)),
    })
}

/// Whether with the money that was asked for on top two people approve a purchase.
async fn needs_two(
    connection: &impl Connection,
    row: &PurchaseRow,
    wish: Option<&TopUpRow>,
    known: &mut HashMap<Uuid, Option<ProgramRow>>,
) -> Result<bool> {
    let (Some(program), Some(wish)) = (row.program_id, wish) else {
        return Ok(false);
    };
    // Each is read once: a page of purchases is of few programmes.
    let program = match known.entry(program) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(free) => free.insert(funds::program(connection, program).await?),
    };
    let minor = row.amount_minor.saturating_add(wish.amount_minor);
    Ok(program.as_ref().is_some_and(|program| funds::needs_two(program, minor)))
}
