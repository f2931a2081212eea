//! More money than is held: the buyer asks for it, and somebody else approves it.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Done, Loaded, decide, finish, load,
    request::{bounds, open_program},
};
use crate::{
    app::App,
    funds::{self, rules as money},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ErrorCode, Result},
    },
    purchases::{
        rules::{PurchaseEventKind, PurchaseStep, TopUpState},
        store::{self, TopUpRow},
    },
};

#[derive(Serialize)]
struct Wish<'a> {
    purchase: Uuid,
    amount: &'a str,
    reason: &'a str,
}

/// Asks for more money than is held.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn ask_top_up(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (id, expected): (Uuid, i32),
    (amount, reason): (&str, &str),
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    let wish = Wish {
        purchase: id,
        amount,
        reason,
    };
    let claim = match claim(&tx, viewer.person, "askPurchaseTopUp", key, &wish).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    loaded.step(PurchaseStep::AskTopUp, expected)?;
    let row = loaded.row;
    let reason = money::text("reason", reason, 1_000)?;
    let wish = TopUpRow {
        id: app.ids.id(tx.now()),
        purchase_id: id,
        amount_minor: money::amount("amount", amount, &row.currency)?,
        reason: reason.clone(),
        state: TopUpState::Asked.code().to_owned(),
        asked_by: viewer.person,
        asked_at: micros(tx.now()),
        decided_by: None,
        decided_at: None,
        refusal: None,
    };
    funds::demand(&tx, row.allocation_id, id, wish.amount_minor).await?;
    let detail = json!({ "minor": wish.amount_minor });
    store::top_up_insert(&tx, wish).await?;
    claim.keep(&tx, &[id]).await?;
    let done = Done {
        mutation: "askPurchaseTopUp",
        kind: PurchaseEventKind::TopUpAsked,
        note: Some(reason),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

async fn waiting(tx: &crate::platform::db::Tx, id: Uuid) -> Result<TopUpRow> {
    let wishes = store::top_ups_of(tx.connection(), &[id]).await?;
    let asked = wishes.into_iter().find(|wish| wish.state == TopUpState::Asked.code());
    asked.ok_or_else(|| ErrorCode::TransitionNotAllowed.into())
}

/// Puts more money on top of the hold, as another person than those who asked and who buys.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `INSUFFICIENT_FUNDS`, `BAD_USER_INPUT`.
pub(crate) async fn approve_top_up(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    loaded.step(PurchaseStep::ApproveTopUp, expected)?;
    let Loaded { mut row, .. } = loaded;
    let wish = waiting(&tx, id).await?;
    let minor = row.amount_minor.saturating_add(wish.amount_minor);
    if let Some(program) = open_program(&tx, &row).await? {
        let sellers = decide::sellers(&tx, id).await?;
        bounds(&tx, &row, &program, &sellers).await?.hold("amount", minor)?;
    }
    let hold = row.hold_id.ok_or(ErrorCode::TransitionNotAllowed)?;
    funds::demand(&tx, row.allocation_id, id, 0).await?;
    funds::top_up(app, &tx, Some(viewer.person), hold, wish.amount_minor).await?;
    store::top_up_save(&tx, wish.id, TopUpState::Approved, Some(viewer.person), None).await?;
    (row.amount_minor, row.approved_minor) = (minor, Some(minor));
    let detail = json!({ "minor": wish.amount_minor });
    let done = Done {
        mutation: "approvePurchaseTopUp",
        kind: PurchaseEventKind::TopUpApproved,
        note: None,
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Refuses more money.
///
/// # Errors
/// As [`approve_top_up`].
pub(crate) async fn refuse_top_up(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    loaded.step(PurchaseStep::RefuseTopUp, expected)?;
    let row = loaded.row;
    let reason = money::text("reason", reason, 1_000)?;
    let wish = waiting(&tx, id).await?;
    funds::demand(&tx, row.allocation_id, id, 0).await?;
    let (by, refusal) = (Some(viewer.person), Some(reason.clone()));
    store::top_up_save(&tx, wish.id, TopUpState::Refused, by, refusal).await?;
    let detail = json!({ "minor": wish.amount_minor });
    let done = Done {
        mutation: "refusePurchaseTopUp",
        kind: PurchaseEventKind::TopUpRefused,
        note: Some(reason),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}
