//! The clocks of a referral: for the receipt, in working days of the agency; for its decision, in days as the law counts
//! them, for information; and for the feedback.

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use crate::platform::{
    calendar::{Calendar, CalendarError, Deadline},
    error::{ApiError, Result},
};

/// Working days within which an agency acknowledges (domain.md §4.13).
pub const RECEIPT_WORKING_DAYS: u32 = 3;
/// The name and version of the rule behind these deadlines.
pub const RECEIPT_RULE: &str = "referral-receipt.1";
/// Days after the receipt within which a case is filed or not, for information.
pub const DECISION_DAYS: i64 = 7;
/// Days by which a decision is put off.
pub const EXTENSION_DAYS: i64 = 30;
/// How often it may be.
pub const MOST_EXTENSIONS: i32 = 2;
/// The name and version of that rule.
pub const DECISION_RULE: &str = "referral-decision.1";
/// Days after a decision until whoever has to give feedback is reminded, again and again.
pub const FEEDBACK_DAYS: i64 = 30;

/// A day by whose end something has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last day, at the agency.
    pub on: Date,
    /// Its end.
    pub at: Timestamp,
}

/// Until when an agency acknowledges what was sent at a moment.
///
/// # Errors
/// Where the answer lies beyond the calendar.
pub fn receipt_due(sent_at: Timestamp, calendar: &Calendar, zone: &TimeZone) -> Result<Deadline, CalendarError> {
    calendar.due(sent_at, zone, RECEIPT_WORKING_DAYS)
}

/// Until when it decides on what was received at a moment.
///
/// # Errors
/// `INTERNAL` where the answer lies beyond the calendar.
pub fn decision_due(received_at: Timestamp, zone: &TimeZone) -> Result<Due> {
    later(received_at.to_zoned(zone.clone()).date(), DECISION_DAYS, zone)
}

/// A decision put off once more.
///
/// # Errors
/// As [`decision_due`].
pub fn extended(due_on: Date, zone: &TimeZone) -> Result<Due> {
    later(due_on, EXTENSION_DAYS, zone)
}

/// A decision after the clock stood still: later by the days that passed meanwhile, as the agency counts days.
///
/// # Errors
/// As [`decision_due`].
pub fn resumed(due_on: Date, paused_at: Timestamp, now: Timestamp, zone: &TimeZone) -> Result<Due> {
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let stood_still = day(now).since(day(paused_at)).map_err(ApiError::internal)?;
    later(due_on, i64::from(stood_still.get_days()).max(0), zone)
}

fn later(from: Date, days: i64, zone: &TimeZone) -> Result<Due> {
    let on = from.checked_add(days.days()).map_err(ApiError::internal)?;
    let end = on.tomorrow().and_then(|next| next.to_zoned(zone.clone()));
    Ok(Due {
        on,
        at: end.map_err(ApiError::internal)?.timestamp(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn shanghai() -> TimeZone {
        TimeZone::get("Asia/Shanghai").unwrap()
    }

    #[test]
    fn a_receipt_is_due_after_three_working_days_of_the_agency() {
        let due = receipt_due(at("2026-02-13T02:00:00Z"), Calendar::for_country("CN"), &shanghai()).unwrap();
        // The Saturday is a make-up working day, the festival follows.
        assert_eq!(due.due_on.to_string(), "2026-02-25");
    }

    #[test]
    fn a_decision_counts_all_days_where_the_agency_is() {
        let due = decision_due(at("2026-03-09T17:00:00Z"), &shanghai()).unwrap();
        assert_eq!(due.on.to_string(), "2026-03-17", "there it is the 10th already");
        assert_eq!(due.at, at("2026-03-17T16:00:00Z"));
        assert_eq!(extended(due.on, &shanghai()).unwrap().on.to_string(), "2026-04-16");
    }

    #[test]
    fn a_clock_that_stood_still_runs_on_by_so_many_days() {
        let due = decision_due(at("2026-03-09T01:00:00Z"), &shanghai()).unwrap();
        let again = resumed(
            due.on,
            at("2026-03-10T01:00:00Z"),
            at("2026-03-14T20:00:00Z"),
            &shanghai(),
        )
        .unwrap();
        assert_eq!(again.on.to_string(), "2026-03-21");
        let same_day = resumed(
            due.on,
            at("2026-03-10T01:00:00Z"),
            at("2026-03-10T02:00:00Z"),
            &shanghai(),
        )
        .unwrap();
        assert_eq!(same_day.on, due.on);
    }
}
