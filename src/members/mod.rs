//! Members: organisations and their people.
//!
//! An organisation is invited by the secretariat, applies, is reviewed and approved by somebody else than who invited it
//! ([`rules::organization`]); its people are invited, hold the roles of its kind and may be limited to brands
//! ([`rules::person`]). Whoever is shut out is out at the next request: sessions end and the authorisation epoch rises in
//! the same transaction.
//!
//! Invariants: nobody changes the own roles; the last administrator stays; addresses are unique.

pub mod commands;
pub mod graphql;
pub mod rules;
mod store;

use std::collections::HashMap;

use uuid::Uuid;

pub use commands::Transition;
pub use commands::{ServicePerson, service_person_insert, service_person_save};
pub use commands::{sandbox_insert, sandbox_touch, sandbox_viewer};
pub use rules::{ActivePerson, OrganizationRow, OrganizationState, PersonRow, PersonState};

use crate::{
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        db::{Connection, Tx},
        error::Result,
    },
};

/// The kind of the event that tells a person that somebody changed its roles or brands, or let it in again.
pub const ACCOUNT_CHANGED: &str = "ACCOUNT_CHANGED";

/// The authorisation epoch: raised by every write that changes what somebody may see.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn authz_epoch(connection: &impl Connection) -> Result<i64> {
    store::epoch(connection).await
}

/// Raises the authorisation epoch.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn raise_authz_epoch(tx: &Tx) -> Result<()> {
    store::epoch_raise(tx).await
}

/// A person with roles, scope and powers of attorney; `None` where the person or its organisation may not sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn viewer(connection: &impl Connection, person: Uuid) -> Result<Option<Viewer>> {
    store::viewer(connection, person).await
}

/// [`viewer`] by the person's normalised address.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn viewer_by_email(connection: &impl Connection, email: &str) -> Result<Option<Viewer>> {
    match store::person_id_by_email(connection, email).await? {
        Some(id) => store::viewer(connection, id).await,
        None => Ok(None),
    }
}

/// An organisation that the viewer's directory has, locked for this transaction.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn organization_seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<OrganizationRow> {
    commands::seen(tx, viewer, id).await
}

/// The person with this normalised address, whatever its state.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn person_by_email(connection: &impl Connection, email: &str) -> Result<Option<PersonRow>> {
    match store::person_id_by_email(connection, email).await? {
        Some(id) => store::person(connection, id).await,
        None => Ok(None),
    }
}

/// The organisations with these ids, in no particular order, whatever their state; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn organizations_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<OrganizationRow>> {
    store::organizations(connection, ids).await
}

/// The sandbox of an organisation, or the right holder of a sandbox.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sandbox_of(connection: &impl Connection, organization: Uuid) -> Result<Option<OrganizationRow>> {
    store::sandbox_of(connection, organization).await
}

/// The active organisations of these kinds, in no particular order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn active_organizations(
    connection: &impl Connection,
    kinds: &[OrganizationKind],
) -> Result<Vec<OrganizationRow>> {
    store::organizations_of_kinds(connection, kinds).await
}

/// The people with these ids, in no particular order, whatever their state; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn people_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<PersonRow>> {
    store::people(connection, ids).await
}

/// The people of an organisation, the first one first, whatever their state; no service accounts.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn people_of(connection: &impl Connection, organization: Uuid) -> Result<Vec<PersonRow>> {
    store::people_of(connection, organization).await
}

/// The names of the people with these ids, whatever their state.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn names_of_people(connection: &impl Connection, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    store::names_of_people(connection, ids).await
}

/// A person with roles, brand scope and settings, whatever its state.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn person_row(connection: &impl Connection, id: Uuid) -> Result<Option<PersonRow>> {
    store::person(connection, id).await
}

/// The active people of those of the organisations that are active themselves: whom an audience can reach.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn active_people_of(connection: &impl Connection, organizations: &[Uuid]) -> Result<Vec<ActivePerson>> {
    store::active_people_of(connection, organizations).await
}

/// The active officers of the secretariat: the desk.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officers(connection: &impl Connection) -> Result<Vec<ActivePerson>> {
    store::officers(connection).await
}
