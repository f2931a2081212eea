//! Pure rules of subjects: their kinds, what they are known by, what ties them.

pub mod cluster;
mod codes;
mod entry;
pub mod identifier;

pub use codes::{Confidence, LegalBasis, LinkKind, PersonalDataPurpose, SubjectKind, SupplyRole};
pub use entry::{
    LONGEST_RETENTION_MONTHS, MOST_IDENTIFIERS, MOST_LINKS, MOST_SUBJECTS, PersonalData, day, detail, fits, grounds,
    masked_name, name, note, retention,
};

/// The kind of the event that says that what a subject is known by has changed, for those who compare it. Nobody hears it.
pub const IDENTIFIERS_CHANGED: &str = "IDENTIFIERS_CHANGED";
