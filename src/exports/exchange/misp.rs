//! Leads as events of MISP, as its servers export them: an event a lead, an attribute an address.
//!
//! The distribution is the own organisation's (0): who takes an event in opens it wider by itself, as far as its tag says.

use serde_json::{Value, json};
use url::Url;

use super::{
    address, handling,
    ids::{self, moment},
};
use crate::{leads::Extract, permissions::audience::Tlp};

/// The tag of a label.
fn tag(tlp: Tlp) -> &'static str {
    match tlp {
        Tlp::Clear => "tlp:clear",
        Tlp::Green => "tlp:green",
        Tlp::Amber => "tlp:amber",
        Tlp::AmberStrict => "tlp:amber+strict",
        Tlp::Red => "tlp:red",
    }
}

/// Leads on their way into a file of events.
#[derive(Debug)]
pub(in crate::exports) struct Events {
    /// Where leads can be looked at.
    base: Url,
    events: Vec<Value>,
}

impl Events {
    /// A file without events, of the service at `base`.
    pub(in crate::exports) fn of(base: Url) -> Self {
        Self {
            base,
            events: Vec::new(),
        }
    }

    /// Adds a lead.
    pub(in crate::exports) fn add(&mut self, lead: &Extract) {
        let mut page = self.base.clone();
        page.set_path(&format!("/leads/{}", lead.reference));
        let at = lead.changed_at.as_second().to_string();
        let mut attributes = vec![attribute(
            ("link", "Internal reference", page.as_str()),
            ("reference", lead.id.as_bytes()),
            (&lead.reference, &at),
        )];
        attributes.extend(listings(lead, &at));
        attributes.extend(texts(lead, &at));
        let orgc = ids::of("org", lead.owner.as_bytes()).to_string();
        let tags = std::iter::once(tag(lead.tlp).to_owned()).chain(handling(lead));
        let tags: Vec<Value> = tags.map(|name| json!({ "name": name })).collect();
        self.events.push(json!({ "Event": {
            "uuid": ids::of("event", lead.id.as_bytes()).to_string(),
            "info": lead.title,
            "date": lead.created_at.strftime("%Y-%m-%d").to_string(),
            "timestamp": at,
            "published": false,
            "analysis": "0",
            "threat_level_id": "3",
            "distribution": "0",
            "Orgc": { "name": lead.owner, "uuid": orgc },
            "Attribute": attributes,
            "Object": [],
            "Tag": tags,
        } }));
    }

    /// The file.
    pub(in crate::exports) fn finish(self) -> Value {
        json!({ "response": self.events })
    }
}

/// An attribute that inherits how far its event goes: its type, category and value; what it is made of; a comment, and when it
/// changed.
fn attribute(
    (of_type, category, value): (&str, &str, &str),
    (kind, key): (&str, &[u8]),
    (comment, at): (&str, &str),
) -> Value {
    json!({
        "uuid": ids::of(kind, key).to_string(), "type": of_type, "category": category, "value": value, "comment": comment,
        "to_ids": false, "distribution": "5", "timestamp": at,
    })
}

/// The items that the reader sees: each address with the listing's title as its comment.
fn listings(lead: &Extract, at: &str) -> Vec<Value> {
    let mut met = Vec::new();
    let mut attributes = Vec::new();
    for item in &lead.listed {
        let made_of = ("attribute", item.id.as_bytes().as_slice());
        let Some(address) = item.url.as_deref().and_then(address) else {
            attributes.push(attribute(("text", "Other", &item.title), made_of, ("Listing", at)));
            continue;
        };
        // An event has a value of a category once.
        if met.contains(&address) {
            continue;
        }
        let mut listed = attribute(("url", "Network activity", &address), made_of, (&item.title, at));
        if let Some(seen) = item.captured_at {
            listed["first_seen"] = moment(seen).into();
        }
        attributes.push(listed);
        met.push(address);
    }
    attributes
}

/// What the lead says of itself, what was answered, and what was said to all.
fn texts(lead: &Extract, at: &str) -> Vec<Value> {
    let text =
        |value: &str, key: &[u8], comment: &str| attribute(("text", "Other", value), ("text", key), (comment, at));
    let mut texts: Vec<Value> = Vec::new();
    if let Some(summary) = &lead.summary {
        texts.push(text(summary, lead.id.as_bytes(), "Summary"));
    }
    for answer in &lead.answers {
        let told = [Some(answer.verdict.as_str()), answer.reason.as_deref()];
        let told: Vec<&str> = told.into_iter().flatten().collect();
        let told = format!("{}: {}", answer.recipient, told.join(", "));
        texts.push(text(&told, answer.id.as_bytes(), "Verdict"));
    }
    for remark in lead.remarks.iter().filter(|remark| remark.for_all) {
        texts.push(text(&remark.body, remark.id.as_bytes(), "Comment"));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::rules::{Format, parse, recognise};

    #[test]
    fn what_is_written_is_read_again() {
        let mut events = Events::of(Url::parse("https://portal.example").unwrap());
        let lead = Extract::example(Tlp::Green);
        events.add(&lead);
        let bytes = serde_json::to_vec(&events.finish()).unwrap();
        assert_eq!(recognise(&bytes), Format::Misp);
        let parsed = parse(Format::Misp, &bytes, None).unwrap();
        assert_eq!(parsed.leads.len(), 1);
        let read = &parsed.leads[0];
        assert_eq!(read.title, lead.title);
        let listings: Vec<Option<&str>> = read.items.iter().map(|item| item.url.as_deref()).collect();
        assert_eq!(
            listings,
            [Some("https://shop.example/item/1"), Some("https://shop.example/item/2")]
        );
        assert_eq!(read.tlp, Some(Tlp::AmberStrict), "not wider than its distribution says");
    }

    #[test]
    fn what_misp_wants_as_text_is_text() {
        let mut events = Events::of(Url::parse("https://portal.example").unwrap());
        events.add(&Extract::example(Tlp::Amber));
        let file = events.finish();
        let event = &file["response"][0]["Event"];
        for field in [
            "uuid",
            "info",
            "date",
            "timestamp",
            "analysis",
            "threat_level_id",
            "distribution",
        ] {
            assert!(event[field].is_string(), "{field}");
        }
        assert_eq!(event["Tag"][0]["name"], "tlp:amber");
        for attribute in event["Attribute"].as_array().unwrap() {
            for field in ["uuid", "type", "category", "value", "timestamp", "distribution"] {
                assert!(attribute[field].is_string(), "{field}: {attribute}");
            }
        }
        assert!(
            !file.to_string().contains("between us"),
            "what was said to some stays with them"
        );
    }
}
