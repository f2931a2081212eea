//! Touchstone, the portal of an anti-counterfeiting alliance.
//!
//! The code map, in reading order: what may be done and seen (`permissions`, `audience`), the slices by the nouns that
//! members use, what they stand on (`platform`, `outbox`, `audit`, `mail`), and the edges (`api`, `server`, `worker`, `cli`).

// The graph's roots are merged of one object a slice, and each adds a level to the futures that answer them.
#![recursion_limit = "256"]

pub mod app;
pub mod permissions;

pub mod appraisals;
pub mod audience;
pub mod audit;
pub mod operations;
pub mod outbox;

pub mod samples;
pub mod sandboxes;
pub mod service_accounts;
pub mod sessions;
pub mod single_sign_on;

pub mod members;

pub mod products;
pub mod rights;

pub mod agencies;

pub mod evidence;
pub mod leads;
pub mod screening;

pub mod subjects;

pub mod actions;
pub mod blind_match;
pub mod break_glass;

pub mod backups;
pub mod bank_statements;
pub mod calendar_feeds;
pub mod changes;
pub mod demo;
pub mod digests;
pub mod exports;
pub mod funds;
pub mod groups;
pub mod guests;
pub mod hand_overs;
pub mod imports;
pub mod ingest;
pub mod mail;
pub mod notifications;
pub mod purchases;
pub mod quotas;
pub mod referrals;
pub mod views;
pub mod webhooks;

pub mod platform;

pub mod api;
pub mod server;
pub mod worker;

pub mod cli;
