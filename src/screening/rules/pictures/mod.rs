//! Pictures by what they look like: a fingerprint that turning, scaling and recompressing leave nearly as it was, and an
//! index that finds near ones among millions.
//!
//! The disc around a picture's centre is described by waves around the centre and waves outwards. Turning a picture turns
//! the phase of the waves around the centre and nothing else, so one fingerprint gives the codes of all its rotations by
//! arithmetic, without the picture. A code has one bit for each wave: its sign. Pictures that show the same differ in few
//! bits, whatever their size and quality.
//!
//! A part cut out of a picture shows less of it, so what is known is kept at several zooms ([`Fingerprint::zooms`]): the
//! whole and what is left of it when its border is cut away.

mod index;

use std::{
    f32::consts::{PI, TAU},
    fmt,
    sync::OnceLock,
};

use image::{GrayImage, imageops};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

pub use index::{Index, Near};

/// Signs of waves, one bit each.
pub type Code = u64;

/// Codes that differ in more bits show different things.
pub const NEAR: u32 = 10;

/// Pictures whose waves are less alike show different things.
pub const ALIKE: f32 = 0.75;

/// How many rotations of a picture are tried.
pub const ROTATIONS: usize = 24;

/// How much of a known picture is looked at: all, and without its border.
const ZOOMS: [f32; 3] = [1.0, 0.85, 0.7];

const RINGS: usize = 24;
const SPOKES: usize = 48;
/// Waves outwards, for those that go around the centre and for those that do not.
const OUTWARDS: usize = 9;
const OUTWARDS_ROUND: usize = 10;
/// Waves around the centre.
const AROUND: usize = 3;
const NUMBERS: usize = OUTWARDS_ROUND + OUTWARDS * AROUND * 2;
/// Pictures are made this small first, so that the cost is the same for all and detail does not alias.
const SMALL: u32 = 96;

/// What a picture looks like: how strong each wave is, as a share of the strongest. 128 hexadecimal digits as text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([i8; NUMBERS]);

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({})", self.to_hex())
    }
}

impl Fingerprint {
    /// Of a whole picture.
    #[must_use]
    pub fn of(picture: &GrayImage) -> Self {
        Self::at(&small(picture), 1.0)
    }

    /// Of a known picture, so that parts of it are recognised too.
    #[must_use]
    pub fn zooms(picture: &GrayImage) -> Vec<Self> {
        let picture = small(picture);
        ZOOMS.iter().map(|zoom| Self::at(&picture, *zoom)).collect()
    }

    fn at(picture: &GrayImage, zoom: f32) -> Self {
        let rings = rings(picture, zoom);
        let waves = waves();
        let mut numbers = [0.0_f32; NUMBERS];
        for (ring, around) in rings.iter().enumerate() {
            for (number, outwards) in numbers.iter_mut().zip(&waves.outwards[1..]) {
                *number += around[0] * outwards[ring];
            }
            for wave in 0..OUTWARDS {
                for part in 0..AROUND * 2 {
                    let at = OUTWARDS_ROUND + wave * AROUND * 2 + part;
                    numbers[at] += around[part + 1] * waves.outwards[wave][ring];
                }
            }
        }
        let strongest = numbers.iter().fold(f32::EPSILON, |most, number| most.max(number.abs()));
        Self(numbers.map(|number| (number / strongest * 127.0) as i8))
    }

    /// The code of the picture as it is.
    #[must_use]
    pub fn code(&self) -> Code {
        self.turned(0)
    }

    /// The codes of all its rotations.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        (0..ROTATIONS).map(|turn| self.turned(turn))
    }

    fn turned(&self, turn: usize) -> Code {
        let waves = waves();
        let mut code = 0;
        let mut bit = 0;
        let mut put = |number: f32| {
            code |= Code::from(number > 0.0) << bit;
            bit += 1;
        };
        let number = |at: usize| f32::from(self.0[at]);
        (0..OUTWARDS_ROUND).for_each(|at| put(number(at)));
        for wave in 0..OUTWARDS {
            for around in 0..AROUND {
                let at = OUTWARDS_ROUND + (wave * AROUND + around) * 2;
                let (sin, cos) = waves.turns[turn][around];
                put(number(at) * cos - number(at + 1) * sin);
                put(number(at) * sin + number(at + 1) * cos);
            }
        }
        code
    }

    /// In how many bits two pictures differ when one is turned as well as can be.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        let code = other.code();
        self.codes()
            .map(|turned| (turned ^ code).count_ones())
            .min()
            .unwrap_or(u32::MAX)
    }

    /// Whether two pictures show the same: in some rotation few bits differ, and the waves behind them are as strong. Bits
    /// alone take simple shapes, of which there are few, for one another.
    #[must_use]
    pub fn shows(&self, other: &Self) -> bool {
        let code = other.code();
        let is_near = |turn: &usize| (self.turned(*turn) ^ code).count_ones() <= NEAR;
        (0..ROTATIONS)
            .filter(is_near)
            .any(|turn| self.alike(other, turn) >= ALIKE)
    }

    /// The cosine between the waves around the centre of both, when one is turned. What goes around the centre tells shapes
    /// apart; light and dark rings are much the same in all logos on white.
    fn alike(&self, other: &Self, turn: usize) -> f32 {
        let waves = waves();
        let number = |at: usize| f32::from(self.0[at]);
        let (mut product, mut own, mut its) = (0.0, 0.0, 0.0);
        for pair in 0..OUTWARDS * AROUND {
            let at = OUTWARDS_ROUND + pair * 2;
            let (sin, cos) = waves.turns[turn][pair % AROUND];
            let turned = (
                number(at) * cos - number(at + 1) * sin,
                number(at) * sin + number(at + 1) * cos,
            );
            let known = (f32::from(other.0[at]), f32::from(other.0[at + 1]));
            product += turned.0 * known.0 + turned.1 * known.1;
            own += turned.0 * turned.0 + turned.1 * turned.1;
            its += known.0 * known.0 + known.1 * known.1;
        }
        product / (own * its).sqrt().max(f32::EPSILON)
    }

    fn to_hex(self) -> String {
        use fmt::Write as _;
        let mut text = String::with_capacity(NUMBERS * 2);
        for number in self.0 {
            // Writing to a string cannot fail.
            let _ = write!(text, "{:02x}", number.cast_unsigned());
        }
        text
    }

    fn from_hex(text: &str) -> Option<Self> {
        let mut numbers = [0_i8; NUMBERS];
        if text.len() != NUMBERS * 2 || !text.is_ascii() {
            return None;
        }
        for (number, at) in numbers.iter_mut().zip((0..).step_by(2)) {
            *number = u8::from_str_radix(&text[at..at + 2], 16).ok()?.cast_signed();
        }
        Some(Self(numbers))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_hex())
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text).ok_or_else(|| D::Error::custom("a fingerprint has 128 hexadecimal digits"))
    }
}

fn small(picture: &GrayImage) -> GrayImage {
    let (width, height) = picture.dimensions();
    let most = width.max(height).max(1);
    if most <= SMALL {
        return picture.clone();
    }
    let scaled = |length: u32| (length * SMALL / most).max(1);
    imageops::thumbnail(picture, scaled(width), scaled(height))
}

/// For each ring from the centre outwards: its mean, and the waves around it.
fn rings(picture: &GrayImage, zoom: f32) -> [[f32; AROUND * 2 + 1]; RINGS] {
    let (width, height) = picture.dimensions();
    let (width, height) = (width as f32, height as f32);
    let radius = width.min(height) / 2.0 * zoom;
    let waves = waves();
    let mut rings = [[0.0; AROUND * 2 + 1]; RINGS];
    for (at, ring) in rings.iter_mut().enumerate() {
        let distance = radius * (at as f32 + 0.5) / RINGS as f32;
        for spoke in &waves.spokes {
            let x = width / 2.0 + distance * spoke.x;
            let y = height / 2.0 + distance * spoke.y;
            let light = sample(picture, x - 0.5, y - 0.5);
            ring[0] += light;
            for part in 0..AROUND * 2 {
                ring[part + 1] += light * spoke.around[part];
            }
        }
    }
    rings
}

/// The light between pixels.
fn sample(picture: &GrayImage, x: f32, y: f32) -> f32 {
    let (width, height) = picture.dimensions();
    let (x, y) = (x.clamp(0.0, (width - 1) as f32), y.clamp(0.0, (height - 1) as f32));
    let (left, top) = (x as u32, y as u32);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (across, down) = (x - left as f32, y - top as f32);
    let light = |x, y| f32::from(picture.get_pixel(x, y).0[0]);
    let upper = light(left, top) * (1.0 - across) + light(right, top) * across;
    let lower = light(left, bottom) * (1.0 - across) + light(right, bottom) * across;
    upper * (1.0 - down) + lower * down
}

struct Spoke {
    x: f32,
    y: f32,
    around: [f32; AROUND * 2],
}

/// Everything trigonometric, once.
struct Waves {
    spokes: Vec<Spoke>,
    outwards: [[f32; RINGS]; OUTWARDS_ROUND + 1],
    turns: [[(f32, f32); AROUND]; ROTATIONS],
}

fn waves() -> &'static Waves {
    static WAVES: OnceLock<Waves> = OnceLock::new();
    WAVES.get_or_init(|| {
        let spokes = (0..SPOKES).map(|spoke| {
            let angle = TAU * spoke as f32 / SPOKES as f32;
            let mut around = [0.0; AROUND * 2];
            for wave in 0..AROUND {
                let (sin, cos) = (angle * (wave + 1) as f32).sin_cos();
                around[wave * 2] = cos;
                around[wave * 2 + 1] = sin;
            }
            Spoke {
                x: angle.cos(),
                y: angle.sin(),
                around,
            }
        });
        let mut outwards = [[0.0; RINGS]; OUTWARDS_ROUND + 1];
        for (wave, row) in outwards.iter_mut().enumerate() {
            for (ring, weight) in row.iter_mut().enumerate() {
                let place = (ring as f32 + 0.5) / RINGS as f32;
                // Rings further out cover more of the picture.
                *weight = (PI * wave as f32 * place).cos() * place.sqrt();
            }
        }
        let mut turns = [[(0.0, 1.0); AROUND]; ROTATIONS];
        for (turn, row) in turns.iter_mut().enumerate() {
            for (wave, phase) in row.iter_mut().enumerate() {
                *phase = (TAU * (turn * (wave + 1)) as f32 / ROTATIONS as f32).sin_cos();
            }
        }
        Waves {
            spokes: spokes.collect(),
            outwards,
            turns,
        }
    })
}

#[cfg(test)]
mod tests {
    use image::Luma;
    use proptest::prelude::*;

    use super::*;

    /// A picture of a few blots, of which `seed` decides.
    fn blots(seed: u64, size: u32, angle: f32, zoom: f32) -> GrayImage {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as f32 / (1_u64 << 24) as f32
        };
        let blots: Vec<[f32; 4]> = (0..14)
            .map(|_| {
                [
                    next() * 1.8 - 0.9,
                    next() * 1.8 - 0.9,
                    0.08 + next() * 0.25,
                    next() * 220.0,
                ]
            })
            .collect();
        let (sin, cos) = angle.sin_cos();
        GrayImage::from_fn(size, size, |x, y| {
            let place = |at: u32| ((at as f32 + 0.5) / size as f32 * 2.0 - 1.0) * zoom;
            let (x, y) = (place(x), place(y));
            let (x, y) = (x * cos + y * sin, y * cos - x * sin);
            let blot = blots
                .iter()
                .find(|[left, top, radius, _]| (x - left).hypot(y - top) < *radius);
            Luma([blot.map_or(255, |blot| blot[3] as u8)])
        })
    }

    #[test]
    fn turned_and_scaled_pictures_stay_near() {
        let mut far = 0;
        for seed in 1..60 {
            let known = Fingerprint::of(&blots(seed, 200, 0.0, 1.0));
            for (size, angle) in [(70, 0.0), (200, 0.5), (120, 2.0), (333, 3.1), (90, 4.5), (64, 0.13)] {
                far += u32::from(!Fingerprint::of(&blots(seed, size, angle, 1.0)).shows(&known));
            }
        }
        assert!(far <= 9, "{far} of 354 are not recognised");
    }

    #[test]
    fn parts_of_known_pictures_are_recognised() {
        let mut far = 0;
        for seed in 1..60 {
            let known = Fingerprint::zooms(&blots(seed, 200, 0.0, 1.0));
            for zoom in [0.85, 0.7] {
                let part = Fingerprint::of(&blots(seed, 150, 0.3, zoom));
                far += u32::from(known.iter().all(|known| !part.shows(known)));
            }
        }
        assert!(far <= 6, "{far} of 118 are not recognised");
    }

    #[test]
    fn other_pictures_are_far() {
        let all: Vec<_> = (1..80)
            .map(|seed| Fingerprint::of(&blots(seed, 100, 0.0, 1.0)))
            .collect();
        for (at, one) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| one.distance(other) > NEAR));
        }
    }

    #[test]
    fn the_smallest_pictures_are_no_trouble() {
        for (width, height) in [(1, 1), (1, 500), (500, 1), (2, 3)] {
            let _ = Fingerprint::zooms(&GrayImage::new(width, height));
        }
    }

    proptest! {
        #[test]
        fn text_keeps_a_fingerprint(numbers in proptest::collection::vec(any::<i8>(), NUMBERS)) {
            let fingerprint = Fingerprint(numbers.try_into().unwrap());
            let text = serde_json::to_string(&fingerprint).unwrap();
            prop_assert_eq!(serde_json::from_str::<Fingerprint>(&text).unwrap(), fingerprint);
        }

        #[test]
        fn other_text_is_refused(text in "[0-9a-gé]{126,130}") {
            let is_right = text.len() == 128 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            prop_assert_eq!(serde_json::from_str::<Fingerprint>(&format!("\"{text}\"")).is_ok(), is_right);
        }
    }
}
