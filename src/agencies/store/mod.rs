//! The SQL of agencies.

mod agency;
mod contact;
mod officer;
mod reach;
mod reminder;

pub use agency::AgencyOrder;
pub use officer::OfficerOrder;

pub(super) use agency::{
    AgencyFilter, agencies, agencies_competent, agency, agency_count, agency_insert, agency_lock, agency_page,
    agency_save,
};
pub(super) use contact::{contact, contact_count, contact_delete, contact_insert, contact_save, contacts_of};
pub(super) use officer::{
    OfficerFilter, OfficerReach, officer_count, officer_insert, officer_of_address, officer_of_person, officer_page,
    officer_save, officers, officers_of, officers_of_person, officers_present,
};
pub(super) use reminder::{Ending, ending, reminded, reminders_insert};
