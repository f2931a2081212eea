//! Ingest: what machines find comes in as listings, each a lead of its own, and what becomes of it goes back.
//!
//! ```text
//! listings ─▶ read ─▶ known by its hash? ─yes─▶ already there
//!                          └─no─▶ somebody sees a lead with it? ─yes─▶ duplicate, nothing is made
//!                                      └─no─▶ a lead with one item, handed in
//! ```
//!
//! Up to 1,000 listings come in one call of the graph, millions as a stream of lines in pieces (a run), which goes on
//! after whatever broke it off. A listing is known by the hash of what it is and of the brand it is about, within the
//! organisation whose lead it becomes, so everything can be sent again. Leads are made by the engine of
//! [`imports`](crate::imports), through the same commands as by hand, each in a transaction of its own: a refusal of
//! one is none of the others.
//!
//! Invariants: nobody who is not named is given a way to make RED (I29); nothing outside of the caller's sight is
//! told as a duplicate (I22).

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

pub(crate) use commands::{
    BATCH, Choice, MOST_LISTINGS, Receiving, find_run, receive, run_lines, standing_of, start_run,
};
