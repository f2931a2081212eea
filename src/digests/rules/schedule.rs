//! When which mail goes out.
//!
//! - A daily digest belongs to a day and goes out on it, at the hour or as soon after as somebody works.
//! - A weekly one belongs to the weekday that was chosen, and goes out on it or on the first working day of the seven
//!   that begin with it. Where none of them is worked the next one says everything.
//! - Who wants to hear at once gets a mail a quarter of an hour at most, outside of the quiet hours; what came on days off
//!   waits for the hour of the digest; and the digest of each day says what is due.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use crate::{
    members::rules::{DigestFrequency, QuietHours, Weekday},
    platform::calendar::Calendar,
};

/// What comes within this time is told in one mail.
const BUNDLE: SignedDuration = SignedDuration::from_mins(15);
/// How long nothing is told at once after a mail that did not arrive or may not have: the next digest says it.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// Which of the mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(in crate::digests) enum Rhythm {
    /// The digest of a day.
    Daily,
    /// The digest of a week.
    Weekly,
    /// What has just come.
    Immediate,
}

/// How somebody wants to be told, and what went out so far.
#[derive(Debug, Clone)]
pub(in crate::digests) struct Wish {
    /// How often.
    pub(in crate::digests) frequency: DigestFrequency,
    /// The person's time zone.
    pub(in crate::digests) zone: TimeZone,
    /// Local hour.
    pub(in crate::digests) hour: i32,
    /// The day of a weekly digest.
    pub(in crate::digests) weekday: Weekday,
    /// Only on working days of the organisation's calendar.
    pub(in crate::digests) working_days_only: bool,
    /// The organisation's country.
    pub(in crate::digests) country: String,
    /// When nothing is told at once.
    pub(in crate::digests) quiet_hours: Option<QuietHours>,
    /// When frequency or weekday were chosen.
    pub(in crate::digests) since: Timestamp,
    /// The latest daily or weekly digest: its day, and when it was queued.
    pub(in crate::digests) digest: Option<(Date, Timestamp)>,
    /// When the latest mail about what had just come was queued, and where it stands.
    pub(in crate::digests) immediate: Option<(Timestamp, Last)>,
}

/// Where a mail stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::digests) enum Last {
    /// On its way.
    Waiting,
    /// It arrived, or there was nothing to say.
    Done,
    /// It did not arrive, or may not have.
    Lost,
}

impl Wish {
    fn is_worked(&self, day: Date) -> bool {
        !self.working_days_only || Calendar::for_country(&self.country).day(day).working
    }

    /// The latest of the chosen weekdays until `day`.
    fn chosen(&self, day: Date) -> Option<Date> {
        let back = (day.weekday().to_monday_one_offset() - self.weekday.number()).rem_euclid(7);
        day.checked_sub(i32::from(back).days()).ok()
    }

    /// Whether a weekday was still to come when it was chosen.
    fn was_ahead(&self, day: Date) -> bool {
        let hour = i8::try_from(self.hour).unwrap_or(0);
        let moment = self.zone.to_zoned(day.at(hour, 0, 0, 0));
        moment.is_ok_and(|moment| moment.timestamp() >= self.since)
    }
}

/// The daily or weekly digest that is to go out now, with its day, if one is: the hour has come, the day is worked, and
/// neither this day nor a later one was had, which may be another day where somebody moved to another time zone.
#[must_use]
pub(in crate::digests) fn due(wish: &Wish, now: Timestamp) -> Option<(Rhythm, Date)> {
    let local = now.to_zoned(wish.zone.clone());
    let today = local.date();
    if i32::from(local.hour()) < wish.hour || !wish.is_worked(today) {
        return None;
    }
    let (rhythm, day) = match wish.frequency {
        DigestFrequency::Off => return None,
        DigestFrequency::Daily | DigestFrequency::Immediate => (Rhythm::Daily, today),
        DigestFrequency::Weekly => (Rhythm::Weekly, wish.chosen(today)?),
    };
    let had = wish.digest.is_some_and(|(last, queued_at)| {
        let queued_on = queued_at.to_zoned(wish.zone.clone()).date();
        last >= day || queued_on >= today
    });
    let ahead = rhythm == Rhythm::Daily || wish.was_ahead(day);
    (!had && ahead).then_some((rhythm, day))
}

/// Whether what has just come may be told now.
#[must_use]
pub(in crate::digests) fn may_tell_at_once(wish: &Wish, now: Timestamp) -> bool {
    wish.frequency == DigestFrequency::Immediate && may_tell(wish, wish.immediate, now)
}

/// Whether a mail may go out at once, where `last` is the one before of its sort.
#[must_use]
pub(in crate::digests) fn may_tell(wish: &Wish, last: Option<(Timestamp, Last)>, now: Timestamp) -> bool {
    let rested = match last {
        None => true,
        Some((_, Last::Waiting)) => false,
        Some((at, Last::Done)) => now.duration_since(at) >= BUNDLE,
        Some((at, Last::Lost)) => now.duration_since(at) >= PATIENCE,
    };
    rested && !is_held(wish, now)
}

/// Whether what has just come has to wait: for the end of the quiet hours, for a working day, or, after days off, for the
/// hour of the digest, because midnight is no time to begin a working day with.
#[must_use]
pub(in crate::digests) fn is_held(wish: &Wish, now: Timestamp) -> bool {
    let local = now.to_zoned(wish.zone.clone());
    let (today, hour) = (local.date(), i32::from(local.hour()));
    let quiet = wish.quiet_hours.is_some_and(|hours| hours.cover(hour));
    let after_rest = today.yesterday().is_ok_and(|yesterday| !wish.is_worked(yesterday)) && hour < wish.hour;
    quiet || !wish.is_worked(today) || after_rest
}

/// The quarter of an hour of a moment: a person has one mail in it at most.
#[must_use]
pub(in crate::digests) fn bucket(now: Timestamp) -> Timestamp {
    let length = BUNDLE.as_secs();
    Timestamp::from_second(now.as_second().div_euclid(length) * length).unwrap_or(now)
}

/// Whether somebody who wants `frequency` wants this mail.
#[must_use]
pub(in crate::digests) fn is_wanted(rhythm: Rhythm, frequency: DigestFrequency) -> bool {
    match frequency {
        DigestFrequency::Off => false,
        DigestFrequency::Daily => rhythm == Rhythm::Daily,
        DigestFrequency::Weekly => rhythm == Rhythm::Weekly,
        DigestFrequency::Immediate => rhythm == Rhythm::Daily || rhythm == Rhythm::Immediate,
    }
}

/// Whether the time of a mail is over: then the next one says what it would have said. `day` is its day.
#[must_use]
pub(in crate::digests) fn is_over(rhythm: Rhythm, day: Date, wish: &Wish, now: Timestamp) -> bool {
    let today = now.to_zoned(wish.zone.clone()).date();
    match rhythm {
        Rhythm::Daily => day < today,
        Rhythm::Weekly => day.checked_add(6.days()).is_ok_and(|last| last < today),
        Rhythm::Immediate => is_held(wish, now),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    const ZONES: [&str; 8] = [
        "Asia/Shanghai",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "UTC",
    ];

    fn wish() -> Wish {
        Wish {
            frequency: DigestFrequency::Daily,
            zone: TimeZone::get("Asia/Shanghai").unwrap(),
            hour: 8,
            weekday: Weekday::Monday,
            working_days_only: true,
            country: "CN".to_owned(),
            quiet_hours: None,
            since: Timestamp::UNIX_EPOCH,
            digest: None,
            immediate: None,
        }
    }

    fn weekly() -> Wish {
        Wish {
            frequency: DigestFrequency::Weekly,
            ..wish()
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn daily_on(wish: &Wish, now: &str) -> Option<Date> {
        due(wish, at(now)).map(|(rhythm, day)| {
            assert_eq!(rhythm, Rhythm::Daily);
            day
        })
    }

    #[test]
    fn the_hour_is_local_and_comes_once_a_day() {
        assert_eq!(daily_on(&wish(), "2026-03-08T23:59:00Z"), None, "7:59");
        let day = Some(date(2026, 3, 9));
        assert_eq!(daily_on(&wish(), "2026-03-09T00:00:00Z"), day);
        assert_eq!(daily_on(&wish(), "2026-03-09T15:59:00Z"), day, "caught up");
        let had = Wish {
            digest: Some((date(2026, 3, 9), at("2026-03-09T00:00:00Z"))),
            ..wish()
        };
        assert_eq!(daily_on(&had, "2026-03-09T15:59:00Z"), None);
        let moved = Wish {
            zone: TimeZone::get("America/New_York").unwrap(),
            ..had
        };
        assert_eq!(
            daily_on(&moved, "2026-03-09T15:59:00Z"),
            None,
            "not again in another zone"
        );
    }

    #[test]
    fn days_off_have_none_and_make_up_days_have_one() {
        assert_eq!(daily_on(&wish(), "2026-02-17T02:00:00Z"), None, "Spring Festival");
        let saturday = daily_on(&wish(), "2026-02-14T02:00:00Z");
        assert_eq!(saturday, Some(date(2026, 2, 14)), "a Saturday worked");
        let always = Wish {
            working_days_only: false,
            ..wish()
        };
        assert!(daily_on(&always, "2026-02-17T02:00:00Z").is_some());
    }

    #[test]
    fn a_weekly_digest_whose_day_is_off_comes_on_the_next_working_day() {
        // Tomb-sweeping day of 2026 is a Sunday, its holiday the Monday after; 10 October is a Saturday worked.
        let monday = Some((Rhythm::Weekly, date(2026, 4, 6)));
        assert_eq!(due(&weekly(), at("2026-04-06T02:00:00Z")), None);
        assert_eq!(due(&weekly(), at("2026-04-07T02:00:00Z")), monday);
        let always = Wish {
            working_days_only: false,
            ..weekly()
        };
        assert_eq!(due(&always, at("2026-04-06T02:00:00Z")), monday);
        let saturdays = Wish {
            weekday: Weekday::Saturday,
            ..weekly()
        };
        let worked = Some((Rhythm::Weekly, date(2026, 10, 10)));
        assert_eq!(due(&saturdays, at("2026-10-10T02:00:00Z")), worked);
    }

    #[test]
    fn a_weekly_digest_is_not_made_up_for_a_day_before_it_was_chosen() {
        let since = |text| Wish {
            since: at(text),
            ..weekly()
        };
        let wednesday = at("2026-03-11T02:00:00Z");
        assert!(due(&since("2026-03-09T00:00:00Z"), wednesday).is_some());
        assert!(due(&since("2026-03-09T00:00:01Z"), wednesday).is_none());
    }

    /// A daily one and a weekly one never come on one day.
    #[test]
    fn who_changes_between_day_and_week_has_one_digest_that_day() {
        let had_daily = Wish {
            digest: Some((date(2026, 3, 9), at("2026-03-09T00:00:00Z"))),
            ..weekly()
        };
        assert_eq!(due(&had_daily, at("2026-03-09T03:00:00Z")), None);
        assert!(due(&had_daily, at("2026-03-16T03:00:00Z")).is_some());
        // Monday's was sent on Tuesday, after a holiday.
        let had_weekly = Wish {
            digest: Some((date(2026, 4, 6), at("2026-04-07T00:00:00Z"))),
            ..wish()
        };
        assert_eq!(daily_on(&had_weekly, "2026-04-07T03:00:00Z"), None);
        assert_eq!(daily_on(&had_weekly, "2026-04-08T03:00:00Z"), Some(date(2026, 4, 8)));
    }

    #[test]
    fn a_mail_is_over_when_the_next_one_can_come() {
        let day = date(2026, 3, 9);
        let over = |rhythm, now| is_over(rhythm, day, &wish(), at(now));
        assert!(!over(Rhythm::Daily, "2026-03-09T15:59:00Z"));
        assert!(over(Rhythm::Daily, "2026-03-09T16:00:00Z"));
        assert!(!over(Rhythm::Weekly, "2026-03-15T15:59:00Z"));
        assert!(over(Rhythm::Weekly, "2026-03-15T16:00:00Z"));
    }

    #[test]
    fn what_has_just_come_waits_for_the_end_of_the_quiet_hours_and_of_days_off() {
        let wish = Wish {
            frequency: DigestFrequency::Immediate,
            quiet_hours: Some(QuietHours { from: 22, to: 7 }),
            ..wish()
        };
        let told = |now: &str| may_tell_at_once(&wish, at(now));
        assert!(told("2026-03-09T13:59:00Z"), "21:59");
        assert!(!told("2026-03-09T14:00:00Z"), "22:00");
        assert!(!told("2026-03-09T22:59:00Z"), "6:59");
        assert!(told("2026-03-09T23:00:00Z"), "7:00");
        assert!(!told("2026-03-14T04:00:00Z"), "a Saturday");
        assert!(!told("2026-03-15T23:30:00Z"), "Monday before the hour of the digest");
        assert!(told("2026-03-16T00:00:00Z"), "Monday");
    }

    #[test]
    fn several_things_come_in_one_mail_and_nothing_hammers_an_address_that_fails() {
        let after = |last, minutes: i64| {
            let then = at("2026-03-10T02:00:00Z");
            let wish = Wish {
                frequency: DigestFrequency::Immediate,
                immediate: Some((then, last)),
                ..wish()
            };
            may_tell_at_once(&wish, then + SignedDuration::from_mins(minutes))
        };
        assert!(!after(Last::Done, 14) && after(Last::Done, 15));
        assert!(!after(Last::Waiting, 600));
        assert!(!after(Last::Lost, 1_439) && after(Last::Lost, 1_440));
        assert_eq!(bucket(at("2026-03-10T02:14:59Z")), at("2026-03-10T02:00:00Z"));
    }

    /// What a planner does that looks every twenty minutes for `days` days, but for some turns it misses.
    fn planned(mut wish: Wish, begin: Timestamp, days: i64, missed: impl Fn(i64) -> bool) -> Vec<(Timestamp, Date)> {
        let mut planned = Vec::new();
        for turn in 0..days * 72 {
            let now = begin + SignedDuration::from_mins(20 * turn);
            if missed(turn) {
                continue;
            }
            if let Some((_, day)) = due(&wish, now) {
                wish.digest = Some((day, now));
                planned.push((now, day));
            }
        }
        planned
    }

    fn begin(day: i32) -> Timestamp {
        let day = date(2024, 12, 20).checked_add(day.days()).unwrap();
        day.to_zoned(TimeZone::UTC).unwrap().timestamp()
    }

    prop_compose! {
        fn wishes()(
            zone in prop::sample::select(ZONES.as_slice()),
            country in prop::sample::select(["CN", "DE", "AE", "US"].as_slice()),
            hour in 0..24,
            weekday in prop::sample::select(Weekday::VARIANTS),
            working_days_only: bool,
        ) -> Wish {
            Wish {
                zone: TimeZone::get(zone).unwrap(),
                country: country.to_owned(),
                hour,
                weekday,
                working_days_only,
                ..wish()
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Over the ends of years and of summer time: each worked day has its digest, once, at its hour or after it.
        #[test]
        fn every_day_has_one_digest(wish in wishes(), start in 0..700_i32) {
            let planned = planned(wish.clone(), begin(start), 30, |_| false);
            let days: BTreeSet<Date> = planned.iter().map(|(_, day)| *day).collect();
            prop_assert_eq!(days.len(), planned.len());
            for (now, day) in &planned {
                let local = now.to_zoned(wish.zone.clone());
                prop_assert_eq!(local.date(), *day);
                prop_assert!(i32::from(local.hour()) >= wish.hour && wish.is_worked(*day));
            }
            let (first, last) = (begin(start + 1), begin(start + 28));
            let mut day = first.to_zoned(wish.zone.clone()).date();
            while day < last.to_zoned(wish.zone.clone()).date() {
                prop_assert_eq!(days.contains(&day), wish.is_worked(day), "{}", day);
                day = day.tomorrow().unwrap();
            }
        }

        /// Each week with a worked day has its digest, once, on its first worked day; and after a standstill later.
        #[test]
        fn every_week_has_one_digest(wish in wishes(), start in 0..700_i32, broken in 0..9_i64) {
            let wish = Wish { frequency: DigestFrequency::Weekly, ..wish };
            let stands = |turn: i64| (broken * 150..broken * 200).contains(&turn);
            let planned = planned(wish.clone(), begin(start), 60, stands);
            let weeks: BTreeSet<Date> = planned.iter().map(|(_, day)| *day).collect();
            prop_assert_eq!(weeks.len(), planned.len());
            for (now, day) in &planned {
                let local = now.to_zoned(wish.zone.clone());
                prop_assert_eq!(day.weekday().to_monday_one_offset(), wish.weekday.number());
                prop_assert!(*day <= local.date() && local.date() < day.checked_add(7.days()).unwrap());
                prop_assert!(i32::from(local.hour()) >= wish.hour && wish.is_worked(local.date()));
            }
            if broken == 0 {
                for (now, day) in planned.iter().skip(1) {
                    let mut first = *day;
                    while !wish.is_worked(first) {
                        first = first.tomorrow().unwrap();
                    }
                    prop_assert_eq!(now.to_zoned(wish.zone.clone()).date(), first);
                }
                let whole: Vec<_> = weeks.iter().zip(weeks.iter().skip(1)).collect();
                for (week, next) in whole {
                    let mut day = week.checked_add(7.days()).unwrap();
                    while day < *next {
                        prop_assert!(!wish.is_worked(day), "{day} had no digest");
                        day = day.tomorrow().unwrap();
                    }
                }
            }
        }

        /// Nothing is told at once in quiet hours or on days off, and never twice in a quarter of an hour.
        #[test]
        fn quiet_is_quiet(wish in wishes(), start in 0..700_i32, from in 0..24_i32, length in 1..24_i32) {
            let quiet = QuietHours { from, to: (from + length) % 24 };
            let mut wish = Wish { frequency: DigestFrequency::Immediate, quiet_hours: Some(quiet), ..wish };
            let mut buckets = BTreeSet::new();
            for turn in 0..6 * 24 * 12 {
                let now = begin(start) + SignedDuration::from_mins(5 * turn);
                if may_tell_at_once(&wish, now) {
                    let local = now.to_zoned(wish.zone.clone());
                    prop_assert!(!quiet.cover(i32::from(local.hour())));
                    prop_assert!(wish.is_worked(local.date()));
                    prop_assert!(buckets.insert(bucket(now)), "twice");
                    wish.immediate = Some((now, Last::Done));
                }
            }
        }
    }
}
