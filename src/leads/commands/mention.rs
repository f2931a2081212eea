//! Naming people in a comment.

use uuid::Uuid;

use super::{Loaded, people::mentionable_among};
use crate::{
    leads::rules::{MOST_MENTIONS, names_each},
    permissions::{Action, Viewer, audience::AudienceRow},
    platform::{
        db::Tx,
        error::{ApiError, Result},
    },
};

/// Insists that the words of a comment name these people, and that each may be named by the viewer and sees it: its
/// audience are these rows. Who may not be named, who does not see it and who does not exist are refused alike.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub(super) async fn check(
    tx: &Tx,
    viewer: &Viewer,
    loaded: &Loaded,
    (body, people): (&str, &[Uuid]),
    rows: &[AudienceRow],
) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    if people.len() > MOST_MENTIONS {
        let text = format!("A comment names at most {MOST_MENTIONS} people.");
        return Err(ApiError::input("mentions", text));
    }
    if !names_each(body, people.len()) {
        let text = "Name each of the mentioned people by a marker, @{1} for the first, and nobody else.";
        return Err(ApiError::input("body", text));
    }
    let now = tx.now();
    let found = mentionable_among(tx.connection(), viewer, loaded, people, now).await?;
    let sees = |reader: &Viewer| {
        let (principals, _) = reader.principals(Action::LeadRead, now);
        rows.iter()
            .any(|row| row.valid_until.is_none_or(|until| until > now) && principals.contains(&row.principal))
    };
    let is_open_to = |person: &Uuid| found.iter().any(|reader| reader.person == *person && sees(reader));
    match people.iter().all(is_open_to) {
        true => Ok(()),
        false => Err(ApiError::input(
            "mentions",
            "Only those can be mentioned whom you know here and who see this comment.",
        )),
    }
}
