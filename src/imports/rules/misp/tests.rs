use super::*;
use crate::leads::rules::InfringementType;

fn read(text: &str) -> Parsed {
    parse(text.as_bytes()).unwrap()
}

/// What became of the elements of a kind.
fn verdicts(parsed: &Parsed, kind: &str) -> Vec<(Verdict, Option<Reason>)> {
    let of_kind = parsed.elements.iter().filter(|element| element.kind == kind);
    of_kind.map(|element| (element.verdict, element.reason)).collect()
}

const SHOPS: &str = r#"{"Event":{"info":"Orvelline shops","date":"2026-03-01","Orgc":{"name":"Members' desk"},"distribution":"3",
    "Tag":[{"name":"tlp:white"},{"name":"alliance:type=\"counterfeit\""}],
    "Galaxy":[{"name":"Branded","GalaxyCluster":[{"value":"Orvelline"}]}],
    "Attribute":[
        {"type":"url","category":"Network activity","value":"hxxps://shop[.]example/bag?utm_source=x","comment":"Bag shop"},
        {"type":"domain|ip","value":"other.example|10.0.0.1"},
        {"type":"link","category":"External analysis","value":"https://report.example/1"},
        {"type":"text","value":"Seen at a fair"},
        {"type":"whois-registrant-phone","value":"+86 10 5555"},
        {"type":"url","value":"igfxtray.exe"},
        {"type":"url","value":"https://shop.example/bag"},
        {"type":"yara","value":"rule x {}"},
        {"type":"url","value":"https://gone.example","deleted":true},
        {"type":"domain","value":" "},
        {"type":"attachment","value":"a.png"},
        {"type":"filename|sha256","value":"a.exe|ab12"}
    ],
    "Object":[{"name":"shop","Attribute":[
        {"object_relation":"url","type":"url","value":"https://third.example/item/9"},
        {"object_relation":"domain","type":"domain","value":"third.example"},
        {"object_relation":"seller","type":"text","value":"Lucky Store"}
    ]}],
    "ShadowAttribute":[{"type":"url","value":"https://proposed.example"}],
    "RelatedEvent":[{"Event":{"info":"Another"}}]
}}"#;

#[test]
fn an_event_becomes_a_lead_with_what_it_offers() {
    let parsed = read(SHOPS);
    assert_eq!(parsed.leads.len(), 1);
    let lead = &parsed.leads[0];
    assert_eq!((lead.title.as_str(), lead.tlp), ("Orvelline shops", Some(Tlp::Clear)));
    assert_eq!(lead.types, [InfringementType::Counterfeit]);
    let items: Vec<_> = lead
        .items
        .iter()
        .map(|item| (item.title.as_str(), item.url.as_deref().unwrap()))
        .collect();
    assert_eq!(
        items,
        [
            ("Bag shop", "https://shop.example/bag?utm_source=x"),
            ("other.example", "other.example"),
            ("https://third.example/item/9", "https://third.example/item/9"),
        ]
    );
    assert_eq!(lead.items[2].seller.as_deref(), Some("Lucky Store"));
    let summary = lead.summary.as_deref().unwrap();
    for part in [
        "Source: Members' desk, 2026-03-01\nSeen at a fair",
        "References:\nhttps://report.example/1",
        "Branded: Orvelline",
    ] {
        assert!(summary.contains(part), "{summary}");
    }
}

#[test]
fn every_element_says_what_became_of_it() {
    let parsed = read(SHOPS);
    let one = |kind| verdicts(&parsed, kind)[0];
    assert_eq!(one("event"), (Verdict::Understood, None));
    assert_eq!(one("yara"), (Verdict::Skipped, Some(Reason::OutOfScope)));
    assert_eq!(one("attachment"), (Verdict::Skipped, Some(Reason::File)));
    assert_eq!(one("proposal"), (Verdict::Skipped, Some(Reason::Proposal)));
    assert_eq!(one("related event"), (Verdict::Skipped, Some(Reason::Elsewhere)));
    assert_eq!(one("whois-registrant-phone"), (Verdict::Kept, Some(Reason::Subject)));
    assert_eq!(one("filename|sha256"), (Verdict::Kept, Some(Reason::Subject)));
    assert_eq!(
        verdicts(&parsed, "url"),
        [
            (Verdict::Understood, None),
            (Verdict::Skipped, Some(Reason::NotWebAddress)),
            (Verdict::Skipped, Some(Reason::Repeated)),
            (Verdict::Skipped, Some(Reason::Deleted)),
            (Verdict::Understood, None),
        ]
    );
    let subjects: Vec<_> = parsed
        .subjects
        .iter()
        .map(|subject| (subject.kind, subject.value.as_str()))
        .collect();
    assert_eq!(
        subjects,
        [
            (SubjectKind::IpAddress, "10.0.0.1"),
            (SubjectKind::PhoneNumber, "+86 10 5555"),
            (SubjectKind::FileHash, "ab12"),
        ]
    );
    assert!(parsed.elements.iter().all(|element| element.at.starts_with("/Event")));
}

#[test]
fn the_strictest_marking_of_an_event_and_its_parts_counts() {
    let event = |of_part: &str, of_whole: &str| {
        let text = format!(
            r#"{{"Event":{{"info":"x","Attribute":[{{"type":"domain","value":"a.example"{of_part}}}]{of_whole}}}}}"#
        );
        read(&text).leads[0].tlp
    };
    assert_eq!(event("", ""), None);
    assert_eq!(
        event(r#","Tag":[{"name":"tlp:red"}]"#, r#","Tag":[{"name":"tlp:white"}]"#),
        Some(Tlp::Red)
    );
    assert_eq!(
        event("", r#","Tag":[{"name":"TLP:AMBER+STRICT"}]"#),
        Some(Tlp::AmberStrict)
    );
    assert_eq!(event("", r#","Tag":[{"name":"tlp:unclear"}]"#), Some(Tlp::Amber));
    assert_eq!(
        event("", r#","distribution":0,"Tag":[{"name":"tlp:clear"}]"#),
        Some(Tlp::AmberStrict)
    );
    assert_eq!(
        event("", r#","distribution":"4","Tag":[{"name":"tlp:clear"}]"#),
        Some(Tlp::Amber)
    );
    let part = |part: &str| {
        read(&format!(
            r#"{{"Event":{{"info":"x","Tag":[{{"name":"tlp:clear"}}],{part}}}}}"#
        ))
        .leads[0]
            .tlp
    };
    let open = r#"{"type":"url","value":"https://a.example"}"#;
    assert_eq!(
        part(&format!(
            r#""Attribute":[{open},{{"type":"url","value":"https://b.example","distribution":"0"}}]"#
        )),
        Some(Tlp::AmberStrict)
    );
    assert_eq!(
        part(&format!(
            r#""Object":[{{"name":"url","distribution":"4","Attribute":[{open}]}}]"#
        )),
        Some(Tlp::Amber)
    );
}

#[test]
fn whoever_offers_something_stands_for_a_listing_and_malware_does_not() {
    let trader = read(r#"{"Event":{"info":"A trader","Attribute":[{"type":"phone-number","value":"5555"}]}}"#);
    assert_eq!(
        (trader.leads[0].items.len(), trader.leads[0].items[0].title.as_str()),
        (1, "A trader")
    );
    let malware = read(
        r#"{"Event":{"info":"Ransom","Tag":[{"name":"a"}],"Attribute":[{"type":"md5","value":"ab"},{"type":"text","value":"x"}]}}"#,
    );
    assert!(malware.leads.is_empty());
    assert_eq!(
        verdicts(&malware, "event"),
        [(Verdict::Skipped, Some(Reason::NoListing))]
    );
    assert_eq!(verdicts(&malware, "md5"), [(Verdict::Kept, Some(Reason::Subject))]);
    assert_eq!((malware.subjects.len(), malware.subjects[0].lead), (1, None));
}

#[test]
fn order_makes_no_other_lead_and_content_does() {
    let hash = |text: &str| read(text).leads[0].hash.clone();
    let one = hash(r#"{"Event":{"info":"x","Attribute":[{"type":"domain","value":"a.example"}]}}"#);
    assert_eq!(
        one,
        hash(r#"{"response":[{"Event":{"Attribute":[{"value":"a.example","type":"domain"}],"info":"x"}}]}"#)
    );
    assert_ne!(
        one,
        hash(r#"{"Event":{"info":"y","Attribute":[{"type":"domain","value":"a.example"}]}}"#)
    );
}

#[test]
fn what_is_no_event_is_refused_with_its_place() {
    let error = parse(b"{\"Event\":{\n\"info\":}").unwrap_err();
    assert_eq!((error.line, error.column), (Some(2), Some(8)));
    for text in ["[]", "{}", "5", r#"{"response":[]}"#, r#"{"info":"x"}"#] {
        assert!(
            parse(text.as_bytes()).unwrap_err().to_string().contains("no event"),
            "{text}"
        );
    }
    let odd = read(
        r#"{"response":[{"Event":5},{"Event":{"info":7,"Attribute":[1,{"type":4}],"Object":[2],"Tag":[3],"Galaxy":[{}]}}]}"#,
    );
    assert!(odd.leads.is_empty());
}
