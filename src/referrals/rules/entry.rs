//! What may be entered of a referral, in its stored form.

use jiff::civil::Date;

use super::ValuationBasis;
use crate::{
    members::rules::facts,
    platform::{
        error::{ApiError, Result},
        money::Money,
        text::{clean_line, clean_text},
    },
};

/// A value, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Valuation {
    /// How much.
    pub money: Money,
    /// On what it rests.
    pub basis: ValuationBasis,
    /// Who says so, or where it stands.
    pub source: String,
    /// Of which day.
    pub on: Date,
}

fn unacceptable(field: &str, error: impl std::fmt::Display) -> ApiError {
    ApiError::input(field, format!("Please correct this: {error}."))
}

/// A line of at most 200 characters.
///
/// # Errors
/// `BAD_USER_INPUT` at the field.
pub fn line(field: &str, raw: &str) -> Result<String> {
    clean_line(raw, 1..=200).map_err(|error| unacceptable(field, error))
}

/// A line; nothing where it says nothing.
///
/// # Errors
/// As [`line()`].
pub fn optional_line(field: &str, raw: &str) -> Result<Option<String>> {
    match raw.trim() {
        "" => Ok(None),
        raw => line(field, raw).map(Some),
    }
}

/// A text of at most so many characters.
///
/// # Errors
/// `BAD_USER_INPUT` at the field.
pub fn text(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_text(raw, 1..=most).map_err(|error| unacceptable(field, error))
}

/// A text; nothing where it says nothing.
///
/// # Errors
/// As [`text`].
pub fn optional_text(field: &str, raw: &str, most: usize) -> Result<Option<String>> {
    match raw.trim() {
        "" => Ok(None),
        raw => text(field, raw, most).map(Some),
    }
}

/// What is said to a step, of at most 2,000 characters; nothing where it says nothing.
///
/// # Errors
/// `BAD_USER_INPUT` at `note`.
pub fn note(raw: Option<&str>) -> Result<Option<String>> {
    raw.map_or(Ok(None), |raw| optional_text("note", raw, 2_000))
}

/// A country and a division of it.
///
/// # Errors
/// `BAD_USER_INPUT` at `country` or `divisionCode`.
pub fn place(country: &str, division: Option<&str>) -> Result<(String, Option<String>)> {
    Ok((facts::country(country)?, facts::division(division)?))
}

/// An amount of money.
///
/// # Errors
/// `BAD_USER_INPUT` at `valuation`.
pub fn money(amount: &str, currency: &str) -> Result<Money> {
    Money::parse(amount, currency).map_err(|error| unacceptable("valuation", error))
}
