//! China's days off and the weekend days worked in exchange.
//!
//! The State Council publishes one notice a year, usually in November. The notices of 2023 and later come from
//! holiday-cn, those before from chinesecalendar (both MIT; the licences lie beside the data). To add a year: put its
//! file into `data`, list it in [`NOTICES`] and raise [`VERSION`].

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::Day;

/// The last year with a notice, and the revision of the data.
pub(super) const VERSION: &str = "cn-2026.1";

/// The years with a notice, without gaps.
const PUBLISHED: RangeInclusive<i16> = 2018..=2026;

const NOTICES: [&str; 9] = [
    include_str!("data/cn-2018.json"),
    include_str!("data/cn-2019.json"),
    include_str!("data/cn-2020.json"),
    include_str!("data/cn-2021.json"),
    include_str!("data/cn-2022.json"),
    include_str!("data/cn-2023.json"),
    include_str!("data/cn-2024.json"),
    include_str!("data/cn-2025.json"),
    include_str!("data/cn-2026.json"),
];

/// Statutory days off with a fixed date, as (month, day): Regulation on Public Holidays for National Annual
/// Festivals and Memorial Days, article 2, as amended by State Council Decree No. 795, in force since 2025-01-01.
/// What is worked in exchange, and where a festival on a weekend is made up for, is left to the notice.
const STATUTORY_FIXED: [(i8, i8); 6] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

/// Statutory days off that follow the moon and the sun (same article), for the years whose notice is due next:
/// New Year's Eve to the third day of the first lunar month, Qingming, Dragon Boat, Mid-Autumn; by the Chinese calendar as
/// GB/T 33661-2017 defines it.
const STATUTORY_LUNAR: [Date; 14] = [
    date(2027, 2, 5),
    date(2027, 2, 6),
    date(2027, 2, 7),
    date(2027, 2, 8),
    date(2027, 4, 5),
    date(2027, 6, 9),
    date(2027, 9, 15),
    date(2028, 1, 25),
    date(2028, 1, 26),
    date(2028, 1, 27),
    date(2028, 1, 28),
    date(2028, 4, 4),
    date(2028, 5, 28),
    date(2028, 10, 3),
];

/// A notice has reached back into the December before it, but never further than this day (2018-12-29, a Saturday
/// worked for New Year 2019).
const FIRST_DAY_A_NOTICE_REACHES_BACK_TO: i8 = 29;

/// What the notices say.
#[derive(Debug)]
pub(super) struct Holidays {
    /// Days that differ from their weekday: true = off, false = worked.
    off: BTreeMap<Date, bool>,
}

#[derive(Deserialize)]
struct Notice {
    days: Vec<NoticeDay>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NoticeDay {
    date: Date,
    is_off_day: bool,
}

impl Holidays {
    /// The notices that are built into the program.
    #[expect(clippy::expect_used, reason = "the data is part of the program and read by a test")]
    pub(super) fn published() -> Self {
        let notices = NOTICES
            .iter()
            .map(|text| serde_json::from_str::<Notice>(text).expect("a built-in notice is readable"));
        Self {
            off: notices
                .flat_map(|n| n.days)
                .map(|day| (day.date, day.is_off_day))
                .collect(),
        }
    }

    /// A day, given whether its weekday is usually worked.
    pub(super) fn day(&self, date: Date, weekday: bool) -> Day {
        let working = match self.off.get(&date) {
            Some(off) => !off,
            None => weekday && !(is_unpublished(date.year()) && is_statutory(date)),
        };
        Day {
            working,
            provisional: may_change(date),
        }
    }
}

fn is_unpublished(year: i16) -> bool {
    !PUBLISHED.contains(&year)
}

fn is_statutory(date: Date) -> bool {
    STATUTORY_FIXED.contains(&(date.month(), date.day())) || STATUTORY_LUNAR.contains(&date)
}

fn may_change(date: Date) -> bool {
    is_unpublished(date.year())
        || (date.month() == 12 && date.day() >= FIRST_DAY_A_NOTICE_REACHES_BACK_TO && is_unpublished(date.year() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_year_has_a_readable_notice_and_the_version_names_the_last() {
        let holidays = Holidays::published();
        for year in PUBLISHED {
            let days = holidays.off.keys().filter(|date| date.year() == year).count();
            assert!((28..=45).contains(&days), "{year} lists {days} days");
        }
        assert_eq!(PUBLISHED.count(), NOTICES.len());
        assert!(VERSION.starts_with(&format!("cn-{}.", PUBLISHED.end())));
    }

    #[test]
    fn the_statutory_days_of_published_years_are_off_in_the_notices_too() {
        let holidays = Holidays::published();
        for year in [2025, 2026] {
            for (month, day) in STATUTORY_FIXED {
                assert_eq!(holidays.off.get(&date(year, month, day)), Some(&true));
            }
        }
    }

    #[test]
    fn every_festival_of_an_unpublished_year_belongs_to_one() {
        assert!(STATUTORY_LUNAR.iter().all(|date| is_unpublished(date.year())));
    }

    #[test]
    fn years_without_a_notice_and_the_days_it_may_reach_back_to_are_provisional() {
        assert!(may_change(date(2017, 12, 31)));
        assert!(!may_change(date(2018, 1, 1)));
        assert!(!may_change(date(2025, 12, 31)));
        assert!(!may_change(date(2026, 12, 28)));
        assert!(may_change(date(2026, 12, 29)));
        assert!(may_change(date(2027, 1, 1)));
        assert!(may_change(Date::MAX) && may_change(Date::MIN));
    }
}
