//! Names with a slip: one letter too many, too few, wrong or in the wrong place (`baleciaga`, `Chroem Hearts`).
//!
//! Two words are one slip apart only if they are equal after a letter is taken out of one or both. So what is left of every
//! name is kept, and what is left of every word of a title is looked up (the symmetric deletes of W. Garbe's SymSpell). A
//! filter of bits answers most look-ups: a title's words are seldom names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    folding::Folded,
    knowledge::{Alias, Brand},
    lexicon::{Found, Role, Writing},
};

/// The shortest name that is looked for.
const SHORTEST: usize = 6;
const LONGEST: usize = 24;
/// How many words a name may be.
const MOST_WORDS: usize = 2;
/// Bits of the filter for each hash it holds; so one in eight words passes that should not, and small sets stay small.
const FILTER_SHARE: usize = 8;

/// What multiplies the hash of a word's beginning for its next letter.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

#[derive(Debug)]
struct Name {
    brand: u32,
    letters: String,
}

/// All names, ready to be recognised with a slip.
#[derive(Debug, Default)]
pub struct Slips {
    names: Vec<Name>,
    rest: FxHashMap<u64, Vec<u32>>,
    filter: Vec<u64>,
    /// Words that are no slip of a brand.
    unlike: FxHashSet<(u32, String)>,
    /// Words that name a brand rightly.
    right: FxHashSet<String>,
}

impl Slips {
    /// Of all brands, in their order.
    #[must_use]
    pub fn of(brands: &[Brand]) -> Self {
        let mut slips = Self::default();
        for (brand, number) in brands.iter().zip(0..) {
            let aliases = brand.aliases.iter().filter(|alias| !alias.is_weak()).map(Alias::text);
            for name in aliases.chain([brand.name.as_str()]) {
                slips.add(name, number);
            }
            for word in &brand.unlike {
                slips.unlike.insert((number, letters_of(word)));
            }
        }
        let bits = (slips.rest.len() * FILTER_SHARE).next_power_of_two().max(64);
        slips.filter = vec![0; bits / 64];
        for rest in slips.rest.keys() {
            let bit = *rest as usize & (bits - 1);
            slips.filter[bit / 64] |= 1 << (bit % 64);
        }
        slips
    }

    fn may_hold(&self, rest: u64) -> bool {
        let bit = rest as usize & (self.filter.len() * 64 - 1);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    fn add(&mut self, name: &str, brand: u32) {
        let letters = letters_of(name);
        self.right.insert(letters.clone());
        let is_fit =
            (SHORTEST..=LONGEST).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_fit
            || self
                .names
                .iter()
                .any(|known| known.brand == brand && known.letters == letters)
        {
            return;
        }
        let number = self.names.len() as u32;
        each_rest(letters.as_bytes(), |rest| {
            self.rest.entry(rest).or_default().push(number);
        });
        self.names.push(Name { brand, letters });
    }

    /// Adds the names in a title that have a slip, where no name was found rightly.
    pub fn find(&self, text: &Folded, end: usize, found: &mut Vec<Found>) {
        if self.names.is_empty() {
            return;
        }
        let mut starts = [0; MOST_WORDS];
        let mut words = 0;
        let mut start = 0;
        let shape = &text.shape().as_bytes()[..end];
        for (at, byte) in shape.iter().chain([&b' ']).enumerate() {
            if *byte != b' ' {
                continue;
            }
            if at > start {
                starts.rotate_right(1);
                starts[0] = start;
                words = (words + 1).min(MOST_WORDS);
                starts[..words]
                    .iter()
                    .for_each(|start| self.look(text, *start, at, found));
            }
            start = at + 1;
        }
    }

    fn look(&self, text: &Folded, start: usize, end: usize, found: &mut Vec<Found>) {
        if end - start < SHORTEST - 1 || end - start > LONGEST + MOST_WORDS {
            return;
        }
        let mut letters = [0; LONGEST + MOST_WORDS + 1];
        let mut length = 0;
        for byte in text.plain_of(start, end).bytes().filter(|byte| *byte != b' ') {
            if !byte.is_ascii_lowercase() || length > LONGEST {
                return;
            }
            letters[length] = byte;
            length += 1;
        }
        let letters = &letters[..length];
        if length < SHORTEST - 1 {
            return;
        }
        let mut name = None;
        each_rest(letters, |rest| {
            if name.is_none() && self.may_hold(rest) {
                name = self.slipped(rest, letters);
            }
        });
        let Some(brand) = name else { return };
        let is_known = |find: &Found| matches!(find.role, Role::Name { .. }) && find.start < end && start < find.end;
        if !found.iter().any(is_known) {
            found.push(Found {
                role: Role::Name { brand, weak: false },
                start,
                end,
                writing: Writing::Misspelt,
            });
        }
    }

    fn slipped(&self, rest: u64, letters: &[u8]) -> Option<u32> {
        let letters = std::str::from_utf8(letters).ok()?;
        let near = |name: &&u32| {
            let name = &self.names[**name as usize];
            name.letters.as_bytes()[0] == letters.as_bytes()[0]
                && !self.right.contains(letters)
                && !self.unlike.contains(&(name.brand, letters.to_owned()))
                && strsim::osa_distance(&name.letters, letters) == 1
        };
        let name = self.rest.get(&rest)?.iter().find(near)?;
        Some(self.names[*name as usize].brand)
    }
}

fn letters_of(text: &str) -> String {
    Folded::of(text).plain().chars().filter(|c| *c != ' ').collect()
}

/// Hands over a hash of the word, and of what is left of it without each of its letters but the first, in which slips are
/// not looked for.
fn each_rest(letters: &[u8], mut take: impl FnMut(u64)) {
    let mut begins = [0_u64; LONGEST + 2];
    let mut powers = [1_u64; LONGEST + 2];
    let letters = &letters[..letters.len().min(LONGEST + 1)];
    for (at, letter) in letters.iter().enumerate() {
        begins[at + 1] = begins[at].wrapping_mul(BASE).wrapping_add(u64::from(*letter));
        powers[at + 1] = powers[at].wrapping_mul(BASE);
    }
    let length = letters.len();
    take(mixed(begins[length]));
    for at in 1..length {
        let end = begins[length].wrapping_sub(begins[at + 1].wrapping_mul(powers[length - at - 1]));
        let rest = begins[at].wrapping_mul(powers[length - at - 1]).wrapping_add(end);
        take(mixed(rest));
    }
}

/// The upper bits of a product are the mixed ones.
const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(BASE);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slips() -> Slips {
        let brand = |name: &str, unlike: &str| Brand {
            name: name.to_owned(),
            unlike: vec![unlike.to_owned()],
            ..Brand::default()
        };
        Slips::of(&[
            brand("Balenciaga", ""),
            brand("Chrome Hearts", ""),
            brand("Chanel", "channel"),
            brand("Nike", ""),
        ])
    }

    fn found(title: &str) -> Vec<u32> {
        let text = Folded::of(title);
        let mut found = Vec::new();
        slips().find(&text, text.main_shape().len(), &mut found);
        found
            .iter()
            .map(|find| match find.role {
                Role::Name { brand, .. } => brand,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn slips_are_recognised() {
        for title in ["baleciaga hoodie", "balenciagga", "new Balanciaga", "balneciaga"] {
            assert_eq!(found(title), [0], "{title}");
        }
        for title in ["chroem hearts ring", "chrome heart", "chromehaerts"] {
            assert_eq!(found(title), [1], "{title}");
        }
        assert_eq!(found("chanell bag"), [2]);
    }

    #[test]
    fn other_words_are_not() {
        for title in [
            "channel",
            "balenciaga",
            "chrome hearts",
            "nikke",
            "channels",
            "chrome",
            "bag",
            "",
            "valenciaga",
        ] {
            assert!(found(title).is_empty(), "{title}");
        }
    }

    proptest! {
        #[test]
        fn every_slip_of_one_letter_is_recognised(at in 1_usize..10, letter in "[a-z]", kind in 0..3) {
            let mut name = "balenciaga".to_owned();
            match kind {
                0 => name.insert_str(at, &letter),
                1 => drop(name.remove(at)),
                _ => name.replace_range(at..=at, &letter),
            }
            prop_assume!(name != "balenciaga");
            prop_assert_eq!(found(&name), [0]);
        }

        #[test]
        fn nothing_makes_it_stop(title in any::<String>()) {
            found(&title);
        }
    }
}
