//! Runs that nobody goes on with are given up, and old ones forgotten.

use jiff::{SignedDuration, Timestamp};

use super::run::ending;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    ingest::{rules::RunState, store},
    platform::{clock::micros, db::Recorded, error::Result, ids::IdKind},
};

/// How long a run may rest between two of its lines.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);
/// How long it is remembered after its end.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Runs of one turn.
const MOST: u64 = 20;

/// Gives up idle runs and forgets old ones; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sweep(app: &App) -> Result<usize> {
    let ago = |age: SignedDuration| micros(app.now().checked_sub(age).unwrap_or(Timestamp::MIN));
    let mut touched = 0;
    for row in store::runs_idle(app.db.read(), ago(PATIENCE), MOST).await? {
        let tx = app.begin().await?;
        if !store::run_abandon(&tx, &row).await? {
            continue;
        }
        let detail = ending(&row, RunState::Abandoned);
        let act = Act::on(Category::Content, "endIngestRun", IdKind::IngestRun, row.id).with(&detail);
        let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
        tx.commit(proof).await?;
        touched += 1;
    }
    let tx = app.begin().await?;
    touched += store::runs_forget(&tx, ago(KEPT), MOST).await?;
    tx.commit(Recorded(())).await?;
    Ok(touched)
}
