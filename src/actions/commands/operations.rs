//! Campaigns.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, finish, load, propose::open_operation, sight};
use crate::{
    actions::{
        rules::{self, ActionStep},
        store::{self, OperationRow, OperationsOf},
    },
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
};

/// A campaign to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewOperation {
    pub(crate) name: String,
    pub(crate) purpose: Option<String>,
}

fn of(viewer: &Viewer, tx: &Tx) -> OperationsOf {
    OperationsOf {
        person: viewer.person,
        sight: sight(viewer, tx.now()),
    }
}

/// Begins a campaign. Until actions belong to it only its maker sees it.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create_operation(app: &App, viewer: &Viewer, key: &str, new: NewOperation) -> Result<OperationRow> {
    let tx = app.begin().await?;
    if !viewer.has(Action::OfflineActionPropose) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createEnforcementOperation", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            return store::operation_find(tx.connection(), &of(viewer, &tx), id).await;
        }
    };
    let year = tx.now().to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    let row = OperationRow {
        id: app.ids.id(tx.now()),
        reference: ids::reference("OP", year, app.ids.secret()),
        name: rules::line("name", &new.name, 200)?,
        purpose: rules::optional("purpose", new.purpose.as_deref(), 2_000)?,
        created_by: viewer.person,
        organization_id: viewer.organization,
        closed: false,
        version: 1,
        created_at: micros(tx.now()),
    };
    store::operation_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    record(app, tx, viewer, "createEnforcementOperation", &row).await?;
    Ok(row)
}

/// Changes a campaign, closes it or opens it again: by whoever made it, or the desk where it sees it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn update_operation(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    new: NewOperation,
    closed: bool,
) -> Result<OperationRow> {
    let tx = app.begin().await?;
    let mut row = store::operation_find(tx.connection(), &of(viewer, &tx), id).await?;
    if !may_change(viewer, &row) {
        return Err(ErrorCode::Forbidden.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    row.name = rules::line("name", &new.name, 200)?;
    row.purpose = rules::optional("purpose", new.purpose.as_deref(), 2_000)?;
    row.closed = closed;
    let row = store::operation_save(&tx, row).await?;
    record(app, tx, viewer, "updateEnforcementOperation", &row).await?;
    Ok(row)
}

/// Puts an action into a campaign that the viewer sees and that is not closed, or into none. Whoever may change the action may;
/// it stays as it is, and so does what was approved.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, also where the campaign is closed; `STALE_VERSION`.
pub(crate) async fn set_operation(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    operation: Option<Uuid>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.standing.step(viewer, ActionStep::Change)?;
    if loaded.row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let before = loaded.row.operation_id;
    if before == operation {
        return Ok(id);
    }
    open_operation(&tx, viewer, operation).await?;
    loaded.row.operation_id = operation;
    let detail = json!({ "from": before, "to": operation });
    let done = Done {
        mutation: "setOfflineActionOperation",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    finish(app, tx, viewer, loaded.row, done).await
}

/// Whether the viewer may change a campaign that it sees.
#[must_use]
pub(crate) fn may_change(viewer: &Viewer, row: &OperationRow) -> bool {
    let is_desk = viewer.scope(Action::DeconflictionRead) == crate::permissions::Scope::All;
    viewer.has(Action::OfflineActionPropose) && (row.created_by == viewer.person || is_desk)
}

async fn record(app: &App, tx: Tx, viewer: &Viewer, mutation: &'static str, row: &OperationRow) -> Result<()> {
    let detail = json!({ "closed": row.closed });
    let act = Act::on(Category::Content, mutation, IdKind::Campaign, row.id)
        .of_action(row.id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
