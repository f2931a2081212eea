//! Reminding of what ends or is late, and forgetting as whom something was bought.

use jiff::{SignedDuration, tz::TimeZone};
use serde_json::json;
use uuid::Uuid;

use super::news;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{
        clock::micros,
        db::Recorded,
        error::{ApiError, Result},
        ids::IdKind,
    },
    purchases::store,
};

/// Purchases of one turn.
const MOST: u64 = 500;
/// So long before a hold ends its people are reminded.
const AHEAD: SignedDuration = SignedDuration::from_hours(48);
/// So long after a purchase has ended it is kept as whom it was bought.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 1_095);

/// Reminds of holds that end and of refunds that are late; returns of how many purchases.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn remind(app: &App) -> Result<usize> {
    let now = app.now();
    let ahead = now.checked_add(AHEAD).map_err(ApiError::internal)?;
    let today = now.to_zoned(TimeZone::UTC).date().to_string();
    let mut told = 0;
    for row in store::holds_ending(app.db.read(), micros(ahead), MOST).await? {
        told += usize::from(one(app, row.id, false).await?);
    }
    for row in store::refunds_late(app.db.read(), &today, MOST).await? {
        told += usize::from(one(app, row.id, true).await?);
    }
    forget(app).await?;
    Ok(told)
}

async fn one(app: &App, id: Uuid, of_refund: bool) -> Result<bool> {
    let tx = app.begin().await?;
    if !store::reminded(&tx, id, of_refund, micros(tx.now())).await? {
        return Ok(false);
    }
    match of_refund {
        true => news::late(app, &tx, id).await?,
        false => news::ending(app, &tx, id).await?,
    }
    let detail = json!({ "refund": of_refund });
    let act = Act::on(Category::Content, "remindOfPurchase", IdKind::Purchase, id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(true)
}

async fn forget(app: &App) -> Result<()> {
    let tx = app.begin().await?;
    let before = tx.now().checked_sub(KEPT).map_err(ApiError::internal)?;
    match store::identities_forget(&tx, micros(before)).await? {
        0 => Ok(()),
        // What is gone says so itself.
        _ => tx.commit(Recorded(())).await,
    }
}
