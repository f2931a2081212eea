//! Pure rules of appraisals: codes, who takes which step, what reports come to.

mod case;
mod facts;
mod policy;
mod steps;

pub use case::{Case, CaseConclusion, CaseState, Finding, case_of, case_of_all};
pub use facts::{
    ReportFacts, ReportFeature, ReportPhoto, SignedReport, features_given, line, note, sha256_of, text, working_days,
};
pub use policy::{DUE_RULE, Policy, due, is_drawn};
pub use steps::{AppraisalStep, Party, Standing};

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
    /// Whose word on a sample weighs more, in the usual order.
    AppraisalRank {
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
    /// Why a sample is inspected.
    AppraisalPurpose {
        /// Nobody has inspected it yet, or at this rank.
        First,
        /// An earlier report is contested, or contradicts another one.
        Reinspection,
        /// It was drawn.
        Quality,
    }
    /// Where an appraisal stands.
    AppraisalState {
        /// It waits for the appraiser.
        Ordered,
        /// The appraiser takes it up.
        TakenUp,
        /// It is under way.
        InProgress,
        /// There is a report.
        Reported,
        /// Who ordered it agrees to the report.
        Agreed,
        /// Somebody contests the report.
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
    /// What an appraiser found.
    AppraisalConclusion {
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
    /// What an appraiser has to do with whom it concerns.
    AppraiserInterest {
        /// Nothing.
        None,
        /// A commercial dispute with the seller.
        CommercialDispute,
        /// Something else.
        Other,
    }
    /// What a feature looked like.
    FeatureFinding {
        /// As on the genuine article.
        AsGenuine,
        /// Not as on the genuine article.
        NotAsGenuine,
        /// It cannot be said.
        Unclear,
    }
}

impl AppraisalState {
    /// Whether the report is still to come.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Ordered | Self::TakenUp | Self::InProgress => true,
            Self::Reported
            | Self::Agreed
            | Self::Contested
            | Self::Reinspection
            | Self::Final
            | Self::Declined
            | Self::Cancelled => false,
        }
    }

    /// Whether there is a report.
    #[must_use]
    pub fn is_reported(self) -> bool {
        match self {
            Self::Reported | Self::Agreed | Self::Contested | Self::Reinspection | Self::Final => true,
            Self::Ordered | Self::TakenUp | Self::InProgress | Self::Declined | Self::Cancelled => false,
        }
    }
}

impl AppraisalConclusion {
    /// Whether it says what the sample is.
    #[must_use]
    pub fn is_definite(self) -> bool {
        match self {
            Self::Genuine | Self::Counterfeit | Self::GreyMarket | Self::Altered => true,
            Self::Inconclusive | Self::Unable => false,
        }
    }
}
