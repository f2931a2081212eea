//! Changing what a lead says of a subject, and taking it away.

use serde_json::json;
use uuid::Uuid;

use super::{Loaded, add::with_personal_data, index, load, record};
use crate::{
    app::App,
    leads::{self, rules::TimelineKind},
    permissions::Viewer,
    platform::{
        clock::micros,
        error::{ErrorCode, Result},
    },
    subjects::{
        rules::{self, PersonalData, SupplyRole},
        store::{self, SubjectRow},
    },
};

/// Changes to a subject; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    pub(crate) name: Option<String>,
    pub(crate) role: Option<Option<SupplyRole>>,
    pub(crate) detail: Option<String>,
    pub(crate) personal_data: Option<PersonalData>,
}

/// Changes what a lead says of a subject.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn change(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    changes: Changes,
) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let Loaded { mut row, .. } = load(&tx, viewer, id).await?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    if let Some(name) = &changes.name {
        row.name = rules::name(name)?;
    }
    if let Some(role) = changes.role {
        row.role = role.map(|role| role.code().to_owned());
    }
    if let Some(detail) = &changes.detail {
        row.detail = rules::detail(Some(detail))?;
    }
    if changes.personal_data.is_some() {
        row = with_personal_data(row, changes.personal_data, tx.now())?;
    }
    let row = store::subject_update(&tx, row, expected).await?;
    index(&tx, &row).await?;
    let proof = record(app, viewer, &tx, "changeSubject", &row, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Takes a subject away: it stays in the lead's history and meets nothing any more.
///
/// # Errors
/// As [`change`].
pub(crate) async fn remove(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let Loaded { host, mut row } = load(&tx, viewer, id).await?;
    row.removed_at = Some(micros(tx.now()));
    row.removed_why = Some(rules::grounds(reason)?);
    let row = store::subject_update(&tx, row, expected).await?;
    let identifiers = store::identifiers_of(tx.connection(), &[id]).await?;
    store::identifiers_remove(&tx, &identifiers).await?;
    leads::unindex_subject(&tx, &row).await?;
    leads::tell_of_subject(app, viewer, &tx, &host, TimelineKind::SubjectRemoved, &row).await?;
    let proof = record(app, viewer, &tx, "removeSubject", &row, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(row)
}
