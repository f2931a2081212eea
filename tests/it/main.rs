//! The one integration test binary: a module for each slice, and the ones that judge the whole.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![expect(
    unreachable_pub,
    reason = "a test binary has no outside; `pub` says what a module is for"
)]

mod audit;
mod bad_input;
mod break_glass;
mod cli;
mod corpora;
mod demo;
mod dependencies;
mod digests;
mod fuzz;
mod imports;
mod leads;
mod leads_listing_urls;
mod mail;
mod members;
mod migrations;
mod operations;
mod outbox;
mod permissions;
mod plans;
mod rights;
mod schema;
mod sessions;
mod single_sign_on;
mod stories;
mod storms;
mod subjects;
mod support;
mod tidy;
mod transport;
mod visibility;
mod worker;
