//! What people type about organisations and people, and the form it is kept in.
//!
//! Limits, in characters: names of organisations 200, of people 100, reasons 1,000, division codes 12, search texts 100.

use jiff::tz::TimeZone;

use super::QuietHours;
use crate::platform::{
    error::{ApiError, Result},
    text::{TextError, clean_line, clean_text, normalize_email},
};

/// The longest name of an organisation or brand.
pub const MAX_ORGANIZATION_NAME: usize = 200;
/// The longest name of a person.
pub const MAX_PERSON_NAME: usize = 100;
/// The longest reason.
pub const MAX_REASON: usize = 1_000;
/// The longest division code.
pub const MAX_DIVISION_CODE: usize = 12;
/// The longest text that a directory is searched for.
pub const MAX_SEARCH: usize = 100;
/// The most brands a person can be limited to.
pub const MAX_BRAND_SCOPE: usize = 200;

/// A name of an organisation or brand.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn name(field: &str, raw: &str) -> Result<String> {
    clean_line(raw, 1..=MAX_ORGANIZATION_NAME).map_err(|error| unacceptable(field, error))
}

/// A second name that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn optional_name(field: &str, raw: Option<&str>) -> Result<Option<String>> {
    optional(field, raw, MAX_ORGANIZATION_NAME)
}

/// A line that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn optional(field: &str, raw: Option<&str>, max: usize) -> Result<Option<String>> {
    let text = clean_line(raw.unwrap_or(""), 0..=max).map_err(|error| unacceptable(field, error))?;
    Ok((!text.is_empty()).then_some(text))
}

/// A name of a person.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn person_name(field: &str, raw: &str) -> Result<String> {
    clean_line(raw, 1..=MAX_PERSON_NAME).map_err(|error| unacceptable(field, error))
}

/// The form of an address that accounts are looked up by.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn email(field: &str, raw: &str) -> Result<String> {
    normalize_email(raw).map_err(|error| ApiError::input(field, format!("{error}.")))
}

/// Why something was done, where somebody said so.
///
/// # Errors
/// `BAD_USER_INPUT` at `reason`.
pub fn reason(raw: Option<&str>) -> Result<Option<String>> {
    text("reason", raw, MAX_REASON)
}

/// A text of several lines that may be missing; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn text(field: &str, raw: Option<&str>, max: usize) -> Result<Option<String>> {
    let text = clean_text(raw.unwrap_or(""), 0..=max).map_err(|error| unacceptable(field, error))?;
    Ok((!text.is_empty()).then_some(text))
}

/// A country as ISO 3166-1 alpha-2.
///
/// # Errors
/// `BAD_USER_INPUT` at `country`.
pub fn country(raw: &str) -> Result<String> {
    let is_code = raw.len() == 2 && raw.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code
        .then(|| raw.to_owned())
        .ok_or_else(|| ApiError::input("country", "Give two capital letters, such as CN."))
}

/// A division of a country: up to twelve letters, digits and dashes; an empty one is missing.
///
/// # Errors
/// `BAD_USER_INPUT` at `divisionCode`.
pub fn division(raw: Option<&str>) -> Result<Option<String>> {
    let Some(code) = raw.map(str::trim).filter(|code| !code.is_empty()) else {
        return Ok(None);
    };
    let is_code =
        code.len() <= MAX_DIVISION_CODE && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_code.then(|| Some(code.to_owned())).ok_or_else(|| {
        let text = format!("Give at most {MAX_DIVISION_CODE} letters, digits and dashes, such as 330100.");
        ApiError::input("divisionCode", text)
    })
}

/// The name of a time zone as the tz database writes it.
///
/// # Errors
/// `BAD_USER_INPUT` at `timeZone` where there is no such zone.
pub fn time_zone(raw: &str) -> Result<String> {
    let known = TimeZone::get(raw).ok();
    let name = known.as_ref().and_then(|zone| zone.iana_name());
    name.map(str::to_owned)
        .ok_or_else(|| ApiError::input("timeZone", "Give a zone of the tz database, such as Asia/Shanghai."))
}

/// The text that a directory is searched for; nothing where nothing is asked.
///
/// # Errors
/// `BAD_USER_INPUT` at `filter.search`.
pub fn search(raw: Option<&str>) -> Result<Option<String>> {
    optional("filter.search", raw, MAX_SEARCH)
}

/// The hour a digest goes out.
///
/// # Errors
/// `BAD_USER_INPUT` at `digestHour`.
pub fn digest_hour(hour: i32) -> Result<i32> {
    (0..24)
        .contains(&hour)
        .then_some(hour)
        .ok_or_else(|| ApiError::input("digestHour", "Give an hour from 0 to 23."))
}

/// Hours in which nothing goes out at once.
///
/// # Errors
/// `BAD_USER_INPUT` at `quietHours.from` or `quietHours.to`.
pub fn quiet_hours(hours: QuietHours) -> Result<QuietHours> {
    for (field, hour) in [("quietHours.from", hours.from), ("quietHours.to", hours.to)] {
        if !(0..24).contains(&hour) {
            return Err(ApiError::input(field, "Give an hour from 0 to 23."));
        }
    }
    if hours.from == hours.to {
        return Err(ApiError::input(
            "quietHours.to",
            "Give another hour than the first one.",
        ));
    }
    Ok(hours)
}

fn unacceptable(field: &str, error: TextError) -> ApiError {
    let mut text = error.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    ApiError::input(field, format!("{text}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::error::ErrorCode;

    #[test]
    fn countries_and_divisions_are_codes() {
        assert_eq!(country("CN").as_deref(), Ok("CN"));
        for raw in ["", "cn", "CHN", "C1", "中国", "C\u{301}N"] {
            assert_eq!(
                country(raw).map_err(|error| error.code),
                Err(ErrorCode::BadUserInput),
                "{raw}"
            );
        }
        assert_eq!(division(Some("330100")), Ok(Some("330100".to_owned())));
        assert_eq!(division(Some(" CN-ZJ ")), Ok(Some("CN-ZJ".to_owned())));
        assert_eq!(division(Some(" ")), Ok(None));
        for raw in ["3301000000001", "33/01", "浙江", "a b"] {
            assert!(division(Some(raw)).is_err(), "{raw}");
        }
    }

    #[test]
    fn time_zones_exist_and_have_one_spelling() {
        assert_eq!(time_zone("Asia/Shanghai").as_deref(), Ok("Asia/Shanghai"));
        assert_eq!(time_zone("asia/shanghai").as_deref(), Ok("Asia/Shanghai"));
        for raw in ["", "Asia/Nowhere", "+08:00", "../../etc/passwd", "Local"] {
            assert!(time_zone(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn time_zones_do_not_need_the_machine_s_own_database() {
        let bundled = jiff::tz::TimeZoneDatabase::bundled();
        assert!(bundled.get("Asia/Shanghai").is_ok());
    }

    #[test]
    fn texts_have_limits_and_name_their_field() {
        let error = name("nameZh", &"鞋".repeat(201)).unwrap_err();
        assert_eq!(error.field, Some(vec!["nameZh".to_owned()]));
        assert_eq!(error.message, "At most 200 characters are accepted.");
        assert_eq!(name("name", &"鞋".repeat(200)).map(|name| name.len()), Ok(600));
        assert_eq!(reason(Some(" \n ")), Ok(None));
        assert!(person_name("name", "\u{202e}").is_err());
        assert!(digest_hour(24).is_err() && digest_hour(-1).is_err() && digest_hour(0).is_ok());
        for (from, to, good) in [
            (22, 7, true),
            (0, 23, true),
            (7, 7, false),
            (24, 7, false),
            (22, -1, false),
        ] {
            assert_eq!(quiet_hours(QuietHours { from, to }).is_ok(), good, "{from}–{to}");
        }
    }
}
