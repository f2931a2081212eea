//! The mails to officers: that a referral names them, that an answer is late, that it was taken back. A reference, and nothing
//! of what it is about.

use std::sync::Arc;

use super::commands::{self, Addressed};
use crate::{
    agencies::{self, ContactPurpose},
    app::App,
    mail::{self, Claimed, Recipient},
    platform::{
        email::Letter,
        error::Result,
        ids::{self, IdKind},
    },
    sessions::GuestGrant,
};

/// Renders one: to the account of the officer whom it names, or to the address in the directory of one without an account.
/// `None` where there is nothing to say any more, or nobody of the directory to say it to.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn letter(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(addressed) = commands::addressed(&app, &mail).await? else {
        return Ok(None);
    };
    let Addressed {
        naming,
        referral,
        reference,
        person,
        language,
        zone,
    } = addressed;
    let values = [("reference", reference)];
    let page = format!("/referrals/{}", ids::encode(IdKind::Referral, referral));
    if person.is_some() {
        return mail::notice_about(app, mail, &values, &page).await;
    }
    let Some(to) = agencies::mail_address(&app, naming.officer, ContactPurpose::Referral).await? else {
        return Ok(None);
    };
    let recipient = Recipient {
        name: to.name,
        address: to.email,
        language,
        zone,
    };
    // What is open to a guest is opened by a link; else an account is needed.
    let page = match commands::guest(app.db.read(), naming.id, app.now()).await? {
        Some(guest) => GuestGrant::of_referral(guest.naming).page(&app)?,
        None => page,
    };
    mail::notice_to(&app, &mail, recipient, &values, &page).map(Some)
}
