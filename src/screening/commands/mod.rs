//! Use cases of screening.

mod figures;
mod found;
mod judge;
mod knowledge;
mod lists;
mod models;
mod news;
mod packs;
mod preview;
mod receive;
mod releases;
mod scope;
mod screen;
mod watch;

pub(super) use super::store::{ListOrder, ModelRow, PackRow, ReleaseRow, ScreenedQuery, ScreenedRow, WatchedRow};
pub(super) use figures::{Figures, VersionFigures, figures};
pub(super) use found::become_leads;
pub(super) use judge::{Judging, judge, undo};
pub(super) use lists::{
    allowed, in_force, listings_shown, model_of, models, models_total, next, owners_shown, packs, packs_of,
    packs_total, releases, releases_total, screened, screened_total, visible, watched, watched_total,
};
pub(super) use models::{NewModel, train_model};
pub(crate) use news::{calls, is_news, sees};
pub(crate) use packs::{NewPack, create_pack};
pub(super) use preview::{Changed, Previewed, Trial, preview_pack};
pub(super) use receive::Received;
pub(crate) use receive::{Ingested, NewOffer, enqueue_ingested, screen_listings};
pub(super) use releases::roll_back;
pub(crate) use releases::{NewRelease, release};
pub(super) use screen::advance;
pub(super) use watch::{NewWatch, unwatch_seller, watch_seller};

/// What tells those who see it that a listing waits, or that somebody judged it.
pub(super) const SCREENED: &str = "SCREENED_LISTING";

/// What tells the people of a brand that a seller on their watch list was met.
const WATCHED_SELLER_MET: &str = "WATCHED_SELLER_MET";

/// A share of 1 as it is kept, in millionths.
pub(super) fn millionths(share: f64) -> i64 {
    (share.clamp(0.0, 1.0) * 1e6).round() as i64
}

/// A share of 1 that was kept in millionths.
pub(super) fn share_of(millionths: i64) -> f64 {
    millionths.clamp(0, 1_000_000) as f64 / 1e6
}

/// Cleans a line that a person wrote, for the field of that name.
fn line(field: &str, raw: &str, most: usize) -> crate::platform::error::Result<String> {
    crate::platform::text::clean_line(raw, 1..=most)
        .map_err(|error| crate::platform::error::ApiError::input(field, format!("Please correct this: {error}.")))
}

/// [`line`] where something was written.
fn line_if(field: &str, raw: Option<&str>, most: usize) -> crate::platform::error::Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| line(field, raw, most))
        .transpose()
}
