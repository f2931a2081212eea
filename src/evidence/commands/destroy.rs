//! Destroying evidence: one person asks, another decides, and one of the two is from outside the organisation that has the
//! advantage of it (I14). What was said of it and its custody stay.

use serde_json::json;
use uuid::Uuid;

use super::{
    Loaded,
    chain::{Happened, append},
    finish, load_locked,
    tidy::dispose,
};
use crate::{
    app::App,
    audit::Actor,
    evidence::{
        rules::{self, CustodyKind, DestructionState, EvidenceState, EvidenceStep},
        store::{self, DestructionRow, ItemRow},
    },
    leads::{self, EvidenceNews},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::Tx,
        error::{ErrorCode, Result},
    },
};

/// Asks that a piece be destroyed.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is under hold, to be kept still, on its way,
/// destroyed or asked for already, `BAD_USER_INPUT`.
pub async fn ask_destruction(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, EvidenceStep::AskDestruction, Some(expected), &tx)?;
    let row = DestructionRow {
        id: app.ids.id(tx.now()),
        evidence_id: id,
        state: DestructionState::Asked.code().to_owned(),
        reason: rules::words("reason", reason)?,
        asked_by: viewer.person,
        organization_id: viewer.organization,
        asked_at: micros(tx.now()),
        decided_by: None,
        decided_at: None,
        decision_reason: None,
    };
    let detail = json!({ "destruction": row.id });
    store::destruction_insert(&tx, row).await?;
    finish(app, tx, viewer, loaded.row, "askEvidenceDestruction", detail).await
}

/// Destroys a piece, as the second person. Its bytes go unless something else is made of the same ones.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES` where the two are not two, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where nobody asked
/// or it is under hold.
pub async fn approve_destruction(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<ItemRow> {
    let (tx, mut loaded, row) = asked(app, viewer, id, expected).await?;
    if loaded.row.holds > 0 || loaded.standing.kept || loaded.standing.on_its_way.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    decide(&tx, viewer, &row, DestructionState::Approved, None).await?;
    let file = loaded.row.file_id.take();
    loaded.row.state = EvidenceState::Destroyed.code().to_owned();
    let detail = json!({
        "destruction": row.id, "askedBy": row.asked_by, "approvedBy": viewer.person, "reason": row.reason,
        "sha256": loaded.row.sha256,
    });
    let happened = Happened::new(CustodyKind::Destroyed, detail);
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    let (actor, news) = (Actor::Person(viewer), EvidenceNews::Destroyed);
    leads::tell_of_evidence(&tx, app, actor, &loaded.lead, &loaded.row, news).await?;
    let detail = json!({ "destruction": row.id });
    let done = finish(app, tx, viewer, loaded.row, "approveEvidenceDestruction", detail).await?;
    if let Some(file) = file {
        // What cannot be removed now is removed by the job.
        dispose(app, file).await?;
    }
    Ok(done)
}

/// Refuses the wish: the piece stays.
///
/// # Errors
/// As [`approve_destruction`]; `BAD_USER_INPUT`.
pub async fn refuse_destruction(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<ItemRow> {
    let (tx, loaded, row) = asked(app, viewer, id, expected).await?;
    let reason = rules::words("reason", reason)?;
    decide(&tx, viewer, &row, DestructionState::Refused, Some(reason)).await?;
    let detail = json!({ "destruction": row.id });
    finish(app, tx, viewer, loaded.row, "refuseEvidenceDestruction", detail).await
}

/// A piece whose destruction somebody else asked for.
async fn asked(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<(Tx, Loaded, DestructionRow)> {
    let tx = app.begin().await?;
    let loaded = load_locked(&tx, viewer, id).await?;
    if viewer.scope(Action::EvidenceDestroyDecide) == Scope::No {
        return Err(ErrorCode::Forbidden.into());
    }
    let found = store::destructions_open(tx.connection(), &[id]).await?.pop();
    let row = found.ok_or(ErrorCode::TransitionNotAllowed)?;
    let (one, other) = (
        (row.asked_by, row.organization_id),
        (viewer.person, viewer.organization),
    );
    if !rules::are_two(one, other, loaded.lead.owner()) {
        return Err(ErrorCode::FourEyes.into());
    }
    loaded.step(viewer, EvidenceStep::DecideDestruction, Some(expected), &tx)?;
    Ok((tx, loaded, row))
}

async fn decide(
    tx: &Tx,
    viewer: &Viewer,
    row: &DestructionRow,
    state: DestructionState,
    reason: Option<String>,
) -> Result<()> {
    match store::destruction_decide(tx, row.id, state, viewer.person, reason).await? {
        true => Ok(()),
        false => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}
