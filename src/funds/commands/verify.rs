//! The proof that the books are right: counters are the sums of their entries, the bank is worth what is owed, holds are
//! what their entries say, and closed periods are as they were sealed. Each night by the worker, and by `touchstone fund verify`.

use std::{cmp::Ordering, fmt};

use uuid::Uuid;

use super::period::digest;
use crate::{
    app::App,
    funds::{
        rules::{Line, Sealed, genesis, seal},
        store::{self, Mismatch, PeriodRow},
    },
    platform::{
        db::json,
        error::Result,
        ids::{IdKind, encode},
    },
};

/// Findings beyond this many are only counted.
const MOST: usize = 100;

/// What verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FundReport {
    /// Funds that were looked at.
    pub funds: usize,
    /// Closed periods that were looked at.
    pub periods: usize,
    /// What is wrong, a line each; at most 100.
    pub findings: Vec<String>,
    /// How many there are in all.
    pub found: usize,
}

impl FundReport {
    /// Whether the books are right.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.found == 0
    }

    fn add(&mut self, finding: String) {
        self.found += 1;
        if self.findings.len() < MOST {
            self.findings.push(finding);
        }
    }

    /// Notes what is kept in two ways and not the same.
    fn compare(&mut self, fund: Uuid, kind: IdKind, what: &str, found: Vec<Mismatch>) {
        for one in found {
            let (fund, object) = (encode(IdKind::Fund, fund), encode(kind, one.object));
            self.add(format!(
                "{fund}: {what}: {object} ({}): kept {}, by the entries {}",
                one.what, one.kept, one.found
            ));
        }
    }
}

impl fmt::Display for FundReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "  - {finding}")?;
        }
        if self.found > self.findings.len() {
            writeln!(f, "  - and {} more", self.found - self.findings.len())?;
        }
        let verdict = match self.is_clean() {
            true => "the books are right".to_owned(),
            false => format!("{} finding(s)", self.found),
        };
        write!(f, "{} funds, {} closed periods: {verdict}", self.funds, self.periods)
    }
}

/// Proves the books of all funds.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE` where they cannot be read at all.
pub async fn verify(app: &App) -> Result<FundReport> {
    let mut report = FundReport::default();
    for fund in store::fund_ids(app.db.read()).await? {
        report.funds += 1;
        books(app, fund, &mut report).await?;
        periods(app, fund, &mut report).await?;
    }
    Ok(report)
}

async fn books(app: &App, fund: Uuid, report: &mut FundReport) -> Result<()> {
    let read = app.db.read();
    let (account, entry, hold, order) = (
        IdKind::LedgerAccount,
        IdKind::LedgerEntry,
        IdKind::FundHold,
        IdKind::FundOrder,
    );
    report.compare(
        fund,
        account,
        "a counter is not its entries",
        store::counters(read, fund).await?,
    );
    report.compare(
        fund,
        account,
        "an account is below zero",
        store::below_zero(read, fund).await?,
    );
    report.compare(
        fund,
        IdKind::Fund,
        "the bank is not worth what is owed",
        store::unbalanced(read, fund).await?,
    );
    report.compare(
        fund,
        entry,
        "an entry is of two funds",
        store::mixed_entries(read, fund).await?,
    );
    report.compare(
        fund,
        hold,
        "a hold is not its entries",
        store::hold_sums(read, fund).await?,
    );
    report.compare(
        fund,
        hold,
        "a hold is not closed right",
        store::loose_holds(read, fund).await?,
    );
    report.compare(
        fund,
        order,
        "parts do not sum to it",
        store::recovered(read, fund).await?,
    );
    Ok(())
}

async fn open_period(app: &App, fund: Uuid) -> Result<Option<i32>> {
    let found = store::funds_by_ids(app.db.read(), &[fund]).await?.pop();
    Ok(found.map(|fund| fund.period))
}

async fn periods(app: &App, fund: Uuid, report: &mut FundReport) -> Result<()> {
    let before = open_period(app, fund).await?;
    let mut closed = store::periods_of(app.db.read(), &[fund]).await?;
    closed.reverse();
    let (mut prev, mut number) = (genesis(), 1);
    for period in closed {
        report.periods += 1;
        let name = format!("{}: period {}", encode(IdKind::Fund, fund), period.number);
        if period.number != number {
            report.add(format!("{name}: period {number} is missing"));
        }
        if period.prev != prev {
            report.add(format!("{name}: it does not follow the period before it"));
        }
        if sealed(&period) != period.hash {
            report.add(format!("{name}: its seal was altered"));
        }
        let entries = digest(app.db.read(), fund, period.number).await?;
        if entries.entries() != period.entries || entries.hex() != period.digest {
            report.add(format!("{name}: its entries are not those that were sealed"));
        }
        let lines: Vec<Line> = json(&period.lines)?;
        if store::lines_until(app.db.read(), fund, period.number).await? != lines {
            report.add(format!("{name}: its trial balance is not what the entries come to"));
        }
        (prev, number) = (period.hash, period.number + 1);
    }
    // Where one was closed while this looked, the next proof compares it.
    let open = open_period(app, fund).await?.filter(|open| before == Some(*open));
    let name = encode(IdKind::Fund, fund);
    match open.map(|open| open.cmp(&number)) {
        Some(Ordering::Less) => report.add(format!("{name}: period {} was closed and is open", number - 1)),
        Some(Ordering::Greater) => report.add(format!("{name}: period {number} is missing")),
        Some(Ordering::Equal) | None => {}
    }
    Ok(())
}

fn sealed(period: &PeriodRow) -> String {
    seal(&Sealed {
        fund: period.fund_id,
        number: period.number,
        lines: &period.lines,
        entries: period.entries,
        digest: &period.digest,
        people: (period.closed_by, period.approved_by),
        closed_at: period.closed_at,
        prev: &period.prev,
    })
}
