//! Rows of people that are none: the service accounts, which `service_accounts` makes and changes.

use uuid::Uuid;

use super::invite::newcomer;
use crate::{
    app::App,
    members::{
        rules::{DigestFrequency, OrganizationRow, PersonRow, PersonState, Settings},
        store,
    },
    permissions::Role,
    platform::{db::Tx, error::Result},
};

/// A service account among the people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePerson {
    /// Its id, which is the account's.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// Inserts the row of a service account: active, with the role `PS`, without a way to sign in, and with an address that leads
/// nowhere.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn service_person_insert(
    app: &App,
    tx: &Tx,
    organization: &OrganizationRow,
    service: ServicePerson,
) -> Result<()> {
    let email = format!("{}@service.invalid", service.id.simple());
    let row = newcomer(app, tx, organization, service.name, email, vec![Role::Ps]);
    let settings = Settings {
        digest: DigestFrequency::Off,
        expiry_reminders: false,
        ..row.settings
    };
    let row = PersonRow {
        id: service.id,
        state: PersonState::Active,
        is_service: true,
        settings,
        ..row
    };
    store::person_insert(tx, &row).await
}

/// Keeps the name of a service account, and whether it may come in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn service_person_save(tx: &Tx, service: ServicePerson, is_active: bool) -> Result<()> {
    let state = match is_active {
        true => PersonState::Active,
        false => PersonState::Suspended,
    };
    store::service_person_set(tx, service.id, &service.name, state).await
}
