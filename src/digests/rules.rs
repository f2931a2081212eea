//! What a digest is, when it goes out, and how much it may say.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use crate::{
    permissions::audience::{HandlingCode, Tlp},
    platform::calendar::Calendar,
};

/// Most entries of one mail.
pub(super) const MOST: usize = 50;

/// Characters of a lead's text that a digest shows.
const SUMMARY: usize = 160;

/// When somebody wants the digest.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// The person's time zone.
    pub(super) zone: TimeZone,
    /// Local hour.
    pub(super) hour: i32,
    /// Only on working days of the organisation's calendar.
    pub(super) working_days_only: bool,
    /// The organisation's country.
    pub(super) country: String,
    /// The day of the last digest.
    pub(super) last: Option<Date>,
}

/// The day whose digest is to go out now, if one is: the hour has come, and this day has none yet. After a time without
/// a planner it goes out later on the same day, never on another one.
#[must_use]
pub(super) fn due(wish: &Wish, now: Timestamp) -> Option<Date> {
    let local = now.to_zoned(wish.zone.clone());
    let day = local.date();
    let worked = !wish.working_days_only || Calendar::for_country(&wish.country).day(day).working;
    // A day that somebody had already, before moving to another time zone, does not come again.
    let had = wish.last.is_some_and(|last| last >= day);
    (i32::from(local.hour()) >= wish.hour && worked && !had).then_some(day)
}

/// Whether the day of a digest is over in a time zone: then the next one says what it would have said.
#[must_use]
pub(super) fn is_over(day: Date, zone: &TimeZone, now: Timestamp) -> bool {
    day < now.to_zoned(zone.clone()).date()
}

/// A lead or delivery that was found for somebody.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) lead: Uuid,
    pub(super) reference: String,
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) tlp: Tlp,
    pub(super) handling_code: HandlingCode,
    /// Names of the brands the person may know of.
    pub(super) brands: Vec<String>,
    /// When the delivery is due; `None` for a lead without one.
    pub(super) due_at: Option<Timestamp>,
    /// Whether it came since the last digest.
    pub(super) is_new: bool,
}

/// The parts of a digest, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(super) enum Part {
    /// Deliveries whose deadline has passed.
    Overdue,
    /// Deliveries that want an answer, the soonest first.
    Due,
    /// Leads that were shared with the person.
    Fresh,
}

impl Part {
    fn of(found: &Found, now: Timestamp) -> Self {
        match found.due_at {
            Some(due) if due <= now => Self::Overdue,
            Some(_) => Self::Due,
            None => Self::Fresh,
        }
    }
}

/// How much may be said of something in a mail, which is read where nobody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Openness {
    /// Only that there is something.
    Counted,
    /// Reference, brand and deadline.
    Named,
    /// Title and description too.
    Told,
}

/// By TLP and handling code (domain.md §4.12).
#[must_use]
pub(super) fn openness(tlp: Tlp, handling_code: HandlingCode) -> Openness {
    let handled = match handling_code {
        HandlingCode::H0 | HandlingCode::H1 => false,
        HandlingCode::H2 | HandlingCode::H3 => true,
    };
    match tlp {
        Tlp::Red => Openness::Counted,
        _ if handled => Openness::Counted,
        Tlp::AmberStrict | Tlp::Amber => Openness::Named,
        Tlp::Green | Tlp::Clear => Openness::Told,
    }
}

/// What a digest says.
#[derive(Debug, Default)]
pub(super) struct Digest {
    /// Entries in order, each with its part; at most [`MOST`].
    pub(super) entries: Vec<(Part, Found)>,
    /// How many are in each part, those left out included.
    pub(super) counts: [usize; 3],
    /// How many were left out.
    pub(super) more: usize,
    /// How many may only be counted.
    pub(super) restricted: usize,
}

impl Digest {
    /// Whether there is nothing to say.
    #[must_use]
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.restricted == 0
    }

    /// How many are in a part.
    #[must_use]
    pub(super) fn count(&self, part: Part) -> usize {
        self.counts[part as usize]
    }
}

/// Puts in order what was found, counts what may only be counted and takes away what may not be told.
#[must_use]
pub(super) fn compose(found: Vec<Found>, now: Timestamp) -> Digest {
    let mut digest = Digest::default();
    let mut entries = Vec::with_capacity(found.len());
    for mut found in found {
        match openness(found.tlp, found.handling_code) {
            Openness::Counted => {
                digest.restricted += 1;
                continue;
            }
            Openness::Named => {
                found.title.clear();
                found.summary = None;
            }
            Openness::Told => found.summary = found.summary.as_deref().map(shortened),
        }
        let part = Part::of(&found, now);
        digest.counts[part as usize] += 1;
        entries.push((part, found));
    }
    entries.sort_by_key(|(part, found)| (*part as usize, found.due_at));
    digest.more = entries.len().saturating_sub(MOST);
    entries.truncate(MOST);
    digest.entries = entries;
    digest
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SUMMARY) {
        None => line,
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn wish() -> Wish {
        Wish {
            zone: TimeZone::get("Asia/Shanghai").unwrap(),
            hour: 8,
            working_days_only: true,
            country: "CN".to_owned(),
            last: None,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_hour_is_local_and_comes_once_a_day() {
        assert_eq!(due(&wish(), at("2026-03-08T23:59:00Z")), None, "7:59");
        assert_eq!(due(&wish(), at("2026-03-09T00:00:00Z")), Some(date(2026, 3, 9)));
        assert_eq!(
            due(&wish(), at("2026-03-09T15:59:00Z")),
            Some(date(2026, 3, 9)),
            "caught up"
        );
        let had = Wish {
            last: Some(date(2026, 3, 9)),
            ..wish()
        };
        assert_eq!(due(&had, at("2026-03-09T15:59:00Z")), None);
        let moved = Wish {
            zone: TimeZone::get("America/New_York").unwrap(),
            ..had
        };
        assert_eq!(
            due(&moved, at("2026-03-09T15:59:00Z")),
            None,
            "not again in another zone"
        );
    }

    #[test]
    fn a_day_is_over_at_its_reader_s_midnight() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        let day = date(2026, 3, 9);
        assert!(!is_over(day, &shanghai, at("2026-03-09T15:59:00Z")));
        assert!(is_over(day, &shanghai, at("2026-03-09T16:00:00Z")));
        assert!(!is_over(day, &TimeZone::UTC, at("2026-03-09T16:00:00Z")));
    }

    #[test]
    fn days_off_have_none_and_make_up_days_have_one() {
        assert_eq!(due(&wish(), at("2026-02-17T02:00:00Z")), None, "Spring Festival");
        assert_eq!(
            due(&wish(), at("2026-02-14T02:00:00Z")),
            Some(date(2026, 2, 14)),
            "a Saturday worked"
        );
        let always = Wish {
            working_days_only: false,
            ..wish()
        };
        assert!(due(&always, at("2026-02-17T02:00:00Z")).is_some());
    }

    fn found(tlp: Tlp, due_at: Option<&str>) -> Found {
        Found {
            lead: Uuid::from_u128(1),
            reference: format!("{tlp:?} {due_at:?}"),
            title: "Secret title".to_owned(),
            summary: Some("a\n b ".repeat(100)),
            tlp,
            handling_code: HandlingCode::H0,
            brands: vec!["Acme".to_owned()],
            due_at: due_at.map(at),
            is_new: false,
        }
    }

    #[test]
    fn how_much_is_said_depends_on_the_tlp() {
        let all = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];
        let mut list: Vec<_> = all.iter().map(|tlp| found(*tlp, None)).collect();
        list.push(Found {
            handling_code: HandlingCode::H2,
            ..found(Tlp::Green, None)
        });
        let digest = compose(list, at("2026-03-09T00:00:00Z"));
        assert_eq!(digest.restricted, 2);
        let titles: Vec<_> = digest.entries.iter().map(|(_, found)| found.title.as_str()).collect();
        assert_eq!(titles, ["Secret title", "Secret title", "", ""]);
        let summary = digest.entries[0].1.summary.clone().unwrap();
        assert!(
            summary.ends_with('…') && summary.chars().count() <= SUMMARY + 1,
            "{summary}"
        );
        assert_eq!(digest.entries[2].1.summary, None);
    }

    #[test]
    fn overdue_comes_first_then_what_is_due_soonest_then_what_is_new() {
        let list = vec![
            found(Tlp::Amber, None),
            found(Tlp::Amber, Some("2026-03-11T00:00:00Z")),
            found(Tlp::Amber, Some("2026-03-08T00:00:00Z")),
            found(Tlp::Amber, Some("2026-03-10T00:00:00Z")),
            found(Tlp::Amber, Some("2026-03-01T00:00:00Z")),
        ];
        let digest = compose(list, at("2026-03-09T00:00:00Z"));
        let days: Vec<_> = digest
            .entries
            .iter()
            .map(|(_, found)| found.due_at.map(|due| due.to_string()))
            .collect();
        let day = |day: &str| Some(format!("2026-03-{day}T00:00:00Z"));
        assert_eq!(days, [day("01"), day("08"), day("10"), day("11"), None]);
        assert_eq!(digest.counts, [2, 2, 1]);
    }

    #[test]
    fn a_digest_is_bounded_and_says_how_much_it_left_out() {
        let digest = compose(vec![found(Tlp::Amber, None); 60], at("2026-03-09T00:00:00Z"));
        assert_eq!((digest.entries.len(), digest.more), (50, 10));
        assert!(compose(Vec::new(), at("2026-03-09T00:00:00Z")).is_empty());
    }
}
