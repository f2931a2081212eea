//! Bundles of STIX 2.0 and 2.1: a lead for each report, grouping and incident with what it refers to, and one for each
//! infrastructure, indicator, observation or address that stands for itself.

mod taken;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use self::taken::take;
use super::{
    MOST_ELEMENTS,
    building::{Builder, Seen},
    json,
    marking::{Markings, TLP_EXTENSION},
    parsed::{ParseError, Parsed, Reason, Verdict},
};

/// What holds others together.
const CONTAINERS: &[&str] = &["report", "grouping", "incident"];
/// What becomes a lead of its own where nothing holds it, in this order.
const LOOSE: &[&str] = &[
    "infrastructure",
    "indicator",
    "observed-data",
    "url",
    "domain-name",
    "hostname",
];

/// Whether a value is a bundle.
pub(super) fn is_bundle(value: &Value) -> bool {
    value.get("type").and_then(Value::as_str) == Some("bundle")
}

/// How much of a bundle may be read again because several leads have it in common, in bytes: an object that thousands of
/// reports refer to is read for each of them.
const SHARED_BYTES: usize = 32 * 1_024 * 1_024;

/// Reads a bundle.
///
/// # Errors
/// Where it is no JSON, or no bundle with objects.
pub(super) fn parse(bytes: &[u8]) -> Result<Parsed, ParseError> {
    let value = json(bytes)?;
    let objects = value
        .get("objects")
        .and_then(Value::as_array)
        .filter(|_| is_bundle(&value));
    let Some(objects) = objects else {
        return Err(ParseError::whole("this is no bundle of STIX"));
    };
    if objects.len() > MOST_ELEMENTS {
        return Err(ParseError::too_many());
    }
    let mut parsed = Parsed::default();
    for (index, object) in objects.iter().enumerate() {
        let label = ["name", "value", "pattern", "id"]
            .iter()
            .find_map(|key| object.get(*key)?.as_str());
        let seen = Seen {
            at: format!("/objects/{index}"),
            kind: kind(object),
            label: label.unwrap_or_default(),
        };
        let reason = if object.is_object() {
            Reason::OutOfScope
        } else {
            Reason::Malformed
        };
        parsed.skip(&seen, reason)?;
    }
    let bundle = Bundle::of(objects);
    bundle.plain(&mut parsed);
    let (mut used, mut left) = (HashSet::new(), bytes.len() + SHARED_BYTES);
    for kinds in [CONTAINERS, LOOSE] {
        for wanted in kinds {
            for head in (0..objects.len()).filter(|place| kind(&objects[*place]) == *wanted) {
                let is_container = CONTAINERS.contains(wanted);
                if is_revoked(&objects[head]) || (!is_container && used.contains(&head)) {
                    continue;
                }
                bundle.lead(head, &mut used, &mut left, &mut parsed)?;
            }
        }
    }
    bundle.rest(&used, &mut parsed);
    Ok(parsed)
}

fn kind(object: &Value) -> &str {
    object.get("type").and_then(Value::as_str).unwrap_or_default()
}

fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn texts<'a>(object: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    object
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

fn is_revoked(object: &Value) -> bool {
    object.get("revoked") == Some(&Value::Bool(true))
}

/// The objects of a bundle and how they hang together.
struct Bundle<'a> {
    objects: &'a [Value],
    places: HashMap<&'a str, usize>,
    /// Of each object the relationships that start or end there.
    relationships: HashMap<&'a str, Vec<usize>>,
    /// Of each object the notes about it.
    notes: HashMap<&'a str, Vec<usize>>,
    /// Of each object about how many bytes it is long.
    sizes: Vec<usize>,
    markings: Markings,
}

impl<'a> Bundle<'a> {
    fn of(objects: &'a [Value]) -> Self {
        let mut bundle = Self {
            objects,
            places: HashMap::new(),
            relationships: HashMap::new(),
            notes: HashMap::new(),
            sizes: objects.iter().map(|object| object.to_string().len()).collect(),
            markings: Markings::of(objects),
        };
        for (place, object) in objects.iter().enumerate() {
            // What has no id is referred to by nobody.
            if !text(object, "id").is_empty() {
                bundle.places.insert(text(object, "id"), place);
            }
            match kind(object) {
                "relationship" => {
                    for end in ["source_ref", "target_ref"] {
                        bundle.relationships.entry(text(object, end)).or_default().push(place);
                    }
                }
                "note" | "opinion" => {
                    for about in texts(object, "object_refs") {
                        bundle.notes.entry(about).or_default().push(place);
                    }
                }
                _ => {}
            }
        }
        bundle
    }

    /// What is told of whatever becomes of the rest: markings, and what was revoked.
    fn plain(&self, into: &mut Parsed) {
        for (place, object) in self.objects.iter().enumerate() {
            let element = &mut into.elements[place];
            let id = text(object, "id");
            let is_marking = kind(object) == "marking-definition";
            if is_revoked(object) {
                element.reason = Some(Reason::Deleted);
            } else if is_marking && self.markings.is_tlp(id) || id == TLP_EXTENSION {
                (element.verdict, element.reason) = (Verdict::Understood, None);
            } else if is_marking {
                element.reason = Some(Reason::MarkingUnknown);
            }
        }
    }

    /// The places of what belongs to a head, the head first; takes their bytes from what is `left`.
    fn members(&self, head: usize, left: &mut usize) -> Result<Vec<usize>, ParseError> {
        let (mut members, mut next) = (Vec::new(), vec![head]);
        let mut met = HashSet::from([head]);
        while let Some(place) = next.pop() {
            let object = &self.objects[place];
            *left = left
                .checked_sub(self.sizes[place])
                .ok_or_else(|| ParseError::whole("too many leads of this bundle have the same objects in common"))?;
            members.push(place);
            let mut more: Vec<usize> = texts(object, "object_refs")
                .filter_map(|id| self.places.get(id).copied())
                .collect();
            let id = text(object, "id");
            match kind(object) {
                "incident" | "infrastructure" | "indicator" => {
                    more.extend(self.relationships.get(id).into_iter().flatten());
                }
                "relationship" => {
                    let ends = [text(object, "source_ref"), text(object, "target_ref")];
                    more.extend(ends.iter().filter_map(|end| self.places.get(end)));
                }
                _ => {}
            }
            more.extend(
                self.notes
                    .get(id)
                    .into_iter()
                    .flatten()
                    .filter(|_| kind(object) != "note"),
            );
            // A note leads to nothing but its text, and a container makes a lead of its own.
            let follows = |other: &usize| {
                !CONTAINERS.contains(&kind(&self.objects[*other])) && !is_revoked(&self.objects[*other])
            };
            let leads_on = !matches!(kind(object), "note" | "opinion");
            more.retain(|other| leads_on && follows(other) && met.insert(*other));
            more.sort_unstable_by(|a, b| b.cmp(a));
            next.extend(more);
        }
        Ok(members)
    }

    fn lead(
        &self,
        head: usize,
        used: &mut HashSet<usize>,
        left: &mut usize,
        into: &mut Parsed,
    ) -> Result<(), ParseError> {
        let object = &self.objects[head];
        let members = self.members(head, left)?;
        let name = ["name", "value", "pattern"]
            .iter()
            .map(|key| text(object, key))
            .find(|name| !name.is_empty());
        let first = members
            .iter()
            .map(|place| text(&self.objects[*place], "name"))
            .find(|name| !name.is_empty());
        let address = || {
            members
                .iter()
                .map(|place| text(&self.objects[*place], "value"))
                .find(|value| !value.is_empty())
        };
        let title = name.or(first).or_else(address).unwrap_or_else(|| text(object, "id"));
        let mut lead = Builder::of(head, title);
        self.author(object, &mut lead, into);
        for place in &members {
            let member = &self.objects[*place];
            used.insert(*place);
            if *place != head {
                lead.has(*place);
            }
            if let Some(tlp) = self.markings.strictest(member) {
                lead.restrict(tlp);
            }
            let outcome = take(member, *place, &mut lead);
            let element = &mut into.elements[*place];
            (element.verdict, element.reason) = outcome.what;
            element.fields = outcome.fields;
            for label in texts(member, "labels").filter(|label| !label.to_ascii_lowercase().starts_with("tlp:")) {
                lead.tag(label);
            }
        }
        let content = Value::Array(members.iter().map(|place| self.objects[*place].clone()).collect());
        lead.finish(&content, into)
    }

    /// Who wrote it.
    fn author(&self, object: &Value, lead: &mut Builder, into: &mut Parsed) {
        let Some(place) = self.places.get(text(object, "created_by_ref")) else {
            return;
        };
        let author = &self.objects[*place];
        if is_revoked(author) {
            return;
        }
        if let Some(tlp) = self.markings.strictest(author) {
            lead.restrict(tlp);
        }
        let name = text(author, "name");
        let day = text(object, "created").get(..10).unwrap_or_default();
        let parts: Vec<&str> = [name, day].into_iter().filter(|part| !part.is_empty()).collect();
        lead.source = (!parts.is_empty()).then(|| parts.join(", "));
        (into.elements[*place].verdict, into.elements[*place].reason) = (Verdict::Understood, None);
    }

    /// What no lead was made of: identifiers are kept all the same.
    fn rest(&self, used: &HashSet<usize>, into: &mut Parsed) {
        for (place, object) in self.objects.iter().enumerate() {
            if used.contains(&place) || is_revoked(object) || into.elements[place].verdict != Verdict::Skipped {
                continue;
            }
            let mut nowhere = Builder::of(place, "");
            let outcome = take(object, place, &mut nowhere);
            if let (Verdict::Kept, reason) = outcome.what {
                (into.elements[place].verdict, into.elements[place].reason) = (Verdict::Kept, reason);
                into.subjects.extend(nowhere.into_subjects());
            } else if matches!(kind(object), "note" | "opinion" | "relationship" | "location") {
                into.elements[place].reason = Some(Reason::NoListing);
            }
        }
    }
}

#[cfg(test)]
mod tests;
