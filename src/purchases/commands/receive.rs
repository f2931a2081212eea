//! What becomes of an order: it is sent, it comes, or it does not, and then the seller owes something back.

use jiff::{ToSpan as _, civil::Date, tz::TimeZone};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, finish, load, load_to_end, pieces, put, settle};
use crate::{
    app::App,
    evidence::rules::EvidenceKind,
    funds::{self, rules as money},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, Result},
    },
    purchases::{
        rules::{self, EvidenceRole, Failure, PurchaseEventKind, PurchaseStep, missing_evidence},
        store::{self, PurchaseRow},
    },
    samples::{self, Receipt},
};

/// Days in which a seller is to pay back where nothing else is said.
const REFUND_DAYS: i64 = 30;

/// Says that the seller has sent it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn ship(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    carrier: Option<&str>,
    parcel: &str,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    let state = loaded.step(PurchaseStep::Ship, expected)?;
    let mut row = loaded.row;
    row.carrier = money::optional("carrier", carrier, 100)?;
    row.parcel_number = Some(money::line("parcelNumber", parcel, 100)?);
    row.shipped_at = Some(micros(tx.now()));
    put(&mut row, state);
    let detail = json!({});
    let done = Done {
        mutation: "shipPurchase",
        kind: PurchaseEventKind::Shipped,
        note: None,
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// What came.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewReceipt {
    pub(crate) purchase: Uuid,
    pub(crate) video: Uuid,
    pub(crate) seals: Vec<String>,
    pub(crate) place: Option<String>,
    pub(crate) evidence: Vec<Uuid>,
}

/// Says that it came: the unpacking is on film, and each sample is sealed and under custody from now on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn receive(app: &App, viewer: &Viewer, key: &str, expected: i32, new: NewReceipt) -> Result<Uuid> {
    let tx = app.begin().await?;
    let id = new.purchase;
    let loaded = load_to_end(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "receivePurchase", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    let state = loaded.step(PurchaseStep::Receive, expected)?;
    let mut row = loaded.row;
    let seals = rules::seals(&new.seals, row.approved_quantity.unwrap_or(row.quantity))?;
    let mut named = vec![("videoEvidenceId", new.video, EvidenceRole::Video)];
    named.extend(new.evidence.iter().map(|id| ("evidenceIds", *id, EvidenceRole::Other)));
    let kinds = pieces(&tx, viewer, &row, &named).await?;
    if kinds.first() != Some(&EvidenceKind::Video) {
        return Err(ApiError::input("videoEvidenceId", "Name a film of the unpacking."));
    }
    must_be_complete(&tx, viewer, &row, kinds).await?;
    let receipt = Receipt {
        purchase: id,
        lead: row.lead_id,
        lead_item: Some(row.item_id),
        organization: row.organization_id,
        count: u16::try_from(seals.len()).map_err(ApiError::internal)?,
        seals,
        label: row.title.clone(),
        place: money::optional("place", new.place.as_deref(), 200)?,
    };
    let count = receipt.count;
    samples::receive(app, &tx, viewer, receipt).await?;
    let proves: Vec<(Uuid, EvidenceRole)> = named.into_iter().map(|(_, id, role)| (id, role)).collect();
    store::evidence_put(&tx, id, &proves).await?;
    row.received_at = Some(micros(tx.now()));
    put(&mut row, state);
    claim.keep(&tx, &[id]).await?;
    super::clash::unmet(&tx, id).await?;
    let detail = json!({ "samples": count, "video": new.video });
    let done = Done {
        mutation: "receivePurchase",
        kind: PurchaseEventKind::Received,
        note: None,
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Insists on the kinds of evidence that the programme requires, with those of the order.
async fn must_be_complete(tx: &Tx, viewer: &Viewer, row: &PurchaseRow, kinds: Vec<EvidenceKind>) -> Result<()> {
    let Some(program) = row.program_id else { return Ok(()) };
    let Some(program) = funds::program(tx.connection(), program).await? else {
        return Ok(());
    };
    let before = store::evidence_of(tx.connection(), &[row.id]).await?;
    let before: Vec<Uuid> = before.into_iter().map(|piece| piece.evidence_id).collect();
    let before = crate::evidence::pieces(tx.connection(), viewer, tx.now(), &before).await?;
    let there: Vec<EvidenceKind> = before.into_iter().map(|piece| piece.kind).chain(kinds).collect();
    let missing = missing_evidence(&funds::required_evidence(&program)?, &there);
    if missing.is_empty() {
        return Ok(());
    }
    let missing: Vec<&str> = missing.into_iter().map(EvidenceKind::code).collect();
    let text = format!("The programme requires this evidence, too: {}.", missing.join(", "));
    Err(ApiError::input("evidenceIds", text))
}

/// How an order came to nothing.
#[derive(Debug, Clone)]
pub(crate) struct NewFailure {
    pub(crate) failure: Failure,
    pub(crate) reason: String,
    pub(crate) refund: Option<String>,
    pub(crate) due_on: Option<Date>,
}

/// Says that it will not come, and what the seller is to pay back.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn fail(app: &App, viewer: &Viewer, (id, expected): (Uuid, i32), new: NewFailure) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load_to_end(&tx, viewer, id).await?;
    loaded.step(PurchaseStep::Fail, expected)?;
    let mut row = loaded.row;
    let reason = money::text("reason", &new.reason, 1_000)?;
    if let Some(text) = new.refund.as_deref() {
        expect(&tx, &mut row, text, new.due_on).await?;
    }
    row.decision_reason = Some(reason.clone());
    put(&mut row, new.failure.state());
    super::clash::unmet(&tx, id).await?;
    let detail = json!({ "state": row.state, "refund": row.refund_minor });
    let row = super::moved(app, &tx, Some(viewer.person), row, new.failure.event(), Some(reason)).await?;
    settle(app, &tx, id).await?;
    super::commit(app, tx, viewer, &row, "failPurchase", &detail).await
}

/// Opens what the seller is to pay back: no more than was spent and has not come back.
async fn expect(tx: &Tx, row: &mut PurchaseRow, text: &str, due_on: Option<Date>) -> Result<()> {
    let minor = money::amount("refundExpected", text, &row.currency)?;
    let hold: Vec<Uuid> = row.hold_id.into_iter().collect();
    let held = funds::holds_by_ids(tx.connection(), &hold).await?.pop();
    let (most, before) = held.map_or((0, 0), |hold| {
        (hold.captured_minor - hold.refunded_minor, hold.refunded_minor)
    });
    if minor > most {
        return Err(ApiError::input("refundExpected", "This is more than was spent."));
    }
    let today = tx.now().to_zoned(TimeZone::UTC).date();
    let due_on = match due_on {
        Some(day) if day < today => return Err(ApiError::input("refundDueOn", "This day has passed.")),
        Some(day) => day,
        None => today.checked_add(REFUND_DAYS.days()).map_err(ApiError::internal)?,
    };
    // With what came before: what has come is counted from the beginning.
    row.refund_minor = Some(minor + before);
    row.refund_due_on = Some(due_on.to_string());
    row.refund_opened_at = Some(micros(tx.now()));
    Ok(())
}

/// Gives up what the seller was to pay back, as another person than those who asked and who bought.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn waive(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    let state = loaded.step(PurchaseStep::WaiveRefund, expected)?;
    let mut row = loaded.row;
    let reason = money::text("reason", reason, 1_000)?;
    row.refund_waived = Some(reason.clone());
    row.refund_settled_at = Some(micros(tx.now()));
    put(&mut row, state);
    let detail = json!({ "minor": row.refund_minor });
    let kind = PurchaseEventKind::RefundWaived;
    let row = super::moved(app, &tx, Some(viewer.person), row, kind, Some(reason)).await?;
    settle(app, &tx, id).await?;
    super::commit(app, tx, viewer, &row, "waivePurchaseRefund", &detail).await
}
