//! The mail that helps somebody who forgot the password: it carries the link with the token that sets a new one.

use std::sync::Arc;

use minijinja::context;

use super::{Claimed, Template, store};
use crate::{
    app::App,
    members::rules::Language,
    platform::{
        clock::micros,
        db::code,
        email::Letter,
        error::{ApiError, Result},
    },
    sessions,
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/reset.mjml"),
    text: include_str!("templates/reset.txt"),
    en: include_str!("texts/reset.en.json"),
    zh_hans: include_str!("texts/reset.zh-Hans.json"),
};

/// Renders a reset. The token is made here and stands only in the mail; its hash is kept. `None` where the reset was used,
/// replaced or has lapsed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reset(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(id) = mail.subject else { return Ok(None) };
    let now = app.now();
    let Some(person) = store::reset_open(app.db.read(), id, micros(now)).await? else {
        return Ok(None);
    };
    let token = sessions::opaque(app.ids.secret());
    store::reset_token(app.db.write(), id, &sessions::fingerprint(&token)).await?;
    let mut link = app
        .config
        .public_url
        .join("reset-password")
        .map_err(ApiError::internal)?;
    link.set_fragment(Some(&token));
    let language: Language = code(&person.language)?;
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say("subject", &[])?;
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), preview => texts.say("what", &[])?, name => person.name.as_str(),
            link => link.as_str(),
        },
    )?;
    Ok(Some(Letter {
        name: person.name,
        address: person.email,
        subject,
        html: body.html,
        text: body.text,
        unsubscribe: None,
        message_id: mail.message_id,
        at: now,
        pictures: Vec::new(),
    }))
}
