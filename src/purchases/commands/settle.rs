//! What others bring about: samples are appraised, money comes back, a hold ends, and then a purchase is at its end. Each within the
//! caller's transaction.

use uuid::Uuid;

use super::{clash, decide, moved, put, state_of};
use crate::{
    app::App,
    funds::{self, rules::HoldState},
    leads,
    platform::{clock::micros, db::Tx, error::Result},
    purchases::{
        rules::{PurchaseEventKind, PurchaseState},
        store::{self, PurchaseRow},
    },
    samples,
};

/// Locks a purchase before its money is: lest two wait for each other. Nothing happens where there is none.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn take(tx: &Tx, purchase: Uuid) -> Result<()> {
    store::purchase_lock(tx, purchase).await.map(drop)
}

/// [`take`] for what ends a purchase: from then on it meets no action, nor one that is being compared with it at this moment.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn take_to_end(tx: &Tx, purchase: Uuid) -> Result<()> {
    clash::take_turn(tx).await?;
    take(tx, purchase).await
}

/// A sample went to an appraiser; nothing happens where one has already.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn went_to_appraisal(app: &App, tx: &Tx, by: Uuid, purchase: Uuid) -> Result<()> {
    let Some(mut row) = store::purchase_lock(tx, purchase).await? else {
        return Ok(());
    };
    if !matches!(state_of(&row)?, PurchaseState::Received | PurchaseState::Appraised) {
        return Ok(());
    }
    put(&mut row, PurchaseState::InAppraisal);
    moved(app, tx, Some(by), row, PurchaseEventKind::InAppraisal, None)
        .await
        .map(drop)
}

/// All samples that were given to an appraiser have a final conclusion.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn was_appraised(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    let Some(mut row) = store::purchase_lock(tx, purchase).await? else {
        return Ok(());
    };
    if state_of(&row)? == PurchaseState::InAppraisal {
        put(&mut row, PurchaseState::Appraised);
        moved(app, tx, None, row, PurchaseEventKind::Appraised, None).await?;
    }
    // What was contested may have held up the end.
    settle(app, tx, purchase).await
}

/// Ends a purchase whose money is settled and whose samples are at their end, and tells the lead; nothing happens before.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn settle(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    let Some(mut row) = store::purchase_lock(tx, purchase).await? else {
        return Ok(());
    };
    if !is_over(tx, &row).await? {
        return Ok(());
    }
    put(&mut row, PurchaseState::Closed);
    row.closed_at = Some(micros(tx.now()));
    let row = moved(app, tx, None, row, PurchaseEventKind::Closed, None).await?;
    leads::tell_of_purchase(tx, app, row.lead_id, row.delivery_id, &row.reference).await
}

async fn is_over(tx: &Tx, row: &PurchaseRow) -> Result<bool> {
    let has_samples = match state_of(row)? {
        PurchaseState::Received | PurchaseState::InAppraisal | PurchaseState::Appraised => true,
        PurchaseState::NotDelivered | PurchaseState::SellerCancelled | PurchaseState::Lost => false,
        PurchaseState::Requested
        | PurchaseState::Approved
        | PurchaseState::Rejected
        | PurchaseState::Cancelled
        | PurchaseState::HoldExpired
        | PurchaseState::Assigned
        | PurchaseState::Ordered
        | PurchaseState::Shipped
        | PurchaseState::Closed => return Ok(false),
    };
    if row.refund_minor.is_some() && row.refund_settled_at.is_none() {
        return Ok(false);
    }
    let hold: Vec<Uuid> = row.hold_id.into_iter().collect();
    let holds = funds::holds_by_ids(tx.connection(), &hold).await?;
    if holds.iter().any(|hold| hold.state == HoldState::Open.code()) {
        return Ok(false);
    }
    Ok(!has_samples || samples::all_ended(tx.connection(), row.id).await?)
}

/// The time of a hold is over: what was approved and not ordered comes to nothing.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn hold_expired(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    let Some(mut row) = store::purchase_lock(tx, purchase).await? else {
        return Ok(());
    };
    if !matches!(state_of(&row)?, PurchaseState::Approved | PurchaseState::Assigned) {
        return Ok(());
    }
    funds::demand(tx, row.allocation_id, row.id, 0).await?;
    decide::ended(tx, &mut row, PurchaseState::HoldExpired).await?;
    moved(app, tx, None, row, PurchaseEventKind::HoldExpired, None)
        .await
        .map(drop)
}

/// A seller has paid something back: where that is all that was expected, nothing is any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn refunded(app: &App, tx: &Tx, purchase: Uuid) -> Result<()> {
    let Some(mut row) = store::purchase_lock(tx, purchase).await? else {
        return Ok(());
    };
    let Some(expected) = row.refund_minor.filter(|_| row.refund_settled_at.is_none()) else {
        return Ok(());
    };
    let hold: Vec<Uuid> = row.hold_id.into_iter().collect();
    let holds = funds::holds_by_ids(tx.connection(), &hold).await?;
    let came: i64 = holds.iter().map(|hold| hold.refunded_minor).sum();
    if came < expected {
        return Ok(());
    }
    row.refund_settled_at = Some(micros(tx.now()));
    moved(app, tx, None, row, PurchaseEventKind::Refunded, None).await?;
    settle(app, tx, purchase).await
}
