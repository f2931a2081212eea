//! Both forms while a text is read.

use super::{
    FIELD_END,
    cells::{Cell, LOOKS, SIGNS, page},
};
use crate::platform::text::fold;

/// The common Chinese characters, which stay as they are: most of a Chinese text, so no table is asked for them. Before
/// them are two that look like a T and a Y.
pub(super) const FIRST_HAN: char = '\u{4e2c}';

/// Bytes of a common Chinese character.
const HAN: usize = 3;

/// How many letters, each by itself, are read as one word: `N I K E`, `n.i.k.e`.
const SPELLED_OUT: u32 = 4;

/// What a text becomes while it is read: bytes, because whole words are put at once.
#[derive(Debug, Default, Clone)]
pub(super) struct Forms {
    pub plain: Vec<u8>,
    pub shape: Vec<u8>,
    pub places: Vec<(u32, u32)>,
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

impl Forms {
    pub fn clear(&mut self, shape: usize, plain: usize) {
        self.shape.truncate(shape);
        self.plain.truncate(plain);
        self.places.truncate(shape);
    }

    /// Reads a field whose text begins at `base`; none where it has to be composed first.
    pub fn read(&mut self, field: &str, base: u32, is_composed: bool) -> Option<bool> {
        let mut reading = Reading {
            begin: self.shape.len(),
            ..Reading::default()
        };
        let mut at = 0;
        while let Some(byte) = field.as_bytes().get(at) {
            if byte.is_ascii_alphanumeric() {
                at += self.word(&mut reading, &field.as_bytes()[at..], base + at as u32);
            } else if is_of_han(&field.as_bytes()[at..]) {
                at += self.han(&mut reading, &field.as_bytes()[at..], base + at as u32);
            } else {
                let Some(c) = field[at..].chars().next() else { break };
                let cell = page(c as usize >> 8)[c as usize & 0xff];
                if cell == Cell::Part && !is_composed {
                    return None;
                }
                self.other(&mut reading, cell, c, base + at as u32);
                at += c.len_utf8();
            }
        }
        Some(reading.spells || reading.singles + u32::from(reading.letters == 1) >= SPELLED_OUT)
    }

    /// Letters and digits of ASCII, as many as there are; how many bytes.
    fn word(&mut self, reading: &mut Reading, text: &[u8], at: u32) -> usize {
        let length = text
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(text.len());
        let word = &text[..length];
        if reading.gap || reading.sign.is_some() {
            self.after_gap(reading, char::from(word[0]), at);
        }
        reading.letters += length as u32;
        let plain = self.plain.len() as u32;
        self.plain.extend(word.iter().map(u8::to_ascii_lowercase));
        self.shape.extend(word.iter().map(|byte| LOOKS[*byte as usize & 0x7f]));
        self.places
            .extend((0..length as u32).map(|more| (plain + more, at + more)));
        length
    }

    /// Common Chinese characters, as many as there are; how many bytes.
    fn han(&mut self, reading: &mut Reading, text: &[u8], at: u32) -> usize {
        let mut length = HAN;
        while is_of_han(&text[length..]) {
            length += HAN;
        }
        if reading.gap || reading.sign.is_some() {
            self.after_gap(reading, FIRST_HAN, at);
        }
        reading.letters += (length / HAN) as u32;
        let plain = self.plain.len() as u32;
        self.plain.extend_from_slice(&text[..length]);
        self.shape.extend_from_slice(&text[..length]);
        let han = HAN as u32;
        self.places.extend(
            (0..length as u32)
                .map(|more| more / han * han)
                .map(|more| (plain + more, at + more)),
        );
        length
    }

    fn other(&mut self, reading: &mut Reading, cell: Cell, c: char, at: u32) {
        match cell {
            Cell::One { plain, shape } => self.letter(reading, plain, shape, at),
            Cell::Gap => {
                reading.sign = None;
                reading.gap = true;
            }
            Cell::Dropped => {}
            Cell::Sign(sign) => {
                reading.gap |= reading.sign.is_some();
                reading.sign = Some((sign, at));
            }
            Cell::Many | Cell::Part => self.several(reading, c, at),
        }
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
            let letter = SIGNS
                .iter()
                .find(|(known, _)| *known == sign)
                .map_or(sign, |known| known.1);
            reading.letters += 1;
            self.put(sign, letter, place);
        }
    }

    pub fn put(&mut self, plain: char, shape: char, at: u32) {
        let place = (self.plain.len() as u32, at);
        self.places.extend(std::iter::repeat_n(place, shape.len_utf8()));
        self.shape.extend_from_slice(shape.encode_utf8(&mut [0; 4]).as_bytes());
        self.plain.extend_from_slice(plain.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// Puts words that are spelled out letter by letter behind the text, so that they are found like any other.
    pub fn add_spelled_out(&mut self, main: usize, end: u32) {
        let mut run = Vec::new();
        let mut word: Option<usize> = None;
        let mut letters = 0;
        for at in 0..main {
            let byte = self.shape[at];
            let is_end = byte == b' ' || byte == FIELD_END as u8;
            if !is_end {
                letters += 1;
                word = Some(at);
                continue;
            }
            match word {
                Some(place) if letters == 1 && self.shape[place].is_ascii_alphanumeric() => run.push(place),
                _ => self.join(&mut run, end),
            }
            if byte != b' ' {
                self.join(&mut run, end);
            }
            letters = 0;
            word = None;
        }
    }

    fn join(&mut self, run: &mut Vec<usize>, end: u32) {
        if run.len() >= SPELLED_OUT as usize {
            for place in run.iter() {
                let (plain, at) = self.places[*place];
                // A letter whose shape is ASCII may be another script's; its plain form is read whole.
                let letter = self.plain[plain as usize..]
                    .utf8_chunks()
                    .next()
                    .and_then(|chunk| chunk.valid().chars().next());
                self.put(letter.unwrap_or(' '), char::from(self.shape[*place]), at);
            }
            self.put(FIELD_END, FIELD_END, end);
        }
        run.clear();
    }
}

/// Whether a text in UTF-8 begins with a character between [`FIRST_HAN`] and [`LAST_HAN`].
pub(super) const fn is_of_han(text: &[u8]) -> bool {
    match text {
        [0xe4, 0xb8, third, ..] => *third >= 0xac,
        [0xe4, second, _, ..] => *second > 0xb8,
        [0xe5..=0xe9, _, _, ..] => true,
        _ => false,
    }
}
