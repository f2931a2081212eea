//! Ordering: the listing and the proof are evidence of the lead, and what was paid is captured out of the hold.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, finish, load, pieces, put};
use crate::{
    app::App,
    funds::{
        self, Capture,
        rules::{self as money, CostKind, PaidFrom},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
    },
    purchases::{
        rules::{EvidenceRole, PurchaseEventKind, PurchaseStep, fits_listing},
        store::{self, CostRow},
    },
};

/// What was ordered and paid.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewOrder {
    pub(crate) purchase: Uuid,
    pub(crate) order_number: String,
    pub(crate) costs: Vec<(CostKind, String)>,
    pub(crate) by_card: bool,
    pub(crate) bank_reference: Option<String>,
    pub(crate) listing: Uuid,
    pub(crate) proof: Uuid,
    pub(crate) evidence: Vec<Uuid>,
}

/// Says that it was ordered and paid: never more than is held; the rest goes back.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS`,
/// `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn order(app: &App, viewer: &Viewer, key: &str, expected: i32, new: NewOrder) -> Result<Uuid> {
    let tx = app.begin().await?;
    let id = new.purchase;
    let loaded = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "orderPurchase", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    let state = loaded.step(PurchaseStep::Order, expected)?;
    let mut row = loaded.row;
    let mut named = vec![
        ("listingEvidenceId", new.listing, EvidenceRole::Listing),
        ("proofEvidenceId", new.proof, EvidenceRole::Proof),
    ];
    named.extend(new.evidence.iter().map(|id| ("evidenceIds", *id, EvidenceRole::Other)));
    if new.listing == new.proof {
        return Err(ApiError::input(
            "proofEvidenceId",
            "Name another piece than that of the listing.",
        ));
    }
    let kinds = pieces(&tx, viewer, &row, &named).await?;
    if !kinds.first().copied().is_some_and(fits_listing) {
        return Err(ApiError::input(
            "listingEvidenceId",
            "Name a picture, a page or a film of the listing.",
        ));
    }
    let lines = lines(&new.costs, &row.currency)?;
    let spent: i64 = lines.iter().map(|(_, minor)| *minor).sum();
    let hold = row.hold_id.ok_or(ErrorCode::TransitionNotAllowed)?;
    let reference = new.bank_reference.as_deref().filter(|text| !text.trim().is_empty());
    let capture = Capture {
        lines: lines.clone(),
        paid_from: if new.by_card { PaidFrom::Card } else { PaidFrom::Bank },
        bank_reference: reference.map(money::bank_reference).transpose()?,
        closes: true,
    };
    funds::capture(app, &tx, Some(viewer.person), hold, capture).await?;
    let costs = lines.into_iter().map(|(kind, amount_minor)| CostRow {
        purchase_id: id,
        kind: kind.code().to_owned(),
        amount_minor,
    });
    store::costs_insert(&tx, costs.collect()).await?;
    let proves: Vec<(Uuid, EvidenceRole)> = named.into_iter().map(|(_, id, role)| (id, role)).collect();
    store::evidence_put(&tx, id, &proves).await?;
    row.order_number = Some(money::line("orderNumber", &new.order_number, 100)?);
    row.ordered_at = Some(micros(tx.now()));
    (row.amount_minor, row.hold_expires_at) = (spent, None);
    put(&mut row, state);
    claim.keep(&tx, &[id]).await?;
    let detail = json!({ "minor": spent, "evidence": proves.len() });
    let done = Done {
        mutation: "orderPurchase",
        kind: PurchaseEventKind::Ordered,
        note: None,
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// What was paid for what, each kind once, goods among them.
fn lines(costs: &[(CostKind, String)], currency: &str) -> Result<Vec<(CostKind, i64)>> {
    let mut lines: Vec<(CostKind, i64)> = Vec::with_capacity(costs.len());
    for (place, (kind, text)) in costs.iter().enumerate() {
        if lines.iter().any(|(known, _)| known == kind) {
            return Err(ApiError::input("costs", "Name each kind once."));
        }
        lines.push((*kind, money::amount(&format!("costs.{place}.amount"), text, currency)?));
    }
    match lines.iter().any(|(kind, _)| *kind == CostKind::Goods) {
        true => Ok(lines),
        false => Err(ApiError::input("costs", "Say what the goods cost.")),
    }
}
