//! The mail that tells the secretariat which officers have to be attested again.

use std::sync::Arc;

use jiff::tz::TimeZone;
use minijinja::{Value, context};

use super::{OfficerRow, OfficerState, commands};
use crate::{
    app::App,
    mail::{Claimed, Template, day},
    members::{self, OrganizationRow, rules::Language},
    permissions::Action,
    platform::{email::Letter, error::Result, ids},
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/attestation.mjml"),
    text: include_str!("templates/attestation.txt"),
    en: include_str!("texts/attestation.en.json"),
    zh_hans: include_str!("texts/attestation.zh-Hans.json"),
};
/// More officers than this are counted, not listed.
const MOST_LISTED: u64 = 50;

/// Renders a reminder: the officers it was queued for that still have to be attested. `None` where there is none any more, or
/// the person attests nobody any more. Names are masked: they are read for a purpose, and a mail has none.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn reminder(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let viewer = members::viewer(app.db.read(), mail.person).await?;
    let Some(person) = members::person_row(app.db.read(), mail.person).await? else {
        return Ok(None);
    };
    if !viewer.is_some_and(|viewer| viewer.has(Action::OfficerVerify)) {
        return Ok(None);
    }
    let language = person.settings.language;
    let (count, officers, agencies) = commands::reminded(&app, mail.window_start, MOST_LISTED).await?;
    if officers.is_empty() {
        return Ok(None);
    }
    let zone = TimeZone::get(&person.settings.time_zone).unwrap_or(TimeZone::UTC);
    let lines = officers
        .iter()
        .filter_map(|row| line(&app, row, agencies.get(&row.agency)?, &zone, language));
    let lines: Vec<_> = lines.collect();
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say("subject", &[("n", count.to_string())])?;
    let base = app.config.public_url.as_str().trim_end_matches('/');
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), heading => subject.as_str(), preview => texts.say("preview", &[])?,
            name => person.name.as_str(), lines, more => count.saturating_sub(MOST_LISTED),
            link => format!("{base}/agencies"),
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

/// An officer as the mail lists it.
fn line(app: &App, row: &OfficerRow, agency: &OrganizationRow, zone: &TimeZone, language: Language) -> Option<Value> {
    let agency = match language {
        Language::ZhHans => agency.name_zh.as_ref().unwrap_or(&agency.name),
        Language::En => &agency.name,
    };
    let until = row.attested_until?.to_zoned(zone.clone()).date();
    let base = app.config.public_url.as_str().trim_end_matches('/');
    Some(context! {
        name => row.masked_name.as_str(),
        agency => agency.as_str(),
        until => day(until, language),
        lapsed => row.state_at(app.now()) == OfficerState::Lapsed,
        link => format!("{base}/agencies/{}", ids::encode(ids::IdKind::Agency, row.agency)),
    })
}
