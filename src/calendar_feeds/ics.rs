//! The file: iCalendar (RFC 5545), one entry for each deadline, as a whole day of the recipient's calendar.
//!
//! The same deadlines give the same bytes, so that a program can ask whether anything has changed.

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::{Timestamp, civil::Date};

use crate::members::rules::Language;

/// A deadline in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Stays the same as long as the delivery does.
    pub(super) uid: String,
    /// The last day for an answer, at the recipient.
    pub(super) due_on: Date,
    /// When the delivery was pushed.
    pub(super) pushed_at: Timestamp,
    /// What may be said of it.
    pub(super) said: Said,
    /// Where it is in the portal.
    pub(super) url: String,
}

/// What may be said of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// That there is one.
    Restricted,
    /// The lead's reference and the brands it concerns.
    Named { reference: String, brands: String },
    /// The title too.
    Told { reference: String, title: String },
}

impl Said {
    fn summary(&self, language: Language) -> String {
        let due = match language {
            Language::En => "Answer due",
            Language::ZhHans => "答复截止",
        };
        let colon = match language {
            Language::En => ": ",
            Language::ZhHans => "：",
        };
        match self {
            Self::Restricted => match language {
                Language::En => "Restricted item due".to_owned(),
                Language::ZhHans => "受限事项截止".to_owned(),
            },
            Self::Named { reference, brands } if brands.is_empty() => format!("{due}{colon}{reference}"),
            Self::Named { reference, brands } => format!("{due}{colon}{reference} · {brands}"),
            Self::Told { reference, title } => format!("{due}{colon}{reference} · {title}"),
        }
    }
}

/// An offline action in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) uid: String,
    pub(super) starts_at: Timestamp,
    pub(super) ends_at: Timestamp,
    pub(super) changed_at: Timestamp,
    /// What it is called; nothing where that must not be said.
    pub(super) reference: Option<String>,
    pub(super) url: String,
}

impl Timed {
    fn summary(&self, language: Language) -> String {
        match (&self.reference, language) {
            (Some(reference), Language::En) => format!("Offline action: {reference}"),
            (Some(reference), Language::ZhHans) => format!("线下行动：{reference}"),
            (None, Language::En) => "Restricted appointment".to_owned(),
            (None, Language::ZhHans) => "受限日程".to_owned(),
        }
    }
}

/// The file of some deadlines and offline actions in a language.
pub(super) fn file(entries: &[Entry], timed: &[Timed], language: Language) -> String {
    let name = match language {
        Language::En => "Touchstone deadlines",
        Language::ZhHans => "Touchstone 截止日",
    };
    // Not `new`, which names the library as what made the file.
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Touchstone//Deadlines//EN"));
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    calendar.append_property(
        Property::new("REFRESH-INTERVAL", "PT1H")
            .add_parameter("VALUE", "DURATION")
            .done(),
    );
    calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT1H"));
    for entry in entries {
        calendar.push(event(entry, language));
    }
    for entry in timed {
        calendar.push(appointment(entry, language));
    }
    calendar.done().to_string()
}

fn event(entry: &Entry, language: Language) -> Event {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let whole_day = |name: &str, date: Date| {
        let mut property = Property::new(name, day(date));
        property.add_parameter("VALUE", "DATE").done()
    };
    // The end of a whole day is the next one, which is not in it.
    let next = entry.due_on.tomorrow().unwrap_or(entry.due_on);
    Event::new()
        .uid(&entry.uid)
        .summary(&entry.said.summary(language))
        .add_property("DTSTAMP", entry.pushed_at.strftime("%Y%m%dT%H%M%SZ").to_string())
        .append_property(whole_day("DTSTART", entry.due_on))
        .append_property(whole_day("DTEND", next))
        .add_property("URL", &entry.url)
        .add_property("TRANSP", "TRANSPARENT")
        .done()
}

fn appointment(entry: &Timed, language: Language) -> Event {
    let moment = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    Event::new()
        .uid(&entry.uid)
        .summary(&entry.summary(language))
        .add_property("DTSTAMP", moment(entry.changed_at))
        .add_property("DTSTART", moment(entry.starts_at))
        .add_property("DTEND", moment(entry.ends_at))
        .add_property("URL", &entry.url)
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(said: Said) -> Entry {
        Entry {
            uid: "delivery_1".to_owned(),
            due_on: "2026-03-16".parse().unwrap(),
            pushed_at: "2026-03-09T01:02:03.9Z".parse().unwrap(),
            said,
            url: "https://portal.example/inbox".to_owned(),
        }
    }

    #[test]
    fn a_deadline_is_a_whole_day_and_the_same_every_time() {
        let told = Said::Told {
            reference: "LD-26-ABCDEF".to_owned(),
            title: "Bags; belts, and\nmore".to_owned(),
        };
        let file = super::file(&[entry(told.clone())], &[], Language::En);
        assert_eq!(file.matches("PRODID:").count(), 1, "{file}");
        for line in [
            "VERSION:2.0",
            "DTSTART;VALUE=DATE:20260316",
            "DTEND;VALUE=DATE:20260317",
            "DTSTAMP:20260309T010203Z",
            "UID:delivery_1",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line}: {file}");
        }
        assert!(file.contains("Bags\\; belts\\, and\\nmore"), "{file}");
        assert_eq!(file, super::file(&[entry(told)], &[], Language::En));
    }

    #[test]
    fn of_what_is_restricted_nothing_is_said() {
        assert_eq!(Said::Restricted.summary(Language::ZhHans), "受限事项截止");
        let named = Said::Named {
            reference: "LD-26-ABCDEF".to_owned(),
            brands: "Acme".to_owned(),
        };
        assert_eq!(named.summary(Language::En), "Answer due: LD-26-ABCDEF · Acme");
    }
}
