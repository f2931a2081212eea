//! The bytes of reference pictures: given out as they came, and to nobody once they are not what they were.

use serde_json::json;
use uuid::Uuid;

use super::picture::{PresentedPicture, is_seen};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{self, Fetched, KeptReport},
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::store::{self, PictureRow},
};

/// Pictures that are read at once.
const BATCH: u64 = 200;

/// Gives out what a link stands for, whole.
///
/// # Errors
/// `NOT_FOUND` where the link is not good for this viewer any more, or it does not see the picture any more;
/// `TRANSITION_NOT_ALLOWED` where the bytes are not what they were: then the picture is in quarantine from now on.
pub async fn fetch_picture(app: &App, viewer: &Viewer, wanted: &PresentedPicture) -> Result<Fetched> {
    let row = store::picture(app.db.read(), wanted.picture).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    let is_seen = is_seen(app.db.read(), viewer, &row, app.now()).await?;
    if !is_seen || !wanted.is_good(app, viewer) {
        return Err(ApiError::not_found());
    }
    if row.quarantined_at.is_some() {
        return Err(changed());
    }
    match evidence::kept_content(app, row.file_id, &row.sha256).await? {
        Some(content) => Ok(Fetched {
            content,
            file_name: row.file_name.unwrap_or_else(|| encode(IdKind::Picture, row.id)),
            media_type: row.media_type,
        }),
        None => {
            quarantine(app, &row).await?;
            Err(changed())
        }
    }
}

fn changed() -> ApiError {
    let text = "Its bytes are not what they were. It is in quarantine.";
    ApiError::because(ErrorCode::TransitionNotAllowed, text)
}

/// Reads every picture again. Those whose bytes are not what they were go into quarantine; those whose bytes are what they were
/// again, come out of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn verify_pictures(app: &App) -> Result<KeptReport> {
    let mut report = KeptReport::default();
    let mut after = Uuid::nil();
    loop {
        let rows = store::pictures_after(app.db.read(), after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(report) };
        after = last.id;
        for row in &rows {
            report.files += 1;
            report.bytes += u64::try_from(row.bytes).unwrap_or(0);
            if evidence::is_as_kept(app, row.file_id, &row.sha256).await? {
                release(app, row).await?;
            } else {
                quarantine(app, row).await?;
                report.faults.push(row.id);
            }
        }
    }
}

/// Puts a picture out of everybody's reach and sounds the alarm, once.
async fn quarantine(app: &App, row: &PictureRow) -> Result<()> {
    let tx = app.begin().await?;
    if !store::picture_quarantine(&tx, row.id).await? {
        return Ok(());
    }
    written_down(app, tx, "quarantineProductPicture", row).await?;
    app.metrics.evidence_quarantined();
    tracing::error!(picture = %row.id, "the bytes of a reference picture are not what they were; it is in quarantine");
    Ok(())
}

async fn release(app: &App, row: &PictureRow) -> Result<()> {
    if row.quarantined_at.is_none() {
        return Ok(());
    }
    let tx = app.begin().await?;
    if !store::picture_release(&tx, row.id).await? {
        return Ok(());
    }
    written_down(app, tx, "releaseProductPicture", row).await
}

async fn written_down(app: &App, tx: Tx, verb: &'static str, row: &PictureRow) -> Result<()> {
    let detail = json!({ "picture": encode(IdKind::Picture, row.id), "sha256": row.sha256 });
    let act = Act::on(Category::Admin, verb, IdKind::Product, row.product_id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
