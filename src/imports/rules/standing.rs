//! Where an import stands, and what became of its leads.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ImportState {
    /// The worker goes on with it.
    Running,
    /// Every lead of it was looked at.
    Done,
    /// Its person ended it; what was imported stays.
    Cancelled,
    /// The file is read in another way than when it was previewed, as after an upgrade: start anew.
    Failed,
}

/// What became of a lead to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, serde::Serialize)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A lead was made of it.
    Created,
    /// It would become a lead if this were not a dry run.
    WouldCreate,
    /// An earlier import made a lead of it.
    AlreadyThere,
    /// No lead can be made of it.
    Refused,
}
