//! The mail that reminds those who follow an action up: what it is called, and nothing of it.

use std::sync::Arc;

use super::commands;
use crate::{
    app::App,
    mail::{self, Claimed},
    platform::{
        email::Letter,
        error::Result,
        ids::{self, IdKind},
    },
};

/// Renders it under today's access; `None` where the person does not see the action any more, does not want to be told, or nothing
/// is left to be followed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn letter(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(action) = mail.subject else { return Ok(None) };
    let Some(reference) = commands::to_follow(&app, mail.person, action).await? else {
        return Ok(None);
    };
    let page = format!("/actions/{}", ids::encode(IdKind::Action, action));
    mail::notice_about(app, mail, &[("reference", reference)], &page).await
}
