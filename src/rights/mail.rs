//! The mail that tells a holder's administrators which rights end soon.

use std::sync::Arc;

use minijinja::{Value, context};

use super::{IpRightRow, commands, rules::ip_right::today};
use crate::{
    app::App,
    mail::{Claimed, Template, day},
    members::{self, rules::Language},
    permissions::{Action, Scope, Viewer},
    platform::{email::Letter, error::Result, ids},
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/expiry.mjml"),
    text: include_str!("templates/expiry.txt"),
    en: include_str!("texts/expiry.en.json"),
    zh_hans: include_str!("texts/expiry.zh-Hans.json"),
};
/// More rights than this are counted, not listed.
const MOST_LISTED: u64 = 50;

/// Renders a reminder: the rights it was queued for that still end soon. `None` where there is none any more, or the person
/// keeps no rights any more or has switched reminders off.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reminder(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let viewer = members::viewer(app.db.read(), mail.person).await?;
    let Some(person) = members::person_row(app.db.read(), mail.person).await? else {
        return Ok(None);
    };
    if !viewer.is_some_and(|viewer| keeps_all(&viewer)) || !person.settings.expiry_reminders {
        return Ok(None);
    }
    let language = person.settings.language;
    let (count, rights) = commands::reminded(&app, person.organization, mail.window_start, MOST_LISTED).await?;
    if rights.is_empty() {
        return Ok(None);
    }
    let lines: Vec<_> = rights.iter().filter_map(|right| line(&app, right, language)).collect();
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say("subject", &[("n", count.to_string())])?;
    let base = app.config.public_url.as_str().trim_end_matches('/');
    let holder = ids::encode(ids::IdKind::Org, person.organization);
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), heading => subject.as_str(), preview => texts.say("preview", &[])?,
            name => person.name.as_str(), lines, more => count.saturating_sub(MOST_LISTED),
            link => format!("{base}/rights?holder={holder}&order=EXPIRES_ON&states=EXPIRING"),
            settings => format!("{base}/settings/notifications"),
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
        at: app.now(),
        pictures: Vec::new(),
    }))
}

/// Whether it is active and keeps all rights of its organisation.
fn keeps_all(viewer: &Viewer) -> bool {
    viewer.active && viewer.scopes(Action::IpRightEdit).any(|scope| scope == Scope::Own)
}

/// A right as the mail lists it.
fn line(app: &App, right: &IpRightRow, language: Language) -> Option<Value> {
    let facts = &right.facts;
    let number = facts.registration_number.as_ref().or(facts.application_number.as_ref());
    let title = match language {
        Language::ZhHans => facts.title_zh.as_ref().unwrap_or(&facts.title),
        Language::En => &facts.title,
    };
    let base = app.config.public_url.as_str().trim_end_matches('/');
    let named = number.map_or_else(|| facts.office.clone(), |number| format!("{} {number}", facts.office));
    Some(context! {
        title => title.as_str(),
        number => named,
        last_day => day(facts.expires_on?, language),
        days => right.days_left(today(app.now()))?,
        link => format!("{base}/rights/{}", ids::encode(ids::IdKind::Right, right.id)),
    })
}
