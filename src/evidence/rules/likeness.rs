//! Which pictures look alike: what a picture looks like in 63 bits, how far two are apart, and where near ones are looked for.
//!
//! A picture in grey, [`SIDE`] pixels each way, is taken apart into waves (a discrete cosine transform). Of the 63 slowest
//! ones, without the even shade, each is one bit: whether it is stronger than the middle one of them. What resizing and
//! compressing change is fast; what stays is slow. Shades do not matter, only what is lighter than what. Turning and cutting
//! off more than a rim change it.
//!
//! Measured on 275 logos of 63 brands: a copy at four fifths of the size is within [`ALIKE`] in 275 cases of 275, and of 37,198
//! pairs of different brands none is (docs/adr/0037).

use std::f64::consts::PI;

/// Pixels of the grey picture, each way.
pub const SIDE: usize = 32;
/// Waves that are looked at, each way.
const WAVES: usize = 8;
/// Shades between the darkest and the lightest pixel, below which there is nothing to see but noise.
const FAINTEST: u8 = 16;
/// In how many bits two pictures differ at most that look alike.
pub const ALIKE: u32 = 10;
/// Counts the changes of this rule: only what one version of it made is compared. A new one comes with a migration that has
/// everything made anew.
pub const VERSION: i32 = 1;
/// Parts of a fingerprint by which near ones are looked for.
pub const BANDS: usize = 4;

/// What a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Of a grey picture, [`SIDE`] pixels each way, row by row. `None` where it shows nothing: all such are alike, and tell
    /// nothing.
    #[must_use]
    pub fn of(grey: &[u8]) -> Option<Self> {
        let (darkest, lightest) = (grey.iter().min()?, grey.iter().max()?);
        if lightest - darkest < FAINTEST {
            return None;
        }
        let waves = waves(grey);
        let mut ordered = waves.clone();
        ordered.sort_unstable_by(f64::total_cmp);
        let middle = ordered.get(ordered.len() / 2)?;
        let bits = waves
            .iter()
            .fold(0_u64, |bits, wave| (bits << 1) | u64::from(wave > middle));
        Some(Self(bits))
    }

    /// As it stands in the database.
    #[must_use]
    pub fn stored(self) -> i64 {
        self.0.cast_signed()
    }

    /// From what stands there.
    #[must_use]
    pub fn read(stored: i64) -> Self {
        Self(stored.cast_unsigned())
    }

    /// In how many bits it differs from another one.
    #[must_use]
    pub fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }

    /// Its parts, 16 bits each.
    #[must_use]
    pub fn bands(self) -> [u16; BANDS] {
        let bytes = self.0.to_be_bytes();
        std::array::from_fn(|band| u16::from_be_bytes([bytes[2 * band], bytes[2 * band + 1]]))
    }

    /// For each part, what it may be in a fingerprint that is near: of two that differ in at most 11 bits, one of the four
    /// parts differs in at most two, so that whatever is [`ALIKE`] is among what is found by these.
    #[must_use]
    pub fn near(self) -> [Vec<i32>; BANDS] {
        self.bands().map(within_two)
    }
}

/// A part, and what differs from it in one bit or in two: 137 values.
fn within_two(band: u16) -> Vec<i32> {
    let flips: Vec<u16> = std::iter::once(0).chain((0..16).map(|bit| 1_u16 << bit)).collect();
    let mut near = vec![i32::from(band)];
    for (at, one) in flips.iter().enumerate() {
        let others = flips.iter().skip(at + 1);
        near.extend(others.map(|other| i32::from(band ^ one ^ other)));
    }
    near
}

/// How strong each of the slow waves is, but the even shade.
fn waves(grey: &[u8]) -> Vec<f64> {
    let across: Vec<[f64; WAVES]> = grey
        .chunks_exact(SIDE)
        .map(|row| std::array::from_fn(|wave| strength(row.iter().map(|shade| f64::from(*shade)), wave)))
        .collect();
    (1..WAVES * WAVES)
        .map(|place| strength(across.iter().map(|row| row[place % WAVES]), place / WAVES))
        .collect()
}

/// How strong a wave is in what follows each other.
fn strength(shades: impl Iterator<Item = f64>, wave: usize) -> f64 {
    shades.enumerate().map(|(at, shade)| shade * cosine(wave, at)).sum()
}

fn cosine(wave: usize, at: usize) -> f64 {
    let turns = (2 * at + 1) as f64 * wave as f64 / (2 * SIDE) as f64;
    (PI * turns).cos()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A grey picture: `shade` of column and row.
    fn grey(shade: impl Fn(usize, usize) -> u8) -> Vec<u8> {
        let places = (0..SIDE * SIDE).map(|place| (place % SIDE, place / SIDE));
        places.map(|(x, y)| shade(x, y)).collect()
    }

    /// A disc on a slope.
    fn disc(x: usize, y: usize) -> u8 {
        let inside = x.abs_diff(11).pow(2) + y.abs_diff(19).pow(2) < 64;
        u8::try_from(if inside { 180 } else { 20 + 2 * x + y }).unwrap()
    }

    /// Numbers of which each looks like chance.
    fn chances() -> impl Iterator<Item = u64> {
        let next = |last: &u64| {
            Some(
                last.wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407),
            )
        };
        std::iter::successors(Some(7_u64), next).skip(1)
    }

    #[test]
    fn shades_do_not_matter_and_shapes_do() {
        let of = |shade: fn(usize, usize) -> u8| Fingerprint::of(&grey(shade)).unwrap();
        let own = of(disc);
        assert!(
            own.distance(of(|x, y| disc(x, y) / 2 + 60)) <= 4,
            "half of the contrast"
        );
        assert!(own.distance(of(|x, y| disc(y, SIDE - 1 - x))) > ALIKE, "turned");
        assert!(own.distance(of(|x, y| disc(SIDE - 1 - x, y))) > ALIKE, "mirrored");
        assert_eq!(own.distance(own), 0);
        assert_eq!(own.0.count_ones(), 31, "half of them are stronger than the middle one");
    }

    #[test]
    fn what_shows_nothing_has_no_fingerprint() {
        assert_eq!(Fingerprint::of(&grey(|_, _| 200)), None);
        assert_eq!(
            Fingerprint::of(&grey(|x, _| 200 + u8::try_from(x % 15).unwrap())),
            None,
            "noise"
        );
        assert_eq!(Fingerprint::of(&[]), None);
        assert!(Fingerprint::of(&grey(|x, _| 200 + u8::try_from(x % 17).unwrap())).is_some());
    }

    #[test]
    fn it_is_read_as_it_was_stored_and_its_parts_are_all_of_it() {
        for bits in [0, 1, u64::MAX, 1 << 63, 0x0123_4567_89ab_cdef] {
            let own = Fingerprint(bits);
            assert_eq!(Fingerprint::read(own.stored()), own);
            let whole = own
                .bands()
                .iter()
                .fold(0_u64, |all, band| (all << 16) | u64::from(*band));
            assert_eq!(whole, bits);
        }
    }

    /// 500 pairs that differ in up to eleven bits, at places of chance.
    #[test]
    fn whatever_is_alike_is_found_by_one_of_the_parts() {
        let chances: Vec<u64> = chances().take(30_000).collect();
        for pair in chances.chunks_exact(60) {
            let own = Fingerprint(pair[0]);
            let wanted = usize::try_from((pair[1] >> 40) % 12).unwrap();
            let places = pair[2..].iter().take(wanted).map(|chance| chance >> 58);
            let flips = places.fold(0_u64, |all, place| all | (1 << place));
            let other = Fingerprint(own.0 ^ flips);
            assert!(own.distance(other) <= 11);
            let bands = other.bands().map(i32::from);
            let is_found = own.near().iter().zip(bands).any(|(near, band)| near.contains(&band));
            assert!(is_found, "{own:?} {other:?}");
        }
        let near = within_two(0x1234);
        assert_eq!(near.iter().collect::<BTreeSet<_>>().len(), 137);
    }
}
