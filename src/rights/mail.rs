//! The mail that tells a holder's administrators which rights end soon.

use std::sync::Arc;

use minijinja::{Value, context};

use super::{
    IpRightRow, commands,
    rules::ip_right::{Standing, today},
};
use crate::{
    app::App,
    mail::{Claimed, Template, day},
    members::{
        self,
        rules::{Language, PersonState},
    },
    platform::{email::Letter, error::Result, ids},
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/expiry.mjml"),
    text: include_str!("templates/expiry.txt"),
    en: include_str!("texts/expiry.en.json"),
    zh_hans: include_str!("texts/expiry.zh-Hans.json"),
};
/// More rights than this are counted, not listed.
const MOST_LISTED: usize = 50;

/// Renders a reminder: the rights it was queued for that still end soon. `None` where there is none any more, or the person
/// has switched reminders off or can no longer sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reminder(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let Some(person) = members::person_row(app.db.read(), mail.person).await? else {
        return Ok(None);
    };
    if person.state != PersonState::Active || !person.settings.expiry_reminders {
        return Ok(None);
    }
    let language = person.settings.language;
    let mut rights = commands::reminded(&app, person.organization, mail.window_start).await?;
    rights.retain(|right| is_ending(&app, right));
    rights.sort_by_key(|right| (right.facts.expires_on, right.id));
    if rights.is_empty() {
        return Ok(None);
    }
    let count = rights.len();
    let lines: Vec<_> = rights
        .iter()
        .take(MOST_LISTED)
        .filter_map(|right| line(&app, right, language))
        .collect();
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say("subject", &[("n", count.to_string())])?;
    let base = app.config.public_url.as_str().trim_end_matches('/');
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), heading => subject.as_str(), preview => texts.say("preview", &[])?,
            name => person.name.as_str(), lines, more => count.saturating_sub(MOST_LISTED),
            link => format!("{base}/rights?order=EXPIRES_ON"), settings => format!("{base}/settings/notifications"),
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

/// Whether it counts, and its last day is not over.
fn is_ending(app: &App, right: &IpRightRow) -> bool {
    let counts = matches!(right.standing, Standing::Verified | Standing::Disputed);
    counts && right.days_left(today(app.now())).is_some_and(|left| left >= 0)
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
