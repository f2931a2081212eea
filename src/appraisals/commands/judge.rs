//! Judging reports: agreeing, contesting, letting them count, and what follows from that.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use super::{news, recorded, stepped};
use crate::{
    app::App,
    appraisals::{
        cases, policies,
        rules::{
            self, AppraisalConclusion, AppraisalPurpose, AppraisalState, AppraisalStep, Case, CaseState, case_of_all,
            is_drawn,
        },
        store::{self, AppraisalRow},
    },
    leads,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Tx, code},
        error::{ErrorCode, Result},
    },
    purchases, samples,
};

/// Agrees to a report.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES` for the appraiser, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`.
pub(crate) async fn agree(app: &App, viewer: &Viewer, which: (Uuid, i32)) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = stepped(&tx, viewer, which, AppraisalStep::Agree).await?;
    row.agreed_by = Some(viewer.person);
    row.agreed_at = Some(micros(tx.now()));
    super::finish(app, tx, viewer, row, "agreeToAppraisal", &json!({})).await
}

/// Contests a report: what stands on it waits.
///
/// # Errors
/// As [`agree`]; `BAD_USER_INPUT`.
pub(crate) async fn contest(app: &App, viewer: &Viewer, which: (Uuid, i32), reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = stepped(&tx, viewer, which, AppraisalStep::Contest).await?;
    row.contest_reason = Some(rules::text("reason", reason, 2_000)?);
    row.contested_by = Some(viewer.person);
    row.contested_at = Some(micros(tx.now()));
    (row.final_by, row.final_at) = (None, None);
    let row = store::appraisal_save(&tx, row).await?;
    news::contested(app, &tx, row.id, viewer.person).await?;
    let proof = recorded(app, &tx, viewer, "contestAppraisal", &row, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}

/// Lets a report count. What a listed seller sold is judged by an independent rank first. Then the purchase is appraised where
/// nothing of it is open; and where all of the lead's samples are genuine, the service retracts the lead.
///
/// # Errors
/// As [`agree`]; `AUTHORIZED_SELLER`.
pub(crate) async fn finalize(app: &App, viewer: &Viewer, which: (Uuid, i32)) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = stepped(&tx, viewer, which, AppraisalStep::Finalize).await?;
    let policy = policies(tx.connection(), &[row.program_id]).await?;
    let policy = policy
        .get(&row.program_id.unwrap_or_default())
        .cloned()
        .unwrap_or_default();
    if !policy.is_independent(code(&row.rank)?) {
        let item = purchases::facts(tx.connection(), &[row.purchase_id]).await?.pop();
        let item = item.and_then(|facts| facts.lead_item);
        if leads::sold_by_listed(&tx, row.lead_id, item).await? {
            return Err(ErrorCode::AuthorizedSeller.into());
        }
    }
    row.final_by = Some(viewer.person);
    row.final_at = Some(micros(tx.now()));
    let row = store::appraisal_save(&tx, row).await?;
    if is_drawn(row.sample_id, policy.quality_every) && !is_inspected_twice(&tx, row.sample_id).await? {
        samples::note_quality(&tx, row.sample_id, true).await?;
    }
    let proof = recorded(app, &tx, viewer, "finalizeAppraisal", &row, &json!({})).await?;
    followed(app, &tx, &row).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}

/// Whether a sample had its second, blind inspection, or has it now.
async fn is_inspected_twice(tx: &Tx, sample: Uuid) -> Result<bool> {
    let ended = [AppraisalState::Declined.code(), AppraisalState::Cancelled.code()];
    let rows = store::appraisals_of_samples(tx.connection(), &[sample]).await?;
    Ok(rows
        .iter()
        .any(|row| row.purpose == AppraisalPurpose::Quality.code() && !ended.contains(&row.state.as_str())))
}

/// What follows from a report that counts, from one that was corrected, and from there being none to wait for any more.
pub(super) async fn followed(app: &App, tx: &Tx, row: &AppraisalRow) -> Result<()> {
    // One after the other, the purchase first as everywhere: else each of two would wait for what the other has not committed.
    purchases::take(tx, row.purchase_id).await?;
    leads::lead_of_evidence_locked(tx, row.lead_id).await?;
    let rows = store::appraisals_of_leads(tx.connection(), &[row.lead_id]).await?;
    let all = cases(tx.connection(), &rows).await?;
    let of_purchase: Vec<Case> = all
        .iter()
        .filter(|(_, purchase, _, _)| *purchase == row.purchase_id)
        .map(|(_, _, _, case)| case.clone())
        .collect();
    match case_of_all(&of_purchase).state {
        CaseState::Concluded => purchases::was_appraised(app, tx, row.purchase_id).await?,
        CaseState::None => purchases::settle(app, tx, row.purchase_id).await?,
        CaseState::Pending | CaseState::Contested | CaseState::Conflict => {}
    }
    if is_all_genuine(tx, row.lead_id, &rows, &all).await? {
        let reason = format!("What was bought is genuine: appraisal {}.", row.reference);
        leads::retract_as_genuine(app, tx, row.lead_id, &reason).await?;
    }
    Ok(())
}

/// Whether all that was bought of a lead was inspected and is genuine, and nobody inspects any of it.
async fn is_all_genuine(tx: &Tx, lead: Uuid, rows: &[AppraisalRow], all: &[(Uuid, Uuid, Uuid, Case)]) -> Result<bool> {
    let states: Vec<AppraisalState> = rows.iter().map(|row| code(&row.state)).collect::<Result<_>>()?;
    let concluded: BTreeSet<Uuid> = all
        .iter()
        .filter(|(.., case)| case.state == CaseState::Concluded)
        .map(|(sample, ..)| *sample)
        .collect();
    let bought = samples::of_lead(tx.connection(), lead).await?;
    let is_whole = bought.iter().all(|sample| concluded.contains(&sample.id));
    let of_lead: Vec<Case> = all.iter().map(|(.., case)| case.clone()).collect();
    let is_genuine = case_of_all(&of_lead).conclusion == Some(AppraisalConclusion::Genuine);
    Ok(is_genuine && is_whole && !states.into_iter().any(AppraisalState::is_open))
}
