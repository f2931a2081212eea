//! What each signal weighs: a version of a model, as data.
//!
//! The weights are those of a logistic regression: alliance-wide ones, and for each brand that has judged enough listings
//! what its own verdicts change about them. A model is never changed, only followed by the next version; the engine says
//! with every hit which one it used.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::score::{Link, SIGNALS, Signal};

/// The least that is likely enough, where a brand has not chosen.
pub const THRESHOLD: f64 = 0.5;

/// A version of the weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Its name, such as a number that counts up.
    pub version: String,
    /// The version it follows.
    #[serde(default)]
    pub follows: Option<String>,
    /// How many verdicts it was trained on; none of the one that people wrote.
    #[serde(default)]
    pub verdicts: u32,
    /// Alliance-wide weights. A signal that is missing weighs nothing.
    pub weights: BTreeMap<Signal, f64>,
    /// Makes a sum a probability.
    #[serde(default)]
    pub link: Link,
    /// What is different for a brand, by its code.
    #[serde(default)]
    pub brands: BTreeMap<String, Correction>,
}

/// What is different for one brand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// Added to the alliance-wide weights.
    pub weights: BTreeMap<Signal, f64>,
    /// Its own link, where it has judged enough for one.
    pub link: Option<Link>,
    /// The least probability that the brand wants to see.
    pub threshold: Option<f64>,
}

impl Default for Model {
    /// The version that people wrote, before any verdict. Its numbers are judgements: an open word or a known picture of a
    /// fake is nearly enough by itself, a price alone is not, and honest claims weigh next to nothing.
    fn default() -> Self {
        let weights = [
            (Signal::Base, -4.0),
            (Signal::BentName, 2.5),
            (Signal::MisspeltName, 1.5),
            (Signal::SoundName, 1.0),
            (Signal::OpenWord, 5.5),
            (Signal::Jargon, 3.0),
            (Signal::ContextWord, 0.5),
            (Signal::Allegation, 1.5),
            (Signal::FakeFeature, 4.0),
            (Signal::LowPrice, 3.5),
            (Signal::SaysGenuine, 0.1),
            (Signal::ClaimsOfficial, 0.8),
            (Signal::Imitation, 1.5),
            (Signal::Stuffing, 1.5),
            (Signal::RepeatSeller, 3.5),
            (Signal::ClearedSeller, -2.0),
            (Signal::NewSeller, 0.5),
            (Signal::Relisted, 4.0),
            (Signal::FakePicture, 5.0),
            (Signal::BorrowedPicture, 1.0),
            (Signal::SharedPicture, 0.8),
            (Signal::LookAlikeDomain, 4.0),
            (Signal::BaitDomain, 2.5),
            (Signal::Campaign, 2.0),
            (Signal::WatchedSeller, 1.5),
        ];
        Self {
            version: "written-1".to_owned(),
            follows: None,
            verdicts: 0,
            weights: weights.into(),
            link: Link::default(),
            brands: BTreeMap::new(),
        }
    }
}

/// The weights of one brand, ready for use.
#[derive(Debug, Clone)]
pub struct Weights {
    weights: [f64; SIGNALS],
    /// Makes a sum a probability.
    pub link: Link,
    /// The least probability that is likely enough.
    pub threshold: f64,
}

impl Weights {
    /// What one signal weighs.
    #[must_use]
    pub fn of(&self, signal: Signal) -> f64 {
        self.weights[signal as usize]
    }
}

impl Model {
    /// The weights for a brand.
    #[must_use]
    pub fn weights_for(&self, brand: &str) -> Weights {
        let correction = self.brands.get(brand);
        let of = |weights: &BTreeMap<Signal, f64>, signal| weights.get(&signal).copied().unwrap_or_default();
        let mut weights = [0.0; SIGNALS];
        for signal in Signal::iter() {
            let own = correction.map_or(0.0, |correction| of(&correction.weights, signal));
            weights[signal as usize] = of(&self.weights, signal) + own;
        }
        Weights {
            weights,
            link: correction.and_then(|correction| correction.link).unwrap_or(self.link),
            threshold: correction
                .and_then(|correction| correction.threshold)
                .unwrap_or(THRESHOLD),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_s_weights_are_the_alliance_s_and_its_own() {
        let mut model = Model::default();
        let correction = Correction {
            weights: BTreeMap::from([(Signal::Jargon, -1.0)]),
            link: None,
            threshold: Some(0.8),
        };
        model.brands.insert("a".to_owned(), correction);
        let (one, other) = (model.weights_for("a"), model.weights_for("b"));
        assert!((one.of(Signal::Jargon) - other.of(Signal::Jargon) + 1.0).abs() < 1e-12);
        assert!((one.of(Signal::OpenWord) - other.of(Signal::OpenWord)).abs() < 1e-12);
        assert_eq!((one.threshold, other.threshold), (0.8, THRESHOLD));
    }

    #[test]
    fn a_model_is_data() {
        let model = Model::default();
        let text = serde_json::to_string(&model).unwrap();
        assert_eq!(serde_json::from_str::<Model>(&text).unwrap(), model);
    }
}
