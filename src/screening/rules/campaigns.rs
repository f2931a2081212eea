//! Campaigns as rule packs: what the alliance looks for together for a time, as data that anybody can read.
//!
//! The four of the sources are written here: marks hidden in pictures (涂抹), look-alikes (山寨), names that sweep in those
//! who look for the brand (扫雾霾), and those who do it again.

use serde::{Deserialize, Serialize};

use super::score::{Infringement, Signal};

/// A campaign's rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulePack {
    /// A stable code.
    pub code: String,
    /// What it is about.
    pub infringement: Infringement,
    /// Words it looks for, which hold as [`Condition::Words`].
    #[serde(default)]
    pub words: Vec<String>,
    /// The codes of the brands it is for; every brand where none is named.
    #[serde(default)]
    pub brands: Vec<String>,
    /// One of these has to hold.
    pub any: Vec<Condition>,
    /// All of these too.
    #[serde(default)]
    pub all: Vec<Condition>,
    /// How much it says, 0 to 1.
    pub weight: f64,
}

/// What a rule asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Condition {
    /// A word of the pack is there.
    Words,
    /// A signal is as strong.
    Signal {
        /// Which.
        signal: Signal,
        /// How strong at least, 0 to 1.
        at_least: f64,
    },
    /// Brands are named in the title.
    BrandsInTitle {
        /// How many at least.
        at_least: u32,
    },
    /// Listings of the shop were confirmed.
    Confirmed {
        /// How many at least.
        at_least: u32,
    },
    /// A listing of the shop was removed.
    Removed {
        /// How many days ago at most.
        within_days: u32,
    },
}

/// What a condition is asked of.
pub(super) struct Asked<'a> {
    pub has_words: bool,
    pub strength: &'a dyn Fn(Signal) -> f64,
    pub brands_in_title: u32,
    pub confirmed: u32,
    pub days_since_removal: Option<u32>,
}

impl RulePack {
    /// Whether it is for a brand.
    pub(super) fn is_for(&self, brand: &str) -> bool {
        self.brands.is_empty() || self.brands.iter().any(|code| code == brand)
    }

    /// Whether its rules are met.
    pub(super) fn is_met(&self, asked: &Asked<'_>) -> bool {
        self.any.iter().any(|condition| condition.holds(asked))
            && self.all.iter().all(|condition| condition.holds(asked))
    }
}

impl Condition {
    fn holds(&self, asked: &Asked<'_>) -> bool {
        match self {
            Self::Words => asked.has_words,
            Self::Signal { signal, at_least } => (asked.strength)(*signal) >= *at_least,
            Self::BrandsInTitle { at_least } => asked.brands_in_title >= *at_least,
            Self::Confirmed { at_least } => asked.confirmed >= *at_least,
            Self::Removed { within_days } => asked.days_since_removal.is_some_and(|days| days <= *within_days),
        }
    }
}

/// The four campaigns of the sources.
#[must_use]
pub fn written() -> Vec<RulePack> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let signal = |signal, at_least| Condition::Signal { signal, at_least };
    vec![
        RulePack {
            code: "logo-obscured".to_owned(),
            infringement: Infringement::LogoObscured,
            words: words(&[
                "遮标",
                "遮挡logo",
                "logo遮挡",
                "logo打码",
                "涂抹",
                "打码",
                "实物有标",
                "实物带标",
                "有标",
                "带logo",
                "私聊看图",
                "剪标",
                "logo covered",
                "logo blurred",
                "logo hidden",
                "logo removed in photo",
                "covered logo",
                "real item has logo",
                "logo escondido",
                "logo borrado",
                "logo na peça real",
                "ask for logo",
            ]),
            brands: Vec::new(),
            any: vec![Condition::Words],
            all: Vec::new(),
            weight: 1.0,
        },
        RulePack {
            code: "look-alike".to_owned(),
            infringement: Infringement::LookalikeShanzhai,
            words: words(&["山寨", "高版本", "copycat", "look-alike brand"]),
            brands: Vec::new(),
            any: vec![
                Condition::Words,
                signal(Signal::BentName, 0.5),
                signal(Signal::MisspeltName, 0.5),
                signal(Signal::SoundName, 0.5),
                signal(Signal::LookAlikeDomain, 0.5),
            ],
            all: Vec::new(),
            weight: 0.5,
        },
        RulePack {
            code: "keyword-stuffing".to_owned(),
            infringement: Infringement::KeywordStuffing,
            words: Vec::new(),
            brands: Vec::new(),
            any: vec![Condition::BrandsInTitle { at_least: 3 }, signal(Signal::Imitation, 0.5)],
            all: Vec::new(),
            weight: 0.5,
        },
        RulePack {
            code: "repeat-infringer".to_owned(),
            infringement: Infringement::RepeatInfringement,
            words: Vec::new(),
            brands: Vec::new(),
            any: vec![
                Condition::Confirmed { at_least: 2 },
                Condition::Removed { within_days: 90 },
                signal(Signal::Relisted, 0.5),
            ],
            all: Vec::new(),
            weight: 0.8,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_data() {
        let text = toml::to_string(&Packs { packs: written() }).unwrap();
        assert_eq!(toml::from_str::<Packs>(&text).unwrap().packs, written());
    }

    #[derive(Serialize, Deserialize)]
    struct Packs {
        packs: Vec<RulePack>,
    }

    #[test]
    fn a_pack_is_met_by_one_of_its_signs() {
        let nothing = |_: Signal| 0.0;
        let bent = |signal: Signal| f64::from(signal == Signal::BentName);
        let asked = |strength, brands_in_title, confirmed, days_since_removal| {
            let asked = Asked {
                has_words: false,
                strength,
                brands_in_title,
                confirmed,
                days_since_removal,
            };
            let met = written().into_iter().filter(|pack| pack.is_met(&asked));
            met.map(|pack| pack.code).collect::<Vec<_>>()
        };
        assert!(asked(&nothing, 2, 1, Some(91)).is_empty());
        assert_eq!(asked(&bent, 1, 0, None), ["look-alike"]);
        assert_eq!(asked(&nothing, 3, 0, None), ["keyword-stuffing"]);
        assert_eq!(asked(&nothing, 1, 2, None), ["repeat-infringer"]);
        assert_eq!(asked(&nothing, 1, 0, Some(90)), ["repeat-infringer"]);
    }
}
