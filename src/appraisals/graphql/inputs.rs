//! What clients send of appraisals.

use async_graphql::{ID, InputObject};

use super::enums::{
    GqlAppraisalConclusion, GqlAppraisalRank, GqlAppraisalState, GqlAppraiserInterest, GqlFeatureFinding,
};
use crate::{
    appraisals::{
        commands::NewAppraisal,
        rules::{ReportFacts, ReportFeature, ReportPhoto},
    },
    platform::{error::Result, graphql::uuid, ids::IdKind},
};

/// An order of an appraisal.
#[derive(InputObject)]
pub struct OrderAppraisalInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which sample.
    pub(super) sample_id: ID,
    /// Whose word it will be.
    pub(super) rank: GqlAppraisalRank,
    /// Who is to inspect: somebody who appraises.
    pub(super) appraiser_id: ID,
    /// What is asked, at most 4,000 characters.
    pub(super) questions: String,
    /// By what the genuine article is told, at most 50 of at most 500 characters.
    #[graphql(default)]
    pub(super) reference_features: Vec<String>,
    /// Whether the appraiser is to know neither lead nor seller, price or earlier conclusions. Re-inspections always are.
    #[graphql(default = true)]
    pub(super) blind: bool,
    /// The appraisal that is inspected again, by somebody else of no lower rank.
    pub(super) follows_id: Option<ID>,
    /// Whether it is the second inspection for which the sample was drawn.
    #[graphql(default)]
    pub(super) quality: bool,
    /// Working days for the report, 1–60; 10 where nothing is said, 20 for the headquarters of the brand.
    pub(super) working_days: Option<i32>,
}

/// An appraisal that is taken up.
#[derive(InputObject)]
pub struct TakeUpAppraisalInput {
    /// Which appraisal.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What one has to do with whom it concerns.
    pub(super) interest: GqlAppraiserInterest,
    /// The words to it; necessary unless there is nothing.
    pub(super) note: Option<String>,
}

/// An appraisal of which the next step is taken.
#[derive(InputObject)]
pub struct AppraisalTransitionInput {
    /// Which appraisal.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// An appraisal, and why.
#[derive(InputObject)]
pub struct ReasonedAppraisalInput {
    /// Which appraisal.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, at most 2,000 characters.
    pub(super) reason: String,
}

/// A feature that was checked.
#[derive(InputObject)]
pub struct CheckedFeatureInput {
    /// Which one, at most 500 characters.
    pub(super) feature: String,
    /// What it looked like.
    pub(super) finding: GqlFeatureFinding,
    /// The words to it, at most 1,000 characters.
    pub(super) note: Option<String>,
}

/// A photo of a report.
#[derive(InputObject)]
pub struct AppraisalPhotoInput {
    /// The picture that was sent to `POST /files`.
    pub(super) upload_id: ID,
    /// What it shows, at most 200 characters.
    pub(super) caption: Option<String>,
}

/// A report.
#[derive(InputObject)]
pub struct AppraisalReportInput {
    /// By what method, at most 4,000 characters.
    pub(super) method: String,
    /// How the sample was received, identified and inspected, at most 8,000 characters.
    pub(super) process: String,
    /// The features that were checked: one at least, unless it could not be inspected; at most 50.
    pub(super) features: Vec<CheckedFeatureInput>,
    /// The photos: one at least, unless it could not be inspected; at most 20.
    pub(super) photos: Vec<AppraisalPhotoInput>,
    /// What was found.
    pub(super) conclusion: GqlAppraisalConclusion,
    /// Why, at most 8,000 characters.
    pub(super) reasons: String,
    /// The name in the signature, at most 200 characters.
    pub(super) signed_name: String,
    /// The seal: its number or its words, at most 200 characters.
    pub(super) seal: Option<String>,
}

/// What was found.
#[derive(InputObject)]
pub struct ReportAppraisalInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which appraisal.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The report.
    pub(super) report: AppraisalReportInput,
}

/// A correction of a report.
#[derive(InputObject)]
pub struct CorrectAppraisalInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which appraisal.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The report as it should have been; the photos of the version before stay with that one and are sent again.
    pub(super) report: AppraisalReportInput,
    /// Why, at most 2,000 characters.
    pub(super) reason: String,
}

/// How appraisals are to be judged.
#[derive(InputObject)]
pub struct SetAppraisalPolicyInput {
    /// For which programme; for purchases in none where it is left out.
    pub(super) program_id: Option<ID>,
    /// The version that was seen; 0 where it was the usual one.
    pub(super) expected_version: i32,
    /// All ranks, the lowest first.
    pub(super) rank_order: Vec<GqlAppraisalRank>,
    /// One of so many samples is inspected a second time, blindly: 0 is none, at most 1,000.
    pub(super) quality_every: i32,
}

/// Which appraisals to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct AppraisalFilter {
    /// Whether the viewer is the appraiser.
    pub(super) mine: Option<bool>,
    /// In one of these states.
    pub(super) states: Option<Vec<GqlAppraisalState>>,
    /// Of a purchase of this organisation.
    pub(super) organization_id: Option<ID>,
    /// Whether the report is late.
    pub(super) overdue: Option<bool>,
    /// Of this lead.
    pub(super) lead_id: Option<ID>,
    /// Of this purchase.
    pub(super) purchase_id: Option<ID>,
    /// Of this sample.
    pub(super) sample_id: Option<ID>,
}

impl OrderAppraisalInput {
    pub(super) fn read(self) -> Result<NewAppraisal> {
        Ok(NewAppraisal {
            sample: uuid(IdKind::Sample, &self.sample_id)?,
            rank: self.rank.into(),
            appraiser: uuid(IdKind::Person, &self.appraiser_id)?,
            questions: self.questions,
            reference_features: self.reference_features,
            blind: self.blind,
            follows: self.follows_id.map(|id| uuid(IdKind::Appraisal, &id)).transpose()?,
            quality: self.quality,
            working_days: self.working_days,
        })
    }
}

impl AppraisalReportInput {
    pub(super) fn read(self) -> Result<ReportFacts> {
        let feature = |one: CheckedFeatureInput| ReportFeature {
            feature: one.feature,
            finding: one.finding.into(),
            note: one.note,
        };
        let photo = |one: AppraisalPhotoInput| {
            Ok(ReportPhoto {
                upload: uuid(IdKind::Upload, &one.upload_id)?,
                caption: one.caption,
            })
        };
        Ok(ReportFacts {
            method: self.method,
            process: self.process,
            features: self.features.into_iter().map(feature).collect(),
            photos: self.photos.into_iter().map(photo).collect::<Result<_>>()?,
            conclusion: self.conclusion.into(),
            reasons: self.reasons,
            signed_name: self.signed_name,
            seal: self.seal,
        })
    }
}
