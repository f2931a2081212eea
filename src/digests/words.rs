//! A mail's contents in the words of its reader.

use jiff::{Timestamp, tz::TimeZone};
use minijinja::{Value, context};
use strum::VariantArray as _;

use super::{
    contents::Contents,
    notices,
    picture::{self, Bar},
    planning::{day_of, rhythm_of},
    rules::{Found, Numbers, Part, Rhythm, Week},
    store::Reader,
    unsubscribing,
};
use crate::{
    app::App,
    mail::{self, Body, Claimed, Template, Texts},
    members::rules::Language,
    platform::{
        email::{Letter, Picture},
        error::{ApiError, Result},
    },
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/digest.mjml"),
    text: include_str!("templates/digest.txt"),
    en: include_str!("texts/en.json"),
    zh_hans: include_str!("texts/zh-Hans.json"),
};

/// A mail on its way into words.
pub(super) struct Words<'a> {
    pub(super) app: &'a App,
    pub(super) reader: &'a Reader,
    pub(super) rhythm: Rhythm,
    pub(super) contents: &'a Contents,
    pub(super) mail: &'a Claimed,
}

impl Words<'_> {
    /// The mail.
    pub(super) fn letter(&self) -> Result<Letter> {
        let texts = TEMPLATE.texts(self.reader.language)?;
        let subject = self.subject(&texts)?;
        let unsubscribe = unsubscribing::link(self.app, self.reader.id)?;
        let pictures = self.picture(&texts)?;
        let body = self.body(&texts, &subject, unsubscribe.as_str(), pictures.first())?;
        Ok(Letter {
            subject,
            html: body.html,
            text: body.text,
            pictures,
            unsubscribe: Some(unsubscribe),
            message_id: self.mail.message_id.clone(),
            at: self.app.now(),
            name: self.reader.name.clone(),
            address: self.reader.address.clone(),
        })
    }

    fn rhythm(&self) -> &'static str {
        self.rhythm.into()
    }

    /// Counts only: a subject is read on locked screens.
    fn subject(&self, texts: &Texts) -> Result<String> {
        let digest = &self.contents.digest;
        let counted = Part::VARIANTS
            .iter()
            .map(|part| (<&str>::from(*part), digest.count(*part)));
        let mut parts = Vec::new();
        let size = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let others = [
            ("restricted", digest.restricted),
            ("matches", size(self.contents.matches)),
            ("officers", size(self.contents.officers)),
            ("happened", self.contents.happened.count()),
        ];
        for (name, count) in counted.chain(others) {
            if count > 0 {
                parts.push(texts.say(&format!("digest.subject.{name}"), &[("n", count.to_string())])?);
            }
        }
        if parts.is_empty() {
            parts.push(texts.say("digest.subject.nothing", &[])?);
        }
        let separator = texts.say("digest.subject.separator", &[])?;
        let key = format!("digest.subject.{}", self.rhythm());
        texts.say(&key, &[("parts", parts.join(&separator))])
    }

    fn body(&self, texts: &Texts, subject: &str, unsubscribe: &str, picture: Option<&Picture>) -> Result<Body> {
        let digest = &self.contents.digest;
        let link = |path: &str| self.app.config.public_url.join(path).map_err(ApiError::internal);
        let rhythm = self.rhythm();
        let more = match (digest.more, digest.beyond) {
            (0, _) => None,
            (n, false) => Some(texts.say("digest.more", &[("n", n.to_string())])?),
            (n, true) => Some(texts.say("digest.more.beyond", &[("n", n.to_string())])?),
        };
        TEMPLATE.render(
            self.reader.language,
            &context! {
                subject, unsubscribe, preview => subject, rhythm,
                name => self.reader.name.as_str(), period => self.period(),
                lost => self.perhaps_lost(texts)?,
                week => self.contents.week.map(|(_, numbers)| self.week(texts, numbers, picture)).transpose()?,
                sections => self.sections(texts)?, more, restricted => digest.restricted,
                matches => self.contents.matches, officers => self.contents.officers,
                happened => notices::shown(self.app, texts, &self.contents.happened)?,
                portal => link("inbox")?.as_str(), settings => link("settings/notifications")?.as_str(),
            },
        )
    }

    /// The day, the week or the moment of the mail.
    fn period(&self) -> String {
        let language = self.reader.language;
        match (self.rhythm, self.contents.week) {
            (Rhythm::Weekly, Some((week, _))) => days(week, language),
            (Rhythm::Immediate, _) => moment(self.app.now(), &self.reader.wish.zone, language),
            (Rhythm::Daily | Rhythm::Weekly, _) => mail::day(day_of(self.mail.window_start), language),
        }
    }

    /// That digests may not have arrived, if there are some.
    fn perhaps_lost(&self, texts: &Texts) -> Result<Option<String>> {
        let lost = &self.contents.perhaps_lost;
        if lost.is_empty() {
            return Ok(None);
        }
        let language = self.reader.language;
        let named: Vec<String> = lost
            .iter()
            .map(|(kind, window, queued_at)| match rhythm_of(*kind) {
                Some(Rhythm::Daily | Rhythm::Weekly) => mail::day(day_of(*window), language),
                Some(Rhythm::Immediate) | None => moment(*queued_at, &self.reader.wish.zone, language),
            })
            .collect();
        let values = [("n", lost.len().to_string()), ("days", named.join(separator(language)))];
        texts.say("digest.lost", &values).map(Some)
    }

    fn week(&self, texts: &Texts, numbers: Numbers, picture: Option<&Picture>) -> Result<Value> {
        let mut lines = Vec::new();
        for (name, number) in numbers.named() {
            let label = texts.say(&format!("digest.week.{name}"), &[])?;
            lines.push(context! { label, number });
        }
        Ok(context! {
            lines, alt => self.alt(texts, numbers)?,
            picture => picture.map(|picture| format!("cid:{}", picture.id)), width => picture::WIDTH,
        })
    }

    /// The numbers in a sentence, for who sees no pictures.
    fn alt(&self, texts: &Texts, numbers: Numbers) -> Result<String> {
        let said = numbers.named().map(|(name, number)| (name, number.to_string()));
        texts.say("digest.week.alt", &said)
    }

    fn picture(&self, texts: &Texts) -> Result<Vec<Picture>> {
        let Some((_, numbers)) = self.contents.week else {
            return Ok(Vec::new());
        };
        let mut bars = Vec::new();
        for (name, number) in numbers.named() {
            let label = texts.say(&format!("digest.week.{name}"), &[])?;
            bars.push(Bar { name, label, number });
        }
        let png = picture::png(&bars).map_err(ApiError::internal)?;
        Ok(vec![Picture {
            id: format!("week.{}", self.mail.message_id),
            png,
        }])
    }

    fn sections(&self, texts: &Texts) -> Result<Vec<Value>> {
        let mut sections = Vec::new();
        for part in Part::VARIANTS {
            let entries = self.contents.digest.entries.iter().filter(|(of, _)| of == part);
            let items = entries
                .map(|(_, found)| self.line(texts, *part, found))
                .collect::<Result<Vec<_>>>()?;
            let (style, color) = match part {
                Part::Overdue => ("late", "#c92a2a"),
                Part::Due => ("soon", "#a35200"),
                Part::Fresh => ("new", "#1864ab"),
            };
            if !items.is_empty() {
                sections.push(context! { heading => self.heading(texts, *part)?, style, color, items });
            }
        }
        Ok(sections)
    }

    /// What has just come is not "due soonest", even if it wants an answer.
    fn heading(&self, texts: &Texts, part: Part) -> Result<String> {
        match (self.rhythm, part) {
            (Rhythm::Immediate, Part::Due) => texts.say("digest.due.immediate", &[]),
            (Rhythm::Daily | Rhythm::Weekly | Rhythm::Immediate, _) => {
                texts.say(&format!("digest.{}", <&str>::from(part)), &[])
            }
        }
    }

    fn line(&self, texts: &Texts, part: Part, found: &Found) -> Result<Value> {
        let path = format!("leads/{}", found.reference);
        let link = self.app.config.public_url.join(&path).map_err(ApiError::internal)?;
        Ok(context! {
            link => link.as_str(),
            reference => found.reference.as_str(),
            brands => found.brands.join(separator(self.reader.language)),
            title => found.title.as_str(),
            summary => found.summary.as_deref(),
            due => found.due_at.map(|due| self.due(texts, part, due)).transpose()?,
            is_new => found.is_new && part != Part::Fresh && self.rhythm != Rhythm::Immediate,
        })
    }

    fn due(&self, texts: &Texts, part: Part, due_at: Timestamp) -> Result<String> {
        let key = match part {
            Part::Overdue => "digest.was_due_on",
            Part::Due | Part::Fresh => "digest.due_on",
        };
        let day = deadline(due_at, &self.reader.wish.zone, self.reader.language);
        texts.say(key, &[("day", day)])
    }
}

fn separator(language: Language) -> &'static str {
    match language {
        Language::En => ", ",
        Language::ZhHans => "、",
    }
}

/// The days of a week, from the first to the last.
fn days(week: Week, language: Language) -> String {
    format!(
        "{} – {}",
        mail::day(week.first, language),
        mail::day(week.last, language)
    )
}

/// A day and the time of it.
fn moment(at: Timestamp, zone: &TimeZone, language: Language) -> String {
    let local = at.to_zoned(zone.clone());
    format!("{} {}", mail::day(local.date(), language), local.strftime("%H:%M"))
}

/// A deadline in the reader's time zone. The end of a day is that day; elsewhere on earth it is a time of day.
fn deadline(due_at: Timestamp, zone: &TimeZone, language: Language) -> String {
    let due = due_at.to_zoned(zone.clone());
    if due.time() == jiff::civil::Time::midnight() {
        return mail::day(due.date().yesterday().unwrap_or(due.date()), language);
    }
    moment(due_at, zone, language)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn both_languages_have_the_same_texts() {
        let keys = |source: &str| {
            let texts: BTreeMap<String, String> = serde_json::from_str(source).unwrap();
            texts.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(keys(TEMPLATE.en), keys(TEMPLATE.zh_hans));
    }

    /// The font has the letters of the texts and no others; `scripts/fonts` makes it.
    #[test]
    fn the_picture_can_say_what_the_texts_say() {
        for language in Language::VARIANTS {
            let texts = TEMPLATE.texts(*language).unwrap();
            for (name, _) in Numbers::default().named() {
                let label = texts.say(&format!("digest.week.{name}"), &[]).unwrap();
                assert_eq!(picture::unknown_letters(&label), "", "{label}");
            }
        }
    }

    #[test]
    fn a_deadline_is_the_day_that_ends_then() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        let due: Timestamp = "2026-02-27T16:00:00Z".parse().unwrap();
        assert_eq!(deadline(due, &shanghai, Language::En), "Fri 27 Feb 2026");
        assert_eq!(deadline(due, &TimeZone::UTC, Language::En), "Fri 27 Feb 2026 16:00");
    }
}
