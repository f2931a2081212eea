//! Saved views: what somebody looks for in a list again and again, under a name.
//!
//! A view is its owner's, or shared with the owner's organisation. It keeps the words of the list's own filter and order
//! and nothing that was found: whoever opens it asks the list anew and gets what it sees itself. So a view tells no more
//! than its owner wrote into it, and what it names is named by ids.

mod commands;
pub mod graphql;
pub mod rules;
mod store;

// What the demo does as people do it through the graph.
pub use commands::{Content, create};
pub use rules::{ListKind, ViewRow};
