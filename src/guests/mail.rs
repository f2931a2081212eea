//! The mails to officers without an account that are not about one of the two things alone: the code, and the link to an action.

use std::sync::Arc;

use super::{
    admitted::{Admitted, admitted},
    commands, rules,
};
use crate::{
    agencies::{self, ContactPurpose},
    app::App,
    mail::{self, Claimed, MailKind, Recipient},
    platform::{email::Letter, error::Result},
    sessions::GuestGrant,
};

/// Renders one to the address that the directory has now. `None` where the code is good no more, or the officer is no guest any
/// more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn letter(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(id) = mail.subject else { return Ok(None) };
    if mail.kind == MailKind::GuestLink {
        return link(&app, &mail, GuestGrant::of_action(id)).await;
    }
    let Some((grant, code)) = commands::code(&app, id).await? else {
        return Ok(None);
    };
    let Some(guest) = admitted(app.db.read(), grant, app.now()).await? else {
        return Ok(None);
    };
    let reference = guest.reference.clone();
    let values = [("reference", reference), ("code", rules::shown(&code))];
    written(&app, &mail, guest, &values, "/guest").await
}

async fn link(app: &App, mail: &Claimed, grant: GuestGrant) -> Result<Option<Letter>> {
    let Some(guest) = admitted(app.db.read(), grant, app.now()).await? else {
        return Ok(None);
    };
    let values = [("reference", guest.reference.clone())];
    written(app, mail, guest, &values, &grant.page(app)?).await
}

async fn written(
    app: &App,
    mail: &Claimed,
    guest: Admitted,
    values: &[(&str, String)],
    page: &str,
) -> Result<Option<Letter>> {
    // The entry of this reading is the office's to read, which must not learn by it that there is an action: it says the same of
    // every mail to a guest.
    let purpose = ContactPurpose::Referral;
    let Some(to) = agencies::mail_address(app, guest.officer, purpose).await? else {
        return Ok(None);
    };
    let recipient = Recipient {
        name: to.name,
        address: to.email,
        language: guest.language,
        zone: guest.zone,
    };
    mail::notice_to(app, mail, recipient, values, page).map(Some)
}
