//! All words at once: names, products, terms and the engine's own words in one automaton over shapes.
//!
//! A find is checked in three ways before it counts: it stands by itself (no letter goes on before or after it, where the
//! script has words), its plain form is that of the word or differs from it as a disguise does, and marks that make the
//! word what it is (`1:1`) are there.

mod judging;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use rustc_hash::FxHashMap;

use self::judging::{end_of_word, judged};
use super::folding::Folded;
use crate::platform::text::{fold, is_of_run};

/// The fewest letters of a word that is looked for in disguise.
const SHORTEST_BENT: usize = 4;

/// After so many finds, only guards are looked for.
const MOST_FOUND: usize = 1_000;

/// What has to stand around words that disclose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Says {
    /// Nothing: they always speak of the goods.
    Always,
    /// No device: "compatible" may tell where a genuine part fits.
    Fits,
    /// A brand or product has to follow.
    BeforeName,
}

/// What a word is to the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Names a brand.
    Name {
        /// Which.
        brand: u32,
        /// Whether it is an everyday word too.
        weak: bool,
    },
    /// Names a brand by the sound of its Chinese name, in Latin letters.
    Sound {
        /// Which.
        brand: u32,
    },
    /// A word that is not the brand it resembles.
    Unlike {
        /// Which.
        brand: u32,
    },
    /// Names a product.
    Product {
        /// Whose.
        brand: u32,
        /// Which of the brand's.
        product: u32,
    },
    /// A word of the trade.
    Term(u32),
    /// Shows a sign of a fake.
    Feature {
        /// Whose.
        brand: u32,
        /// Which of the brand's.
        feature: u32,
    },
    /// A word that a rule pack looks for.
    Pack(u16),
    /// Says that goods are not the brand's own.
    Disclosure(Says),
    /// Denies what follows.
    Denial,
    /// Says that goods are the brand's own.
    Affirmation,
    /// Claims a standing that only the brand gives.
    Official,
    /// Says that goods are made after a brand's.
    Imitation,
    /// A device that parts are made for.
    Device,
    /// Goods that a brand sells: what an everyday word needs beside it to name the brand.
    Goods {
        /// Which brand.
        brand: u32,
    },
}

impl Role {
    /// Whether it is worth a disguise.
    const fn is_hidden(self) -> bool {
        matches!(
            self,
            Self::Name { weak: false, .. } | Self::Term(_) | Self::Feature { .. }
        )
    }
}

/// How a word was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// As it is, but for case, width and the like.
    Plain,
    /// In disguise.
    Bent,
    /// With a slip.
    Misspelt,
    /// With other characters of the same sound.
    SameSound,
}

/// A word where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub role: Role,
    /// Its first byte in the shape.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// How it was written.
    pub writing: Writing,
}

impl Found {
    /// Whether it lies inside of another one that is longer.
    #[must_use]
    pub const fn is_inside(&self, other: &Self) -> bool {
        other.start <= self.start && self.end <= other.end && other.end - other.start > self.end - self.start
    }
}

#[derive(Debug)]
struct Word {
    role: Role,
    plain: Box<str>,
    /// Marks that have to be there, in folded writing without spaces; none where there are none.
    marks: Option<Box<str>>,
    /// Any ending may follow.
    open: bool,
}

/// Gathers words.
#[derive(Debug, Default)]
pub struct Gatherer {
    words: Vec<Word>,
    shapes: FxHashMap<String, Vec<u32>>,
}

/// Why the words could not be made one automaton: too many, or too long.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the words do not fit in one automaton: {0}")]
pub struct TooMuch(String);

impl Gatherer {
    /// Adds a word in the writings it is met in. `*` at its end stands for any ending. One that has no letters adds nothing.
    pub fn add(&mut self, text: &str, role: Role) {
        let open = text.ends_with('*');
        let text = text.trim_end_matches('*');
        for writing in writings(text) {
            let folded = Folded::of(&writing);
            let word = Word {
                role,
                plain: folded.plain().into(),
                marks: marks(text),
                open,
            };
            self.put(folded.main_shape(), word);
        }
        if role.is_hidden() {
            self.add_two_for_one(text, role);
        }
    }

    fn put(&mut self, shape: &str, word: Word) {
        if shape.is_empty() {
            return;
        }
        let group = self.shapes.entry(shape.to_owned()).or_default();
        let is_there = |at: &u32| {
            let known = &self.words[*at as usize];
            (known.role, &known.plain) == (word.role, &word.plain)
        };
        if !group.iter().any(is_there) {
            group.push(self.words.len() as u32);
            self.words.push(word);
        }
    }

    /// `rn` for `m`, `vv` for `w`, `cl` for `d`.
    fn add_two_for_one(&mut self, text: &str, role: Role) {
        let plain = Folded::of(text).plain().to_owned();
        if plain.chars().count() < SHORTEST_BENT || !plain.is_ascii() {
            return;
        }
        for (one, two) in [("m", "rn"), ("w", "vv"), ("d", "cl")] {
            if plain.contains(one) {
                let folded = Folded::of(&plain.replace(one, two));
                let word = Word {
                    role,
                    plain: plain.as_str().into(),
                    marks: None,
                    open: false,
                };
                self.put(folded.main_shape(), word);
            }
        }
    }

    /// Makes the automaton.
    ///
    /// # Errors
    /// When the words are more than it can hold.
    pub fn compile(self) -> Result<Lexicon, TooMuch> {
        let mut shapes: Vec<(String, Vec<u32>)> = self.shapes.into_iter().collect();
        shapes.sort_unstable();
        let mut groups = Vec::with_capacity(shapes.len());
        let mut order = Vec::with_capacity(self.words.len());
        for (_, group) in &shapes {
            groups.push((order.len() as u32, (order.len() + group.len()) as u32));
            order.extend_from_slice(group);
        }
        let patterns = shapes.iter().zip(0_u32..).map(|((shape, _), at)| (shape.as_str(), at));
        let automaton = if shapes.is_empty() {
            None
        } else {
            let built = CharwiseDoubleArrayAhoCorasickBuilder::new().build_with_values(patterns);
            Some(built.map_err(|error| TooMuch(error.to_string()))?)
        };
        Ok(Lexicon {
            automaton,
            groups,
            order,
            words: self.words,
        })
    }
}

/// The writings of a name that differ in more than case: with capitals (another script's capitals look like other
/// letters), in one word, and apart where a capital begins a part.
fn writings(text: &str) -> Vec<String> {
    let mut writings = vec![text.to_owned()];
    if !text.is_ascii() {
        writings.push(text.to_uppercase());
        writings.push(text.to_lowercase());
        writings.push(titled(text));
    }
    let plain = Folded::of(text).plain().to_owned();
    if plain.contains(' ') && plain.chars().count() >= 6 && !plain.chars().any(is_of_run) {
        writings.push(plain.replace(' ', ""));
    }
    if let Some(apart) = apart(text) {
        writings.push(apart);
    }
    writings
}

/// With a capital at the beginning of every word.
fn titled(text: &str) -> String {
    let mut titled = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.to_lowercase().chars() {
        if begins {
            titled.extend(c.to_uppercase());
        } else {
            titled.push(c);
        }
        begins = !c.is_alphanumeric();
    }
    titled
}

/// `OffWhite` as `Off White`.
fn apart(text: &str) -> Option<String> {
    let mut apart = String::with_capacity(text.len() + 2);
    let mut last = ' ';
    for c in text.chars() {
        if last.is_lowercase() && c.is_uppercase() {
            apart.push(' ');
        }
        apart.push(c);
        last = c;
    }
    (apart.len() > text.len() && !text.contains(' ')).then_some(apart)
}

/// Marks between digits are part of a word: `1:1` is not `1 1`.
fn marks(text: &str) -> Option<Box<str>> {
    let written: Vec<char> = text.chars().collect();
    let has_mark = written
        .windows(3)
        .any(|part| part[0].is_numeric() && ":/.".contains(part[1]) && part[2].is_numeric());
    has_mark.then(|| squeezed(text).into())
}

fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// All words, ready to be looked for.
pub struct Lexicon {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    groups: Vec<(u32, u32)>,
    order: Vec<u32>,
    words: Vec<Word>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon of {} shapes", self.groups.len())
    }
}

impl Lexicon {
    /// Everything that stands in a text, in the order of its ends.
    pub fn find(&self, text: &Folded, found: &mut Vec<Found>) {
        found.clear();
        let Some(automaton) = &self.automaton else { return };
        for hit in automaton.find_overlapping_iter(text.shape()) {
            let (first, last) = self.groups[hit.value() as usize];
            for at in &self.order[first as usize..last as usize] {
                let word = &self.words[*at as usize];
                // What is found is compared with each other, so there is an end to it; but a guard is never missed.
                let has_room = found.len() < MOST_FOUND || matches!(word.role, Role::Disclosure(_));
                if has_room && let Some(writing) = judged(word, text, hit.start(), hit.end()) {
                    found.push(Found {
                        role: word.role,
                        start: hit.start(),
                        end: if word.open {
                            end_of_word(text.shape(), hit.end())
                        } else {
                            hit.end()
                        },
                        writing,
                    });
                }
            }
        }
    }

    /// How many shapes are looked for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAME: Role = Role::Name { brand: 0, weak: false };

    fn lexicon(words: &[(&str, Role)]) -> Lexicon {
        let mut gatherer = Gatherer::default();
        for (word, role) in words {
            gatherer.add(word, *role);
        }
        gatherer.compile().expect("few words fit")
    }

    fn found(lexicon: &Lexicon, text: &str) -> Vec<(String, bool)> {
        let text = Folded::of(text);
        let mut found = Vec::new();
        lexicon.find(&text, &mut found);
        found
            .iter()
            .map(|find| {
                (
                    text.written_of(find.start, find.end).to_owned(),
                    find.writing == Writing::Bent,
                )
            })
            .collect()
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let lexicon = lexicon(&[("Nike", NAME), ("耐克", NAME), ("Найк", NAME)]);
        let plain = [
            "new nike shoe",
            "NIKES",
            "Nike's",
            "＃ＮＩＫＥ",
            "耐克跑鞋",
            "男鞋nike跑鞋",
            "НАЙК",
            "nike90",
        ];
        for text in plain {
            assert!(found(&lexicon, text).iter().any(|(_, bent)| !bent), "{text}");
        }
        for text in ["N1ke", "Nlke", "nіkе", "N I K E", "n.i.k.e", "N!ke"] {
            assert!(found(&lexicon, text).iter().any(|(_, bent)| *bent), "{text}");
        }
        for text in ["Nikea", "snike", "unlike", "n1kes0", "nik e", "Monike"] {
            assert!(found(&lexicon, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_of_several_words_are_found_in_one_and_apart() {
        let lexicon = lexicon(&[("Stone Island", NAME), ("OffWhite", NAME), ("Levi's", NAME)]);
        for text in [
            "stone-island",
            "STONEISLAND",
            "Stone  Island",
            "off white",
            "Off-White",
            "levis",
            "LEVI’S",
            "offwhite",
        ] {
            assert_eq!(found(&lexicon, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn two_letters_that_look_like_one_are_a_disguise() {
        let lexicon = lexicon(&[("Armani", NAME), ("adidas", NAME)]);
        for text in ["Arrnani", "acliclas"] {
            assert_eq!(found(&lexicon, text), [(text.to_owned(), true)]);
        }
    }

    #[test]
    fn numbers_are_not_names_in_disguise() {
        let lexicon = lexicon(&[("Boss", NAME), ("Ellis", NAME)]);
        for text in ["8055", "311 15", "31115"] {
            assert!(found(&lexicon, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn marks_make_a_word_what_it_is() {
        let lexicon = lexicon(&[("1:1", Role::Term(0))]);
        assert_eq!(found(&lexicon, "１：１ quality").len(), 1);
        assert!(found(&lexicon, "size 1 1").is_empty());
        assert!(found(&lexicon, "11:1").is_empty());
    }

    #[test]
    fn products_stand_by_themselves() {
        let lexicon = lexicon(&[("664", Role::Product { brand: 0, product: 0 })]);
        for text in ["hp664 preto", "HP 664", "664-preto"] {
            assert_eq!(found(&lexicon, text).len(), 1, "{text}");
        }
        for text in ["664xl", "6640", "16 64", "1664"] {
            assert!(found(&lexicon, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn endings_may_be_left_open() {
        let lexicon = lexicon(&[("remanufaturad*", Role::Disclosure(Says::Always))]);
        for text in ["remanufaturado", "Remanufaturadas", "REMANUFATURADOS"] {
            assert_eq!(found(&lexicon, text).len(), 1, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_stop(words in proptest::collection::vec(any::<String>(), 0..6), text in any::<String>()) {
            let mut gatherer = Gatherer::default();
            for word in &words {
                gatherer.add(word, NAME);
            }
            if let Ok(lexicon) = gatherer.compile() {
                found(&lexicon, &text);
                found(&lexicon, &words.concat());
            }
        }
    }
}
