//! A sandbox plays the desk and the right holder, by the commands and rules of people.

use uuid::Uuid;

use super::{
    delivery::{Answer, answer},
    load,
    preview::{Grant, ShareRequest, plan, token},
    share::share,
    triage::{Triage, triage},
};
use crate::{
    app::App,
    leads::{
        rules::{LeadState, Priority, played},
        store::{self, LeadRow},
    },
    permissions::{Viewer, audience::lead_audience},
    platform::error::Result,
};

/// The grade that is given to everything.
const GRADE: &str = "B2";
/// What the right holder says beside its verdict.
const REASON: &str = "Played by the sandbox.";

/// Grades a lead of a sandbox, brings it to the right holder there and answers for that: whatever of it is not done yet, each step
/// a transaction of its own.
///
/// # Errors
/// As [`triage`], [`share`] and [`answer`]: `STALE_VERSION` or `TRANSITION_NOT_ALLOWED` where somebody else was faster.
pub(crate) async fn play(app: &App, keeper: &Viewer, holder: &Viewer, id: Uuid) -> Result<()> {
    let loaded = load(app.db.read(), keeper, id, app.now()).await?;
    let (mut state, version) = (loaded.state, loaded.lead.version);
    if state == LeadState::Submitted {
        let decision = Triage {
            grade: GRADE.to_owned(),
            priority: Priority::Normal,
            override_reason: None,
        };
        triage(app, keeper, id, version, decision).await?;
        state = LeadState::Triaged;
    }
    if state == LeadState::Triaged {
        deliver(app, keeper, holder.organization, id).await?;
    }
    for delivery in store::open_deliveries_of(app.db.read(), id).await? {
        let given = Answer {
            verdict: played(&loaded.lead.title),
            reason: REASON.to_owned(),
            test_purchases: None,
            attribution_allowed: None,
        };
        answer(app, holder, delivery.id, delivery.version, given).await?;
    }
    Ok(())
}

/// Shares a lead with a right holder. Nobody looks at the preview, so nobody is counted for it.
pub(super) async fn deliver(app: &App, keeper: &Viewer, holder: Uuid, id: Uuid) -> Result<LeadRow> {
    let request = ShareRequest {
        grants: vec![Grant::Organization(holder)],
        ..ShareRequest::default()
    };
    let loaded = load(app.db.read(), keeper, id, app.now()).await?;
    let version = loaded.lead.version;
    let plan = plan(app.db.read(), keeper, loaded, &request, app.now()).await?;
    let token = token(app, keeper, &plan, &lead_audience(&plan.facts.lead));
    share(app, keeper, id, version, &request, &token, None).await
}
