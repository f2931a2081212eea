//! Money in two phases, for those who spend it: hold, put on top, capture, release, refund. Each moves money within the
//! caller's transaction, and writes no audit entry: the caller's own tells of it.

use jiff::Timestamp;
use uuid::Uuid;

use super::ledger::{Posting, post};
use crate::{
    app::App,
    funds::{
        rules::{AccountKind, Closing, CostKind, EntryKind, HoldFacts, HoldState, PaidFrom, Transfer},
        store::{self, AccountRow, HoldRow, NewAccount},
    },
    platform::{
        clock::{micros, timestamp},
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
    purchases,
};

/// What is to be held.
#[derive(Debug, Clone)]
pub struct HoldRequest {
    /// The allocation it comes from.
    pub allocation: Uuid,
    /// The purchase it is for.
    pub purchase: Uuid,
    /// Minor units.
    pub minor: i64,
    /// The currency that the caller counts in; the fund's, or it is refused.
    pub currency: String,
    /// From when on nothing of it is captured.
    pub expires_at: Timestamp,
}

/// What an order was paid with.
#[derive(Debug, Clone)]
pub struct Capture {
    /// What was spent on what, in minor units.
    pub lines: Vec<(CostKind, i64)>,
    /// Out of what it was paid.
    pub paid_from: PaidFrom,
    /// By what the bank names it, where it is known.
    pub bank_reference: Option<String>,
    /// Whether nothing more is to come, so that the rest goes back.
    pub closes: bool,
}

/// What a seller paid back.
#[derive(Debug, Clone)]
pub struct Refund {
    /// Minor units.
    pub minor: i64,
    /// By what the bank names it.
    pub bank_reference: String,
    /// The words to it.
    pub note: Option<String>,
}

/// Holds money of an allocation; gives the hold.
///
/// # Errors
/// `NOT_FOUND`, `INSUFFICIENT_FUNDS`, `TRANSITION_NOT_ALLOWED` where the allocation is closed, `BAD_USER_INPUT` for another
/// currency, nothing at all, or a time that is over.
pub async fn hold(app: &App, tx: &Tx, by: Option<Uuid>, request: HoldRequest) -> Result<Uuid> {
    let allocation = allocation(tx, request.allocation).await?;
    let fund = store::fund_share(tx, allocation.fund_id).await?;
    if fund.currency != request.currency {
        return Err(ApiError::input("currency", "The fund has another currency."));
    }
    if request.minor <= 0 || request.expires_at <= tx.now() {
        return Err(ErrorCode::BadUserInput.into());
    }
    let id = app.ids.id(tx.now());
    let held = NewAccount {
        id: app.ids.id(tx.now()),
        fund: fund.id,
        kind: AccountKind::Held,
        organization: allocation.organization_id,
        program: allocation.program_id,
        hold: Some(id),
    };
    let held = store::account_open(tx, held).await?;
    let transfer = Transfer::of(EntryKind::Hold, allocation.id, held.id, request.minor).of_hold(id);
    post(app, tx, vec![Posting::of(fund.id, by, vec![transfer])]).await?;
    // Under the lock of its row: whoever closed it came before.
    if self::allocation(tx, allocation.id).await?.closed_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let row = HoldRow {
        id,
        fund_id: fund.id,
        allocation_id: allocation.id,
        account_id: held.id,
        purchase_id: request.purchase,
        amount_minor: request.minor,
        captured_minor: 0,
        refunded_minor: 0,
        pooled_minor: 0,
        currency: fund.currency,
        state: HoldState::Open.code().to_owned(),
        expires_at: micros(request.expires_at),
        created_at: micros(tx.now()),
        closed_at: None,
    };
    store::hold_insert(tx, row).await?;
    Ok(id)
}

async fn allocation(tx: &Tx, id: Uuid) -> Result<AccountRow> {
    let found = store::accounts_by_ids(tx.connection(), &[id]).await?.pop();
    found
        .filter(|row| row.kind == AccountKind::Allocation.code())
        .ok_or_else(ApiError::not_found)
}

/// What the rules say of a hold by.
pub(in crate::funds) fn facts(row: &HoldRow) -> Result<HoldFacts> {
    Ok(HoldFacts {
        amount: row.amount_minor,
        captured: row.captured_minor,
        refunded: row.refunded_minor,
        state: code(&row.state)?,
        expires_at: timestamp(row.expires_at),
    })
}

/// Writes into a row what the rules made of it.
pub(super) fn put(row: &mut HoldRow, facts: &HoldFacts) {
    row.amount_minor = facts.amount;
    row.captured_minor = facts.captured;
    row.refunded_minor = facts.refunded;
    facts.state.code().clone_into(&mut row.state);
}

/// A hold, with its fund, that nobody else changes until the transaction ends.
pub(super) async fn locked(tx: &Tx, id: Uuid) -> Result<HoldRow> {
    let found = store::holds_by_ids(tx.connection(), &[id]).await?.pop();
    let found = found.ok_or_else(ApiError::not_found)?;
    store::fund_share(tx, found.fund_id).await?;
    store::hold_lock(tx, id).await
}

/// Puts more on top of a hold.
///
/// # Errors
/// `NOT_FOUND`, `INSUFFICIENT_FUNDS`, `TRANSITION_NOT_ALLOWED` where it is closed or over, or its allocation is closed,
/// `BAD_USER_INPUT`.
pub async fn top_up(app: &App, tx: &Tx, by: Option<Uuid>, hold: Uuid, minor: i64) -> Result<()> {
    let mut row = locked(tx, hold).await?;
    let next = facts(&row)?.top_up(minor, tx.now())?;
    put(&mut row, &next);
    store::hold_save(tx, &row).await?;
    let transfer = Transfer::of(EntryKind::TopUp, row.allocation_id, row.account_id, minor).of_hold(hold);
    post(app, tx, vec![Posting::of(row.fund_id, by, vec![transfer])]).await?;
    // Under the lock of its row, as where something new is held.
    match allocation(tx, row.allocation_id).await?.closed_at {
        Some(_) => Err(ErrorCode::TransitionNotAllowed.into()),
        None => Ok(()),
    }
}

/// Pays an order out of a hold: never more than is held (I3).
///
/// # Errors
/// `NOT_FOUND`, `INSUFFICIENT_FUNDS`, `TRANSITION_NOT_ALLOWED` where it is closed or over, `ALREADY_EXISTS` where the bank's
/// line was recorded before, `BAD_USER_INPUT`.
pub async fn capture(app: &App, tx: &Tx, by: Option<Uuid>, hold: Uuid, capture: Capture) -> Result<()> {
    let mut row = locked(tx, hold).await?;
    if capture.lines.is_empty() {
        return Err(ErrorCode::BadUserInput.into());
    }
    let mut next = facts(&row)?;
    let paid_from = match capture.paid_from {
        PaidFrom::Bank => AccountKind::Bank,
        PaidFrom::Card => AccountKind::CardClearing,
    };
    let paid_from = account(tx, row.fund_id, paid_from).await?;
    let mut transfers = Vec::with_capacity(capture.lines.len() + 1);
    for (kind, minor) in &capture.lines {
        next = next.capture(*minor, tx.now())?;
        let transfer = Transfer::of(EntryKind::Capture, row.account_id, paid_from, *minor);
        transfers.push(transfer.of_hold(hold).spent_on(*kind));
    }
    if capture.closes {
        let (closed, rest) = next.close(Closing::Released, tx.now())?;
        next = closed;
        row.closed_at = Some(micros(tx.now()));
        transfers.extend(giving_back(&row, next.state, rest));
    }
    put(&mut row, &next);
    store::hold_save(tx, &row).await?;
    let posting = Posting::of(row.fund_id, by, transfers).by_bank(capture.bank_reference, None);
    post(app, tx, vec![posting]).await?;
    Ok(())
}

/// What gives back the rest of a hold that has closed, if there is any.
fn giving_back(row: &HoldRow, state: HoldState, rest: i64) -> Option<Transfer> {
    let kind = match state {
        HoldState::Voided => EntryKind::Void,
        HoldState::Expired => EntryKind::Expiry,
        HoldState::Open | HoldState::Settled => EntryKind::Release,
    };
    (rest > 0).then(|| Transfer::of(kind, row.account_id, row.allocation_id, rest).of_hold(row.id))
}

/// Closes a hold: what is left goes back, and nothing is captured any more.
///
/// # Errors
/// `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where it is closed.
pub async fn release(app: &App, tx: &Tx, by: Option<Uuid>, hold: Uuid) -> Result<()> {
    close(app, tx, by, hold, Closing::Released).await.map(drop)
}

/// Closes a hold whose time is over.
///
/// # Errors
/// `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where it is closed, or not over.
pub async fn expire(app: &App, tx: &Tx, hold: Uuid) -> Result<()> {
    close(app, tx, None, hold, Closing::Expired).await.map(drop)
}

/// Closes a hold; gives its row.
pub(super) async fn close(app: &App, tx: &Tx, by: Option<Uuid>, hold: Uuid, closing: Closing) -> Result<HoldRow> {
    let mut row = locked(tx, hold).await?;
    let (next, rest) = facts(&row)?.close(closing, tx.now())?;
    put(&mut row, &next);
    row.closed_at = Some(micros(tx.now()));
    store::hold_save(tx, &row).await?;
    let back: Vec<Transfer> = giving_back(&row, next.state, rest).into_iter().collect();
    if !back.is_empty() {
        post(app, tx, vec![Posting::of(row.fund_id, by, back)]).await?;
    }
    Ok(row)
}

/// Takes in what a seller paid back: never more than was captured (I4), and at any time. It goes to the allocation, to the pool
/// where that is closed.
///
/// # Errors
/// `NOT_FOUND`, `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS` where the bank's line was recorded before, `BAD_USER_INPUT`.
pub async fn refund(app: &App, tx: &Tx, by: Option<Uuid>, hold: Uuid, refund: Refund) -> Result<()> {
    // A purchase is locked before its money is.
    let purchase = store::holds_by_ids(tx.connection(), &[hold]).await?.pop();
    let purchase = purchase.ok_or_else(ApiError::not_found)?.purchase_id;
    purchases::take(tx, purchase).await?;
    let mut row = locked(tx, hold).await?;
    let next = facts(&row)?.refund(refund.minor)?;
    put(&mut row, &next);
    let bank = account(tx, row.fund_id, AccountKind::Bank).await?;
    let is_closed = allocation(tx, row.allocation_id).await?.closed_at.is_some();
    let to = match is_closed {
        true => account(tx, row.fund_id, AccountKind::Pool).await?,
        false => row.allocation_id,
    };
    if is_closed {
        row.pooled_minor += refund.minor;
    }
    store::hold_save(tx, &row).await?;
    let transfer = Transfer::of(EntryKind::Refund, bank, to, refund.minor).of_hold(hold);
    let posting = Posting::of(row.fund_id, by, vec![transfer]).by_bank(Some(refund.bank_reference), refund.note);
    post(app, tx, vec![posting]).await?;
    purchases::refunded(app, tx, purchase).await
}

/// The one account of a kind that a fund has from its beginning.
pub(super) async fn account(tx: &Tx, fund: Uuid, kind: AccountKind) -> Result<Uuid> {
    let found = store::account_by_code(tx.connection(), fund, kind.code()).await?;
    let found = found.ok_or_else(|| ApiError::internal("a fund without one of its accounts"))?;
    Ok(found.id)
}
