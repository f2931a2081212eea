//! Forgetting personal data whose day has come (I39).

use serde_json::json;
use uuid::Uuid;

use super::tell_of_identifiers;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads,
    platform::{clock::micros, error::Result, ids::IdKind},
    subjects::{rules::SubjectKind, store},
};

/// Forgets the personal data whose day has come, one transaction each; returns of how many people.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn forget(app: &App) -> Result<usize> {
    let mut forgotten = 0;
    loop {
        let due = store::subjects_to_forget(app.db.read(), micros(app.now())).await?;
        let before = forgotten;
        for id in due {
            forgotten += usize::from(forget_one(app, id).await?);
        }
        if forgotten == before {
            return Ok(forgotten);
        }
    }
}

async fn forget_one(app: &App, id: Uuid) -> Result<bool> {
    let tx = app.begin().await?;
    if !store::subject_forget(&tx, id, SubjectKind::Person.code()).await? {
        return Ok(false);
    }
    let Some(row) = store::subject_by_id(tx.connection(), id).await? else {
        return Ok(false);
    };
    leads::unindex_subject(&tx, &row).await?;
    tell_of_identifiers(app, &tx, &row).await?;
    let detail = json!({ "purpose": row.purpose });
    let act = Act::on(Category::Content, "forgetPersonalData", IdKind::Subject, id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(true)
}
