//! What becomes of a sample: the desk says so, whose purchase it is, or who has it in hand.

use jiff::{Timestamp, civil::Date};
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    appraisals::{self, rules::AppraisalConclusion},
    audit::{self, Act, Actor, Category},
    evidence::{self, ItemRow},
    permissions::{Action, Target, Viewer},
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    purchases,
    samples::{
        self,
        rules::{self, Disposing, SampleDisposal},
        store::{self, SampleRow},
    },
};

/// What is said to have become of a sample.
#[derive(Debug, Clone)]
pub(crate) struct Disposed {
    /// What.
    pub(crate) disposal: SampleDisposal,
    /// The words to it.
    pub(crate) note: Option<String>,
    /// The last day that it is kept, where it is retained.
    pub(crate) retain_until: Option<Date>,
}

/// Whether somebody who sees a sample may say what became of it: the desk, whose purchase it is, and who has it in hand.
#[must_use]
pub(crate) fn may_dispose(viewer: &Viewer, row: &SampleRow, item: &ItemRow, now: Timestamp) -> bool {
    let target = Target {
        organization: row.organization_id,
        brands: &[row.brand_id],
    };
    let is_custodian = item.holder_id == viewer.person && viewer.has(Action::SampleDispose);
    viewer.may(Action::SampleDispose, target, now) || is_custodian
}

/// Says what became of a sample; then a purchase of which nothing is open any more is closed.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `APPRAISAL_CONFLICT`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub(crate) async fn dispose(app: &App, viewer: &Viewer, id: Uuid, expected: i32, said: &Disposed) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut row = samples::locked(&tx, viewer, id).await?;
    let item = evidence::items(tx.connection(), &[row.evidence_id]).await?.pop();
    let item = item.ok_or_else(ApiError::not_found)?;
    if !may_dispose(viewer, &row, &item, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let least = end_of_years(&tx, &row).await?;
    standing(&tx, &row, &item, least).await?.admits(said.disposal)?;
    fill(&tx, viewer, &mut row, (said, least))?;
    let (purchase, code) = (row.purchase_id, said.disposal.code());
    // What left is no less evidence: its years are over when they are over, whatever is said to have become of it.
    let kept_until = Some(row.retained_until.unwrap_or(least));
    let leaves = !said.disposal.is_there();
    evidence::dispose_of(app, &tx, viewer, row.evidence_id, kept_until, (code, leaves)).await?;
    let row = store::sample_save(&tx, row).await?;
    let detail = json!({ "disposal": code, "retainedUntil": row.retained_until });
    let act = Act::on(Category::Content, "disposeSample", IdKind::Sample, id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    purchases::settle(app, &tx, purchase).await?;
    tx.commit(proof).await?;
    Ok(id)
}

/// The end of its years: those that held when it came, whatever was said since.
async fn end_of_years(tx: &Tx, row: &SampleRow) -> Result<i64> {
    let received_at = timestamp(row.received_at);
    let terms = purchases::terms_at(tx.connection(), received_at).await?;
    rules::retained_until(received_at, terms.retention_years)
}

async fn standing(tx: &Tx, row: &SampleRow, item: &ItemRow, least: i64) -> Result<Disposing> {
    let case = appraisals::conclusion_of_sample(tx.connection(), row.id).await?;
    let waits = evidence::transfers_waiting(tx.connection(), &[item.id]).await?;
    let before = samples::disposal_of(row, Some(item))?;
    Ok(Disposing {
        before,
        destroyed: before == Some(SampleDisposal::Destroyed),
        on_hold: item.holds > 0,
        on_its_way: !waits.is_empty(),
        blocked: case.blocks() || appraisals::is_being_inspected(tx.connection(), row.id).await?,
        genuine: case.conclusion == Some(AppraisalConclusion::Genuine),
        fake: matches!(
            case.conclusion,
            Some(AppraisalConclusion::Counterfeit | AppraisalConclusion::Altered)
        ) && least > micros(tx.now()),
    })
}

fn fill(tx: &Tx, viewer: &Viewer, row: &mut SampleRow, (said, least): (&Disposed, i64)) -> Result<()> {
    row.disposal_note = evidence::rules::note("note", said.note.as_deref())?;
    row.retained_until = match said.disposal.is_there() {
        true => Some(rules::kept_until(said.retain_until, least)?),
        false => None,
    };
    row.disposal = Some(said.disposal.code().to_owned());
    row.disposed_at = Some(micros(tx.now()));
    row.disposed_by = Some(viewer.person);
    row.retention_told_at = None;
    Ok(())
}
