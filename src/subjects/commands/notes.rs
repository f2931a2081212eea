//! What an organisation notes of a subject for itself.

use serde_json::json;
use uuid::Uuid;

use super::{record, takes_changes};
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        error::{ErrorCode, Result},
    },
    subjects::{
        rules,
        store::{self, NoteRow, SubjectRow},
    },
};

/// Writes the note of the viewer's organisation of a subject it sees; an empty one takes it away. Nobody else ever sees it
/// (I30).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn annotate(
    app: &App,
    viewer: &Viewer,
    subject: Uuid,
    expected: i32,
    body: &str,
) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let row = store::subject_find(tx.connection(), &sight, subject).await?;
    if !viewer.has(Action::SubjectAnnotate) {
        return Err(ErrorCode::Forbidden.into());
    }
    if row.is_person && !takes_changes(&row) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let body = rules::note(body)?;
    let note = NoteRow {
        subject_id: subject,
        organization_id: viewer.organization,
        body: String::new(),
        written_by: viewer.person,
        written_at: micros(tx.now()),
        version: 0,
    };
    store::note_save(&tx, note, body, expected).await?;
    let proof = record(app, viewer, &tx, "annotateSubject", &row, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(row)
}
