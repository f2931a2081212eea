//! How the service runs: its processes, its jobs, and what waits; for those who look after it.
//!
//! Every process tells of itself every few seconds, and every turn of a job leaves behind how it ended: in the database,
//! so that whoever asks one replica learns of all of them. Nothing here is content; nothing names a member.

mod commands;
pub mod doctor;
pub mod graphql;
mod jobs;
mod readings;
pub mod rules;
mod store;
mod vitals;

pub use commands::{announce, database, jobs, recorded, replicas};
pub use jobs::keep_telling;
pub use readings::readings;
pub use rules::{Database, JobRun, Part, Replica};
pub use vitals::{Stream, Vitals};
