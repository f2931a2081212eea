//! What a digest says: found under the access of the moment it is rendered, then put into words.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use minijinja::{Value, context};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    planning::day_of,
    rules::{self, Digest, Found, Part},
    store::{self, Reader},
    unsubscribing,
};
use crate::{
    app::App,
    audience::Sight,
    mail::{self, Body, Claimed, Template},
    members::rules::Language,
    permissions::{Action, Target, Viewer},
    platform::{
        clock::{micros, timestamp},
        email::Letter,
        error::{ApiError, Result},
    },
    sessions::viewers,
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/digest.mjml"),
    text: include_str!("templates/digest.txt"),
    en: include_str!("texts/en.json"),
    zh_hans: include_str!("texts/zh-Hans.json"),
};

/// How far back the first digest looks.
const FIRST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How far, in microseconds, a digest looks back beyond the one before: a lead that was being shared while that one was
/// rendered carries an earlier moment. What was told of already is not told of again.
const OVERLAP: i64 = 15 * 60 * 1_000_000;

/// Whether the day of a digest is over where its reader lives.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn is_over(app: &App, mail: &Claimed) -> Result<bool> {
    let reader = store::reader(app.db.read(), mail.person).await?;
    Ok(reader.is_some_and(|reader| rules::is_over(day_of(mail.window_start), &reader.zone, app.now())))
}

/// Renders a digest under today's access. `None` where there is nothing to say, or the person may no longer be told
/// anything.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn render(app: Arc<App>, mail: Claimed) -> Result<Option<Letter>> {
    let viewer = viewers::load(&app, mail.person).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active) else {
        return Ok(None);
    };
    let Some(reader) = store::reader(app.db.read(), mail.person).await? else {
        return Ok(None);
    };
    let digest = collect(&app, &viewer, &reader, mail.window_start).await?;
    if digest.is_empty() {
        return Ok(None);
    }
    let words = Words {
        app: &app,
        reader: &reader,
        digest: &digest,
    };
    let subject = words.subject()?;
    let unsubscribe = unsubscribing::link(&app, mail.person)?;
    let body = words.body(&subject, unsubscribe.as_str(), mail.window_start)?;
    Ok(Some(Letter {
        subject,
        html: body.html,
        text: body.text,
        unsubscribe: Some(unsubscribe),
        message_id: mail.message_id,
        at: app.now(),
        name: reader.name,
        address: reader.address,
    }))
}

/// Everything the person is to hear of: deliveries that want the person's answer, and leads that are new to the person.
async fn collect(app: &App, viewer: &Viewer, reader: &Reader, window_start: i64) -> Result<Digest> {
    let now = app.now();
    let connection = app.db.read();
    let first = micros(now.checked_sub(FIRST).unwrap_or(Timestamp::MIN));
    let since = store::last_claim(connection, viewer.person, window_start)
        .await?
        .unwrap_or(first);
    let sight = Sight::of(viewer, Action::LeadRead, now);
    let recipients = recipients(viewer);

    let deliveries = store::open_deliveries(connection, &sight, &recipients).await?;
    let from = since.saturating_sub(OVERLAP);
    let leads = store::fresh_leads(connection, &sight, viewer, &recipients, from, window_start).await?;
    let ids = deliveries
        .iter()
        .map(|(_, row)| row.lead)
        .chain(leads.iter().map(|row| row.lead));
    let brands = store::brands(connection, &sight, ids.collect()).await?;

    let mut found = Vec::new();
    for (delivery, row) in deliveries {
        let concerned: Vec<_> = of_lead(&brands, row.lead)
            .filter(|brand| brand.owner == delivery.recipient)
            .collect();
        let ids: Vec<Uuid> = concerned.iter().map(|brand| brand.id).collect();
        let target = Target {
            organization: delivery.recipient,
            brands: &ids,
        };
        if viewer.may(Action::DeliveryAnswer, target, now) {
            let names = concerned.iter().map(|brand| brand.name(reader.language));
            found.push(Found {
                brands: names.collect(),
                due_at: Some(timestamp(delivery.due_at)),
                is_new: delivery.pushed_at >= since,
                ..row
            });
        }
    }
    store::told_insert(app.db.write(), viewer.person, &leads, window_start).await?;
    found.extend(leads.into_iter().map(|row| {
        Found {
            brands: of_lead(&brands, row.lead)
                .map(|brand| brand.name(reader.language))
                .collect(),
            ..row
        }
    }));
    Ok(rules::compose(found, now))
}

fn of_lead(brands: &BTreeMap<Uuid, Vec<store::Brand>>, lead: Uuid) -> impl Iterator<Item = &store::Brand> {
    brands.get(&lead).into_iter().flatten()
}

/// The organisations for which the person might answer deliveries.
fn recipients(viewer: &Viewer) -> Vec<Uuid> {
    let principals = viewer.mandates.iter().map(|mandate| mandate.principal);
    let mut recipients: Vec<Uuid> = principals.chain([viewer.organization]).collect();
    recipients.sort_unstable();
    recipients.dedup();
    recipients
}

/// A digest on its way into words.
struct Words<'a> {
    app: &'a App,
    reader: &'a Reader,
    digest: &'a Digest,
}

impl Words<'_> {
    /// Counts only: a subject is read on locked screens.
    fn subject(&self) -> Result<String> {
        let texts = TEMPLATE.texts(self.reader.language)?;
        let counted = Part::VARIANTS
            .iter()
            .map(|part| (<&str>::from(*part), self.digest.count(*part)));
        let mut parts = Vec::new();
        for (name, count) in counted.chain([("restricted", self.digest.restricted)]) {
            if count > 0 {
                parts.push(texts.say(&format!("digest.subject.{name}"), &[("n", count.to_string())])?);
            }
        }
        let separator = texts.say("digest.subject.separator", &[])?;
        texts.say("digest.subject", &[("parts", parts.join(&separator))])
    }

    fn body(&self, subject: &str, unsubscribe: &str, window_start: i64) -> Result<Body> {
        let Self { app, reader, digest } = self;
        let link = |path: &str| app.config.public_url.join(path).map_err(ApiError::internal);
        TEMPLATE.render(
            reader.language,
            &context! {
                subject, unsubscribe, preview => subject,
                name => reader.name.as_str(), day => mail::day(day_of(window_start), reader.language),
                sections => self.sections()?, more => digest.more, restricted => digest.restricted,
                portal => link("inbox")?.as_str(), settings => link("settings")?.as_str(),
            },
        )
    }

    fn sections(&self) -> Result<Vec<Value>> {
        let mut sections = Vec::new();
        for part in Part::VARIANTS {
            let entries = self.digest.entries.iter().filter(|(of, _)| of == part);
            let items = entries
                .map(|(_, found)| self.line(*part, found))
                .collect::<Result<Vec<_>>>()?;
            let (style, color) = match part {
                Part::Overdue => ("late", "#c92a2a"),
                Part::Due => ("soon", "#a35200"),
                Part::Fresh => ("new", "#1864ab"),
            };
            if !items.is_empty() {
                sections.push(context! {
                    name => <&str>::from(*part), style, color, items, count => self.digest.count(*part),
                });
            }
        }
        Ok(sections)
    }

    fn line(&self, part: Part, found: &Found) -> Result<Value> {
        let path = format!("leads/{}", found.reference);
        let link = self.app.config.public_url.join(&path).map_err(ApiError::internal)?;
        let separator = match self.reader.language {
            Language::En => ", ",
            Language::ZhHans => "、",
        };
        Ok(context! {
            link => link.as_str(),
            reference => found.reference.as_str(),
            brands => found.brands.join(separator),
            title => found.title.as_str(),
            summary => found.summary.as_deref(),
            due => found.due_at.map(|due| self.due(part, due)).transpose()?,
            is_new => found.is_new && part != Part::Fresh,
        })
    }

    fn due(&self, part: Part, due_at: Timestamp) -> Result<String> {
        let key = match part {
            Part::Overdue => "digest.was_due_on",
            Part::Due | Part::Fresh => "digest.due_on",
        };
        let day = deadline(due_at, &self.reader.zone, self.reader.language);
        TEMPLATE.texts(self.reader.language)?.say(key, &[("day", day)])
    }
}

/// A deadline in the reader's time zone. The end of a day is that day; elsewhere on earth it is a time of day.
fn deadline(due_at: Timestamp, zone: &TimeZone, language: Language) -> String {
    let due = due_at.to_zoned(zone.clone());
    if due.time() == jiff::civil::Time::midnight() {
        return mail::day(due.date().yesterday().unwrap_or(due.date()), language);
    }
    format!("{} {}", mail::day(due.date(), language), due.strftime("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_texts() {
        let keys = |source: &str| {
            let texts: BTreeMap<String, String> = serde_json::from_str(source).unwrap();
            texts.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(keys(TEMPLATE.en), keys(TEMPLATE.zh_hans));
    }

    #[test]
    fn a_deadline_is_the_day_that_ends_then() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        let due: Timestamp = "2026-02-27T16:00:00Z".parse().unwrap();
        assert_eq!(deadline(due, &shanghai, Language::En), "Fri 27 Feb 2026");
        assert_eq!(deadline(due, &TimeZone::UTC, Language::En), "Fri 27 Feb 2026 16:00");
    }

    #[test]
    fn a_window_is_the_day_it_names() {
        let day = jiff::civil::date(2026, 3, 9);
        assert_eq!(super::super::planning::window(day).map(day_of), Some(day));
    }
}
