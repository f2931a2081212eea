//! Approving test purchases, refusing them, giving them up. The last who has to approve holds the money, in the same transaction.

use serde_json::json;
use uuid::Uuid;

use super::{
    Done, Loaded, finish, load, load_to_end, put,
    request::{bounds, needed, open_program},
    terms_at,
};
use crate::{
    app::App,
    funds::{self, HoldRequest, rules as money},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, Result},
    },
    purchases::{
        rules::{MarkKind, PurchaseEventKind, PurchaseState, PurchaseStep, TopUpState, total},
        store::{self, ApprovalRow, PurchaseRow},
    },
};

/// Approves a purchase, of all units or of fewer, as another person than the one who asked and those who approved.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `BAD_USER_INPUT`, `INSUFFICIENT_FUNDS`.
pub(crate) async fn approve(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    quantity: Option<i32>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let Loaded { mut row, standing } = load(&tx, viewer, id).await?;
    let loaded = Loaded {
        row: row.clone(),
        standing,
    };
    let state = loaded.step(PurchaseStep::Approve, expected)?;
    let most = row.approved_quantity.unwrap_or(row.quantity);
    let count = quantity.unwrap_or(most);
    if !(1..=most).contains(&count) {
        return Err(ApiError::input(
            "quantity",
            "Approve one or more, and no more than are asked for.",
        ));
    }
    let minor = total(row.unit_minor, count, row.shipping_minor, row.fees_minor)?;
    row.approved_quantity = Some(count);
    row.amount_minor = minor;
    row.approvals_needed = within_program(&tx, &row).await?;
    let approval = ApprovalRow {
        id: app.ids.id(tx.now()),
        purchase_id: id,
        person_id: viewer.person,
        quantity: count,
        at: micros(tx.now()),
    };
    store::approval_insert(&tx, approval).await?;
    let given = i32::try_from(loaded.standing.approvers.len() + 1).map_err(ApiError::internal)?;
    if given >= row.approvals_needed {
        hold(app, &tx, viewer, &mut row).await?;
        put(&mut row, state);
    } else {
        funds::demand(&tx, row.allocation_id, id, minor).await?;
    }
    let detail = json!({ "state": row.state, "quantity": count, "minor": minor, "approvals": given });
    let done = Done {
        mutation: "approvePurchase",
        kind: PurchaseEventKind::Approved,
        note: Some(count.to_string()),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Whether what is approved keeps within the programme; gives how many people approve it.
async fn within_program(tx: &Tx, row: &PurchaseRow) -> Result<i32> {
    let Some(program) = open_program(tx, row).await? else {
        return Ok(1);
    };
    let sellers = sellers(tx, row.id).await?;
    bounds(tx, row, &program, &sellers)
        .await?
        .hold("quantity", row.amount_minor)?;
    Ok(needed(&program, row.amount_minor))
}

/// Keyed hashes of what the seller itself is known by.
pub(super) async fn sellers(tx: &Tx, purchase: Uuid) -> Result<Vec<String>> {
    let marks = store::marks_of(tx.connection(), &[purchase]).await?;
    let own = marks.into_iter().filter(|(_, kind, _)| *kind == MarkKind::Seller);
    Ok(own.map(|(.., hash)| hash).collect())
}

/// Holds what was approved; nothing waits for a decision any more.
async fn hold(app: &App, tx: &Tx, viewer: &Viewer, row: &mut PurchaseRow) -> Result<()> {
    let held = terms_at(tx.connection(), tx.now()).await?.hold();
    let expires_at = tx.now().checked_add(held).map_err(ApiError::internal)?;
    let request = HoldRequest {
        allocation: row.allocation_id,
        purchase: row.id,
        minor: row.amount_minor,
        currency: row.currency.clone(),
        expires_at,
    };
    funds::demand(tx, row.allocation_id, row.id, 0).await?;
    row.hold_id = Some(funds::hold(app, tx, Some(viewer.person), request).await?);
    row.hold_expires_at = Some(micros(expires_at));
    row.approved_minor = Some(row.amount_minor);
    row.decided_at = Some(micros(tx.now()));
    Ok(())
}

/// Refuses a purchase, as another person than the one who asked.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn reject(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let what = ("rejectPurchase", PurchaseStep::Reject, PurchaseEventKind::Rejected);
    end(app, viewer, (id, expected), reason, what).await
}

/// Gives up what one asked for, until something was ordered; what is held goes back.
///
/// # Errors
/// As [`reject`].
pub(crate) async fn cancel(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let what = ("cancelPurchase", PurchaseStep::Cancel, PurchaseEventKind::Cancelled);
    end(app, viewer, (id, expected), reason, what).await
}

async fn end(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    reason: &str,
    (mutation, step, kind): (&'static str, PurchaseStep, PurchaseEventKind),
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load_to_end(&tx, viewer, id).await?;
    let state = loaded.step(step, expected)?;
    let reason = money::text("reason", reason, 1_000)?;
    let mut row = loaded.row;
    given_up(app, &tx, Some(viewer.person), (&mut row, state), &reason).await?;
    let detail = json!({ "state": row.state });
    let done = Done {
        mutation,
        kind,
        note: Some(reason),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Ends a purchase of which nothing was ordered: what waits is taken back, what is held goes back, and it meets nobody any more.
pub(super) async fn given_up(
    app: &App,
    tx: &Tx,
    by: Option<Uuid>,
    (row, state): (&mut PurchaseRow, PurchaseState),
    reason: &str,
) -> Result<()> {
    funds::demand(tx, row.allocation_id, row.id, 0).await?;
    if let Some(hold) = row.hold_id {
        funds::release(app, tx, by, hold).await?;
    }
    ended(tx, row, state).await?;
    row.decision_reason = Some(reason.to_owned());
    Ok(())
}

/// Writes into the row that a purchase came to nothing.
pub(super) async fn ended(tx: &Tx, row: &mut PurchaseRow, state: PurchaseState) -> Result<()> {
    for wish in store::top_ups_of(tx.connection(), &[row.id]).await? {
        if wish.state == TopUpState::Asked.code() {
            store::top_up_save(tx, wish.id, TopUpState::Refused, None, None).await?;
        }
    }
    super::clash::unmet(tx, row.id).await?;
    row.hold_expires_at = None;
    row.decided_at = Some(micros(tx.now()));
    row.closed_at = Some(micros(tx.now()));
    put(row, state);
    Ok(())
}
