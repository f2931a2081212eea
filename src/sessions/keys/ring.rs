//! Which key signs when, and which are accepted: decided by the moments from which keys sign, and nothing else, so that
//! replicas that know the same files do the same without a word to each other.
//!
//! ```text
//!           known, published        from             next.from        + OVERLAP
//!   ───────────┬───────────────────────┬───────────────────┬───────────────┬────▶
//!              │ accepted              │ accepted, signs   │ accepted      │ ended
//! ```

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::TokenKey;

/// How long a key is accepted after it signed last: the longest life of a token, and a minute for clocks that differ.
pub(super) const OVERLAP: SignedDuration = SignedDuration::from_mins(16);

/// Keys in the order in which they sign; there is at least one.
#[derive(Debug)]
pub(super) struct Ring(Vec<Arc<TokenKey>>);

/// What a key is good for at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum KeyState {
    /// Published and accepted; it will sign.
    Next,
    /// Signs.
    Signs,
    /// Signed until a short while ago; its tokens are still good.
    Accepted,
    /// Its last token has ended.
    Ended,
}

impl Ring {
    /// A ring of these keys; `None` where there are none.
    pub(super) fn new(mut keys: Vec<Arc<TokenKey>>) -> Option<Self> {
        keys.sort_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)));
        (!keys.is_empty()).then_some(Self(keys))
    }

    /// The key that signs: the latest whose time has come. A clock that was set back before all of them gets the first.
    pub(super) fn signing(&self, now: Timestamp) -> &Arc<TokenKey> {
        let begun = self.0.partition_point(|key| key.from <= now);
        &self.0[begun.saturating_sub(1)]
    }

    /// Each key with its state.
    pub(super) fn states(&self, now: Timestamp) -> impl Iterator<Item = (&Arc<TokenKey>, KeyState)> {
        let signing = self.0.partition_point(|key| key.from <= now).saturating_sub(1);
        self.0.iter().enumerate().map(move |(at, key)| {
            let state = if at > signing {
                KeyState::Next
            } else if at == signing {
                KeyState::Signs
            } else if now < self.ends(at) {
                KeyState::Accepted
            } else {
                KeyState::Ended
            };
            (key, state)
        })
    }

    /// Keys whose tokens are good, those that will sign among them.
    pub(super) fn accepted(&self, now: Timestamp) -> impl Iterator<Item = &Arc<TokenKey>> {
        let good = |(key, state)| (state != KeyState::Ended).then_some(key);
        self.states(now).filter_map(good)
    }

    /// The accepted key of that name.
    pub(super) fn named(&self, id: &str, now: Timestamp) -> Option<&Arc<TokenKey>> {
        self.accepted(now).find(|key| key.id == id)
    }

    /// Keys that ended so long ago that no clock in sight still accepts them.
    pub(super) fn long_ended(&self, now: Timestamp, ago: SignedDuration) -> impl Iterator<Item = &Arc<TokenKey>> {
        let then = now.checked_sub(ago).unwrap_or(Timestamp::MIN);
        self.states(then)
            .filter_map(|(key, state)| (state == KeyState::Ended).then_some(key))
    }

    /// When the last token of the key at a place ends: a while after the next one begins to sign.
    fn ends(&self, at: usize) -> Timestamp {
        let next = self.0.get(at + 1).map_or(Timestamp::MAX, |next| next.from);
        next.checked_add(OVERLAP).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        "2026-03-09T01:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minute)
    }

    fn ring(from: &[i64]) -> Ring {
        let keys = from.iter().zip(1_u8..);
        let keys = keys.map(|(minute, seed)| Arc::new(TokenKey::from_seed(&[seed; 32], at(*minute))));
        Ring::new(keys.collect()).unwrap()
    }

    fn states(ring: &Ring, minute: i64) -> Vec<&'static str> {
        ring.states(at(minute)).map(|(_, state)| state.into()).collect()
    }

    #[test]
    fn a_key_is_known_before_it_signs_and_accepted_after_it_did() {
        let ring = ring(&[0, 60]);
        for (minute, expected) in [
            (59, ["signs", "next"]),
            (60, ["accepted", "signs"]),
            (75, ["accepted", "signs"]),
            (76, ["ended", "signs"]),
        ] {
            assert_eq!(states(&ring, minute), expected, "{minute}");
        }
        assert_eq!(ring.accepted(at(76)).count(), 1);
    }

    #[test]
    fn a_clock_before_every_key_still_has_one_that_signs() {
        let ring = ring(&[0, 60]);
        assert_eq!(states(&ring, -5), ["signs", "next"]);
        assert_eq!(ring.signing(at(-5)).id, ring.signing(at(0)).id);
    }

    #[test]
    fn the_last_key_never_ends() {
        let ring = ring(&[0, 60]);
        assert_eq!(states(&ring, 60 * 24 * 365), ["ended", "signs"]);
        assert_eq!(ring.long_ended(at(75 + 60), SignedDuration::from_hours(1)).count(), 0);
        assert_eq!(ring.long_ended(at(76 + 60), SignedDuration::from_hours(1)).count(), 1);
    }
}
