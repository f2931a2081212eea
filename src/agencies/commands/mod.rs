//! Use cases of agencies: one transaction each, and the reads behind the resolvers.

mod agency;
mod contact;
mod directory;
mod news;
mod officer;
mod reminders;
mod reveal;

pub use agency::{CreateAgency, UpdateAgency, create_agency, update_agency};
pub use contact::{AddContact, UpdateContact, add_contact, remove_contact, update_contact};
pub use directory::{
    Agencies, Officers, WantedAgencies, WantedOfficers, agencies_for, contacts_of_agencies, count_agencies,
    count_officers, list_agencies, list_officers, officers_of_agencies, visible_agency, visible_officer,
};
pub use news::{OfficerNews, officer_calls, officer_news};
pub use officer::{
    ProposeOfficer, UpdateOfficer, attest_officer, propose_officer, revoke_officer, update_officer, verify_officer,
};
pub use reminders::{remind, reminded};
pub use reveal::{MailAddress, mail_address};
pub(in crate::agencies) use reveal::{Reached, reveal_contact, reveal_officer};

pub use super::store::{AgencyOrder, OfficerOrder};

use uuid::Uuid;

use crate::{
    agencies::{
        rules::{AgencyRow, reach},
        store,
    },
    app::App,
    audit::{self, Act, Actor},
    members::{self, OrganizationState},
    permissions::Viewer,
    platform::{
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
    },
};

fn check_version(found: i32, expected: i32) -> Result<()> {
    if found == expected {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

fn first(ids: &[Uuid]) -> Result<Uuid> {
    let id = ids.first().copied();
    id.ok_or_else(|| ApiError::internal("an idempotency key without a result"))
}

/// An agency that the viewer sees, locked: other writers of it, its contact points and its officers wait.
async fn seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<AgencyRow> {
    let row = store::agency_lock(tx, id).await?.ok_or_else(ApiError::not_found)?;
    if reach(viewer).sees(row.id, is_active(tx.connection(), row.id).await?) {
        Ok(row)
    } else {
        Err(ApiError::not_found())
    }
}

/// Whether the organisation of an agency is in membership.
async fn is_active(connection: &impl Connection, agency: Uuid) -> Result<bool> {
    let found = members::organizations_by_ids(connection, &[agency]).await?;
    Ok(found.iter().any(|row| row.state == OrganizationState::Active))
}

/// Writes the audit entry and commits.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, act: Act<'_>) -> Result<()> {
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
