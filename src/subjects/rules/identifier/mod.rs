//! What a subject is known by, brought to the one form by which two findings of it meet.
//!
//! A seller writes his number as `＋86 138-0013-8000` today and as `13800138000` tomorrow. [`parse`] makes both
//! `+86138…`, says by which versioned rule, and how much it says that two subjects share it. Equal forms are a link that
//! anyone can explain; nothing here guesses. [`detect`](detect::detect) finds identifiers in text for a person to confirm,
//! and [`keyed_hash`] compares them where they must not be shown.
//!
//! **What is folded.** Full-width and other compatibility forms (`１３８`, `ＱＱ`), invisible characters, white space and the
//! separators of each kind, and case where the kind has none.
//!
//! **What is not.** Characters that only look alike (Cyrillic `а` and Latin `a`, `0` and `O`) stay apart. `аpple.example`
//! with a Cyrillic letter is another domain with another owner, and telling the two apart is what a look-alike is
//! collected for; folded, they would link the imitator to the imitated. Nor is anything done that only one provider does,
//! such as dropping the dots of an e-mail address.
//!
//! **Secrets.** National ids and passport numbers are compared by [`keyed_hash`] only. Their [`Norm`] shows itself to
//! nobody; whoever calls [`parse`] must not keep `raw` either ([`IdentifierKind::is_secret`]).
//!
//! Invariant: the form of a form is itself, for [`Norm::open`] and for [`Normalized::display`] alike.

pub mod detect;

mod company;
mod handles;
mod hash;
mod money;
mod national;
mod online;
mod phone;
mod places;
#[cfg(test)]
mod tests;
mod vehicles;
mod writing;

use std::fmt;

use zeroize::Zeroizing;

pub use hash::keyed_hash;

/// What kind of thing an identifier names.
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
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum IdentifierKind {
    /// A telephone number, as E.164.
    Phone,
    /// An e-mail address.
    Email,
    /// A WeChat id, or the telephone number that an account is found by.
    Wechat,
    /// A QQ number.
    Qq,
    /// The telephone number of a WhatsApp account.
    Whatsapp,
    /// An Alipay account: its number, or the telephone number or e-mail address it is paid by.
    Alipay,
    /// A Telegram user name.
    Telegram,
    /// A platform and its own id of a shop.
    Shop,
    /// A platform and its own id of an offer.
    Listing,
    /// The part of a domain that one owner registered.
    Domain,
    /// The address of a page.
    Url,
    /// The unified social credit code of a Chinese organisation (GB 32100).
    CompanyCode,
    /// A country and the number of a company in its register.
    CompanyNumber,
    /// An IBAN, a Chinese bank card, or a bank and the number of an account.
    BankAccount,
    /// An address of Bitcoin or TRON.
    CryptoAddress,
    /// The registration plate of a vehicle, with its country.
    Plate,
    /// The tracking number of a parcel.
    Parcel,
    /// A place that post reaches: a Chinese division, or a country and a postcode, with the text of the address.
    Address,
    /// The number of a person in a country; secret.
    NationalId,
    /// A country and the number of a passport; secret.
    Passport,
}

impl IdentifierKind {
    /// Whether identifiers of this kind may be kept only as a hash and their last characters.
    #[must_use]
    pub fn is_secret(self) -> bool {
        match self {
            Self::NationalId | Self::Passport => true,
            Self::Phone
            | Self::Email
            | Self::Wechat
            | Self::Qq
            | Self::Whatsapp
            | Self::Alipay
            | Self::Telegram
            | Self::Shop
            | Self::Listing
            | Self::Domain
            | Self::Url
            | Self::CompanyCode
            | Self::CompanyNumber
            | Self::BankAccount
            | Self::CryptoAddress
            | Self::Plate
            | Self::Parcel
            | Self::Address => false,
        }
    }

    /// The most characters that are looked at.
    fn longest(self) -> usize {
        match self {
            Self::Url => 2_048,
            Self::Address => 300,
            Self::Email | Self::Domain | Self::Shop | Self::Listing | Self::Alipay => 254,
            Self::Phone
            | Self::Wechat
            | Self::Qq
            | Self::Whatsapp
            | Self::Telegram
            | Self::CompanyCode
            | Self::CompanyNumber
            | Self::BankAccount
            | Self::CryptoAddress
            | Self::Plate
            | Self::Parcel
            | Self::NationalId
            | Self::Passport => 128,
        }
    }
}

/// How much it says that two subjects have the same identifier.
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
pub enum Strength {
    /// Many may share it: a hotline, an address without a house.
    Weak,
    /// A few may share it, or it may pass from one to another: a switchboard, a vehicle.
    Medium,
    /// One person or company has it.
    Strong,
}

/// What is known of an identifier besides its text. Each kind says which of these it needs; the others are ignored.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// ISO 3166-1 alpha-2: where a telephone number is dialled from, whose register, plate, postcode or document it is.
    pub country: Option<&'a str>,
    /// The platform of a shop or listing, as `leads` names it.
    pub platform: Option<&'a str>,
    /// The bank of an account that does not name its own.
    pub bank: Option<&'a str>,
    /// The GB/T 2260 code of an address in China: two, four or six digits.
    pub division: Option<&'a str>,
    /// The postcode of an address elsewhere.
    pub postcode: Option<&'a str>,
}

/// Why a text is no identifier of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing but white space and invisible characters.
    #[error("there is nothing here")]
    Empty,
    /// Longer than anything of this kind.
    #[error("this is too long")]
    TooLong,
    /// Not of the shape of this kind.
    #[error("this is not of the shape of its kind")]
    NotThisKind,
    /// Of the right shape, but a character is wrong: the check digit says another one.
    #[error("the check digit is wrong")]
    CheckDigit,
    /// It means different things in different countries, and none was named.
    #[error("a country is needed")]
    CountryNeeded,
    /// Not a country or territory as ISO 3166-1 alpha-2.
    #[error("this is not a country")]
    UnknownCountry,
    /// It means different things on different platforms, and none was named.
    #[error("a platform is needed")]
    PlatformNeeded,
    /// It means different things at different banks, and none was named.
    #[error("a bank is needed")]
    BankNeeded,
    /// An address without its division in China or its postcode elsewhere.
    #[error("a division or a postcode is needed")]
    PlaceNeeded,
    /// The text names another country, platform, bank or division than the hints.
    #[error("the text and what is said about it contradict one another")]
    Contradiction,
}

/// The form of an identifier by which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Norm {
    /// May be stored and searched.
    Open(String),
    /// May only be hashed.
    Secret(Secret),
}

impl Norm {
    /// The form, unless it is secret.
    #[must_use]
    pub fn open(&self) -> Option<&str> {
        match self {
            Self::Open(text) => Some(text),
            Self::Secret(_) => None,
        }
    }

    /// For the hash, and for nothing else.
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Open(text) => text.as_bytes(),
            Self::Secret(Secret(text)) => text.as_bytes(),
        }
    }
}

/// A number that nobody is shown: it has no accessor, no serialisation and a blank [`Debug`](fmt::Debug), and its memory
/// is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// An identifier in its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalized {
    /// What it names.
    pub kind: IdentifierKind,
    /// What it is compared by.
    pub norm: Norm,
    /// For those who may see it; of a secret, the same as `masked`.
    pub display: String,
    /// For those who may only recognise it.
    pub masked: String,
    /// The rule that made `norm`, with its version: another version may give another form.
    pub rule: &'static str,
    /// What an equal `norm` says.
    pub strength: Strength,
}

/// What a kind's own rule found out.
struct Parsed {
    norm: String,
    display: String,
    masked: String,
    rule: &'static str,
    strength: Strength,
}

type Outcome = Result<Parsed, Refusal>;

/// The identifier that a text means.
///
/// # Errors
/// When the text is no identifier of this kind, or the hints lack what the kind needs.
pub fn parse(kind: IdentifierKind, raw: &str, hints: &Hints<'_>) -> Result<Normalized, Refusal> {
    if raw.chars().count() > kind.longest() {
        return Err(Refusal::TooLong);
    }
    let text = Zeroizing::new(writing::plain(raw));
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    let parsed = by_kind(kind, &text, hints)?;
    let norm = if kind.is_secret() {
        Norm::Secret(Secret(Zeroizing::new(parsed.norm)))
    } else {
        Norm::Open(parsed.norm)
    };
    Ok(Normalized {
        kind,
        norm,
        display: parsed.display,
        masked: parsed.masked,
        rule: parsed.rule,
        strength: parsed.strength,
    })
}

fn by_kind(kind: IdentifierKind, text: &str, hints: &Hints<'_>) -> Outcome {
    match kind {
        IdentifierKind::Phone => phone::parse(text, hints),
        IdentifierKind::Email => online::email(text),
        IdentifierKind::Wechat => handles::wechat(text),
        IdentifierKind::Qq => handles::qq(text),
        IdentifierKind::Whatsapp => handles::whatsapp(text, hints),
        IdentifierKind::Alipay => handles::alipay(text),
        IdentifierKind::Telegram => handles::telegram(text),
        IdentifierKind::Shop => online::shop(text, hints),
        IdentifierKind::Listing => online::listing(text, hints),
        IdentifierKind::Domain => online::domain(text),
        IdentifierKind::Url => online::page(text),
        IdentifierKind::CompanyCode => company::code(text),
        IdentifierKind::CompanyNumber => company::number(text, hints),
        IdentifierKind::BankAccount => money::account(text, hints),
        IdentifierKind::CryptoAddress => money::crypto(text),
        IdentifierKind::Plate => vehicles::plate(text, hints),
        IdentifierKind::Parcel => vehicles::parcel(text),
        IdentifierKind::Address => places::address(text, hints),
        IdentifierKind::NationalId => national::id(text, hints),
        IdentifierKind::Passport => national::passport(text, hints),
    }
}
