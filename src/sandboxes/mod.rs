//! Sandboxes: where an organisation's engineers try what their systems do, beside the alliance and unseen by it.
//!
//! A sandbox is an organisation of its own in the state `SANDBOX`, which belongs to one that is real and has a right holder with
//! a brand beside it. Nobody signs in to it: service accounts for trials act in it, and a job plays the desk and the right holder
//! by the commands of people ([`play`]).
//!
//! ```text
//! listing ─▶ lead ─▶ graded ─▶ shared with the right holder of the sandbox ─▶ its verdict
//!   account for trials     └────────────── played within seconds ──────────────┘
//! ```
//!
//! Always true: whatever asks for active organisations leaves sandboxes out; rows of the audience of a sandbox's lead name its
//! sandbox and the right holder there, and nobody else; they end after 30 days, or when the sandbox is emptied
//! (docs/adr/0057-a-sandbox-is-an-organisation-that-is-none.md).

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;
