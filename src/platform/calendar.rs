//! The working-day engine: which days are worked where, and when "n working days" end.
//!
//! The day of the push is day 0 and the deadline falls at 24:00, local time, of the n-th working day after it.
//! Everything here is a pure function of its arguments: the caller brings the instant and the time zone of the
//! organisation that has to act (`Asia/Shanghai` for China).
//!
//! - **China** (`china`) knows the State Council's yearly notices: days off *and* the weekend days worked in
//!   exchange. A year without a notice has the statutory days off only, and everything that rests on it is
//!   `provisional` until the notice is out.
//! - **Every other country** has its weekend (`weekends`) and no public holidays: for want of them a deadline
//!   may be earlier than a full calendar would make it, never later.
//!
//! Invariants: a due date is a working day; it never moves earlier when `n` or the push grows; every answer
//! carries the version of the calendar it came from; a communicated deadline is never moved earlier
//! ([`Deadline::no_earlier_than`]); no call looks at more than about ten years of days, whatever it is given.

mod china;
#[cfg(test)]
mod tests;
mod weekends;

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// The longest deadline that can be asked for, in working days (about four years).
pub const MAX_WORKING_DAYS: u32 = 1_000;

/// Counting working days stops here: more are given as this many.
const MAX_COUNT: u32 = 2_000;

/// How many days are looked at when working days are counted: about ten years, in which every calendar has more
/// than [`MAX_COUNT`] working days.
const MAX_DAYS_COUNTED: usize = 3_653;

/// The working days of one country or group of countries.
#[derive(Debug)]
pub struct Calendar {
    version: &'static str,
    weekend: &'static [Weekday],
    holidays: Option<china::Holidays>,
}

/// What a calendar says of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Whether people work on it.
    pub working: bool,
    /// Whether a notice that is still to come may change the answer.
    pub provisional: bool,
}

/// A day by whose end something has to be done, and what the answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day, in the time zone the deadline was computed for.
    pub due_on: Date,
    /// The end of that day: the first instant of the next one.
    pub due_at: Timestamp,
    /// Whether a calendar notice that is still to come may move it.
    pub provisional: bool,
    /// The calendar it was computed with, for example `cn-2026.1`.
    pub calendar_version: String,
}

/// Why there is no deadline to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The answer lies beyond the years that dates can express.
    #[error("the deadline lies outside the years that can be expressed")]
    OutOfRange,
    /// More than [`MAX_WORKING_DAYS`] were asked for.
    #[error("a deadline has at most {MAX_WORKING_DAYS} working days, not {0}")]
    TooManyWorkingDays(u32),
}

static CALENDARS: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    let china = Calendar {
        version: china::VERSION,
        weekend: weekends::SATURDAY_SUNDAY,
        holidays: Some(china::Holidays::published()),
    };
    let others = weekends::GROUPS.iter().map(|group| Calendar {
        version: group.version,
        weekend: group.days,
        holidays: None,
    });
    std::iter::once(china).chain(others).collect()
});

impl Calendar {
    /// The calendar of a country, by its ISO 3166-1 alpha-2 code in either case. A country that is not listed
    /// rests on Saturday and Sunday.
    #[must_use]
    pub fn for_country(country: &str) -> &'static Self {
        let position = if country.eq_ignore_ascii_case("CN") {
            0
        } else {
            1 + weekends::group_of(country)
        };
        &CALENDARS[position]
    }

    /// The versions of all calendars there are.
    pub fn versions() -> impl Iterator<Item = &'static str> {
        CALENDARS.iter().map(|calendar| calendar.version)
    }

    /// The name and version that a deadline stores, for example `weekend-fri-sat.1`.
    #[must_use]
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// What the calendar says of a day.
    #[must_use]
    pub fn day(&self, date: Date) -> Day {
        let weekday = !self.weekend.contains(&date.weekday());
        match &self.holidays {
            Some(holidays) => holidays.day(date, weekday),
            None => Day {
                working: weekday,
                provisional: false,
            },
        }
    }

    /// The deadline of something pushed at an instant: 24:00 of the n-th working day after the local day of the
    /// push. Zero working days mean the day of the push, or the next working day if it is none.
    ///
    /// # Errors
    /// When more than [`MAX_WORKING_DAYS`] are asked for, or the answer lies beyond the year 9999.
    pub fn due(&self, pushed_at: Timestamp, tz: &TimeZone, working_days: u32) -> Result<Deadline, CalendarError> {
        let (due_on, provisional) = self.advance(local_day(pushed_at, tz), working_days)?;
        self.deadline(due_on, tz, provisional)
    }

    /// How many working days are left: 0 on the last day, −1 from the moment it is over, one less with each
    /// further working day. Counts no further than 2,000.
    #[must_use]
    pub fn working_days_left(&self, now: Timestamp, tz: &TimeZone, due_on: Date) -> i64 {
        let today = local_day(now, tz);
        if today <= due_on {
            i64::from(self.count(today, due_on).0)
        } else {
            -i64::from(self.count(due_on, today).0.max(1))
        }
    }

    /// The working days after the local day of one instant up to and with that of a later one; at most 2,000.
    #[must_use]
    pub fn working_days_between(&self, from: Timestamp, until: Timestamp, tz: &TimeZone) -> u32 {
        self.count(local_day(from, tz), local_day(until, tz)).0
    }

    /// The deadline after a pause: later by the working days that passed while it lasted, at most `at_most`
    /// (with several pauses: what is left of the allowance). A pause that begins after the deadline heals nothing.
    ///
    /// # Errors
    /// As for [`Calendar::due`].
    pub fn resume(
        &self,
        deadline: &Deadline,
        paused_at: Timestamp,
        resumed_at: Timestamp,
        tz: &TimeZone,
        at_most: u32,
    ) -> Result<Deadline, CalendarError> {
        if paused_at >= deadline.due_at {
            return Ok(deadline.clone());
        }
        let (passed, unsure) = self.count(local_day(paused_at, tz), local_day(resumed_at, tz));
        let extension = passed.min(at_most);
        if extension == 0 {
            return Ok(deadline.clone());
        }
        let (due_on, provisional) = self.advance(deadline.due_on, extension)?;
        self.deadline(due_on, tz, deadline.provisional || provisional || unsure)
    }

    /// The deadline as today's calendar gives it, but never earlier than the one that was communicated. For a
    /// deadline that was paused, compute it anew with [`Calendar::due`] and [`Calendar::resume`] and then apply
    /// [`Deadline::no_earlier_than`].
    ///
    /// # Errors
    /// As for [`Calendar::due`].
    pub fn recalculate(
        &self,
        communicated: &Deadline,
        pushed_at: Timestamp,
        tz: &TimeZone,
        working_days: u32,
    ) -> Result<Deadline, CalendarError> {
        Ok(self.due(pushed_at, tz, working_days)?.no_earlier_than(communicated))
    }

    /// The n-th working day after a day, and whether a day on the way may still change.
    fn advance(&self, from: Date, working_days: u32) -> Result<(Date, bool), CalendarError> {
        if working_days > MAX_WORKING_DAYS {
            return Err(CalendarError::TooManyWorkingDays(working_days));
        }
        let (mut date, mut left) = (from, working_days);
        let mut day = self.day(from);
        let mut provisional = left == 0 && day.provisional;
        while left > 0 || !day.working {
            date = date.tomorrow().map_err(|_| CalendarError::OutOfRange)?;
            day = self.day(date);
            provisional |= day.provisional;
            left = left.saturating_sub(u32::from(day.working));
        }
        Ok((date, provisional))
    }

    /// The working days after one day up to and with another, and whether one of the days may still change.
    fn count(&self, after: Date, until: Date) -> (u32, bool) {
        let days = after.series(1.day()).skip(1).take_while(|date| *date <= until);
        let (mut working, mut provisional) = (0, false);
        for day in days.take(MAX_DAYS_COUNTED).map(|date| self.day(date)) {
            working += u32::from(day.working);
            provisional |= day.provisional;
        }
        (working.min(MAX_COUNT), provisional)
    }

    fn deadline(&self, due_on: Date, tz: &TimeZone, provisional: bool) -> Result<Deadline, CalendarError> {
        // Where clocks skip midnight, the day begins at the first instant after the gap.
        let next_day = due_on.tomorrow().and_then(|date| date.to_zoned(tz.clone()));
        let due_at = next_day.map_err(|_| CalendarError::OutOfRange)?.timestamp();
        let calendar_version = self.version.to_owned();
        Ok(Deadline {
            due_on,
            due_at,
            provisional,
            calendar_version,
        })
    }
}

impl Deadline {
    /// Keeps the promise that a communicated deadline is never moved earlier (invariant I32): the later of the
    /// two due dates, with the calendar version and the reservation of `self`.
    #[must_use]
    pub fn no_earlier_than(self, communicated: &Self) -> Self {
        if self.due_at >= communicated.due_at {
            return self;
        }
        Self {
            due_on: communicated.due_on,
            due_at: communicated.due_at,
            ..self
        }
    }
}

fn local_day(instant: Timestamp, tz: &TimeZone) -> Date {
    tz.to_datetime(instant).date()
}
