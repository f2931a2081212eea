//! Holds whose time is over.

use serde_json::json;

use super::{holds, news};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    funds::{
        rules::Closing,
        store::{self, HoldRow},
    },
    platform::{
        clock::micros,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    purchases,
};

/// Holds that one turn closes.
const MOST: u64 = 500;

/// Closes the holds whose time is over, each in a transaction of its own; returns how many. What others closed meanwhile is
/// left to them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::funds) async fn expire_due(app: &App) -> Result<usize> {
    let due = store::holds_due(app.db.read(), micros(app.now()), MOST).await?;
    let mut closed = 0;
    for row in due {
        match expire(app, &row).await {
            Ok(()) => closed += 1,
            Err(error) if error.code == ErrorCode::TransitionNotAllowed => {}
            // It waits for the next turn, and the others do not wait for it.
            Err(error) => {
                tracing::error!(hold = %row.id, code = error.code.as_str(), "a hold could not be closed");
            }
        }
    }
    Ok(closed)
}

async fn expire(app: &App, row: &HoldRow) -> Result<()> {
    let tx = app.begin().await?;
    // A purchase is locked before its money is.
    purchases::take_to_end(&tx, row.purchase_id).await?;
    holds::close(app, &tx, None, row.id, Closing::Expired).await?;
    purchases::hold_expired(app, &tx, row.purchase_id).await?;
    news::expired(app, &tx, row).await?;
    let detail = json!({ "purchase": row.purchase_id });
    let act = Act::on(Category::Money, "expireFundHold", IdKind::FundHold, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
