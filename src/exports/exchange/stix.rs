//! Leads as a bundle of STIX 2.1, each marked by the second edition of TLP.
//!
//! A lead is an incident and a grouping of all that belongs to it: its addresses, each with when it was seen, and what was
//! said about it. What several leads have in common is there once, under the widest of their labels, which tells nothing that
//! the widest of them does not tell; what ties it to one of them has that lead's own label.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

use super::{
    address, handling,
    ids::{self, moment},
};
use crate::{leads::Extract, permissions::audience::Tlp};

/// The extension by which OASIS adds the second edition of TLP.
const TLP_EXTENSION: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
/// Since when the definitions of TLP 2.0 exist.
const TLP_SINCE: &str = "2022-10-01T00:00:00.000Z";
/// Organisations are told without a date: they are those of any other file.
const IDENTITIES_SINCE: &str = "2020-01-01T00:00:00.000Z";

/// OASIS's definition of a label, and the word that stands in it.
fn definition(tlp: Tlp) -> (&'static str, &'static str) {
    match tlp {
        Tlp::Clear => ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "clear"),
        Tlp::Green => ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "green"),
        Tlp::Amber => ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "amber"),
        Tlp::AmberStrict => (
            "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
            "amber+strict",
        ),
        Tlp::Red => ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "red"),
    }
}

fn marking(tlp: Tlp) -> Value {
    let (id, word) = definition(tlp);
    json!({
        "type": "marking-definition", "spec_version": "2.1", "id": id, "created": TLP_SINCE, "name": tlp.label(),
        "extensions": { TLP_EXTENSION: { "extension_type": "property-extension", "tlp_2_0": word } },
    })
}

/// What all objects of a lead have in common.
struct About {
    author: String,
    created: String,
    modified: String,
    tlp: Tlp,
}

/// Leads on their way into a bundle.
#[derive(Debug)]
pub(in crate::exports) struct Bundle {
    /// Where leads can be looked at.
    base: Url,
    /// What leads have in common, by its id, with the widest label of these leads.
    shared: BTreeMap<String, (Tlp, Value)>,
    /// What is of one lead alone.
    objects: Vec<Value>,
    /// The labels that were used.
    labels: BTreeMap<Tlp, Value>,
}

impl Bundle {
    /// A bundle without leads, of the service at `base`.
    pub(in crate::exports) fn of(base: Url) -> Self {
        Self {
            base,
            shared: BTreeMap::new(),
            objects: Vec::new(),
            labels: BTreeMap::new(),
        }
    }

    /// Adds a lead.
    pub(in crate::exports) fn add(&mut self, lead: &Extract) {
        self.labels.entry(lead.tlp).or_insert_with(|| marking(lead.tlp));
        let about = About {
            author: self.author(lead),
            created: moment(lead.created_at),
            modified: moment(lead.changed_at.max(lead.created_at)),
            tlp: lead.tlp,
        };
        let grouping = id("grouping", lead.id);
        let incident = self.incident(lead, &about);
        let mut refs = vec![incident.clone()];
        self.listings(lead, &about, &mut refs);
        self.notes(lead, &about, &[&incident, &grouping]);
        let types = lead.infringement_types.iter().map(|kind| kind.code().to_owned());
        let labels: Vec<String> = types.chain(handling(lead)).collect();
        self.push(
            "grouping",
            lead.id,
            &about,
            json!({
                "name": lead.title, "description": lead.summary, "context": "suspicious-activity", "object_refs": refs,
                "labels": (!labels.is_empty()).then_some(labels), "external_references": self.references(lead),
            }),
        );
    }

    /// The owner, as the reader may know it. Its id is that of the name: a pseudonym leads to nobody.
    fn author(&mut self, lead: &Extract) -> String {
        let id = format!("identity--{}", ids::of("identity", lead.owner.as_bytes()));
        let identity = json!({
            "type": "identity", "spec_version": "2.1", "id": id, "created": IDENTITIES_SINCE, "modified": IDENTITIES_SINCE,
            "name": lead.owner, "identity_class": "organization",
        });
        self.share(&id, lead.tlp, identity);
        id
    }

    fn share(&mut self, id: &str, tlp: Tlp, object: Value) {
        let (widest, _) = self.shared.entry(id.to_owned()).or_insert((tlp, object));
        *widest = tlp.min(*widest);
    }

    fn incident(&mut self, lead: &Extract, about: &About) -> String {
        let references = self.references(lead);
        self.push(
            "incident",
            lead.id,
            about,
            json!({ "name": lead.title, "description": lead.summary, "external_references": references }),
        )
    }

    fn references(&self, lead: &Extract) -> Value {
        let mut page = self.base.clone();
        page.set_path(&format!("/leads/{}", lead.reference));
        json!([{ "source_name": "touchstone", "external_id": lead.reference, "url": page.as_str() }])
    }

    /// The addresses of the items that the reader sees, each with when it was seen.
    fn listings(&mut self, lead: &Extract, about: &About, refs: &mut Vec<String>) {
        for item in &lead.listed {
            let Some(address) = item.url.as_deref().and_then(address) else {
                continue;
            };
            let id = format!("url--{}", ids::observable(&address));
            let url = json!({ "type": "url", "spec_version": "2.1", "id": id, "value": address });
            self.share(&id, lead.tlp, url);
            let seen = moment(item.captured_at.unwrap_or(lead.created_at));
            let observed = self.push(
                "observed-data",
                item.id,
                about,
                json!({ "first_observed": seen, "last_observed": seen, "number_observed": 1, "object_refs": [id] }),
            );
            // Two items of a lead may have one address.
            if !refs.contains(&id) {
                refs.push(id);
            }
            refs.push(observed);
        }
    }

    /// What was answered, what was said to all, and what has no address.
    fn notes(&mut self, lead: &Extract, about: &About, refs: &[&str]) {
        for answer in &lead.answers {
            let text = [Some(answer.verdict.as_str()), answer.reason.as_deref()];
            let text: Vec<&str> = text.into_iter().flatten().collect();
            self.note(
                answer.id,
                about,
                json!({
                    "abstract": "Verdict", "content": text.join("\n"), "authors": [answer.recipient], "object_refs": refs,
                }),
            );
        }
        for remark in lead.remarks.iter().filter(|remark| remark.for_all) {
            self.note(
                remark.id,
                about,
                json!({ "abstract": "Comment", "content": remark.body, "object_refs": refs }),
            );
        }
        for item in &lead.listed {
            if item.url.as_deref().and_then(address).is_none() {
                self.note(
                    item.id,
                    about,
                    json!({ "abstract": "Listing without an address", "content": item.title, "object_refs": refs }),
                );
            }
        }
    }

    fn note(&mut self, key: Uuid, about: &About, fields: Value) {
        self.push("note", key, about, fields);
    }

    /// Adds an object of one lead; its id.
    fn push(&mut self, kind: &str, key: Uuid, about: &About, fields: Value) -> String {
        let id = id(kind, key);
        let mut object = Map::new();
        for (name, value) in [
            ("type", kind),
            ("spec_version", "2.1"),
            ("id", id.as_str()),
            ("created_by_ref", about.author.as_str()),
            ("created", about.created.as_str()),
            ("modified", about.modified.as_str()),
        ] {
            object.insert(name.to_owned(), value.into());
        }
        if let Value::Object(fields) = fields {
            object.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        }
        object.insert("object_marking_refs".to_owned(), json!([definition(about.tlp).0]));
        self.objects.push(Value::Object(object));
        id
    }

    /// The bundle of an export. Its id is none of ours, which judges of STIX do not take: they know versions 1 to 5.
    pub(in crate::exports) fn finish(self, export: Uuid) -> Value {
        let id = id("bundle", export);
        // What is shared has the label of a lead, so each is there.
        let shared = self.shared.into_values().map(|(tlp, mut object)| {
            object["object_marking_refs"] = json!([definition(tlp).0]);
            object
        });
        let objects: Vec<Value> = self.labels.into_values().chain(shared).chain(self.objects).collect();
        // A list without objects is no list of STIX.
        match objects.is_empty() {
            true => json!({ "type": "bundle", "id": id }),
            false => json!({ "type": "bundle", "id": id, "objects": objects }),
        }
    }
}

fn id(kind: &str, key: Uuid) -> String {
    format!("{kind}--{}", ids::of(kind, key.as_bytes()))
}

#[cfg(test)]
mod tests;
