use serde_json::json;

use super::{super::subject::SubjectKind, *};
use crate::permissions::audience::Tlp;

fn read(objects: &Value) -> Parsed {
    parse(
        json!({"type": "bundle", "id": "bundle--1", "objects": objects})
            .to_string()
            .as_bytes(),
    )
    .unwrap()
}

fn verdicts(parsed: &Parsed) -> Vec<(Verdict, Option<Reason>)> {
    parsed
        .elements
        .iter()
        .map(|element| (element.verdict, element.reason))
        .collect()
}

#[test]
fn a_report_becomes_a_lead_with_what_it_refers_to() {
    let parsed = read(&json!([
        {"type": "identity", "id": "identity--1", "name": "Members' desk"},
        {"type": "marking-definition", "id": "marking-definition--9", "name": "TLP:AMBER+STRICT", "extensions":
            {TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": "amber+strict"}}},
        {"type": "report", "id": "report--1", "name": "Orvelline shops", "description": "Seen at a fair", "created": "2026-03-01T00:00:00Z",
            "created_by_ref": "identity--1", "labels": ["counterfeit"], "external_references": [{"source_name": "x", "url": "https://r.example"}],
            "object_refs": ["indicator--1", "observed-data--1", "email-addr--1", "infrastructure--1", "url--9"]},
        {"type": "indicator", "id": "indicator--1", "name": "Bag shop", "pattern_type": "stix",
            "pattern": "[url:value = 'https://shop.example/bag'] OR [ipv4-addr:value = '10.0.0.1']",
            "object_marking_refs": ["marking-definition--9"]},
        {"type": "observed-data", "id": "observed-data--1", "object_refs": ["domain-name--1"], "last_observed": "2026-03-01T00:00:00Z"},
        {"type": "domain-name", "id": "domain-name--1", "value": "other.example"},
        {"type": "email-addr", "id": "email-addr--1", "value": "a@b.example"},
        {"type": "infrastructure", "id": "infrastructure--1", "name": "A host"},
        {"type": "relationship", "id": "relationship--1", "source_ref": "infrastructure--1", "target_ref": "url--1"},
        {"type": "url", "id": "url--1", "value": "https://third.example/"},
        {"type": "note", "id": "note--1", "content": "Bought one", "object_refs": ["report--1"]},
        {"type": "malware", "id": "malware--1", "name": "x"}
    ]));
    assert_eq!(parsed.leads.len(), 1);
    let lead = &parsed.leads[0];
    assert_eq!(
        (lead.title.as_str(), lead.tlp),
        ("Orvelline shops", Some(Tlp::AmberStrict))
    );
    let items: Vec<_> = lead.items.iter().map(|item| item.url.as_deref().unwrap()).collect();
    assert_eq!(
        items,
        ["https://shop.example/bag", "other.example", "https://third.example/"]
    );
    let summary = lead.summary.as_deref().unwrap();
    for part in [
        "Source: Members' desk, 2026-03-01",
        "Seen at a fair",
        "Bought one",
        "A host",
        "https://r.example",
        "counterfeit",
    ] {
        assert!(summary.contains(part), "{summary}");
    }
    let kept = (Verdict::Kept, Some(Reason::Subject));
    let whole = (Verdict::Understood, None);
    let out = (Verdict::Skipped, Some(Reason::OutOfScope));
    assert_eq!(
        verdicts(&parsed),
        [
            whole, whole, whole, whole, whole, whole, kept, whole, whole, whole, whole, out
        ]
    );
    let subjects: Vec<_> = parsed.subjects.iter().map(|subject| subject.kind).collect();
    assert!(subjects.contains(&SubjectKind::EmailAddress) && subjects.contains(&SubjectKind::IpAddress));
}

#[test]
fn what_nothing_holds_together_stands_for_itself() {
    let parsed = read(&json!([
        {"type": "indicator", "id": "indicator--1", "pattern": "[domain-name:value = 'a.example']"},
        {"type": "indicator", "id": "indicator--2", "pattern": "[url:value LIKE '%a%']", "name": "x"},
        {"type": "indicator", "id": "indicator--3", "pattern": "alert tcp", "pattern_type": "snort"},
        {"type": "url", "id": "url--1", "value": "https://b.example"},
        {"type": "url", "id": "url--2", "value": "not one"},
        {"type": "phone-number", "id": "phone-number--1", "value": "5555"},
        {"type": "indicator", "id": "indicator--4", "pattern": "[url:value = 'https://c.example']", "revoked": true},
        {"type": "marking-definition", "id": "marking-definition--1", "definition_type": "statement", "definition": {"statement": "x"}},
        {"type": "incident", "id": "incident--1", "name": "A raid"},
        {"type": "relationship", "id": "relationship--1", "source_ref": "indicator--5", "target_ref": "incident--1"},
        {"type": "indicator", "id": "indicator--5", "pattern": "[url:value = 'https://d.example']"},
        7
    ]));
    let titles: Vec<_> = parsed.leads.iter().map(|lead| lead.title.as_str()).collect();
    assert_eq!(
        titles,
        ["A raid", "[domain-name:value = 'a.example']", "https://b.example"]
    );
    let skipped = |reason| (Verdict::Skipped, Some(reason));
    let all = verdicts(&parsed);
    assert_eq!(all[1], skipped(Reason::PatternNotSimple));
    assert_eq!(all[2], skipped(Reason::PatternNotSimple));
    assert_eq!(all[4], skipped(Reason::NotWebAddress));
    assert_eq!(all[5], (Verdict::Kept, Some(Reason::Subject)));
    assert_eq!(all[6], skipped(Reason::Deleted));
    assert_eq!(all[7], skipped(Reason::MarkingUnknown));
    assert_eq!(all[11], skipped(Reason::Malformed));
}

#[test]
fn observations_of_the_older_edition_have_their_objects_within() {
    let parsed = read(&json!([
        {"type": "report", "id": "report--1", "name": "x", "object_refs": ["observed-data--1"]},
        {"type": "observed-data", "id": "observed-data--1", "objects": {
            "0": {"type": "url", "value": "https://a.example"}, "1": {"type": "network-traffic", "src_ref": "0"}}}
    ]));
    assert_eq!(parsed.leads[0].items.len(), 1);
    assert_eq!(parsed.elements[1].verdict, Verdict::Partly);
    assert_eq!(parsed.elements[1].fields, ["1 network-traffic"]);
}

#[test]
fn what_is_no_bundle_is_refused_with_its_place() {
    let error = parse(b"{\"type\": \"bundle\",\n \"objects\": [").unwrap_err();
    assert_eq!(error.line, Some(2));
    for text in ["[]", "{}", r#"{"type":"bundle"}"#, r#"{"type":"report","objects":[]}"#] {
        assert!(
            parse(text.as_bytes()).unwrap_err().to_string().contains("no bundle"),
            "{text}"
        );
    }
}

#[test]
fn an_author_that_must_not_be_named_widely_narrows_the_lead() {
    let report = json!({"type": "report", "id": "r", "name": "x", "created_by_ref": "i", "object_refs": ["u"]});
    let of = |author: Value| {
        read(
            &json!([report, {"type": "url", "id": "u", "value": "https://a.example"}, author, {"type": "marking-definition",
            "id": "m", "definition_type": "tlp", "definition": {"tlp": "red"}}]),
        )
    };
    let marked = of(json!({"type": "identity", "id": "i", "name": "Desk", "object_marking_refs": ["m"]}));
    assert_eq!(marked.leads[0].tlp, Some(Tlp::Red));
    let revoked = of(json!({"type": "identity", "id": "i", "name": "Desk", "revoked": true}));
    assert!(!revoked.leads[0].summary.as_deref().unwrap_or_default().contains("Desk"));
}

#[test]
fn a_bundle_whose_leads_share_too_much_is_refused() {
    let mut objects =
        vec![json!({"type": "infrastructure", "id": "i", "name": "x", "description": "y".repeat(200_000)})];
    objects.extend((0..500).map(|number| json!({"type": "report", "id": format!("r{number}"), "object_refs": ["i"]})));
    let bundle = json!({"type": "bundle", "id": "bundle--1", "objects": objects}).to_string();
    assert!(parse(bundle.as_bytes()).is_err());
}
