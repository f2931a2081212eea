//! Changing how a lead may be used.

use uuid::Uuid;

use super::{create::conclude, load_locked, tell::News, text};
use crate::{
    app::App,
    leads::{
        rules::{HandlingPolicy, LeadStep, TimelineKind},
        store::{self, LeadRow, Touch},
    },
    permissions::{Action, Viewer},
    platform::{
        clock::{NEVER, micros},
        error::{ApiError, Result},
    },
};

/// Changes what those a lead is shared with may do with it, whether its owner is named, and until when it is theirs to use.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn change_handling(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    policy: HandlingPolicy,
    reason: &str,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::ChangeHandling, tx.now())?;
    let reason = text("reason", reason, 2_000)?;
    let mut lead = loaded.lead;
    put(&mut lead, policy, micros(tx.now()), "handling.usableUntil")?;
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    let news = News::to_viewers(TimelineKind::HandlingChanged)
        .with(policy.permitted_actions.code())
        .because(Some(reason));
    conclude(app, viewer, tx, lead, "changeLeadHandling", news).await
}

/// Puts a policy into a lead's row.
///
/// # Errors
/// `BAD_USER_INPUT` at `field` where its end has passed.
pub(super) fn put(lead: &mut LeadRow, policy: HandlingPolicy, now: i64, field: &str) -> Result<()> {
    if policy.usable_until.is_some_and(|end| end <= now) {
        return Err(ApiError::input(field, "This moment has passed."));
    }
    policy.permitted_actions.code().clone_into(&mut lead.permitted_actions);
    policy.notification.code().clone_into(&mut lead.notification);
    policy.attribution.code().clone_into(&mut lead.attribution);
    lead.usable_until = policy.usable_until.unwrap_or(NEVER);
    Ok(())
}
