//! Agreeing to orders, refusing them, taking them back. The last who has to agree has it carried out, in the same transaction.

use serde_json::json;
use uuid::Uuid;

use super::{finish, news, post};
use crate::{
    app::App,
    funds::{
        rules::{self, FundSight, OrderStanding, OrderState, OrderStep},
        store::{self, ApprovalRow, OrderRow},
    },
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// How a viewer stands to an order.
pub(in crate::funds) fn standing<'a>(
    viewer: &Viewer,
    row: &OrderRow,
    approvers: &'a [Uuid],
) -> Result<OrderStanding<'a>> {
    Ok(OrderStanding {
        needed: usize::try_from(row.approvals_needed).map_err(ApiError::internal)?,
        state: code(&row.state)?,
        proposer: row.proposed_by,
        approvers,
        decides: viewer.scope(Action::FundApprove) == Scope::All,
    })
}

struct Loaded {
    tx: Tx,
    row: OrderRow,
    approvers: Vec<Uuid>,
}

/// Loads an order that the viewer sees and may take the step of, in the version that was seen.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`.
async fn load(app: &App, viewer: &Viewer, id: Uuid, expected: i32, step: OrderStep) -> Result<Loaded> {
    let tx = app.begin().await?;
    let row = store::order_lock(&tx, &FundSight::of(viewer, tx.now()), id).await?;
    let approvals = store::approvals_of(tx.connection(), &[id]).await?;
    let approvers: Vec<Uuid> = approvals
        .iter()
        .map(|approval: &ApprovalRow| approval.person_id)
        .collect();
    standing(viewer, &row, &approvers)?.step(viewer.person, step)?;
    match row.version == expected {
        true => Ok(Loaded { tx, row, approvers }),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Agrees to an order, as another person than those who did and the one who proposed it.
///
/// # Errors
/// As [`load`]; `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS` and `TRANSITION_NOT_ALLOWED` where it cannot be carried out.
pub(crate) async fn approve(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let Loaded { tx, mut row, approvers } = load(app, viewer, id, expected, OrderStep::Approve).await?;
    store::approval_insert(&tx, app.ids.id(tx.now()), id, viewer.person).await?;
    let is_last = standing(viewer, &row, &approvers)?.is_last();
    if is_last {
        post::carry_out(app, &tx, viewer, &row).await?;
        OrderState::Posted.code().clone_into(&mut row.state);
        row.decided_at = Some(micros(tx.now()));
    }
    let detail = json!({ "state": row.state, "approvals": approvers.len() + 1 });
    store::order_save(&tx, row).await?;
    if is_last {
        news::decided(app, &tx, id, viewer.person).await?;
    }
    finish(app, tx, viewer, "approveFundOrder", (IdKind::FundOrder, id), &detail).await
}

/// Refuses an order.
///
/// # Errors
/// As [`load`]; `BAD_USER_INPUT`.
pub(crate) async fn refuse(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let Loaded { tx, mut row, .. } = load(app, viewer, id, expected, OrderStep::Refuse).await?;
    row.reason = Some(rules::text("reason", reason, 1_000)?);
    OrderState::Refused.code().clone_into(&mut row.state);
    row.decided_at = Some(micros(tx.now()));
    store::order_save(&tx, row).await?;
    news::decided(app, &tx, id, viewer.person).await?;
    let detail = json!({});
    finish(app, tx, viewer, "refuseFundOrder", (IdKind::FundOrder, id), &detail).await
}

/// Takes back what one proposed.
///
/// # Errors
/// As [`load`].
pub(crate) async fn withdraw(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let Loaded { tx, mut row, .. } = load(app, viewer, id, expected, OrderStep::Withdraw).await?;
    OrderState::Withdrawn.code().clone_into(&mut row.state);
    row.decided_at = Some(micros(tx.now()));
    store::order_save(&tx, row).await?;
    let detail = json!({});
    finish(app, tx, viewer, "withdrawFundOrder", (IdKind::FundOrder, id), &detail).await
}
