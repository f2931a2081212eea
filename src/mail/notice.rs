//! Mails of a few sentences: what happened to a person's account, so that it notices what it did not do itself, and what it
//! has to know of at once.

use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};
use minijinja::context;

use super::{Claimed, Template, day, store};
use crate::{
    app::App,
    members::rules::Language,
    platform::{clock::timestamp, db::code, email::Letter, error::Result},
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/notice.mjml"),
    text: include_str!("templates/notice.txt"),
    en: include_str!("texts/notice.en.json"),
    zh_hans: include_str!("texts/notice.zh-Hans.json"),
};

/// Renders a notice about the person's own account. It carries no token and no link that does anything by itself. `None`
/// where the person can no longer sign in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notice(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    render(app, mail, "why", &[], "").await
}

/// The same about something else, with the values that its words ask for and the page to which it leads, such as
/// `/leads/lead_…`.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notice_about(
    app: Arc<App>,
    mail: Claimed,
    values: &[(&str, String)],
    page: &str,
) -> Result<Option<Letter>> {
    let why = format!("{}.why", <&str>::from(mail.kind));
    render(app, mail, &why, values, page).await
}

async fn render(
    app: Arc<App>,
    mail: Claimed,
    why: &str,
    values: &[(&str, String)],
    page: &str,
) -> Result<Option<Letter>> {
    let Some(person) = store::person_active(app.db.read(), mail.person).await? else {
        return Ok(None);
    };
    let recipient = Recipient {
        name: person.name,
        address: person.email,
        language: code(&person.language)?,
        zone: TimeZone::get(&person.time_zone).unwrap_or(TimeZone::UTC),
    };
    written(&app, &mail, recipient, why, values, page).map(Some)
}

/// Somebody to whom a notice goes.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// The language.
    pub language: Language,
    /// Where that is.
    pub zone: TimeZone,
}

/// [`notice_about`] to somebody who has no account.
///
/// # Errors
/// `INTERNAL`.
pub fn notice_to(
    app: &App,
    mail: &Claimed,
    recipient: Recipient,
    values: &[(&str, String)],
    page: &str,
) -> Result<Letter> {
    let why = format!("{}.why", <&str>::from(mail.kind));
    written(app, mail, recipient, &why, values, page)
}

fn written(
    app: &App,
    mail: &Claimed,
    recipient: Recipient,
    why: &str,
    values: &[(&str, String)],
    page: &str,
) -> Result<Letter> {
    let Recipient {
        name,
        address,
        language,
        zone,
    } = recipient;
    let at = moment(timestamp(mail.window_start), zone, language);
    let kind: &str = mail.kind.into();
    let key = |part: &str| format!("{kind}.{part}");
    let texts = TEMPLATE.texts(language)?;
    let subject = texts.say(&key("subject"), values)?;
    let what = texts.say(&key("what"), values)?;
    let base = app.config.public_url.as_str().trim_end_matches('/');
    let body = TEMPLATE.render(
        language,
        &context! {
            subject => subject.as_str(), preview => what.as_str(), heading => subject.as_str(),
            name => name.as_str(), what => what.as_str(), at, help => texts.say(&key("help"), values)?,
            why => texts.say(why, values)?, link => format!("{base}{page}"),
        },
    )?;
    Ok(Letter {
        name,
        address,
        subject,
        html: body.html,
        text: body.text,
        unsubscribe: None,
        message_id: mail.message_id.clone(),
        at: app.now(),
        pictures: Vec::new(),
    })
}

/// A moment where the person is: `Fri 27 Feb 2026, 14:05 (Asia/Shanghai)`.
fn moment(at: Timestamp, zone: TimeZone, language: Language) -> String {
    let local = at.to_zoned(zone);
    let zone = local.time_zone().iana_name().unwrap_or("UTC").to_owned();
    let (date, time) = (day(local.date(), language), local.strftime("%H:%M"));
    match language {
        Language::En => format!("{date}, {time} ({zone})"),
        Language::ZhHans => format!("{date} {time}（{zone}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_where_the_person_is() {
        let at: Timestamp = "2026-02-27T06:05:00Z".parse().unwrap();
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        assert_eq!(
            moment(at, zone.clone(), Language::En),
            "Fri 27 Feb 2026, 14:05 (Asia/Shanghai)"
        );
        assert_eq!(
            moment(at, zone, Language::ZhHans),
            "2026年2月27日（周五） 14:05（Asia/Shanghai）"
        );
    }
}
