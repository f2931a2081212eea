//! A lead that screening found goes its way by the commands and rules of people: handed in, graded, brought to the right holder.

use uuid::Uuid;

use super::{
    create::submit,
    load,
    play::deliver,
    triage::{Triage, triage},
};
use crate::{
    app::App,
    leads::rules::{LeadState, Priority},
    permissions::Viewer,
    platform::error::Result,
};

/// The grade of what a model found: a source that is fairly reliable, and what it says possibly true.
const GRADE: &str = "C3";

/// Hands a draft in, and where there is somebody to bring it to grades it and shares it with that organisation, with a
/// deadline: whatever of it is not done yet, each step a transaction of its own.
///
/// # Errors
/// As `submit`, `triage` and `share`: among others `AUTHORIZED_SELLER`, after which the lead waits for the desk;
/// `STALE_VERSION` or `TRANSITION_NOT_ALLOWED` where somebody else was faster.
pub(crate) async fn push_found(app: &App, keeper: &Viewer, id: Uuid, holder: Option<Uuid>) -> Result<()> {
    let loaded = load(app.db.read(), keeper, id, app.now()).await?;
    let (mut state, mut version) = (loaded.state, loaded.lead.version);
    if state == LeadState::Draft {
        version = submit(app, keeper, id, version).await?.version;
        state = LeadState::Submitted;
    }
    let Some(holder) = holder else { return Ok(()) };
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
        deliver(app, keeper, holder, id).await?;
    }
    Ok(())
}
