//! Reasons while they are gathered: places instead of texts, so that a listing of which nothing comes costs no memory.

use super::{
    folding::Folded,
    model::Weights,
    price::Compared,
    score::{Field, Finding, Signal},
};

/// Reasons of one signal that are kept.
const MOST_OF_A_SIGNAL: usize = 8;

/// What a reason shows.
#[derive(Debug, Clone)]
pub(super) enum Shown {
    /// Words, by their place in the shape.
    Words(usize, usize),
    /// A price beside a reference.
    Price(Compared),
    /// A fact that needs no more words.
    Said(&'static str),
    /// A number of something.
    Count(&'static str, u32),
    /// Something else.
    Text(String),
}

/// A reason for one brand.
#[derive(Debug, Clone)]
pub(super) struct Reason {
    pub signal: Signal,
    pub strength: f64,
    pub shown: Shown,
    pub weight: f64,
}

/// All reasons for one brand.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    pub reasons: Vec<Reason>,
}

impl Draft {
    /// Adds a reason; of one signal only the first [`MOST_OF_A_SIGNAL`], because further ones add next to nothing.
    pub fn add(&mut self, signal: Signal, strength: f64, shown: Shown) {
        if self.reasons.iter().filter(|reason| reason.signal == signal).count() >= MOST_OF_A_SIGNAL {
            return;
        }
        self.reasons.push(Reason {
            signal,
            strength: strength.clamp(0.0, 1.0),
            shown,
            weight: 0.0,
        });
    }

    /// How strong a signal is, all its reasons together.
    pub fn strength(&self, signal: Signal) -> f64 {
        let of = self.reasons.iter().filter(|reason| reason.signal == signal);
        super::score::together(of.map(|reason| reason.strength))
    }

    /// Gives every reason its weight and sums them up. Of one signal each reason takes its share of what those before it
    /// left, so that together they never weigh more than the signal does.
    pub fn weigh(&mut self, weights: &Weights) -> f64 {
        let mut sum = 0.0;
        for at in 0..self.reasons.len() {
            let (before, rest) = self.reasons.split_at_mut(at);
            let Some(reason) = rest.first_mut() else { break };
            let earlier = before.iter().filter(|other| other.signal == reason.signal);
            let left: f64 = earlier.map(|other| 1.0 - other.strength).product();
            reason.weight = weights.of(reason.signal) * reason.strength * left;
            sum += reason.weight;
        }
        sum
    }

    /// The findings in words.
    pub fn findings(&self, text: &Folded) -> Vec<Finding> {
        self.reasons.iter().map(|reason| reason.finding(text)).collect()
    }
}

impl Reason {
    fn finding(&self, text: &Folded) -> Finding {
        let (words, field) = match &self.shown {
            Shown::Words(start, end) => (text.written_of(*start, *end).to_owned(), Some(field(text, *start))),
            Shown::Price(Compared { share, units, number }) => {
                let percent = share * 100.0;
                (
                    format!("{percent:.0} % of the reference of {number}, {units} units"),
                    None,
                )
            }
            Shown::Said(text) => ((*text).to_owned(), None),
            Shown::Count(text, count) => (format!("{count} {text}"), None),
            Shown::Text(text) => (text.clone(), None),
        };
        Finding {
            signal: self.signal,
            words,
            field,
            strength: self.strength,
            weight: self.weight,
        }
    }
}

fn field(text: &Folded, at: usize) -> Field {
    match text.field_of(at) {
        0 => Field::Title,
        1 => Field::Text,
        _ => Field::Seller,
    }
}
