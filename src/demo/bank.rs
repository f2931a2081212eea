//! What the bank says of the demo's funds. Its statements are made of what the ledger says, with what banks do otherwise: an order
//! under a reference of their own, two orders in one sum, a refund in two parts, interest, a fee, and money of nobody knows whom.
//! So the reconciliation shows each of its states.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp, civil::Date};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    bank_files::{self, Line},
    funds::{BEGUN, MANAGER},
    store,
};
use crate::{
    app::App,
    bank_statements::{
        self, Sent,
        rules::{BankDateOrder, BankDecimalMark, ColumnMapping, TableOptions, day_of},
    },
    funds::{self, BankEntry, rules::EntryKind},
    members,
    permissions::Viewer,
    platform::{
        clock::{ManualClock, micros},
        db::Sql,
        error::{ApiError, Result},
    },
    purchases,
};

/// How many days ago the statements end. The first period is closed after the first one.
pub(super) const FIRST: i64 = 31;
const TABLE: i64 = 6;
const LAST: i64 = 1;

/// By what the bank names what the ledger does not know.
const INTEREST: &str = "INT-2026-001";
const FEE: &str = "FEE-2026-001";
const UNKNOWN: &str = "RCV-2026-017";
/// An order under another name, one of which the match was taken back, two orders in one sum, and one that waits.
const RENAMED: &str = "CN-88120417";
const TAKEN_BACK: &str = "CN-88120533";
const TOGETHER: &str = "PLT-2026-0044";
const WAITING: &str = "CN-88121906";

/// What the ledger moved at the bank under one reference.
struct Moved {
    line: Line,
    entries: Vec<Uuid>,
    hold: Option<Uuid>,
    organization: Option<Uuid>,
}

impl Moved {
    fn of(entry: &BankEntry, reference: String) -> Self {
        let line = Line {
            on: day_of(entry.at),
            minor: entry.minor,
            called: reference.clone(),
            reference,
            party: String::new(),
            text: String::new(),
        };
        Self {
            line,
            entries: vec![entry.id],
            hold: entry.hold,
            organization: entry.organization,
        }
    }

    /// Whether it paid an order.
    fn is_order(&self) -> bool {
        self.hold.is_some() && self.line.minor < 0
    }
}

/// The bank account of a fund, and who minds it.
struct Bank<'a> {
    app: &'a App,
    manager: &'a Viewer,
    fund: Uuid,
    currency: &'static str,
}

/// Takes the first statement in, of all from the beginning, and explains what nobody knew: the period can be closed then.
pub(super) async fn begin(app: &App, manager: &Viewer, fund: Uuid) -> Result<()> {
    let bank = Bank {
        app,
        manager,
        fund,
        currency: "CNY",
    };
    let (from, now) = (ago(app.now(), BEGUN - FIRST)?, app.now());
    let mut lines = lines(&bank.moved(from, now).await?);
    let day = day_of(micros(ago(now, FIRST)?));
    lines.push(line((day, 3_618), INTEREST, ("The bank", "Interest of the quarter")));
    bank.message("S-0001", (day_of(micros(from)), day_of(micros(now))), &lines)
        .await?;
    let asked = "Interest; whose it is, the members decide in autumn.";
    bank.suspend(INTEREST, asked).await?;
    let all = bank.entries().await?;
    let found = all
        .iter()
        .find(|entry| entry.reference.as_deref() == Some(INTEREST))
        .ok_or_else(ApiError::not_found)?;
    funds::explain(app, manager, "demo:bank:interest", found.id, asked)
        .await
        .map(drop)
}

/// Takes in what the bank sent since, at a clock that is back in the present afterwards.
pub(super) async fn reconcile(
    app: &App,
    clock: &ManualClock,
    alliance: &Alliance,
    (yuan, dollars): (Uuid, Uuid),
) -> Result<()> {
    let now = app.now();
    let of = |fund: Uuid, currency: &'static str| -> Result<Bank<'_>> {
        Ok(Bank {
            app,
            manager: alliance.viewer(MANAGER)?,
            fund,
            currency,
        })
    };
    let done = told(clock, now, (of(yuan, "CNY")?, of(dollars, "USD")?)).await;
    clock.set(now);
    done
}

async fn told(clock: &ManualClock, now: Timestamp, (yuan, dollars): (Bank<'_>, Bank<'_>)) -> Result<()> {
    let (first, table, last) = (ago(now, FIRST)?, ago(now, TABLE)?, ago(now, LAST)?);
    clock.set(table);
    yuan.table(first, table).await?;
    clock.set(last);
    yuan.latest(table, last).await?;
    let begun = ago(now, BEGUN + 1)?;
    let all = lines(&dollars.moved(begun, last).await?);
    dollars
        .message("U-0001", (day_of(micros(begun)), day_of(micros(last))), &all)
        .await
}

impl Bank<'_> {
    async fn entries(&self) -> Result<Vec<BankEntry>> {
        funds::bank_entries(self.app.db.read(), self.fund, &Sql::new("1 = 1")).await
    }

    /// What the ledger moved from a moment to before another one, the first first; with what a bank would write to it.
    async fn moved(&self, from: Timestamp, before: Timestamp) -> Result<Vec<Moved>> {
        let span = micros(from)..micros(before);
        let mut found: Vec<Moved> = Vec::new();
        let mut entries = self.entries().await?;
        // What is in suspense, the bank told us, and not we it.
        let is_told = |entry: &BankEntry| matches!(entry.kind, EntryKind::SuspenseIn | EntryKind::SuspenseOut);
        entries.retain(|entry| span.contains(&entry.at) && !is_told(entry));
        for entry in entries {
            let Some(reference) = entry.reference.clone() else {
                continue;
            };
            match found.iter().position(|known| known.line.called == reference) {
                Some(place) => {
                    found[place].line.minor += entry.minor;
                    found[place].entries.push(entry.id);
                }
                None => found.push(Moved::of(&entry, reference)),
            }
        }
        for one in &mut found {
            self.describe(one).await?;
        }
        Ok(found)
    }

    async fn describe(&self, one: &mut Moved) -> Result<()> {
        let connection = self.app.db.read();
        if let Some(hold) = one.hold {
            let facts = purchases::facts_of_holds(connection, &[hold]).await?.pop();
            let facts = facts.ok_or_else(ApiError::not_found)?;
            one.line.party = facts.seller.unwrap_or_else(|| "A shop".to_owned());
            one.line.text = format!("Order {}", facts.order_number.unwrap_or_default());
            return Ok(());
        }
        let ids: Vec<Uuid> = one.organization.into_iter().collect();
        let payer = members::organizations_by_ids(connection, &ids).await?.pop();
        one.line.party = payer.map_or_else(|| "The bank".to_owned(), |row| row.name);
        one.line.text = match one.organization {
            Some(_) => "Test-purchase fund".to_owned(),
            None => "Currency exchange, or card".to_owned(),
        };
        Ok(())
    }

    /// The second statement is a table with columns that nobody guesses.
    async fn table(&self, from: Timestamp, until: Timestamp) -> Result<()> {
        let moved = self.moved(from, until).await?;
        let orders: Vec<&Moved> = moved.iter().filter(|one| one.is_order()).collect();
        let [first, second, rest @ ..] = orders.as_slice() else {
            return Ok(());
        };
        let pair = rest.get(rest.len().saturating_sub(2)..).unwrap_or_default();
        let (renamed, hasty) = (&first.line.called, &second.line.called);
        let mut lines: Vec<Line> = Vec::new();
        for Moved { line, .. } in &moved {
            if pair.iter().any(|other| other.line.called == line.called) {
                continue;
            }
            let name = match (line.called == *renamed, line.called == *hasty) {
                (true, _) => Some(RENAMED),
                (false, true) => Some(TAKEN_BACK),
                (false, false) => None,
            };
            lines.push(named(line, name));
        }
        lines.extend(sum_of(pair));
        let day = day_of(micros(ago(until, TABLE)?));
        lines.push(line((day, -1_500), FEE, ("The bank", "Fee, see our list")));
        let opening = store::bank_balance(&self.app.db, self.fund).await?;
        let content = bank_files::table(opening, self.currency, &lines)?;
        self.taken("bank.csv", &content, bank_files::columns()).await?;
        self.match_to(RENAMED, &first.entries, "By the number of the order")
            .await?;
        if !pair.is_empty() {
            let both: Vec<Uuid> = pair.iter().flat_map(|one| one.entries.iter().copied()).collect();
            self.match_to(TOGETHER, &both, "The platform took both at once").await?;
        }
        let hasty = self.match_to(TAKEN_BACK, &second.entries, "By the sum").await?;
        let reason = "The bank's slip names another order; asked the bank.";
        bank_statements::unmatch(self.app, self.manager, "demo:bank:taken-back", hasty, reason).await?;
        self.suspend(FEE, "Not agreed with the bank; asked for a refund.").await
    }

    /// The last statement leaves some to those who look: an order that is suggested, and money of nobody knows whom. What the
    /// ledger wrote today, the bank has not told.
    async fn latest(&self, from: Timestamp, until: Timestamp) -> Result<()> {
        let moved = self.moved(from, until).await?;
        let waiting = moved.iter().rfind(|one| one.is_order());
        let waiting = waiting.map(|one| one.line.called.clone());
        let mut lines: Vec<Line> = Vec::new();
        for one in &moved {
            let is_waiting = waiting.as_ref() == Some(&one.line.called);
            match one.hold.is_some() && one.line.minor > 6_000 {
                true => lines.extend(in_two(&one.line)),
                false => lines.push(named(&one.line, is_waiting.then_some(WAITING))),
            }
        }
        let day = day_of(micros(ago(until, 2)?));
        lines.push(line((day, 25_000), UNKNOWN, ("Lantern Handicrafts", "See our letter")));
        self.message("S-0003", (day_of(micros(from)), day_of(micros(until))), &lines)
            .await
    }

    /// Takes a message by camt.053 in.
    async fn message(&self, id: &str, days: (Date, Date), lines: &[Line]) -> Result<()> {
        let opening = store::bank_balance(&self.app.db, self.fund).await?;
        let content = bank_files::message(id, (self.currency, opening), days, lines);
        self.taken(&format!("{id}.xml"), &content, Vec::new()).await
    }

    /// Looks at a file, and takes it in as it was looked at.
    async fn taken(&self, name: &str, content: &str, columns: Vec<ColumnMapping>) -> Result<()> {
        let options = TableOptions {
            columns: (!columns.is_empty()).then_some(columns),
            date_order: BankDateOrder::Ymd,
            decimal_mark: BankDecimalMark::Point,
            skip_rows: 0,
            opening: None,
            closing: None,
        };
        let sent = Sent {
            fund: self.fund,
            name: name.to_owned(),
            content: STANDARD.encode(content),
            options,
        };
        let seen = bank_statements::preview(self.app, self.manager, &sent).await?;
        let Some(token) = seen.token else {
            return Err(ApiError::internal(format!("{name}: {:?}", seen.mistakes)));
        };
        let key = format!("demo:bank:{name}");
        bank_statements::import(self.app, self.manager, &key, &sent, &token)
            .await
            .map(drop)
    }

    /// Says that a line and some entries are the same money; gives the match.
    async fn match_to(&self, reference: &str, entries: &[Uuid], note: &str) -> Result<Uuid> {
        let found = store::bank_line(&self.app.db, self.fund, reference).await?;
        let key = format!("demo:bank:match:{reference}");
        bank_statements::match_lines(self.app, self.manager, &key, (&[found], entries), Some(note)).await
    }

    async fn suspend(&self, reference: &str, note: &str) -> Result<()> {
        let found = store::bank_line(&self.app.db, self.fund, reference).await?;
        let key = format!("demo:bank:suspend:{reference}");
        bank_statements::suspend(self.app, self.manager, &key, found, Some(note))
            .await
            .map(drop)
    }
}

fn ago(now: Timestamp, days: i64) -> Result<Timestamp> {
    now.checked_sub(SignedDuration::from_hours(24 * days))
        .map_err(ApiError::internal)
}

fn lines(moved: &[Moved]) -> Vec<Line> {
    moved.iter().map(|one| one.line.clone()).collect()
}

/// A line of which the ledger knows nothing.
fn line((on, minor): (Date, i64), reference: &str, (party, text): (&str, &str)) -> Line {
    Line {
        on,
        minor,
        reference: reference.to_owned(),
        called: reference.to_owned(),
        party: party.to_owned(),
        text: text.to_owned(),
    }
}

/// The line under a name of the bank's own, where one is given.
fn named(line: &Line, name: Option<&str>) -> Line {
    let name = name.unwrap_or(&line.reference).to_owned();
    Line {
        reference: name.clone(),
        called: name,
        ..line.clone()
    }
}

/// Several orders in one sum, on the day of the last one.
fn sum_of(orders: &[&Moved]) -> Option<Line> {
    let last = orders.last()?;
    let numbers: Vec<&str> = orders.iter().map(|one| one.line.text.as_str()).collect();
    let minor: i64 = orders.iter().map(|one| one.line.minor).sum();
    let text = numbers.join(", ");
    Some(line((last.line.on, minor), TOGETHER, ("The platform", text.as_str())))
}

/// What came in two parts: the bank names each, and who paid names both alike.
fn in_two(whole: &Line) -> [Line; 2] {
    let part = |number: u8, minor: i64| Line {
        minor,
        reference: format!("{}-{number}", whole.reference),
        ..whole.clone()
    };
    let first = whole.minor * 3 / 5;
    [part(1, first), part(2, whole.minor - first)]
}
