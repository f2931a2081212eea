//! What each character becomes.

use std::sync::OnceLock;

use super::FIELD_END;
use crate::platform::text::fold;

/// What stands for itself in the plain form, but for a letter in the shape when a letter follows.
pub(super) const SIGNS: [(char, char); 5] = [('$', 's'), ('@', 'a'), ('!', 'i'), ('€', 'e'), ('|', 'i')];

/// What one character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing: it cannot be seen, or only decorates.
    Dropped,
    /// The end of a word.
    Gap,
    /// A sign that may stand for a letter.
    Sign(char),
    /// One letter or digit, in both forms.
    One { plain: char, shape: char },
    /// Several.
    Many,
    /// A part of a Korean syllable or a mark of Japanese, which may belong to its neighbour.
    Part,
}

pub(super) type Page = [Cell; 256];

static PAGES: [OnceLock<Box<Page>>; 0x1100] = [const { OnceLock::new() }; 0x1100];

pub(super) fn page(number: usize) -> &'static Page {
    PAGES[number].get_or_init(|| {
        let first = (number << 8) as u32;
        let mut page = Box::new([Cell::Gap; 256]);
        for (cell, code) in page.iter_mut().zip(first..) {
            *cell = char::from_u32(code).map_or(Cell::Gap, made);
        }
        page
    })
}

/// Asks Unicode's data what a character becomes.
fn made(c: char) -> Cell {
    if c == FIELD_END {
        // Nobody writes it; in a text it would end a field.
        return Cell::Gap;
    }
    if is_part(c) {
        return Cell::Part;
    }
    let folded = fold(c.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Cell::Dropped,
        (Some(one), None) if SIGNS.iter().any(|(sign, _)| *sign == one) => Cell::Sign(one),
        (Some(one), None) if one.is_alphanumeric() => Cell::One {
            plain: one,
            shape: shape_of(c, one),
        },
        (Some(_), None) => Cell::Gap,
        (Some(_), Some(_)) => Cell::Many,
    }
}

/// What the eye takes a character for. The writing is asked first, for a capital looks like other letters than the
/// small one does: `Н` is an H, `н` is not.
fn shape_of(written: char, plain: char) -> char {
    if plain.is_ascii() {
        return look(plain);
    }
    look_alike(written).or_else(|| look_alike(plain)).unwrap_or(plain)
}

/// The Latin letter or digit that a character of another script is confused with (Unicode Technical Standard 39).
fn look_alike(c: char) -> Option<char> {
    let mut buffer = [0; 4];
    let mut skeleton = unicode_security::confusable_detection::skeleton(c.encode_utf8(&mut buffer));
    let (first, rest) = (skeleton.next()?, skeleton.next());
    let first = fold(first.encode_utf8(&mut [0; 4])).chars().next()?;
    (rest.is_none() && first.is_ascii_alphanumeric()).then(|| look(first))
}

/// The letter that stands for all ASCII letters and digits that look like it.
const fn look(c: char) -> char {
    match c {
        'l' | '1' => 'i',
        '0' => 'o',
        '5' => 's',
        '3' => 'e',
        '4' => 'a',
        '7' => 't',
        '8' => 'b',
        '9' | 'q' => 'g',
        '2' => 'z',
        other => other,
    }
}

/// The shapes of ASCII letters and digits.
pub(super) const LOOKS: [u8; 128] = {
    let mut looks = [0; 128];
    let mut at = 0;
    while at < 128 {
        looks[at] = look((at as u8).to_ascii_lowercase() as char) as u8;
        at += 1;
    }
    looks
};

/// Whether a character may have to be composed with its neighbour.
const fn is_part(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3099}' | '\u{309a}' | '\u{a960}'..='\u{a97f}'
        | '\u{d7b0}'..='\u{d7ff}' | '\u{ff61}'..='\u{ffdc}')
}

#[cfg(test)]
mod tests {
    use super::{super::forms::is_of_han, *};

    const FIRST_HAN: char = super::super::forms::FIRST_HAN;
    const LAST_HAN: char = '\u{9fff}';

    #[test]
    fn common_chinese_characters_stay_as_they_are() {
        let changed: Vec<char> = (FIRST_HAN..=LAST_HAN)
            .filter(|c| made(*c) != Cell::One { plain: *c, shape: *c })
            .collect();
        assert!(changed.is_empty(), "{changed:?}");
        let mut buffer = [0; 4];
        for c in '\u{80}'..=char::MAX {
            assert_eq!(
                is_of_han(c.encode_utf8(&mut buffer).as_bytes()),
                (FIRST_HAN..=LAST_HAN).contains(&c),
                "{c:?}"
            );
        }
    }

    #[test]
    fn ascii_is_as_the_table_says() {
        for c in (0..128_u8).map(char::from).filter(char::is_ascii_alphanumeric) {
            let shape = char::from(LOOKS[c as usize]);
            assert_eq!(
                made(c),
                Cell::One {
                    plain: c.to_ascii_lowercase(),
                    shape
                }
            );
        }
    }
}
