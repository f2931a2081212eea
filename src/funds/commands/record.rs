//! What the bank did with what was approved before: it paid what was paid by card, it received what a seller paid back.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    finish,
    holds::{self, Refund, account},
    ledger::{Posting, post},
    must_manage,
};
use crate::{
    app::App,
    funds::{
        rules::{self, AccountKind, EntryKind, Transfer},
        store,
    },
    permissions::Viewer,
    platform::{
        db::idempotency::{Idempotency, claim},
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// What the bank paid of what was paid by card.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CardPayment {
    pub(crate) fund: Uuid,
    pub(crate) amount: String,
    pub(crate) bank_reference: String,
    pub(crate) note: Option<String>,
}

/// Writes down that the bank paid what was paid by card; gives the fund.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_FUNDS` for more than was paid by card, `ALREADY_EXISTS`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn pay_card(app: &App, viewer: &Viewer, key: &str, new: CardPayment) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let fund = store::funds_by_ids(tx.connection(), &[new.fund]).await?.pop();
    let fund = fund.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "recordCardPayment", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(fund.id),
    };
    let minor = rules::amount("amount", &new.amount, &fund.currency)?;
    let reference = rules::bank_reference(&new.bank_reference)?;
    let note = rules::optional("note", new.note.as_deref(), 1_000)?;
    let card = account(&tx, fund.id, AccountKind::CardClearing).await?;
    let bank = account(&tx, fund.id, AccountKind::Bank).await?;
    let transfer = Transfer::of(EntryKind::CardPayment, card, bank, minor);
    let posting = Posting::of(fund.id, Some(viewer.person), vec![transfer]).by_bank(Some(reference), note);
    post(app, &tx, vec![posting]).await?;
    claim.keep(&tx, &[fund.id]).await?;
    let detail = json!({ "minor": minor });
    finish(app, tx, viewer, "recordCardPayment", (IdKind::Fund, fund.id), &detail).await
}

/// What a seller paid back.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RefundReceived {
    pub(crate) hold: Uuid,
    pub(crate) amount: String,
    pub(crate) bank_reference: String,
    pub(crate) note: Option<String>,
}

/// Writes down that a seller paid back; gives the hold.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_FUNDS` for more than was captured, `ALREADY_EXISTS`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn record_refund(app: &App, viewer: &Viewer, key: &str, new: RefundReceived) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let hold = store::holds_by_ids(tx.connection(), &[new.hold]).await?.pop();
    let hold = hold.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "recordRefund", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(hold.id),
    };
    let refund = Refund {
        minor: rules::amount("amount", &new.amount, &hold.currency)?,
        bank_reference: rules::bank_reference(&new.bank_reference)?,
        note: rules::optional("note", new.note.as_deref(), 1_000)?,
    };
    let detail = json!({ "minor": refund.minor });
    holds::refund(app, &tx, Some(viewer.person), hold.id, refund).await?;
    claim.keep(&tx, &[hold.id]).await?;
    finish(app, tx, viewer, "recordRefund", (IdKind::FundHold, hold.id), &detail).await
}
