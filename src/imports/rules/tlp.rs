//! The Traffic Light Protocol as files write it, in its first and second edition.

use crate::permissions::audience::Tlp;

/// What a lead has where its source says nothing.
pub(crate) const DEFAULT: Tlp = Tlp::Amber;

/// The TLP behind a word such as `tlp:white`, `TLP:AMBER+STRICT`, `green`. WHITE is the first edition's CLEAR.
pub(super) fn named(text: &str) -> Option<Tlp> {
    let word = text.trim().to_ascii_lowercase();
    let word = word
        .strip_prefix("tlp")
        .map_or(word.as_str(), |rest| rest.trim_start_matches([':', '-', ' ', '_']));
    match word {
        "clear" | "white" => Some(Tlp::Clear),
        "green" => Some(Tlp::Green),
        "amber" => Some(Tlp::Amber),
        "amber+strict" | "amber-strict" | "amber_strict" | "amber strict" => Some(Tlp::AmberStrict),
        "red" => Some(Tlp::Red),
        _ => None,
    }
}

/// The stricter of what is known and something more.
pub(super) fn stricter(known: &mut Option<Tlp>, more: Tlp) {
    *known = Some(known.map_or(more, |known| known.max(more)));
}

/// What a lead gets: what the source asks for, AMBER where it says nothing, or the stricter one that somebody chose.
#[must_use]
pub fn effective(source: Option<Tlp>, chosen: Option<Tlp>) -> Tlp {
    let least = source.unwrap_or(DEFAULT);
    chosen.map_or(least, |chosen| chosen.max(least))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn both_editions_words_are_known() {
        for (text, tlp) in [
            ("tlp:white", Some(Tlp::Clear)),
            ("TLP:CLEAR", Some(Tlp::Clear)),
            (" tlp:amber+strict ", Some(Tlp::AmberStrict)),
            ("TLP-AMBER_STRICT", Some(Tlp::AmberStrict)),
            ("Green", Some(Tlp::Green)),
            ("tlp:unclear", None),
            ("tlp:ex:chr", None),
            ("", None),
        ] {
            assert_eq!(named(text), tlp, "{text}");
        }
    }

    #[test]
    fn nothing_makes_a_lead_wider_than_its_source() {
        assert_eq!(effective(None, None), Tlp::Amber);
        assert_eq!(effective(None, Some(Tlp::Clear)), Tlp::Amber);
        for source in Tlp::VARIANTS {
            assert_eq!(effective(Some(*source), None), *source);
            for chosen in Tlp::VARIANTS {
                assert!(effective(Some(*source), Some(*chosen)) >= *source);
                assert!(effective(Some(*source), Some(*chosen)) >= *chosen);
            }
        }
    }
}
