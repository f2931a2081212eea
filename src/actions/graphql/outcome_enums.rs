//! Enumerations of what came of actions, as clients see them.

use crate::{
    actions::rules::{
        CostKind, CostRule, CustodyStage, DestructionState, Disposition, EntryKind, FollowUpStep, SiteResult,
    },
    graphql_enum,
};

graphql_enum! {
    /// What was found at a site.
    GqlSiteResult as "SiteResult" = SiteResult {
        /// It was dealt with.
        DealtWith,
        /// It was destroyed.
        Destroyed,
        /// Nobody and nothing was there.
        Empty,
    }
}

graphql_enum! {
    /// A stage of a suspect's way through the law. They are different things: who was captured need not be detained, and who is
    /// detained is not arrested.
    GqlCustodyStage as "CustodyStage" = CustodyStage {
        /// Known, not met with.
        Identified,
        /// Met with and held.
        Captured,
        /// Detained by the police in criminal proceedings.
        CriminallyDetained,
        /// Arrested with a prosecutor's approval.
        Arrested,
        /// Charged before a court.
        Indicted,
        /// Convicted.
        Convicted,
        /// Acquitted.
        Acquitted,
        /// Not prosecuted.
        NotProsecuted,
        /// Let go.
        Released,
        /// Let go until the trial.
        Bailed,
        /// Not to be found.
        AtLarge,
    }
}

graphql_enum! {
    /// What becomes of seized goods.
    GqlDisposition as "Disposition" = Disposition {
        /// Lies in a store.
        Stored,
        /// Lies sealed where it was found.
        Sealed,
        /// A sample was taken of it.
        SampleTaken,
        /// Destroyed, by two people and with a certificate.
        Destroyed,
        /// Given back.
        Returned,
        /// Made into something else.
        Recycled,
    }
}

graphql_enum! {
    /// Where the destruction of seized goods stands.
    GqlDestructionState as "SeizureDestructionState" = DestructionState {
        /// One person says so.
        Asked,
        /// Another one has confirmed it.
        Confirmed,
        /// Another one says that it was not so.
        Refused,
    }
}

graphql_enum! {
    /// What something cost.
    GqlCostKind as "CostKind" = CostKind {
        /// Keeping goods.
        Storage,
        /// Moving them.
        Transport,
        /// Destroying them.
        Destruction,
    }
}

graphql_enum! {
    /// By what brands share a cost.
    GqlCostRule as "CostRule" = CostRule {
        /// Each the same.
        Equal,
        /// By how much of each was seized.
        ByQuantity,
        /// By what it was worth.
        ByValue,
    }
}

graphql_enum! {
    /// What an entry of an outcome is about.
    GqlEntryKind as "OutcomeEntryKind" = EntryKind {
        /// What was found at a site.
        SiteResult,
        /// A suspect.
        Suspect,
        /// Seized goods.
        Seizure,
    }
}

graphql_enum! {
    /// What the viewer can do to a suspect's record or to seized goods now.
    GqlFollowUpStep as "FollowUpStep" = FollowUpStep {
        /// Write down another stage: `recordSuspectStage`.
        RecordStage,
        /// Verify a stage that somebody else wrote down: `verifySuspectStage`.
        VerifyStage,
        /// Write down what becomes of goods: `recordDisposition`.
        RecordDisposition,
        /// Say that goods were destroyed: `askSeizureDestruction`.
        AskDestruction,
        /// Confirm that, or say that it was not so: `decideSeizureDestruction`.
        DecideDestruction,
        /// End the following-up: `endFollowUp`.
        End,
        /// Strike it from the outcome: `strikeOutcomeEntry`.
        Strike,
        /// See who it is: `revealSuspect`.
        Reveal,
    }
}
