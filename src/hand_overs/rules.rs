//! What a hand-over is, and who may take it over; pure.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, Result},
        text::clean_text,
    },
};

/// Most leads and deliveries of one hand-over.
pub const MOST_REFERENCES: usize = 50;

/// Most offline actions of one hand-over.
pub const MOST_ACTIONS: usize = 50;

/// What a hand-over refers to: a lead, or a delivery of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The lead.
    pub lead: Uuid,
    /// The delivery, where it is about one.
    pub delivery: Option<Uuid>,
}

/// A hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverRow {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub organization: Uuid,
    /// Who wrote it.
    pub author: Uuid,
    /// Where the shift ends, as a time zone of the tz database.
    pub from_zone: String,
    /// Where the next one begins.
    pub to_zone: String,
    /// The words.
    pub body: String,
    /// What it is about, in the author's order.
    pub references: Vec<Reference>,
    /// The offline actions it is about, in the author's order.
    pub actions: Vec<Uuid>,
    /// When it was written.
    pub created_at: Timestamp,
    /// Who took it over, and when.
    pub acknowledged: Option<(Uuid, Timestamp)>,
    /// Counts its changes.
    pub version: i32,
}

impl HandOverRow {
    /// Whether somebody reads it.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        self.organization == viewer.organization && viewer.has(Action::LeadFollow)
    }

    /// Whether somebody may take it over now: of those who read it, not its author.
    #[must_use]
    pub fn may_be_taken_over_by(&self, viewer: &Viewer) -> bool {
        self.acknowledged.is_none() && self.is_seen_by(viewer) && self.author != viewer.person
    }
}

/// The words of a hand-over, cleaned.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn body(raw: &str) -> Result<String> {
    clean_text(raw, 1..=10_000).map_err(|error| ApiError::input("body", format!("Please correct this: {error}.")))
}

/// A time zone of the tz database, for the field of that name.
///
/// # Errors
/// `BAD_USER_INPUT` where there is no such one.
pub fn zone(field: &str, raw: &str) -> Result<String> {
    let found = jiff::tz::TimeZone::get(raw.trim());
    let name = found
        .ok()
        .and_then(|zone| zone.iana_name().map(str::to_owned))
        .ok_or_else(|| ApiError::input(field, "Give a time zone such as Asia/Shanghai."))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_one_of_the_database() {
        assert_eq!(zone("fromZone", " Asia/Shanghai ").unwrap(), "Asia/Shanghai");
        assert!(zone("fromZone", "Mars/Olympus").is_err() && zone("fromZone", "").is_err());
    }
}
