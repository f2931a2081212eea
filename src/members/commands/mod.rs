//! Use cases of members: one transaction each, and the reads behind the resolvers.

mod administrator;
mod directory;
mod invite;
mod organization;
mod person;
mod sandbox;
mod service;
mod settings;

pub use administrator::{InviteAdministrator, invite_administrator};
pub use directory::{
    Organizations, People, administrators, count_organizations, count_people, list_organizations, list_people,
    visible_organization, visible_person,
};
pub use invite::{InviteOrganization, InviteUser, invite_organization, invite_user};
pub(super) use organization::seen;
pub use organization::{UpdateOrganization, change_organization, update_organization};
pub use person::{UpdateUser, reinstate_user, resend_invitation, reset_second_factor, suspend_user, update_user};
pub use sandbox::{sandbox_insert, sandbox_touch, sandbox_viewer};
pub use service::{ServicePerson, service_person_insert, service_person_save};
pub use settings::{UpdateSettings, update_settings};

use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor},
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
    },
};

/// A step of something that is there.
#[derive(Debug, Clone)]
pub struct Transition {
    /// Which one.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// Why, where the caller says so; kept in the audit log.
    pub reason: Option<String>,
}

fn check_version(found: i32, expected: i32) -> Result<()> {
    if found == expected {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

/// Writes the audit entry and commits.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, act: Act<'_>) -> Result<()> {
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
