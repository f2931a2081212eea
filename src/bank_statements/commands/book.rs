//! A bank account by statement and by ledger, and how orders and captures differ.

use std::collections::HashMap;

use jiff::civil::Date;
use uuid::Uuid;

use crate::{
    app::App,
    bank_statements::{
        rules::{BankOrderDifferenceKind, BookedEntry, BookedLine, Reckoned, first_moment, moment_after, reckon},
        store::{self, LineRow, StatementRow},
    },
    funds::{self, BankEntry, FundFacts, HoldRow},
    platform::{
        db::{Connection, Sql},
        error::{ApiError, Result},
    },
    purchases::{self, PurchaseFacts},
};

/// Most lines, entries and differences that are listed.
const LISTED: usize = 200;
/// Most holds that are looked at, the latest first.
const MOST_HOLDS: u64 = 2_000;

/// An order and the ledger that do not say the same.
#[derive(Debug, Clone)]
pub(in crate::bank_statements) struct OrderDifference {
    pub(in crate::bank_statements) kind: BankOrderDifferenceKind,
    pub(in crate::bank_statements) purchase: Option<PurchaseFacts>,
    pub(in crate::bank_statements) hold: HoldRow,
}

/// A fund's bank account from a day to another one.
#[derive(Debug, Clone)]
pub(in crate::bank_statements) struct Book {
    pub(in crate::bank_statements) fund: FundFacts,
    pub(in crate::bank_statements) days: (Date, Date),
    pub(in crate::bank_statements) statements: Vec<StatementRow>,
    /// The last day that a statement covers, its first moment.
    pub(in crate::bank_statements) covered_to: Option<i64>,
    /// What came and what left within the days, by statement; the second below zero.
    pub(in crate::bank_statements) by_statement: (i64, i64),
    pub(in crate::bank_statements) by_ledger: (i64, i64),
    /// At the end.
    pub(in crate::bank_statements) reckoned: Reckoned,
    /// All lines of the days with their matches, the first booked first.
    pub(in crate::bank_statements) lines: Vec<(LineRow, Option<Uuid>)>,
    pub(in crate::bank_statements) open: Vec<LineRow>,
    pub(in crate::bank_statements) outstanding: Vec<BankEntry>,
    pub(in crate::bank_statements) differences: Vec<OrderDifference>,
}

/// Reckons a fund's bank account from a day to another one.
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` for an end before the beginning.
pub(in crate::bank_statements) async fn book(app: &App, fund: Uuid, days: (Date, Date)) -> Result<Book> {
    let connection = app.db.read();
    let fund = funds::fund_facts(connection, fund).await?;
    let fund = fund.ok_or_else(ApiError::not_found)?;
    if days.1 < days.0 {
        return Err(ApiError::input("to", "It ends after it begins."));
    }
    let (from, before) = (first_moment(days.0), moment_after(days.1));
    let first = store::first_statement(connection, fund.id).await?;
    let last = store::last_statement(connection, fund.id).await?;
    let lines = store::lines_of_fund(connection, fund.id).await?;
    let entries = funds::bank_entries(connection, fund.id, &Sql::new("1 = 1")).await?;
    let ids: Vec<Uuid> = entries.iter().map(|entry| entry.id).collect();
    let matched: HashMap<Uuid, Uuid> = store::matched_entries(connection, &ids).await?.into_iter().collect();
    let booked_lines: Vec<BookedLine> = lines.iter().map(booked).collect();
    let booked_entries: Vec<BookedEntry> = entries.iter().map(|entry| written(entry, &matched)).collect();
    let begin = first.map(|row| (row.from_on, row.opening_minor));
    let reckoned = reckon(begin, &booked_lines, &booked_entries, before);
    let (came, left) = funds::bank_moved(connection, fund.id, (from, before)).await?;
    let mut open: Vec<LineRow> = Vec::new();
    open.extend(
        lines
            .iter()
            .map(|(row, _)| row)
            .filter(|row| reckoned.open.contains(&row.id))
            .take(LISTED)
            .cloned(),
    );
    let mut outstanding = entries;
    outstanding.retain(|entry| reckoned.outstanding.contains(&entry.id));
    outstanding.truncate(LISTED);
    let within = |row: &LineRow| (from..before).contains(&row.booked_on);
    let lines: Vec<(LineRow, Option<Uuid>)> = lines.into_iter().filter(|(row, _)| within(row)).collect();
    Ok(Book {
        days,
        statements: store::statements_within(connection, fund.id, (from, first_moment(days.1))).await?,
        covered_to: last.map(|row| row.to_on),
        by_statement: moved(&lines),
        by_ledger: (came, -left),
        reckoned,
        lines,
        open,
        outstanding,
        differences: differences(connection, fund.id).await?,
        fund,
    })
}

fn booked((row, of): &(LineRow, Option<Uuid>)) -> BookedLine {
    BookedLine {
        id: row.id,
        minor: row.amount_minor,
        at: row.booked_on,
        of: *of,
    }
}

fn written(entry: &BankEntry, matched: &HashMap<Uuid, Uuid>) -> BookedEntry {
    BookedEntry {
        id: entry.id,
        minor: entry.minor,
        at: entry.at,
        of: matched.get(&entry.id).copied(),
    }
}

/// What came and what left.
fn moved(lines: &[(LineRow, Option<Uuid>)]) -> (i64, i64) {
    let amounts = || lines.iter().map(|(row, _)| row.amount_minor);
    (
        amounts().filter(|minor| *minor > 0).sum(),
        amounts().filter(|minor| *minor < 0).sum(),
    )
}

/// Where orders and captures of a fund differ, the latest holds first.
async fn differences(connection: &impl Connection, fund: Uuid) -> Result<Vec<OrderDifference>> {
    let mut holds = funds::latest_holds(connection, fund, MOST_HOLDS).await?;
    holds.sort_by_key(|hold| std::cmp::Reverse((hold.created_at, hold.id)));
    let ids: Vec<Uuid> = holds.iter().map(|hold| hold.id).collect();
    let known = purchases::facts_of_holds(connection, &ids).await?;
    let known: HashMap<Uuid, PurchaseFacts> = known
        .into_iter()
        .filter_map(|facts| Some((facts.hold?, facts)))
        .collect();
    let differs = |hold: HoldRow| {
        let purchase = known.get(&hold.id).cloned();
        let is_ordered = purchase.as_ref().is_some_and(|facts| facts.order_number.is_some());
        let kind = match (is_ordered, hold.captured_minor > 0) {
            (true, false) => BankOrderDifferenceKind::OrderWithoutLedger,
            (false, true) => BankOrderDifferenceKind::LedgerWithoutOrder,
            (true, true) | (false, false) => return None,
        };
        Some(OrderDifference { kind, purchase, hold })
    };
    Ok(holds.into_iter().filter_map(differs).take(LISTED).collect())
}
