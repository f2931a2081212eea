//! The week of a weekly digest and its numbers.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// The seven days before the day of a weekly digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::digests) struct Week {
    /// The first day.
    pub(in crate::digests) first: Date,
    /// The last day.
    pub(in crate::digests) last: Date,
}

impl Week {
    /// The week before a day. `None` where the calendar ends.
    #[must_use]
    pub(in crate::digests) fn before(day: Date) -> Option<Self> {
        Some(Self {
            first: day.checked_sub(7.days()).ok()?,
            last: day.yesterday().ok()?,
        })
    }

    /// From when until before when it lasts in a time zone.
    #[must_use]
    pub(in crate::digests) fn span(self, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let begin = |date: Date| zone.to_zoned(DateTime::from(date)).ok();
        Some((
            begin(self.first)?.timestamp(),
            begin(self.last.tomorrow().ok()?)?.timestamp(),
        ))
    }
}

/// What a week came to, as far as its reader may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::digests) struct Numbers {
    /// Leads of others that came.
    pub(in crate::digests) fresh: i64,
    /// Deliveries answered before their deadline.
    pub(in crate::digests) in_time: i64,
    /// Deliveries answered after it.
    pub(in crate::digests) late: i64,
    /// Deliveries that want an answer now.
    pub(in crate::digests) open: i64,
    /// Those of them whose deadline has passed.
    pub(in crate::digests) overdue: i64,
}

impl Numbers {
    /// Each number under its name, in the order in which they are shown.
    #[must_use]
    pub(in crate::digests) fn named(self) -> [(&'static str, i64); 5] {
        [
            ("fresh", self.fresh),
            ("in_time", self.in_time),
            ("late", self.late),
            ("open", self.open),
            ("overdue", self.overdue),
        ]
    }

    /// Whether nothing came, was answered or waits.
    #[must_use]
    pub(in crate::digests) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_is_seven_days_also_where_the_clocks_change() {
        let week = Week::before(date(2026, 3, 30)).unwrap();
        assert_eq!((week.first, week.last), (date(2026, 3, 23), date(2026, 3, 29)));
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let (from, to) = week.span(&berlin).unwrap();
        assert_eq!(to.duration_since(from).as_hours(), 7 * 24 - 1);
        assert_eq!(week.span(&TimeZone::UTC).unwrap().1.to_string(), "2026-03-30T00:00:00Z");
    }
}
