//! Agencies: the directory of law enforcement, by where each is competent, with how it is reached and by whom.
//!
//! An agency is an organisation of that kind with what the directory says of it: kind, jurisdictions, languages, hours. Its
//! id is its organisation's. It has contact points, which are desks, and officers, who are people, with or without an
//! account. An officer counts once two people of the secretariat who did not propose it said yes, and for a year at most; who
//! that is and how it is reached is sealed with a key outside of the database, and each reading in clear is in the audit log
//! with its purpose (I38) before it is answered.
//!
//! It is a directory: who may read it stands in the permission table, as of IP rights (docs/adr/0025), and no audience rows
//! are kept. Members find an agency by the division in which something happened; law enforcement sees its own entry alone.

mod commands;
pub mod graphql;
pub mod jobs;
mod mail;
pub mod rules;
mod sealed;
mod store;

use uuid::Uuid;

pub use commands::{
    AddContact, CreateAgency, MailAddress, ProposeOfficer, add_contact, agencies_for, attest_officer, create_agency,
    mail_address, propose_officer, revoke_officer, verify_officer,
};
pub use commands::{OfficerNews, officer_calls, officer_news};
pub use mail::reminder;
pub use rules::{AgencyRow, Area, ContactPurpose, OfficerRow, OfficerState};

use crate::platform::{db::Connection, error::Result};

/// An agency of the directory, whatever the state of its organisation.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn agency(connection: &impl Connection, id: Uuid) -> Result<Option<AgencyRow>> {
    store::agency(connection, id).await
}

/// An officer, wherever it stands.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officer(connection: &impl Connection, id: Uuid) -> Result<Option<OfficerRow>> {
    Ok(store::officers(connection, &[id]).await?.pop())
}

/// The officers with these ids, in no particular order, wherever they stand; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officers_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<OfficerRow>> {
    store::officers(connection, ids).await
}

/// The officers that a person's account is tied to, those left out that were revoked.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officers_of_person(connection: &impl Connection, person: Uuid) -> Result<Vec<OfficerRow>> {
    store::officers_of_person(connection, person).await
}
