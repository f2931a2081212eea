//! What follows a failed proof: it is recorded, never with what was typed, and the owner is told once when the wait has
//! become as long as it gets.

use serde_json::Value;
use uuid::Uuid;

use super::{back_off::Attempts, complete::tell};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::MailKind,
    platform::{error::Result, ids::IdKind},
};

/// Records a failure, with the person where there is one.
pub(super) async fn refuse(
    app: &App,
    action: &'static str,
    person: Option<Uuid>,
    attempts: &Attempts,
    detail: &Value,
) -> Result<()> {
    app.metrics.sign_in_failed();
    let tx = app.begin().await?;
    if let Some(person) = person.filter(|_| attempts.has_locked()) {
        tell(app, &tx, person, MailKind::SignInLocked).await?;
    }
    let act = Act {
        category: Category::Security,
        action,
        object: person.map(|person| (IdKind::Person, person)),
        root: None,
        detail,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
