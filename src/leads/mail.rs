//! The mail that tells those who ever saw a lead that it was taken back.

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

/// Renders it: the reference and nothing else of the lead, since its reader may not see it any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn retraction(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(lead) = mail.subject else { return Ok(None) };
    let Some(reference) = commands::reference_of(&app, lead).await? else {
        return Ok(None);
    };
    let page = format!("/leads/{}", ids::encode(IdKind::Lead, lead));
    mail::notice_about(app, mail, &[("reference", reference)], &page).await
}
