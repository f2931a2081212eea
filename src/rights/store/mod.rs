//! The SQL of rights.

mod brand;
mod certificate;
mod document;
mod ip_right;
mod party;
mod power;
mod reminder;

pub use ip_right::IpRightOrder;

pub(super) use brand::{
    BrandFilter, brand, brand_count, brand_insert, brand_page, brand_save, brands, brands_met, brands_of,
};
pub(super) use certificate::{
    certificate, certificate_delete, certificate_insert, certificate_quarantine, certificate_release,
    certificates_after, certificates_hand_in, certificates_of,
};
pub(super) use document::{
    BadFaithRow, bad_faith_insert, bad_faith_of, certificates_numbered, check_insert, checks_forget, checks_since,
    document, document_insert, document_quarantine, document_release, document_withdraw, documents_after, documents_of,
    parties_of_shop,
};
pub(super) use ip_right::{
    IpRightFilter, IpRightReach, ip_right_count, ip_right_delete, ip_right_insert, ip_right_lock, ip_right_of_number,
    ip_right_page, ip_right_save, ip_rights, ip_rights_of, other_holders,
};
pub(super) use party::{parties, parties_of, party_insert, party_lock, party_save};
pub(super) use power::{
    all_mandates, mandates, power_insert, power_save, powers, powers_ending, powers_of, powers_seen,
};
pub(super) use reminder::{Ending, ending, reminded, reminders_insert};
