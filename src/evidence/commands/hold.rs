//! Legal holds: while one is in force, nothing of a piece is disposed of (I18).

use serde_json::json;
use uuid::Uuid;

use super::{finish, load_locked};
use crate::{
    app::App,
    evidence::{
        rules::{self, EvidenceStep, may_lift},
        store::{self, HoldRow, ItemRow},
    },
    members,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
    },
};

/// Places a piece under legal hold.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` once it was destroyed, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn place_hold(app: &App, viewer: &Viewer, key: &str, id: Uuid, reason: &str) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    // Whoever may look may also forbid: a hold takes nothing from anybody, and no version is asked for.
    loaded.step(viewer, EvidenceStep::PlaceHold, None, &tx)?;
    let claim = match claim(&tx, viewer.person, "placeLegalHold", key, &(id, reason)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(loaded.row),
    };
    let row = HoldRow {
        id: app.ids.id(tx.now()),
        evidence_id: id,
        reason: rules::words("reason", reason)?,
        placed_by: viewer.person,
        organization_id: viewer.organization,
        placed_at: micros(tx.now()),
        lifted_by: None,
        lifted_at: None,
        lift_reason: None,
    };
    let hold = row.id;
    store::hold_insert(&tx, row).await?;
    loaded.row.holds += 1;
    claim.keep(&tx, &[hold]).await?;
    finish(app, tx, viewer, loaded.row, "placeLegalHold", json!({ "hold": hold })).await
}

/// Lifts a hold: whose organisation placed it, or the desk, which leaves an agency's alone.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it was lifted already, `BAD_USER_INPUT`.
pub async fn lift_hold(app: &App, viewer: &Viewer, hold: Uuid, reason: &str) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let found = store::hold_find(tx.connection(), hold).await?;
    let evidence = found.as_ref().map_or_else(Uuid::nil, |row| row.evidence_id);
    let mut loaded = load_locked(&tx, viewer, evidence).await?;
    let row = found.ok_or_else(ApiError::not_found)?;
    let placer = members::organizations_by_ids(tx.connection(), &[row.organization_id]).await?;
    let kind = placer.first().map(|organization| organization.kind);
    if !kind.is_some_and(|kind| may_lift(viewer, row.organization_id, kind)) {
        return Err(ErrorCode::Forbidden.into());
    }
    loaded.step(viewer, EvidenceStep::LiftHold, None, &tx)?;
    let reason = rules::words("reason", reason)?;
    if !store::hold_lift(&tx, hold, viewer.person, &reason).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    loaded.row.holds -= 1;
    finish(app, tx, viewer, loaded.row, "liftLegalHold", json!({ "hold": hold })).await
}
