//! The SQL of screening.

mod facts;
mod listings;
mod reach;
mod screened;
mod verdicts;
mod versions;
mod watched;

pub(super) use facts::{
    Shop, StandingBrand, authorized_sellers, records_of, removed_listings, rights, standing_brands,
};
pub(super) use listings::{claim, enqueue_lead, enqueue_listing, finish, lead_items, listings_of};
pub(super) use reach::Reach;
pub(super) use screened::{
    ListOrder, Recent, ScreenedQuery, claim_becoming, recent, screened_count, screened_find, screened_insert,
    screened_owner, screened_page, screened_save, screened_seen,
};
pub(super) use verdicts::{Judged, Tally, judged, leads_by_source, tallies};
pub(super) use versions::{
    brand_of, model_by_id, model_count, model_insert, model_last, model_page, owners_of, pack_by_id, pack_count,
    pack_insert, pack_last, pack_page, packs_by_ids, release_at, release_count, release_insert, release_last,
    release_page, releases_in_force,
};
pub(super) use watched::{
    watched_all, watched_count, watched_end, watched_find, watched_insert, watched_open, watched_page, watched_same,
};

use entity::{rule_pack, screened_listing, screening_listing, screening_model, screening_release, watched_seller};

/// A version of rules.
pub(crate) type PackRow = rule_pack::Model;
/// A version of a model.
pub(crate) type ModelRow = screening_model::Model;
/// Which versions hold.
pub(crate) type ReleaseRow = screening_release::Model;
/// A listing that is to be screened, or was.
pub(crate) type ListingRow = screening_listing::Model;
/// What screening says of a listing and a brand.
pub(crate) type ScreenedRow = screened_listing::Model;
/// A seller whom an organisation watches.
pub(crate) type WatchedRow = watched_seller::Model;
/// An item of a lead.
pub(crate) type ItemRow = entity::lead_item::Model;
