//! Changes: the feed by which a service account keeps a copy of what it sees.
//!
//! Each account has one row for each object that it was told of, with the object's place in the account's feed and
//! whether the object is there or gone. These rows are the copy as it ought to be. A follower ([`follow`]) reads the
//! committed events in their one order and compares the rows with the audience where sight changes without an event;
//! whatever differs moves to the account's next place (docs/adr/0051-a-feed-is-a-mirror.md).
//!
//! Always true: places are given under a lock on the account's feed, in the transaction that writes them, so whoever
//! reads by place misses none; sight is asked for again when a change is read, so an object that is not seen at that
//! moment is told as gone (I24); an account is never told that something is gone that it was not told of.

mod commands;
pub mod graphql;
mod jobs;
pub mod rules;
mod store;

pub use jobs::{advance, follow, forget};
