//! The codes of referrals (domain.md §4.4).

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

codes! {
    /// Where a referral stands.
    ReferralState {
        /// Being written.
        Draft,
        /// Complete; waits for a second person.
        PendingApproval,
        /// A second person agreed; it is frozen and sent by the service.
        Approved,
        /// With the officers whom it names.
        Sent,
        /// One of them acknowledged it.
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
    /// What can happen to a referral; each is an entry of its history.
    ReferralStep {
        /// It was begun.
        Created,
        /// It was changed.
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
        /// A lead in it was taken back by those who keep it.
        LeadRetracted,
        /// Somebody was reminded.
        Reminded,
    }
    /// On what a value rests; sums never mix them.
    ValuationBasis {
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
    /// Why there is no appraisal.
    NoAppraisalReason {
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
    /// Whether there are, or were, civil proceedings about the same.
    CivilProceedings {
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
    /// Why an agency declines.
    DeclineReason {
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
    /// What came of a referral.
    ReferralResult {
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
    /// What a referral is made of.
    PartKind {
        /// A lead.
        Lead,
        /// An IP right.
        Right,
        /// An item of a lead.
        Item,
        /// A subject of a lead.
        Subject,
        /// A piece of evidence of a lead.
        Evidence,
    }
    /// For what a package is opened (I38).
    PackagePurpose {
        /// To work on the case.
        CaseWork,
        /// To approve the referral, or to answer a question about it.
        FollowUp,
        /// To review how the alliance works.
        Audit,
    }
    /// In which form a package is wanted.
    PackageForm {
        /// On paper.
        Pdf,
        /// As data.
        Manifest,
    }
}
