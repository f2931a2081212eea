//! Reports, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{GqlAppraisalConclusion, GqlFeatureFinding},
    loaders::{self, PhotosOf, ReportsOf},
};
use crate::{
    appraisals::{
        rules::{AppraisalConclusion, ReportFeature},
        store,
    },
    members::graphql::{Person, person},
    platform::{
        db::{code, json},
        error::Result,
        graphql::scalars::DateTime,
        ids::{self, IdKind},
    },
};

/// A version of a report. It is never changed.
#[derive(SimpleObject)]
pub struct AppraisalReport {
    /// Counts the versions, from 1.
    version: i32,
    /// By what method.
    method: String,
    /// How the sample was received, identified and inspected.
    process: String,
    /// The features that were checked.
    features: Vec<CheckedFeature>,
    /// The photos.
    photos: Vec<AppraisalPhoto>,
    /// What was found.
    conclusion: GqlAppraisalConclusion,
    /// Why.
    reasons: String,
    /// The name in the signature.
    signed_name: String,
    /// The seal: its number or its words; null where there is none.
    seal: Option<String>,
    /// Why the version before was corrected; null in the first one.
    correction_reason: Option<String>,
    /// SHA-256 of what the appraiser signed, in hex.
    content_sha256: String,
    /// The number of the order, which the service adds; null where there is none, and for an appraiser who inspects blindly.
    order_number: Option<String>,
    /// The address of the listing, which the service adds; null where there is none, and for an appraiser who inspects blindly.
    listing_url: Option<String>,
    /// SHA-256 of the whole report with what the service added, in hex; null for an appraiser who inspects blindly.
    report_sha256: Option<String>,
    /// Who reported.
    reported_by: Person,
    /// When.
    reported_at: DateTime,
}

/// A feature that was checked.
#[derive(SimpleObject)]
pub struct CheckedFeature {
    /// Which one.
    feature: String,
    /// What it looked like.
    finding: GqlFeatureFinding,
    /// The words to it; null where there are none.
    note: Option<String>,
}

/// A photo of a report.
#[derive(SimpleObject)]
pub struct AppraisalPhoto {
    /// Where it is, on this server.
    url: String,
    /// What it shows; null where nobody has said.
    caption: Option<String>,
    /// SHA-256 of its bytes, in hex.
    sha256: String,
    /// What its file is, by its bytes.
    media_type: String,
}

/// The versions of the report of an appraisal that was seen; `blind` leaves out what the service added.
pub(super) async fn reports_of(ctx: &Context<'_>, appraisal: Uuid, blind: bool) -> Result<Vec<AppraisalReport>> {
    let rows = loaders::of(ctx)?.load_one(ReportsOf(appraisal)).await?;
    let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
    let photos = loaders::of(ctx)?
        .load_many(rows.iter().map(|row| PhotosOf(row.id)))
        .await?;
    let address = ids::encode(IdKind::Appraisal, appraisal);
    let mut reports = Vec::with_capacity(rows.len());
    for row in rows {
        let features: Vec<ReportFeature> = json(&row.features)?;
        let feature = |one: ReportFeature| CheckedFeature {
            feature: one.feature,
            finding: one.finding.into(),
            note: one.note,
        };
        let photo = |one: &store::PhotoRow| AppraisalPhoto {
            url: format!("/appraisals/{address}/photos/{}", one.id),
            caption: one.caption.clone(),
            sha256: one.sha256.clone(),
            media_type: one.media_type.clone(),
        };
        reports.push(AppraisalReport {
            version: row.version,
            method: row.method,
            process: row.process,
            features: features.into_iter().map(feature).collect(),
            photos: photos
                .get(&PhotosOf(row.id))
                .into_iter()
                .flat_map(|all| all.iter())
                .map(photo)
                .collect(),
            conclusion: code::<AppraisalConclusion>(&row.conclusion)?.into(),
            reasons: row.reasons,
            signed_name: row.signed_name,
            seal: row.seal,
            correction_reason: row.correction_reason,
            content_sha256: row.content_sha256,
            order_number: row.order_number.filter(|_| !blind),
            listing_url: row.listing_url.filter(|_| !blind),
            report_sha256: (!blind).then_some(row.report_sha256),
            reported_by: person(ctx, row.reported_by).await?,
            reported_at: row.reported_at.into(),
        });
    }
    Ok(reports)
}
