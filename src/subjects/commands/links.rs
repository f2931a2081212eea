//! What analysts say ties one subject to another.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Loaded, load, record};
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
    },
    subjects::{
        rules::{self, Confidence, LinkKind, MOST_LINKS},
        store::{self, LinkRow, SubjectRow},
    },
};

/// A link to be.
#[derive(Debug, Clone, Serialize)]
pub struct NewLink {
    /// From whom.
    pub from: Uuid,
    /// To whom.
    pub to: Uuid,
    /// What it is.
    pub kind: LinkKind,
    /// How sure its author is.
    pub confidence: Confidence,
    /// On what it rests.
    pub grounds: String,
    /// Its first day.
    pub valid_from: Option<Date>,
    /// Its last day.
    pub valid_until: Option<Date>,
}

/// Ties a subject to another that the viewer sees too, once per idempotency key. The lead of the first one says so: whoever
/// sees both ends sees it.
///
/// # Errors
/// `NOT_FOUND` for either, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn link(app: &App, viewer: &Viewer, key: &str, new: NewLink) -> Result<LinkRow> {
    let tx = app.begin().await?;
    let Loaded { row, .. } = load(&tx, viewer, new.from).await?;
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let to = store::subject_find(tx.connection(), &sight, new.to).await?;
    let claim = match claim(&tx, viewer.person, "linkSubjects", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            return store::link_by_id(tx.connection(), id)
                .await?
                .ok_or_else(ApiError::not_found);
        }
    };
    if to.id == row.id || to.removed_at.is_some() {
        return Err(ApiError::input("toId", "Name another subject that is still there."));
    }
    let backwards = new
        .valid_from
        .zip(new.valid_until)
        .is_some_and(|(from, until)| until < from);
    if backwards {
        return Err(ApiError::input("validUntil", "The last day is before the first."));
    }
    if store::link_count(tx.connection(), row.id).await? >= MOST_LINKS {
        let text = format!("A subject has at most {MOST_LINKS} links.");
        return Err(ApiError::input("fromId", text));
    }
    let link = LinkRow {
        id: app.ids.id(tx.now()),
        lead_id: row.lead_id,
        from_id: row.id,
        to_id: to.id,
        kind: new.kind.code().to_owned(),
        confidence: new.confidence.code().to_owned(),
        grounds: rules::grounds(&new.grounds)?,
        valid_from: rules::day(new.valid_from),
        valid_until: rules::day(new.valid_until),
        added_by: viewer.person,
        organization_id: viewer.organization,
        added_at: micros(tx.now()),
        removed_at: None,
    };
    store::link_insert(&tx, link.clone()).await?;
    claim.keep(&tx, &[link.id]).await?;
    let proof = record(app, viewer, &tx, "linkSubjects", &row, &json!({ "kind": link.kind })).await?;
    tx.commit(proof).await?;
    Ok(link)
}

/// Takes a link away that the viewer sees and whose lead it may change.
///
/// # Errors
/// `NOT_FOUND` where there is none that the viewer sees, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`.
pub(crate) async fn unlink(app: &App, viewer: &Viewer, id: Uuid) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let found = store::link_by_id(tx.connection(), id).await?;
    let ends = found
        .as_ref()
        .map_or_else(Vec::new, |link| vec![link.from_id, link.to_id]);
    let seen = store::subjects_seen(tx.connection(), &sight, &ends).await?;
    let link = found.filter(|_| seen.len() == 2).ok_or_else(ApiError::not_found)?;
    let Loaded { row, .. } = load(&tx, viewer, link.from_id).await?;
    if !store::link_remove(&tx, id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let proof = record(app, viewer, &tx, "unlinkSubjects", &row, &json!({ "kind": link.kind })).await?;
    tx.commit(proof).await?;
    Ok(row)
}
