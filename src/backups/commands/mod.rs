//! Taking a backup and restoring one.

mod files;
mod restore;
mod take;

pub use restore::{Restored, restore};
pub use take::{last_taken, take};
