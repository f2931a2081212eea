//! The one integration test binary: a module for each slice, and the ones that judge the whole.

mod dependencies;
mod leads_listing_urls;
mod migrations;
mod support;
mod tidy;
