//! Where a run stands, and what became of a listing.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::imports::Outcome;

/// Where a stream of lines stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RunState {
    /// More lines are taken.
    Open,
    /// Its sender said that this was all.
    Done,
    /// Nobody went on with it for a day.
    Abandoned,
}

/// What became of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ListingOutcome {
    /// A lead was made of it.
    Created,
    /// A lead would be made of it if this were not a dry run.
    WouldCreate,
    /// It came in before.
    AlreadyThere,
    /// Another lead that the caller sees has it.
    Duplicate,
    /// No lead can be made of it.
    Refused,
}

impl From<Outcome> for ListingOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Created => Self::Created,
            Outcome::WouldCreate => Self::WouldCreate,
            Outcome::AlreadyThere => Self::AlreadyThere,
            Outcome::Refused => Self::Refused,
        }
    }
}

impl ListingOutcome {
    /// What the same listing, further on among the same ones, comes to.
    #[must_use]
    pub fn again(self) -> Self {
        match self {
            Self::Created | Self::WouldCreate | Self::AlreadyThere => Self::AlreadyThere,
            Self::Duplicate | Self::Refused => self,
        }
    }

    /// Whether there is no lead of it after that.
    #[must_use]
    pub fn made_none(self) -> bool {
        match self {
            Self::Created | Self::WouldCreate | Self::AlreadyThere => false,
            Self::Duplicate | Self::Refused => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn what_comes_twice_is_there_or_fails_twice() {
        for outcome in ListingOutcome::VARIANTS {
            assert_eq!(outcome.again().again(), outcome.again());
            assert_eq!(outcome.again().made_none(), outcome.made_none());
            assert_ne!(outcome.again(), ListingOutcome::Created);
        }
    }
}
