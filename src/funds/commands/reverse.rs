//! Taking back what was recorded by mistake: by entries the other way round that name what they take back (I5). What stands and
//! falls together is taken back together.

use std::collections::{BTreeMap, btree_map::Entry};

use uuid::Uuid;

use super::{
    holds::{facts, locked, put},
    ledger::{Posting, post},
};
use crate::{
    app::App,
    funds::{
        rules::{EntryKind, HoldState, Transfer},
        store::{self, EntryRow, HoldRow, OrderRow},
    },
    platform::{
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// The entries that are taken back with one.
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` where nothing of it is taken back this way, `TRANSITION_NOT_ALLOWED` where it was.
pub(super) async fn reversible(tx: &Tx, entry: Uuid) -> Result<Vec<EntryRow>> {
    let found = store::entries_by_ids(tx.connection(), &[entry]).await?.pop();
    let link = found.ok_or_else(ApiError::not_found)?.link_id;
    let mut linked = Vec::new();
    for row in store::entries_linked(tx.connection(), link).await? {
        if code::<EntryKind>(&row.kind)?.is_reversible() {
            linked.push(row);
        }
    }
    if !linked.iter().any(|row| row.id == entry) {
        return Err(ApiError::input(
            "ledgerEntryId",
            "An entry of this kind is not reversed.",
        ));
    }
    let ids: Vec<Uuid> = linked.iter().map(|row| row.id).collect();
    match store::reversals_of(tx.connection(), &ids).await?.is_empty() {
        true => Ok(linked),
        false => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// Takes back what an order names.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it was taken back meanwhile, or more is refunded than would be captured;
/// `INSUFFICIENT_FUNDS` where the money is not there any more.
pub(super) async fn carry_out(app: &App, tx: &Tx, order: &OrderRow) -> Result<()> {
    let entry = order
        .reverses_id
        .ok_or_else(|| ApiError::internal("a reversal of nothing"))?;
    let rows = reversible(tx, entry).await?;
    let mut holds: BTreeMap<Uuid, HoldRow> = BTreeMap::new();
    let mut by_fund: BTreeMap<Uuid, Vec<Transfer>> = BTreeMap::new();
    for row in rows {
        let made = transfer(&row)?;
        let transfers = by_fund.entry(row.fund_id).or_default();
        transfers.push(Transfer::reversing(row.id, &made));
        let Some(id) = row.hold_id else { continue };
        let hold = match holds.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(locked(tx, id).await?),
        };
        transfers.extend(of_hold(hold, &made)?);
    }
    for hold in holds.values() {
        store::hold_save(tx, hold).await?;
    }
    let posting = |(fund, transfers)| {
        Posting::of(fund, Some(order.proposed_by), transfers)
            .by_bank(None, order.note.clone())
            .because_of(order.id)
    };
    post(app, tx, by_fund.into_iter().map(posting).collect()).await?;
    Ok(())
}

fn transfer(row: &EntryRow) -> Result<Transfer> {
    let mut transfer = Transfer::of(code(&row.kind)?, row.debit_id, row.credit_id, row.amount_minor);
    transfer.cost_kind = row.cost_kind.as_deref().map(code).transpose()?;
    transfer.hold = row.hold_id;
    Ok(transfer)
}

/// Counts back what a hold had captured, or was refunded. What a closed hold had captured does not stay with it: it goes on to
/// where its rest went.
fn of_hold(hold: &mut HoldRow, made: &Transfer) -> Result<Option<Transfer>> {
    let before = facts(hold)?;
    match made.kind {
        EntryKind::Capture => {
            put(hold, &before.uncapture(made.minor)?);
            let on = Transfer::of(EntryKind::Release, hold.account_id, hold.allocation_id, made.minor);
            Ok((before.state != HoldState::Open).then(|| on.of_hold(hold.id)))
        }
        EntryKind::Refund => {
            put(hold, &before.unrefund(made.minor)?);
            if made.credit != hold.allocation_id {
                hold.pooled_minor -= made.minor;
            }
            Ok(None)
        }
        EntryKind::Contribution
        | EntryKind::Allocation
        | EntryKind::Deallocation
        | EntryKind::Hold
        | EntryKind::TopUp
        | EntryKind::Release
        | EntryKind::Void
        | EntryKind::Expiry
        | EntryKind::CardPayment
        | EntryKind::Recovery
        | EntryKind::Payout
        | EntryKind::SuspenseIn
        | EntryKind::SuspenseOut
        | EntryKind::SuspenseCleared
        | EntryKind::Exchange
        | EntryKind::Reversal => Ok(None),
    }
}
