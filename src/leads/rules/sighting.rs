//! Why somebody was shown what only few may see.

use uuid::Uuid;

use crate::permissions::{Principal, audience::Tlp};

/// The side from which the audience of a lead met its reader; it stands in the log as the purpose of the reading (I38).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ReadPurpose {
    /// As one to whom it was opened in an emergency.
    BreakGlass,
    /// As one whom the lead names.
    Named,
    /// As one of the owner.
    Owner,
    /// At the desk.
    Desk,
    /// As one of those it is shared with.
    Recipient,
}

impl ReadPurpose {
    /// The purpose that a principal stands for, where the lead has this owner.
    #[must_use]
    pub fn of(principal: &Principal, owner: Uuid) -> Self {
        match principal {
            Principal::User(_) => Self::Named,
            Principal::Desk => Self::Desk,
            Principal::Own(of, _) | Principal::Service(of) | Principal::Client(of, _) if *of == owner => Self::Owner,
            Principal::Own(..)
            | Principal::Group(_)
            | Principal::GroupOwn(..)
            | Principal::GroupUser(..)
            | Principal::Service(_)
            | Principal::Client(..)
            | Principal::Community
            | Principal::Le(_)
            | Principal::Public => Self::Recipient,
        }
    }
}

/// Whether each reading of something under this TLP is logged with its purpose.
#[must_use]
pub fn reading_is_logged(tlp: Tlp) -> bool {
    tlp >= Tlp::AmberStrict
}
