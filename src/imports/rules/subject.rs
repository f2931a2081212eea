//! Identifiers of people and things: no listings, but what somebody will look for later.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What an identifier names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum SubjectKind {
    /// An e-mail address.
    EmailAddress,
    /// A telephone number.
    PhoneNumber,
    /// An account at a bank.
    BankAccount,
    /// A wallet of a crypto-currency.
    Wallet,
    /// An account on a platform.
    UserAccount,
    /// A person's or a firm's name.
    Name,
    /// An address of the internet protocol.
    IpAddress,
    /// The fingerprint of a file.
    FileHash,
}

impl SubjectKind {
    /// Whether it leads to somebody who offers something, so that it can stand for a listing.
    #[must_use]
    pub fn is_traceable(self) -> bool {
        match self {
            Self::EmailAddress
            | Self::PhoneNumber
            | Self::BankAccount
            | Self::Wallet
            | Self::UserAccount
            | Self::Name => true,
            Self::IpAddress | Self::FileHash => false,
        }
    }
}

/// An identifier with the lead it came with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What it names.
    pub kind: SubjectKind,
    /// The identifier.
    pub value: String,
    /// The place of its lead among the leads, where one was made.
    pub lead: Option<usize>,
    /// The place of its element among the elements.
    pub element: usize,
}
