//! The next version of a model, and how good it is on verdicts that it has not seen.
//!
//! Everything that is told of a version is told by models that were learnt on other verdicts than they are tried on: the
//! verdicts are cut into parts, and each part is judged by a model of the others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::{
    measure::{Counts, Share},
    model::Model,
    score::{Link, Signal},
    training::{FEWEST_OF_A_BRAND, TrainingError, Verdict, train},
};

/// Parts that verdicts are cut into.
const PARTS: usize = 4;
/// Places on the curve: every twentieth.
const PLACES: u32 = 20;

/// A place on the curve: what would come of a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The least probability, 0 to 1.
    pub threshold: f64,
    /// Of the suspects, those that infringe.
    pub precision: Share,
    /// Of what infringes, the suspects.
    pub recall: Share,
}

/// What signals weigh for one scope, by itself: a brand's does not move when the alliance's does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    /// The weights; a signal that is missing weighs nothing.
    pub weights: BTreeMap<Signal, f64>,
    /// Makes a sum a probability.
    pub link: Link,
}

/// A version that was learnt.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// What signals weigh.
    pub fixed: Fixed,
    /// Verdicts of the scope that infringe.
    pub confirmed: usize,
    /// Verdicts of the scope that do not.
    pub cleared: usize,
    /// Precision and recall for thresholds, on verdicts that the weights had not seen; empty where there were too few.
    pub curve: Vec<Place>,
}

/// Why nothing was learnt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LearningError {
    /// As the training says.
    #[error(transparent)]
    Training(#[from] TrainingError),
    /// The brand has judged too few.
    #[error(
        "{confirmed} confirmed and {cleared} cleared verdicts of the brand are too few: at least {FEWEST_OF_A_BRAND} of each \
         are needed"
    )]
    TooFewOfBrand {
        /// Verdicts that infringe.
        confirmed: usize,
        /// Verdicts that do not.
        cleared: usize,
    },
}

/// Learns a version for the alliance, or with `brand` for that brand.
///
/// # Errors
/// When there are too few verdicts, or no weights can be found.
pub fn learn(verdicts: &[Verdict], brand: Option<&str>) -> Result<Learnt, LearningError> {
    // Only the scope's own brand is told from the others: no other one's weights are asked for.
    let told: Vec<Verdict> = verdicts
        .iter()
        .map(|verdict| Verdict {
            brand: brand
                .filter(|brand| verdict.brand == *brand)
                .unwrap_or_default()
                .to_owned(),
            ..verdict.clone()
        })
        .collect();
    let is_own = |verdict: &&Verdict| brand.is_none_or(|brand| verdict.brand == brand);
    let confirmed = told.iter().filter(is_own).filter(|verdict| verdict.infringes).count();
    let cleared = told.iter().filter(is_own).count() - confirmed;
    if brand.is_some() && confirmed.min(cleared) < FEWEST_OF_A_BRAND {
        return Err(LearningError::TooFewOfBrand { confirmed, cleared });
    }
    let model = train(&told, "", &Model::default())?;
    let mut judged = Vec::new();
    for part in 0..PARTS {
        let (unseen, seen): (Vec<_>, Vec<_>) = told.iter().cloned().enumerate().partition(|(at, _)| at % PARTS == part);
        let seen: Vec<Verdict> = seen.into_iter().map(|(_, verdict)| verdict).collect();
        // A part without enough of both kinds beside it is left out of the figures.
        let Ok(of_others) = train(&seen, "", &Model::default()) else {
            continue;
        };
        let fixed = Fixed::of(&of_others, brand);
        let unseen = unseen.iter().map(|(_, verdict)| verdict).filter(is_own);
        judged.extend(unseen.map(|verdict| (fixed.probability(verdict), verdict.infringes)));
    }
    Ok(Learnt {
        fixed: Fixed::of(&model, brand),
        confirmed,
        cleared,
        curve: curve(&judged),
    })
}

fn curve(judged: &[(f64, bool)]) -> Vec<Place> {
    if judged.is_empty() {
        return Vec::new();
    }
    let place = |step: u32| {
        let threshold = f64::from(step) / f64::from(PLACES);
        let pairs = judged
            .iter()
            .map(|(probability, infringes)| (*probability >= threshold, *infringes));
        let counts = Counts::of(pairs);
        Place {
            threshold,
            precision: counts.precision(),
            recall: counts.recall(),
        }
    };
    (1..PLACES).map(place).collect()
}

impl Fixed {
    /// What a model weighs, for everybody or for a brand.
    #[must_use]
    pub fn of(model: &Model, brand: Option<&str>) -> Self {
        let of = model.weights_for(brand.unwrap_or_default());
        let weights = Signal::iter().map(|signal| (signal, of.of(signal)));
        // For everybody: what all verdicts agree on, without what those of no told brand change about it.
        let (weights, link): (BTreeMap<Signal, f64>, Link) = match brand {
            Some(_) => (weights.filter(|(_, weight)| weight.abs() > 1e-9).collect(), of.link),
            None => (model.weights.clone(), model.link),
        };
        Self { weights, link }
    }

    fn weight(&self, signal: Signal) -> f64 {
        self.weights.get(&signal).copied().unwrap_or_default()
    }

    /// How likely what was judged infringes, by these weights.
    #[must_use]
    pub fn probability(&self, verdict: &Verdict) -> f64 {
        let strengths = verdict.strengths.iter();
        let sum = strengths.fold(self.weight(Signal::Base), |sum, (signal, strength)| {
            sum + self.weight(*signal) * strength
        });
        self.link.probability(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(brand: &str, count: usize) -> Vec<Verdict> {
        let verdict = |at: usize| {
            let infringes = at % 2 == 0;
            let strength = f64::from(u8::from(infringes != (at % 10 == 0)));
            Verdict {
                brand: brand.to_owned(),
                strengths: BTreeMap::from([(Signal::Jargon, strength)]),
                infringes,
            }
        };
        (0..count).map(verdict).collect()
    }

    #[test]
    fn a_version_is_told_with_its_curve() {
        let learnt = learn(&verdicts("a", 200), None).unwrap();
        assert_eq!((learnt.confirmed, learnt.cleared), (100, 100));
        assert_eq!(learnt.curve.len(), 19);
        let recalls: Vec<usize> = learnt.curve.iter().map(|place| place.recall.of).collect();
        assert!(recalls.is_sorted_by(|one, other| one >= other), "{recalls:?}");
        let middle = learnt.curve[9].precision;
        assert!(
            middle.low <= middle.share && middle.share <= middle.high && middle.share > 0.7,
            "{middle:?}"
        );
    }

    #[test]
    fn a_brand_needs_verdicts_of_its_own() {
        let mut all = verdicts("a", 200);
        all.extend(verdicts("b", 30));
        assert!(matches!(
            learn(&all, Some("b")),
            Err(LearningError::TooFewOfBrand {
                confirmed: 15,
                cleared: 15
            })
        ));
        let learnt = learn(&all, Some("a")).unwrap();
        assert_eq!(learnt.confirmed + learnt.cleared, 200);
        assert!(learnt.fixed.weights[&Signal::Jargon] > 0.0);
        assert!(matches!(
            learn(&verdicts("a", 4), None),
            Err(LearningError::Training(_))
        ));
    }
}
