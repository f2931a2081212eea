//! What a digest says, and how much of it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::permissions::audience::{HandlingCode, Openness, Tlp, openness};

/// Most entries of one mail.
const MOST: usize = 50;

/// Characters of a lead's text that a digest shows.
const SUMMARY: usize = 160;

/// A lead or delivery that was found for somebody.
#[derive(Debug, Clone)]
pub(in crate::digests) struct Found {
    pub(in crate::digests) lead: Uuid,
    pub(in crate::digests) reference: String,
    pub(in crate::digests) title: String,
    pub(in crate::digests) summary: Option<String>,
    pub(in crate::digests) tlp: Tlp,
    pub(in crate::digests) handling_code: HandlingCode,
    /// Names of the brands the person may know of.
    pub(in crate::digests) brands: Vec<String>,
    /// When the delivery is due; `None` for a lead without one.
    pub(in crate::digests) due_at: Option<Timestamp>,
    /// Whether it came since the last digest.
    pub(in crate::digests) is_new: bool,
}

/// The parts of a digest, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(in crate::digests) enum Part {
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

/// What a digest says.
#[derive(Debug, Default)]
pub(in crate::digests) struct Digest {
    /// Entries in order, each with its part; at most [`MOST`].
    pub(in crate::digests) entries: Vec<(Part, Found)>,
    /// How many are in each part, those left out included.
    pub(in crate::digests) counts: [usize; 3],
    /// How many were left out.
    pub(in crate::digests) more: usize,
    /// Whether there are more than were looked at.
    pub(in crate::digests) beyond: bool,
    /// How many may only be counted.
    pub(in crate::digests) restricted: usize,
}

impl Digest {
    /// Whether there is nothing to say.
    #[must_use]
    pub(in crate::digests) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.restricted == 0
    }

    /// How many are in a part.
    #[must_use]
    pub(in crate::digests) fn count(&self, part: Part) -> usize {
        self.counts[part as usize]
    }

    /// Adds what was found next: deliveries before leads, each in their order. Counts what may only be counted, and takes
    /// away what may not be told.
    pub(in crate::digests) fn add(&mut self, found: impl IntoIterator<Item = Found>, now: Timestamp) {
        for mut found in found {
            match openness(found.tlp, found.handling_code) {
                Openness::Counted => {
                    self.restricted += 1;
                    continue;
                }
                Openness::Named => {
                    found.title.clear();
                    found.summary = None;
                }
                Openness::Told => found.summary = found.summary.as_deref().map(shortened),
            }
            let part = Part::of(&found, now);
            self.counts[part as usize] += 1;
            if self.entries.len() < MOST {
                self.entries.push((part, found));
            } else {
                self.more += 1;
            }
        }
    }
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
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn compose(found: Vec<Found>) -> Digest {
        let mut digest = Digest::default();
        digest.add(found, at("2026-03-09T00:00:00Z"));
        digest
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
        let digest = compose(list);
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
    fn what_has_passed_is_overdue_and_what_has_no_deadline_is_new() {
        let list = vec![
            found(Tlp::Amber, Some("2026-03-01T00:00:00Z")),
            found(Tlp::Amber, Some("2026-03-09T00:00:00Z")),
            found(Tlp::Amber, Some("2026-03-10T00:00:00Z")),
            found(Tlp::Amber, None),
        ];
        let digest = compose(list);
        let parts: Vec<_> = digest.entries.iter().map(|(part, _)| *part).collect();
        assert_eq!(parts, [Part::Overdue, Part::Overdue, Part::Due, Part::Fresh]);
        assert_eq!(digest.counts, [2, 1, 1]);
    }

    #[test]
    fn a_digest_is_bounded_and_says_how_much_it_left_out() {
        let digest = compose(vec![found(Tlp::Amber, None); 60]);
        assert_eq!((digest.entries.len(), digest.more), (50, 10));
        assert!(compose(Vec::new()).is_empty());
    }
}
