//! What of the bank and of the ledger is the same money: what is sure, and what a person may confirm.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use uuid::Uuid;

use super::codes::BankMatchReason;
use crate::platform::text::fold;

/// Days within which amounts alone suggest something.
const NEAR: i32 = 10;
/// How many neighbours are put together, and how many of them at most.
const NEIGHBOURS: usize = 12;
const TOGETHER: usize = 4;
/// Most suggestions for a line.
const PER_LINE: usize = 5;

/// A line that stands in no match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFacts {
    /// Its id.
    pub id: Uuid,
    /// Minor units, with its sign.
    pub minor: i64,
    /// The day on which the bank booked it.
    pub on: Date,
    /// All that it is called by.
    pub references: Vec<String>,
    /// What is written in it, by [`words`].
    pub words: String,
}

/// An entry that moved something at the bank and stands in no match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryFacts {
    /// Its id.
    pub id: Uuid,
    /// Entries with the same one stand and fall together.
    pub link: Uuid,
    /// Minor units, with its sign.
    pub minor: i64,
    /// The day on which it was written.
    pub on: Date,
    /// By what the bank names it.
    pub reference: Option<String>,
    /// The number of the order.
    pub order_number: Option<String>,
    /// The purchase's reference.
    pub purchase: Option<String>,
    /// The seller's name.
    pub seller: Option<String>,
    /// The name of who paid, or was paid.
    pub organization: Option<String>,
    /// The entry that it takes back.
    pub reverses: Option<Uuid>,
}

/// What is the same money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Lines.
    pub lines: Vec<Uuid>,
    /// Entries.
    pub entries: Vec<Uuid>,
    /// What they come to.
    pub minor: i64,
    /// What speaks for it.
    pub reasons: Vec<BankMatchReason>,
}

/// What may be the same money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Lines.
    pub lines: Vec<Uuid>,
    /// Entries.
    pub entries: Vec<Uuid>,
    /// 1 to 100.
    pub score: i32,
    /// What speaks for it.
    pub reasons: Vec<BankMatchReason>,
}

/// Text in which names are looked for.
#[must_use]
pub fn words(parts: &[Option<&str>]) -> String {
    fold(&parts.iter().flatten().copied().collect::<Vec<_>>().join(" "))
}

/// What is sure: all lines and all entries of a reference that come to the same, and entries with their reversals.
#[must_use]
pub fn exact(lines: &[LineFacts], entries: &[EntryFacts]) -> Vec<Found> {
    let mut by_reference: BTreeMap<&str, Vec<&EntryFacts>> = BTreeMap::new();
    for entry in entries {
        if let Some(reference) = &entry.reference {
            by_reference.entry(reference).or_default().push(entry);
        }
    }
    let (mut found, mut used) = (Vec::new(), HashSet::new());
    for (reference, of) in by_reference {
        let named = |line: &&LineFacts| line.references.iter().any(|known| known == reference);
        let mine: Vec<&LineFacts> = lines.iter().filter(named).collect();
        let sum: i64 = of.iter().map(|entry| entry.minor).sum();
        let is_even = mine.iter().map(|line| line.minor).sum::<i64>() == sum;
        if mine.is_empty() || !is_even || mine.iter().any(|line| used.contains(&line.id)) {
            continue;
        }
        used.extend(mine.iter().map(|line| line.id));
        used.extend(of.iter().map(|entry| entry.id));
        let amount = match mine.len() + of.len() {
            2 => BankMatchReason::Amount,
            _ => BankMatchReason::Sum,
        };
        found.push(Found {
            lines: mine.iter().map(|line| line.id).collect(),
            entries: of.iter().map(|entry| entry.id).collect(),
            minor: sum,
            reasons: vec![BankMatchReason::Reference, amount],
        });
    }
    for entry in entries {
        let taken = entry
            .reverses
            .and_then(|id| entries.iter().find(|other| other.id == id));
        let Some(taken) = taken.filter(|taken| taken.minor == -entry.minor) else {
            continue;
        };
        if !used.contains(&taken.id) && !used.contains(&entry.id) {
            used.extend([taken.id, entry.id]);
            found.push(Found {
                lines: Vec::new(),
                entries: vec![taken.id, entry.id],
                minor: 0,
                reasons: vec![BankMatchReason::TakenBack],
            });
        }
    }
    found
}

fn distance(line: &LineFacts, entry: &EntryFacts) -> i32 {
    line.on.until(entry.on).map_or(i32::MAX, |span| span.get_days().abs())
}

/// What speaks for a line and an entry to be the same, but the amount, and how much.
fn told(line: &LineFacts, entry: &EntryFacts) -> (i32, Vec<BankMatchReason>) {
    let names = |text: &Option<String>, least: usize| {
        let text = text.as_deref().map(fold);
        text.is_some_and(|text| text.chars().count() >= least && line.words.contains(&text))
    };
    let same = entry
        .reference
        .as_ref()
        .is_some_and(|reference| line.references.contains(reference));
    let said = [
        (BankMatchReason::Reference, same, 60),
        (BankMatchReason::OrderNumber, names(&entry.order_number, 4), 40),
        (BankMatchReason::PurchaseReference, names(&entry.purchase, 4), 40),
        (BankMatchReason::Seller, names(&entry.seller, 2), 15),
        (BankMatchReason::Organization, names(&entry.organization, 2), 15),
    ];
    let said = said.into_iter().filter(|(_, holds, _)| *holds);
    said.fold((0, Vec::new()), |(score, mut reasons), (reason, _, worth)| {
        reasons.push(reason);
        (score + worth, reasons)
    })
}

/// Judges lines and entries that come to the same; nothing where nothing but the amount speaks for it.
fn judged(lines: &[&LineFacts], entries: &[&EntryFacts]) -> Option<Suggestion> {
    let pairs = || {
        lines
            .iter()
            .flat_map(|line| entries.iter().map(move |entry| (line, entry)))
    };
    let far = pairs().map(|(line, entry)| distance(line, entry)).max()?;
    let (mut score, mut reasons) = (0, Vec::new());
    for (line, entry) in pairs() {
        let (worth, why) = told(line, entry);
        score = worth.max(score);
        reasons.extend(why);
    }
    if reasons.is_empty() && far > NEAR {
        return None;
    }
    let parts = i32::try_from(lines.len() + entries.len()).unwrap_or(i32::MAX);
    if parts == 2 {
        reasons.push(BankMatchReason::Amount);
        score += 30;
    } else {
        reasons.push(BankMatchReason::Sum);
        score += 24 - parts;
    }
    match far {
        0 => {
            reasons.push(BankMatchReason::SameDay);
            score += 15;
        }
        1..=NEAR => {
            reasons.push(BankMatchReason::NearDay);
            score += NEAR + 1 - far;
        }
        _ => {}
    }
    reasons.sort_unstable();
    reasons.dedup();
    let mut lines: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    let mut entries: Vec<Uuid> = entries.iter().map(|entry| entry.id).collect();
    lines.sort_unstable();
    entries.sort_unstable();
    Some(Suggestion {
        lines,
        entries,
        score: score.clamp(1, 100),
        reasons,
    })
}

/// Two to four of some amounts that come to a sum, by their places; the first five.
fn together(target: i64, amounts: &[i64]) -> Vec<Vec<usize>> {
    fn on(target: i64, amounts: &[i64], from: usize, chosen: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        if target == 0 && chosen.len() > 1 {
            found.push(chosen.clone());
            return;
        }
        for place in from..amounts.len() {
            if chosen.len() == TOGETHER || found.len() == PER_LINE {
                return;
            }
            chosen.push(place);
            on(target - amounts[place], amounts, place + 1, chosen, found);
            chosen.pop();
        }
    }
    let mut found = Vec::new();
    on(target, amounts, 0, &mut Vec::new(), &mut found);
    found
}

/// The entries of a link, or the nearest ones of the same sign, that come to a line.
fn several_entries(line: &LineFacts, entries: &[EntryFacts], found: &mut Vec<Suggestion>) {
    let mut near: Vec<&EntryFacts> = entries
        .iter()
        .filter(|entry| entry.minor.signum() == line.minor.signum() && distance(line, entry) <= NEAR)
        .filter(|entry| entry.minor.abs() < line.minor.abs())
        .collect();
    near.sort_by_key(|entry| (distance(line, entry), entry.id));
    near.truncate(NEIGHBOURS);
    let amounts: Vec<i64> = near.iter().map(|entry| entry.minor).collect();
    for places in together(line.minor, &amounts) {
        let chosen: Vec<&EntryFacts> = places.into_iter().map(|place| near[place]).collect();
        found.extend(judged(&[line], &chosen));
    }
}

/// The nearest lines of the same sign that come to an entry together with a line.
fn several_lines(line: &LineFacts, lines: &[LineFacts], entries: &[EntryFacts], found: &mut Vec<Suggestion>) {
    let days = |other: &LineFacts| line.on.until(other.on).map_or(i32::MAX, |span| span.get_days().abs());
    let mut near: Vec<&LineFacts> = lines
        .iter()
        .filter(|other| other.id != line.id && other.minor.signum() == line.minor.signum() && days(other) <= NEAR)
        .collect();
    near.sort_by_key(|other| (days(other), other.id));
    near.truncate(NEIGHBOURS - 1);
    near.insert(0, line);
    let amounts: Vec<i64> = near.iter().map(|line| line.minor).collect();
    let bigger = entries.iter().filter(|entry| {
        entry.minor.signum() == line.minor.signum()
            && entry.minor.abs() > line.minor.abs()
            && distance(line, entry) <= NEAR
    });
    for entry in bigger.take(NEIGHBOURS) {
        for places in together(entry.minor, &amounts)
            .into_iter()
            .filter(|places| places[0] == 0)
        {
            let chosen: Vec<&LineFacts> = places.into_iter().map(|place| near[place]).collect();
            found.extend(judged(&chosen, &[entry]));
        }
    }
}

/// What lines may be, the best first, at most so many: the same facts give the same suggestions.
#[must_use]
pub fn suggestions(lines: &[LineFacts], entries: &[EntryFacts], most: usize) -> Vec<Suggestion> {
    let mut all = Vec::new();
    for line in lines {
        let mut found: Vec<Suggestion> = entries
            .iter()
            .filter(|entry| entry.minor == line.minor)
            .filter_map(|entry| judged(&[line], &[entry]))
            .collect();
        several_entries(line, entries, &mut found);
        several_lines(line, lines, entries, &mut found);
        found.sort_by(order);
        found.dedup();
        found.truncate(PER_LINE);
        all.extend(found);
    }
    all.sort_by(order);
    all.dedup();
    all.truncate(most);
    all
}

fn order(one: &Suggestion, other: &Suggestion) -> std::cmp::Ordering {
    let key = |of: &Suggestion| (-of.score, of.lines.clone(), of.entries.clone());
    key(one).cmp(&key(other))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn line(number: u128, minor: i64, day: i8, reference: &str, text: &str) -> LineFacts {
        LineFacts {
            id: Uuid::from_u128(number),
            minor,
            on: date(2026, 3, day),
            references: vec![reference.to_owned()],
            words: words(&[Some(text)]),
        }
    }

    fn entry(number: u128, minor: i64, day: i8) -> EntryFacts {
        EntryFacts {
            id: Uuid::from_u128(number),
            link: Uuid::from_u128(number),
            minor,
            on: date(2026, 3, day),
            reference: None,
            order_number: None,
            purchase: None,
            seller: None,
            organization: None,
            reverses: None,
        }
    }

    #[test]
    fn a_reference_is_sure_where_the_sums_are_the_same() {
        let parts = [(11, 60), (12, 40)].map(|(number, minor)| EntryFacts {
            reference: Some("A".to_owned()),
            ..entry(number, minor, 5)
        });
        let found = exact(&[line(1, 100, 1, "A", "")], &parts);
        assert_eq!((found.len(), found[0].entries.len()), (1, 2));
        assert!(exact(&[line(1, 99, 1, "A", "")], &parts).is_empty());
        let back = EntryFacts {
            reverses: Some(Uuid::from_u128(21)),
            ..entry(22, -7, 5)
        };
        assert_eq!(
            exact(&[], &[entry(21, 7, 5), back])[0].reasons,
            [BankMatchReason::TakenBack]
        );
    }

    #[test]
    fn an_order_s_number_beats_a_near_day() {
        let lines = [line(1, -200, 9, "X", "Order 4711-22 thanks")];
        let ordered = EntryFacts {
            order_number: Some("4711-22".to_owned()),
            ..entry(11, -200, 1)
        };
        let found = suggestions(&lines, &[entry(12, -200, 8), ordered.clone()], 10);
        assert_eq!(found[0].entries, [ordered.id]);
        assert!(found[0].score > found[1].score);
        assert!(suggestions(&lines, &[entry(12, -199, 9)], 10).is_empty());
    }

    #[test]
    fn one_transfer_for_two_and_two_for_one() {
        let found = suggestions(
            &[line(1, -300, 9, "X", "")],
            &[entry(11, -100, 9), entry(12, -200, 8)],
            10,
        );
        assert_eq!(found[0].entries.len(), 2);
        let two = [line(1, -100, 9, "X", ""), line(2, -200, 9, "Y", "")];
        let found = suggestions(&two, &[entry(11, -300, 9)], 10);
        assert_eq!((found.len(), found[0].lines.len()), (1, 2));
    }

    proptest! {
        #[test]
        fn what_is_suggested_comes_to_the_same(
            amounts in prop::collection::vec((1..20_i64, 1..28_i8), 1..8),
            others in prop::collection::vec((1..40_i64, 1..28_i8), 1..8),
        ) {
            let lines: Vec<_> = (1..).zip(&amounts).map(|(number, (minor, day))| line(number, *minor, *day, "", "")).collect();
            let entries: Vec<_> = (100..).zip(&others).map(|(number, (minor, day))| entry(number, *minor, *day)).collect();
            let found = suggestions(&lines, &entries, 200);
            for one in &found {
                let here: i64 = lines.iter().filter(|line| one.lines.contains(&line.id)).map(|line| line.minor).sum();
                let there: i64 = entries.iter().filter(|entry| one.entries.contains(&entry.id)).map(|entry| entry.minor).sum();
                prop_assert_eq!(here, there);
            }
            prop_assert_eq!(found, suggestions(&lines, &entries, 200));
        }
    }
}
