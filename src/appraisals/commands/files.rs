//! A report on paper, and its photos, on their way to somebody who sees the appraisal.

use serde_json::json;
use uuid::Uuid;

use super::is_blind;
use crate::{
    app::App,
    appraisals::{
        paper,
        store::{self, AppraisalRow, AppraisalSight},
    },
    audit::{self, Act, Actor, Category},
    evidence::{self, Fetched},
    members::rules::Language,
    permissions::Viewer,
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    samples,
};

async fn seen(app: &App, viewer: &Viewer, id: Uuid) -> Result<AppraisalRow> {
    let sight = AppraisalSight::of(viewer, app.now());
    let row = store::appraisals_seen(app.db.read(), &sight, &[id]).await?.pop();
    row.ok_or_else(ApiError::not_found)
}

async fn noted(app: &App, viewer: &Viewer, row: &AppraisalRow, action: &'static str) -> Result<()> {
    let tx = app.begin().await?;
    let detail = json!({ "sample": row.sample_id });
    let act = Act::on(Category::Content, action, IdKind::Appraisal, row.id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// The report of an appraisal as it stands, as a PDF with its name. An appraiser who inspects blindly gets it without order
/// number and listing.
///
/// # Errors
/// `NOT_FOUND`, also while there is no report; `UNAVAILABLE` where the fonts are not there; `INTERNAL`.
pub(crate) async fn report_paper(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    language: Language,
) -> Result<(String, Vec<u8>)> {
    let row = seen(app, viewer, id).await?;
    let report = store::reports_of(app.db.read(), &[id]).await?.pop();
    let report = report.ok_or_else(ApiError::not_found)?;
    let photos = store::photos_of(app.db.read(), &[report.id]).await?;
    let sample = samples::by_ids(app.db.read(), &[row.sample_id]).await?.pop();
    let sample = sample.ok_or_else(ApiError::not_found)?;
    let blind = is_blind(viewer, &row);
    let bytes = paper::set(&row, &report, &photos, &sample, (blind, language)).await?;
    noted(app, viewer, &row, "openAppraisalReport").await?;
    Ok((format!("{}-{}.pdf", row.reference, report.version), bytes))
}

/// A photo of a report.
///
/// # Errors
/// `NOT_FOUND`; `UNAVAILABLE` where its bytes cannot be read, or are not what they were.
pub(crate) async fn photo(app: &App, viewer: &Viewer, id: Uuid, photo: Uuid) -> Result<Fetched> {
    let row = seen(app, viewer, id).await?;
    let found = store::photo_find(app.db.read(), photo).await?;
    let found = found
        .filter(|photo| photo.appraisal_id == id)
        .ok_or_else(ApiError::not_found)?;
    let file = evidence::stored_file(app.db.read(), found.file_id).await?;
    let file = file.ok_or_else(ApiError::not_found)?;
    let content = evidence::stored_content(app, &file).await;
    let content = content.map_err(|_| ApiError::new(ErrorCode::Unavailable))?;
    noted(app, viewer, &row, "openAppraisalPhoto").await?;
    Ok(Fetched {
        content,
        media_type: found.media_type,
        file_name: format!("{}-{}", row.reference, found.place),
    })
}
