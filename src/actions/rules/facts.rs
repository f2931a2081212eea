//! What is said of an action, cleaned and checked.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Serialize;

use super::codes::SiteKind;
use crate::{
    members::rules::facts as of_members,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        text::{clean_line, clean_text},
    },
};

/// Most sites of an action.
pub const MOST_SITES: usize = 50;
/// Most people on a team.
pub const MOST_MEMBERS: usize = 100;
/// Most tasks of an action.
pub const MOST_TASKS: usize = 100;
/// Most leads, subjects or referrals that an action rests on.
pub const MOST_BASIS: usize = 50;
/// The longest an action lasts, in days.
const LONGEST: i64 = 60;

/// A line of that many characters at most, for the field of that name.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn line(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_line(raw, 1..=most).map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}

/// A text of that many characters at most, for the field of that name.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn text(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_text(raw, 1..=most).map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}

/// [`text`] that may be left out; an empty one is.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn optional(field: &str, raw: Option<&str>, most: usize) -> Result<Option<String>> {
    let given = raw.filter(|raw| !raw.trim().is_empty());
    given.map(|raw| text(field, raw, most)).transpose()
}

/// Why something is done.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn reason(raw: &str) -> Result<String> {
    text("reason", raw, 1_000)
}

/// When an action is to be, as the wall clock at its sites shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalWindow {
    /// Such as `2026-03-12T06:00`.
    pub starts: String,
    /// The same.
    pub ends: String,
    /// The time zone of the sites.
    pub time_zone: String,
}

/// When an action is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Microseconds.
    pub starts_at: i64,
    /// Microseconds.
    pub ends_at: i64,
    /// The name of the time zone as the tz database writes it.
    pub time_zone: String,
}

/// The moments of a window.
///
/// # Errors
/// `BAD_USER_INPUT` for a zone that there is not, a time that does not exist there or exists twice, one that has passed, and
/// an end before the beginning.
pub fn window(local: &LocalWindow, now: Timestamp) -> Result<Window> {
    let time_zone = of_members::time_zone(&local.time_zone).map_err(|error| error.at("window.timeZone"))?;
    let zone = TimeZone::get(&time_zone).map_err(ApiError::internal)?;
    let starts = moment("window.startsLocal", &local.starts, &zone)?;
    let ends = moment("window.endsLocal", &local.ends, &zone)?;
    if ends <= starts || ends.duration_since(starts).as_hours() > 24 * LONGEST {
        let text = format!("It ends after it begins, and within {LONGEST} days.");
        return Err(ApiError::input("window.endsLocal", text));
    }
    if ends <= now {
        return Err(ApiError::input("window.endsLocal", "This has passed."));
    }
    Ok(Window {
        starts_at: micros(starts),
        ends_at: micros(ends),
        time_zone,
    })
}

/// The moment at which a wall clock shows a time. Where the clock is set forward or back, a time may not exist or exist twice.
fn moment(field: &str, text: &str, zone: &TimeZone) -> Result<Timestamp> {
    let wrong = || ApiError::input(field, "Give a time such as 2026-03-12T06:00.");
    let local: civil::DateTime = text.trim().parse().map_err(|_| wrong())?;
    if !(2000..2200).contains(&local.year()) {
        return Err(wrong());
    }
    let zoned = zone.to_ambiguous_zoned(local).unambiguous();
    let zoned = zoned.map_err(|_| {
        ApiError::input(
            field,
            "Clocks there are set forward or back at that time. Give another one.",
        )
    })?;
    Ok(zoned.timestamp())
}

/// What a wall clock in a zone shows at a moment, such as `2026-03-12T06:00`.
#[must_use]
pub fn local(at: Timestamp, time_zone: &str) -> String {
    let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A site as it was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewSite {
    /// What is done there.
    pub kind: SiteKind,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division below the country.
    pub division_code: Option<String>,
    /// Where it is.
    pub address: String,
    /// Degrees, as decimal text.
    pub latitude: Option<String>,
    /// Degrees, as decimal text.
    pub longitude: Option<String>,
}

/// A site, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFacts {
    /// What is done there.
    pub kind: SiteKind,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division below the country.
    pub division_code: Option<String>,
    /// Where it is.
    pub address: String,
    /// Millionths of a degree: latitude, longitude.
    pub place: Option<(i32, i32)>,
}

/// Checks a site, whose fields have names that begin with `field`.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn site(field: &str, new: &NewSite) -> Result<SiteFacts> {
    let at = |name: &str| format!("{field}.{name}");
    let country = of_members::country(&new.country).map_err(|error| error.at(&at("country")))?;
    let division = new.division_code.as_deref();
    let division_code = of_members::division(division).map_err(|error| error.at(&at("divisionCode")))?;
    let latitude = degrees(&at("latitude"), new.latitude.as_deref(), 90)?;
    let longitude = degrees(&at("longitude"), new.longitude.as_deref(), 180)?;
    if latitude.is_some() != longitude.is_some() {
        return Err(ApiError::input(&at("longitude"), "Give both, or neither."));
    }
    Ok(SiteFacts {
        kind: new.kind,
        country,
        division_code,
        address: line(&at("address"), &new.address, 300)?,
        place: latitude.zip(longitude),
    })
}

/// Millionths of a degree of decimal text.
fn degrees(field: &str, raw: Option<&str>, most: i32) -> Result<Option<i32>> {
    let Some(raw) = raw.map(str::trim) else { return Ok(None) };
    let millionths = millionths(raw).filter(|found| found.abs() <= most * 1_000_000);
    let text = format!("Give degrees from -{most} to {most}, with at most six decimal places.");
    millionths.map(Some).ok_or_else(|| ApiError::input(field, text))
}

fn millionths(raw: &str) -> Option<i32> {
    let (sign, digits) = raw.strip_prefix('-').map_or((1, raw), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&whole.len()) && fraction.len() <= 6 && plain(whole) && plain(fraction);
    if !fits {
        return None;
    }
    let value: i32 = format!("{whole}{fraction:0<6}").parse().ok()?;
    Some(sign * value)
}

/// Degrees as decimal text.
#[must_use]
pub fn degrees_text(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let value = millionths.unsigned_abs();
    format!("{sign}{}.{:06}", value / 1_000_000, value % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local_window(starts: &str, ends: &str, zone: &str) -> LocalWindow {
        LocalWindow {
            starts: starts.to_owned(),
            ends: ends.to_owned(),
            time_zone: zone.to_owned(),
        }
    }

    #[test]
    fn a_window_is_told_by_the_clock_at_the_site() {
        let now: Timestamp = "2026-03-09T01:00:00Z".parse().unwrap();
        let found = window(
            &local_window("2026-03-12T06:00", "2026-03-12T10:00", "Asia/Shanghai"),
            now,
        )
        .unwrap();
        let starts: Timestamp = "2026-03-11T22:00:00Z".parse().unwrap();
        assert_eq!(found.starts_at, micros(starts));
        assert_eq!(local(starts, "Asia/Shanghai"), "2026-03-12T06:00");
        for (starts, ends, zone) in [
            // Clocks are set forward at two and back at three.
            ("2026-03-29T02:30", "2026-03-29T06:00", "Europe/Berlin"),
            ("2026-10-25T02:30", "2026-10-25T06:00", "Europe/Berlin"),
            ("2026-03-12T06:00", "2026-03-12T06:00", "Asia/Shanghai"),
            ("2026-03-12T06:00", "2026-08-12T06:00", "Asia/Shanghai"),
            ("2026-03-02T06:00", "2026-03-02T10:00", "Asia/Shanghai"),
            ("2026-03-12T06:00", "2026-03-12T10:00", "Mars/Olympus"),
            ("tomorrow", "2026-03-12T10:00", "Asia/Shanghai"),
        ] {
            assert!(
                window(&local_window(starts, ends, zone), now).is_err(),
                "{starts} {zone}"
            );
        }
    }

    #[test]
    fn degrees_are_exact() {
        for (text, expected) in [
            ("31.230416", Some(31_230_416)),
            ("-46.6", Some(-46_600_000)),
            ("7", Some(7_000_000)),
        ] {
            assert_eq!(degrees("latitude", Some(text), 90).unwrap(), expected);
        }
        assert_eq!(degrees_text(-46_600_000), "-46.600000");
        for wrong in ["91", "1.2345678", "", "-", "1e3", "north"] {
            assert!(degrees("latitude", Some(wrong), 90).is_err(), "{wrong}");
        }
    }
}
