//! The mails about what is opened in an emergency.

use std::sync::Arc;

use super::{commands, rules::BreakGlassState};
use crate::{
    app::App,
    mail::{self, Claimed, MailKind},
    members,
    platform::{
        email::Letter,
        error::Result,
        ids::{self, IdKind},
    },
};

/// Renders one: to the desk that something waits, unless it was decided meanwhile, or to those who have to know that a lead
/// was opened, also when that is over by now.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notice(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(id) = mail.subject else { return Ok(None) };
    let Some(row) = commands::request(&app, id).await? else {
        return Ok(None);
    };
    let wanted = match mail.kind {
        MailKind::BreakGlassAsked => row.state_at(app.now()) == BreakGlassState::Asked,
        _ => row.expires_at.is_some(),
    };
    if !wanted {
        return Ok(None);
    }
    let names = members::names_of_people(app.db.read(), &[row.person, row.asked_by]).await?;
    let name = |person| names.get(&person).cloned().unwrap_or_default();
    let until = row.expires_at.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string());
    let values = [
        ("reference", row.reference),
        ("person", name(row.person)),
        ("asker", name(row.asked_by)),
        ("hours", row.hours.to_string()),
        ("until", until.unwrap_or_default()),
    ];
    // Whom it is opened to finds the lead, the others what was asked and decided.
    let page = match row.lead {
        Some(lead) if mail.person == row.person => format!("/leads/{}", ids::encode(IdKind::Lead, lead)),
        _ => format!("/break-glass?request={}", ids::encode(IdKind::Glass, id)),
    };
    mail::notice_about(app, mail, &values, &page).await
}
