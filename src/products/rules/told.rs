//! What of a sheet screening may look for, and in which words.

use super::Detectability;
use crate::{permissions::audience::Tlp, platform::text::fold, referrals::rules::ValuationBasis};

/// Most phrases that are taken of a feature.
const MOST_PHRASES: usize = 5;
/// The longest phrase that anybody writes in a listing, in characters.
const LONGEST_PHRASE: usize = 60;
/// What ends a phrase.
const MARKS: &str = ".,;:!?()\n。，、；：！？（）";
/// Fewest letters and digits of a model number that is looked for: shorter ones are sizes and counts.
const SHORTEST_NUMBER: usize = 3;

/// Whether words of a feature may show up in a finding, which agents read, too: plain to see, and not stricter than AMBER.
/// That the desk reads it has to be seen by its sheet.
#[must_use]
pub fn may_be_found(detectability: Detectability, tlp: Tlp) -> bool {
    match detectability {
        Detectability::Overt => tlp <= Tlp::Amber,
        Detectability::Covert | Detectability::Forensic => false,
    }
}

/// Whether a price is what a genuine unit costs: prices of a market have fakes in them.
#[must_use]
pub fn is_reference(basis: ValuationBasis) -> bool {
    match basis {
        ValuationBasis::GenuinePrice => true,
        ValuationBasis::ActualSalePrice
        | ValuationBasis::MarkedPrice
        | ValuationBasis::MarketMedian
        | ValuationBasis::OfficialAppraisal => false,
    }
}

/// Whether a model number tells anything where it stands in a listing.
#[must_use]
pub fn is_telling(number: &str) -> bool {
    number.chars().filter(|letter| letter.is_alphanumeric()).count() >= SHORTEST_NUMBER
}

/// The phrases of what fakes have that a listing may have, too, each once: what stands between two marks, of two words or
/// three Chinese characters at least, and nothing that is said of the genuine article as well.
#[must_use]
pub fn phrases(fake: &str, genuine: &str) -> Vec<String> {
    let genuine = fold(genuine);
    let (mut phrases, mut known): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for part in fake.split(|letter: char| MARKS.contains(letter)) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let phrase = words.join(" ");
        let is_long_enough = words.len() >= 2 || phrase.chars().filter(is_chinese).count() >= 3;
        let is_short_enough = phrase.chars().count() <= LONGEST_PHRASE;
        let plain = fold(&phrase);
        if is_long_enough && is_short_enough && !genuine.contains(&plain) && !known.contains(&plain) {
            known.push(plain);
            phrases.push(phrase);
        }
    }
    phrases.truncate(MOST_PHRASES);
    phrases
}

fn is_chinese(letter: &char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(letter)
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn nothing_red_and_nothing_hidden_is_looked_for() {
        for detectability in Detectability::VARIANTS {
            for tlp in Tlp::VARIANTS {
                let expected = *detectability == Detectability::Overt && !matches!(tlp, Tlp::AmberStrict | Tlp::Red);
                assert_eq!(
                    may_be_found(*detectability, *tlp),
                    expected,
                    "{detectability:?} {tlp:?}"
                );
            }
        }
    }

    #[test]
    fn phrases_are_what_only_fakes_have() {
        let found = phrases(
            "Printed, with soft edges; silver  clasp. Silver clasp\n做工粗糙，银扣",
            "Engraved, with soft edges",
        );
        assert_eq!(found, ["silver clasp", "做工粗糙"]);
        assert!(phrases(&"very long ".repeat(20), "").is_empty());
    }

    #[test]
    fn short_numbers_tell_nothing() {
        assert!(is_telling("TD-3") && is_telling("664"));
        assert!(!is_telling("42") && !is_telling("X-1"));
    }
}
