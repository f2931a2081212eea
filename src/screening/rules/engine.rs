//! Everything that is known, compiled once for a day, and never changed: whoever screens shares it.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    campaigns::RulePack,
    domains::Domains,
    folding::Folded,
    knowledge::{Alias, Brand, Knowledge, PictureKind, Product},
    lexicon::{self, Gatherer, Lexicon, Role, TooMuch},
    model::{Model, Weights},
    pictures::{Code, Fingerprint, Index},
    slips::Slips,
    sounds::{self, Sounds},
    terms::{AFFIRMATIONS, DENIALS, DEVICES, DISCLOSURES, IMITATIONS, OFFICIALS, Term, TermKind},
};

/// The shortest product number that names its brand by itself; it needs letters and digits, too.
const SHORTEST_TELLING: usize = 6;

/// A picture that says something when it is met again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub fingerprint: Fingerprint,
    pub brand: u32,
    pub says: Says,
}

/// What a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Kind(PictureKind),
    /// It was in a removed listing of the brand's.
    Removed(u32),
}

/// What one brand needs while listings are screened.
#[derive(Debug)]
pub(super) struct Ready {
    pub brand: Brand,
    pub weights: Weights,
    /// Products whose number names the brand by itself.
    pub telling: FxHashSet<u32>,
    /// Removed listings by what their titles look like.
    pub removed: FxHashMap<u64, u32>,
}

/// The engine.
#[derive(Debug)]
pub struct Engine {
    pub(super) brands: Vec<Ready>,
    pub(super) terms: Vec<Term>,
    pub(super) packs: Vec<RulePack>,
    pub(super) lexicon: Lexicon,
    pub(super) slips: Slips,
    pub(super) sounds: Sounds,
    pub(super) domains: Domains,
    pub(super) pictures: Index,
    pub(super) known: Vec<Known>,
    /// Authorised sellers: platform and id, and for which brands.
    pub(super) authorized: FxHashMap<(String, String), Vec<u32>>,
    /// Watched sellers: platform and id, and by which brands.
    pub(super) watched: FxHashMap<(String, String), Vec<u32>>,
    pub(super) has_removed: bool,
    version: String,
}

impl Engine {
    /// Compiles what may be acted on that day.
    ///
    /// # Errors
    /// When the words are more than one automaton can hold.
    pub fn compile(knowledge: &Knowledge, packs: &[RulePack], model: &Model, on: Date) -> Result<Self, TooMuch> {
        let Knowledge { brands, terms } = knowledge.in_force(on);
        let lexicon = lexicon(&brands, &terms, packs)?;
        let (known, pictures) = pictures(&brands);
        let mut authorized: FxHashMap<(String, String), Vec<u32>> = FxHashMap::default();
        let mut watched: FxHashMap<(String, String), Vec<u32>> = FxHashMap::default();
        for (brand, number) in brands.iter().zip(0..) {
            for seller in &brand.authorized {
                let key = (seller.platform.clone(), seller.seller_id.clone());
                authorized.entry(key).or_default().push(number);
            }
            for seller in &brand.watched {
                let key = (seller.platform.clone(), seller.seller_id.clone());
                watched.entry(key).or_default().push(number);
            }
        }
        Ok(Self {
            lexicon,
            slips: Slips::of(&brands),
            sounds: Sounds::of(&brands),
            domains: Domains::of(&brands),
            pictures,
            known,
            authorized,
            watched,
            has_removed: brands.iter().any(|brand| !brand.removed.is_empty()),
            brands: brands.into_iter().map(|brand| Ready::of(brand, model)).collect(),
            terms,
            packs: packs.to_vec(),
            version: model.version.clone(),
        })
    }

    /// The version of the model it weighs with.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// How many brands are screened for.
    #[must_use]
    pub fn brands(&self) -> usize {
        self.brands.len()
    }

    /// How many shapes of words are looked for.
    #[must_use]
    pub fn words(&self) -> usize {
        self.lexicon.len()
    }
}

impl Ready {
    fn of(brand: Brand, model: &Model) -> Self {
        let telling = brand
            .products
            .iter()
            .zip(0..)
            .filter(|(product, _)| is_telling(product));
        Self {
            weights: model.weights_for(&brand.code),
            telling: telling.map(|(_, number)| number).collect(),
            removed: brand
                .removed
                .iter()
                .zip(0..)
                .map(|(removed, at)| (look_of_title(&Folded::of(&removed.title)), at))
                .collect(),
            brand,
        }
    }
}

fn is_telling(product: &Product) -> bool {
    let number = &product.number;
    let has = |of: fn(&u8) -> bool| number.as_bytes().iter().any(of);
    number.len() >= SHORTEST_TELLING && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
}

/// A hash of a title's words, whatever their order: who lists again what was removed seldom writes a new title.
pub(super) fn look_of_title(text: &Folded) -> u64 {
    use std::hash::BuildHasher as _;
    let title = text
        .main_shape()
        .split(super::folding::FIELD_END)
        .next()
        .unwrap_or_default();
    let hash = |word| rustc_hash::FxBuildHasher.hash_one(word);
    title.split(' ').fold(0_u64, |sum, word| sum.wrapping_add(hash(word)))
}

fn lexicon(brands: &[Brand], terms: &[Term], packs: &[RulePack]) -> Result<Lexicon, TooMuch> {
    let mut gatherer = Gatherer::default();
    for (brand, number) in brands.iter().zip(0..) {
        add_brand(&mut gatherer, brand, number);
    }
    for (term, number) in terms.iter().zip(0..) {
        let role = match term.kind {
            TermKind::Disclosed => Role::Disclosure(lexicon::Says::Fits),
            _ => Role::Term(number),
        };
        gatherer.add(&term.text, role);
    }
    for (pack, number) in packs.iter().zip(0..) {
        pack.words
            .iter()
            .for_each(|word| gatherer.add(word, Role::Pack(number)));
    }
    for word in DISCLOSURES {
        let says = match word.chars().next_back() {
            Some('>') => lexicon::Says::BeforeName,
            Some('~') => lexicon::Says::Fits,
            _ => lexicon::Says::Always,
        };
        gatherer.add(word.trim_end_matches(['>', '~']), Role::Disclosure(says));
    }
    let own = [
        (DENIALS, Role::Denial),
        (AFFIRMATIONS, Role::Affirmation),
        (OFFICIALS, Role::Official),
        (IMITATIONS, Role::Imitation),
        (DEVICES, Role::Device),
    ];
    for (words, role) in own {
        words.iter().for_each(|word| gatherer.add(word, role));
    }
    gatherer.compile()
}

fn add_brand(gatherer: &mut Gatherer, brand: &Brand, number: u32) {
    let role = |weak| Role::Name { brand: number, weak };
    gatherer.add(&brand.name, role(false));
    let weak = |alias: &Alias| alias.is_weak();
    for alias in &brand.aliases {
        gatherer.add(alias.text(), role(weak(alias)));
    }
    for name in brand.aliases.iter().map(Alias::text).chain([brand.name.as_str()]) {
        if let Some(pinyin) = sounds::pinyin(name) {
            gatherer.add(&pinyin, Role::Sound { brand: number });
        }
    }
    brand
        .unlike
        .iter()
        .for_each(|word| gatherer.add(word, Role::Unlike { brand: number }));
    brand.devices.iter().for_each(|word| gatherer.add(word, Role::Device));
    brand
        .goods
        .iter()
        .for_each(|word| gatherer.add(word, Role::Goods { brand: number }));
    for (product, at) in brand.products.iter().zip(0..) {
        for spelling in [&product.number].into_iter().chain(&product.spellings) {
            gatherer.add(
                spelling,
                Role::Product {
                    brand: number,
                    product: at,
                },
            );
        }
    }
    for (feature, at) in brand.features.iter().zip(0..) {
        let role = Role::Feature {
            brand: number,
            feature: at,
        };
        feature.words.iter().for_each(|word| gatherer.add(word, role));
    }
}

fn pictures(brands: &[Brand]) -> (Vec<Known>, Index) {
    let mut known = Vec::new();
    let mut codes: Vec<(Code, u32)> = Vec::new();
    for (brand, number) in brands.iter().zip(0..) {
        let own = brand
            .pictures
            .iter()
            .map(|picture| (picture.fingerprint, Says::Kind(picture.kind)));
        let removed = brand.removed.iter().zip(0..);
        let removed =
            removed.flat_map(|(listing, at)| listing.pictures.iter().map(move |print| (*print, Says::Removed(at))));
        for (fingerprint, says) in own.chain(removed) {
            codes.push((fingerprint.code(), known.len() as u32));
            known.push(Known {
                fingerprint,
                brand: number,
                says,
            });
        }
    }
    let index = Index::of(if codes.is_empty() { &[] } else { &codes });
    (known, index)
}
