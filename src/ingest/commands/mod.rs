//! Use cases of ingest.

mod call;
mod engine;
mod receive;
mod run;
mod sweep;

pub(crate) use call::MOST_LISTINGS;
pub(super) use call::{IngestOrder, ingest, sides};
pub(crate) use engine::Choice;
pub(super) use engine::ItemResult;
pub(crate) use receive::{BATCH, Receiving, receive};
pub(crate) use run::{find_run, run_lines, standing_of, start_run};
pub(super) use run::{run_total, runs};
pub(super) use sweep::sweep;
