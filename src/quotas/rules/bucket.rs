//! A bucket of points that fills by itself: kept as the one moment when it is full again, so nothing is ever rounded away
//! however often it is asked.

/// Microseconds in which an empty bucket fills.
pub const MINUTE: i64 = 60_000_000;

/// So many points a minute, and as many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota(i64);

impl Quota {
    /// So many points; `None` for 0, which means as many as come.
    #[must_use]
    pub fn of(per_minute: u32) -> Option<Self> {
        (per_minute > 0).then(|| Self(per_minute.into()))
    }

    /// Points a minute.
    #[must_use]
    pub fn per_minute(self) -> i64 {
        self.0
    }

    /// The time in which so many points come back, rounded up; at least that of one, and at most a minute, so that nothing
    /// costs more than all there is and no document is impossible.
    #[must_use]
    pub fn time(self, points: usize) -> i64 {
        let points = i64::try_from(points).unwrap_or(i64::MAX).clamp(1, self.0);
        (points * MINUTE + self.0 - 1) / self.0
    }

    /// The points that come back in a time, rounded down.
    #[must_use]
    pub fn points(self, time: i64) -> i64 {
        time.clamp(0, MINUTE) * self.0 / MINUTE
    }

    /// What a process takes at once: a twentieth of a minute.
    #[must_use]
    pub fn share() -> i64 {
        MINUTE / 20
    }
}

/// A bucket: when it is full again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bucket(pub i64);

impl Bucket {
    /// The time that is left of a minute; none where it is in debt.
    #[must_use]
    pub fn left(self, now: i64) -> i64 {
        (now + MINUTE - self.full_at(now)).clamp(0, MINUTE)
    }

    /// How long until it is full.
    #[must_use]
    pub fn missing(self, now: i64) -> i64 {
        self.full_at(now) - now
    }

    /// When it is full again, not before now. No debt is larger than a minute: a later moment was written before the clock
    /// was set back.
    fn full_at(self, now: i64) -> i64 {
        if self.0 > now + 2 * MINUTE {
            now
        } else {
            self.0.max(now)
        }
    }

    /// Takes a time of at most a minute if anything is left, be it less than that.
    ///
    /// # Errors
    /// The moment from which something is left.
    pub fn take(&mut self, now: i64, time: i64) -> Result<(), i64> {
        let full_at = self.full_at(now);
        if full_at >= now + MINUTE {
            return Err(full_at - MINUTE + 1);
        }
        self.0 = full_at + time;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn points_are_time_and_back() {
        let quota = Quota::of(600_000).unwrap();
        assert_eq!(
            (quota.time(0), quota.time(1), quota.time(10_000)),
            (100, 100, 1_000_000)
        );
        assert_eq!((quota.time(600_001), quota.time(usize::MAX)), (MINUTE, MINUTE));
        assert_eq!((quota.points(1_000_000), quota.points(-1)), (10_000, 0));
        assert_eq!(Quota::of(7).unwrap().time(1), 8_571_429);
        assert_eq!(Quota::of(0), None);
    }

    #[test]
    fn what_is_larger_than_all_of_it_is_let_in_and_paid_for_afterwards() {
        let (mut bucket, now) = (Bucket::default(), 1_000 * MINUTE);
        assert_eq!(bucket.take(now, MINUTE), Ok(()));
        assert_eq!(bucket.left(now), 0);
        assert_eq!(bucket.take(now, 1), Err(now + 1));
        assert_eq!(bucket.take(now + 1, MINUTE), Ok(()), "something is left");
        assert_eq!(bucket.take(now + 2, 1), Err(now + MINUTE + 1), "it is in debt");
        assert_eq!(bucket.missing(now + 2), 2 * MINUTE - 2);
    }

    #[test]
    fn a_clock_that_was_set_back_shuts_nobody_out() {
        let mut bucket = Bucket(1_000 * MINUTE);
        assert_eq!(bucket.take(10 * MINUTE, 1), Ok(()));
        assert_eq!(bucket.left(10 * MINUTE), MINUTE - 1);
    }

    proptest! {
        #[test]
        fn over_any_time_no_more_is_spent_than_all_of_it_and_what_came_back_and_one_request(
            asks in prop::collection::vec((0_i64..5_000_000, 1_i64..=MINUTE), 1..200)
        ) {
            let (begun, mut bucket) = (1_000 * MINUTE, Bucket::default());
            let (mut now, mut spent) = (begun, 0);
            for (later, time) in asks {
                now += later;
                if bucket.take(now, time).is_ok() {
                    spent += time;
                    prop_assert!(spent - time < MINUTE + (now - begun), "{spent} after {}", now - begun);
                }
                prop_assert!(bucket.missing(now) <= 2 * MINUTE);
            }
        }

        #[test]
        fn whoever_waits_as_long_as_is_said_is_let_in(time in 10_000..=MINUTE, now in MINUTE..1_000 * MINUTE) {
            let mut bucket = Bucket::default();
            while bucket.take(now, time).is_ok() {}
            let from = bucket.take(now, time).unwrap_err();
            prop_assert!(bucket.take(from - 1, time).is_err());
            prop_assert!(bucket.take(from, time).is_ok());
        }
    }
}
