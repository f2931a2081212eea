//! Letting a lead be compared that is left out otherwise.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    blind_match::{rules::MATCHING_CHANGED, store},
    leads,
    outbox::{self, NewEvent},
    permissions::{Action, Viewer},
    platform::{
        error::{ErrorCode, Result},
        ids::IdKind,
    },
};

/// Says whether the identifiers of a lead are compared although only named people may know it, and the numbers of people's
/// papers in it. `expected` is the version of that, 0 where nothing was ever said.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn set_matching(app: &App, viewer: &Viewer, lead: Uuid, expected: i32, opt_in: bool) -> Result<()> {
    let tx = app.begin().await?;
    let host = leads::host(&tx, viewer, lead).await?;
    if !host.allows(viewer, Action::BlindMatchAnswer, &tx) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !host.is_open() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    store::matching_save(&tx, lead, opt_in, viewer.person, expected).await?;
    let event = NewEvent {
        kind: MATCHING_CHANGED,
        root: lead,
        object: lead,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(&tx, app.ids.as_ref(), event).await?;
    let detail = json!({ "optIn": opt_in });
    let act = Act::on(Category::Content, "setBlindMatching", IdKind::Lead, lead)
        .of_lead(lead)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
