//! Handing evidence over: one hand sends, the other confirms.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Loaded,
    chain::{Happened, append},
    finish, load_locked,
};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::Actor,
    evidence::{
        rules::{self, CustodyKind, EvidenceStep, TransferState},
        store::{self, ItemRow, TransferRow},
    },
    members,
    permissions::{Action, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
};

/// A hand-over to be.
#[derive(Debug, Clone, Serialize)]
pub struct NewTransfer {
    /// Which piece.
    pub evidence: Uuid,
    /// The version that was seen.
    pub expected: i32,
    /// To whom.
    pub to: Uuid,
    /// The number of the seal under which it travels.
    pub seal: Option<String>,
    /// More about it.
    pub note: Option<String>,
}

/// Hands a piece to a named person, who sees it and confirms it; until then it stays with who sent it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` unless the viewer has it in hand or looks after the people of who has, `STALE_VERSION`,
/// `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn send(app: &App, viewer: &Viewer, key: &str, new: &NewTransfer) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, new.evidence).await?;
    let claim = match claim(&tx, viewer.person, "sendEvidence", key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(loaded.row),
    };
    loaded.step(viewer, EvidenceStep::Send, Some(new.expected), &tx)?;
    let to = recipient(&tx, viewer, &loaded, new.to).await?;
    let (seal, note) = (
        rules::line("seal", new.seal.as_deref())?,
        rules::note("note", new.note.as_deref())?,
    );
    let row = TransferRow {
        id: app.ids.id(tx.now()),
        evidence_id: loaded.row.id,
        from_id: viewer.person,
        from_organization_id: viewer.organization,
        to_id: to.person,
        to_organization_id: to.organization,
        state: TransferState::Open.code().to_owned(),
        seal: seal.clone(),
        note: note.clone(),
        reason: None,
        sent_at: micros(tx.now()),
        answered_at: None,
        alarmed_at: None,
    };
    let detail = json!({
        "transfer": row.id, "from": viewer.person, "to": to.person, "toOrganization": to.organization, "seal": seal,
        "note": note,
    });
    store::transfer_insert(&tx, row.clone()).await?;
    let happened = Happened::new(CustodyKind::Transferred, detail);
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "transfer": row.id, "to": to.person });
    finish(app, tx, viewer, loaded.row, "sendEvidence", detail).await
}

/// Who is to receive it: an active person who sees it. Who does not keep the lead hands over only within its own
/// organisation, to the owner, the secretariat and agencies: else it could ask of anybody whether that person sees it.
async fn recipient(tx: &Tx, viewer: &Viewer, loaded: &Loaded, to: Uuid) -> Result<Viewer> {
    let refused = || {
        ApiError::input(
            "toPersonId",
            "This person cannot receive it: name somebody who sees it.",
        )
    };
    if to == viewer.person {
        return Err(ApiError::input("toPersonId", "You have it already."));
    }
    let found = members::viewer(tx.connection(), to).await?;
    let found = found
        .filter(|person| person.active && person.service.is_none())
        .ok_or_else(refused)?;
    let is_near = found.organization == viewer.organization
        || found.organization == loaded.lead.owner()
        || matches!(found.kind, OrganizationKind::Secretariat | OrganizationKind::LeAgency);
    if !is_near && !loaded.lead.is_kept_by(viewer, Action::LeadShare, tx.now()) {
        return Err(refused());
    }
    let sight = Sight::of(&found, Action::EvidenceRead, tx.now());
    match audience::sees(tx.connection(), &sight, Kind::Evidence, loaded.row.id).await? {
        true => Ok(found),
        false => Err(refused()),
    }
}

/// Confirms that one has it: from now on it is in the viewer's hand.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` unless it was sent to the viewer, `TRANSITION_NOT_ALLOWED` where it was answered already.
pub async fn confirm_transfer(app: &App, viewer: &Viewer, transfer: Uuid, note: Option<&str>) -> Result<ItemRow> {
    let (tx, mut loaded, row) = load(app, viewer, transfer, EvidenceStep::ConfirmTransfer).await?;
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
    finish(app, tx, viewer, loaded.row, "confirmEvidenceTransfer", detail).await
}

/// Says that one does not take it: it stays with who sent it.
///
/// # Errors
/// As [`confirm_transfer`]; `BAD_USER_INPUT`.
pub async fn refuse_transfer(app: &App, viewer: &Viewer, transfer: Uuid, reason: &str) -> Result<ItemRow> {
    let (tx, loaded, row) = load(app, viewer, transfer, EvidenceStep::RefuseTransfer).await?;
    returned(app, tx, viewer, loaded, &row, TransferState::Refused, reason).await
}

/// Takes a hand-over back that was not confirmed yet.
///
/// # Errors
/// As [`refuse_transfer`], for who sent it.
pub async fn withdraw_transfer(app: &App, viewer: &Viewer, transfer: Uuid, reason: &str) -> Result<ItemRow> {
    let (tx, loaded, row) = load(app, viewer, transfer, EvidenceStep::WithdrawTransfer).await?;
    returned(app, tx, viewer, loaded, &row, TransferState::Withdrawn, reason).await
}

async fn returned(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mut loaded: Loaded,
    row: &TransferRow,
    state: TransferState,
    reason: &str,
) -> Result<ItemRow> {
    let reason = rules::words("reason", reason)?;
    answer(&tx, row, state, Some(reason.clone())).await?;
    let detail = json!({ "transfer": row.id, "outcome": state.code(), "reason": reason });
    let happened = Happened::new(CustodyKind::Returned, detail);
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    let action = match state {
        TransferState::Withdrawn => "withdrawEvidenceTransfer",
        TransferState::Refused | TransferState::Open | TransferState::Confirmed => "refuseEvidenceTransfer",
    };
    finish(app, tx, viewer, loaded.row, action, json!({ "transfer": row.id })).await
}

/// A hand-over that waits, of a piece that the viewer sees.
async fn load(app: &App, viewer: &Viewer, id: Uuid, step: EvidenceStep) -> Result<(Tx, Loaded, TransferRow)> {
    let tx = app.begin().await?;
    let found = store::transfers_by_ids(tx.connection(), &[id]).await?.pop();
    // The same work where there is none.
    let evidence = found.as_ref().map_or_else(Uuid::nil, |row| row.evidence_id);
    let loaded = load_locked(&tx, viewer, evidence).await?;
    let party = |row: &TransferRow| {
        let sends = step == EvidenceStep::WithdrawTransfer;
        if sends { row.from_id } else { row.to_id }
    };
    let row = store::transfers_by_ids(tx.connection(), &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    if party(&row) != viewer.person {
        return Err(ErrorCode::Forbidden.into());
    }
    if row.state != TransferState::Open.code() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    loaded.step(viewer, step, None, &tx)?;
    Ok((tx, loaded, row))
}

pub(super) async fn answer(tx: &Tx, row: &TransferRow, state: TransferState, reason: Option<String>) -> Result<()> {
    match store::transfer_answer(tx, row.id, state, reason).await? {
        true => Ok(()),
        false => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}
