//! Tidying up: uploads that nobody attached, bytes to which nothing refers, hand-overs that nobody confirmed.

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{rules::TRANSFER_PATIENCE, store},
    leads::{self, EvidenceNews},
    platform::{
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
        files::FileError,
        ids::IdKind,
    },
};

/// How long bytes lie in the store that no row knows, before they are taken for the leftovers of a process that died.
const LEFTOVER: SignedDuration = SignedDuration::from_hours(24);
/// Bytes that are removed in a turn.
const BATCH: u64 = 500;
/// Hand-overs of which keepers are told in a turn.
const ALARMS: u64 = 100;

/// Forgets uploads whose hours are over, and removes bytes to which nothing refers. What a piece of evidence refers to is
/// never among them, and what is under legal hold keeps its bytes (I18). Any number of workers may run it. Returns how many
/// files were removed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn tidy(app: &App) -> Result<usize> {
    let tx = app.begin().await?;
    store::uploads_forget(&tx).await?;
    tx.commit(Recorded(())).await?;
    let mut removed = 0;
    for file in store::files_unused(app.db.read(), BATCH).await? {
        removed += usize::from(dispose(app, file.id).await?);
    }
    Ok(removed + leftovers(app).await?)
}

/// Removes stored bytes if nothing refers to them; says whether it did. The row goes first: bytes without a row are found
/// again, a row without its bytes would be evidence without them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn dispose(app: &App, file: Uuid) -> Result<bool> {
    let tx = app.begin().await?;
    let Some(row) = store::file_find(tx.connection(), file).await? else {
        return Ok(false);
    };
    if !store::file_drop_unused(&tx, file).await? {
        return Ok(false);
    }
    tx.commit(Recorded(())).await?;
    let gone = app.files.dispose(row.id, &row.sha256).await;
    gone.map(|()| true).map_err(unavailable)
}

/// Removes what a process that died left in the store.
async fn leftovers(app: &App) -> Result<usize> {
    let before = app.now().checked_sub(LEFTOVER).map_err(ApiError::internal)?;
    let old = app.files.old(before).await.map_err(unavailable)?;
    let mut removed = 0;
    for batch in old.chunks(200) {
        let ids: Vec<Uuid> = batch.iter().map(|(id, _)| *id).collect();
        let known = store::files_by_ids(app.db.read(), &ids).await?;
        for (id, sha256) in batch.iter().filter(|(id, _)| known.iter().all(|row| row.id != *id)) {
            app.files.dispose(*id, sha256).await.map_err(unavailable)?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn unavailable(_: FileError) -> ApiError {
    ErrorCode::Unavailable.into()
}

/// Tells the keepers of hand-overs that nobody confirmed within 48 hours, once for each; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn alarm(app: &App) -> Result<usize> {
    let before = app.now().checked_sub(TRANSFER_PATIENCE).map_err(ApiError::internal)?;
    let tx = app.begin().await?;
    let late = store::transfers_mark_late(&tx, before, ALARMS).await?;
    let mut proof = Recorded(());
    for transfer in &late {
        let lead = store::item_lead(tx.connection(), transfer.evidence_id).await?;
        let lead = leads::lead_of_evidence_locked(&tx, lead).await?;
        let row = store::item_lock(&tx, transfer.evidence_id).await?;
        leads::tell_of_evidence(&tx, app, Actor::System, &lead, &row, EvidenceNews::TransferOverdue).await?;
        let detail = json!({ "transfer": transfer.id });
        let act = Act::on(Category::Content, "alarmEvidenceTransfer", IdKind::Evidence, row.id)
            .of_lead(row.lead_id)
            .with(&detail);
        proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
        tracing::warn!(evidence = %row.id, transfer = %transfer.id, "a hand-over of evidence is not confirmed");
    }
    tx.commit(proof).await?;
    Ok(late.len())
}
