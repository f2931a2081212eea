//! What can be done to appraisals: one transaction each: authorise → load → decide → save → audit → publish.

mod act;
mod figures;
mod files;
mod judge;
mod news;
mod order;
mod policy;
mod report;

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use super::{
    rules::{AppraisalState, AppraisalStep, Party, Standing},
    store::{self, AppraisalRow, AppraisalSight},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Target, Viewer},
    platform::{
        db::{Recorded, Tx, code},
        error::{ErrorCode, Result},
        ids::IdKind,
    },
};

pub(crate) use act::{begin, cancel, decline, take_up};
pub(super) use figures::{Figures, figures};
pub(crate) use files::{photo, report_paper};
pub(crate) use judge::{agree, contest, finalize};
pub(super) use news::remind;
pub(crate) use news::{calls, is_news};
pub(super) use order::appraisers;
pub(crate) use order::{NewAppraisal, order};
pub(crate) use policy::set_policy;
pub(super) use policy::{PolicyStanding, may_configure, policy_of};
pub(crate) use report::report;

/// What the viewer is to an appraisal that it sees.
pub(super) fn party(viewer: &Viewer, row: &AppraisalRow, now: Timestamp) -> Party {
    let target = Target {
        organization: row.organization_id,
        brands: &[row.brand_id],
    };
    Party {
        appraiser: row.appraiser_id == viewer.person && viewer.has(Action::AppraisalReport),
        orders: viewer.may(Action::AppraisalOrder, target, now),
        contests: viewer.may(Action::AppraisalContest, target, now),
    }
}

/// Where an appraisal stands.
pub(super) fn standing(row: &AppraisalRow) -> Result<Standing> {
    Ok(Standing {
        state: code(&row.state)?,
    })
}

/// Whether the viewer is one who must not know of what an appraisal is, nor what others found.
pub(super) fn is_blind(viewer: &Viewer, row: &AppraisalRow) -> bool {
    row.blind && row.appraiser_id == viewer.person
}

/// Loads an appraisal that the viewer sees, and takes a step with it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`.
async fn stepped(
    tx: &Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    step: AppraisalStep,
) -> Result<(AppraisalRow, AppraisalState)> {
    let sight = AppraisalSight::of(viewer, tx.now());
    let mut row = store::appraisal_lock(tx, &sight, id).await?;
    let standing = standing(&row)?;
    let next = standing.step(step, party(viewer, &row, tx.now()));
    let is_late = row.version != expected;
    match next {
        Err(error) if error.code != ErrorCode::TransitionNotAllowed => return Err(error),
        _ if is_late => return Err(ErrorCode::StaleVersion.into()),
        Err(error) => return Err(error),
        Ok(next) => row.state = next.code().to_owned(),
    }
    Ok((row, standing.state))
}

/// Writes the audit entry.
async fn recorded(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    mutation: &'static str,
    row: &AppraisalRow,
    detail: &Value,
) -> Result<Recorded> {
    let act = Act::on(Category::Content, mutation, IdKind::Appraisal, row.id)
        .of_lead(row.lead_id)
        .with(detail);
    audit::record(tx, app.ids.as_ref(), Actor::Person(viewer), act).await
}

/// Saves an appraisal, writes the audit entry and commits.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    row: AppraisalRow,
    mutation: &'static str,
    detail: &Value,
) -> Result<Uuid> {
    let row = store::appraisal_save(&tx, row).await?;
    let proof = recorded(app, &tx, viewer, mutation, &row, detail).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}
