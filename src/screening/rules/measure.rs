//! How good a version is: precision and recall with intervals, the curve from which a brand chooses its threshold, and
//! whether one way of screening is really better than another.

use serde::{Deserialize, Serialize};

/// A share of a whole with its Wilson 95 % interval (E. B. Wilson, 1927), which is right for small numbers and at the ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub of: usize,
    /// Of how many.
    pub all: usize,
    /// The share; 0 of nothing.
    pub share: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Share {
    /// So many of so many.
    #[must_use]
    pub fn new(of: usize, all: usize) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        if all == 0 {
            return Self {
                of,
                all,
                share: 0.0,
                low: 0.0,
                high: 1.0,
            };
        }
        let (count, share) = (all as f64, of as f64 / all as f64);
        let spread = 1.0 + Z * Z / count;
        let middle = (share + Z * Z / (2.0 * count)) / spread;
        let half = Z / spread * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
        Self {
            of,
            all,
            share,
            low: (middle - half).clamp(0.0, share),
            high: (middle + half).clamp(share, 1.0),
        }
    }
}

/// What came of a way of screening at one threshold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Suspects that infringe.
    pub right: usize,
    /// Suspects that do not.
    pub wrong: usize,
    /// What infringes and was no suspect.
    pub missed: usize,
    /// What does not and was none.
    pub left: usize,
}

impl Counts {
    /// Counts pairs of whether it was a suspect and whether it infringes.
    #[must_use]
    pub fn of(pairs: impl IntoIterator<Item = (bool, bool)>) -> Self {
        pairs.into_iter().fold(Self::default(), |mut counts, pair| {
            match pair {
                (true, true) => counts.right += 1,
                (true, false) => counts.wrong += 1,
                (false, true) => counts.missed += 1,
                (false, false) => counts.left += 1,
            }
            counts
        })
    }

    /// Of the suspects, those that infringe.
    #[must_use]
    pub fn precision(&self) -> Share {
        Share::new(self.right, self.right + self.wrong)
    }

    /// Of what infringes, the suspects.
    #[must_use]
    pub fn recall(&self) -> Share {
        Share::new(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall; 0 where nothing was right.
    #[must_use]
    pub fn f1(&self) -> f64 {
        if self.right == 0 {
            return 0.0;
        }
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed) as f64
    }
}

/// A place on the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The least probability that makes a suspect.
    pub threshold: f64,
    /// Of the suspects, those that infringe.
    pub precision: Share,
    /// Of what infringes, the suspects.
    pub recall: Share,
}

/// The curve over all probabilities that occur, from the lowest.
#[must_use]
pub fn curve(judged: &[(f64, bool)]) -> Vec<Point> {
    let mut thresholds: Vec<f64> = judged.iter().map(|(probability, _)| *probability).collect();
    thresholds.sort_unstable_by(f64::total_cmp);
    thresholds.dedup();
    let point = |threshold: f64| {
        let counts = Counts::of(
            judged
                .iter()
                .map(|(probability, infringes)| (*probability >= threshold, *infringes)),
        );
        Point {
            threshold,
            precision: counts.precision(),
            recall: counts.recall(),
        }
    };
    thresholds.into_iter().map(point).collect()
}

/// How far one way of screening is ahead of another, on the same rows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The difference on all rows.
    pub difference: f64,
    /// The lower end of the 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Difference {
    /// Whether it is a difference at all: the interval excludes 0.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// The paired bootstrap: rows are drawn again and again, with what both ways said about them, and the figure is computed
/// for both (Efron and Tibshirani, 1993). The same seed gives the same answer.
pub fn compare<R>(rows: &[R], rounds: usize, seed: u64, figure: impl Fn(&[&R]) -> (f64, f64)) -> Difference {
    let all: Vec<&R> = rows.iter().collect();
    let difference = |rows: &[&R]| {
        let (one, other) = figure(rows);
        one - other
    };
    let mut state = seed;
    let mut drawn = Vec::with_capacity(rows.len());
    let mut differences: Vec<f64> = (0..rounds)
        .map(|_| {
            drawn.clear();
            drawn.extend((0..rows.len()).map(|_| all[below(&mut state, rows.len())]));
            difference(&drawn)
        })
        .collect();
    differences.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        differences
            .get((share * (rounds as f64 - 1.0)).round() as usize)
            .copied()
            .unwrap_or_default()
    };
    Difference {
        difference: difference(&all),
        low: at(0.025),
        high: at(0.975),
    }
}

/// The next number below `end` of a small generator (SplitMix64): the draw must be the same in every run, nothing more.
fn below(state: &mut u64, end: usize) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn intervals_are_wilson_s() {
        let near =
            |share: Share, low: f64, high: f64| (share.low - low).abs() < 5e-4 && (share.high - high).abs() < 5e-4;
        assert!(near(Share::new(5, 10), 0.2366, 0.7634));
        assert!(near(Share::new(0, 10), 0.0, 0.2775));
        assert!(near(Share::new(10, 10), 0.7225, 1.0));
        assert!(near(Share::new(1, 29), 0.0061, 0.1718));
        assert!(near(Share::new(0, 0), 0.0, 1.0));
    }

    #[test]
    fn the_curve_goes_from_all_to_few() {
        let judged = [(0.9, true), (0.8, true), (0.7, false), (0.1, true), (0.1, false)];
        let curve = curve(&judged);
        let recalls: Vec<usize> = curve.iter().map(|point| point.recall.of).collect();
        assert_eq!(recalls, [3, 2, 2, 1]);
        assert_eq!((curve[3].precision.of, curve[3].precision.all), (1, 1));
    }

    #[test]
    fn a_real_difference_is_told_from_chance() {
        let rows: Vec<(bool, bool)> = (0..100).map(|at| (true, at % 2 == 0)).collect();
        let share = |rows: &[&(bool, bool)]| {
            let of = |side: fn(&(bool, bool)) -> bool| {
                rows.iter().filter(|row| side(row)).count() as f64 / rows.len() as f64
            };
            (of(|row| row.0), of(|row| row.1))
        };
        let difference = compare(&rows, 1_000, 1, share);
        assert!(difference.is_real() && (difference.difference - 0.5).abs() < 1e-9);
        assert_eq!(difference, compare(&rows, 1_000, 1, share));
        let rows: Vec<(bool, bool)> = (0..100).map(|at| (at % 2 == 0, at % 2 == 1)).collect();
        assert!(!compare(&rows, 1_000, 1, share).is_real());
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_share(all in 0_usize..1_000, part in 0.0..=1.0) {
            let of = (all as f64 * part) as usize;
            let share = Share::new(of, all);
            prop_assert!(0.0 <= share.low && share.low <= share.share && share.share <= share.high && share.high <= 1.0);
        }

        #[test]
        fn a_higher_threshold_never_recalls_more(judged in proptest::collection::vec((0.0..1.0, any::<bool>()), 0..60)) {
            let curve = curve(&judged);
            prop_assert!(curve.windows(2).all(|pair| pair[0].recall.of >= pair[1].recall.of));
        }
    }
}
