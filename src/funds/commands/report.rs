//! What funds and allocations come to, how that came about from day to day, and all entries of a time for paper and files.

use std::collections::HashMap;

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::shortfall::Shortfalls;
use crate::{
    app::App,
    funds::{
        rules::{AccountKind, BalanceStep, EntryKind, FundSight, balance},
        store::{self, AccountRow, AllocationSums, EntryQuery, EntryRow, FundRow, Moved},
    },
    members,
    platform::{
        clock::micros,
        db::code,
        error::{ApiError, Result},
        ids::{IdKind, encode},
    },
};

/// Most points of a course.
const MOST_POINTS: usize = 400;
/// Most entries of a statement or a file.
const MOST_ENTRIES: usize = 100_000;

/// What an allocation comes to, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::funds) struct AllocationTotals {
    /// What can still be held.
    pub(in crate::funds) available: i64,
    pub(in crate::funds) sums: AllocationSums,
    /// What is asked for and not decided.
    pub(in crate::funds) wanted: i64,
}

impl AllocationTotals {
    /// What the pool gave, less what went back to it by order.
    pub(in crate::funds) fn allocated(&self) -> i64 {
        self.available + self.sums.held + self.sums.captured - (self.sums.refunded - self.sums.pooled)
    }

    /// What is asked for beyond what is there.
    pub(in crate::funds) fn shortfall(&self) -> i64 {
        (self.wanted - self.available).max(0)
    }
}

/// What some allocations come to.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::funds) async fn totals(app: &App, rows: &[AccountRow]) -> Result<HashMap<Uuid, AllocationTotals>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let sums = store::sums_of(app.db.read(), &ids).await?;
    let wanted = store::demands_of(app.db.read(), &ids).await?;
    let total = |row: &AccountRow| {
        let totals = AllocationTotals {
            available: row.credits - row.debits,
            sums: sums.get(&row.id).copied().unwrap_or_default(),
            wanted: wanted.get(&row.id).copied().unwrap_or_default(),
        };
        (row.id, totals)
    };
    Ok(rows.iter().map(total).collect())
}

/// What a fund comes to, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::funds) struct Overview {
    pub(in crate::funds) bank: i64,
    pub(in crate::funds) pool: i64,
    pub(in crate::funds) available: i64,
    pub(in crate::funds) held: i64,
    pub(in crate::funds) captured: i64,
    pub(in crate::funds) refunded: i64,
    pub(in crate::funds) card_clearing: i64,
    pub(in crate::funds) recovery_payable: i64,
    pub(in crate::funds) suspense: i64,
    pub(in crate::funds) fx_clearing: i64,
    pub(in crate::funds) shortfall: i64,
}

/// What some funds come to.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::funds) async fn overview(app: &App, funds: &[Uuid]) -> Result<HashMap<Uuid, Overview>> {
    let mut found: HashMap<Uuid, Overview> = funds.iter().map(|id| (*id, Overview::default())).collect();
    for sum in store::kinds_of(app.db.read(), funds).await? {
        let of = found.entry(sum.fund).or_default();
        let minor = balance(sum.kind, sum.debits, sum.credits);
        match sum.kind {
            AccountKind::Bank => of.bank = minor,
            AccountKind::Pool => of.pool = minor,
            AccountKind::Allocation => of.available = minor,
            AccountKind::Held => of.held = minor,
            AccountKind::CardClearing => of.card_clearing = minor,
            AccountKind::RecoveryPayable => of.recovery_payable = minor,
            AccountKind::Suspense => of.suspense = minor,
            AccountKind::FxClearing => of.fx_clearing = minor,
        }
    }
    let rows = store::allocations_of(app.db.read(), &FundSight::everything(), funds).await?;
    let totals = totals(app, &rows).await?;
    for row in &rows {
        let (of, total) = (found.entry(row.fund_id).or_default(), totals.get(&row.id));
        let total = total.copied().unwrap_or_default();
        of.captured += total.sums.captured;
        of.refunded += total.sums.refunded;
        of.shortfall += total.shortfall();
    }
    Ok(found)
}

/// Which points a course has.
#[derive(Debug, Clone, Copy)]
pub(in crate::funds) struct Course {
    pub(in crate::funds) from: Date,
    pub(in crate::funds) to: Date,
    pub(in crate::funds) step: BalanceStep,
}

/// What a fund, or what the sight meets of it, came to at the end of a day, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::funds) struct Point {
    pub(in crate::funds) on: Date,
    pub(in crate::funds) bank: i64,
    pub(in crate::funds) pool: i64,
    pub(in crate::funds) available: i64,
    pub(in crate::funds) held: i64,
    pub(in crate::funds) captured: i64,
    pub(in crate::funds) refunded: i64,
    pub(in crate::funds) card: i64,
    /// What was asked for beyond what was there.
    pub(in crate::funds) shortfall: i64,
}

impl Point {
    fn at(on: Date) -> Self {
        Self {
            on,
            bank: 0,
            pool: 0,
            available: 0,
            held: 0,
            captured: 0,
            refunded: 0,
            card: 0,
            shortfall: 0,
        }
    }

    /// Adds what moved. Of bank and pool a member sees its own moves alone, which say nothing of what is there.
    fn add(&mut self, moved: &Moved, all: bool) {
        for (kind, minor) in [
            (moved.debit, balance(moved.debit, moved.minor, 0)),
            (moved.credit, balance(moved.credit, 0, moved.minor)),
        ] {
            match kind {
                AccountKind::Bank if all => self.bank += minor,
                AccountKind::Pool if all => self.pool += minor,
                AccountKind::CardClearing if all => self.card += minor,
                AccountKind::Allocation => self.available += minor,
                AccountKind::Held => self.held += minor,
                AccountKind::Bank
                | AccountKind::Pool
                | AccountKind::CardClearing
                | AccountKind::RecoveryPayable
                | AccountKind::Suspense
                | AccountKind::FxClearing => {}
            }
        }
        let signed = if moved.is_reversal { -moved.minor } else { moved.minor };
        if moved.of == EntryKind::Capture {
            self.captured += signed;
        } else if moved.of == EntryKind::Refund {
            self.refunded += signed;
        }
    }
}

/// How a fund came to what it is, as far as the sight meets it: from its entries.
///
/// # Errors
/// `BAD_USER_INPUT` for more than 400 points, or an end before the beginning.
pub(in crate::funds) async fn course(app: &App, sight: &FundSight, fund: Uuid, course: Course) -> Result<Vec<Point>> {
    let days = days(course)?;
    let moves = store::moves(app.db.read(), sight, fund, after(course.to)?).await?;
    let (mut moves, mut sum) = (moves.iter().peekable(), Point::at(course.from));
    let mut shortfalls = Shortfalls::of(app, sight, fund, after(course.to)?).await?;
    let mut points = Vec::with_capacity(days.len());
    for on in days {
        while let Some(moved) = moves.next_if(|moved| moved.day <= number_of(on)) {
            sum.add(moved, sight.all);
        }
        sum.on = on;
        sum.shortfall = shortfalls.until(number_of(on));
        points.push(sum);
    }
    Ok(points)
}

/// The days of a course: from its first one in steps, and its last one.
fn days(course: Course) -> Result<Vec<Date>> {
    let mut days = Vec::new();
    let (mut count, mut on) = (0_i64, course.from);
    while on < course.to {
        if days.len() >= MOST_POINTS {
            let text = format!("A course has at most {MOST_POINTS} points.");
            return Err(ApiError::input("from", text));
        }
        days.push(on);
        count += 1;
        let span = match course.step {
            BalanceStep::Day => count.days(),
            BalanceStep::Week => count.weeks(),
            BalanceStep::Month => count.months(),
        };
        on = course.from.checked_add(span).map_err(|_| no_day("to"))?;
    }
    if course.to < course.from {
        return Err(ApiError::input("to", "It ends after it begins."));
    }
    days.push(course.to);
    Ok(days)
}

/// Days since 1970.
fn number_of(day: Date) -> i64 {
    let at = day.to_zoned(TimeZone::UTC).map_or(0, |zoned| micros(zoned.timestamp()));
    at.div_euclid(86_400_000_000)
}

/// What to say of a day at an end of the calendar.
fn no_day(field: &str) -> ApiError {
    ApiError::input(field, "No day so far away is known.")
}

/// The first moment of a day, in UTC.
///
/// # Errors
/// `BAD_USER_INPUT` at the ends of the calendar.
pub(in crate::funds) fn begin(day: Date) -> Result<i64> {
    let zoned = day.to_zoned(TimeZone::UTC).map_err(|_| no_day("from"))?;
    Ok(micros(zoned.timestamp()))
}

/// The first moment after a day, in UTC.
///
/// # Errors
/// `BAD_USER_INPUT` at the ends of the calendar.
pub(in crate::funds) fn after(day: Date) -> Result<i64> {
    let next = day.tomorrow().map_err(|_| no_day("to"))?;
    let zoned = next.to_zoned(TimeZone::UTC).map_err(|_| no_day("to"))?;
    Ok(micros(zoned.timestamp()))
}

/// All entries of a time, with the accounts and organisations that they name.
#[derive(Debug, Clone)]
pub(in crate::funds) struct Report {
    pub(in crate::funds) fund: FundRow,
    pub(in crate::funds) from: Date,
    pub(in crate::funds) to: Date,
    pub(in crate::funds) at: Timestamp,
    pub(in crate::funds) entries: Vec<EntryRow>,
    pub(in crate::funds) accounts: HashMap<Uuid, AccountRow>,
    pub(in crate::funds) names: HashMap<Uuid, String>,
    /// What the reader's accounts came to before the first day, and what moved.
    pub(in crate::funds) opening: Point,
    pub(in crate::funds) closing: Point,
}

impl Report {
    fn row(&self, id: Uuid) -> Result<&AccountRow> {
        let row = self.accounts.get(&id);
        row.ok_or_else(|| ApiError::internal("an entry without its account"))
    }

    /// What kind an account is, and the name of whose it is.
    ///
    /// # Errors
    /// `INTERNAL` for an account that was not read.
    pub(in crate::funds) fn kept(&self, id: Uuid) -> Result<(AccountKind, Option<&String>)> {
        let row = self.row(id)?;
        let owner = row.organization_id.and_then(|id| self.names.get(&id));
        Ok((code(&row.kind)?, owner))
    }

    /// What an account is called.
    ///
    /// # Errors
    /// `INTERNAL` for an account that was not read.
    pub(in crate::funds) fn account(&self, id: Uuid) -> Result<String> {
        let row = self.row(id)?;
        let (kind, owner) = self.kept(id)?;
        let parts = [
            Some(kind.code().to_owned()),
            owner.cloned(),
            row.program_id.map(|id| encode(IdKind::Program, id)),
            (kind == AccountKind::Held).then(|| encode(IdKind::LedgerAccount, row.id)),
        ];
        Ok(parts.into_iter().flatten().collect::<Vec<_>>().join(" / "))
    }
}

/// All entries of a fund from a day to another one that the sight meets.
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` for more than 100,000 entries.
pub(in crate::funds) async fn report(
    app: &App,
    sight: &FundSight,
    fund: Uuid,
    (from, to): (Date, Date),
) -> Result<Report> {
    let found = store::funds_seen(app.db.read(), sight, &[fund]).await?.pop();
    let fund = found.ok_or_else(ApiError::not_found)?;
    let query = EntryQuery {
        fund: fund.id,
        from: Some(begin(from)?),
        to: Some(after(to)?),
        ..EntryQuery::default()
    };
    let (mut entries, mut place) = (Vec::new(), None);
    loop {
        let rows = store::entries_after(app.db.read(), sight, &query, place).await?;
        let Some(last) = rows.last() else { break };
        place = Some((last.at, last.id));
        entries.extend(rows);
        if entries.len() > MOST_ENTRIES {
            let text = format!("That is more than {MOST_ENTRIES} entries. Ask for fewer days.");
            return Err(ApiError::input("from", text));
        }
    }
    let mut ids: Vec<Uuid> = entries.iter().flat_map(|row| [row.debit_id, row.credit_id]).collect();
    ids.sort_unstable();
    ids.dedup();
    let accounts = store::accounts_by_ids(app.db.read(), &ids).await?;
    let owners: Vec<Uuid> = accounts.iter().filter_map(|row| row.organization_id).collect();
    let owners = members::organizations_by_ids(app.db.read(), &owners).await?;
    let (opening, closing) = ends(app, sight, fund.id, (from, to)).await?;
    Ok(Report {
        fund,
        from,
        to,
        at: app.now(),
        entries,
        accounts: accounts.into_iter().map(|row| (row.id, row)).collect(),
        names: owners.into_iter().map(|row| (row.id, row.name)).collect(),
        opening,
        closing,
    })
}

/// What the sight meets of a fund at the end of the day before a time, and at its end.
async fn ends(app: &App, sight: &FundSight, fund: Uuid, (from, to): (Date, Date)) -> Result<(Point, Point)> {
    let before = from.yesterday().map_err(|_| no_day("from"))?;
    let (mut opening, mut closing) = (Point::at(before), Point::at(to));
    for moved in store::moves(app.db.read(), sight, fund, after(to)?).await? {
        if moved.day <= number_of(before) {
            opening.add(&moved, sight.all);
        }
        closing.add(&moved, sight.all);
    }
    Ok((opening, closing))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_course_has_its_first_day_its_last_and_what_lies_between() {
        let days_of = |from, to, step| days(Course { from, to, step }).unwrap();
        let (first, last) = (date(2026, 1, 31), date(2026, 3, 31));
        assert_eq!(
            days_of(first, last, BalanceStep::Month),
            [first, date(2026, 2, 28), last]
        );
        assert_eq!(days_of(first, first, BalanceStep::Day), [first]);
        assert_eq!(days_of(first, date(2026, 2, 2), BalanceStep::Day).len(), 3);
        assert!(
            days(Course {
                from: last,
                to: first,
                step: BalanceStep::Day
            })
            .is_err()
        );
        assert!(
            days(Course {
                from: date(2000, 1, 1),
                to: last,
                step: BalanceStep::Day
            })
            .is_err()
        );
        assert_eq!(number_of(date(1970, 1, 2)), 1);
    }

    #[test]
    fn the_last_day_of_the_calendar_is_bad_input() {
        let refused = after(date(9999, 12, 31)).unwrap_err();
        assert_eq!(refused.code, crate::platform::error::ErrorCode::BadUserInput);
        assert!(after(date(9999, 12, 1)).is_ok());
    }

    #[test]
    fn what_is_allotted_follows_from_what_became_of_it() {
        let totals = AllocationTotals {
            available: 50,
            sums: AllocationSums {
                held: 20,
                captured: 40,
                refunded: 15,
                pooled: 5,
            },
            wanted: 70,
        };
        assert_eq!(totals.allocated(), 100);
        assert_eq!(totals.shortfall(), 20);
    }
}
