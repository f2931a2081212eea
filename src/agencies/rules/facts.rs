//! What people type about agencies, contact points and officers, and the form it is kept in.
//!
//! Limits, in characters: names of people and desks, ranks and units 100, notes 2,000, reasons 1,000.

use jiff::civil::Date;

use crate::{
    members::rules::facts,
    platform::error::{ApiError, Result},
    subjects::rules::identifier::{self, Hints, IdentifierKind},
};

/// Most languages of somebody.
const MOST_LANGUAGES: usize = 10;
/// Longest name, rank or unit.
const LONGEST_LINE: usize = 100;
/// Longest note.
const LONGEST_NOTE: usize = 2_000;

/// Languages, each once, in the order that was given.
///
/// # Errors
/// `BAD_USER_INPUT` at `languages`.
pub fn languages(wanted: &[String]) -> Result<Vec<String>> {
    if wanted.is_empty() || wanted.len() > MOST_LANGUAGES {
        let text = format!("Name 1 to {MOST_LANGUAGES} languages.");
        return Err(ApiError::input("languages", text));
    }
    let mut languages: Vec<String> = Vec::with_capacity(wanted.len());
    for raw in wanted {
        let code = language("languages", raw)?;
        if !languages.contains(&code) {
            languages.push(code);
        }
    }
    Ok(languages)
}

/// A language by ISO 639.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn language(field: &str, raw: &str) -> Result<String> {
    let is_code = (2..=3).contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code
        .then(|| raw.to_owned())
        .ok_or_else(|| ApiError::input(field, "Give codes of ISO 639, such as zh or en."))
}

/// What a desk is called.
///
/// # Errors
/// `BAD_USER_INPUT` at `label`.
pub fn label(raw: &str) -> Result<String> {
    facts::person_name("label", raw)
}

/// Rank or unit; nothing where nothing is said.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn line(field: &str, raw: Option<&str>) -> Result<Option<String>> {
    facts::optional(field, raw, LONGEST_LINE)
}

/// A note; nothing where nothing is said.
///
/// # Errors
/// `BAD_USER_INPUT` at `note`.
pub fn note(raw: Option<&str>) -> Result<Option<String>> {
    facts::text("note", raw, LONGEST_NOTE)
}

/// Why somebody is no officer any more.
///
/// # Errors
/// `BAD_USER_INPUT` at `reason`.
pub fn reason(raw: &str) -> Result<String> {
    facts::reason(Some(raw))?.ok_or_else(|| ApiError::input("reason", "Say why."))
}

/// A telephone number that exists, dialled from a country where it does not begin with `+`; nothing where nothing is said.
///
/// # Errors
/// `BAD_USER_INPUT` at `phone`.
pub fn phone(raw: Option<&str>, country: &str) -> Result<Option<String>> {
    let Some(raw) = raw.filter(|raw| !raw.trim().is_empty()) else {
        return Ok(None);
    };
    let hints = Hints {
        country: Some(country),
        ..Hints::default()
    };
    identifier::parse(IdentifierKind::Phone, raw, &hints)
        .map(|number| Some(number.display))
        .map_err(|refusal| ApiError::input("phone", format!("Please correct this: {refusal}.")))
}

/// An e-mail address that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `email`.
pub fn optional_email(raw: Option<&str>) -> Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| facts::email("email", raw))
        .transpose()
}

/// The last day of a posting, which is not over.
///
/// # Errors
/// `BAD_USER_INPUT` at `postedUntil`.
pub fn posted_until(day: Option<Date>, today: Date) -> Result<Option<Date>> {
    match day {
        Some(day) if day < today => Err(ApiError::input("postedUntil", "This day is over.")),
        day => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn languages_are_codes_each_once() {
        let of = |codes: &[&str]| languages(&codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["zh", "en", "zh"]), Ok(vec!["zh".to_owned(), "en".to_owned()]));
        assert!(of(&["yue"]).is_ok());
        for wrong in [&[][..], &["ZH"], &["z"], &["中文"], &["zh-Hans"], &["%"], &["zh"; 11]] {
            assert!(of(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn telephone_numbers_have_a_country() {
        assert_eq!(phone(Some(" "), "CN"), Ok(None));
        let number = phone(Some("0571 8700 1234"), "CN").unwrap().unwrap();
        assert!(number.starts_with("+86"), "{number}");
        assert!(
            phone(Some("+33 1 70 18 99 00"), "CN")
                .unwrap()
                .unwrap()
                .starts_with("+33")
        );
        assert!(phone(Some("no number"), "CN").is_err());
    }

    #[test]
    fn a_posting_that_is_over_is_none() {
        let today = date(2026, 3, 9);
        assert!(posted_until(Some(date(2026, 3, 8)), today).is_err());
        assert_eq!(posted_until(Some(today), today), Ok(Some(today)));
    }
}
