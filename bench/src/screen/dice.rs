//! Words and numbers by chance, the same in every run.

/// A small generator of numbers (Steele, Lea and Flood's SplitMix).
pub struct Dice(u64);

impl Dice {
    /// With a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub const fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one, which is above 0.
    pub const fn below(&mut self, end: usize) -> usize {
        (self.any() % end as u64) as usize
    }

    /// A word of so many syllables.
    pub fn latin_word(&mut self, syllables: usize) -> String {
        const FIRST: &[&str] = &[
            "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v",
        ];
        const LAST: &[&str] = &["a", "e", "i", "o", "u", "an", "er", "ol", "im", "us", "ei"];
        let syllable = |dice: &mut Self| format!("{}{}", FIRST[dice.below(FIRST.len())], LAST[dice.below(LAST.len())]);
        (0..syllables).map(|_| syllable(self)).collect()
    }

    /// A word of so many common characters.
    pub fn chinese_word(&mut self, characters: usize) -> String {
        let character = |dice: &mut Self| char::from_u32(0x4e00 + dice.below(3_000) as u32).unwrap_or('一');
        (0..characters).map(|_| character(self)).collect()
    }
}
