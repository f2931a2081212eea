//! Whom it concerns that a watched seller was met.

use jiff::Timestamp;
use uuid::Uuid;

use super::WATCHED_SELLER_MET;
use crate::{
    members,
    permissions::{Action, Role, Scope, Viewer, table::scope},
    platform::{
        db::Connection,
        error::{ErrorCode, Result},
    },
    screening::store::{self, Reach},
};

/// Whether an event tells of a watched seller.
#[must_use]
pub(crate) fn is_news(kind: &str) -> bool {
    kind == WATCHED_SELLER_MET
}

/// The people whom it concerns: who judges listings for the brand's owner.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, screened: Uuid) -> Result<Vec<Uuid>> {
    let Some(owner) = store::screened_owner(connection, screened).await? else {
        return Ok(Vec::new());
    };
    let judges = |role: &Role| matches!(scope(*role, Action::ScreeningJudge), Scope::Own | Scope::Brand);
    let people = members::active_people_of(connection, &[owner]).await?;
    let people = people.into_iter().filter(|person| person.roles.iter().any(judges));
    Ok(people.map(|person| person.id).collect())
}

/// Whether the viewer sees what was screened.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees(connection: &impl Connection, viewer: &Viewer, now: Timestamp, id: Uuid) -> Result<bool> {
    let reach = Reach::of(viewer, Action::ScreeningRead, now);
    match store::screened_find(connection, &reach, id).await {
        Ok(_) => Ok(true),
        Err(error) if error.code == ErrorCode::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
