//! The text that people write in the studio: what a brand knows beside the registry, or a campaign of the alliance. TOML or
//! JSON, checked as a whole before it is kept, because a version that is kept never changes.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::{
    campaigns::{Condition, RulePack},
    knowledge::{Alias, Brand, FakeFeature, Product},
    score::Infringement,
    terms::Term,
};

/// The longest text, in bytes.
pub const LONGEST: usize = 256 * 1024;
/// Most words of all kinds in one text.
pub const MOST_WORDS: usize = 5_000;
/// The longest word, in characters.
const LONGEST_WORD: usize = 100;

/// What rules are about.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    VariantArray,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PackKind {
    /// What a brand knows, or words of the trade.
    General,
    /// Marks hidden in pictures and promised in the parcel.
    LogoObscuring,
    /// Goods made to be taken for the brand's.
    LookAlikes,
    /// The brand's name draws those who look for it to something else.
    KeywordStuffing,
    /// Shops that did it before.
    RepeatInfringers,
}

impl PackKind {
    /// What a campaign of this kind is about; nothing of general rules.
    #[must_use]
    pub const fn infringement(self) -> Option<Infringement> {
        match self {
            Self::General => None,
            Self::LogoObscuring => Some(Infringement::LogoObscured),
            Self::LookAlikes => Some(Infringement::LookalikeShanzhai),
            Self::KeywordStuffing => Some(Infringement::KeywordStuffing),
            Self::RepeatInfringers => Some(Infringement::RepeatInfringement),
        }
    }
}

/// What a text says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PackText {
    /// Other names of the brand.
    pub aliases: Vec<Alias>,
    /// Words that are never the brand.
    pub unlike: Vec<String>,
    /// Goods the brand sells.
    pub goods: Vec<String>,
    /// The brand's own domains.
    pub domains: Vec<String>,
    /// Devices of the brand that others make parts for.
    pub devices: Vec<String>,
    /// Products with their numbers and reference prices.
    pub products: Vec<Product>,
    /// Signs of fakes.
    pub features: Vec<FakeFeature>,
    /// Words of the trade; only of the alliance.
    pub terms: Vec<Term>,
    /// Campaigns.
    pub campaigns: Vec<RulePack>,
}

/// Why a text is not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It is longer than anybody can look through.
    #[error("the rules have more than {LONGEST} bytes")]
    TooLong,
    /// It is neither TOML nor JSON of the right shape.
    #[error("the rules cannot be read: {0}")]
    Unreadable(String),
    /// There are more words than one version may have.
    #[error("the rules have more than {MOST_WORDS} words")]
    TooManyWords,
    /// A word is empty, too long, or has characters that cannot be shown.
    #[error("{place}: `{word}` is empty, has more than {LONGEST_WORD} characters, or ones that cannot be shown")]
    Word {
        /// In which list.
        place: &'static str,
        /// The word, shortened.
        word: String,
    },
    /// A number is outside of 0 to 1.
    #[error("{place}: the number has to be between 0 and 1")]
    Share {
        /// Of what.
        place: String,
    },
    /// A price is not above zero, or its currency is no code.
    #[error("products: the price of `{0}` needs minor units above 0 and a currency of three capital letters")]
    Price(String),
    /// It says what only a brand can say, or only the alliance.
    #[error("`{0}` cannot stand in rules of this scope")]
    Misplaced(&'static str),
    /// Rules of a campaign have to be that campaign.
    #[error("rules of this kind have exactly one campaign, and it is about {0}")]
    OtherCampaign(&'static str),
    /// A campaign that asks nothing would be met by every listing.
    #[error("the campaign `{0}` needs at least one condition under `any`")]
    Unconditional(String),
    /// A campaign names brands by itself.
    #[error("the campaign `{0}` cannot name brands: whose rules these are says for which it is")]
    NamesBrands(String),
}

impl PackText {
    /// Reads and checks a text of a kind, of a brand or of the alliance.
    ///
    /// # Errors
    /// The first thing that is wrong with it, in words that its author can act on.
    pub fn read(text: &str, kind: PackKind, of_brand: bool) -> Result<Self, PackError> {
        if text.len() > LONGEST {
            return Err(PackError::TooLong);
        }
        let read: Self = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| PackError::Unreadable(error.to_string()))?
        } else {
            toml::from_str(text).map_err(|error| PackError::Unreadable(error.message().to_owned()))?
        };
        read.placed(kind, of_brand)?;
        read.words()?;
        read.numbers()?;
        Ok(read)
    }

    fn placed(&self, kind: PackKind, of_brand: bool) -> Result<(), PackError> {
        let knows = [
            ("aliases", self.aliases.is_empty()),
            ("unlike", self.unlike.is_empty()),
            ("goods", self.goods.is_empty()),
            ("domains", self.domains.is_empty()),
            ("devices", self.devices.is_empty()),
            ("products", self.products.is_empty()),
            ("features", self.features.is_empty()),
        ];
        let belongs_to_brand = of_brand && kind == PackKind::General;
        if let Some(&(name, _)) = knows.iter().find(|(_, is_empty)| !belongs_to_brand && !is_empty) {
            return Err(PackError::Misplaced(name));
        }
        if !self.terms.is_empty() && (of_brand || kind != PackKind::General) {
            return Err(PackError::Misplaced("terms"));
        }
        if let Some(wanted) = kind.infringement() {
            let is_it = matches!(self.campaigns.as_slice(), [one] if one.infringement == wanted);
            if !is_it {
                return Err(PackError::OtherCampaign(kind.into()));
            }
        }
        for campaign in &self.campaigns {
            if campaign.any.is_empty() {
                return Err(PackError::Unconditional(campaign.code.clone()));
            }
            if !campaign.brands.is_empty() {
                return Err(PackError::NamesBrands(campaign.code.clone()));
            }
        }
        Ok(())
    }

    fn words(&self) -> Result<(), PackError> {
        let aliases = self.aliases.iter().map(|alias| ("aliases", alias.text()));
        let plain = |place: &'static str, words: &[String]| {
            let words: Vec<(&'static str, String)> = words.iter().map(|word| (place, word.clone())).collect();
            words
        };
        let mut all: Vec<(&'static str, String)> = aliases.map(|(place, word)| (place, word.to_owned())).collect();
        all.extend(plain("unlike", &self.unlike));
        all.extend(plain("goods", &self.goods));
        all.extend(plain("domains", &self.domains));
        all.extend(plain("devices", &self.devices));
        for product in &self.products {
            all.push(("products", product.number.clone()));
            all.extend(plain("products", &product.spellings));
        }
        for feature in &self.features {
            all.push(("features", feature.name.clone()));
            all.extend(plain("features", &feature.words));
        }
        all.extend(self.terms.iter().map(|term| ("terms", term.text.clone())));
        for campaign in &self.campaigns {
            all.push(("campaigns", campaign.code.clone()));
            all.extend(plain("campaigns", &campaign.words));
        }
        if all.len() > MOST_WORDS {
            return Err(PackError::TooManyWords);
        }
        let is_good = |word: &str| {
            let length = word.trim().chars().count();
            (1..=LONGEST_WORD).contains(&length) && !word.chars().any(char::is_control)
        };
        match all.into_iter().find(|(_, word)| !is_good(word)) {
            Some((place, word)) => Err(PackError::Word {
                place,
                word: word.chars().filter(|c| !c.is_control()).take(40).collect(),
            }),
            None => Ok(()),
        }
    }

    fn numbers(&self) -> Result<(), PackError> {
        let is_share = |share: f64| (0.0..=1.0).contains(&share);
        if let Some(feature) = self.features.iter().find(|feature| !is_share(feature.weight)) {
            return Err(PackError::Share {
                place: format!("features: weight of `{}`", feature.name),
            });
        }
        for campaign in &self.campaigns {
            let conditions = campaign.any.iter().chain(&campaign.all);
            let mut strengths = conditions.filter_map(|condition| match condition {
                Condition::Signal { at_least, .. } => Some(*at_least),
                Condition::Words
                | Condition::BrandsInTitle { .. }
                | Condition::Confirmed { .. }
                | Condition::Removed { .. } => None,
            });
            if !is_share(campaign.weight) || !strengths.all(is_share) {
                return Err(PackError::Share {
                    place: format!("campaigns: weight or strength of `{}`", campaign.code),
                });
            }
        }
        for product in &self.products {
            let is_good =
                |currency: &str| currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
            if product
                .prices
                .iter()
                .any(|price| price.minor <= 0 || !is_good(&price.currency))
            {
                return Err(PackError::Price(product.number.clone()));
            }
        }
        Ok(())
    }

    /// Adds what a brand's people wrote to what the registry knows of the brand.
    pub fn add_to(&self, brand: &mut Brand) {
        brand.aliases.extend(self.aliases.iter().cloned());
        brand.unlike.extend(self.unlike.iter().cloned());
        brand.goods.extend(self.goods.iter().cloned());
        brand.domains.extend(self.domains.iter().cloned());
        brand.devices.extend(self.devices.iter().cloned());
        brand.products.extend(self.products.iter().cloned());
        brand.features.extend(self.features.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRAND: &str = r#"
        aliases = ["诺德海文", { text = "haven", weak = true }]
        goods = ["jacket"]

        [[products]]
        number = "NH-2041"
        prices = [{ minor = 129900, currency = "CNY" }]

        [[features]]
        name = "old clasp"
        words = ["silver clasp"]
        weight = 0.6
    "#;

    #[test]
    fn what_a_brand_knows_is_read_and_added() {
        let text = PackText::read(BRAND, PackKind::General, true).unwrap();
        let mut brand = Brand::default();
        text.add_to(&mut brand);
        assert_eq!(
            (brand.aliases.len(), brand.products.len(), brand.features.len()),
            (2, 1, 1)
        );
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(PackText::read(&json, PackKind::General, true).unwrap(), text);
    }

    #[test]
    fn what_is_wrong_is_said_in_words() {
        let campaign = |more: &str| {
            format!(
                "[[campaigns]]\ncode = \"a\"\ninfringement = \"LOGO_OBSCURED\"\nwords = [\"w\"]\nweight = 0.5\n{more}"
            )
        };
        let any = "any = [{ is = \"words\" }]";
        for (text, kind, of_brand, expected) in [
            (BRAND.to_owned(), PackKind::General, false, "`aliases` cannot stand"),
            ("alias = [\"x\"]".to_owned(), PackKind::General, true, "cannot be read"),
            ("{".to_owned(), PackKind::General, true, "cannot be read"),
            ("aliases = [\" \"]".to_owned(), PackKind::General, true, "aliases: ` `"),
            (
                "goods = [\"a\\u0007\"]".to_owned(),
                PackKind::General,
                true,
                "goods: `a`",
            ),
            (
                campaign("any = []"),
                PackKind::LogoObscuring,
                false,
                "at least one condition",
            ),
            (campaign(any), PackKind::LookAlikes, false, "exactly one campaign"),
            (
                campaign("any = [{ is = \"words\" }]\nbrands = [\"x\"]"),
                PackKind::General,
                true,
                "cannot name brands",
            ),
            (
                campaign(any).replace("0.5", "1.5"),
                PackKind::LogoObscuring,
                true,
                "between 0 and 1",
            ),
            (
                BRAND.replace("129900", "0"),
                PackKind::General,
                true,
                "the price of `NH-2041`",
            ),
            ("x".repeat(LONGEST + 1), PackKind::General, true, "more than"),
            (String::new(), PackKind::RepeatInfringers, true, "exactly one campaign"),
        ] {
            let error = PackText::read(&text, kind, of_brand).unwrap_err().to_string();
            assert!(error.contains(expected), "{error} instead of {expected}");
        }
        assert!(PackText::read(&campaign(any), PackKind::LogoObscuring, true).is_ok());
        assert!(PackText::read("", PackKind::General, true).is_ok());
    }
}
