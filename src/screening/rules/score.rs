//! What a score is: the sum of its findings, through a link that makes it a probability.
//!
//! Every finding says which signal it is, which words or facts showed it, and what it adds. Nothing else goes into a score,
//! so a score explains itself, and whoever doubts it can point at the line that is wrong.

use serde::{Deserialize, Serialize};

/// The kinds of evidence. Their order is that of the weights in a model.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Signal {
    /// Where every score begins.
    Base,
    /// The brand is named as it names itself.
    Named,
    /// The brand is named in disguise: letters of another script, digits and signs for letters, spelled out.
    BentName,
    /// The brand is named with a slip.
    MisspeltName,
    /// The brand's Chinese name is written by its sound.
    SoundName,
    /// A word that says openly that it is a copy.
    OpenWord,
    /// A word that says so to those who know it.
    Jargon,
    /// A word often met beside copies.
    ContextWord,
    /// A buyer's word for a fake.
    Allegation,
    /// A sign of a fake that the brand told.
    FakeFeature,
    /// The price of a unit is far below what a genuine one costs.
    LowPrice,
    /// Says that it is genuine, which everybody does.
    SaysGenuine,
    /// Claims a standing that only the brand gives.
    ClaimsOfficial,
    /// Says that it is made after the brand's goods.
    Imitation,
    /// Names many brands.
    Stuffing,
    /// The shop sold fakes before.
    RepeatSeller,
    /// What this shop offers was found not to infringe before.
    ClearedSeller,
    /// The shop is new.
    NewSeller,
    /// It looks like a listing that was removed not long ago.
    Relisted,
    /// A picture showed a fake before.
    FakePicture,
    /// A picture is the brand's own.
    BorrowedPicture,
    /// Other shops use a picture.
    SharedPicture,
    /// The domain imitates the brand's.
    LookAlikeDomain,
    /// The domain baits with the brand's name.
    BaitDomain,
    /// A campaign's rules are met.
    Campaign,
    /// The brand's people watch the seller.
    WatchedSeller,
    /// Says honestly that it is not the brand's own.
    Disclosed,
    /// The brand stands by the seller.
    AuthorizedSeller,
}

/// How many signals there are.
pub const SIGNALS: usize = Signal::AuthorizedSeller as usize + 1;

/// One reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Which signal.
    pub signal: Signal,
    /// The words as they were written, or the fact in words.
    pub words: String,
    /// Where the words stand, where it is words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// How strong the signal is by itself, 0 to 1.
    pub strength: f64,
    /// What it adds to the score.
    pub weight: f64,
}

/// A part of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The title.
    Title,
    /// The description.
    Text,
    /// The seller's name.
    Seller,
}

/// What is done with a listing, as far as one brand goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// Nothing speaks for infringement, or too little.
    Nothing,
    /// Likely enough to be shown to the right holder.
    Suspect,
    /// Says that it is compatible, remanufactured or the like: never called counterfeit.
    Disclosed {
        /// Says too, openly, that it is a copy: for a person to read, not for a lead.
        contradicted: bool,
    },
    /// The brand stands by the seller: never called counterfeit.
    Authorized,
}

impl Disposition {
    /// Whether it becomes a lead.
    #[must_use]
    pub const fn is_suspect(self) -> bool {
        matches!(self, Self::Suspect)
    }
}

/// Makes a sum a probability: how often listings with such a sum were confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// How fast the odds grow with the sum; never negative, so that more evidence is never less.
    pub slope: f64,
    /// What is added.
    pub offset: f64,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            slope: 1.0,
            offset: 0.0,
        }
    }
}

impl Link {
    /// The probability for a sum.
    #[must_use]
    pub fn probability(&self, sum: f64) -> f64 {
        1.0 / (1.0 + (-(self.slope.max(0.0) * sum + self.offset)).exp())
    }
}

/// How likely a listing infringes one brand, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The brand's code.
    pub brand: String,
    /// The reasons. Their weights sum to `sum`.
    pub findings: Vec<Finding>,
    /// The sum of the weights.
    pub sum: f64,
    /// Between 0 and 1.
    pub probability: f64,
    /// What to do.
    pub disposition: Disposition,
    /// Which kinds of infringement it would be; none where nothing is suspected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub infringements: Vec<Infringement>,
}

impl Score {
    /// The findings of one signal.
    pub fn of(&self, signal: Signal) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.signal == signal)
    }

    /// How strong a signal is, all its findings together.
    #[must_use]
    pub fn strength(&self, signal: Signal) -> f64 {
        together(self.of(signal).map(|finding| finding.strength))
    }
}

/// Kinds of infringement that screening tells apart, as leads have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Infringement {
    /// Passed off as the brand's.
    Counterfeit,
    /// The mark is hidden in the pictures and promised in the parcel.
    LogoObscured,
    /// Made to be taken for the brand's (shanzhai).
    LookalikeShanzhai,
    /// The brand's name draws those who look for it to something else.
    KeywordStuffing,
    /// The shop did it before.
    RepeatInfringement,
    /// The brand's pictures are used.
    StolenImage,
}

/// Several strengths as one: each takes its share of what the others leave of 1, so that the second of a kind adds less
/// than the first and nothing ever exceeds it.
pub fn together(strengths: impl Iterator<Item = f64>) -> f64 {
    1.0 - strengths.fold(1.0, |left, strength| left * (1.0 - strength.clamp(0.0, 1.0)))
}
