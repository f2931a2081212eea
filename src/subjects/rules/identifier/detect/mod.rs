//! Identifiers in free text, as suggestions that a person confirms.
//!
//! Sellers hide them from the filters of platforms: `加V：ａｂｃ123`, `１３８ 0013 8000`, digits in circles, invisible characters
//! in between. The text is folded character by character before it is searched, and each find is given as it stands in the
//! text. Everything found is accepted by [`parse`] with the same hints.
//!
//! **Cost.** One pass for each of a fixed number of patterns of bounded length, by a library without backtracking, over
//! [`MAX_TEXT`] bytes: linear. At most [`MOST_FOUND`] finds, those of the most certain patterns first.

mod patterns;

use std::ops::Range;

use super::{Hints, IdentifierKind, national, online, parse, writing};
use patterns::{PATTERNS, Pattern};

/// Of a longer text only the beginning is searched; in bytes.
pub const MAX_TEXT: usize = 64 * 1_024;

/// The most that is found in one text.
pub const MOST_FOUND: usize = 100;

/// The country that numbers without a country code are dialled from, where the hints name none.
const HOME: &str = "CN";

/// An identifier in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// What it names.
    pub kind: IdentifierKind,
    /// As it is written.
    pub raw: &'a str,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// The identifiers in a text, in its order and without overlaps. Of the hints only the country is looked at; without one
/// the text is taken to be Chinese.
#[must_use]
pub fn detect<'a>(text: &'a str, hints: &Hints<'_>) -> Vec<Found<'a>> {
    let text = &text[..text.floor_char_boundary(MAX_TEXT)];
    let hints = Hints {
        country: hints.country.or(Some(HOME)),
        ..*hints
    };
    let folded = Folded::new(text);
    let mut found: Vec<Found<'a>> = Vec::new();
    for pattern in PATTERNS.iter().filter(|pattern| pattern.is_used(hints.country)) {
        for candidate in pattern.candidates(&folded.text) {
            let Some(hit) = folded.accepted(text, pattern, candidate, &hints) else {
                continue;
            };
            let is_free = found
                .iter()
                .all(|other| hit.range.end <= other.range.start || other.range.end <= hit.range.start);
            if is_free {
                found.push(hit);
            }
            if found.len() == MOST_FOUND {
                break;
            }
        }
        if found.len() == MOST_FOUND {
            break;
        }
    }
    found.sort_by_key(|hit| hit.range.start);
    found
}

/// A text in the writing that is searched, which knows where each part stands in the original.
struct Folded {
    text: String,
    /// For each byte of `text`, and for its end, the byte of the original where the character begins.
    places: Vec<usize>,
    /// The same for where the character ends.
    ends: Vec<usize>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            places: Vec::with_capacity(original.len() + 1),
            ends: Vec::with_capacity(original.len()),
        };
        for (place, c) in original.char_indices().filter(|(_, c)| !writing::is_invisible(*c)) {
            folded.text.push(folded_char(c));
            folded.places.resize(folded.text.len(), place);
            folded.ends.resize(folded.text.len(), place + c.len_utf8());
        }
        folded
    }

    /// The find of a candidate, where it stands alone and its kind accepts it; else of its beginning, which may be a number
    /// to which the next one was added.
    fn accepted<'a>(
        &self,
        original: &'a str,
        pattern: &Pattern,
        candidate: Range<usize>,
        hints: &Hints<'_>,
    ) -> Option<Found<'a>> {
        let mut range = candidate;
        for _ in 0..=pattern.cuts {
            let written = self.original(&range);
            let raw = &original[written.clone()];
            if self.stands_alone(pattern.kind, &range) && is_accepted(pattern.kind, raw, hints) {
                return Some(Found {
                    kind: pattern.kind,
                    raw,
                    range: written,
                });
            }
            let shorter = self.text[range.clone()].rfind([' ', '-', '(', ')', '.', '/'])?;
            let kept = self.text[range.start..range.start + shorter].trim_end_matches([' ', '-', '(', ')', '.']);
            range.end = range.start + kept.len();
            if range.is_empty() {
                return None;
            }
        }
        None
    }

    fn original(&self, range: &Range<usize>) -> Range<usize> {
        self.places[range.start]..self.ends[range.end - 1]
    }

    /// Whether no letter or digit of the Latin alphabet continues the find on either side. Chinese characters do not:
    /// nobody writes spaces between them and a number. The domain of an e-mail address is not one of its own.
    fn stands_alone(&self, kind: IdentifierKind, range: &Range<usize>) -> bool {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_host = matches!(kind, IdentifierKind::Domain | IdentifierKind::Url);
        let before = self.text[..range.start].chars().next_back();
        let after = self.text[range.end..].chars().next();
        !before.is_some_and(|c| is_word(c) || is_host && c == '@') && !after.is_some_and(is_word)
    }
}

/// Whether a kind accepts a text. The number of a person is never taken for something that may be shown, and what has dots
/// is a domain only where its end is known: `photo.jpg` is none.
fn is_accepted(kind: IdentifierKind, raw: &str, hints: &Hints<'_>) -> bool {
    let is_mistaken = match kind {
        IdentifierKind::CompanyCode => national::is_resident_id(raw),
        IdentifierKind::Domain | IdentifierKind::Url => !online::has_known_suffix(raw),
        _ => false,
    };
    !is_mistaken && parse(kind, raw, hints).is_ok()
}

/// Full-width and circled characters as plain ones: one for one, unlike NFKC, so that places can be counted.
fn folded_char(c: char) -> char {
    let shifted = |first: char, to: char| {
        let distance = u32::from(c) - u32::from(first);
        char::from_u32(u32::from(to) + distance).unwrap_or(c)
    };
    match c {
        '\u{ff01}'..='\u{ff5e}' => shifted('\u{ff01}', '!'),
        '\u{3000}' | '\u{a0}' => ' ',
        '①'..='⑨' => shifted('①', '1'),
        '⓪' => '0',
        'ⓐ'..='ⓩ' => shifted('ⓐ', 'a'),
        'Ⓐ'..='Ⓩ' => shifted('Ⓐ', 'A'),
        dash if writing::is_dash(dash) => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests;
