//! Technical parts that know no slice.

pub mod bus;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod db;
pub mod email;
pub mod error;
pub mod failpoint;
pub mod files;
pub mod graphql;
pub mod ids;
pub mod jobs;
pub mod metrics;
pub mod money;
pub mod outbound;
pub mod secret_file;
pub mod telemetry;
pub mod text;
pub mod typeset;
pub mod vault;
