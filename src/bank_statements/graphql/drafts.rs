//! What would become of a bank's file, as clients see it.

use async_graphql::SimpleObject;

use super::{
    enums::{GqlBankColumn, GqlBankMistakeCode, GqlBankStatementFormat},
    objects::money,
};
use crate::{
    bank_statements::{
        commands::Preview,
        rules::{Draft, Mistake, suggestion},
    },
    imports::rules::Grid,
    leads::graphql::Money,
    platform::{graphql::scalars::Date, text::mend_line},
};

/// A column of a bank's table.
#[derive(SimpleObject)]
pub struct BankPreviewColumn {
    /// Its name.
    name: String,
    /// What its name suggests; null where it suggests nothing.
    suggestion: Option<GqlBankColumn>,
    /// Its first values, at most five.
    samples: Vec<String>,
}

/// Why a file, or a line of it, cannot be taken.
#[derive(SimpleObject)]
pub struct BankStatementMistake {
    /// What kind of mistake.
    code: GqlBankMistakeCode,
    /// The line of the file, from 1; null where it is no single one.
    line: Option<i32>,
    /// What is wrong, for people.
    message: String,
}

impl From<Mistake> for BankStatementMistake {
    fn from(mistake: Mistake) -> Self {
        Self {
            code: mistake.code.into(),
            line: mistake.line,
            message: mistake.text,
        }
    }
}

/// A line as it would be taken.
#[derive(SimpleObject)]
pub struct BankLineDraft {
    /// The line of the file, from 1.
    line: i32,
    /// The day on which the bank booked it.
    booked_on: Date,
    /// The day from which it counts; null where the bank names none.
    value_on: Option<Date>,
    /// How much; below zero where money left.
    amount: Money,
    /// By what the bank names it; null where it does not.
    reference: Option<String>,
    /// The other side; null where the bank names none.
    counterparty: Option<String>,
    /// What was written to it; null where nothing was.
    text: Option<String>,
    /// Whether it was taken before, and is left out.
    is_there: bool,
}

/// A statement as it would be taken.
#[derive(SimpleObject)]
pub struct BankStatementDraft {
    /// The bank's own number of it; null where it has none.
    bank_id: Option<String>,
    /// The account that the bank names; null where it names none.
    account: Option<String>,
    /// Its first day.
    from: Date,
    /// Its last day.
    to: Date,
    /// What was there before the lines of the file.
    opening: Money,
    /// What was there after them.
    closing: Money,
    /// All lines, in the order of time.
    lines: Vec<BankLineDraft>,
    /// How many lines would be taken.
    new_lines: i32,
    /// How many lines are there already.
    lines_there: i32,
}

impl BankStatementDraft {
    fn of(draft: Draft, currency: &str) -> Self {
        let count = |is_there: bool| {
            let found = draft.there.iter().filter(|there| **there == is_there).count();
            i32::try_from(found).unwrap_or(i32::MAX)
        };
        let (new_lines, lines_there) = (count(false), count(true));
        let statement = draft.statement;
        let lines = statement.lines.into_iter().zip(draft.there);
        let line = |(line, is_there): (crate::bank_statements::rules::ParsedLine, bool)| BankLineDraft {
            line: line.place,
            booked_on: Date(line.booked_on),
            value_on: line.value_on.map(Date),
            amount: money(line.minor, currency),
            reference: line.reference,
            counterparty: line.counterparty,
            text: line.text,
            is_there,
        };
        Self {
            bank_id: statement.bank_id,
            account: statement.account,
            from: Date(statement.from),
            to: Date(statement.to),
            opening: money(statement.opening, currency),
            closing: money(statement.closing, currency),
            lines: lines.map(line).collect(),
            new_lines,
            lines_there,
        }
    }
}

/// What would become of a bank's file; nothing is written.
#[derive(SimpleObject)]
pub struct BankStatementPreview {
    /// How it is written.
    format: GqlBankStatementFormat,
    /// SHA-256 of the file.
    sha256: String,
    /// To be passed back; null where it cannot be imported.
    token: Option<String>,
    /// The encoding of a table; null for others.
    encoding: Option<String>,
    /// What stands between the values of a table; null for others.
    delimiter: Option<String>,
    /// The columns of a table; empty for others.
    columns: Vec<BankPreviewColumn>,
    /// Its statements, in the order of the file.
    statements: Vec<BankStatementDraft>,
    /// Why it cannot be imported; at most 100.
    mistakes: Vec<BankStatementMistake>,
}

fn columns(grid: &Grid) -> Vec<BankPreviewColumn> {
    let column = |(place, name): (usize, &String)| BankPreviewColumn {
        name: name.clone(),
        suggestion: suggestion(name).map(Into::into),
        samples: grid
            .rows
            .iter()
            .take(5)
            .filter_map(|(_, cells)| cells.get(place))
            .map(|cell| mend_line(cell, 200))
            .collect(),
    };
    grid.columns.iter().enumerate().map(column).collect()
}

impl From<Preview> for BankStatementPreview {
    fn from(preview: Preview) -> Self {
        let (grid, currency) = (preview.grid.as_ref(), preview.currency);
        Self {
            format: preview.format.into(),
            sha256: preview.sha256,
            token: preview.token,
            encoding: grid.map(|grid| grid.encoding.to_owned()),
            delimiter: grid.map(|grid| grid.delimiter.to_string()),
            columns: grid.map(columns).unwrap_or_default(),
            statements: preview
                .drafts
                .into_iter()
                .map(|draft| BankStatementDraft::of(draft, &currency))
                .collect(),
            mistakes: preview.mistakes.into_iter().map(Into::into).collect(),
        }
    }
}
