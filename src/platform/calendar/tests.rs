//! The engine against the vectors of the specification, at its edges, and by property.

use jiff::civil::date;
use jiff::tz;
use proptest::prelude::*;

use super::*;

fn shanghai() -> TimeZone {
    TimeZone::fixed(tz::offset(8))
}

fn china() -> &'static Calendar {
    Calendar::for_country("CN")
}

fn noon(date: Date) -> Timestamp {
    date.at(12, 0, 0, 0).to_zoned(shanghai()).unwrap().timestamp()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// (pushed, due, due by an engine without holidays, due by an engine without make-up days)
const VECTORS: [(Date, Date, Date, Option<Date>); 7] = [
    (
        date(2018, 4, 27),
        date(2018, 5, 7),
        date(2018, 5, 4),
        Some(date(2018, 5, 8)),
    ),
    (
        date(2026, 2, 10),
        date(2026, 2, 24),
        date(2026, 2, 17),
        Some(date(2026, 2, 25)),
    ),
    (
        date(2026, 2, 13),
        date(2026, 2, 27),
        date(2026, 2, 20),
        Some(date(2026, 3, 2)),
    ),
    (
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 2, 20),
        Some(date(2026, 3, 2)),
    ),
    (
        date(2026, 4, 29),
        date(2026, 5, 9),
        date(2026, 5, 6),
        Some(date(2026, 5, 11)),
    ),
    (
        date(2026, 9, 18),
        date(2026, 9, 24),
        date(2026, 9, 25),
        Some(date(2026, 9, 28)),
    ),
    (
        date(2026, 9, 30),
        date(2026, 10, 13),
        date(2026, 10, 7),
        Some(date(2026, 10, 14)),
    ),
];

#[test]
fn five_working_days_in_china() {
    for (pushed, due_on, weekdays_only, _) in VECTORS {
        let deadline = china().due(noon(pushed), &shanghai(), 5).unwrap();
        assert_eq!(deadline.due_on, due_on, "pushed {pushed}");
        assert_eq!(deadline.due_at, noon(due_on.tomorrow().unwrap()) - 12.hours());
        assert!(!deadline.provisional, "pushed {pushed}");
        assert_eq!(deadline.calendar_version, "cn-2026.1");

        let naive = Calendar::for_country("US").due(noon(pushed), &shanghai(), 5).unwrap();
        assert_eq!(naive.due_on, weekdays_only, "pushed {pushed}, weekends only");
    }
}

#[test]
fn an_engine_without_make_up_days_would_be_wrong() {
    for (pushed, due_on, _, without_make_up_days) in VECTORS {
        let is_weekend = |date: Date| [Weekday::Saturday, Weekday::Sunday].contains(&date.weekday());
        let wrong = pushed
            .series(1.day())
            .skip(1)
            .filter(|date| china().day(*date).working && !is_weekend(*date))
            .nth(4);
        assert_eq!(wrong, without_make_up_days, "pushed {pushed}");
        assert_ne!(wrong, Some(due_on));
    }
}

#[test]
fn a_year_without_a_notice_has_its_statutory_days_off_and_is_provisional() {
    let deadline = china().due(noon(date(2026, 12, 28)), &shanghai(), 5).unwrap();
    assert_eq!(deadline.due_on, date(2027, 1, 5));
    assert!(deadline.provisional);
    assert_eq!(
        Calendar::for_country("DE")
            .due(noon(date(2026, 12, 28)), &shanghai(), 5)
            .unwrap()
            .due_on,
        date(2027, 1, 4)
    );
    for off in [date(2027, 1, 1), date(2027, 2, 5), date(2027, 2, 8), date(2027, 10, 1)] {
        assert_eq!(
            china().day(off),
            Day {
                working: false,
                provisional: true
            },
            "{off}"
        );
    }
    assert_eq!(
        china().day(date(2027, 1, 4)),
        Day {
            working: true,
            provisional: true
        }
    );
}

#[test]
fn the_day_of_the_push_is_a_local_day() {
    let deadline = china().due(instant("2026-02-13T16:30:00Z"), &shanghai(), 5).unwrap();
    assert_eq!(deadline.due_on, date(2026, 2, 28));
    assert_eq!(deadline.due_at, instant("2026-02-28T16:00:00Z"));
}

#[test]
fn zero_working_days_end_with_the_day_or_the_next_working_day() {
    let due = |day| china().due(noon(day), &shanghai(), 0).unwrap().due_on;
    assert_eq!(due(date(2026, 2, 14)), date(2026, 2, 14), "a Saturday that is worked");
    assert_eq!(
        due(date(2026, 2, 15)),
        date(2026, 2, 24),
        "the first day of Spring Festival"
    );
}

#[test]
fn countries_have_their_weekends() {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday};
    let cases: [(&str, &str, &[Weekday]); 9] = [
        ("CN", "cn-2026.1", &[Saturday, Sunday]),
        ("cn", "cn-2026.1", &[Saturday, Sunday]),
        ("AE", "weekend-sat-sun.1", &[Saturday, Sunday]),
        ("", "weekend-sat-sun.1", &[Saturday, Sunday]),
        ("sa", "weekend-fri-sat.1", &[Friday, Saturday]),
        ("IR", "weekend-fri.1", &[Friday]),
        ("NP", "weekend-sat.1", &[Saturday]),
        ("BN", "weekend-fri-sun.1", &[Friday, Sunday]),
        ("AF", "weekend-thu-fri.1", &[Thursday, Friday]),
    ];
    for (country, version, weekend) in cases {
        let calendar = Calendar::for_country(country);
        assert_eq!(calendar.version(), version, "{country}");
        let week = date(2026, 6, 1).series(1.day()).take(7);
        assert_eq!(date(2026, 6, 1).weekday(), Monday);
        let off: Vec<_> = week.filter(|d| !calendar.day(*d).working).map(Date::weekday).collect();
        assert_eq!(off, weekend, "{country}");
    }
}

#[test]
fn a_day_ends_when_its_clocks_say_so() {
    // New York in the week in which its clocks go forward: the deadline's own day has 24 hours, the week 167.
    let new_york = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    let deadline = Calendar::for_country("US")
        .due(instant("2026-03-06T17:00:00Z"), &new_york, 5)
        .unwrap();
    assert_eq!(deadline.due_at, instant("2026-03-14T04:00:00Z"));

    // Cairo skips from 24:00 to 01:00, so Friday 2026-04-24 has no midnight; the day before ends at that instant.
    let cairo = TimeZone::posix("EET-2EEST,M4.5.5/0,M10.5.4/24").unwrap();
    let deadline = Calendar::for_country("EG")
        .due(instant("2026-04-22T10:00:00Z"), &cairo, 1)
        .unwrap();
    assert_eq!(deadline.due_on, date(2026, 4, 23));
    assert_eq!(deadline.due_at, instant("2026-04-23T22:00:00Z"));
}

#[test]
fn days_left_count_down_to_zero_and_below() {
    // Due on Friday 2026-03-06.
    let cases = [
        (date(2026, 2, 27), 6), // Saturday 02-28 is worked
        (date(2026, 3, 1), 5),
        (date(2026, 3, 5), 1),
        (date(2026, 3, 6), 0),
        (date(2026, 3, 7), -1),
        (date(2026, 3, 8), -1),
        (date(2026, 3, 9), -1),
        (date(2026, 3, 10), -2),
    ];
    for (today, left) in cases {
        let answer = china().working_days_left(noon(today), &shanghai(), date(2026, 3, 6));
        assert_eq!(answer, left, "on {today}");
    }
}

#[test]
fn a_pause_moves_the_deadline_by_the_working_days_it_took() {
    let deadline = china().due(noon(date(2026, 4, 29)), &shanghai(), 5).unwrap();
    let resume = |from: Date, to: Date, at_most| {
        china()
            .resume(&deadline, noon(from), noon(to), &shanghai(), at_most)
            .unwrap()
            .due_on
    };
    assert_eq!(deadline.due_on, date(2026, 5, 9));
    assert_eq!(
        resume(date(2026, 4, 30), date(2026, 5, 5), 10),
        date(2026, 5, 9),
        "all holidays"
    );
    assert_eq!(resume(date(2026, 4, 30), date(2026, 5, 7), 10), date(2026, 5, 12));
    assert_eq!(
        resume(date(2026, 4, 30), date(2026, 7, 1), 10),
        date(2026, 5, 22),
        "at most ten"
    );
    assert_eq!(
        resume(date(2026, 5, 6), date(2026, 5, 6), 10),
        date(2026, 5, 9),
        "the same day"
    );
    assert_eq!(
        resume(date(2026, 5, 7), date(2026, 5, 6), 10),
        date(2026, 5, 9),
        "clock set back"
    );
    assert_eq!(
        resume(date(2026, 5, 10), date(2026, 5, 20), 10),
        date(2026, 5, 9),
        "too late"
    );
}

#[test]
fn i32_a_communicated_deadline_is_never_moved_earlier() {
    let pushed = noon(date(2026, 9, 18));
    let today = china().due(pushed, &shanghai(), 5).unwrap();
    let communicated = Deadline {
        due_on: date(2026, 9, 28),
        due_at: instant("2026-09-28T16:00:00Z"),
        provisional: true,
        calendar_version: "cn-2025.1".into(),
    };
    let kept = china().recalculate(&communicated, pushed, &shanghai(), 5).unwrap();
    assert_eq!((kept.due_on, kept.due_at), (communicated.due_on, communicated.due_at));
    assert_eq!((kept.provisional, kept.calendar_version.as_str()), (false, "cn-2026.1"));

    let earlier = Deadline {
        due_on: date(2026, 9, 23),
        due_at: pushed,
        ..communicated
    };
    assert_eq!(china().recalculate(&earlier, pushed, &shanghai(), 5).unwrap(), today);
}

#[test]
fn the_ends_of_time_are_answered_not_survived() {
    let utc = TimeZone::UTC;
    assert_eq!(china().due(Timestamp::MAX, &utc, 5), Err(CalendarError::OutOfRange));
    assert!(china().due(Timestamp::MIN, &utc, 5).is_ok());
    assert!(
        china()
            .due(instant("0000-01-01T00:00:00Z"), &shanghai(), 5)
            .unwrap()
            .provisional
    );
    assert_eq!(
        china().due(instant("2026-01-01T00:00:00Z"), &utc, u32::MAX),
        Err(CalendarError::TooManyWorkingDays(u32::MAX))
    );
    let last_day = local_day(Timestamp::MAX, &utc);
    assert_eq!(china().working_days_left(Timestamp::MIN, &utc, Date::MAX), 2_000);
    assert_eq!(china().working_days_left(Timestamp::MAX, &utc, Date::MIN), -2_000);
    assert_eq!(china().working_days_left(Timestamp::MAX, &utc, last_day), 0);
}

#[test]
fn a_deadline_survives_its_stored_form() {
    let deadline = china().due(noon(date(2026, 12, 28)), &shanghai(), 5).unwrap();
    let stored = serde_json::to_string(&deadline).unwrap();
    assert_eq!(serde_json::from_str::<Deadline>(&stored).unwrap(), deadline);
}

fn any_calendar() -> impl Strategy<Value = &'static Calendar> {
    prop::sample::select(vec!["CN", "BR", "SA", "IR", "NP", "BN", "AF"]).prop_map(Calendar::for_country)
}

/// Instants from 2015 to 2035.
fn any_instant() -> impl Strategy<Value = Timestamp> {
    (1_420_000_000_i64..2_060_000_000).prop_map(|second| Timestamp::from_second(second).unwrap())
}

fn any_zone() -> impl Strategy<Value = TimeZone> {
    prop::sample::select(vec![
        "CST-8",
        "EST5EDT,M3.2.0,M11.1.0",
        "EET-2EEST,M4.5.5/0,M10.5.4/24",
        "UTC0",
    ])
    .prop_map(|zone| TimeZone::posix(zone).unwrap())
}

proptest! {
    #[test]
    fn a_due_date_is_a_working_day_and_n_working_days_away(
        calendar in any_calendar(), pushed in any_instant(), tz in any_zone(), n in 0_u32..60,
    ) {
        let deadline = calendar.due(pushed, &tz, n).unwrap();
        prop_assert!(calendar.day(deadline.due_on).working);
        prop_assert!(deadline.due_at > pushed);
        prop_assert_eq!(local_day(deadline.due_at - 1.nanosecond(), &tz), deadline.due_on);
        prop_assert_eq!(local_day(deadline.due_at, &tz), deadline.due_on.tomorrow().unwrap());
        if n > 0 {
            prop_assert_eq!(calendar.working_days_left(pushed, &tz, deadline.due_on), i64::from(n));
        }
    }

    #[test]
    fn due_grows_with_n_and_with_the_push(
        calendar in any_calendar(), a in any_instant(), b in any_instant(), tz in any_zone(),
        m in 0_u32..40, n in 0_u32..40,
    ) {
        let due = |pushed, n| calendar.due(pushed, &tz, n).unwrap().due_at;
        prop_assert!(due(a, m.min(n)) <= due(a, m.max(n)));
        prop_assert!(due(a.min(b), n) <= due(a.max(b), n));
        prop_assert!(due(a, n) < due(a, n + 1) || n == 0);
    }

    #[test]
    fn a_pause_gives_back_what_was_left(
        calendar in any_calendar(), pushed in any_instant(), n in 1_u32..30,
        wait in 0_i64..40, pause in 0_i64..60,
    ) {
        let tz = shanghai();
        let deadline = calendar.due(pushed, &tz, n).unwrap();
        let paused = (pushed + (wait * 24).hours()).min(deadline.due_at - 1.second());
        let resumed = paused + (pause * 24).hours();
        let left = calendar.working_days_left(paused, &tz, deadline.due_on);
        let moved = calendar.resume(&deadline, paused, resumed, &tz, MAX_WORKING_DAYS).unwrap();
        prop_assert!(moved.due_at >= deadline.due_at);
        prop_assert!(calendar.day(moved.due_on).working);
        if left > 0 {
            prop_assert_eq!(calendar.working_days_left(resumed, &tz, moved.due_on), left);
        }
        let capped = calendar.resume(&deadline, paused, resumed, &tz, 3).unwrap();
        prop_assert!(capped.due_at <= moved.due_at);
        prop_assert!(calendar.count(deadline.due_on, capped.due_on).0 <= 3);
    }

    #[test]
    fn i32_recalculation_never_answers_earlier(
        calendar in any_calendar(), pushed in any_instant(), told in any_instant(), n in 0_u32..30,
    ) {
        let tz = shanghai();
        let communicated = calendar.due(told, &tz, n).unwrap();
        let again = calendar.recalculate(&communicated, pushed, &tz, n).unwrap();
        prop_assert!(again.due_at >= communicated.due_at && again.due_on >= communicated.due_on);
    }

    #[test]
    fn days_left_never_grow(
        calendar in any_calendar(), a in any_instant(), b in any_instant(), due in any_instant(),
    ) {
        let left = |now| calendar.working_days_left(now, &shanghai(), local_day(due, &shanghai()));
        prop_assert!(left(a.min(b)) >= left(a.max(b)));
    }

    #[test]
    fn no_instant_panics(second in Timestamp::MIN.as_second()..=Timestamp::MAX.as_second(), n: u32) {
        let instant = Timestamp::from_second(second).unwrap();
        let _ = china().due(instant, &shanghai(), n);
        let left = china().working_days_left(instant, &shanghai(), Date::ZERO);
        prop_assert!((-2_000..=2_000).contains(&left));
    }
}
