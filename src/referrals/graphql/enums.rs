//! The enumerations of referrals, each value described.

use crate::{
    graphql_enum,
    referrals::rules::{
        CivilProceedings, DeclineReason, NoAppraisalReason, PackageForm, PackagePurpose, ReferralAction,
        ReferralResult, ReferralState, ReferralStep, RuleCode, Side, ValuationBasis,
    },
};

graphql_enum! {
    /// Where a referral stands.
    GqlReferralState as "ReferralState" = ReferralState {
        /// Being written.
        Draft,
        /// Complete; waits for a second person.
        PendingApproval,
        /// A second person agreed; the service freezes and sends it.
        Approved,
        /// With the officers whom it names; the clock of the receipt runs.
        Sent,
        /// One of them acknowledged it; the clock of the decision runs.
        Received,
        /// They look into it.
        UnderReview,
        /// They asked something; the clock stands still.
        InfoRequested,
        /// A case was filed.
        Accepted,
        /// No case was filed.
        Declined,
        /// Decided, with feedback.
        Closed,
        /// Taken back before it was accepted.
        Withdrawn,
    }
}

graphql_enum! {
    /// What the viewer can do to a referral now.
    GqlReferralAction as "ReferralAction" = ReferralAction {
        /// Change the draft.
        Edit,
        /// Hand it in to a second person.
        Submit,
        /// Take it back before anybody decides.
        TakeBack,
        /// Agree, as the second person.
        Approve,
        /// Give it back, as the second person.
        Return,
        /// Take it back for good.
        Withdraw,
        /// Tell the agency not to rely on it any more.
        Retract,
        /// Answer what the agency asked.
        AnswerInformation,
        /// Acknowledge it, as an officer whom it names.
        Acknowledge,
        /// Ask something; the clock stands still.
        RequestInformation,
        /// Take longer to decide.
        ExtendDecision,
        /// Say that a case was filed.
        Accept,
        /// Say that none is.
        Decline,
        /// Say what came of it.
        GiveFeedback,
        /// Open the package.
        OpenPackage,
    }
}

graphql_enum! {
    /// From which side the viewer sees a referral.
    GqlSide as "ReferralSide" = Side {
        /// Its author's, or the desk's.
        Author,
        /// The agency's: the viewer is an officer whom it names.
        Agency,
    }
}

graphql_enum! {
    /// A step of a referral's history.
    GqlReferralStep as "ReferralStepKind" = ReferralStep {
        /// It was begun.
        Created,
        /// It was changed; drafts are changed without a step.
        Updated,
        /// It was handed in to a second person.
        Submitted,
        /// Its own side took it back before anybody decided.
        TakenBack,
        /// The second person gave it back.
        Returned,
        /// The second person agreed.
        Approved,
        /// It could not be sent any more as it was approved.
        FellBack,
        /// It was frozen and sent.
        Sent,
        /// An officer opened the package for the first time.
        Opened,
        /// An officer acknowledged it.
        Received,
        /// An officer began to look into it.
        ReviewBegun,
        /// An officer asked something.
        InfoRequested,
        /// Its own side answered.
        InfoAnswered,
        /// An officer needs longer to decide.
        DecisionExtended,
        /// A case was filed.
        Accepted,
        /// No case was filed.
        Declined,
        /// Feedback was given.
        Closed,
        /// It was taken back before it was accepted.
        Withdrawn,
        /// The agency was told, after it had accepted, not to rely on it any more.
        Retracted,
        /// A lead in it was taken back by those who keep it; the note is its reference.
        LeadRetracted,
        /// The agency was reminded; the note says of what: `receipt` or `feedback`.
        Reminded,
    }
}

graphql_enum! {
    /// On what a value rests; sums never mix them.
    GqlValuationBasis as "ValuationBasis" = ValuationBasis {
        /// What the genuine article costs.
        GenuinePrice,
        /// For how much it was sold.
        ActualSalePrice,
        /// What it was marked with.
        MarkedPrice,
        /// The median of the market.
        MarketMedian,
        /// An authority's appraisal.
        OfficialAppraisal,
    }
}

graphql_enum! {
    /// Why there is no appraisal.
    GqlNoAppraisalReason as "NoAppraisalReason" = NoAppraisalReason {
        /// Nobody has a sample.
        NoSample,
        /// One was ordered, and its report is not there.
        NotReportedYet,
        /// It cannot wait for one.
        Urgent,
        /// That it is counterfeit is plain to see.
        Evident,
        /// The authority appraises itself.
        AuthorityAppraises,
    }
}

graphql_enum! {
    /// Whether there are, or were, civil proceedings about the same.
    GqlCivilProceedings as "CivilProceedings" = CivilProceedings {
        /// There are none.
        None,
        /// Somebody means to sue.
        Planned,
        /// A court has it.
        Pending,
        /// A court has decided.
        Decided,
        /// The parties have settled.
        Settled,
    }
}

graphql_enum! {
    /// Why an agency declines.
    GqlDeclineReason as "ReferralDeclineReason" = DeclineReason {
        /// Another agency is competent.
        OutOfJurisdiction,
        /// The law's thresholds are not reached.
        BelowThreshold,
        /// It is no offence.
        NoOffence,
        /// There is not enough to go on.
        InsufficientEvidence,
        /// The agency has a case about it.
        AlreadyKnown,
        /// It is for the civil courts.
        CivilMatter,
        /// Another reason, in words.
        Other,
    }
}

graphql_enum! {
    /// What came of a referral.
    GqlReferralResult as "ReferralResult" = ReferralResult {
        /// Nothing.
        NoAction,
        /// It is kept for what the agency knows.
        Intelligence,
        /// An investigation.
        Investigation,
        /// An action on the ground.
        Enforcement,
        /// A prosecution.
        Prosecution,
        /// Something else, in words.
        Other,
    }
}

graphql_enum! {
    /// What of a package a rule asks for.
    GqlRuleCode as "ReferralRuleCode" = RuleCode {
        /// What happened, in words.
        Facts,
        /// A right that can be cited today where the offence is, and none that cannot.
        RightInForce,
        /// An item with its brand.
        Product,
        /// Somebody or some place that stands behind it.
        SuspectOrSite,
        /// A piece of evidence that is as it was.
        Evidence,
        /// A value with what it rests on.
        Valuation,
        /// An appraisal, or why there is none.
        AppraisalOrReason,
        /// Whether there are civil proceedings.
        CivilProceedings,
        /// What whoever goes there has to know.
        SafetyNotes,
    }
}

graphql_enum! {
    /// In which form a package is wanted.
    GqlPackageForm as "ReferralPackageForm" = PackageForm {
        /// On paper.
        Pdf,
        /// As data: canonical JSON, of which the hash is told.
        Manifest,
    }
}

graphql_enum! {
    /// For what a package is opened.
    GqlPackagePurpose as "ReferralPackagePurpose" = PackagePurpose {
        /// To work on the case.
        CaseWork,
        /// To follow the referral up, or to answer a question about it.
        FollowUp,
        /// To review how the alliance works.
        Audit,
    }
}
