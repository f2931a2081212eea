//! Days as they are kept: the first moment of each in UTC, in microseconds.

use jiff::{civil::Date, tz::TimeZone};

use crate::platform::clock::{micros, timestamp};

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// The first moment of a day; that of 1970 for a day at an end of the calendar.
#[must_use]
pub fn first_moment(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC).map_or(0, |zoned| micros(zoned.timestamp()))
}

/// The first moment after a day.
#[must_use]
pub fn moment_after(day: Date) -> i64 {
    first_moment(day) + DAY
}

/// The day of a moment.
#[must_use]
pub fn day_of(micros: i64) -> Date {
    timestamp(micros).to_zoned(TimeZone::UTC).date()
}

/// How many whole days lie between two moments.
#[must_use]
pub fn days_between(from: i64, to: i64) -> i32 {
    i32::try_from((to - from).div_euclid(DAY)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_its_first_moment() {
        let day = date(2026, 3, 9);
        assert_eq!(day_of(first_moment(day)), day);
        assert_eq!(day_of(moment_after(day) - 1), day);
        assert_eq!(days_between(first_moment(day), moment_after(date(2026, 3, 11))), 3);
    }
}
