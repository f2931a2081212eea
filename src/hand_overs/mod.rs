//! Hand-overs: what one shift of an organisation leaves to the next, around the world.
//!
//! A note in words, from one time zone to another, with the leads and deliveries it is about. It is the organisation's own:
//! its people who follow leads read it, nobody else (invariant I30). What it refers to is shown to each reader only as far as
//! the reader sees it, and so are the numbers. It stays open until somebody of the next shift takes it over, who is never
//! its author.
//!
//! Of the desk, a hand-over is also about open offline actions; the author's place at their desk can go with it to somebody else,
//! in the same transaction, with an entry in the log for each of them.

mod commands;
pub mod graphql;
pub mod rules;
mod store;

// What the demo does as people do it through the graph.
pub use commands::{NewHandOver, acknowledge, create};
