//! What an appraiser does before there is a report, and taking an order back.

use serde_json::json;
use uuid::Uuid;

use super::{finish, judge, recorded, stepped};
use crate::{
    app::App,
    appraisals::{
        rules::{self, AppraisalPurpose, AppraisalStep, AppraiserInterest},
        store,
    },
    permissions::Viewer,
    platform::error::{ApiError, Result},
    samples,
};

/// Takes an appraisal up, with a statement of one's interests.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub(crate) async fn take_up(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    interest: AppraiserInterest,
    note: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = stepped(&tx, viewer, which, AppraisalStep::TakeUp).await?;
    row.interest_note = rules::note("note", note, 2_000)?;
    if interest != AppraiserInterest::None && row.interest_note.is_none() {
        return Err(ApiError::input("note", "Say what it is."));
    }
    row.interest = Some(interest.code().to_owned());
    let detail = json!({ "interest": interest.code() });
    finish(app, tx, viewer, row, "takeUpAppraisal", &detail).await
}

/// Begins an appraisal.
///
/// # Errors
/// As [`take_up`].
pub(crate) async fn begin(app: &App, viewer: &Viewer, which: (Uuid, i32)) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (row, _) = stepped(&tx, viewer, which, AppraisalStep::Begin).await?;
    finish(app, tx, viewer, row, "beginAppraisal", &json!({})).await
}

/// Declines an appraisal.
///
/// # Errors
/// As [`take_up`].
pub(crate) async fn decline(app: &App, viewer: &Viewer, which: (Uuid, i32), reason: &str) -> Result<Uuid> {
    ended(app, viewer, which, (AppraisalStep::Decline, "declineAppraisal"), reason).await
}

/// Takes an appraisal back that was not reported yet.
///
/// # Errors
/// As [`take_up`].
pub(crate) async fn cancel(app: &App, viewer: &Viewer, which: (Uuid, i32), reason: &str) -> Result<Uuid> {
    ended(app, viewer, which, (AppraisalStep::Cancel, "cancelAppraisal"), reason).await
}

async fn ended(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    (step, mutation): (AppraisalStep, &'static str),
    reason: &str,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = stepped(&tx, viewer, which, step).await?;
    row.end_reason = Some(rules::text("reason", reason, 2_000)?);
    let row = store::appraisal_save(&tx, row).await?;
    // It was drawn, and stays so until somebody has inspected it.
    if row.purpose == AppraisalPurpose::Quality.code() {
        samples::note_quality(&tx, row.sample_id, true).await?;
    }
    let proof = recorded(app, &tx, viewer, mutation, &row, &json!({})).await?;
    judge::followed(app, &tx, &row).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}
