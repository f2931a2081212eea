//! Organisations of trials: beside one that is real, with nobody who signs in.

use uuid::Uuid;

use super::service::{ServicePerson, service_person_insert};
use crate::{
    app::App,
    members::{
        rules::{OrganizationRow, OrganizationState},
        store,
    },
    permissions::{Role, Viewer, viewer::OrganizationKind},
    platform::{db::Tx, error::Result},
};

/// Inserts the sandbox of an organisation, or the right holder of a sandbox: a right holder of its place and language, with a row
/// of `person` that acts for it. That has the organisation's own id, no account and no way to sign in.
///
/// # Errors
/// `ALREADY_EXISTS` where there is one, `INTERNAL` or `UNAVAILABLE`.
pub async fn sandbox_insert(app: &App, tx: &Tx, of: &OrganizationRow, name: &str, by: Uuid) -> Result<OrganizationRow> {
    let row = OrganizationRow {
        id: app.ids.id(tx.now()),
        kind: OrganizationKind::MemberBrand,
        name: name.to_owned(),
        name_zh: None,
        state: OrganizationState::Sandbox,
        industry: None,
        joined_at: None,
        invited_by: Some(by),
        suspended_by: None,
        sandbox_of: Some(of.id),
        version: 1,
        created_at: tx.now(),
        ..of.clone()
    };
    store::organization_insert(tx, &row).await?;
    let person = ServicePerson {
        id: row.id,
        name: name.to_owned(),
    };
    service_person_insert(app, tx, &row, person).await?;
    Ok(row)
}

/// Who acts for an organisation of trials: its administrator, within it alone.
#[must_use]
pub fn sandbox_viewer(row: &OrganizationRow) -> Viewer {
    Viewer {
        person: row.id,
        session: None,
        organization: row.id,
        kind: row.kind,
        active: row.state == OrganizationState::Sandbox,
        roles: vec![Role::Ma],
        brand_scope: None,
        mandates: Vec::new(),
        groups: Vec::new(),
        country: row.country.clone(),
        division: row.division_code.clone(),
        enrolled: false,
        confined: false,
        service: None,
    }
}

/// Takes a sandbox for the rest of the transaction, and raises its version, if it is still the one that was read.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it.
pub async fn sandbox_touch(tx: &Tx, row: OrganizationRow) -> Result<OrganizationRow> {
    store::organization_save(tx, row).await
}
