//! Custody by people whom another slice lets at a piece: an appraiser has a sample in hand and sees neither the piece of evidence
//! nor its lead. Whoever calls has asked whether the viewer may know of it.

use serde_json::json;
use uuid::Uuid;

use super::{
    Loaded,
    chain::{CustodyAct, Happened, append, written},
    finish, standing,
    transfer::{NewTransfer, answer},
};
use crate::{
    app::App,
    audit::Actor,
    evidence::{
        rules::{self, CustodyKind, EvidenceState, EvidenceStep, TransferState},
        store::{self, ItemRow, TransferRow},
    },
    leads,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ErrorCode, Result},
    },
};

/// Loads a piece, whoever may see it, to change it.
async fn admitted(tx: &Tx, id: Uuid) -> Result<Loaded> {
    let lead = store::item_lead(tx.connection(), id).await?;
    // The lead first, as everything that derives audience rows does.
    let lead = leads::lead_of_evidence_locked(tx, lead).await?;
    let row = store::item_lock(tx, id).await?;
    let standing = standing(tx.connection(), &row, tx.now()).await?;
    Ok(Loaded { row, lead, standing })
}

/// A hand-over of it that waits, as far as the viewer may take a step with it.
async fn waiting(tx: &Tx, viewer: &Viewer, id: Uuid, step: EvidenceStep) -> Result<(Loaded, TransferRow)> {
    let loaded = admitted(tx, id).await?;
    let row = store::transfers_open(tx.connection(), &[id]).await?.pop();
    let row = row.ok_or(ErrorCode::TransitionNotAllowed)?;
    loaded.step(viewer, step, None, tx)?;
    Ok((loaded, row))
}

/// Hands a piece to an active person of an organisation who was found fit to receive it.
///
/// # Errors
/// `FORBIDDEN` unless the viewer has it in hand, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn hand_over(
    app: &App,
    viewer: &Viewer,
    key: &str,
    new: &NewTransfer,
    organization: Uuid,
) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let mut loaded = admitted(&tx, new.evidence).await?;
    let claim = match claim(&tx, viewer.person, "handOverSample", key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(loaded.row),
    };
    loaded.step(viewer, EvidenceStep::Send, Some(new.expected), &tx)?;
    let row = TransferRow {
        id: app.ids.id(tx.now()),
        evidence_id: loaded.row.id,
        from_id: viewer.person,
        from_organization_id: viewer.organization,
        to_id: new.to,
        to_organization_id: organization,
        state: TransferState::Open.code().to_owned(),
        seal: rules::line("seal", new.seal.as_deref())?,
        note: rules::note("note", new.note.as_deref())?,
        reason: None,
        sent_at: micros(tx.now()),
        answered_at: None,
        alarmed_at: None,
    };
    let detail = json!({
        "transfer": row.id, "from": viewer.person, "to": row.to_id, "toOrganization": organization, "seal": row.seal,
        "note": row.note,
    });
    store::transfer_insert(&tx, row.clone()).await?;
    let happened = Happened::new(CustodyKind::Transferred, detail);
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "transfer": row.id, "to": row.to_id });
    finish(app, tx, viewer, loaded.row, "handOverSample", detail).await
}

/// Confirms that one has it.
///
/// # Errors
/// `FORBIDDEN` unless it was sent to the viewer, `TRANSITION_NOT_ALLOWED` where nothing waits, `BAD_USER_INPUT`.
pub(crate) async fn take_over(app: &App, viewer: &Viewer, id: Uuid, note: Option<&str>) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let (mut loaded, row) = waiting(&tx, viewer, id, EvidenceStep::ConfirmTransfer).await?;
    let note = rules::note("note", note)?;
    answer(&tx, &row, TransferState::Confirmed, None).await?;
    loaded.row.holder_id = viewer.person;
    loaded.row.holder_organization_id = viewer.organization;
    if row.seal.is_some() {
        loaded.row.seal.clone_from(&row.seal);
    }
    let detail = json!({ "transfer": row.id, "from": row.from_id, "seal": row.seal, "note": note });
    let happened = Happened::new(CustodyKind::Received, detail);
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    let detail = json!({ "transfer": row.id });
    finish(app, tx, viewer, loaded.row, "confirmSampleHandOver", detail).await
}

/// Says that one does not take it.
///
/// # Errors
/// As [`take_over`].
pub(crate) async fn turn_away(app: &App, viewer: &Viewer, id: Uuid, reason: &str) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let (mut loaded, row) = waiting(&tx, viewer, id, EvidenceStep::RefuseTransfer).await?;
    stays(app, &tx, viewer, (&mut loaded, &row), TransferState::Refused, reason).await?;
    let detail = json!({ "transfer": row.id });
    finish(app, tx, viewer, loaded.row, "refuseSampleHandOver", detail).await
}

/// Takes a hand-over back that was not confirmed yet.
///
/// # Errors
/// As [`take_over`], for who sent it.
pub(crate) async fn take_back(app: &App, viewer: &Viewer, id: Uuid, reason: &str) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let (mut loaded, row) = waiting(&tx, viewer, id, EvidenceStep::WithdrawTransfer).await?;
    stays(app, &tx, viewer, (&mut loaded, &row), TransferState::Withdrawn, reason).await?;
    let detail = json!({ "transfer": row.id });
    finish(app, tx, viewer, loaded.row, "withdrawSampleHandOver", detail).await
}

/// Writes down that it stays with who sent it.
async fn stays(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (loaded, row): (&mut Loaded, &TransferRow),
    state: TransferState,
    reason: &str,
) -> Result<()> {
    let reason = rules::words("reason", reason)?;
    answer(tx, row, state, Some(reason.clone())).await?;
    let detail = json!({ "transfer": row.id, "outcome": state.code(), "reason": reason });
    let happened = Happened::new(CustodyKind::Returned, detail);
    append(app, tx, Actor::Person(viewer), &mut loaded.row, happened).await
}

/// Writes down what the holder did with it.
///
/// # Errors
/// `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` while it is on its way, `BAD_USER_INPUT`.
pub(crate) async fn record_by_hand(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    act: CustodyAct,
    seal: Option<&str>,
    note: Option<&str>,
) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let loaded = admitted(&tx, id).await?;
    loaded.step(viewer, EvidenceStep::RecordCustody, Some(expected), &tx)?;
    written(app, tx, viewer, loaded, (act, "recordSampleCustody"), seal, note).await
}

/// Writes down, in the caller's transaction, that a piece left the custody, or is kept; and until when it is not destroyed.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is gone, on its way, or leaves under a hold.
pub(crate) async fn dispose_of(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    id: Uuid,
    kept_until: Option<i64>,
    (disposal, leaves): (&str, bool),
) -> Result<()> {
    let mut row = store::item_lock(tx, id).await?;
    // Asked again: holds and hand-overs were read before the lock was had.
    let standing = standing(tx.connection(), &row, tx.now()).await?;
    if standing.state == EvidenceState::Destroyed || standing.on_its_way.is_some() || (leaves && row.holds > 0) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let happened = Happened::new(CustodyKind::Disposed, json!({ "disposal": disposal }));
    append(app, tx, Actor::Person(viewer), &mut row, happened).await?;
    store::kept_until_save(tx, id, kept_until).await
}
