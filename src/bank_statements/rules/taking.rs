//! Which lines of a file are taken: each once, and only where the statement follows from the one before.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{
    codes::BankMistakeCode,
    parsed::{Mistake, ParsedLine, ParsedStatement},
};

/// A line that was taken before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownLine {
    /// Minor units.
    pub minor: i64,
    /// The day on which the bank booked it.
    pub booked_on: Date,
}

/// What was taken before of a fund.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// The last day, and what was there at its end.
    pub last: Option<(Date, i64)>,
    /// The account of the statements.
    pub account: Option<String>,
    /// Lines by their keys.
    pub lines: HashMap<String, KnownLine>,
}

/// A statement as it would be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What the file says.
    pub statement: ParsedStatement,
    /// The key of each line.
    pub keys: Vec<String>,
    /// Which lines were taken before.
    pub there: Vec<bool>,
    /// What was there before the lines that are new.
    pub opening: i64,
    /// Whether anything of it is new.
    pub is_new: bool,
}

/// The keys of the lines of some statements: the bank's reference, or else a digest of the line and of how many like it were
/// booked on the day.
#[must_use]
pub fn keys_of(statements: &[ParsedStatement]) -> Vec<Vec<String>> {
    let mut alike: HashMap<String, usize> = HashMap::new();
    let mut key = |line: &ParsedLine| match &line.reference {
        Some(reference) => format!("r:{reference}"),
        None => {
            let words = [line.counterparty.as_deref(), line.text.as_deref()].map(Option::unwrap_or_default);
            let parts = format!("{}|{:?}|{}|{words:?}", line.booked_on, line.value_on, line.minor);
            let number = alike.entry(parts.clone()).or_default();
            *number += 1;
            format!("d:{:x}", Sha256::digest(format!("{parts}|{number}")))
        }
    };
    statements
        .iter()
        .map(|statement| statement.lines.iter().map(&mut key).collect())
        .collect()
}

/// Judges the statements of a file, in their order, on a day.
#[must_use]
pub fn judge(statements: Vec<ParsedStatement>, before: &Before, today: Date) -> (Vec<Draft>, Vec<Mistake>) {
    let keys = keys_of(&statements);
    let (mut drafts, mut mistakes, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    let mut last = before.last;
    let mut account = before.account.clone();
    for (statement, keys) in statements.into_iter().zip(keys) {
        let mut there = Vec::with_capacity(keys.len());
        for (line, key) in statement.lines.iter().zip(&keys) {
            let known = before.lines.get(key);
            let same = known.is_some_and(|known| (known.minor, known.booked_on) == (line.minor, line.booked_on));
            if !seen.insert(key.clone()) || (known.is_some() && !same) {
                let text =
                    "A line with this reference is there with another amount or day, or stands twice in the file.";
                mistakes.push(Mistake::at(BankMistakeCode::ReferenceTaken, line.place, text));
            }
            if line.booked_on > today.tomorrow().unwrap_or(today) {
                mistakes.push(Mistake::at(BankMistakeCode::Date, line.place, "The day lies ahead."));
            }
            there.push(same);
        }
        let draft = draft(statement, keys, there, last);
        mistakes.extend(faults(&draft, last, account.as_deref()));
        if draft.is_new {
            last = Some((draft.statement.to, draft.statement.closing));
            account = draft.statement.account.clone().or(account);
        }
        drafts.push(draft);
    }
    (drafts, mistakes)
}

fn draft(statement: ParsedStatement, keys: Vec<String>, there: Vec<bool>, last: Option<(Date, i64)>) -> Draft {
    let old = statement.lines.iter().zip(&there).filter(|(_, there)| **there);
    let old: i64 = old.map(|(line, _)| line.minor).sum();
    let goes_on = last.is_none_or(|(day, _)| statement.to > day);
    Draft {
        opening: statement.opening + old,
        is_new: goes_on || there.contains(&false),
        statement,
        keys,
        there,
    }
}

/// What is wrong with a statement as a whole.
fn faults(draft: &Draft, last: Option<(Date, i64)>, account: Option<&str>) -> Vec<Mistake> {
    let statement = &draft.statement;
    let mut found = Vec::new();
    let sum: i64 = statement.lines.iter().map(|line| line.minor).sum();
    if statement.opening + sum != statement.closing {
        let text = "The lines do not lead from the opening balance to the closing one.";
        found.push(Mistake::whole(BankMistakeCode::Unbalanced, text));
    }
    if account
        .zip(statement.account.as_deref())
        .is_some_and(|(known, told)| known != told)
    {
        let text = "It is of another account than the statements before.";
        found.push(Mistake::whole(BankMistakeCode::OtherAccount, text));
    }
    let follows = last.is_none_or(|(day, closing)| statement.to >= day && draft.opening == closing);
    if draft.is_new && !follows {
        let text = "It does not begin with what the statement before ended with.";
        found.push(Mistake::whole(BankMistakeCode::Gap, text));
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn line(day: i8, minor: i64, reference: Option<&str>) -> ParsedLine {
        ParsedLine {
            place: 1,
            booked_on: date(2026, 3, day),
            value_on: None,
            minor,
            reference: reference.map(str::to_owned),
            references: Vec::new(),
            counterparty: None,
            text: None,
        }
    }

    fn statement(opening: i64, lines: Vec<ParsedLine>) -> ParsedStatement {
        let closing = opening + lines.iter().map(|line| line.minor).sum::<i64>();
        ParsedStatement {
            bank_id: None,
            account: None,
            from: lines[0].booked_on,
            to: lines[lines.len() - 1].booked_on,
            opening,
            closing,
            lines,
        }
    }

    fn after(drafts: &[Draft]) -> Before {
        let mut before = Before::default();
        for draft in drafts {
            before.last = Some((draft.statement.to, draft.statement.closing));
            for (line, key) in draft.statement.lines.iter().zip(&draft.keys) {
                let known = KnownLine {
                    minor: line.minor,
                    booked_on: line.booked_on,
                };
                before.lines.insert(key.clone(), known);
            }
        }
        before
    }

    #[test]
    fn what_overlaps_is_taken_once() {
        let today = date(2026, 3, 31);
        let (first, wrong) = judge(
            vec![statement(0, vec![line(1, 5, Some("A")), line(2, 7, None)])],
            &Before::default(),
            today,
        );
        assert!(wrong.is_empty(), "{wrong:?}");
        let again = statement(5, vec![line(2, 7, None), line(2, 7, None), line(3, -2, None)]);
        let (next, wrong) = judge(vec![again], &after(&first), today);
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(
            (next[0].there.as_slice(), next[0].opening),
            ([true, false, false].as_slice(), 12)
        );
    }

    #[test]
    fn a_gap_and_another_amount_under_a_reference_are_found() {
        let today = date(2026, 3, 31);
        let (first, _) = judge(
            vec![statement(0, vec![line(1, 5, Some("A"))])],
            &Before::default(),
            today,
        );
        let (_, wrong) = judge(vec![statement(6, vec![line(2, 1, None)])], &after(&first), today);
        assert_eq!(wrong[0].code, BankMistakeCode::Gap);
        let (_, wrong) = judge(vec![statement(5, vec![line(2, 1, Some("A"))])], &after(&first), today);
        assert_eq!(wrong[0].code, BankMistakeCode::ReferenceTaken);
    }

    #[test]
    fn another_account_is_found_also_within_a_file() {
        let today = date(2026, 3, 31);
        let of = |account: &str, opening: i64, day: i8| ParsedStatement {
            account: Some(account.to_owned()),
            ..statement(opening, vec![line(day, 5, None)])
        };
        let (_, wrong) = judge(vec![of("A", 0, 1), of("B", 5, 2)], &Before::default(), today);
        assert_eq!(wrong[0].code, BankMistakeCode::OtherAccount);
        let (_, wrong) = judge(vec![of("A", 0, 1), of("A", 5, 2)], &Before::default(), today);
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    proptest! {
        #[test]
        fn a_second_time_nothing_is_new(amounts in prop::collection::vec(1..1_000_i64, 1..20), opening in 0..1_000_i64) {
            let lines = amounts.iter().map(|minor| line(1, *minor, None)).collect();
            let whole = vec![statement(opening, lines)];
            let today = date(2026, 3, 31);
            let (first, wrong) = judge(whole.clone(), &Before::default(), today);
            prop_assert!(wrong.is_empty());
            let (second, wrong) = judge(whole, &after(&first), today);
            prop_assert!(wrong.is_empty() && !second[0].is_new);
        }
    }
}
