//! A lead to be, put together from the elements of a file.

use std::collections::{BTreeSet, HashSet};

use sha2::{Digest as _, Sha256};

use super::{
    MOST_ELEMENTS,
    parsed::{Element, ParseError, Parsed, ParsedItem, ParsedLead, Reason, Verdict},
    subject::{Subject, SubjectKind},
    tlp, web,
};
use crate::{
    leads::rules::InfringementType,
    permissions::audience::Tlp,
    platform::text::{fold, mend_line, mend_text},
};

/// Most items of a lead; what has more becomes several leads.
pub const MOST_ITEMS: usize = 100;
/// Longest title of a lead, in characters.
const LONGEST_TITLE: usize = 200;
/// Longest title of an item, in characters.
const LONGEST_ITEM_TITLE: usize = 300;
/// Longest summary, in characters.
const LONGEST_SUMMARY: usize = 5_000;
/// Longest label of an element, in characters.
const LONGEST_LABEL: usize = 200;
/// Longest identifier, in characters.
const LONGEST_IDENTIFIER: usize = 300;

/// An element as a parser reports it.
pub(super) struct Seen<'a> {
    pub(super) at: String,
    pub(super) kind: &'a str,
    pub(super) label: &'a str,
}

impl Parsed {
    /// Reports an element and hands back its place.
    ///
    /// # Errors
    /// Where there are more than may be.
    pub(super) fn note(
        &mut self,
        seen: &Seen<'_>,
        verdict: Verdict,
        reason: Option<Reason>,
    ) -> Result<usize, ParseError> {
        if self.elements.len() >= MOST_ELEMENTS {
            return Err(ParseError::too_many());
        }
        self.elements.push(Element {
            at: seen.at.clone(),
            kind: mend_line(seen.kind, 80),
            label: mend_line(seen.label, LONGEST_LABEL),
            verdict,
            reason,
            fields: Vec::new(),
            lead: None,
            is_head: false,
        });
        Ok(self.elements.len() - 1)
    }

    /// Reports an element of which nothing goes in.
    ///
    /// # Errors
    /// Where there are more than may be.
    pub(super) fn skip(&mut self, seen: &Seen<'_>, reason: Reason) -> Result<usize, ParseError> {
        self.note(seen, Verdict::Skipped, Some(reason))
    }

    /// Says that a field of an element does not go in.
    pub(super) fn without(&mut self, element: usize, field: &str, reason: Reason) {
        let element = &mut self.elements[element];
        element.fields.push(field.to_owned());
        element.reason = element.reason.or(Some(reason));
        if element.verdict == Verdict::Understood {
            element.verdict = Verdict::Partly;
        }
    }
}

/// A lead in the making.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) title: String,
    pub(super) source: Option<String>,
    pub(super) tlp: Option<Tlp>,
    pub(super) country: Option<String>,
    texts: Vec<String>,
    references: Vec<String>,
    tags: BTreeSet<String>,
    types: BTreeSet<InfringementType>,
    items: Vec<(ParsedItem, usize)>,
    addresses: HashSet<String>,
    subjects: Vec<Subject>,
    /// The elements that it is made of; the first one is its head.
    elements: Vec<usize>,
}

impl Builder {
    /// A lead whose head is this element.
    pub(super) fn of(head: usize, title: &str) -> Self {
        Self {
            title: mend_line(title, LONGEST_TITLE),
            elements: vec![head],
            ..Self::default()
        }
    }

    /// Says that an element belongs to it.
    pub(super) fn has(&mut self, element: usize) {
        self.elements.push(element);
    }

    pub(super) fn restrict(&mut self, tlp: Tlp) {
        tlp::stricter(&mut self.tlp, tlp);
    }

    pub(super) fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.texts.push(text.to_owned());
        }
    }

    pub(super) fn reference(&mut self, text: &str) {
        self.references.push(mend_line(text, 500));
    }

    /// Files it under a word, which may say what is wrong with the goods.
    pub(super) fn tag(&mut self, tag: &str) {
        let tag = mend_line(tag, 100);
        self.types.extend(infringements(&tag));
        if !tag.is_empty() {
            self.tags.insert(tag);
        }
    }

    /// Says what is wrong with the goods.
    pub(super) fn is_wrong_by(&mut self, types: BTreeSet<InfringementType>) {
        self.types.extend(types);
    }

    /// Adds a listing; false where it has it already.
    pub(super) fn listing(&mut self, item: ParsedItem, element: usize) -> bool {
        let is_new = item
            .url
            .as_deref()
            .is_none_or(|url| self.addresses.insert(web::canonical(url)));
        if is_new {
            let titles = [
                item.title.as_str(),
                item.url.as_deref().unwrap_or_default(),
                &self.title,
            ];
            let title = titles
                .iter()
                .map(|title| mend_line(title, LONGEST_ITEM_TITLE))
                .find(|title| !title.is_empty());
            let title = title.unwrap_or_default();
            self.items.push((ParsedItem { title, ..item }, element));
        }
        is_new
    }

    /// The identifiers of a lead that is not made.
    pub(super) fn into_subjects(self) -> Vec<Subject> {
        self.subjects
    }

    pub(super) fn subject(&mut self, kind: SubjectKind, value: &str, element: usize) {
        let value = mend_line(value, LONGEST_IDENTIFIER);
        if !value.is_empty() {
            self.subjects.push(Subject {
                kind,
                value,
                lead: None,
                element,
            });
        }
    }

    /// Makes leads of it, more than one where it has more than [`MOST_ITEMS`] listings; none where it has neither a listing
    /// nor a trace of who offers something.
    ///
    /// # Errors
    /// Where the file has more elements than may be.
    pub(super) fn finish(mut self, content: &serde_json::Value, into: &mut Parsed) -> Result<(), ParseError> {
        let is_traceable = self.subjects.iter().any(|subject| subject.kind.is_traceable());
        if self.items.is_empty() && is_traceable {
            let head = self.elements[0];
            let title = self.title.clone();
            self.items.push((
                ParsedItem {
                    title,
                    ..ParsedItem::default()
                },
                head,
            ));
        }
        if self.items.is_empty() || self.title.is_empty() {
            let reason = if self.items.is_empty() {
                Reason::NoListing
            } else {
                Reason::NoTitle
            };
            self.discard(into, reason);
            return Ok(());
        }
        let hash = format!("{:x}", Sha256::digest(sorted(content).to_string()));
        let first = into.leads.len();
        for element in &self.elements {
            into.elements[*element].lead.get_or_insert(first);
        }
        into.elements[self.elements[0]].is_head = true;
        let parts = self.items.len().div_ceil(MOST_ITEMS);
        for part in 0..parts {
            self.part(part, &hash, into)?;
        }
        into.subjects.extend(self.subjects.into_iter().map(|subject| Subject {
            lead: Some(first),
            ..subject
        }));
        Ok(())
    }

    /// What identifies somebody is kept all the same.
    fn discard(self, into: &mut Parsed, reason: Reason) {
        for element in self.elements {
            let element = &mut into.elements[element];
            let is_alone = element.lead.is_none();
            if is_alone && matches!(element.verdict, Verdict::Understood | Verdict::Partly) {
                element.verdict = Verdict::Skipped;
                element.reason = Some(reason);
                element.fields.clear();
            }
        }
        into.subjects.extend(self.subjects);
    }

    fn part(&self, part: usize, hash: &str, into: &mut Parsed) -> Result<(), ParseError> {
        let place = into.leads.len();
        let mine = self.items.iter().skip(part * MOST_ITEMS).take(MOST_ITEMS);
        let (mut hash, mut title) = (hash.to_owned(), self.title.clone());
        if part > 0 {
            hash = format!("{:x}", Sha256::digest(format!("{hash}:{part}")));
            title = mend_line(
                &format!("{} ({})", mend_line(&title, LONGEST_TITLE - 10), part + 1),
                LONGEST_TITLE,
            );
            let head = into.elements[self.elements[0]].clone();
            let seen = Seen {
                at: head.at,
                kind: &head.kind,
                label: &title,
            };
            let further = into.note(&seen, Verdict::Understood, None)?;
            into.elements[further].lead = Some(place);
            into.elements[further].is_head = true;
            for (_, element) in mine.clone() {
                into.elements[*element].lead = Some(place);
            }
        }
        into.leads.push(ParsedLead {
            hash,
            title,
            summary: self.summary(),
            items: mine.map(|(item, _)| item.clone()).collect(),
            types: self.types.iter().copied().collect(),
            tlp: self.tlp,
            country: self.country.clone(),
            tags: self.tags.iter().cloned().collect(),
        });
        Ok(())
    }

    fn summary(&self) -> Option<String> {
        let list = |name: &str, entries: Vec<&str>, between: &str| {
            (!entries.is_empty()).then(|| format!("{name}{}", entries.join(between)))
        };
        let source = self.source.as_ref().map(|source| format!("Source: {source}"));
        let references = list(
            "References:\n",
            self.references.iter().map(String::as_str).collect(),
            "\n",
        );
        let tags = list("Tags: ", self.tags.iter().map(String::as_str).collect(), ", ");
        let mut parts: Vec<String> = source.into_iter().chain(self.texts.iter().cloned()).collect();
        parts.extend(references.into_iter().chain(tags));
        let text = mend_text(&parts.join("\n"), LONGEST_SUMMARY);
        (!text.is_empty()).then_some(text)
    }
}

/// The same value with its fields in one order.
fn sorted(value: &serde_json::Value) -> serde_json::Value {
    let mut value = value.clone();
    value.sort_all_objects();
    value
}

/// Words by which sources say what is wrong, folded.
const INFRINGEMENT_WORDS: &[(&str, InfringementType)] = &[
    ("counterfeit", InfringementType::Counterfeit),
    ("replica", InfringementType::Counterfeit),
    ("假冒", InfringementType::Counterfeit),
    ("仿冒", InfringementType::Counterfeit),
    ("falsificad", InfringementType::Counterfeit),
    ("logo obscured", InfringementType::LogoObscured),
    ("lookalike", InfringementType::LookalikeShanzhai),
    ("look alike", InfringementType::LookalikeShanzhai),
    ("shanzhai", InfringementType::LookalikeShanzhai),
    ("山寨", InfringementType::LookalikeShanzhai),
    ("keyword stuffing", InfringementType::KeywordStuffing),
    ("repeat infringement", InfringementType::RepeatInfringement),
    ("stolen image", InfringementType::StolenImage),
    ("盗图", InfringementType::StolenImage),
    ("patent", InfringementType::Patent),
    ("专利", InfringementType::Patent),
    ("grey market", InfringementType::GreyMarket),
    ("gray market", InfringementType::GreyMarket),
    ("parallel import", InfringementType::GreyMarket),
    ("窜货", InfringementType::GreyMarket),
    ("cross border", InfringementType::CrossBorder),
    ("跨境", InfringementType::CrossBorder),
    ("offline production", InfringementType::OfflineProduction),
];

/// What is wrong with the goods, as far as a text says so.
pub(super) fn infringements(text: &str) -> BTreeSet<InfringementType> {
    let text = fold(text).replace(['-', '_'], " ");
    INFRINGEMENT_WORDS
        .iter()
        .filter(|(word, _)| text.contains(word))
        .map(|(_, infringement)| *infringement)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_listings(count: usize) -> Parsed {
        let mut parsed = Parsed::default();
        let seen = |at: usize| Seen {
            at: format!("/{at}"),
            kind: "x",
            label: "x",
        };
        let head = parsed.note(&seen(0), Verdict::Understood, None).unwrap();
        let mut builder = Builder::of(head, "Many");
        for at in 1..=count {
            let element = parsed.note(&seen(at), Verdict::Understood, None).unwrap();
            builder.has(element);
            let url = Some(format!("https://shop{at}.example/"));
            builder.listing(
                ParsedItem {
                    title: "x".to_owned(),
                    url,
                    ..ParsedItem::default()
                },
                element,
            );
        }
        builder.finish(&serde_json::json!({"a": 1}), &mut parsed).unwrap();
        parsed
    }

    #[test]
    fn what_has_more_listings_than_a_lead_becomes_several() {
        let parsed = with_listings(205);
        let sizes: Vec<usize> = parsed.leads.iter().map(|lead| lead.items.len()).collect();
        assert_eq!(sizes, [100, 100, 5]);
        let hashes: HashSet<&String> = parsed.leads.iter().map(|lead| &lead.hash).collect();
        assert_eq!(hashes.len(), 3);
        assert_eq!(parsed.leads[2].title, "Many (3)");
        assert_eq!((parsed.elements[1].lead, parsed.elements[205].lead), (Some(0), Some(2)));
        assert_eq!(parsed.elements.iter().filter(|element| element.is_head).count(), 3);
    }

    #[test]
    fn without_a_listing_no_lead_is_made_and_every_element_says_so() {
        let parsed = with_listings(0);
        assert!(parsed.leads.is_empty());
        assert_eq!(parsed.elements[0].reason, Some(Reason::NoListing));
    }

    #[test]
    fn tags_say_what_is_wrong_with_the_goods() {
        let types = |text| infringements(text).into_iter().collect::<Vec<_>>();
        assert_eq!(types("alliance:type=\"Grey-Market\""), [InfringementType::GreyMarket]);
        assert_eq!(types("tlp:white"), []);
    }
}
