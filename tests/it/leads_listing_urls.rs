//! The table of platforms against real addresses, which stay outside the repository (`../shared/data`).

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use serde_json::Value;
use touchstone::leads::listing_url::{Listing, canonicalize, from_agent_code};

use crate::support::shared_data;

fn shared(file: &str) -> Option<String> {
    shared_data(file).map(|path| std::fs::read_to_string(path).unwrap())
}

fn kind(listing: &Listing) -> String {
    serde_json::to_value(listing.kind).unwrap().as_str().unwrap().to_owned()
}

/// Compares a table of addresses (columns: url, platform, kind, id, …) and returns how many differ.
fn differing(table: &str, columns: &[&str]) -> Vec<String> {
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let column = |name: &str| header.iter().position(|title| *title == name).unwrap();
    let differs = |row: &Vec<&str>| {
        let listing = canonicalize(row[0]).ok();
        let actual = |name: &str| {
            let listing = listing.as_ref()?;
            Some(match name {
                "platform" => listing.platform.clone(),
                "kind" => kind(listing),
                "id" => listing.id.clone().unwrap_or_default(),
                _ => listing.canonical_url.clone(),
            })
        };
        columns.iter().any(|name| {
            let expected = row.get(column(name)).copied().unwrap_or_default();
            !(expected.is_empty() && *name == "canonical_url") && actual(name).as_deref() != Some(expected)
        })
    };
    lines.filter(differs).map(|row| row[0].to_owned()).collect()
}

#[test]
fn every_sampled_address_is_recognised() {
    let Some(samples) = shared("marketplaces/url_samples.tsv") else {
        return;
    };
    assert!(samples.lines().count() > 900);
    let wrong = differing(&samples, &["platform", "kind", "id", "canonical_url"]);
    assert!(wrong.is_empty(), "{} differ: {wrong:#?}", wrong.len());
}

#[test]
fn every_odd_public_address_is_recognised() {
    let Some(examples) = shared("marketplaces/public_examples.tsv") else {
        return;
    };
    let wrong = differing(&examples, &["platform", "kind", "id"]);
    assert!(wrong.is_empty(), "{} differ: {wrong:#?}", wrong.len());
}

#[test]
fn offers_singled_out_by_catalogue_links_are_read() {
    let Some(samples) = shared("marketplaces/url_samples.tsv") else {
        return;
    };
    let offers = samples.lines().filter_map(|line| {
        let (rest, note) = line.rsplit_once('\t')?;
        Some((rest.split('\t').next()?, note.strip_prefix("offer ")?))
    });
    let mut compared = 0;
    for (address, offer) in offers {
        assert_eq!(
            canonicalize(address).unwrap().offer.as_deref(),
            Some(offer),
            "{address}"
        );
        compared += 1;
    }
    assert!(compared > 100);
}

#[test]
fn addresses_of_the_cartridge_listings_lead_to_their_ids() {
    let Some(listings) = shared("hp/listings.ndjson") else {
        return;
    };
    let rows = listings
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    for row in rows.filter(|row| row["url"].is_string()) {
        let listing = canonicalize(row["url"].as_str().unwrap()).unwrap();
        assert_eq!(listing.platform, row["platform"], "{}", row["url"]);
        assert_eq!(kind(&listing), row["page_kind"], "{}", row["url"]);
        assert_eq!(Value::from(listing.id), row["id"], "{}", row["url"]);
    }
}

#[test]
fn links_of_shopping_agents_lead_to_the_listing() {
    let Some(finds) = shared("replica-leads/finds.ndjson") else {
        return;
    };
    let rows = finds.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut compared = 0;
    for row in rows.filter(|row| row["canonical"].is_object()) {
        let (canonical, code) = (&row["canonical"], row["picksly"].as_str().unwrap_or_default());
        let listing = if canonical["url"].is_string() {
            canonicalize(row["url"].as_str().unwrap()).unwrap()
        } else {
            from_agent_code(code.rsplit('/').next().unwrap()).unwrap()
        };
        assert_eq!(listing.platform, canonical["platform"], "{row}");
        assert_eq!(kind(&listing), canonical["kind"], "{row}");
        assert_eq!(Value::from(listing.id), canonical["id"], "{row}");
        if canonical["url"].is_string() {
            assert_eq!(listing.canonical_url, canonical["url"], "{row}");
        }
        compared += 1;
    }
    assert!(compared > 1_000);
}
