//! Showing personal data in clear, for a purpose that is logged (I38).

use serde_json::json;
use uuid::Uuid;

use super::record;
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
    subjects::{
        rules::PersonalDataPurpose,
        store::{self, IdentifierRow, SubjectRow},
    },
};

/// A person in clear.
#[derive(Debug)]
pub(crate) struct Revealed {
    pub(crate) row: SubjectRow,
    pub(crate) identifiers: Vec<IdentifierRow>,
}

/// Shows what is known of a person that the viewer sees; that it was shown, and for what, is in the log before it is.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` where it is no person.
pub(crate) async fn reveal(
    app: &App,
    viewer: &Viewer,
    subject: Uuid,
    purpose: PersonalDataPurpose,
) -> Result<Revealed> {
    let tx = app.begin().await?;
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let row = store::subject_find(tx.connection(), &sight, subject).await?;
    if !viewer.has(Action::PersonalDataRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !row.is_person {
        return Err(ApiError::input(
            "subjectId",
            "This is no person: nothing of it is masked.",
        ));
    }
    let identifiers = store::identifiers_of(tx.connection(), &[subject]).await?;
    let detail = json!({ "purpose": purpose.code() });
    let proof = record(app, viewer, &tx, "revealPersonalData", &row, &detail).await?;
    tx.commit(proof).await?;
    Ok(Revealed { row, identifiers })
}
