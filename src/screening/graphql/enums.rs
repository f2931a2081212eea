//! Enumerations of screening, as clients see them.

use crate::{
    graphql_enum,
    screening::rules::{
        pack::PackKind,
        queue::{Dismissal, Judgement, Mode, ScreenedState, Standing},
    },
};

graphql_enum! {
    /// What rules of screening are about.
    GqlPackKind as "RulePackKind" = PackKind {
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
}

graphql_enum! {
    /// Where a screened listing stands.
    GqlScreenedState as "ScreenedListingState" = ScreenedState {
        /// It is not likely enough.
        Clear,
        /// It says honestly what it is, or the brand stands by its seller: it is never called counterfeit.
        Guarded,
        /// It waits for somebody to look at it.
        Queued,
        /// Somebody put it off.
        Skipped,
        /// Somebody found no infringement, or nothing to go on.
        Dismissed,
        /// Somebody found an infringement; it becomes a lead.
        Confirmed,
        /// It becomes a lead by itself, and is brought to the brand's owner.
        Pushed,
        /// A lead has it already.
        Known,
    }
}

graphql_enum! {
    /// What screening finds of a listing and a brand.
    GqlStanding as "ScreeningDisposition" = Standing {
        /// Nothing speaks for infringement, or too little.
        Nothing,
        /// Likely enough.
        Suspect,
        /// Says that it is compatible, remanufactured or the like: never called counterfeit.
        Disclosed,
        /// Says so, and says openly that it is a copy: for a person to read, never a lead by itself.
        DisclosedContradicted,
        /// The brand stands by the seller: never called counterfeit.
        Authorized,
    }
}

graphql_enum! {
    /// What somebody says to a listing in the queue.
    GqlJudgement as "ScreeningJudgement" = Judgement {
        /// It infringes: a lead is made of it.
        Confirm,
        /// It does not, or there is nothing to go on.
        Dismiss,
        /// Later.
        Skip,
    }
}

graphql_enum! {
    /// Why a listing was dismissed.
    GqlDismissal as "ScreeningDismissal" = Dismissal {
        /// It does not infringe.
        NotInfringing,
        /// The brand stands by the seller.
        AuthorizedSeller,
        /// It is about another brand.
        NotMyBrand,
        /// Too little can be told.
        InsufficientInformation,
    }
}

graphql_enum! {
    /// What is done with listings that are likely enough.
    GqlMode as "ScreeningMode" = Mode {
        /// Nothing: the brand is not screened for.
        Off,
        /// They wait in the queue.
        Review,
        /// They become leads by themselves, and are brought to the brand's owner with a deadline.
        Lead,
    }
}

/// The order of screened listings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, async_graphql::Enum)]
pub enum ScreenedListingOrder {
    /// The most likely first.
    #[default]
    Score,
    /// The latest first.
    Latest,
}

/// What became of a listing that came in to be screened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum ScreeningReceipt {
    /// It waits to be screened.
    Received,
    /// The same came in before.
    AlreadyThere,
    /// It cannot be read.
    Refused,
}
