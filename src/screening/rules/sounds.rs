//! Chinese names by their sound: written in pinyin, or with other characters that sound the same (阿迪达思 for 阿迪达斯).

use std::sync::LazyLock;

use daachorse::CharwiseDoubleArrayAhoCorasick;
use pinyin::{Pinyin, ToPinyin as _};
use rustc_hash::FxHashMap;

use super::{
    folding::Folded,
    knowledge::{Alias, Brand},
    lexicon::{Found, Role, Writing},
};

/// Names of fewer characters sound like too much else.
const SHORTEST: usize = 3;
/// The shortest pinyin, in letters, that is taken for a name.
const SHORTEST_PINYIN: usize = 5;

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;
/// Sounds are looked for as characters for private use, four bytes each; this one is any that has no sound.
const SILENT: char = '\u{f0000}';

/// For each character its sound, as one for private use.
static SOUNDS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut known: FxHashMap<&'static str, u32> = FxHashMap::default();
    let sound = |code: u32| {
        let sound = char::from_u32(code).and_then(|c| c.to_pinyin())?.plain();
        let next = known.len() as u32 + 1;
        char::from_u32(SILENT as u32 + *known.entry(sound).or_insert(next))
    };
    (FIRST..=LAST).map(sound).map(|sound| sound.unwrap_or(SILENT)).collect()
});

fn sound_of(c: char) -> char {
    let place = (c as u32).checked_sub(FIRST).map(|place| place as usize);
    place.and_then(|place| SOUNDS.get(place)).copied().unwrap_or(SILENT)
}

/// A Chinese name in pinyin without tones, in one word; none where it is too short or has other characters.
#[must_use]
pub fn pinyin(name: &str) -> Option<String> {
    let syllables: Option<Vec<&str>> = name.chars().map(|c| c.to_pinyin().map(Pinyin::plain)).collect();
    let pinyin = syllables?.concat().replace('ü', "v");
    (pinyin.len() >= SHORTEST_PINYIN).then_some(pinyin)
}

#[derive(Debug)]
struct Name {
    brand: u32,
    plain: String,
}

/// All Chinese names, ready to be recognised by sound.
#[derive(Default)]
pub struct Sounds {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    names: Vec<Name>,
}

impl std::fmt::Debug for Sounds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sounds of {} names", self.names.len())
    }
}

/// What a search by sound fills and uses again.
#[derive(Debug, Default, Clone)]
pub struct Heard {
    sounds: String,
    places: Vec<u32>,
}

impl Sounds {
    /// Of all brands, in their order.
    #[must_use]
    pub fn of(brands: &[Brand]) -> Self {
        let mut patterns: FxHashMap<String, u32> = FxHashMap::default();
        let mut names = Vec::new();
        for (brand, number) in brands.iter().zip(0..) {
            let aliases = brand.aliases.iter().filter(|alias| !alias.is_weak()).map(Alias::text);
            for name in aliases.chain([brand.name.as_str()]) {
                let plain = Folded::of(name).plain().to_owned();
                let sounds: String = plain.chars().map(sound_of).collect();
                if sounds.chars().count() >= SHORTEST && !sounds.contains(SILENT) {
                    patterns.entry(sounds).or_insert(names.len() as u32);
                    names.push(Name { brand: number, plain });
                }
            }
        }
        // Names are few and short; were they ever too many, they would only not be heard.
        let automaton = (!patterns.is_empty()).then(|| CharwiseDoubleArrayAhoCorasick::with_values(patterns).ok());
        Self {
            automaton: automaton.flatten(),
            names,
        }
    }

    /// Adds the names that a text writes with other characters.
    pub fn find(&self, text: &Folded, heard: &mut Heard, found: &mut Vec<Found>) {
        let Some(automaton) = &self.automaton else { return };
        if text.shape().is_ascii() {
            return;
        }
        heard.sounds.clear();
        heard.places.clear();
        let mut last = SILENT;
        for (at, c) in text.shape().char_indices() {
            let sound = if c.is_ascii() { SILENT } else { sound_of(c) };
            // One silence is as good as many.
            if sound != SILENT || last != SILENT {
                heard.sounds.push(sound);
                heard.places.push(at as u32);
            }
            last = sound;
        }
        heard.places.push(text.shape().len() as u32);
        let bytes = SILENT.len_utf8();
        for hit in automaton.find_overlapping_iter(&heard.sounds) {
            let name = &self.names[hit.value() as usize];
            let (start, end) = (
                heard.places[hit.start() / bytes] as usize,
                heard.places[hit.end() / bytes] as usize,
            );
            if text.plain_of(start, end) != name.plain {
                found.push(Found {
                    role: Role::Name {
                        brand: name.brand,
                        weak: false,
                    },
                    start,
                    end,
                    writing: Writing::SameSound,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let brand = Brand {
            name: "adidas".to_owned(),
            aliases: vec![Alias::Plain("阿迪达斯".to_owned())],
            ..Brand::default()
        };
        let text = Folded::of(text);
        let mut found = Vec::new();
        Sounds::of(&[brand]).find(&text, &mut Heard::default(), &mut found);
        found
            .iter()
            .map(|find| text.written_of(find.start, find.end).to_owned())
            .collect()
    }

    #[test]
    fn names_are_heard() {
        assert_eq!(found("正品阿迪达思跑鞋"), ["阿迪达思"]);
        assert_eq!(found("啊地大四"), ["啊地大四"]);
        assert!(found("阿迪达斯跑鞋").is_empty(), "that is the name itself");
        assert!(found("阿迪").is_empty());
    }

    #[test]
    fn names_have_a_pinyin() {
        assert_eq!(pinyin("耐克").as_deref(), Some("naike"));
        assert_eq!(pinyin("阿迪达斯").as_deref(), Some("adidasi"));
        assert_eq!(pinyin("古驰").as_deref(), Some("guchi"));
        assert_eq!(pinyin("阿迪"), None);
        assert_eq!(pinyin("Nike"), None);
    }
}
