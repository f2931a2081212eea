//! The SQL of rights.

mod brand;
mod party;
mod power;

pub(super) use brand::{BrandFilter, brand, brand_count, brand_insert, brand_page, brand_save, brands, brands_met};
pub(super) use party::{parties, parties_of, party_insert, party_lock, party_save};
pub(super) use power::{all_mandates, mandates, power_insert, power_save, powers, powers_of};
