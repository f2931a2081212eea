//! Writing down who was shown a match, and to whom it named the other organisation, before the answer leaves.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    blind_match::{rules::MatchRow, store},
    permissions::Viewer,
    platform::{db::Recorded, error::Result, ids::IdKind},
};

/// What is shown of a match.
fn shown(row: &MatchRow) -> (Uuid, bool) {
    (row.own.id, row.opened_at.is_some())
}

/// Writes down what is about to be shown to a viewer: each match once, and once more with the contact.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; then nothing may be shown.
pub(super) async fn note(app: &App, viewer: &Viewer, rows: &[&MatchRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let sides: Vec<Uuid> = rows.iter().map(|row| row.own.id).collect();
    let known = store::sightings_of(app.db.read(), viewer.person, &sides).await?;
    let new: Vec<&MatchRow> = rows
        .iter()
        .copied()
        .filter(|row| !known.contains(&shown(row)))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    // In one order, lest two requests of the same person wait for each other.
    let mut keys: Vec<(Uuid, bool)> = new.iter().map(|row| shown(row)).collect();
    keys.sort_unstable();
    let tx = app.begin().await?;
    let noted = store::sightings_note(&tx, viewer.person, &keys).await?;
    let mut proof = Recorded(());
    // What another request has noted in the meantime is its to log.
    for row in new.into_iter().filter(|row| noted.contains(&shown(row))) {
        let detail = json!({ "contact": row.opened_at.is_some() });
        let act = Act::on(Category::Content, "readBlindMatch", IdKind::Match, row.own.id)
            .of_lead(row.lead)
            .with(&detail);
        proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    }
    tx.commit(proof).await
}
