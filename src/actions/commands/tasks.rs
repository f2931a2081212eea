//! What has to be done for an action. A task has its own version and never moves the action's.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, load, note};
use crate::{
    actions::{
        rules::{self, ActionStep, MOST_TASKS},
        store::{self, TaskRow},
    },
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
    },
};

/// A task to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewTask {
    pub(crate) title: String,
    pub(crate) assignee: Option<Uuid>,
    pub(crate) due_at: Option<Timestamp>,
}

/// Adds something that has to be done.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn add_task(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewTask) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "addActionTask", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(loaded.row.id),
    };
    loaded.step(viewer, ActionStep::AddTask, None)?;
    let is_on_team = |person: &Uuid| loaded.team.iter().any(|member| member.person_id == *person);
    if new.assignee.is_some_and(|person| !is_on_team(&person)) {
        return Err(ApiError::input("assigneeId", "Name somebody on the team."));
    }
    if store::tasks_of(tx.connection(), &[id]).await?.len() >= MOST_TASKS {
        return Err(ApiError::input(
            "title",
            format!("An action has at most {MOST_TASKS} tasks."),
        ));
    }
    let row = TaskRow {
        id: app.ids.id(tx.now()),
        action_id: id,
        title: rules::line("title", &new.title, 300)?,
        assignee_id: new.assignee,
        due_at: new.due_at.map(micros),
        done_at: None,
        done_by: None,
        version: 1,
        created_at: micros(tx.now()),
    };
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "task": row.id });
    store::task_insert(&tx, row).await?;
    let done = Done {
        mutation: "addActionTask",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}

/// Says that a task is done.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it is done already, `STALE_VERSION`, `BAD_USER_INPUT` where the
/// action has no such task.
pub(crate) async fn complete_task(app: &App, viewer: &Viewer, id: Uuid, task: Uuid, expected: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::AddTask, None)?;
    let row = store::task_by_id(tx.connection(), task).await?;
    let row = row.filter(|row| row.action_id == id);
    let row = row.ok_or_else(|| ApiError::input("taskId", "The action has no such task."))?;
    if row.done_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    store::task_complete(&tx, &row, viewer.person).await?;
    let detail = json!({ "task": task });
    let done = Done {
        mutation: "completeActionTask",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}
