//! Writing anew what is derived from leads: audience rows and the search index, when the rules behind them have changed.

use crate::{
    app::App,
    leads::store,
    platform::{db::Recorded, error::Result},
};

/// Pieces of evidence that are looked for at once.
const BATCH: u64 = 500;

/// Has evidence be found by its words that an older version kept without them, one transaction each; returns how many there
/// were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn index_missing(app: &App) -> Result<usize> {
    let mut indexed = 0;
    loop {
        let rows = store::evidence_unindexed(app.db.read(), BATCH).await?;
        if rows.is_empty() {
            return Ok(indexed);
        }
        for row in &rows {
            let tx = app.begin().await?;
            store::index_evidence(&tx, row).await?;
            // Nothing was done that the row itself does not say.
            tx.commit(Recorded(())).await?;
        }
        indexed += rows.len();
    }
}

/// Derives everything of every lead again, one transaction a lead; returns how many there are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn rebuild(app: &App) -> Result<usize> {
    let ids = store::lead_ids(app.db.read()).await?;
    for id in &ids {
        let tx = app.begin().await?;
        let lead = store::lead_lock(&tx, *id).await?;
        store::rewrite_audience(&tx, &lead).await?;
        store::index_lead(&tx, &lead).await?;
        for item in store::items_of(tx.connection(), *id).await? {
            store::index_item(&tx, &item).await?;
        }
        for comment in store::comments_of(tx.connection(), *id).await? {
            store::index_comment(&tx, &comment).await?;
        }
        for evidence in store::evidence_of(tx.connection(), *id).await? {
            store::index_evidence(&tx, &evidence).await?;
        }
        // Nothing was done that the rows themselves do not say.
        tx.commit(Recorded(())).await?;
    }
    Ok(ids.len())
}
