//! Markings of STIX: the fixed definitions of both editions of the Traffic Light Protocol, and those that a bundle brings.

use std::collections::HashMap;

use serde_json::Value;

use super::tlp;
use crate::permissions::audience::Tlp;

/// The extension by which OASIS adds the second edition of TLP to STIX 2.1.
pub(super) const TLP_EXTENSION: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

/// The definitions that need not be in a bundle: of STIX 2.1 (section 7.2.1.4), and of the extension.
const FIXED: &[(&str, Tlp)] = &[
    ("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp::Clear),
    ("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp::Green),
    ("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp::Amber),
    ("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp::Red),
    ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp::Clear),
    ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp::Green),
    ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp::Amber),
    (
        "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        Tlp::AmberStrict,
    ),
    ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp::Red),
];

/// The markings that a bundle may name.
pub(super) struct Markings(HashMap<String, Option<Tlp>>);

impl Markings {
    pub(super) fn of(objects: &[Value]) -> Self {
        let own = objects
            .iter()
            .filter(|object| object.get("type").and_then(Value::as_str) == Some("marking-definition"))
            .filter_map(|object| Some((object.get("id")?.as_str()?.to_owned(), defined(object))));
        let fixed = FIXED.iter().map(|(id, tlp)| ((*id).to_owned(), Some(*tlp)));
        // A bundle cannot give the fixed ids another meaning.
        Self(own.chain(fixed).collect())
    }

    /// The strictest marking of an object or of a part of it. One that is not in the bundle counts as AMBER, because nobody
    /// can tell what it asks for; a statement that is no TLP asks for nothing.
    pub(super) fn strictest(&self, object: &Value) -> Option<Tlp> {
        let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let parts = list(object.get("granular_markings"));
        let refs = list(object.get("object_marking_refs"))
            .into_iter()
            .chain(parts.iter().filter_map(|part| part.get("marking_ref").cloned()));
        let labels = list(object.get("labels"));
        let labels = labels
            .iter()
            .filter_map(Value::as_str)
            .filter(|label| label.to_ascii_lowercase().starts_with("tlp:"));
        let from_labels = labels.map(|label| tlp::named(label).unwrap_or(tlp::DEFAULT));
        refs.filter_map(|id| match self.0.get(id.as_str().unwrap_or_default()) {
            Some(known) => *known,
            None => Some(tlp::DEFAULT),
        })
        .chain(from_labels)
        .max()
    }

    /// Whether a marking definition is one of TLP.
    pub(super) fn is_tlp(&self, id: &str) -> bool {
        matches!(self.0.get(id), Some(Some(_)))
    }
}

/// The TLP that a definition stands for, if it does.
fn defined(object: &Value) -> Option<Tlp> {
    let first = object.get("definition").and_then(|definition| definition.get("tlp"));
    let second = object
        .get("extensions")
        .and_then(|extensions| extensions.get(TLP_EXTENSION)?.get("tlp_2_0"));
    let named = |value: Option<&Value>| value.and_then(Value::as_str).and_then(tlp::named);
    named(second).or_else(|| named(first))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn markings_of_both_editions_are_known_and_the_strictest_counts() {
        let of = |id: &str, rest: Value| {
            let mut object = json!({"type": "marking-definition", "id": id});
            object
                .as_object_mut()
                .unwrap()
                .extend(rest.as_object().unwrap().clone());
            object
        };
        let markings = Markings::of(&[
            of(
                "m--1",
                json!({"definition_type": "tlp", "definition": {"tlp": "white"}}),
            ),
            of(
                "m--2",
                json!({"extensions": {TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": "amber+strict"}}}),
            ),
            of(
                "m--3",
                json!({"definition_type": "statement", "definition": {"statement": "mine"}}),
            ),
            of(FIXED[3].0, json!({"definition": {"tlp": "white"}})),
        ]);
        let marked = |refs: &[&str]| markings.strictest(&json!({"object_marking_refs": refs}));
        assert_eq!(marked(&[]), None);
        assert_eq!(marked(&["m--1"]), Some(Tlp::Clear));
        assert_eq!(marked(&["m--1", "m--2"]), Some(Tlp::AmberStrict));
        assert_eq!(marked(&["m--3"]), None);
        assert_eq!(
            marked(&["m--1", "m--9"]),
            Some(Tlp::Amber),
            "what nobody can look up is not taken for open"
        );
        assert_eq!(
            marked(&[FIXED[3].0]),
            Some(Tlp::Red),
            "nobody makes the fixed ones wider"
        );
        let part =
            json!({"granular_markings": [{"marking_ref": "m--2", "selectors": ["name"]}], "labels": ["tlp:green"]});
        assert_eq!(markings.strictest(&part), Some(Tlp::AmberStrict));
    }
}
