//! What a file of a bank says.

use jiff::civil::Date;

use super::codes::BankMistakeCode;
use crate::platform::{money::Money, text::mend_line};

/// Most characters of a text of a line.
const LONGEST: usize = 500;
/// Most minor units of an amount, as in the ledger.
const MOST_MINOR: i64 = crate::funds::rules::MOST_MINOR;

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedLine {
    /// The line of the file, from 1.
    pub place: i32,
    /// The day on which the bank booked it.
    pub booked_on: Date,
    /// The day from which it counts.
    pub value_on: Option<Date>,
    /// Minor units; below zero where money left.
    pub minor: i64,
    /// By what the bank names it.
    pub reference: Option<String>,
    /// All that it is called by, that one first.
    pub references: Vec<String>,
    /// The other side.
    pub counterparty: Option<String>,
    /// What was written to it.
    pub text: Option<String>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedStatement {
    /// The bank's own number of it.
    pub bank_id: Option<String>,
    /// The account that the bank names.
    pub account: Option<String>,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Minor units.
    pub opening: i64,
    /// Minor units.
    pub closing: i64,
    /// Its lines, in the order of time.
    pub lines: Vec<ParsedLine>,
}

/// Why something cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// What kind of mistake.
    pub code: BankMistakeCode,
    /// The line of the file, from 1, where it is a single one.
    pub line: Option<i32>,
    /// For people.
    pub text: String,
}

impl Mistake {
    /// One of the whole file.
    pub(super) fn whole(code: BankMistakeCode, text: impl Into<String>) -> Self {
        Self {
            code,
            line: None,
            text: text.into(),
        }
    }

    /// One of a line.
    pub(super) fn at(code: BankMistakeCode, line: i32, text: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::whole(code, text)
        }
    }
}

/// What a file says, and what in it cannot be taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedFile {
    /// Its statements, in the order of the file.
    pub statements: Vec<ParsedStatement>,
    /// What cannot be taken.
    pub mistakes: Vec<Mistake>,
}

impl ParsedFile {
    /// A file of which nothing can be taken.
    pub(super) fn broken(mistake: Mistake) -> Self {
        Self {
            statements: Vec::new(),
            mistakes: vec![mistake],
        }
    }
}

/// A text in one line, if it says something.
pub(super) fn said(raw: &str) -> Option<String> {
    Some(mend_line(raw, LONGEST)).filter(|text| !text.is_empty())
}

/// A reference in one line of at most 100 characters, if it says something. Banks write a word where there is none.
pub(super) fn named(raw: &str) -> Option<String> {
    let text = mend_line(raw, 100);
    let says_nothing = text.is_empty() || ["NOTPROVIDED", "NONREF", "-"].contains(&text.to_uppercase().as_str());
    (!says_nothing).then_some(text)
}

/// Minor units of a plain decimal number with a point, not below zero; more places than the currency has may be noughts.
pub(super) fn minor_of(text: &str, currency: &str) -> Option<i64> {
    let text = text.trim();
    let short = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    };
    let minor = Money::parse(short, currency).ok()?.minor;
    (0..=MOST_MINOR).contains(&minor).then_some(minor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_may_have_noughts_behind_them() {
        assert_eq!(minor_of("100.00000", "CNY"), Some(10_000));
        assert_eq!(minor_of("7.1", "CNY"), Some(710));
        assert_eq!(minor_of("7.123", "CNY"), None);
        assert_eq!(minor_of("-7", "CNY"), None);
        assert_eq!(named(" NOTPROVIDED "), None);
    }
}
