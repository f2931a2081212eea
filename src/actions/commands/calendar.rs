//! A person's actions, for a calendar of another program.

use jiff::Timestamp;
use uuid::Uuid;

use super::sight;
use crate::{
    actions::store,
    app::App,
    permissions::Viewer,
    platform::{clock::timestamp, error::Result},
};

/// An action on whose team somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Appointment {
    pub(crate) action: Uuid,
    pub(crate) starts_at: Timestamp,
    pub(crate) ends_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    /// What it is called; nothing while nobody but the team may know of it.
    pub(crate) reference: Option<String>,
}

/// The actions on whose teams the viewer is, that are approved, set or under way, and end after a moment (microseconds).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn appointments(app: &App, viewer: &Viewer, since: i64) -> Result<Vec<Appointment>> {
    let sight = sight(viewer, app.now());
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let rows = store::appointments_of(app.db.read(), &sight, viewer.person, since).await?;
    let appointment = |row: store::ActionRow| {
        Some(Appointment {
            action: row.id,
            starts_at: timestamp(row.starts_at?),
            ends_at: timestamp(row.ends_at?),
            changed_at: timestamp(row.updated_at),
            reference: (!row.embargo).then_some(row.reference),
        })
    };
    Ok(rows.into_iter().filter_map(appointment).collect())
}
