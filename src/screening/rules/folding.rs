//! Text as the engine reads it: two forms of one writing, made in one pass, with the way back to what was written.
//!
//! The **plain** form is the product's own folding ([`crate::platform::text::fold`]): width, case, diacritics and
//! invisible characters are gone. Whatever separates words is one space. The **shape** is what the eye takes it for:
//! characters that look alike are one, across scripts (`а` of Cyrillic, `a`) and between letters, digits and signs
//! (`0` and `o`; `1`, `l` and `i`; `$` and `s`). Patterns are looked for by shape; a find whose plain form is not that of
//! the pattern was bent on purpose, or by a slip.
//!
//! What a character becomes is a table, filled page by page when a page is first met, because asking Unicode's own data
//! costs ten times the rest of the work.
//!
//! Invariants: both forms are their own folding; every byte of the shape knows its place in the plain form and in the
//! writing.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::platform::text::fold;

/// Ends a field in both forms. No pattern contains it, so nothing is found across fields.
pub const FIELD_END: char = '\u{1}';

/// The common Chinese characters, which stay as they are: most of a Chinese text, so no table is asked for them. Before
/// them are two that look like a T and a Y.
const FIRST_HAN: char = '\u{4e2c}';
const LAST_HAN: char = '\u{9fff}';

/// How many letters, each by itself, are read as one word: `N I K E`, `n.i.k.e`.
const SPELLED_OUT: u32 = 4;

/// What stands for itself in the plain form, but for a letter in the shape when a letter follows.
const SIGNS: [(char, char); 5] = [('$', 's'), ('@', 'a'), ('!', 'i'), ('€', 'e'), ('|', 'i')];

/// What one character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
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

type Page = [Cell; 256];

static PAGES: [OnceLock<Box<Page>>; 0x1100] = [const { OnceLock::new() }; 0x1100];

fn page(number: usize) -> &'static Page {
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

/// Both forms of a text. Made to be used again: filling it reuses what it holds.
#[derive(Debug, Default, Clone)]
pub struct Folded {
    written: String,
    plain: String,
    shape: String,
    /// For every byte of the shape, and its end: the place in `plain` and in `written`.
    places: Vec<(u32, u32)>,
    /// Where the fields end in `shape`.
    ends: Vec<usize>,
    /// Where the text ends and words that were spelled out begin, in `shape`.
    main: usize,
}

/// Where a field is while it is read.
#[derive(Debug, Default)]
struct Reading {
    /// Where it begins in the shape.
    begin: usize,
    /// Whether a word ended.
    gap: bool,
    /// A sign that may stand for a letter, and its place.
    sign: Option<(char, u32)>,
    /// Letters of the word so far.
    letters: u32,
    /// Words of one letter that stand in a row.
    singles: u32,
    /// Whether there were enough of them to be a word.
    spells: bool,
}

impl Folded {
    /// Folds a single text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.fill(&[text]);
        folded
    }

    /// Folds fields anew, one after the other.
    pub fn fill(&mut self, fields: &[&str]) {
        self.written.clear();
        self.plain.clear();
        self.shape.clear();
        self.places.clear();
        self.ends.clear();
        let mut spells = false;
        for field in fields {
            spells |= self.add(field);
            self.ends.push(self.shape.len());
            self.put(FIELD_END, FIELD_END, self.written.len() as u32);
        }
        self.main = self.shape.len();
        if spells {
            self.add_spelled_out();
        }
        self.places.push((self.plain.len() as u32, self.written.len() as u32));
    }

    /// Adds a field, and tells whether words may be spelled out in it.
    fn add(&mut self, field: &str) -> bool {
        let (shape, plain, places, written) = (self.shape.len(), self.plain.len(), self.places.len(), self.written.len());
        self.written.push_str(field);
        if let Some(spells) = self.read(field, written as u32, false) {
            return spells;
        }
        // Korean or Japanese that was taken apart is put together first. This is rare.
        self.shape.truncate(shape);
        self.plain.truncate(plain);
        self.places.truncate(places);
        self.written.truncate(written);
        let composed: String = field.nfkc().collect();
        self.written.push_str(&composed);
        self.read(&composed, written as u32, true).unwrap_or_default()
    }

    /// Reads a field whose text begins at `base`; none where it has to be composed first.
    fn read(&mut self, field: &str, base: u32, is_composed: bool) -> Option<bool> {
        let room = field.len() + field.len() / 8 + 8;
        self.shape.reserve(room);
        self.plain.reserve(room);
        self.places.reserve(room);
        let ascii = page(0);
        let mut reading = Reading {
            begin: self.shape.len(),
            ..Reading::default()
        };
        for (at, c) in field.char_indices() {
            let at = base + at as u32;
            let cell = match c {
                '\0'..='\u{7f}' => ascii[c as usize],
                FIRST_HAN..=LAST_HAN => Cell::One { plain: c, shape: c },
                _ => page(c as usize >> 8)[c as usize & 0xff],
            };
            match cell {
                Cell::One { plain, shape } => self.letter(&mut reading, plain, shape, at),
                Cell::Gap => {
                    reading.sign = None;
                    reading.gap = true;
                }
                Cell::Dropped => {}
                Cell::Sign(sign) => {
                    reading.gap |= reading.sign.is_some();
                    reading.sign = Some((sign, at));
                }
                Cell::Part if !is_composed => return None,
                Cell::Many | Cell::Part => self.several(&mut reading, c, at),
            }
        }
        Some(reading.spells || reading.singles + u32::from(reading.letters == 1) >= SPELLED_OUT)
    }

    /// A character that becomes several, or one that is left of a composition.
    #[cold]
    fn several(&mut self, reading: &mut Reading, c: char, at: u32) {
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        for part in folded.chars() {
            match page(part as usize >> 8)[part as usize & 0xff] {
                Cell::One { plain, shape } => self.letter(reading, plain, shape, at),
                Cell::Part if part.is_alphanumeric() => self.letter(reading, part, part, at),
                Cell::Dropped => {}
                Cell::Gap | Cell::Sign(_) | Cell::Many | Cell::Part => reading.gap = true,
            }
        }
    }

    #[inline]
    fn letter(&mut self, reading: &mut Reading, plain: char, shape: char, at: u32) {
        if reading.gap || reading.sign.is_some() {
            self.after_gap(reading, plain, at);
        }
        reading.letters += 1;
        self.put(plain, shape, at);
    }

    /// Puts the space between words, and a sign that stands for a letter.
    fn after_gap(&mut self, reading: &mut Reading, next: char, at: u32) {
        let sign = reading.sign.take();
        let stands = sign.filter(|_| next.is_ascii_alphabetic());
        if reading.gap || stands.is_none() {
            reading.singles = if reading.letters == 1 { reading.singles + 1 } else { 0 };
            reading.spells |= reading.singles >= SPELLED_OUT;
            reading.letters = 0;
            if self.shape.len() > reading.begin {
                self.put(' ', ' ', at);
            }
            reading.gap = false;
        }
        if let Some((sign, place)) = stands {
            let letter = SIGNS.iter().find(|(known, _)| *known == sign).map_or(sign, |known| known.1);
            reading.letters += 1;
            self.put(sign, letter, place);
        }
    }

    #[inline]
    fn put(&mut self, plain: char, shape: char, at: u32) {
        let place = (self.plain.len() as u32, at);
        self.places.push(place);
        for _ in 1..shape.len_utf8() {
            self.places.push(place);
        }
        self.shape.push(shape);
        self.plain.push(plain);
    }

    /// Puts words that are spelled out letter by letter behind the text, so that they are found like any other.
    fn add_spelled_out(&mut self) {
        let mut run = Vec::new();
        let mut word: Option<usize> = None;
        let mut letters = 0;
        let main = self.main;
        for at in 0..main {
            let byte = self.shape.as_bytes()[at];
            let is_end = byte == b' ' || byte == FIELD_END as u8;
            if !is_end {
                letters += 1;
                word = Some(at);
                continue;
            }
            match word {
                Some(place) if letters == 1 && self.shape.as_bytes()[place].is_ascii_alphanumeric() => run.push(place),
                _ => self.join(&mut run),
            }
            if byte != b' ' {
                self.join(&mut run);
            }
            letters = 0;
            word = None;
        }
    }

    fn join(&mut self, run: &mut Vec<usize>) {
        if run.len() >= SPELLED_OUT as usize {
            for place in run.iter() {
                let (plain, at) = self.places[*place];
                let letter = self.plain[plain as usize..].chars().next().unwrap_or(' ');
                self.put(letter, char::from(self.shape.as_bytes()[*place]), at);
            }
            self.put(FIELD_END, FIELD_END, self.written.len() as u32);
        }
        run.clear();
    }

    /// What the eye takes the text for.
    #[must_use]
    pub fn shape(&self) -> &str {
        &self.shape
    }

    /// The shape without words that were spelled out.
    #[must_use]
    pub fn main_shape(&self) -> &str {
        self.shape[..self.main].trim_end_matches(FIELD_END)
    }

    /// The plain form, without words that were spelled out.
    #[must_use]
    pub fn plain(&self) -> &str {
        let end = self.places.get(self.main).map_or(self.plain.len(), |(plain, _)| *plain as usize);
        self.plain[..end].trim_end_matches(FIELD_END)
    }

    /// The plain form of a part of the shape.
    #[must_use]
    pub fn plain_of(&self, start: usize, end: usize) -> &str {
        &self.plain[self.places[start].0 as usize..self.places[end].0 as usize]
    }

    /// What was written there.
    #[must_use]
    pub fn written_of(&self, start: usize, end: usize) -> &str {
        let (first, last) = self.written_range(start, end);
        self.written[first..last].trim_end()
    }

    fn written_range(&self, start: usize, end: usize) -> (usize, usize) {
        if start >= end {
            return (0, 0);
        }
        let first = self.places[start].1 as usize;
        // The end is that of the last character, not the start of the next: what was dropped between is not part of it.
        let last = self.places[end - 1].1 as usize;
        let length = self.written[last..].chars().next().map_or(0, char::len_utf8);
        (first, (last + length).max(first))
    }

    /// The field in which a place of the shape lies; words that were spelled out belong to no field by their place.
    #[must_use]
    pub fn field_of(&self, at: usize) -> usize {
        let written = self.places[at].1;
        let at = if at >= self.main {
            self.places[..self.main].partition_point(|(_, place)| *place < written)
        } else {
            at
        };
        self.ends.partition_point(|end| *end < at)
    }

    /// Whether a place is in a word that was spelled out.
    #[must_use]
    pub fn is_spelled_out(&self, at: usize) -> bool {
        at >= self.main
    }

    /// The character before a place of the shape, in plain form.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<char> {
        self.plain[..self.places[at].0 as usize].chars().next_back()
    }

    /// The character after a place of the shape, in plain form.
    #[must_use]
    pub fn after(&self, at: usize) -> Option<char> {
        self.plain[self.places[at].0 as usize..].chars().next()
    }
}

/// Whether a character may have to be composed with its neighbour.
const fn is_part(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3099}' | '\u{309a}' | '\u{a960}'..='\u{a97f}'
        | '\u{d7b0}'..='\u{d7ff}' | '\u{ff61}'..='\u{ffdc}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> String {
        Folded::of(text).plain().to_owned()
    }

    fn shape(text: &str) -> String {
        Folded::of(text).main_shape().to_owned()
    }

    #[test]
    fn writings_of_one_word_have_one_plain_form() {
        for text in ["Nike", "ＮＩＫＥ", "N\u{200b}i\u{ad}ke", "nįkë", "🅝🅘🅚🅔", "  nike!! "] {
            assert_eq!(plain(text), "nike", "{text}");
        }
        assert_eq!(plain("L’Oréal  Paris — ①㎏"), "l oreal paris 1kg");
        assert_eq!(plain("ｶﾞ 한국"), "ガ 한국");
    }

    #[test]
    fn what_looks_alike_has_one_shape() {
        for text in ["adidas", "аdіdаs", "ad1das", "adldas", "AD!DAS", "@didas", "ɑdidas", "ＡＤＩＤＡＳ"] {
            assert_eq!(shape(text), shape("adidas"), "{text}");
        }
        // Capitals of another script look like other letters than small ones.
        assert_eq!(shape("НР"), shape("hp"));
        assert_ne!(shape("нр"), shape("hp"));
    }

    #[test]
    fn common_chinese_characters_stay_as_they_are() {
        let changed: Vec<char> = (FIRST_HAN..=LAST_HAN).filter(|c| made(*c) != Cell::One { plain: *c, shape: *c }).collect();
        assert!(changed.is_empty(), "{changed:?}");
    }

    #[test]
    fn signs_are_letters_only_before_letters() {
        assert_eq!(shape("$upreme"), "supreme");
        assert_eq!(shape("R$ 100 nike! now"), "r ioo nike now");
    }

    #[test]
    fn words_that_are_spelled_out_are_read() {
        for text in ["N I K E shoes", "shoes n.i.k.e", "n-i-k-e", "a pair N_I_K_E"] {
            let folded = Folded::of(text);
            let at = folded.shape().find("nike").expect("it is read");
            assert!(folded.is_spelled_out(at));
            assert!(folded.written_of(at, at + 4).to_lowercase().starts_with('n'));
        }
        assert!(!Folded::of("a b c").shape().contains("abc"));
    }

    #[test]
    fn the_way_back_leads_to_what_was_written() {
        let mut folded = Folded::default();
        folded.fill(&["Ｎｉｋｅ™ shoe", "a N\u{200b}1ke!"]);
        let at = folded.shape().rfind("nike").expect("found by shape");
        assert_eq!(folded.plain_of(at, at + 4), "n1ke");
        assert_eq!(folded.written_of(at, at + 4), "N\u{200b}1ke");
        assert_eq!((folded.field_of(0), folded.field_of(at)), (0, 1));
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in any::<String>()) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once.clone());
            let once = shape(&text);
            prop_assert_eq!(shape(&once), once.clone());
        }

        #[test]
        fn every_place_leads_back(text in any::<String>()) {
            let folded = Folded::of(&text);
            for (at, c) in folded.shape().char_indices() {
                let _ = (folded.plain_of(at, at + c.len_utf8()), folded.written_of(at, at + c.len_utf8()), folded.field_of(at));
            }
        }

        #[test]
        fn composed_and_decomposed_are_one(text in "[a-zéüñ 가-힣ガ-ボ]{0,20}") {
            prop_assert_eq!(plain(&text.nfd().collect::<String>()), plain(&text));
        }
    }
}
