//! A bank account by statement and by ledger, and what lies between them: to the last cent.

use std::collections::HashSet;

use uuid::Uuid;

/// A line of the bank's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookedLine {
    /// Its id.
    pub id: Uuid,
    /// Minor units, with its sign.
    pub minor: i64,
    /// Its day's first moment.
    pub at: i64,
    /// The match that it stands in.
    pub of: Option<Uuid>,
}

/// What an entry did at the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookedEntry {
    /// Its id.
    pub id: Uuid,
    /// Minor units, with its sign.
    pub minor: i64,
    /// When it was written.
    pub at: i64,
    /// The match that it stands in.
    pub of: Option<Uuid>,
}

/// What lies between statement and ledger at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reckoned {
    /// By statement.
    pub statement: i64,
    /// By ledger.
    pub ledger: i64,
    /// What the first statement began with less what the ledger had then.
    pub opening_difference: i64,
    /// Lines whose counterpart the ledger did not have.
    pub open: Vec<Uuid>,
    /// What these come to.
    pub open_total: i64,
    /// Entries that no line showed.
    pub outstanding: Vec<Uuid>,
    /// What these come to.
    pub outstanding_total: i64,
}

/// Reckons before a moment. `first` is when the first statement begins, and with what; without one all of the ledger's is a
/// difference of the opening.
#[must_use]
pub fn reckon(first: Option<(i64, i64)>, lines: &[BookedLine], entries: &[BookedEntry], before: i64) -> Reckoned {
    // A match of which a part comes later explained nothing yet.
    let late_lines = lines.iter().filter(|line| line.at >= before).filter_map(|line| line.of);
    let late_entries = entries.iter().filter(|entry| entry.at >= before);
    let late: HashSet<Uuid> = late_lines.chain(late_entries.filter_map(|entry| entry.of)).collect();
    let is_open = |of: Option<Uuid>| of.is_none_or(|of| late.contains(&of));
    let opening = first.map_or(0, |(_, opening)| opening);
    let mut found = Reckoned {
        statement: opening,
        opening_difference: opening,
        ..Reckoned::default()
    };
    for line in lines.iter().filter(|line| line.at < before) {
        found.statement += line.minor;
        if is_open(line.of) {
            found.open.push(line.id);
            found.open_total += line.minor;
        }
    }
    for entry in entries.iter().filter(|entry| entry.at < before) {
        found.ledger += entry.minor;
        if !is_open(entry.of) {
            continue;
        }
        if entry.of.is_none() && first.is_none_or(|(begin, _)| entry.at < begin) {
            found.opening_difference -= entry.minor;
        } else {
            found.outstanding.push(entry.id);
            found.outstanding_total += entry.minor;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    /// The sums of matches, for who proves that each is even.
    fn sums(lines: &[BookedLine], entries: &[BookedEntry]) -> HashMap<Uuid, i64> {
        let mut sums = HashMap::new();
        for (of, minor) in lines.iter().map(|line| (line.of, line.minor)) {
            *sums.entry(of.unwrap_or_default()).or_default() += minor;
        }
        for (of, minor) in entries.iter().map(|entry| (entry.of, entry.minor)) {
            *sums.entry(of.unwrap_or_default()).or_default() -= minor;
        }
        sums
    }

    proptest! {
        #[test]
        fn i01_a_difference_is_explained_to_the_last_cent(
            pairs in prop::collection::vec((1..1_000_i64, 0..20_i64, 0..20_i64, any::<bool>()), 0..30),
            begin in 0..5_i64, opening in 0..1_000_i64, before in 0..25_i64, has_first in any::<bool>(),
        ) {
            let (mut lines, mut entries) = (Vec::new(), Vec::new());
            for (number, (minor, line_at, entry_at, is_matched)) in pairs.into_iter().enumerate() {
                let id = Uuid::from_u128(number as u128 + 1);
                let of = is_matched.then_some(id);
                if has_first {
                    lines.push(BookedLine { id, minor, at: line_at.max(begin), of });
                }
                entries.push(BookedEntry { id, minor, at: entry_at, of: of.filter(|_| has_first) });
            }
            prop_assert!(sums(&lines, &entries).iter().all(|(of, sum)| of.is_nil() || *sum == 0));
            let found = reckon(has_first.then_some((begin, opening)), &lines, &entries, before);
            let explained = found.opening_difference + found.open_total - found.outstanding_total;
            prop_assert_eq!(found.statement - found.ledger, explained);
        }
    }
}
