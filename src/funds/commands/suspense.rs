//! What the bank moved and nobody could place: it is written down at once, and finds its place later by another person.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    finish,
    holds::account,
    ledger::{Posting, post},
    must_manage,
};
use crate::{
    app::App,
    funds::{
        rules::{self, AccountKind, EntryKind, SuspenseDirection, SuspenseTarget, Transfer},
        store::{self, EntryRow, ExplanationRow},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// What the bank moved.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct InSuspense {
    pub(crate) fund: Uuid,
    pub(crate) direction: SuspenseDirection,
    pub(crate) amount: String,
    pub(crate) bank_reference: String,
    pub(crate) note: Option<String>,
}

/// Writes down what the bank moved and nobody could place; gives the fund.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_FUNDS` where the bank had less, `ALREADY_EXISTS`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn suspend(app: &App, viewer: &Viewer, key: &str, new: InSuspense) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let fund = store::funds_by_ids(tx.connection(), &[new.fund]).await?.pop();
    let fund = fund.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "recordSuspense", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(fund.id),
    };
    let minor = rules::amount("amount", &new.amount, &fund.currency)?;
    let reference = rules::bank_reference(&new.bank_reference)?;
    let note = rules::optional("note", new.note.as_deref(), 1_000)?;
    put_in_suspense(app, &tx, viewer, (fund.id, new.direction, minor), (reference, note)).await?;
    claim.keep(&tx, &[fund.id]).await?;
    let detail = json!({ "direction": new.direction, "minor": minor });
    finish(app, tx, viewer, "recordSuspense", (IdKind::Fund, fund.id), &detail).await
}

/// Writes down within a transaction what the bank moved and nobody could place; gives the entry.
///
/// # Errors
/// `INSUFFICIENT_FUNDS` where the bank had less, `ALREADY_EXISTS`.
pub(in crate::funds) async fn put_in_suspense(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (fund, direction, minor): (Uuid, SuspenseDirection, i64),
    (reference, note): (String, Option<String>),
) -> Result<Uuid> {
    let bank = account(tx, fund, AccountKind::Bank).await?;
    let suspense = account(tx, fund, AccountKind::Suspense).await?;
    let transfer = match direction {
        SuspenseDirection::In => Transfer::of(EntryKind::SuspenseIn, bank, suspense, minor),
        SuspenseDirection::Out => Transfer::of(EntryKind::SuspenseOut, suspense, bank, minor),
    };
    let posting = Posting::of(fund, Some(viewer.person), vec![transfer]).by_bank(Some(reference), note);
    let link = post(app, tx, vec![posting]).await?;
    let entry = store::entries_linked(tx.connection(), link).await?.pop();
    entry
        .map(|entry| entry.id)
        .ok_or_else(|| ApiError::internal("an entry vanished"))
}

/// An entry that is in suspense.
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` where it is of another kind.
async fn suspended(tx: &Tx, id: Uuid) -> Result<(EntryRow, SuspenseDirection)> {
    let found = store::entries_by_ids(tx.connection(), &[id]).await?.pop();
    let row = found.ok_or_else(ApiError::not_found)?;
    let kind: EntryKind = code(&row.kind)?;
    let direction = if kind == EntryKind::SuspenseIn {
        SuspenseDirection::In
    } else if kind == EntryKind::SuspenseOut {
        SuspenseDirection::Out
    } else {
        return Err(ApiError::input("ledgerEntryId", "This entry is not in suspense."));
    };
    Ok((row, direction))
}

/// Gives what is in suspense its place, as another person than the one who wrote it down; gives the fund.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED` where it has found its place, `INSUFFICIENT_FUNDS`,
/// `BAD_USER_INPUT` where it cannot be that, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn clear(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (entry, target): (Uuid, SuspenseTarget),
    note: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let (row, direction) = suspended(&tx, entry).await?;
    let claim = match claim(&tx, viewer.person, "clearSuspense", key, &(entry, target, note)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(row.fund_id),
    };
    if row.recorded_by == Some(viewer.person) {
        return Err(ErrorCode::FourEyes.into());
    }
    // Nobody else gives it a place meanwhile: what was taken back is cleared again, so that no key says that it is once.
    store::fund_lock(&tx, row.fund_id).await?;
    let open = store::in_suspense(tx.connection(), &[row.fund_id]).await?;
    if !open.iter().any(|open| open.id == entry) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let suspense = account(&tx, row.fund_id, AccountKind::Suspense).await?;
    let (debit, credit) = match (direction, target) {
        (SuspenseDirection::In, SuspenseTarget::Pool) => {
            (suspense, account(&tx, row.fund_id, AccountKind::Pool).await?)
        }
        (SuspenseDirection::In, SuspenseTarget::Return) => {
            (suspense, account(&tx, row.fund_id, AccountKind::Bank).await?)
        }
        (SuspenseDirection::Out, SuspenseTarget::Card) => {
            (account(&tx, row.fund_id, AccountKind::CardClearing).await?, suspense)
        }
        (SuspenseDirection::Out, SuspenseTarget::Return) => {
            (account(&tx, row.fund_id, AccountKind::Bank).await?, suspense)
        }
        // What went out without approval does not become the pool's (I8), and what came in paid no card.
        (SuspenseDirection::Out, SuspenseTarget::Pool) | (SuspenseDirection::In, SuspenseTarget::Card) => {
            return Err(ApiError::input("target", "It cannot be that."));
        }
    };
    let transfer = Transfer::of(EntryKind::SuspenseCleared, debit, credit, row.amount_minor).clearing(entry);
    let note = rules::optional("note", note, 1_000)?;
    let posting = Posting::of(row.fund_id, Some(viewer.person), vec![transfer]).by_bank(None, note);
    post(app, &tx, vec![posting]).await?;
    claim.keep(&tx, &[row.fund_id]).await?;
    let detail = json!({ "entry": entry, "target": target });
    finish(app, tx, viewer, "clearSuspense", (IdKind::Fund, row.fund_id), &detail).await
}

/// Says why something is in suspense; gives the fund.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn explain(app: &App, viewer: &Viewer, key: &str, entry: Uuid, text: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let (row, _) = suspended(&tx, entry).await?;
    let claim = match claim(&tx, viewer.person, "explainSuspense", key, &(entry, text)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(row.fund_id),
    };
    let explanation = ExplanationRow {
        id: app.ids.id(tx.now()),
        entry_id: entry,
        text: rules::text("text", text, 1_000)?,
        explained_by: viewer.person,
        at: micros(tx.now()),
    };
    store::explanation_insert(&tx, explanation).await?;
    claim.keep(&tx, &[row.fund_id]).await?;
    let detail = json!({ "entry": entry });
    finish(app, tx, viewer, "explainSuspense", (IdKind::Fund, row.fund_id), &detail).await
}
