//! The one integration test binary: a module for each slice, and the ones that judge the whole.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![expect(
    unreachable_pub,
    reason = "a test binary has no outside; `pub` says what a module is for"
)]

/// The program's own allocator, so that tests take the program's time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod actions;
mod agencies;
mod appraisals;
mod audit;
mod bad_input;
mod bank_statements;
mod blind_match;
mod break_glass;
mod calendar_feeds;
mod changes;
mod cli;
mod clients;
mod corpora;
mod demo;
mod dependencies;
mod digests;
mod evidence;
mod exports;
mod funds;
mod fuzz;
mod guests;
mod hand_overs;
mod imports;
mod ingest;
mod integration_guide;
mod leads;
mod leads_listing_urls;
mod mail;
mod members;
mod migrations;
mod notifications;
mod operations;
mod outbox;
mod permissions;
mod plans;
mod products;
mod purchases;
mod referrals;
mod rights;
mod sandboxes;
mod schema;
mod screening;
mod service_accounts;
mod sessions;
mod single_sign_on;
mod stories;
mod storms;
mod subjects;
mod support;
mod tidy;
mod transport;
mod views;
mod visibility;
mod webhooks;
mod worker;
