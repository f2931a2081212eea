//! What can be done to funds: one transaction each: authorise → load → decide → post → audit → publish.

mod decide;
mod expire;
mod funds;
mod holds;
mod ledger;
mod news;
mod period;
mod post;
mod programs;
mod propose;
mod record;
mod report;
mod reverse;
mod shortfall;
mod suspense;
mod verify;

use serde_json::Value;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Scope, Viewer},
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
};

pub(super) use decide::standing;
pub(crate) use decide::{approve, refuse, withdraw};
pub(super) use expire::expire_due;
pub(crate) use funds::create;
pub use holds::{Capture, HoldRequest, Refund, capture, expire, hold, refund, release, top_up};
pub(crate) use news::{calls, is_news};
pub(crate) use programs::{archive, create_program, update_program};
pub(super) use programs::{may_change, state_at, today};
pub(crate) use propose::{Share, Wish, propose};
pub(crate) use record::{CardPayment, RefundReceived, pay_card, record_refund};
pub(super) use report::{
    AllocationTotals, Course, Overview, Point, Report, after, begin, course, overview, report, totals,
};
pub(super) use suspense::put_in_suspense;
pub(crate) use suspense::{InSuspense, clear, explain, suspend};
pub use verify::{FundReport, verify};

/// Whether somebody keeps funds.
pub(super) fn manages(viewer: &Viewer) -> bool {
    viewer.scope(Action::FundManage) == Scope::All
}

/// # Errors
/// `FORBIDDEN` for who does not keep funds.
fn must_manage(viewer: &Viewer) -> Result<()> {
    match manages(viewer) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// Writes the audit entry and commits.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    (kind, id): (IdKind, Uuid),
    detail: &Value,
) -> Result<Uuid> {
    let act = Act::on(Category::Money, mutation, kind, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(id)
}
