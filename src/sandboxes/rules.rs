//! What a sandbox is, and what it is called.

use jiff::Timestamp;
use uuid::Uuid;

/// The brand of every sandbox. The same name in each: within a sandbox there is no other.
pub const BRAND: &str = "Sandbox";

/// A sandbox as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxRow {
    /// Its id, which is that of its organisation.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How many leads are seen in it.
    pub leads: u64,
    /// Counts its changes.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The names of a sandbox and of its right holder.
#[must_use]
pub fn names(organization: &str) -> (String, String) {
    (
        format!("{organization} (sandbox)"),
        format!("{organization} (right holder of the sandbox)"),
    )
}
