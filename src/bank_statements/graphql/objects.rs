//! Statements, lines and matches, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use super::{
    enums::{GqlBankLineState, GqlBankLineStep, GqlBankMatchKind, GqlBankMatchReason, GqlBankStatementFormat},
    loaders::{
        self, FileKey, FundOf, HistoryOf, LineKey, MatchKey, OpenOf, PartsOf, StandingOf, StatementKey, UndoneOf,
    },
};
use crate::{
    app::App,
    bank_statements::{
        commands::manages,
        rules::{BankLineState, BankMatchKind, BankMatchReason, BankStatementFormat, day_of, days_between},
        store::{FileRow, LineRow, MatchRow, StatementRow},
    },
    funds::graphql::{Fund, LedgerEntry},
    leads::graphql::Money,
    members::graphql::{Person, person},
    platform::{
        clock::micros,
        db::{code, json},
        error::{ApiError, Result},
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
        money,
    },
    sessions,
};

/// Minor units of a fund as clients see them.
pub(super) fn money(minor: i64, currency: &str) -> Money {
    money::Money {
        minor,
        currency: currency.to_owned(),
    }
    .into()
}

/// The currency of a fund.
pub(super) async fn currency(ctx: &Context<'_>, fund: Uuid) -> Result<String> {
    let found = loaders::of(ctx)?.load_one(FundOf(fund)).await?;
    let found = found.ok_or_else(|| ApiError::internal("something of a fund that is not there"))?;
    Ok(found.currency.clone())
}

/// A fund that the viewer sees.
pub(super) async fn fund(ctx: &Context<'_>, key: Uuid) -> Result<Fund> {
    Fund::load(ctx, key).await?.ok_or_else(ApiError::not_found)
}

/// A statement of a fund's bank account.
pub struct BankStatement(pub(super) StatementRow);

impl From<StatementRow> for BankStatement {
    fn from(row: StatementRow) -> Self {
        Self(row)
    }
}

impl BankStatement {
    pub(super) async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(StatementKey(key)).await?;
        Ok(row.map(|row| Self(Arc::unwrap_or_clone(row))))
    }

    async fn file(&self, ctx: &Context<'_>) -> Result<Arc<FileRow>> {
        let row = loaders::of(ctx)?.load_one(FileKey(self.0.file_id)).await?;
        row.ok_or_else(|| ApiError::internal("a statement without its file"))
    }

    async fn money(&self, ctx: &Context<'_>, minor: i64) -> Result<Money> {
        Ok(money(minor, &currency(ctx, self.0.fund_id).await?))
    }
}

/// A statement of a fund's bank account.
#[Object]
impl BankStatement {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::BankStatement, self.0.id)
    }

    /// What people call it.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// The fund whose account it is of.
    async fn fund(&self, ctx: &Context<'_>) -> Result<Fund> {
        fund(ctx, self.0.fund_id).await
    }

    /// How it was written.
    async fn format(&self, ctx: &Context<'_>) -> Result<GqlBankStatementFormat> {
        code::<BankStatementFormat>(&self.file(ctx).await?.format).map(Into::into)
    }

    /// What the file was called.
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.file(ctx).await?.name.clone())
    }

    /// SHA-256 of the file.
    async fn sha256(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.file(ctx).await?.sha256.clone())
    }

    /// Bytes of the file.
    async fn size(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(i32::try_from(self.file(ctx).await?.size).unwrap_or(i32::MAX))
    }

    /// The bank's own number of it; null where it has none.
    async fn bank_id(&self) -> Option<&str> {
        self.0.bank_id.as_deref()
    }

    /// The account that the bank names; null where it names none.
    async fn account(&self) -> Option<&str> {
        self.0.account.as_deref()
    }

    /// Its first day.
    async fn from(&self) -> Date {
        Date(day_of(self.0.from_on))
    }

    /// Its last day.
    async fn to(&self) -> Date {
        Date(day_of(self.0.to_on))
    }

    /// What was there before its lines.
    async fn opening(&self, ctx: &Context<'_>) -> Result<Money> {
        self.money(ctx, self.0.opening_minor).await
    }

    /// What was there after them.
    async fn closing(&self, ctx: &Context<'_>) -> Result<Money> {
        self.money(ctx, self.0.closing_minor).await
    }

    /// How many lines it has, but those that an earlier statement had.
    async fn line_count(&self) -> i32 {
        self.0.lines
    }

    /// How many of its lines are matched with nothing.
    async fn open_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let found = loaders::of(ctx)?.load_one(OpenOf(self.0.id)).await?;
        Ok(found.map_or(0, |count| i32::try_from(*count).unwrap_or(i32::MAX)))
    }

    /// Who imported it.
    async fn imported_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.imported_by).await
    }

    /// When it was imported.
    async fn imported_at(&self) -> DateTime {
        self.0.imported_at.into()
    }
}

/// A line of a bank statement.
pub struct BankLine(pub(super) LineRow);

impl From<LineRow> for BankLine {
    fn from(row: LineRow) -> Self {
        Self(row)
    }
}

impl BankLine {
    pub(super) async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(LineKey(key)).await?;
        Ok(row.map(|row| Self(Arc::unwrap_or_clone(row))))
    }

    /// The lines of some ids, in that order.
    pub(super) async fn all(ctx: &Context<'_>, keys: &[Uuid]) -> Result<Vec<Self>> {
        let mut found = Vec::with_capacity(keys.len());
        let rows = loaders::of(ctx)?
            .load_many(keys.iter().map(|key| LineKey(*key)))
            .await?;
        found.extend(
            keys.iter()
                .filter_map(|key| rows.get(&LineKey(*key)))
                .map(|row| Self(LineRow::clone(row))),
        );
        Ok(found)
    }

    async fn standing(&self, ctx: &Context<'_>) -> Result<(BankLineState, Option<Uuid>)> {
        let found = loaders::of(ctx)?.load_one(StandingOf(self.0.id)).await?;
        Ok(match found {
            None => (BankLineState::Open, None),
            Some(found) if found.is_suspended => (BankLineState::InSuspense, Some(found.of)),
            Some(found) => (BankLineState::Matched, Some(found.of)),
        })
    }
}

/// A line of a bank statement.
#[Object]
impl BankLine {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::BankLine, self.0.id)
    }

    /// The statement it is of.
    async fn statement(&self, ctx: &Context<'_>) -> Result<BankStatement> {
        let found = BankStatement::load(ctx, self.0.statement_id).await?;
        found.ok_or_else(|| ApiError::internal("a line without its statement"))
    }

    /// Its place in the statement, from 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The day on which the bank booked it.
    async fn booked_on(&self) -> Date {
        Date(day_of(self.0.booked_on))
    }

    /// The day from which it counts; null where the bank names none.
    async fn value_on(&self) -> Option<Date> {
        self.0.value_on.map(|at| Date(day_of(at)))
    }

    /// How much; below zero where money left.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(money(self.0.amount_minor, &currency(ctx, self.0.fund_id).await?))
    }

    /// By what the bank names it; null where it does not.
    async fn reference(&self) -> Option<&str> {
        self.0.reference.as_deref()
    }

    /// All that the bank and the payer call it by.
    async fn references(&self) -> Result<Vec<String>> {
        json(&self.0.references_json)
    }

    /// The other side; null where the bank names none.
    async fn counterparty(&self) -> Option<&str> {
        self.0.counterparty.as_deref()
    }

    /// What was written to it; null where nothing was.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlBankLineState> {
        Ok(self.standing(ctx).await?.0.into())
    }

    /// Days since it was booked, while it is open or in suspense; null otherwise.
    async fn age_days(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let now = micros(from_context::<App>(ctx)?.now());
        let state = self.standing(ctx).await?.0;
        Ok((state != BankLineState::Matched).then(|| days_between(self.0.booked_on, now)))
    }

    /// The match that stands; null where none does.
    #[graphql(name = "match")]
    async fn standing_match(&self, ctx: &Context<'_>) -> Result<Option<BankMatch>> {
        match self.standing(ctx).await?.1 {
            Some(key) => BankMatch::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// All its matches, the first one first, also those that were taken back.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<BankMatch>> {
        let keys = loaders::of(ctx)?.load_one(HistoryOf(self.0.id)).await?;
        let mut found = Vec::new();
        for key in keys.iter().flat_map(|keys| keys.iter()) {
            found.extend(BankMatch::load(ctx, *key).await?);
        }
        Ok(found)
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlBankLineStep>> {
        if !manages(sessions::viewer(ctx)?) {
            return Ok(Vec::new());
        }
        Ok(match self.standing(ctx).await?.1 {
            None => vec![GqlBankLineStep::Match, GqlBankLineStep::Suspend],
            Some(_) => vec![GqlBankLineStep::Unmatch],
        })
    }
}

/// Lines of the bank and entries of the ledger that are the same money.
pub struct BankMatch(MatchRow);

impl BankMatch {
    pub(super) async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(MatchKey(key)).await?;
        Ok(row.map(|row| Self(Arc::unwrap_or_clone(row))))
    }

    async fn parts(&self, ctx: &Context<'_>) -> Result<(Vec<Uuid>, Vec<Uuid>)> {
        let parts = loaders::of(ctx)?.load_one(PartsOf(self.0.id)).await?;
        let parts = parts.map(Arc::unwrap_or_clone).unwrap_or_default();
        let lines = parts.iter().filter_map(|part| part.line_id).collect();
        Ok((lines, parts.iter().filter_map(|part| part.entry_id).collect()))
    }
}

/// Lines of the bank and entries of the ledger that are the same money.
#[Object]
impl BankMatch {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::BankMatch, self.0.id)
    }

    /// How it came about.
    async fn kind(&self) -> Result<GqlBankMatchKind> {
        code::<BankMatchKind>(&self.0.kind).map(Into::into)
    }

    /// What spoke for it.
    async fn reasons(&self) -> Result<Vec<GqlBankMatchReason>> {
        let reasons: Vec<BankMatchReason> = json(&self.0.reasons)?;
        Ok(reasons.into_iter().map(Into::into).collect())
    }

    /// What its lines come to.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(money(self.0.amount_minor, &currency(ctx, self.0.fund_id).await?))
    }

    /// Its lines.
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<BankLine>> {
        BankLine::all(ctx, &self.parts(ctx).await?.0).await
    }

    /// Its entries; empty for who does not read all of the ledger.
    async fn entries(&self, ctx: &Context<'_>) -> Result<Vec<LedgerEntry>> {
        let currency = currency(ctx, self.0.fund_id).await?;
        LedgerEntry::at_bank(ctx, &self.parts(ctx).await?.1, &currency).await
    }

    /// The words to it; null where there are none.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who made it; null where the service did.
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.made_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was made.
    async fn made_at(&self) -> DateTime {
        self.0.made_at.into()
    }

    /// Who took it back; null where it stands.
    async fn undone_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match loaders::of(ctx)?.load_one(UndoneOf(self.0.id)).await? {
            Some(undone) => person(ctx, undone.undone_by).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was taken back; null where it stands.
    async fn undone_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let undone = loaders::of(ctx)?.load_one(UndoneOf(self.0.id)).await?;
        Ok(undone.map(|undone| undone.undone_at.into()))
    }

    /// Why it was taken back; null where it stands.
    async fn undone_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let undone = loaders::of(ctx)?.load_one(UndoneOf(self.0.id)).await?;
        Ok(undone.map(|undone| undone.reason.clone()))
    }
}
