//! Funds and what lies in them, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use super::{
    allocations::FundAllocation,
    entries::{LedgerAccount, LedgerEntry, LedgerEntryFilter},
    enums::{GqlBalanceStep, GqlFundStep},
    loaders::{self, AccountKey, FundKey, FundOf, Look, OverviewOf},
};
use crate::{
    app::App,
    funds::{
        commands::{Course, Overview, Point, course, manages},
        rules::Line,
        store::{self, AccountRow, EntryRow, ExplanationRow, FundRow, PeriodRow},
    },
    leads::graphql::Money,
    members::graphql::{Person, person},
    platform::{
        db::json,
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
        money,
    },
};

/// Minor units as clients see them.
pub(super) fn money(minor: i64, currency: &str) -> Money {
    money::Money {
        minor,
        currency: currency.to_owned(),
    }
    .into()
}

/// Money of the alliance in one currency.
pub struct Fund {
    row: FundRow,
    look: Look,
}

impl Fund {
    /// The object of a row that the look meets.
    pub(super) fn of(row: FundRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The fund of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        let row = loaders::of(ctx)?
            .load_one(FundKey(Arc::clone(&look.sight), key))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &look)))
    }
}

/// The currency of a fund, and its name, whoever looks.
pub(super) async fn fund_of(ctx: &Context<'_>, key: Uuid) -> Result<Arc<FundRow>> {
    let row = loaders::of(ctx)?.load_one(FundOf(key)).await?;
    row.ok_or_else(|| ApiError::internal("something of a fund that is not there"))
}

/// Money of the alliance in one currency.
#[Object]
impl Fund {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Fund, self.row.id)
    }

    /// What people call it.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// ISO 4217 code, of everything in it.
    async fn currency(&self) -> &str {
        &self.row.currency
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What it comes to; null for who sees only what is allotted to the own organisation.
    async fn balance(&self, ctx: &Context<'_>) -> Result<Option<FundBalance>> {
        if !self.look.sight.all {
            return Ok(None);
        }
        let found = loaders::of(ctx)?.load_one(OverviewOf(self.row.id)).await?;
        Ok(found.map(|found| FundBalance::of(&found, &self.row.currency)))
    }

    /// Its accounts, the first opened first, but those of holds; empty for who does not read all of its ledger.
    async fn accounts(&self, ctx: &Context<'_>) -> Result<Vec<LedgerAccount>> {
        if !self.look.ledger.all {
            return Ok(Vec::new());
        }
        let rows = store::accounts_listed(from_context::<App>(ctx)?.db.read(), self.row.id).await?;
        Ok(rows
            .into_iter()
            .map(|row| LedgerAccount::of(row, &self.row.currency, &self.look))
            .collect())
    }

    /// Its entries, the latest first; for a member those of its own accounts, for others who do not read ledgers none.
    async fn entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<LedgerEntryFilter>,
    ) -> Result<Connection<String, LedgerEntry, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), self.look.clone());
        let query = filter.unwrap_or_default().read(self.row.id)?;
        let page = store::entry_page(app.db.read(), &look.ledger, &query, &args).await?;
        let page = page.map(|row| LedgerEntry::of(row, &self.row.currency, &look));
        Ok(connection(page, move || {
            let (app, look, query) = (Arc::clone(&app), look.clone(), query.clone());
            Box::pin(async move { store::entry_count(app.db.read(), &look.ledger, &query).await })
        }))
    }

    /// How it came to what it is, at the end of days in UTC, from its entries; for a member of what is its own, where bank and
    /// pool are 0. At most 400 points.
    async fn balance_over_time(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first day.")] from: Date,
        #[graphql(desc = "The last day.")] to: Date,
        #[graphql(desc = "How far the points are from each other; days where nothing is said.")] step: Option<
            GqlBalanceStep,
        >,
    ) -> Result<Vec<FundBalancePoint>> {
        let wanted = Course {
            from: from.0,
            to: to.0,
            step: step.unwrap_or(GqlBalanceStep::Day).into(),
        };
        let points = course(from_context::<App>(ctx)?, &self.look.sight, self.row.id, wanted).await?;
        Ok(points
            .iter()
            .map(|point| FundBalancePoint::of(point, &self.row.currency))
            .collect())
    }

    /// What of it is allotted, as far as the viewer sees it, the first opened first.
    async fn allocations(&self, ctx: &Context<'_>) -> Result<Vec<FundAllocation>> {
        let app = from_context::<App>(ctx)?;
        let rows = store::allocations_of(app.db.read(), &self.look.sight, &[self.row.id]).await?;
        Ok(rows
            .into_iter()
            .map(|row| FundAllocation::of(row, &self.look))
            .collect())
    }

    /// What the bank moved and nobody could place yet, the first one first; empty for who does not read all of its ledger.
    async fn open_suspense(&self, ctx: &Context<'_>) -> Result<Vec<SuspenseItem>> {
        if !self.look.ledger.all {
            return Ok(Vec::new());
        }
        let app = from_context::<App>(ctx)?;
        let rows = store::in_suspense(app.db.read(), &[self.row.id]).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let said = store::explanations_of(app.db.read(), &ids).await?;
        let item = |row: EntryRow| SuspenseItem {
            explanation: said.iter().rev().find(|said| said.entry_id == row.id).cloned(),
            currency: self.row.currency.clone(),
            look: self.look.clone(),
            row,
        };
        Ok(rows.into_iter().map(item).collect())
    }

    /// Its closed periods, the latest first; empty for who does not read all of its ledger.
    async fn periods(&self, ctx: &Context<'_>) -> Result<Vec<FundPeriod>> {
        if !self.look.ledger.all {
            return Ok(Vec::new());
        }
        let rows = store::periods_of(from_context::<App>(ctx)?.db.read(), &[self.row.id]).await?;
        let period = |row| FundPeriod {
            row,
            currency: self.row.currency.clone(),
            look: self.look.clone(),
        };
        Ok(rows.into_iter().map(period).collect())
    }

    /// The number of the period that is open.
    async fn current_period(&self) -> i32 {
        self.row.period
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self) -> Vec<GqlFundStep> {
        match manages(&self.look.viewer) {
            true => vec![GqlFundStep::Propose, GqlFundStep::Record],
            false => Vec::new(),
        }
    }
}

/// What a fund comes to now.
#[derive(SimpleObject)]
pub struct FundBalance {
    /// What is at the bank: the sum of all that is owed.
    bank: Money,
    /// What nobody was given yet.
    pool: Money,
    /// What members can still have held.
    available: Money,
    /// What is held for purchases.
    held: Money,
    /// What was spent, ever.
    captured: Money,
    /// What of it sellers paid back.
    refunded: Money,
    /// What was paid by card and the bank has not paid yet.
    card_clearing: Money,
    /// What came back from offenders and is owed to somebody.
    recovery_payable: Money,
    /// What the bank moved and nobody could place yet; below zero where it paid more than it received.
    suspense: Money,
    /// What is on its way between two currencies; 0 between exchanges.
    fx_clearing: Money,
    /// What is approved and not paid by the bank yet: held, or paid by card.
    committed_not_paid: Money,
    /// What waits for approval beyond what is available, over all allocations.
    shortfall: Money,
}

impl FundBalance {
    fn of(found: &Overview, currency: &str) -> Self {
        Self {
            bank: money(found.bank, currency),
            pool: money(found.pool, currency),
            available: money(found.available, currency),
            held: money(found.held, currency),
            captured: money(found.captured, currency),
            refunded: money(found.refunded, currency),
            card_clearing: money(found.card_clearing, currency),
            recovery_payable: money(found.recovery_payable, currency),
            suspense: money(found.suspense, currency),
            fx_clearing: money(found.fx_clearing, currency),
            committed_not_paid: money(found.held + found.card_clearing, currency),
            shortfall: money(found.shortfall, currency),
        }
    }
}

/// What a fund, or what the viewer sees of it, came to at the end of a day.
#[derive(SimpleObject)]
pub struct FundBalancePoint {
    /// The day, in UTC.
    on: Date,
    /// What was at the bank.
    bank: Money,
    /// What nobody was given yet.
    pool: Money,
    /// What members could still have held.
    available: Money,
    /// What was held for purchases.
    held: Money,
    /// What was spent until then.
    captured: Money,
    /// What of it sellers had paid back until then.
    refunded: Money,
    /// What was approved and not paid by the bank yet: held, or paid by card; for a member what was held.
    committed_not_paid: Money,
    /// What waited for approval beyond what was available, over all allocations that the viewer sees.
    shortfall: Money,
}

impl FundBalancePoint {
    fn of(point: &Point, currency: &str) -> Self {
        Self {
            on: Date(point.on),
            bank: money(point.bank, currency),
            pool: money(point.pool, currency),
            available: money(point.available, currency),
            held: money(point.held, currency),
            captured: money(point.captured, currency),
            refunded: money(point.refunded, currency),
            committed_not_paid: money(point.held + point.card, currency),
            shortfall: money(point.shortfall, currency),
        }
    }
}

/// What the bank moved and nobody could place yet.
pub struct SuspenseItem {
    row: EntryRow,
    explanation: Option<ExplanationRow>,
    currency: String,
    look: Look,
}

/// What the bank moved and nobody could place yet.
#[Object]
impl SuspenseItem {
    /// The entry.
    async fn entry(&self) -> LedgerEntry {
        LedgerEntry::of(self.row.clone(), &self.currency, &self.look)
    }

    /// How much it is.
    async fn open(&self) -> Money {
        money(self.row.amount_minor, &self.currency)
    }

    /// Days since it was written down.
    async fn age_days(&self, ctx: &Context<'_>) -> Result<i32> {
        let now = from_context::<App>(ctx)?.now().as_microsecond();
        Ok(i32::try_from((now - self.row.at).div_euclid(86_400_000_000)).unwrap_or(i32::MAX))
    }

    /// What was said last of why it is there; null where nothing was.
    async fn explanation(&self) -> Option<&str> {
        self.explanation.as_ref().map(|said| said.text.as_str())
    }

    /// Who said so; null where nobody did.
    async fn explained_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let explained = self.explanation.as_ref().map(|said| person(ctx, said.explained_by));
        match explained {
            Some(explained) => explained.await.map(Some),
            None => Ok(None),
        }
    }
}

/// A closed period of a fund with its sealed trial balance.
pub struct FundPeriod {
    row: PeriodRow,
    currency: String,
    look: Look,
}

/// A closed period of a fund with its sealed trial balance.
#[Object]
impl FundPeriod {
    /// Counts from 1.
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// When it was closed.
    async fn closed_at(&self) -> DateTime {
        self.row.closed_at.into()
    }

    /// Who asked for it.
    async fn closed_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.closed_by).await
    }

    /// Who agreed.
    async fn approved_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.approved_by).await
    }

    /// How many entries it has.
    async fn entries(&self) -> i32 {
        self.row.entries
    }

    /// The seal: SHA-256 over the trial balance, the entries and the seal before it.
    async fn hash(&self) -> &str {
        &self.row.hash
    }

    /// What each account that ever moved was debited and credited until then.
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<TrialBalanceLine>> {
        let lines: Vec<Line> = json(&self.row.lines)?;
        let keys = lines.iter().map(|line| AccountKey(line.account));
        let accounts = loaders::of(ctx)?.load_many(keys).await?;
        let line = |line: &Line| {
            let row = accounts.get(&AccountKey(line.account));
            let row = row.ok_or_else(|| ApiError::internal("an account vanished"))?;
            Ok(TrialBalanceLine {
                account: LedgerAccount::of(AccountRow::clone(row), &self.currency, &self.look),
                debits: money(line.debits, &self.currency),
                credits: money(line.credits, &self.currency),
            })
        };
        lines.iter().map(line).collect()
    }
}

/// What an account was debited and credited, ever, when a period was closed.
#[derive(SimpleObject)]
pub struct TrialBalanceLine {
    /// The account.
    account: LedgerAccount,
    /// What it was debited.
    debits: Money,
    /// What it was credited.
    credits: Money,
}
