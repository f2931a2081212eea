//! For how long money is held and samples are kept: terms with a day from which on they hold. They are set for days to come
//! alone, so that what held at a moment is the same whenever it is asked.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use crate::platform::{
    clock::micros,
    error::{ApiError, Result},
};

/// The days that money is held where nobody said otherwise (domain.md §4.13).
const HOLD_DAYS: i32 = 14;
/// The years that a sample is kept at least where nobody said otherwise.
const RETENTION_YEARS: i32 = 3;
/// The most days.
const MOST_HOLD_DAYS: i32 = 90;
/// The most years.
const MOST_RETENTION_YEARS: i32 = 30;

/// For how long money is held and samples are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// For so many days money is held for an order.
    pub hold_days: i32,
    /// For so many years from its receipt a sample is kept at least.
    pub retention_years: i32,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            hold_days: HOLD_DAYS,
            retention_years: RETENTION_YEARS,
        }
    }
}

impl Terms {
    /// Terms somebody wishes for.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at `holdDays` or `retentionYears`.
    pub fn read(hold_days: i32, retention_years: i32) -> Result<Self> {
        if !(1..=MOST_HOLD_DAYS).contains(&hold_days) {
            return Err(ApiError::input("holdDays", "Give a number from 1 to 90."));
        }
        if !(1..=MOST_RETENTION_YEARS).contains(&retention_years) {
            return Err(ApiError::input("retentionYears", "Give a number from 1 to 30."));
        }
        Ok(Self {
            hold_days,
            retention_years,
        })
    }

    /// For so long money is held for an order.
    #[must_use]
    pub fn hold(self) -> SignedDuration {
        SignedDuration::from_hours(24 * i64::from(self.hold_days))
    }
}

/// The beginning of a day in UTC from which on terms are to hold, in microseconds.
///
/// # Errors
/// `BAD_USER_INPUT` at `effectiveFrom` for today and earlier, which is decided already, and beyond the calendar.
pub fn effective_at(day: Date, now: Timestamp) -> Result<i64> {
    if day <= now.to_zoned(TimeZone::UTC).date() {
        return Err(ApiError::input(
            "effectiveFrom",
            "Give a day to come: what was decided stays.",
        ));
    }
    let start = day.to_zoned(TimeZone::UTC);
    let start = start.map_err(|_| ApiError::input("effectiveFrom", "Give a day within the calendar."))?;
    Ok(micros(start.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_keep_within_what_can_be_meant() {
        let usual = Terms::default();
        assert_eq!(Terms::read(14, 3).unwrap(), usual);
        assert_eq!(usual.hold(), SignedDuration::from_hours(336));
        for (days, years) in [(0, 3), (91, 3), (14, 0), (14, 31), (-1, -1)] {
            assert!(Terms::read(days, years).is_err(), "{days} days, {years} years");
        }
    }

    #[test]
    fn terms_hold_from_a_day_to_come() {
        let now = "2026-03-02T23:59:59Z".parse().unwrap();
        let from = |day: &str| effective_at(day.parse().unwrap(), now);
        assert!(from("2026-03-02").is_err());
        assert!(from("2025-01-01").is_err());
        assert_eq!(
            from("2026-03-03").unwrap(),
            micros("2026-03-03T00:00:00Z".parse().unwrap())
        );
    }
}
