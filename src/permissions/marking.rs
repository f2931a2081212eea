//! How far something may travel, and what may be done with it.

/// Traffic Light Protocol 2.0, from widest to narrowest.
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
    strum::VariantArray,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Tlp {
    /// For everybody.
    Clear,
    /// For the community.
    Green,
    /// For the organisation and its clients.
    Amber,
    /// For the organisation only.
    AmberStrict,
    /// For named people only.
    Red,
}

impl Tlp {
    /// As FIRST writes it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Clear => "TLP:CLEAR",
            Self::Green => "TLP:GREEN",
            Self::Amber => "TLP:AMBER",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Red => "TLP:RED",
        }
    }

    /// The colour of its letters, on black, as FIRST has it (TLP 2.0, table 1): red, green and blue.
    #[must_use]
    pub fn color(self) -> u32 {
        match self {
            Self::Clear => 0x00FF_FFFF,
            Self::Green => 0x0033_FF00,
            Self::Amber | Self::AmberStrict => 0x00FF_C000,
            Self::Red => 0x00FF_2B2B,
        }
    }

    /// That colour as the web writes it.
    #[must_use]
    pub fn web_color(self) -> String {
        format!("#{:06x}", self.color())
    }
}

/// Europol's handling codes; H2 and H3 narrow an object to named people.
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
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum HandlingCode {
    /// No restriction beyond the purpose.
    H0,
    /// Not for use in court without permission.
    H1,
    /// Not to be passed on without permission.
    H2,
    /// Other restrictions; named people only.
    H3,
}

/// Whether a marking leaves an object to named people.
#[must_use]
pub fn is_for_named_only(tlp: Tlp, handling_code: HandlingCode) -> bool {
    tlp == Tlp::Red || handling_code >= HandlingCode::H2
}

/// How much may be said of something where nobody is signed in: in a mail, in another program's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// Only that there is something.
    Counted,
    /// Reference, brand and deadline.
    Named,
    /// Title and description too.
    Told,
}

/// By TLP and handling code (domain.md §4.12).
#[must_use]
pub fn openness(tlp: Tlp, handling_code: HandlingCode) -> Openness {
    if is_for_named_only(tlp, handling_code) {
        return Openness::Counted;
    }
    match tlp {
        Tlp::Red => Openness::Counted,
        Tlp::AmberStrict | Tlp::Amber => Openness::Named,
        Tlp::Green | Tlp::Clear => Openness::Told,
    }
}
