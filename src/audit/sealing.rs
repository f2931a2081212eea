//! Sealing: gives entries their places in the chain, and writes down where its end is.

use crate::{
    app::App,
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, Result},
        failpoint,
    },
};

use super::{
    chain,
    checkpoints::{self, Checkpoint},
    store,
};

/// Seals all entries that are committed and wait; returns how many there were. Sealers take turns.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn seal(app: &App) -> Result<u64> {
    let mut sealed = 0;
    while store::is_pending(app.db.read()).await? {
        let batch = seal_batch(app).await?;
        sealed += batch;
        if batch == 0 {
            break;
        }
    }
    Ok(sealed)
}

async fn seal_batch(app: &App) -> Result<u64> {
    let tx = Tx::begin(&app.db, app.now()).await?;
    store::take_turn(&tx).await?;
    let entries = store::pending(tx.connection()).await?;
    if entries.is_empty() {
        return Ok(0);
    }
    let sealed_at = micros(tx.now());
    let (mut seq, mut head) = match store::end(tx.connection()).await? {
        Some(end) => (end.seq, end.hash),
        None => (0, chain::genesis()),
    };
    let mut links = Vec::with_capacity(entries.len());
    for entry in &entries {
        seq += 1;
        let link = chain::link(&head, seq, sealed_at, entry);
        head.clone_from(&link.hash);
        links.push(link);
    }
    store::links_insert(&tx, links).await?;
    store::pending_remove(&tx, &entries).await?;
    failpoint::reached("sealer.linked");
    tx.commit(Recorded(())).await?;
    failpoint::reached("sealer.committed");
    Ok(entries.len() as u64)
}

/// Writes a signed checkpoint unless the latest one says the same; returns whether it wrote one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn checkpoint(app: &App) -> Result<bool> {
    let Some(end) = store::end(app.db.read()).await? else {
        return Ok(false);
    };
    let folder = &app.config.data_dir;
    let latest = checkpoints::latest(folder).map_err(ApiError::internal)?;
    if latest.is_some_and(|latest| latest.count == end.seq && latest.head == end.hash) {
        return Ok(false);
    }
    let key = checkpoints::key_or_new(folder, app.ids.as_ref()).map_err(ApiError::internal)?;
    let checkpoint = Checkpoint::sign(&key, end.seq, &end.hash, micros(app.now()));
    checkpoints::append(folder, &checkpoint).map_err(ApiError::internal)?;
    Ok(true)
}
