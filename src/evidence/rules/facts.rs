//! What is said of a piece of evidence, in its stored form.

use jiff::{SignedDuration, Timestamp};

use crate::platform::{
    clock::micros,
    error::{ApiError, Result},
    text::{clean_line, clean_text},
};

/// Longest title, in characters.
const LONGEST_TITLE: usize = 200;
/// Longest of the other lines.
const LONGEST_LINE: usize = 200;
/// Longest note or reason.
const LONGEST_TEXT: usize = 2_000;
/// Minutes that the clocks of the world are apart from UTC at most.
const OFFSETS: std::ops::RangeInclusive<i32> = -12 * 60..=14 * 60;
/// How far the clock of who collects may be ahead of ours.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// When something was collected: the moment, and how far local time was ahead of UTC there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collected {
    /// The moment, microseconds.
    pub at: i64,
    /// Minutes.
    pub offset: i32,
}

/// When it was collected; not in the future, and with an offset that there is.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn collected(at: Timestamp, offset: i32, now: Timestamp) -> Result<Collected> {
    if now.checked_add(AHEAD).is_ok_and(|latest| at > latest) {
        return Err(ApiError::input("collectedAt", "This moment is still to come."));
    }
    if !OFFSETS.contains(&offset) {
        let text = "Give the minutes that local time was ahead of UTC, from -720 to 840.";
        return Err(ApiError::input("collectedOffset", text));
    }
    Ok(Collected { at: micros(at), offset })
}

/// A title.
///
/// # Errors
/// `BAD_USER_INPUT` at `title`.
pub fn title(raw: &str) -> Result<String> {
    clean_line(raw, 1..=LONGEST_TITLE).map_err(|error| unacceptable("title", error))
}

/// A line that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn line(field: &str, raw: Option<&str>) -> Result<Option<String>> {
    let line = clean_line(raw.unwrap_or_default(), 0..=LONGEST_LINE).map_err(|error| unacceptable(field, error))?;
    Ok((!line.is_empty()).then_some(line))
}

/// A text that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn note(field: &str, raw: Option<&str>) -> Result<Option<String>> {
    let text = clean_text(raw.unwrap_or_default(), 0..=LONGEST_TEXT).map_err(|error| unacceptable(field, error))?;
    Ok((!text.is_empty()).then_some(text))
}

/// A text that has to be there.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn words(field: &str, raw: &str) -> Result<String> {
    clean_text(raw, 1..=LONGEST_TEXT).map_err(|error| unacceptable(field, error))
}

fn unacceptable(field: &str, error: impl std::fmt::Display) -> ApiError {
    ApiError::input(field, format!("Please correct this: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_collected_tomorrow_or_in_a_time_zone_that_is_not() {
        let second = |second| Timestamp::from_second(second).unwrap();
        assert!(collected(second(100), 480, second(100)).is_ok());
        assert!(collected(second(400), 480, second(100)).is_ok());
        assert!(collected(second(401), 480, second(100)).is_err());
        assert!(collected(second(0), 841, second(100)).is_err());
        assert!(collected(second(0), -721, second(100)).is_err());
    }
}
