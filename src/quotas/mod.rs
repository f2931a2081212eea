//! Quotas: how much each person and service account may ask, over all processes together, and whose turn it is.
//!
//! What a request costs is counted in points: a GraphQL document costs what its limits say (`api::limits`), everything else
//! a fixed number. Points come back evenly over a minute. A process takes a twentieth of a minute's at a time from the
//! database and spends it in memory, so that most requests cost no statement ([`spend`]).
//!
//! Beside that the organisations take turns at what a process can work on at once ([`take_turn`]): one that asks a
//! thousand things waits for itself (docs/adr/0054-quotas-by-cost-and-turns.md).
//!
//! Always true: over all processes nobody spends more in a minute than what there is at once, what came back, and a share for
//! each process; who is not signed in makes nothing be written; a database that is out of reach refuses nobody by itself.

mod gate;
pub mod graphql;
mod jobs;
mod purses;
pub mod rules;
mod store;

pub use gate::{Turn, take_turn};
pub use jobs::{forget, give_back, look_after};
pub use purses::{Quotas, spend};
pub use rules::Standing;
