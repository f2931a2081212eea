//! Carrying out an order to which enough people agreed.

use uuid::Uuid;

use super::{
    holds::account,
    ledger::{self, Posting},
    period, reverse,
};
use crate::{
    app::App,
    funds::{
        rules::{AccountKind, EntryKind, OrderKind, Transfer},
        store::{self, AccountRow, NewAccount, OrderRow},
    },
    permissions::Viewer,
    platform::{
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// Carries out an order; `viewer` is the last who agreed.
///
/// # Errors
/// `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS`, `TRANSITION_NOT_ALLOWED`.
pub(super) async fn carry_out(app: &App, tx: &Tx, viewer: &Viewer, order: &OrderRow) -> Result<()> {
    let postings = match code(&order.kind)? {
        OrderKind::Contribution => {
            let [bank, pool] = accounts(tx, order.fund_id, [AccountKind::Bank, AccountKind::Pool]).await?;
            vec![one(order, EntryKind::Contribution, bank, pool)?]
        }
        OrderKind::Allocation => {
            // Whoever ends the programme waits, or came before: otherwise an allocation would open in it that nobody closes.
            let is_over = match order.program_id {
                Some(program) => store::program_share(tx, program).await?.archived_at.is_some(),
                None => false,
            };
            let [pool] = accounts(tx, order.fund_id, [AccountKind::Pool]).await?;
            let allocation = opened(app, tx, order, AccountKind::Allocation).await?;
            if is_over || allocation.closed_at.is_some() {
                return Err(ErrorCode::TransitionNotAllowed.into());
            }
            vec![one(order, EntryKind::Allocation, pool, allocation.id)?]
        }
        OrderKind::Deallocation => {
            let [pool] = accounts(tx, order.fund_id, [AccountKind::Pool]).await?;
            let allocation = opened(app, tx, order, AccountKind::Allocation).await?;
            vec![one(order, EntryKind::Deallocation, allocation.id, pool)?]
        }
        OrderKind::Recovery => vec![recovery(app, tx, order).await?],
        OrderKind::Payout => {
            let [bank] = accounts(tx, order.fund_id, [AccountKind::Bank]).await?;
            let payable = opened(app, tx, order, AccountKind::RecoveryPayable).await?;
            vec![one(order, EntryKind::Payout, payable.id, bank)?]
        }
        OrderKind::Exchange => exchange(tx, order).await?,
        OrderKind::Reversal => return reverse::carry_out(app, tx, order).await,
        OrderKind::PeriodClose => return period::close(app, tx, order, viewer.person).await,
    };
    ledger::post(app, tx, postings).await?;
    Ok(())
}

fn amount(order: &OrderRow) -> Result<i64> {
    order
        .amount_minor
        .ok_or_else(|| ApiError::internal("an order without an amount"))
}

async fn accounts<const N: usize>(tx: &Tx, fund: Uuid, kinds: [AccountKind; N]) -> Result<[Uuid; N]> {
    let mut ids = [Uuid::nil(); N];
    for (id, kind) in ids.iter_mut().zip(kinds) {
        *id = account(tx, fund, kind).await?;
    }
    Ok(ids)
}

/// The account of an order's organisation, and programme where it is an allocation; opened where it is the first time.
async fn opened(app: &App, tx: &Tx, order: &OrderRow, kind: AccountKind) -> Result<AccountRow> {
    let organization = order.organization_id;
    organization_account(app, tx, order, (kind, organization)).await
}

async fn organization_account(
    app: &App,
    tx: &Tx,
    order: &OrderRow,
    (kind, organization): (AccountKind, Option<Uuid>),
) -> Result<AccountRow> {
    let new = NewAccount {
        id: app.ids.id(tx.now()),
        fund: order.fund_id,
        kind,
        organization,
        program: order.program_id.filter(|_| kind == AccountKind::Allocation),
        hold: None,
    };
    store::account_open(tx, new).await
}

fn posting(order: &OrderRow, fund: Uuid, transfers: Vec<Transfer>) -> Posting {
    Posting::of(fund, Some(order.proposed_by), transfers)
        .by_bank(order.bank_reference.clone(), order.note.clone())
        .because_of(order.id)
}

fn one(order: &OrderRow, kind: EntryKind, debit: Uuid, credit: Uuid) -> Result<Posting> {
    let transfer = Transfer::of(kind, debit, credit, amount(order)?);
    Ok(posting(order, order.fund_id, vec![transfer]))
}

/// What an offender paid is owed in parts that sum to it. A part may be too small for any of it.
async fn recovery(app: &App, tx: &Tx, order: &OrderRow) -> Result<Posting> {
    let [bank] = accounts(tx, order.fund_id, [AccountKind::Bank]).await?;
    let mut transfers = Vec::new();
    for share in store::shares_of(tx.connection(), &[order.id]).await? {
        if share.amount_minor == 0 {
            continue;
        }
        let owed = (AccountKind::RecoveryPayable, Some(share.organization_id));
        let payable = organization_account(app, tx, order, owed).await?;
        transfers.push(Transfer::of(EntryKind::Recovery, bank, payable.id, share.amount_minor));
    }
    Ok(posting(order, order.fund_id, transfers))
}

/// Money of one currency goes and money of another one comes. Each side passes through the clearing account of its own
/// currency, which is as before at the end: nothing is added across currencies (I10), and both sides are written or none.
async fn exchange(tx: &Tx, order: &OrderRow) -> Result<Vec<Posting>> {
    const KINDS: [AccountKind; 3] = [AccountKind::Pool, AccountKind::FxClearing, AccountKind::Bank];
    let counter = order.counter_fund_id.zip(order.counter_minor);
    let (counter_fund, received) = counter.ok_or_else(|| ApiError::internal("an exchange without its other side"))?;
    let paid = amount(order)?;
    let [pool, clearing, bank] = accounts(tx, order.fund_id, KINDS).await?;
    let out = vec![
        Transfer::of(EntryKind::Exchange, pool, clearing, paid),
        Transfer::of(EntryKind::Exchange, clearing, bank, paid),
    ];
    let [pool, clearing, bank] = accounts(tx, counter_fund, KINDS).await?;
    let back = vec![
        Transfer::of(EntryKind::Exchange, bank, clearing, received),
        Transfer::of(EntryKind::Exchange, clearing, pool, received),
    ];
    Ok(vec![
        posting(order, order.fund_id, out),
        posting(order, counter_fund, back),
    ])
}
