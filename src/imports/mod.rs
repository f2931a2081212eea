//! Imports: files from elsewhere become leads, once, by a dry run first.
//!
//! ```text
//! file ─▶ upload ─▶ preview: understood, skipped and why ─▶ start with the preview's token ─▶ the worker, lead by lead
//!                        ▲ mapping, brand, TLP                     └▶ results: one for each element
//! ```
//!
//! MISP events, STIX bundles, tables and JSON lines go one way ([`rules`] reads them), through the same commands as the
//! portal, so that a person imports what the person could write by hand; rights are asked again at every lead. What was
//! imported is known by the hash of its content within the organisation it belongs to: a second import adds nothing, and
//! one that was broken off is finished by going on. The source's TLP is a floor, and AMBER where it has none.

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

// What the demo does as people do it through the graph.
pub(crate) use commands::save_mapping;
// The engine, for listings that come in from machines.
pub(crate) use commands::{Brands, Carried, Carrier, Choices};
pub use commands::{Import, ImportError, LineReport, Order, Summary, Upload, upload};
pub use rules::{Format, Outcome};
