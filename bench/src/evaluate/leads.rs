//! Which brands a community's informal titles mean, against our own labels of two hundred of them.

use std::collections::BTreeMap;

use serde::Deserialize;
use touchstone::screening::rules::{
    folding::Folded,
    knowledge::Knowledge,
    listing::Listing,
    measure::{Counts, compare},
    model::Model,
    screener::Screener,
};

use super::{Evaluate, ROUNDS, engine, knowledge, lines, read, say, tell, verdict};
use crate::Done;

#[derive(Debug, Deserialize)]
struct Find {
    title: String,
}

/// A title, the brands it means, and those that each way reads; codes.
struct Row {
    /// The title without the number that many begin with: finds repeat, and what repeats is drawn together.
    title: String,
    /// Whether the brand's name, as the label has it, is not in the title.
    is_hard: bool,
    meant: Vec<String>,
    read: Vec<Vec<String>>,
}

const NAMES: [&str; 4] = [
    "ours",
    "rule 1: name within the title",
    "rule 2: name as words",
    "rule 3: name or alias as words",
];

pub fn evaluate(asked: &Evaluate) -> Done<()> {
    if !asked.labels.exists() {
        return say(format_args!("replica leads: {} is not there", asked.labels.display()));
    }
    let labels = labels(&read(&asked.labels)?)?;
    let finds: Vec<Find> = lines(&asked.data.join("replica-leads/finds.ndjson"))?;
    let known = knowledge(asked, "brands.toml")?;
    let engine = engine(&known, &Model::default())?;
    let mut screener = Screener::new(&engine);
    let labelled = finds
        .iter()
        .zip(0..)
        .filter_map(|(find, row)| Some((find, labels.get(&row)?)));
    let rows: Vec<Row> = labelled
        .map(|(find, brands)| {
            let listing = Listing {
                title: find.title.clone(),
                ..Listing::default()
            };
            let ours = screener.screen(&listing).into_iter().map(|score| score.brand).collect();
            let title = find
                .title
                .trim_start_matches(|c: char| c.is_numeric() || "、 .".contains(c))
                .to_lowercase();
            Row {
                is_hard: !brands
                    .iter()
                    .all(|brand| title.contains(&brand.to_lowercase().replace('.', ""))),
                meant: brands.iter().map(|brand| code(&known, brand)).collect(),
                read: [ours].into_iter().chain(rules(&known, &find.title)).collect(),
                title,
            }
        })
        .collect();
    let branded = rows.iter().filter(|row| !row.meant.is_empty()).count();
    say(format_args!(
        "replica leads: {} labelled titles, {branded} of them mean a brand",
        rows.len()
    ))?;
    let mut titles: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    rows.iter()
        .for_each(|row| titles.entry(&row.title).or_default().push(row));
    let titles: Vec<Vec<&Row>> = titles.into_values().collect();
    let all: Vec<&Row> = rows.iter().collect();
    for (way, name) in NAMES.iter().enumerate() {
        tell(name, &counts(&all, way))?;
    }
    let f1 = |rows: &[&Row], way: usize| counts(rows, way).f1();
    let best = (1..NAMES.len())
        .max_by(|one, other| f1(&all, *one).total_cmp(&f1(&all, *other)))
        .unwrap_or(1);
    let difference = compare(&titles, ROUNDS, 1, |titles| {
        let rows: Vec<&Row> = titles.iter().flat_map(|rows| rows.iter().copied()).collect();
        (f1(&rows, 0), f1(&rows, best))
    });
    verdict(difference, NAMES[best])?;
    let hard: Vec<&Row> = rows.iter().filter(|row| row.is_hard && !row.meant.is_empty()).collect();
    say(format_args!(
        "  the {} that do not have the brand's name as it is:",
        hard.len()
    ))?;
    for (way, name) in NAMES.iter().enumerate() {
        tell(name, &counts(&hard, way))?;
    }
    Ok(())
}

/// `row,brand`, with several brands between `;` or `|`, or on lines of their own.
fn labels(table: &str) -> Done<BTreeMap<u64, Vec<String>>> {
    let mut labels: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut lines = table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').map(str::trim).collect();
    let column = |name: &str| {
        header
            .iter()
            .position(|found| *found == name)
            .ok_or_else(|| format!("the labels have no column {name}"))
    };
    let (row, brand) = (column("row")?, column("brand")?);
    for line in lines {
        let cells: Vec<&str> = line.split(',').map(|cell| cell.trim().trim_matches('"')).collect();
        let brands = labels
            .entry(cells.get(row).copied().unwrap_or_default().parse()?)
            .or_default();
        let named = cells
            .get(brand)
            .copied()
            .unwrap_or_default()
            .split([';', '|'])
            .map(str::trim);
        brands.extend(
            named
                .filter(|name| !name.is_empty() && !["none", "-", "unknown"].contains(name))
                .map(str::to_owned),
        );
    }
    Ok(labels)
}

/// The code of a brand that a label names; the name itself where our table has no such brand.
fn code(known: &Knowledge, name: &str) -> String {
    let plain = |text: &str| Folded::of(text).plain().replace(' ', "");
    let wanted = plain(name);
    let brand = known
        .brands
        .iter()
        .find(|brand| plain(&brand.name) == wanted || plain(&brand.code) == wanted)
        .or_else(|| {
            known
                .brands
                .iter()
                .find(|brand| brand.aliases.iter().any(|alias| plain(alias.text()) == wanted))
        });
    brand.map_or_else(|| name.to_owned(), |brand| brand.code.clone())
}

fn rules(known: &Knowledge, title: &str) -> [Vec<String>; 3] {
    let title = title.to_lowercase();
    let as_words = |text: &str| {
        let text: String = text
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let words = as_words(&title);
    let read = |holds: &dyn Fn(&touchstone::screening::rules::knowledge::Brand) -> bool| {
        known
            .brands
            .iter()
            .filter(|brand| holds(brand))
            .map(|brand| brand.code.clone())
            .collect::<Vec<_>>()
    };
    let has = |name: &str| words.contains(&as_words(&name.to_lowercase()));
    [
        read(&|brand| title.contains(&brand.name.to_lowercase())),
        read(&|brand| has(&brand.name)),
        read(&|brand| has(&brand.name) || brand.aliases.iter().any(|alias| has(alias.text()))),
    ]
}

/// Every brand that is meant or read is a case.
fn counts(rows: &[&Row], way: usize) -> Counts {
    Counts::of(rows.iter().flat_map(|row| {
        let read = &row.read[way];
        let meant = row.meant.iter().map(|brand| (read.contains(brand), true));
        let wrong = read
            .iter()
            .filter(|brand| !row.meant.contains(*brand))
            .map(|_| (true, false));
        meant.chain(wrong).collect::<Vec<_>>()
    }))
}
