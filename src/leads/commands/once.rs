//! Drafts, each made once for its idempotency key.

use super::create::{NewLead, Written, write};
use crate::{app::App, leads::store::LeadRow, permissions::Viewer, platform::error::Result};

/// Creates a draft, once per idempotency key.
///
/// # Errors
/// `FORBIDDEN` where the viewer may not write for that organisation, `BAD_USER_INPUT` with the field at fault,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create(app: &App, viewer: &Viewer, new: NewLead) -> Result<LeadRow> {
    create_once(app, viewer, new).await.map(|(row, _)| row)
}

/// [`create`], and whether this request made it rather than an earlier one with the same key.
///
/// # Errors
/// As [`create`].
pub(crate) async fn create_once(app: &App, viewer: &Viewer, new: NewLead) -> Result<(LeadRow, bool)> {
    let tx = app.begin().await?;
    match write(app, viewer, &tx, &new).await? {
        Written::Before(row) => Ok((row, false)),
        Written::Now(row, proof) => {
            tx.commit(proof).await?;
            Ok((row, true))
        }
    }
}

/// Does all that [`create`] does and keeps nothing of it.
///
/// # Errors
/// As [`create`].
pub(crate) async fn rehearse(app: &App, viewer: &Viewer, new: &NewLead) -> Result<()> {
    let tx = app.begin().await?;
    write(app, viewer, &tx, new).await.map(drop)
}
