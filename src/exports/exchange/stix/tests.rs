//! Tests of bundles that are written.

use std::collections::HashSet;

use strum::VariantArray as _;

use super::*;
use crate::imports::rules::{Format, parse, recognise};

fn bundle(leads: &[Extract]) -> Value {
    let mut bundle = Bundle::of(Url::parse("https://portal.example").unwrap());
    for lead in leads {
        bundle.add(lead);
    }
    bundle.finish(Uuid::from_u128(7))
}

fn objects(bundle: &Value) -> &Vec<Value> {
    bundle["objects"].as_array().unwrap()
}

/// The properties that an object of a kind cannot be without (STIX 2.1).
fn required(kind: &str) -> &'static [&'static str] {
    match kind {
        "marking-definition" => &["created", "name", "extensions"],
        "identity" => &["created", "modified", "name", "identity_class", "object_marking_refs"],
        "url" => &["value", "object_marking_refs"],
        "incident" => &[
            "created",
            "modified",
            "created_by_ref",
            "name",
            "external_references",
            "object_marking_refs",
        ],
        "observed-data" => &[
            "created",
            "modified",
            "created_by_ref",
            "first_observed",
            "last_observed",
            "number_observed",
            "object_refs",
            "object_marking_refs",
        ],
        "grouping" => &[
            "created",
            "modified",
            "created_by_ref",
            "context",
            "object_refs",
            "object_marking_refs",
        ],
        "note" => &[
            "created",
            "modified",
            "created_by_ref",
            "content",
            "object_refs",
            "object_marking_refs",
        ],
        other => panic!("{other}"),
    }
}

#[test]
fn every_object_has_what_it_must_and_refers_to_what_is_there() {
    for tlp in Tlp::VARIANTS {
        let bundle = bundle(&[Extract::example(*tlp)]);
        let ids: Vec<&str> = objects(&bundle)
            .iter()
            .map(|object| object["id"].as_str().unwrap())
            .collect();
        let known: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "each is there once");
        for object in objects(&bundle) {
            let kind = object["type"].as_str().unwrap();
            assert!(object["id"].as_str().unwrap().starts_with(&format!("{kind}--")));
            assert_eq!(object["spec_version"], "2.1");
            for property in required(kind) {
                assert!(!object[*property].is_null(), "{property}: {object}");
            }
            let fields = object.as_object().unwrap();
            for (name, value) in fields {
                assert!(!value.is_null(), "{name}: {object}");
                if name.ends_with("_ref") {
                    assert!(known.contains(value.as_str().unwrap()), "{name}: {object}");
                }
                if name.ends_with("_refs") {
                    let refs = value.as_array().unwrap();
                    assert!(
                        !refs.is_empty() && refs.iter().all(|id| known.contains(id.as_str().unwrap())),
                        "{object}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_second_bundle_has_the_same_ids() {
    let first = bundle(&[Extract::example(Tlp::Amber)]);
    let mut later = Extract::example(Tlp::Amber);
    later.title = "Another title".to_owned();
    let second = bundle(&[later]);
    let ids = |bundle: &Value| -> Vec<Value> { objects(bundle).iter().map(|object| object["id"].clone()).collect() };
    assert_eq!(ids(&first), ids(&second));
    assert_ne!(first, second);
}

#[test]
fn what_is_written_is_read_again_under_the_same_label() {
    for tlp in Tlp::VARIANTS {
        let lead = Extract::example(*tlp);
        let bytes = serde_json::to_vec(&bundle(std::slice::from_ref(&lead))).unwrap();
        assert_eq!(recognise(&bytes), Format::Stix);
        let parsed = parse(Format::Stix, &bytes, None).unwrap();
        assert_eq!(parsed.leads.len(), 1);
        let read = &parsed.leads[0];
        assert_eq!((read.title.as_str(), read.tlp), (lead.title.as_str(), Some(*tlp)));
        let mut listings: Vec<Option<&str>> = read.items.iter().map(|item| item.url.as_deref()).collect();
        listings.sort_unstable();
        assert_eq!(
            listings,
            [Some("https://shop.example/item/1"), Some("https://shop.example/item/2")]
        );
    }
}

#[test]
fn what_leads_share_has_the_widest_of_their_labels_and_raises_neither() {
    let (open, mut strict) = (Extract::example(Tlp::Green), Extract::example(Tlp::AmberStrict));
    strict.id = Uuid::from_u128(99);
    for (item, key) in strict.listed.iter_mut().zip(100..) {
        item.id = Uuid::from_u128(key);
    }
    strict.answers.clear();
    strict.remarks.clear();
    let bundle = bundle(&[strict, open]);
    let urls: Vec<&Value> = objects(&bundle)
        .iter()
        .filter(|object| object["type"] == "url")
        .collect();
    assert_eq!(urls.len(), 2);
    for url in urls {
        assert_eq!(url["object_marking_refs"], json!([definition(Tlp::Green).0]));
    }
    let bytes = serde_json::to_vec(&bundle).unwrap();
    let parsed = parse(Format::Stix, &bytes, None).unwrap();
    let read: Vec<Option<Tlp>> = parsed.leads.iter().map(|lead| lead.tlp).collect();
    assert_eq!(read, [Some(Tlp::AmberStrict), Some(Tlp::Green)]);
}

#[test]
fn what_was_said_to_some_stays_with_them() {
    let text = bundle(&[Extract::example(Tlp::Amber)]).to_string();
    assert!(text.contains("said to all") && !text.contains("between us"), "{text}");
}

#[test]
fn a_bundle_of_nothing_has_no_list() {
    let id = id("bundle", Uuid::from_u128(7));
    assert_eq!(bundle(&[]), json!({ "type": "bundle", "id": id }));
}
