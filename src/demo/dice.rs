//! Seeded choices: the same demo at every run.

use std::ops::RangeInclusive;

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

/// Whatever the demo leaves to chance.
pub(super) struct Dice(StdRng);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    pub(super) fn between(&mut self, range: RangeInclusive<i64>) -> i64 {
        self.0.random_range(range)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: i64) -> bool {
        self.between(1..=100) <= percent
    }

    /// One of several; the tables it is asked for are never empty.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.0.random_range(0..of.len())]
    }

    /// The text with a random digit for each `#`.
    pub(super) fn digits(&mut self, pattern: &str) -> String {
        let digit = |character: char, dice: &mut Self| match character {
            '#' => char::from(b'0' + u8::try_from(dice.between(0..=9)).unwrap_or_default()),
            other => other,
        };
        pattern.chars().map(|character| digit(character, self)).collect()
    }
}
