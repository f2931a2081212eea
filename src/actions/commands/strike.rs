//! Striking what was written down of an action; its history keeps it, with who struck it and why.

use serde_json::json;
use uuid::Uuid;

use super::{Done, deconflict, load, note};
use crate::{
    actions::{
        rules::{self, ActionStep},
        store::{self, LineRow, SuspectRow},
    },
    app::App,
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Strikes a suspect or seized goods from what came of an action, for a reason; what was written stays in its history.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it is struck already, `BAD_USER_INPUT` where the action has no such
/// entry, or no reason is given.
pub(crate) async fn strike(app: &App, viewer: &Viewer, id: Uuid, entry: Uuid, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    // Before anything is locked, lest two wait for each other: a suspect is compared no more.
    store::take_turn(&tx).await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::RecordOutcome, None)?;
    let reason = rules::reason(reason)?;
    let (struck_in, struck_by, struck_reason) = (Some(loaded.row.revision), Some(viewer.person), Some(reason.clone()));
    let suspect = store::suspect_by_id(tx.connection(), entry).await?;
    let line = store::lines_by_ids(tx.connection(), &[entry]).await?.pop();
    match (
        suspect.filter(|row| row.action_id == id),
        line.filter(|row| row.action_id == id),
    ) {
        (Some(row), _) if row.struck_in.is_none() => {
            let row = SuspectRow {
                struck_in,
                struck_by,
                struck_reason,
                ..row
            };
            store::suspect_save(&tx, &row).await?;
            deconflict::settle(app, &tx, &loaded.row, Some(viewer.person)).await?;
        }
        (_, Some(row)) if row.struck_in.is_none() => {
            let row = LineRow {
                struck_in,
                struck_by,
                struck_reason,
                ..row
            };
            store::line_save(&tx, &row).await?;
        }
        (None, None) => return Err(ApiError::input("entryId", "The outcome has no such entry.")),
        (Some(_), _) | (_, Some(_)) => return Err(ErrorCode::TransitionNotAllowed.into()),
    }
    let detail = json!({ "entry": entry, "revision": loaded.row.revision, "reason": reason });
    let done = Done {
        mutation: "strikeOutcomeEntry",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}
