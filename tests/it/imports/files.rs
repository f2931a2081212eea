//! Real files of others: what is understood of them and what is left out, counted.

use std::{collections::BTreeMap, fs, io::BufReader};

use serde_json::{Value, json};
use touchstone::{
    imports::{
        Format, Import, Order, Outcome, Summary,
        rules::{Parsed, Verdict, parse, recognise, sheet},
    },
    permissions::audience::Tlp,
};

use crate::{both_databases, support::shared_data};

fn counted<T: Copy + Into<&'static str>>(all: impl Iterator<Item = T>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one.into()).or_default() += 1;
    }
    counts
}

fn told(parsed: &Parsed) -> Value {
    let elements = || parsed.elements.iter();
    let lead = |lead: &touchstone::imports::rules::ParsedLead| json!({ "title": lead.title, "tlp": lead.tlp.map(<&str>::from), "items": lead.items.len() });
    json!({
        "elements": parsed.elements.len(),
        "verdicts": counted(elements().map(|element| element.verdict)),
        "reasons": counted(elements().filter_map(|element| element.reason)),
        "subjects": counted(parsed.subjects.iter().map(|subject| subject.kind)),
        "leads": parsed.leads.iter().map(lead).collect::<Vec<_>>(),
    })
}

#[test]
fn real_events_and_bundles_are_kept_and_skipped_as_they_should() {
    let Some(folder) = shared_data("exchange/pymisp_tests") else {
        return;
    };
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert_eq!(files.len(), 10);
    let read = files.iter().map(|path| {
        let bytes = fs::read(path).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let format = recognise(&bytes);
        assert_eq!(format == Format::Stix, name == "stix2", "{name}");
        (name, told(&parse(format, &bytes, None).unwrap()))
    });
    let read: BTreeMap<String, Value> = read.collect();
    insta::assert_json_snapshot!("exchange", read);
}

#[test]
fn real_addresses_in_tables_become_leads() {
    let Some(folder) = shared_data("marketplaces") else {
        return;
    };
    let mut rows = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        assert_eq!(sheet(&bytes).unwrap().delimiter, '\t', "{}", path.display());
        let parsed = parse(Format::Csv, &bytes, None).unwrap();
        rows += parsed.elements.len();
        assert!(
            parsed.leads.len() * 100 >= parsed.elements.len() * 80,
            "{}: {}",
            path.display(),
            told(&parsed)
        );
        assert_eq!(
            parsed.count(Verdict::Understood) + parsed.count(Verdict::Partly),
            parsed.leads.len()
        );
    }
    assert!(rows > 900, "{rows}");
}

/// Two events, of which one has nothing to offer.
const EVENTS: &str = r#"{"response":[
    {"Event":{"info":"Orvelline shops","Tag":[{"name":"tlp:amber+strict"}],"Attribute":[{"type":"domain","value":"a.example"},{"type":"yara","value":"x"}]}},
    {"Event":{"info":"Ransom","Attribute":[{"type":"md5","value":"ab"}]}}]}"#;

const BUNDLE: &str = r#"{"type":"bundle","objects":[{"type":"url","id":"url--1","value":"https://b.example"}]}"#;

const TABLE: &str = "title;url\nBag;https://c.example/1\nShoe;no address\n";

both_databases! {
    async fn the_command_line_imports_each_format_once_and_tries_without_keeping(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        for (format, text, leads, refused) in [(Format::Misp, EVENTS, 1, 1), (Format::Stix, BUNDLE, 1, 0), (Format::Csv, TABLE, 1, 1)] {
            let run = async |dry_run: bool| {
                let order = Order { email: person.email.clone(), brand: None, tlp: Tlp::Amber, draft: false, dry_run };
                let import = Import::begin(&world.app, order).await.unwrap();
                let mut outcomes = Vec::new();
                let summary = import.run(format, None, BufReader::new(text.as_bytes()), |report, _| {
                    outcomes.push(report.outcome);
                    Ok(())
                });
                let summary = summary.await.unwrap();
                (summary, outcomes)
            };
            let (summary, outcomes) = world.nothing_changes(run(true)).await;
            assert_eq!(summary, Summary { created: leads, already_there: 0, refused });
            assert!(outcomes.contains(&Outcome::WouldCreate), "{outcomes:?}");
            assert_eq!(run(false).await.0, Summary { created: leads, already_there: 0, refused });
            let (again, _) = world.nothing_changes(run(false)).await;
            assert_eq!(again, Summary { created: 0, already_there: leads, refused });
        }
        let tlps: Vec<String> = super::leads(&world).await.into_iter().map(|row| row.tlp).collect();
        assert_eq!(tlps.iter().filter(|tlp| *tlp == "AMBER_STRICT").count(), 1, "the source's own is a floor");
        assert_eq!(tlps.len(), 3);
    }
}
