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

mod cells;
mod forms;

use unicode_normalization::UnicodeNormalization as _;

use self::forms::Forms;

/// Ends a field in both forms. No pattern contains it, so nothing is found across fields.
pub const FIELD_END: char = '\u{1}';

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
        let mut forms = Forms {
            plain: std::mem::take(&mut self.plain).into_bytes(),
            shape: std::mem::take(&mut self.shape).into_bytes(),
            places: std::mem::take(&mut self.places),
        };
        forms.clear(0, 0);
        self.written.clear();
        self.ends.clear();
        let mut spells = false;
        for field in fields {
            spells |= self.add(&mut forms, field);
            self.ends.push(forms.shape.len());
            forms.put(FIELD_END, FIELD_END, self.written.len() as u32);
        }
        self.main = forms.shape.len();
        if spells {
            forms.add_spelled_out(self.main, self.written.len() as u32);
        }
        forms.places.push((forms.plain.len() as u32, self.written.len() as u32));
        // Both are made of whole characters only.
        self.plain = String::from_utf8(forms.plain).unwrap_or_default();
        self.shape = String::from_utf8(forms.shape).unwrap_or_default();
        self.places = forms.places;
    }

    /// Adds a field, and tells whether words may be spelled out in it.
    fn add(&mut self, forms: &mut Forms, field: &str) -> bool {
        let (shape, plain, written) = (forms.shape.len(), forms.plain.len(), self.written.len());
        if let Some(spells) = forms.read(field, written as u32, false) {
            self.written.push_str(field);
            return spells;
        }
        // Korean or Japanese that was taken apart is put together first. This is rare.
        forms.clear(shape, plain);
        let composed: String = field.nfkc().collect();
        self.written.push_str(&composed);
        forms.read(&composed, written as u32, true).unwrap_or_default()
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
        let end = self
            .places
            .get(self.main)
            .map_or(self.plain.len(), |(plain, _)| *plain as usize);
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
        for text in [
            "adidas",
            "аdіdаs",
            "ad1das",
            "adldas",
            "AD!DAS",
            "@didas",
            "ɑdidas",
            "ＡＤＩＤＡＳ",
        ] {
            assert_eq!(shape(text), shape("adidas"), "{text}");
        }
        // Capitals of another script look like other letters than small ones.
        assert_eq!(shape("НР"), shape("hp"));
        assert_ne!(shape("нр"), shape("hp"));
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
