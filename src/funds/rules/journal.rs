//! The ledger as a journal of plain-text accounting, which hledger reads and balances.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::platform::money::Money;

/// An entry as it stands in a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The day, in UTC.
    pub on: Date,
    /// Its id.
    pub code: String,
    /// What happened, and what was said to it.
    pub description: String,
    /// The account debited.
    pub debit: String,
    /// The account credited.
    pub credit: String,
    /// Minor units.
    pub minor: i64,
    /// On what it was spent; nothing otherwise.
    pub cost_kind: Option<&'static str>,
}

/// A name as a part of an account's. Colons part names, two blanks and semicolons end them, and brackets make an account of
/// another nature: none of them is taken over.
#[must_use]
pub fn account_name(name: &str) -> String {
    plain(name, |c| match c {
        ':' | ';' => '-',
        '(' | '[' | '{' => '<',
        ')' | ']' | '}' => '>',
        other => other,
    })
}

/// A description: a semicolon would begin a comment, a bar would end the payee's name.
fn description(text: &str) -> String {
    plain(text, |c| match c {
        ';' => ',',
        '|' => '/',
        other => other,
    })
}

/// In one line, with single blanks, and never empty.
fn plain(text: &str, change: impl Fn(char) -> char) -> String {
    let clean: String = text
        .chars()
        .map(|c| {
            if c.is_control() || c.is_whitespace() {
                ' '
            } else {
                change(c)
            }
        })
        .collect();
    let words: Vec<&str> = clean.split(' ').filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => "-".to_owned(),
        false => words.join(" "),
    }
}

/// The journal of entries in one currency. What a fund has is an asset, what it owes is a liability.
#[must_use]
pub fn journal(title: &str, currency: &str, entries: &[Posted]) -> String {
    let mut text = format!("; {}\n\ndecimal-mark .\n", description(title));
    for entry in entries {
        let amount = Money {
            minor: entry.minor,
            currency: currency.to_owned(),
        }
        .amount();
        let cost = entry
            .cost_kind
            .map_or_else(String::new, |kind| format!("  ; cost:{kind}"));
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            "\n{} * ({}) {}\n    {}  {amount} {currency}{cost}\n    {}  -{amount} {currency}\n",
            entry.on,
            entry.code,
            description(&entry.description),
            entry.debit,
            entry.credit,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_journal_reads_like_one() {
        let entry = Posted {
            on: date(2026, 3, 9),
            code: "ledgerentry_1".to_owned(),
            description: "Capture: shoes; two | pairs".to_owned(),
            debit: "liabilities:FD-1:held:HD-1".to_owned(),
            credit: "assets:FD-1:bank".to_owned(),
            minor: 12_345,
            cost_kind: Some("GOODS"),
        };
        assert_eq!(
            journal("A fund", "CNY", &[entry]),
            "; A fund\n\ndecimal-mark .\n\n2026-03-09 * (ledgerentry_1) Capture: shoes, two / pairs\n    \
             liabilities:FD-1:held:HD-1  123.45 CNY  ; cost:GOODS\n    assets:FD-1:bank  -123.45 CNY\n"
        );
    }

    #[test]
    fn a_name_stays_one_account() {
        for (name, expected) in [
            ("Acme: Shoes", "Acme- Shoes"),
            ("A  B;\nC", "A B- C"),
            ("(virtual)", "<virtual>"),
            ("莆田 鞋业", "莆田 鞋业"),
            (" \t", "-"),
        ] {
            assert_eq!(account_name(name), expected);
        }
    }

    proptest! {
        #[test]
        fn no_name_breaks_a_journal(name in "\\PC{0,40}|.{0,40}") {
            let safe = account_name(&name);
            prop_assert!(!safe.is_empty() && !safe.contains("  ") && !safe.contains([':', ';', '\n', '\t']), "{safe:?}");
            prop_assert!(!safe.starts_with(' ') && !safe.ends_with(' '));
        }
    }
}
