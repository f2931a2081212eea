//! The mail that invites a person: it carries the link with the token that sets the first password.

use std::sync::Arc;

use jiff::tz::TimeZone;
use minijinja::context;

use super::{Claimed, Template, day, store};
use crate::{
    app::App,
    members::rules::Language,
    platform::{
        clock::{micros, timestamp},
        db::code,
        email::Letter,
        error::{ApiError, Result},
    },
    sessions,
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/invitation.mjml"),
    text: include_str!("templates/invitation.txt"),
    en: include_str!("texts/en.json"),
    zh_hans: include_str!("texts/zh-Hans.json"),
};

/// Renders an invitation. The token is made here and stands only in the mail; its hash is kept. `None` where the
/// invitation was accepted, replaced or has lapsed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn invite(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(subject) = mail.subject else { return Ok(None) };
    let now = app.now();
    let Some(invitation) = store::invitation_open(app.db.read(), subject, micros(now)).await? else {
        return Ok(None);
    };
    let token = sessions::opaque(app.ids.secret());
    store::invitation_token(app.db.write(), invitation.id, &sessions::fingerprint(&token)).await?;
    let mut link = app.config.public_url.join("invitation").map_err(ApiError::internal)?;
    link.set_fragment(Some(&token));

    let language: Language = code(&invitation.person.language)?;
    let zone = TimeZone::get(&invitation.person.time_zone).unwrap_or(TimeZone::UTC);
    let until = timestamp(invitation.expires_at).to_zoned(zone).date();
    let organization = match (language, invitation.organization.name_zh) {
        (Language::ZhHans, Some(name)) => name,
        _ => invitation.organization.name,
    };
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say("invitation.subject", &[])?;
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), organization, preview => texts.say("invitation.preview", &[])?,
            name => invitation.person.name.as_str(), link => link.as_str(), until => day(until, language),
        },
    )?;
    Ok(Some(Letter {
        name: invitation.person.name,
        address: invitation.person.email,
        subject,
        html: body.html,
        text: body.text,
        pictures: Vec::new(),
        unsubscribe: None,
        message_id: mail.message_id,
        at: now,
    }))
}
