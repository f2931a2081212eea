//! Reporting, and correcting a report by a new version. What was written is never changed (I19).

use serde_json::json;
use uuid::Uuid;

use super::{judge, news, recorded, stepped};
use crate::{
    app::App,
    appraisals::{
        cases,
        rules::{self, AppraisalStep, ReportFacts, SignedReport, sha256_of},
        store::{self, AppraisalRow, AppraisalSight, PhotoRow, ReportRow},
    },
    evidence,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, Result},
    },
    purchases, samples,
};

/// Reports what was found, or, with a reason, corrects what was reported.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn report(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (id, expected): (Uuid, i32),
    facts: ReportFacts,
    correction: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let sight = AppraisalSight::of(viewer, tx.now());
    if store::appraisals_seen(tx.connection(), &sight, &[id]).await?.is_empty() {
        return Err(ApiError::not_found());
    }
    let (step, mutation) = match correction {
        None => (AppraisalStep::Report, "reportAppraisal"),
        Some(_) => (AppraisalStep::Correct, "correctAppraisal"),
    };
    let claim = match claim(&tx, viewer.person, mutation, key, &(id, expected, &facts, correction)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    let (mut row, _) = stepped(&tx, viewer, (id, expected), step).await?;
    let correction = correction
        .map(|reason| rules::text("reason", reason, 2_000))
        .transpose()?;
    let facts = facts.cleaned()?;
    let written = written(app, &tx, viewer, &row, &facts, correction).await?;
    row.conclusion = Some(facts.conclusion.code().to_owned());
    row.reported_at = row.reported_at.or(Some(micros(tx.now())));
    (row.agreed_by, row.agreed_at) = (None, None);
    let row = store::appraisal_save(&tx, row).await?;
    let rows = store::appraisals_of_samples(tx.connection(), &[row.sample_id]).await?;
    let is_conflict = cases(tx.connection(), &rows)
        .await?
        .iter()
        .any(|(_, _, _, case)| case.blocks());
    news::reported(app, &tx, row.id, viewer.person, is_conflict).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({
        "version": written.version, "conclusion": written.conclusion, "sha256": written.report_sha256,
    });
    let proof = recorded(app, &tx, viewer, mutation, &row, &detail).await?;
    judge::followed(app, &tx, &row).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}

/// Writes a version of the report, with its photos. Order number and listing the service adds: an appraiser who inspects blindly
/// signs without knowing them, and a hash of the whole binds them to what was signed.
async fn written(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    row: &AppraisalRow,
    facts: &ReportFacts,
    correction: Option<String>,
) -> Result<ReportRow> {
    let before = store::reports_of(tx.connection(), &[row.id]).await?;
    let version = before.last().map_or(1, |last| last.version + 1);
    let id = app.ids.id(tx.now());
    let photos = photos(app, tx, viewer, (row.id, id), facts).await?;
    let hashes: Vec<String> = photos.iter().map(|photo| photo.sha256.clone()).collect();
    let sample = samples::by_ids(tx.connection(), &[row.sample_id]).await?.pop();
    let sample = sample.ok_or_else(|| ApiError::internal("an appraisal of no sample"))?;
    let bought = purchases::facts(tx.connection(), &[row.purchase_id]).await?.pop();
    let bought = bought.ok_or_else(|| ApiError::internal("a sample of no purchase"))?;
    let signed = SignedReport {
        appraisal: &row.reference,
        sample: &sample.reference,
        version,
        at: micros(tx.now()),
        facts,
        photos: &hashes,
        correction: correction.as_deref(),
    };
    let content_sha256 = signed.content_sha256();
    let whole = [
        Some(content_sha256.as_str()),
        bought.order_number.as_deref(),
        bought.listing_url.as_deref(),
    ];
    let report = ReportRow {
        id,
        appraisal_id: row.id,
        version,
        method: facts.method.clone(),
        process: facts.process.clone(),
        features: serde_json::to_string(&facts.features).map_err(ApiError::internal)?,
        conclusion: facts.conclusion.code().to_owned(),
        reasons: facts.reasons.clone(),
        signed_name: facts.signed_name.clone(),
        seal: facts.seal.clone(),
        correction_reason: correction.clone(),
        report_sha256: sha256_of(&whole),
        content_sha256,
        order_number: bought.order_number,
        listing_url: bought.listing_url,
        reported_by: viewer.person,
        reported_at: micros(tx.now()),
    };
    store::report_insert(tx, report.clone()).await?;
    for photo in photos {
        store::photo_insert(tx, photo).await?;
    }
    Ok(report)
}

/// The photos that were sent, each a picture.
async fn photos(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (appraisal, report): (Uuid, Uuid),
    facts: &ReportFacts,
) -> Result<Vec<PhotoRow>> {
    let mut rows = Vec::with_capacity(facts.photos.len());
    for (place, photo) in (1..).zip(&facts.photos) {
        let (file, _) = evidence::take_upload(tx, viewer, photo.upload).await?;
        if !file.media_type.starts_with("image/") {
            return Err(ApiError::input("report.photos", "Send pictures."));
        }
        rows.push(PhotoRow {
            id: app.ids.id(tx.now()),
            report_id: report,
            appraisal_id: appraisal,
            file_id: file.id,
            place,
            caption: photo.caption.clone(),
            sha256: file.sha256,
            media_type: file.media_type,
        });
    }
    Ok(rows)
}
