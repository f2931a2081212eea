//! A sample goes from hand to hand: to its appraisers, who do not see the evidence, or to who does.

use uuid::Uuid;

use crate::{
    app::App,
    appraisals,
    audience::{self, Kind, Sight},
    evidence::{self, CustodyAct, NewTransfer},
    members,
    permissions::{Action, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
    samples::{
        self,
        rules::SampleDisposal,
        store::{self, SampleRow, SampleSight},
    },
};

/// A sample that the viewer sees and may have in hand.
async fn seen(app: &App, viewer: &Viewer, id: Uuid) -> Result<SampleRow> {
    let sight = SampleSight::of(viewer, app.now());
    let row = store::samples_seen(app.db.read(), &sight, &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    match viewer.has(Action::SampleHandOver) {
        true => Ok(row),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// Hands a sample to one of its appraisers, or to an active person who sees the evidence. `new.evidence` is the sample.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` unless the viewer has it in hand, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn hand_over(app: &App, viewer: &Viewer, key: &str, mut new: NewTransfer) -> Result<Uuid> {
    let row = seen(app, viewer, new.evidence).await?;
    must_be_there(&row)?;
    if new.to == viewer.person {
        return Err(ApiError::input("toPersonId", "You have it already."));
    }
    let refused = || ApiError::input("toPersonId", "This person cannot receive it: name an appraiser of it.");
    let to = members::viewer(app.db.read(), new.to).await?;
    let to = to.filter(|to| to.active && to.service.is_none()).ok_or_else(refused)?;
    let sight = Sight::of(&to, Action::EvidenceRead, app.now());
    let sees = audience::sees(app.db.read(), &sight, Kind::Evidence, row.evidence_id).await?;
    // An appraiser cannot ask of others whether they see the evidence: it hands on to the desk and to who handed it over.
    let asks = viewer.has(Action::EvidenceRead) || to.is_at_desk();
    let inspects = appraisals::inspects(app.db.read(), row.id, to.person).await?;
    if !(inspects || (sees && asks) || has_had(app, &row, viewer, to.person).await?) {
        return Err(refused());
    }
    new.evidence = row.evidence_id;
    evidence::hand_over(app, viewer, key, &new, to.organization).await?;
    Ok(row.id)
}

/// What has left goes to nobody any more.
fn must_be_there(row: &SampleRow) -> Result<()> {
    match samples::disposal_of(row, None)?.is_none_or(SampleDisposal::is_there) {
        true => Ok(()),
        false => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// Whether somebody handed the sample to the viewer who gives it back: whoever ordered an inspection, too.
async fn has_had(app: &App, row: &SampleRow, viewer: &Viewer, to: Uuid) -> Result<bool> {
    appraisals::ordered_for(app.db.read(), row.id, viewer.person, to).await
}

/// Confirms that one has it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub(crate) async fn confirm(app: &App, viewer: &Viewer, id: Uuid, note: Option<&str>) -> Result<Uuid> {
    let row = seen(app, viewer, id).await?;
    evidence::take_over(app, viewer, row.evidence_id, note).await?;
    Ok(id)
}

/// [`confirm`], under the name by which the demo knows it.
///
/// # Errors
/// As [`confirm`].
pub(crate) async fn take_over(app: &App, viewer: &Viewer, id: Uuid) -> Result<Uuid> {
    confirm(app, viewer, id, None).await
}

/// Says that one does not take it.
///
/// # Errors
/// As [`confirm`].
pub(crate) async fn refuse(app: &App, viewer: &Viewer, id: Uuid, reason: &str) -> Result<Uuid> {
    let row = seen(app, viewer, id).await?;
    evidence::turn_away(app, viewer, row.evidence_id, reason).await?;
    Ok(id)
}

/// Takes a hand-over back that was not confirmed yet.
///
/// # Errors
/// As [`confirm`].
pub(crate) async fn withdraw(app: &App, viewer: &Viewer, id: Uuid, reason: &str) -> Result<Uuid> {
    let row = seen(app, viewer, id).await?;
    evidence::take_back(app, viewer, row.evidence_id, reason).await?;
    Ok(id)
}

/// Writes down what the holder did with it.
///
/// # Errors
/// As [`confirm`]; `STALE_VERSION`.
pub(crate) async fn record(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    act: CustodyAct,
    seal: Option<&str>,
    note: Option<&str>,
) -> Result<Uuid> {
    let row = seen(app, viewer, id).await?;
    must_be_there(&row)?;
    evidence::record_by_hand(app, viewer, (row.evidence_id, expected), act, seal, note).await?;
    Ok(id)
}
