//! Suggestions and reconciliation, as clients see them.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::{
    enums::{GqlBankMatchReason, GqlBankOrderDifferenceKind},
    objects::{BankLine, BankStatement, fund, money},
};
use crate::{
    bank_statements::{
        commands::{Book, OrderDifference},
        rules::{Suggestion, day_of, days_between, moment_after},
    },
    funds::{
        BankEntry,
        graphql::{Fund, LedgerEntry, reads_all},
    },
    leads::graphql::Money,
    platform::{
        error::Result,
        graphql::{id, scalars::Date},
        ids::IdKind,
    },
    purchases::PurchaseFacts,
};

/// An order of a test purchase that a suggestion is about.
#[derive(SimpleObject)]
pub struct BankOrder {
    /// The purchase's reference.
    purchase_reference: String,
    /// The seller's number of the order; null where it is not known.
    order_number: Option<String>,
    /// The seller; null where it is not known.
    seller: Option<String>,
}

/// Lines and entries that seem to be the same money.
#[derive(SimpleObject)]
pub struct BankMatchSuggestion {
    /// Its lines.
    lines: Vec<BankLine>,
    /// Its entries.
    entries: Vec<LedgerEntry>,
    /// The orders that its entries are about.
    orders: Vec<BankOrder>,
    /// How much speaks for it, 1 to 100.
    score: i32,
    /// What speaks for it.
    reasons: Vec<GqlBankMatchReason>,
}

impl BankMatchSuggestion {
    pub(super) async fn of(
        ctx: &Context<'_>,
        (one, orders): (Suggestion, Vec<PurchaseFacts>),
        currency: &str,
    ) -> Result<Self> {
        let order = |facts: PurchaseFacts| BankOrder {
            purchase_reference: facts.reference,
            order_number: facts.order_number,
            seller: facts.seller,
        };
        Ok(Self {
            lines: BankLine::all(ctx, &one.lines).await?,
            entries: LedgerEntry::at_bank(ctx, &one.entries, currency).await?,
            orders: orders.into_iter().map(order).collect(),
            score: one.score,
            reasons: one.reasons.into_iter().map(Into::into).collect(),
        })
    }
}

/// An entry that no line of the bank shows.
#[derive(SimpleObject)]
pub struct OutstandingEntry {
    /// The entry.
    entry: LedgerEntry,
    /// What it did to the bank account; below zero where money left.
    amount: Money,
    /// Days from the entry to the last day.
    age_days: i32,
}

/// An order and the ledger that do not say the same.
#[derive(SimpleObject)]
pub struct BankOrderDifference {
    /// How they differ.
    kind: GqlBankOrderDifferenceKind,
    /// The purchase; null where none is known.
    purchase_id: Option<ID>,
    /// The purchase's reference; null where none is known.
    purchase_reference: Option<String>,
    /// The seller's number of the order; null where none is known.
    order_number: Option<String>,
    /// The hold.
    hold_id: ID,
    /// What was held for it.
    held: Money,
    /// What was captured.
    captured: Money,
}

impl BankOrderDifference {
    fn of(found: &OrderDifference, currency: &str) -> Self {
        let purchase = found.purchase.as_ref();
        Self {
            kind: found.kind.into(),
            purchase_id: purchase.map(|facts| id(IdKind::Purchase, facts.id)),
            purchase_reference: purchase.map(|facts| facts.reference.clone()),
            order_number: purchase.and_then(|facts| facts.order_number.clone()),
            hold_id: id(IdKind::FundHold, found.hold.id),
            held: money(found.hold.amount_minor, currency),
            captured: money(found.hold.captured_minor, currency),
        }
    }
}

/// A fund's bank account by statement and by ledger.
pub struct BankReconciliation(pub(super) Book);

impl BankReconciliation {
    fn money(&self, minor: i64) -> Money {
        money(minor, &self.0.fund.currency)
    }
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}

/// A fund's bank account by statement and by ledger; `difference` is `openingDifference` and `openLinesTotal` less
/// `outstandingTotal`, exactly.
#[Object]
impl BankReconciliation {
    /// The fund.
    async fn fund(&self, ctx: &Context<'_>) -> Result<Fund> {
        fund(ctx, self.0.fund.id).await
    }

    /// The first day, in UTC.
    async fn from(&self) -> Date {
        Date(self.0.days.0)
    }

    /// The last day, in UTC.
    async fn to(&self) -> Date {
        Date(self.0.days.1)
    }

    /// The statements that reach into these days, the first one first.
    async fn statements(&self) -> Vec<BankStatement> {
        self.0.statements.iter().cloned().map(BankStatement).collect()
    }

    /// The last day that a statement covers; null where there is none. What comes later is outstanding by nature.
    async fn covered_to(&self) -> Option<Date> {
        self.0.covered_to.map(|at| Date(day_of(at)))
    }

    /// What was there before the first day, by statement.
    async fn statement_opening(&self) -> Money {
        let (came, left) = self.0.by_statement;
        self.money(self.0.reckoned.statement - came - left)
    }

    /// What came, by statement.
    async fn statement_in(&self) -> Money {
        self.money(self.0.by_statement.0)
    }

    /// What left, by statement; below zero.
    async fn statement_out(&self) -> Money {
        self.money(self.0.by_statement.1)
    }

    /// What was there after the last day, by statement.
    async fn statement_closing(&self) -> Money {
        self.money(self.0.reckoned.statement)
    }

    /// What was there before the first day, by ledger.
    async fn ledger_opening(&self) -> Money {
        let (came, left) = self.0.by_ledger;
        self.money(self.0.reckoned.ledger - came - left)
    }

    /// What came, by ledger.
    async fn ledger_in(&self) -> Money {
        self.money(self.0.by_ledger.0)
    }

    /// What left, by ledger; below zero.
    async fn ledger_out(&self) -> Money {
        self.money(self.0.by_ledger.1)
    }

    /// What was there after the last day, by ledger.
    async fn ledger_closing(&self) -> Money {
        self.money(self.0.reckoned.ledger)
    }

    /// By statement less by ledger, after the last day.
    async fn difference(&self) -> Money {
        self.money(self.0.reckoned.statement - self.0.reckoned.ledger)
    }

    /// What the first statement began with less what the ledger had then.
    async fn opening_difference(&self) -> Money {
        self.money(self.0.reckoned.opening_difference)
    }

    /// What the open lines come to.
    async fn open_lines_total(&self) -> Money {
        self.money(self.0.reckoned.open_total)
    }

    /// How many lines are open.
    async fn open_line_count(&self) -> i32 {
        count(self.0.reckoned.open.len())
    }

    /// What the outstanding entries come to.
    async fn outstanding_total(&self) -> Money {
        self.money(self.0.reckoned.outstanding_total)
    }

    /// How many entries are outstanding.
    async fn outstanding_count(&self) -> i32 {
        count(self.0.reckoned.outstanding.len())
    }

    /// Lines until the last day whose counterpart the ledger did not have by then; at most 200, the first one first.
    async fn open_lines(&self) -> Vec<BankLine> {
        self.0.open.iter().cloned().map(BankLine).collect()
    }

    /// Entries until the last day that no line had shown by then; at most 200, the first one first; empty for who does not
    /// read all of the ledger.
    async fn outstanding(&self, ctx: &Context<'_>) -> Result<Vec<OutstandingEntry>> {
        let ids: Vec<_> = self.0.outstanding.iter().map(|entry| entry.id).collect();
        let entries = LedgerEntry::at_bank(ctx, &ids, &self.0.fund.currency).await?;
        let end = moment_after(self.0.days.1);
        let of = |(entry, raw): (LedgerEntry, &BankEntry)| OutstandingEntry {
            entry,
            amount: self.money(raw.minor),
            age_days: days_between(raw.at, end),
        };
        Ok(entries.into_iter().zip(&self.0.outstanding).map(of).collect())
    }

    /// Where orders and captures differ now, the latest first; at most 200; empty for who does not read all of the ledger.
    async fn order_differences(&self, ctx: &Context<'_>) -> Result<Vec<BankOrderDifference>> {
        if !reads_all(ctx)? {
            return Ok(Vec::new());
        }
        let currency = &self.0.fund.currency;
        let differences = self.0.differences.iter();
        Ok(differences
            .map(|found| BankOrderDifference::of(found, currency))
            .collect())
    }
}
