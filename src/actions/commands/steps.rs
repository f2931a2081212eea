//! Moving an action on: from its submission to its end.

use serde_json::json;
use uuid::Uuid;

use super::{By, Done, Loaded, News, finish, follow, load, note};
use crate::{
    actions::{
        rules::{self, ActionStep},
        store,
    },
    app::App,
    permissions::Viewer,
    platform::{clock::micros, db::Tx, error::Result},
};

/// The mutation of a step.
fn mutation(step: ActionStep) -> &'static str {
    match step {
        ActionStep::Change => "changeOfflineAction",
        ActionStep::Staff => "addTeamMember",
        ActionStep::AddTask => "addActionTask",
        ActionStep::Submit => "submitOfflineAction",
        ActionStep::Plan => "planOfflineAction",
        ActionStep::Approve => "approveOfflineAction",
        ActionStep::Schedule => "scheduleOfflineAction",
        ActionStep::Start => "startOfflineAction",
        ActionStep::Execute => "executeOfflineAction",
        ActionStep::Postpone => "postponeOfflineAction",
        ActionStep::Abort => "abortOfflineAction",
        ActionStep::Cancel => "cancelOfflineAction",
        ActionStep::Release => "releaseOfflineAction",
        ActionStep::AskStop => "askOfflineActionStop",
        ActionStep::RecordOutcome => "recordOutcome",
        ActionStep::SubmitOutcome => "submitOutcome",
        ActionStep::VerifyOutcome => "verifyOutcome",
        ActionStep::ReturnOutcome => "returnOutcome",
        ActionStep::CorrectOutcome => "correctOutcome",
        ActionStep::StartFollowUp => "startFollowUp",
        ActionStep::Follow => "recordFollowUp",
        ActionStep::Close => "closeOfflineAction",
    }
}

/// Moves an action on by a step; `reason` is kept where one is given.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn advance(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    step: ActionStep,
    reason: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    // Before anything is locked, lest two wait for each other.
    store::take_turn(&tx).await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, step, Some(expected))?;
    taken(app, tx, viewer.into(), loaded, step, reason).await
}

/// Carries out a step that may be taken, whoever takes it.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(super) async fn taken(
    app: &App,
    tx: Tx,
    by: By<'_>,
    mut loaded: Loaded,
    step: ActionStep,
    reason: Option<&str>,
) -> Result<Uuid> {
    let id = loaded.row.id;
    let reason = reason.map(rules::reason).transpose()?;
    match step {
        ActionStep::Approve => {
            follow::must_not_be_blocked(tx.connection(), id).await?;
            let side = by
                .viewer
                .and_then(|viewer| Some((viewer, loaded.standing.side(viewer)?)));
            if let Some((viewer, side)) = side {
                store::approval_insert(&tx, id, side, viewer.person).await?;
            }
        }
        ActionStep::Submit | ActionStep::Postpone => store::approvals_drop(&tx, id).await?,
        ActionStep::Execute => {
            (loaded.row.executed_at, loaded.row.revision) = (Some(micros(tx.now())), 1);
            store::revision_open(&tx, id, 1, None).await?;
        }
        ActionStep::Close => {
            follow::must_be_ended(tx.connection(), &loaded.row).await?;
            loaded.row.closed_at = Some(micros(tx.now()));
        }
        ActionStep::Release => loaded.row.embargo = false,
        ActionStep::Change
        | ActionStep::Staff
        | ActionStep::AddTask
        | ActionStep::Plan
        | ActionStep::Schedule
        | ActionStep::Start
        | ActionStep::Abort
        | ActionStep::Cancel
        | ActionStep::AskStop
        | ActionStep::RecordOutcome
        | ActionStep::SubmitOutcome
        | ActionStep::VerifyOutcome
        | ActionStep::ReturnOutcome
        | ActionStep::CorrectOutcome
        | ActionStep::StartFollowUp
        | ActionStep::Follow => {}
    }
    if reason.is_some() {
        loaded.row.reason = reason;
    }
    let detail = json!({ "state": loaded.row.state });
    let done = Done {
        mutation: mutation(step),
        detail: &detail,
        news: vec![News::Moved],
        compares: true,
    };
    finish(app, tx, by, loaded.row, done).await
}

/// Asks whoever leads an action to put it off or break it off; the action stays as it is.
///
/// # Errors
/// As [`advance`].
pub(crate) async fn ask_stop(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::AskStop, Some(expected))?;
    let detail = json!({ "reason": rules::reason(reason)? });
    let done = Done {
        mutation: mutation(ActionStep::AskStop),
        detail: &detail,
        news: vec![News::StopAsked],
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}
