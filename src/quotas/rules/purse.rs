//! What one process has of somebody's bucket: it takes a share at a time, and spends that without asking again.

use super::{
    Standing,
    bucket::{Bucket, Quota},
};

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It was paid for.
    Paid,
    /// So much has to be taken from the bucket first.
    Lacking(i64),
    /// The bucket is empty; something is in it from this moment.
    Empty(i64),
}

/// What a process has, in the time that it stands for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Purse {
    /// Taken and not spent.
    has: i64,
    /// The bucket as it was last seen.
    bucket: Bucket,
    /// From when something is in the bucket, where it was found empty.
    empty_until: i64,
    /// A bucket of this process alone, for when the common one is out of reach.
    own: Bucket,
    used_at: i64,
}

impl Purse {
    /// Pays a time, if there is enough.
    pub fn pay(&mut self, now: i64, time: i64) -> Asked {
        self.used_at = now;
        if self.has >= time {
            self.has -= time;
            return Asked::Paid;
        }
        // Where the clock was set back, what was found empty is asked for again.
        let is_known = now < self.empty_until && self.empty_until <= now + 2 * super::MINUTE;
        if is_known {
            return Asked::Empty(self.empty_until);
        }
        Asked::Lacking(Quota::share().max(time - self.has))
    }

    /// A share was taken, after which the bucket is full at that moment.
    pub fn put_in(&mut self, share: i64, bucket: Bucket) {
        self.has += share;
        self.bucket = bucket;
    }

    /// The bucket was found empty.
    pub fn found_empty(&mut self, bucket: Bucket) {
        self.bucket = bucket;
        self.empty_until = bucket.0 - super::MINUTE + 1;
    }

    /// Pays from what this process has by itself, as one of so many.
    pub fn pay_alone(&mut self, now: i64, time: i64, replicas: i64) -> Asked {
        let part = time.saturating_mul(replicas.max(1)).min(super::MINUTE);
        match self.own.take(now, part) {
            Ok(()) => Asked::Paid,
            Err(from) => Asked::Empty(from),
        }
    }

    /// What nobody has asked for since a moment: what of it is to be given back, or nothing where it was in use.
    #[must_use]
    pub fn resting_since(&self, since: i64, now: i64) -> Option<i64> {
        let is_used = self.used_at > since && self.used_at <= now;
        let owes = self.own.missing(now) > 0;
        (!is_used && !owes).then_some(self.has)
    }

    /// How its owner stands.
    #[must_use]
    pub fn standing(&self, quota: Quota, now: i64, asked: Asked) -> Standing {
        let left = (self.has + self.bucket.left(now)).min(super::MINUTE);
        let missing = (self.bucket.missing(now) - self.has).max(0);
        let (left, retry_in) = match asked {
            Asked::Empty(from) => (0, Some(from - now)),
            Asked::Paid | Asked::Lacking(_) => (left, None),
        };
        Standing {
            per_minute: quota.per_minute(),
            left: quota.points(left),
            resets_in: (missing + 999_999) / 1_000_000,
            retry_in,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::MINUTE, *};

    /// Pays as a process does; whether it could.
    fn pays(purse: &mut Purse, bucket: &mut Bucket, now: i64, time: i64) -> bool {
        match purse.pay(now, time) {
            Asked::Paid => true,
            Asked::Empty(_) => false,
            Asked::Lacking(share) => match bucket.take(now, share) {
                Ok(()) => {
                    purse.put_in(share, *bucket);
                    assert_eq!(purse.pay(now, time), Asked::Paid);
                    true
                }
                Err(_) => {
                    purse.found_empty(*bucket);
                    false
                }
            },
        }
    }

    #[test]
    fn a_share_is_taken_and_spent_before_the_next_one() {
        let (mut purse, mut bucket, now) = (Purse::default(), Bucket::default(), 1_000 * MINUTE);
        assert_eq!(purse.pay(now, 100), Asked::Lacking(Quota::share()));
        assert!(pays(&mut purse, &mut bucket, now, 100));
        assert_eq!(purse.pay(now, Quota::share() - 100), Asked::Paid);
        assert_eq!(purse.pay(now, 7 * Quota::share()), Asked::Lacking(7 * Quota::share()));
    }

    #[test]
    fn what_is_empty_is_not_asked_for_again_before_its_time() {
        let (mut purse, now) = (Purse::default(), 1_000 * MINUTE);
        purse.found_empty(Bucket(now + MINUTE + 5));
        assert_eq!(purse.pay(now, 1), Asked::Empty(now + 6));
        assert_eq!(purse.pay(now + 6, 1), Asked::Lacking(Quota::share()));
        assert_eq!(
            purse.pay(now - 5 * MINUTE, 1),
            Asked::Lacking(Quota::share()),
            "the clock was set back"
        );
    }

    #[test]
    fn what_rests_is_given_back() {
        let (mut purse, now) = (Purse::default(), 1_000 * MINUTE);
        purse.put_in(500, Bucket(now + 1_000));
        assert_eq!(purse.pay(now, 100), Asked::Paid);
        assert_eq!(purse.resting_since(now - 1, now), None, "in use");
        assert_eq!(purse.resting_since(now, now), Some(400));
        assert_eq!(purse.pay_alone(now, 100, 1), Asked::Paid);
        assert_eq!(purse.resting_since(now, now), None, "it is remembered what was lent");
        assert_eq!(purse.resting_since(now, now + 100), Some(400));
    }

    #[test]
    fn alone_it_has_its_part_of_the_whole() {
        let (mut purse, now) = (Purse::default(), 1_000 * MINUTE);
        let paid = (0..1_000)
            .take_while(|_| purse.pay_alone(now, MINUTE / 100, 4) == Asked::Paid)
            .count();
        assert_eq!(paid, 25);
    }

    #[test]
    fn who_has_nothing_left_is_told_when_that_changes() {
        let (purse, now, quota) = (Purse::default(), 1_000 * MINUTE, Quota::of(600).unwrap());
        let standing = purse.standing(quota, now, Asked::Empty(now + 1_500_000));
        assert_eq!((standing.left, standing.retry_in), (0, Some(1_500_000)));
        assert_eq!(standing.admitted().unwrap_err().retry_after, Some(2));
        let standing = purse.standing(quota, now, Asked::Paid);
        assert_eq!(
            (standing.left, standing.resets_in, standing.admitted()),
            (600, 0, Ok(()))
        );
    }

    proptest! {
        /// Each process may have one share in hand beside what the bucket allows.
        #[test]
        fn several_processes_spend_no_more_than_one_would_and_their_shares(
            asks in prop::collection::vec((0_usize..4, 0_i64..500_000, 1_i64..=Quota::share()), 1..400)
        ) {
            let (begun, mut bucket, mut purses) = (1_000 * MINUTE, Bucket::default(), [Purse::default(); 4]);
            let (mut now, mut spent) = (begun, 0);
            for (process, later, time) in asks {
                now += later;
                if pays(&mut purses[process], &mut bucket, now, time) {
                    spent += time;
                }
                prop_assert!(spent <= MINUTE + (now - begun) + Quota::share());
            }
        }
    }
}
