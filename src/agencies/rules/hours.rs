//! When somebody is there: ranges of a week, in the time zone of the agency.
//!
//! Public holidays are not in it: agencies keep duty rosters on them, and nobody publishes those.

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::platform::error::{ApiError, Result};

/// Most ranges of a week.
pub const MOST_RANGES: usize = 28;
/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// A range of one day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DutyRange {
    /// The day by ISO 8601: 1 for Monday.
    pub day: i8,
    /// The first minute of the day.
    pub from: i32,
    /// The minute from which on nobody is there; 1,440 at the end of the day.
    pub to: i32,
}

/// A range as somebody writes it.
#[derive(Debug, Clone, Serialize)]
pub struct WrittenRange {
    /// The day by ISO 8601: 1 for Monday.
    pub day: i8,
    /// From when, such as `08:30`.
    pub from: String,
    /// Until when, such as `17:30` or `24:00`.
    pub to: String,
}

/// The ranges of a week in their order.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`, or at the range at fault, where there are too many, one has no length, or two overlap.
pub fn ranges(field: &str, written: &[WrittenRange]) -> Result<Vec<DutyRange>> {
    if written.len() > MOST_RANGES {
        return Err(ApiError::input(field, format!("Give at most {MOST_RANGES} ranges.")));
    }
    let mut ranges = Vec::with_capacity(written.len());
    for (place, range) in written.iter().enumerate() {
        let read = |text: &str, part: &str| {
            minute(text).ok_or_else(|| {
                let at = format!("{field}.{place}.{part}");
                ApiError::input(&at, "Give a time such as 08:30, at most 24:00.")
            })
        };
        let (from, to) = (read(&range.from, "from")?, read(&range.to, "to")?);
        if from >= to {
            let text = "Give a later time than the first one; hours over midnight are two ranges.";
            return Err(ApiError::input(&format!("{field}.{place}.to"), text));
        }
        ranges.push(DutyRange {
            day: range.day,
            from,
            to,
        });
    }
    ranges.sort_unstable();
    let overlap = |pair: &[DutyRange]| pair[0].day == pair[1].day && pair[1].from < pair[0].to;
    if ranges.windows(2).any(overlap) {
        return Err(ApiError::input(field, "Two of the ranges overlap."));
    }
    Ok(ranges)
}

/// Whether somebody is there at a moment; `None` where nobody said when.
#[must_use]
pub fn is_on_duty(ranges: &[DutyRange], zone: &str, now: Timestamp) -> Option<bool> {
    if ranges.is_empty() {
        return None;
    }
    let local = now.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let day = local.weekday().to_monday_one_offset();
    let minute = i32::from(local.hour()) * 60 + i32::from(local.minute());
    Some(
        ranges
            .iter()
            .any(|range| range.day == day && (range.from..range.to).contains(&minute)),
    )
}

/// A minute of the day as people write it.
#[must_use]
pub fn written(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn minute(text: &str) -> Option<i32> {
    let (hours, minutes) = text.split_once(':')?;
    let two_digits = |part: &str| {
        let is_plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| part.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let minute = hours * 60 + minutes;
    (minutes < 60 && minute <= DAY).then_some(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(day: i8, from: &str, to: &str) -> WrittenRange {
        WrittenRange {
            day,
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }

    #[test]
    fn hours_are_ranges_that_do_not_overlap() {
        let week = ranges("dutyHours", &[range(1, "13:00", "17:30"), range(1, "08:30", "13:00")]).unwrap();
        assert_eq!(week.iter().map(|range| range.from).collect::<Vec<_>>(), [510, 780]);
        assert!(ranges("dutyHours", &[range(7, "00:00", "24:00")]).is_ok());
        for (wrong, field) in [
            (vec![range(1, "8:30", "17:30")], "dutyHours.0.from"),
            (vec![range(1, "08:60", "17:30")], "dutyHours.0.from"),
            (vec![range(1, "08:30", "24:01")], "dutyHours.0.to"),
            (vec![range(1, "17:30", "08:30")], "dutyHours.0.to"),
            (vec![range(1, "+8:30", "17:30")], "dutyHours.0.from"),
            (
                vec![range(1, "08:00", "12:00"), range(1, "11:59", "13:00")],
                "dutyHours",
            ),
            (vec![range(1, "08:00", "12:00"); 29], "dutyHours"),
        ] {
            let error = ranges("dutyHours", &wrong).unwrap_err();
            assert_eq!(error.field.unwrap().join("."), field, "{wrong:?}");
        }
    }

    #[test]
    fn somebody_is_there_by_the_agency_s_own_clock() {
        let week = ranges("", &[range(1, "08:30", "17:30")]).unwrap();
        let at = |moment: &str| is_on_duty(&week, "Asia/Shanghai", moment.parse().unwrap());
        // Monday, 9 March 2026, in Shanghai.
        assert_eq!(at("2026-03-09T00:29:59Z"), Some(false));
        assert_eq!(at("2026-03-09T00:30:00Z"), Some(true));
        assert_eq!(at("2026-03-09T09:30:00Z"), Some(false));
        assert_eq!(at("2026-03-10T01:00:00Z"), Some(false));
        assert_eq!(is_on_duty(&[], "Asia/Shanghai", Timestamp::UNIX_EPOCH), None);
    }

    #[test]
    fn a_minute_is_written_as_it_is_read() {
        for text in ["00:00", "08:30", "23:59", "24:00"] {
            assert_eq!(minute(text).map(written).as_deref(), Some(text));
        }
    }
}
