//! What brands know and share for screening, as data: names, products with their price, signs of fakes, authorised
//! sellers, domains; and the words that those who sell fakes use.
//!
//! A brand is screened for only on the strength of a right that is in force on the day (invariant I34): an expired or
//! invalid right blocks new acts, and a brand without any is left out.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    folding::Folded,
    pictures::Fingerprint,
    terms::{Term, TermKind},
};

/// Everything the engine is told.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Knowledge {
    /// The brands.
    pub brands: Vec<Brand>,
    /// Words of the trade, of no brand in particular.
    pub terms: Vec<Term>,
}

/// A brand and what it knows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// A stable code, given back with a hit.
    pub code: String,
    /// The name.
    pub name: String,
    /// Other names: nicknames, names in other scripts, spellings that were met. Pinyin of Chinese names, look-alikes and
    /// writings with or without spaces are made of these.
    pub aliases: Vec<Alias>,
    /// Words that are never this brand, however near: `channel` is not Chanel.
    pub unlike: Vec<String>,
    /// Goods the brand sells (`hoodie`), for names that are everyday words.
    pub goods: Vec<String>,
    /// The brand's own domains.
    pub domains: Vec<String>,
    /// Names of the brand's devices that others make parts for (`DeskJet`): what a part is compatible *with*.
    pub devices: Vec<String>,
    /// The rights on which the brand acts.
    pub rights: Vec<Right>,
    /// Its products.
    pub products: Vec<Product>,
    /// Signs of fakes that can be read in a listing.
    pub features: Vec<FakeFeature>,
    /// Who may sell.
    pub authorized: Vec<AuthorizedSeller>,
    /// Sellers whom the brand's people watch.
    pub watched: Vec<WatchedSeller>,
    /// Pictures that say something when they are met again.
    pub pictures: Vec<KnownPicture>,
    /// Listings that were confirmed and removed; they are known again for [`RELISTED_WITHIN`] days.
    pub removed: Vec<RemovedListing>,
}

/// For how many days a removed listing is known again.
pub const RELISTED_WITHIN: i32 = 90;

/// A listing that was confirmed and removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedListing {
    /// What a finding calls it.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The day it was removed.
    pub removed_on: Date,
    /// Fingerprints of its pictures.
    #[serde(default)]
    pub pictures: Vec<Fingerprint>,
}

/// Another name of a brand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Alias {
    /// Names the brand wherever it stands.
    Plain(String),
    /// With more said about it.
    Told {
        /// The name.
        text: String,
        /// An everyday word too: it counts only where the brand, a product of it or its goods are named beside it.
        #[serde(default)]
        weak: bool,
    },
}

impl Alias {
    /// The name.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Told { text, .. } => text,
        }
    }

    /// Whether it is an everyday word too.
    #[must_use]
    pub const fn is_weak(&self) -> bool {
        matches!(self, Self::Told { weak: true, .. })
    }
}

/// When a right is in force. An open end stands for a right that is renewed without end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Right {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Declared invalid, or contested so that nothing may be built on it.
    pub invalid: bool,
}

impl Right {
    /// Whether one may act on it on a day.
    #[must_use]
    pub fn is_in_force(&self, on: Date) -> bool {
        !self.invalid && within(self.from, self.until, on)
    }
}

fn within(from: Option<Date>, until: Option<Date>, on: Date) -> bool {
    from.is_none_or(|from| from <= on) && until.is_none_or(|until| on <= until)
}

/// A product of a brand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Product {
    /// Model or part number.
    pub number: String,
    /// Other spellings of it.
    pub spellings: Vec<String>,
    /// What a genuine unit costs.
    pub prices: Vec<ReferencePrice>,
}

/// What a genuine unit costs in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferencePrice {
    /// In minor units.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// A sign of a fake that can be read in a listing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FakeFeature {
    /// What it is, for the reader of a finding.
    pub name: String,
    /// Words that show it.
    pub words: Vec<String>,
    /// How much it says, 0 to 1.
    pub weight: f64,
}

/// A shop that a brand stands by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuthorizedSeller {
    /// The platform.
    pub platform: String,
    /// The platform's own id of the shop.
    pub seller_id: String,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// A shop that the brand's people watch: what it offers is looked at more closely, and proves nothing by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchedSeller {
    /// The platform.
    pub platform: String,
    /// The platform's own id of the shop.
    pub seller_id: String,
}

/// A picture that says something when it is met again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KnownPicture {
    /// What it looks like.
    pub fingerprint: Fingerprint,
    /// What it says.
    pub kind: PictureKind,
}

/// What a picture says that is met again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// It showed a fake.
    Fake,
    /// It is the brand's own, and only authorised sellers may use it.
    Genuine,
    /// Other shops use it.
    Shared,
}

impl Knowledge {
    /// What may be acted on that day: brands with a right in force, and sellers who are authorised on it.
    #[must_use]
    pub fn in_force(&self, on: Date) -> Self {
        let brands = self
            .brands
            .iter()
            .filter(|brand| brand.rights.iter().any(|right| right.is_in_force(on)));
        Self {
            brands: brands.map(|brand| brand.on(on)).collect(),
            terms: self.terms.clone(),
        }
    }

    /// Takes over the words of a table. Those that name a brand become its aliases where the brand is known; the number
    /// of those that name an unknown one is given back.
    pub fn add_terms(&mut self, terms: Vec<Term>) -> usize {
        let mut strangers = 0;
        for term in terms {
            if !matches!(term.kind, TermKind::BrandName | TermKind::Evasive) {
                self.terms.push(term);
                continue;
            }
            let named = Folded::of(&term.meaning).plain().to_owned();
            let brand = self.brands.iter_mut().find(|brand| brand.is_named_by(&named));
            match brand {
                Some(brand) => brand.aliases.push(Alias::Plain(term.text)),
                None => strangers += 1,
            }
        }
        strangers
    }
}

impl Brand {
    fn on(&self, on: Date) -> Self {
        let mut brand = self.clone();
        brand.authorized.retain(|seller| within(seller.from, seller.until, on));
        // A date that cannot be reckoned with is long past.
        let days = |removed: &RemovedListing| (on - removed.removed_on).get_days();
        brand
            .removed
            .retain(|removed| (0..=RELISTED_WITHIN).contains(&days(removed)));
        brand
    }

    /// Whether a text in plain form begins with the brand's name.
    fn is_named_by(&self, text: &str) -> bool {
        let name = Folded::of(&self.name);
        let rest = text.strip_prefix(name.plain());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn i34_a_right_that_is_not_in_force_blocks_screening() {
        let right = |from, until, invalid| Right { from, until, invalid };
        let day = date(2026, 3, 1);
        let cases = [
            (vec![], false),
            (vec![right(None, None, false)], true),
            (vec![right(Some(day), Some(day), false)], true),
            (vec![right(None, Some(date(2026, 2, 28)), false)], false),
            (vec![right(Some(date(2026, 3, 2)), None, false)], false),
            (vec![right(None, None, true)], false),
            (vec![right(None, None, true), right(None, None, false)], true),
        ];
        for (rights, expected) in cases {
            let brand = Brand {
                rights: rights.clone(),
                ..Brand::default()
            };
            let knowledge = Knowledge {
                brands: vec![brand],
                terms: Vec::new(),
            };
            assert_eq!(knowledge.in_force(day).brands.len() == 1, expected, "{rights:?}");
        }
    }

    #[test]
    fn an_authorisation_that_ended_is_left_out() {
        let seller = |until| AuthorizedSeller {
            until: Some(until),
            ..AuthorizedSeller::default()
        };
        let brand = Brand {
            rights: vec![Right::default()],
            authorized: vec![seller(date(2026, 1, 1)), seller(date(2026, 12, 31))],
            ..Brand::default()
        };
        let knowledge = Knowledge {
            brands: vec![brand],
            terms: Vec::new(),
        };
        assert_eq!(knowledge.in_force(date(2026, 3, 1)).brands[0].authorized.len(), 1);
    }

    #[test]
    fn words_that_name_a_brand_become_its_names() {
        let mut knowledge = Knowledge {
            brands: vec![Brand {
                name: "Nike".to_owned(),
                ..Brand::default()
            }],
            terms: Vec::new(),
        };
        let term = |text: &str, kind, meaning: &str| Term {
            text: text.to_owned(),
            kind,
            meaning: meaning.to_owned(),
            language: String::new(),
        };
        let strangers = knowledge.add_terms(vec![
            term("N1ke", TermKind::Evasive, "Nike with a digit"),
            term("X", TermKind::BrandName, "Xenon"),
            term("replica", TermKind::Open, "copy"),
        ]);
        assert_eq!(
            (strangers, knowledge.terms.len(), knowledge.brands[0].aliases.len()),
            (1, 1, 1)
        );
    }
}
