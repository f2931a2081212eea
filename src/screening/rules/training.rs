//! Verdicts make weights: a logistic regression over signals, alliance-wide, and for each brand what its own verdicts
//! change about it.
//!
//! A brand with few verdicts must not get weights of its own from them. So for a brand every signal is there twice, once
//! for everybody and once for the brand alone, and both are held back by the same penalty: what all verdicts agree on goes
//! into the shared half, and only what the brand's verdicts insist on into its own (H. Daumé III, "Frustratingly easy
//! domain adaptation", 2007). That is the same as a prior for the brand around the alliance.
//!
//! Probabilities are calibrated on verdicts that the weights have not seen: the verdicts are cut into parts, each is scored
//! by weights from the others, and a link is fitted to these sums (J. Platt, 1999).

use std::collections::BTreeMap;

use linfa::{Dataset, traits::Fit as _};
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2};
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::{
    model::{Correction, Model},
    score::{Link, SIGNALS, Score, Signal},
};

/// A brand with fewer verdicts of either kind has no weights of its own.
pub const FEWEST_OF_A_BRAND: usize = 20;
/// With fewer verdicts of either kind, nothing is learnt at all.
pub const FEWEST: usize = 10;
/// Parts that verdicts are cut into for calibration.
const PARTS: usize = 5;
/// How much weights are held back. The larger, the closer they stay to nothing.
const PENALTY: f64 = 1.0;
const ROUNDS: u64 = 500;

/// A verdict on a listing that was screened: how strong each signal was, and what the right holder said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The brand's code.
    pub brand: String,
    /// How strong each signal was, 0 to 1; those that are missing were not there.
    pub strengths: BTreeMap<Signal, f64>,
    /// Whether it infringes.
    pub infringes: bool,
}

impl Verdict {
    /// The verdict on a score.
    #[must_use]
    pub fn on(score: &Score, infringes: bool) -> Self {
        let strengths = Signal::iter()
            .filter(|signal| is_learnt(*signal))
            .map(|signal| (signal, score.strength(signal)));
        Self {
            brand: score.brand.clone(),
            strengths: strengths.filter(|(_, strength)| *strength > 0.0).collect(),
            infringes,
        }
    }

    fn strength(&self, signal: Signal) -> f64 {
        self.strengths.get(&signal).copied().unwrap_or_default()
    }
}

/// Guards are not learnt: no verdict may weaken them. The base is learnt as what is always there.
const fn is_learnt(signal: Signal) -> bool {
    !matches!(signal, Signal::Base | Signal::Disclosed | Signal::AuthorizedSeller)
}

/// Why nothing was learnt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrainingError {
    /// Too few of one kind.
    #[error("{confirmed} confirmed and {cleared} cleared verdicts are too few: at least {FEWEST} of each are needed")]
    TooFew {
        /// Verdicts that infringe.
        confirmed: usize,
        /// Verdicts that do not.
        cleared: usize,
    },
    /// The regression found no answer.
    #[error("the regression found no answer: {0}")]
    Regression(String),
}

/// Learns the next version from all verdicts.
///
/// # Errors
/// When there are too few verdicts, or no weights can be found.
pub fn train(verdicts: &[Verdict], version: &str, before: &Model) -> Result<Model, TrainingError> {
    let (confirmed, cleared) = counted(verdicts.iter());
    if confirmed.min(cleared) < FEWEST {
        return Err(TrainingError::TooFew { confirmed, cleared });
    }
    let all: Vec<&Verdict> = verdicts.iter().collect();
    let shared = learn(&all, None)?;
    let mut brands = BTreeMap::new();
    for brand in enough(verdicts) {
        let own = learn(&all, Some(brand))?;
        let weights = Signal::iter().map(|signal| (signal, own.of(signal, Some(brand)) - shared.of(signal, None)));
        let correction = Correction {
            weights: weights.filter(|(_, weight)| weight.abs() > 1e-9).collect(),
            link: Some(calibrate(&all, Some(brand))?),
            threshold: None,
        };
        brands.insert(brand.to_owned(), correction);
    }
    // What a brand chose to see stays its choice.
    for (brand, correction) in &before.brands {
        if correction.threshold.is_some() {
            brands.entry(brand.clone()).or_default().threshold = correction.threshold;
        }
    }
    Ok(Model {
        version: version.to_owned(),
        follows: Some(before.version.clone()),
        verdicts: verdicts.len() as u32,
        weights: Signal::iter()
            .map(|signal| (signal, shared.of(signal, None)))
            .filter(|(_, weight)| weight.abs() > 1e-9)
            .collect(),
        link: calibrate(&all, None)?,
        brands,
    })
}

fn counted<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> (usize, usize) {
    verdicts.fold((0, 0), |(confirmed, cleared), verdict| {
        if verdict.infringes {
            (confirmed + 1, cleared)
        } else {
            (confirmed, cleared + 1)
        }
    })
}

/// The brands that have judged enough.
fn enough(verdicts: &[Verdict]) -> Vec<&str> {
    let mut brands: Vec<&str> = verdicts.iter().map(|verdict| verdict.brand.as_str()).collect();
    brands.sort_unstable();
    brands.dedup();
    brands.retain(|brand| {
        let (confirmed, cleared) = counted(verdicts.iter().filter(|verdict| verdict.brand == *brand));
        confirmed.min(cleared) >= FEWEST_OF_A_BRAND
    });
    brands
}

/// Weights as a regression finds them: the shared half, and a brand's own.
struct Learnt {
    shared: Vec<f64>,
    own: Vec<f64>,
}

impl Learnt {
    fn of(&self, signal: Signal, brand: Option<&str>) -> f64 {
        let at = signal as usize;
        self.shared[at] + if brand.is_some() { self.own[at] } else { 0.0 }
    }

    fn sum(&self, verdict: &Verdict, brand: Option<&str>) -> f64 {
        let mine = brand.filter(|brand| verdict.brand == *brand);
        let base = self.of(Signal::Base, mine);
        Signal::iter()
            .filter(|signal| is_learnt(*signal))
            .fold(base, |sum, signal| {
                sum + self.of(signal, mine) * verdict.strength(signal)
            })
    }
}

/// Twice as many columns with a brand: the second half is filled for its own verdicts only.
fn learn(verdicts: &[&Verdict], brand: Option<&str>) -> Result<Learnt, TrainingError> {
    let columns = if brand.is_some() { SIGNALS * 2 } else { SIGNALS };
    let mut rows = Array2::<f64>::zeros((verdicts.len(), columns));
    for (at, verdict) in verdicts.iter().enumerate() {
        let is_own = brand == Some(verdict.brand.as_str());
        let mut put = |signal: Signal, strength: f64| {
            rows[[at, signal as usize]] = strength;
            if is_own {
                rows[[at, SIGNALS + signal as usize]] = strength;
            }
        };
        verdict
            .strengths
            .iter()
            .filter(|(signal, _)| is_learnt(**signal))
            .for_each(|(signal, strength)| put(*signal, *strength));
        // The shared base is the regression's own; only a brand's needs a column.
        if is_own {
            rows[[at, SIGNALS + Signal::Base as usize]] = 1.0;
        }
    }
    let targets = verdicts.iter().map(|verdict| verdict.infringes);
    let (mut weights, base) = regress(rows, targets.collect(), PENALTY)?;
    weights[Signal::Base as usize] = base;
    let own = if brand.is_some() {
        weights.split_off(SIGNALS)
    } else {
        vec![0.0; SIGNALS]
    };
    Ok(Learnt { shared: weights, own })
}

/// A logistic regression: a weight for each column, and the base.
///
/// # Errors
/// When no answer is found.
pub fn regress(rows: Array2<f64>, targets: Array1<bool>, penalty: f64) -> Result<(Vec<f64>, f64), TrainingError> {
    let regression = LogisticRegression::default()
        .alpha(penalty)
        .max_iterations(ROUNDS)
        .gradient_tolerance(1e-6);
    // The library calls one of the classes positive by its own rule, so it is asked which.
    let fitted = regression
        .fit(&Dataset::new(rows, targets))
        .map_err(|error| TrainingError::Regression(error.to_string()))?;
    let sign = if fitted.labels().pos.class { 1.0 } else { -1.0 };
    let weights: Vec<f64> = fitted.params().iter().map(|weight| weight * sign).collect();
    let base = fitted.intercept() * sign;
    let are_finite = base.is_finite() && weights.iter().all(|weight| weight.is_finite());
    are_finite
        .then_some((weights, base))
        .ok_or_else(|| TrainingError::Regression("weights without bounds".to_owned()))
}

/// The link from sums to probabilities, on verdicts that the weights behind the sums have not seen. With a brand, on the
/// brand's own.
fn calibrate(verdicts: &[&Verdict], brand: Option<&str>) -> Result<Link, TrainingError> {
    let mut sums = Vec::new();
    for part in 0..PARTS {
        let (seen, unseen): (Vec<_>, Vec<_>) = verdicts.iter().enumerate().partition(|(at, _)| part_of(*at) != part);
        let seen: Vec<&Verdict> = seen.into_iter().map(|(_, verdict)| *verdict).collect();
        let (confirmed, cleared) = counted(seen.iter().copied());
        if confirmed.min(cleared) == 0 {
            continue;
        }
        let learnt = learn(&seen, brand)?;
        let unseen = unseen.into_iter().map(|(_, verdict)| *verdict);
        let mine = unseen.filter(|verdict| brand.is_none_or(|brand| verdict.brand == brand));
        sums.extend(mine.map(|verdict| (learnt.sum(verdict, brand), verdict.infringes)));
    }
    link(&sums)
}

/// The part that a verdict falls into: by chance as far as the order of verdicts goes, which may repeat itself, and the
/// same in every run.
const fn part_of(at: usize) -> usize {
    ((at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % PARTS
}

/// Fits a link to sums and what became of them. One that would turn evidence round is left as it was.
fn link(sums: &[(f64, bool)]) -> Result<Link, TrainingError> {
    let confirmed = sums.iter().filter(|(_, infringes)| *infringes).count();
    if confirmed == 0 || confirmed == sums.len() {
        return Ok(Link::default());
    }
    let rows = Array2::from_shape_fn((sums.len(), 1), |(at, _)| sums[at].0);
    let (weights, offset) = regress(rows, sums.iter().map(|(_, infringes)| *infringes).collect(), 1e-3)?;
    let slope = weights.first().copied().unwrap_or(1.0);
    Ok(if slope > 0.0 {
        Link { slope, offset }
    } else {
        Link::default()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn verdict(brand: &str, signals: &[(Signal, f64)], infringes: bool) -> Verdict {
        Verdict {
            brand: brand.to_owned(),
            strengths: signals.iter().copied().collect(),
            infringes,
        }
    }

    /// Jargon tells fakes from others; for the brand `odd` it says nothing and a low price does.
    fn verdicts(of_odd: usize) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        for at in 0..200 {
            let fake = at % 4 == 0;
            let slip = at % 20 == 1;
            let strength = f64::from(fake != slip);
            verdicts.push(verdict(
                "a",
                &[(Signal::Jargon, strength), (Signal::LowPrice, f64::from(at / 4 % 2))],
                fake,
            ));
        }
        for at in 0..of_odd {
            let fake = at % 2 == 0;
            verdicts.push(verdict(
                "odd",
                &[
                    (Signal::Jargon, f64::from(at % 4 < 2)),
                    (Signal::LowPrice, f64::from(fake)),
                ],
                fake,
            ));
        }
        verdicts
    }

    #[test]
    fn what_tells_fakes_from_others_gets_weight() {
        let model = train(&verdicts(0), "2", &Model::default()).unwrap();
        let weight = |signal| model.weights.get(&signal).copied().unwrap_or_default();
        assert!(weight(Signal::Jargon) > 2.0, "{model:?}");
        assert!(weight(Signal::LowPrice).abs() < 1.0, "{model:?}");
        assert_eq!((model.verdicts, model.follows.as_deref()), (200, Some("written-1")));
        assert!(model.link.slope > 0.0);
    }

    #[test]
    fn a_brand_with_enough_verdicts_has_weights_of_its_own() {
        let few = train(&verdicts(30), "2", &Model::default()).unwrap();
        assert!(!few.brands.contains_key("odd"));
        let model = train(&verdicts(120), "2", &Model::default()).unwrap();
        let (odd, other) = (model.weights_for("odd"), model.weights_for("a"));
        assert!(odd.of(Signal::LowPrice) > other.of(Signal::LowPrice) + 1.0, "{model:?}");
        assert!(odd.of(Signal::Jargon) < other.of(Signal::Jargon) - 0.5, "{model:?}");
    }

    #[test]
    fn probabilities_are_those_that_come_true() {
        let verdicts = verdicts(0);
        let model = train(&verdicts, "2", &Model::default()).unwrap();
        let weights = model.weights_for("a");
        let probability = |verdict: &Verdict| {
            let sum = verdict
                .strengths
                .iter()
                .map(|(signal, strength)| weights.of(*signal) * strength)
                .sum::<f64>();
            weights.link.probability(sum + weights.of(Signal::Base))
        };
        let expected: f64 = verdicts.iter().map(probability).sum();
        assert!((expected - 50.0).abs() < 5.0, "{expected} of 50");
    }

    #[test]
    fn too_few_verdicts_teach_nothing() {
        let few = &verdicts(0)[..20];
        assert_eq!(
            train(few, "2", &Model::default()),
            Err(TrainingError::TooFew {
                confirmed: 5,
                cleared: 15
            })
        );
    }

    #[test]
    fn what_a_brand_chose_to_see_stays() {
        let mut before = Model::default();
        before.brands.entry("x".to_owned()).or_default().threshold = Some(0.9);
        let model = train(&verdicts(0), "2", &before).unwrap();
        assert_eq!(model.weights_for("x").threshold, 0.9);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn the_same_verdicts_teach_the_same(seed in any::<u64>()) {
            let bit = |at: u64| seed.rotate_left((at % 64) as u32) & 1 == 1;
            let all: Vec<Verdict> = (0..60).map(|at| verdict("a", &[(Signal::Jargon, f64::from(bit(at)))], bit(at * 7 + 3))).collect();
            prop_assert_eq!(train(&all, "2", &Model::default()), train(&all, "2", &Model::default()));
        }
    }
}
