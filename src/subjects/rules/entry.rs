//! What may be entered of a subject, in its stored form.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

use super::{LegalBasis, PersonalDataPurpose, SubjectKind, identifier::IdentifierKind};
use crate::platform::{
    error::{ApiError, Result},
    text::{clean_line, clean_text},
};

/// Most subjects that a lead names.
pub const MOST_SUBJECTS: u64 = 100;
/// Most identifiers of a subject.
pub const MOST_IDENTIFIERS: usize = 50;
/// Most links from a subject.
pub const MOST_LINKS: u64 = 100;
/// For how long a person's data are kept where nothing is said: unsubstantiated personal data go after that.
const USUAL_RETENTION_MONTHS: i32 = 24;
/// For how long they are kept at most.
pub const LONGEST_RETENTION_MONTHS: i32 = 120;

/// Why and for how long a person's data are kept (I39).
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct PersonalData {
    /// For what.
    pub purpose: PersonalDataPurpose,
    /// Why the law lets them be kept.
    pub legal_basis: LegalBasis,
    /// Their last moment; two years from now where nothing is said.
    pub retain_until: Option<Timestamp>,
}

/// The last moment of a person's data.
///
/// # Errors
/// `BAD_USER_INPUT` where it has passed, or lies more than ten years ahead.
pub fn retention(given: Option<Timestamp>, now: Timestamp) -> Result<Timestamp> {
    let after = |months: i32| {
        let moment = now.to_zoned(TimeZone::UTC).checked_add(Span::new().months(months));
        moment.map(|moment| moment.timestamp()).map_err(ApiError::internal)
    };
    let until = match given {
        Some(until) => until,
        None => after(USUAL_RETENTION_MONTHS)?,
    };
    if until <= now || until > after(LONGEST_RETENTION_MONTHS)? {
        return Err(ApiError::input(
            "personalData.retainUntil",
            "Give a moment within the next ten years.",
        ));
    }
    Ok(until)
}

/// A name.
///
/// # Errors
/// `BAD_USER_INPUT` at `name`.
pub fn name(raw: &str) -> Result<String> {
    clean_line(raw, 1..=200).map_err(|error| unacceptable("name", error))
}

/// What else there is to say; nothing where it says nothing.
///
/// # Errors
/// `BAD_USER_INPUT` at `detail`.
pub fn detail(raw: Option<&str>) -> Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| clean_text(raw, 1..=2_000).map_err(|error| unacceptable("detail", error)))
        .transpose()
}

/// On what a link rests.
///
/// # Errors
/// `BAD_USER_INPUT` at `grounds`.
pub fn grounds(raw: &str) -> Result<String> {
    clean_text(raw, 3..=2_000).map_err(|error| unacceptable("grounds", error))
}

/// What an organisation notes for itself; nothing takes the note away.
///
/// # Errors
/// `BAD_USER_INPUT` at `body`.
pub fn note(raw: &str) -> Result<Option<String>> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    clean_text(raw, 1..=5_000)
        .map(Some)
        .map_err(|error| unacceptable("body", error))
}

/// A day within which a link holds, as it is stored.
#[must_use]
pub fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn unacceptable(field: &str, error: impl std::fmt::Display) -> ApiError {
    ApiError::input(field, format!("Please correct this: {error}."))
}

/// Whether a subject of a kind may be known by an identifier of a kind: papers are a person's, the rest is anybody's.
#[must_use]
pub fn fits(subject: SubjectKind, identifier: IdentifierKind) -> bool {
    !identifier.is_secret() || subject == SubjectKind::Person
}

/// A person's name as it is shown until somebody asks for it: the first letter of each word.
#[must_use]
pub fn masked_name(name: &str) -> String {
    let masked = name.split_whitespace().map(|word| {
        let first: String = word.chars().take(1).collect();
        format!("{first}•••")
    });
    masked.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_keep_their_first_letters() {
        assert_eq!(masked_name("Jane van Doe"), "J••• v••• D•••");
        assert_eq!(masked_name("张伟"), "张•••");
        assert_eq!(masked_name(""), "");
    }

    #[test]
    fn personal_data_go_after_two_years_and_never_later_than_after_ten() {
        let now: Timestamp = "2026-03-09T01:00:00Z".parse().unwrap();
        let at = |text: &str| Some(text.parse().unwrap());
        assert_eq!(retention(None, now).unwrap(), "2028-03-09T01:00:00Z".parse().unwrap());
        assert!(retention(at("2036-03-09T01:00:00Z"), now).is_ok());
        assert!(retention(at("2036-03-09T01:00:01Z"), now).is_err());
        assert!(retention(Some(now), now).is_err());
    }

    #[test]
    fn papers_are_a_persons() {
        assert!(fits(SubjectKind::Person, IdentifierKind::NationalId));
        assert!(!fits(SubjectKind::Company, IdentifierKind::Passport));
        assert!(fits(SubjectKind::Company, IdentifierKind::Phone));
    }
}
