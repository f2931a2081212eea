//! The enumerations of samples in the graph.

use crate::{
    graphql_enum,
    samples::rules::{SampleDisposal, SampleStep},
};

graphql_enum! {
    /// What became of a sample.
    GqlSampleDisposal as "SampleDisposal" = SampleDisposal {
        /// It is kept: for the years from its receipt that held then at least, and while it is under legal hold.
        Retained,
        /// It went back to the seller or to whom it belongs.
        Returned,
        /// Law enforcement has it.
        TransferredToLe,
        /// It was destroyed, by two people, as evidence is.
        Destroyed,
        /// It is genuine, and belongs to who paid it.
        Asset,
    }
}

graphql_enum! {
    /// What can be done to a sample.
    GqlSampleStep as "SampleStep" = SampleStep {
        /// Say what became of it.
        Dispose,
        /// Hand it over.
        HandOver,
        /// Confirm that one has it.
        ConfirmHandOver,
        /// Say that one does not take it.
        RefuseHandOver,
        /// Take a hand-over back.
        WithdrawHandOver,
        /// Write down that it was sealed, opened, examined or copied.
        RecordCustody,
        /// Order its appraisal.
        OrderAppraisal,
        /// Ask that it be destroyed; see `askEvidenceDestruction`.
        AskDestruction,
    }
}
