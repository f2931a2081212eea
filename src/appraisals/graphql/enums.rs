//! The enumerations of appraisals in the graph.

use crate::{
    appraisals::rules::{
        AppraisalConclusion, AppraisalPurpose, AppraisalRank, AppraisalState, AppraisalStep, AppraiserInterest,
        CaseState, FeatureFinding,
    },
    graphql_enum,
};

graphql_enum! {
    /// Whose word on a sample weighs more, in the usual order.
    GqlAppraisalRank as "AppraisalRank" = AppraisalRank {
        /// A local team.
        LocalTeam,
        /// A laboratory.
        Lab,
        /// A laboratory that depends on nobody concerned.
        IndependentLab,
        /// The headquarters of the brand.
        BrandHq,
        /// Whom a court appointed.
        CourtAppointed,
    }
}

graphql_enum! {
    /// Why a sample is inspected.
    GqlAppraisalPurpose as "AppraisalPurpose" = AppraisalPurpose {
        /// Nobody has inspected it yet, or at this rank.
        First,
        /// An earlier report is contested, or contradicts another one.
        Reinspection,
        /// It was drawn: to learn how often appraisers err.
        Quality,
    }
}

graphql_enum! {
    /// Where an appraisal stands.
    GqlAppraisalState as "AppraisalState" = AppraisalState {
        /// It waits for the appraiser.
        Ordered,
        /// The appraiser said what interests it has, and takes it up.
        TakenUp,
        /// It is under way.
        InProgress,
        /// There is a report.
        Reported,
        /// Who ordered it agrees to the report.
        Agreed,
        /// Somebody contests the report: what stands on it waits.
        Contested,
        /// Somebody else inspects the sample again.
        Reinspection,
        /// It counts.
        Final,
        /// The appraiser declined.
        Declined,
        /// It was taken back before there was a report.
        Cancelled,
    }
}

graphql_enum! {
    /// What an appraiser found.
    GqlAppraisalConclusion as "AppraisalConclusion" = AppraisalConclusion {
        /// It is genuine.
        Genuine,
        /// It is a counterfeit.
        Counterfeit,
        /// It is genuine, and sold outside of what the brand allows.
        GreyMarket,
        /// It was genuine, and was altered.
        Altered,
        /// It cannot be said.
        Inconclusive,
        /// It could not be inspected.
        Unable,
    }
}

graphql_enum! {
    /// What an appraiser has to do with whom it concerns.
    GqlAppraiserInterest as "AppraiserInterest" = AppraiserInterest {
        /// Nothing.
        None,
        /// A commercial dispute with the seller.
        CommercialDispute,
        /// Something else.
        Other,
    }
}

graphql_enum! {
    /// What a feature looked like.
    GqlFeatureFinding as "FeatureFinding" = FeatureFinding {
        /// As on the genuine article.
        AsGenuine,
        /// Not as on the genuine article.
        NotAsGenuine,
        /// It cannot be said.
        Unclear,
    }
}

graphql_enum! {
    /// What can be done to an appraisal.
    GqlAppraisalStep as "AppraisalStep" = AppraisalStep {
        /// Take it up, with a statement of one's interests.
        TakeUp,
        /// Decline it.
        Decline,
        /// Begin.
        Begin,
        /// Report.
        Report,
        /// Correct the report by a new version.
        Correct,
        /// Agree to the report.
        Agree,
        /// Contest the report.
        Contest,
        /// Have the sample inspected again: `orderAppraisal` with `followsId`.
        Reinspect,
        /// Let it count.
        Finalize,
        /// Take it back.
        Cancel,
    }
}

graphql_enum! {
    /// Where the case of a sample, or of a purchase, stands.
    GqlCaseState as "CaseState" = CaseState {
        /// Nobody was asked.
        None,
        /// Nothing counts yet.
        Pending,
        /// Two reports say different things, and none of a higher rank has settled it: what stands on it waits.
        Conflict,
        /// A report is contested: what stands on it waits.
        Contested,
        /// The highest rank has spoken.
        Concluded,
    }
}
