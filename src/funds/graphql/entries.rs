//! Accounts and entries of a fund, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object};
use uuid::Uuid;

use super::{
    enums::{GqlAccountKind, GqlEntryKind, GqlFundCostKind},
    loaders::{self, AccountKey, Look, ReversedBy},
    objects::money,
};
use crate::{
    app::App,
    funds::{
        commands::{after, begin},
        rules::{AccountKind, CostKind, EntryKind, balance},
        store::{self, AccountRow, EntryQuery, EntryRow},
    },
    leads::graphql::Money,
    members::graphql::{Organization, Person, organization, person},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
            uuid,
        },
        ids::IdKind,
    },
};

/// Which entries to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct LedgerEntryFilter {
    /// Of one of these kinds.
    kinds: Option<Vec<GqlEntryKind>>,
    /// On this day, in UTC, or later.
    from: Option<Date>,
    /// On this day, in UTC, or earlier.
    to: Option<Date>,
    /// Of accounts of this organisation.
    organization_id: Option<ID>,
    /// Of this hold.
    hold_id: Option<ID>,
    /// That the bank names so.
    bank_reference: Option<String>,
}

impl LedgerEntryFilter {
    pub(super) fn read(self, fund: Uuid) -> Result<EntryQuery> {
        Ok(EntryQuery {
            fund,
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            from: self.from.map(|day| begin(day.0)).transpose()?,
            to: self.to.map(|day| after(day.0)).transpose()?,
            organization: self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            hold: self.hold_id.map(|id| uuid(IdKind::FundHold, &id)).transpose()?,
            bank_reference: self.bank_reference,
        })
    }
}

/// An account of a fund's ledger.
pub struct LedgerAccount {
    row: AccountRow,
    currency: String,
    look: Look,
}

impl LedgerAccount {
    pub(super) fn of(row: AccountRow, currency: &str, look: &Look) -> Self {
        Self {
            row,
            currency: currency.to_owned(),
            look: look.clone(),
        }
    }

    /// The account of an id, of something that the look meets.
    pub(super) async fn load(ctx: &Context<'_>, key: Uuid, currency: &str, look: &Look) -> Result<Self> {
        let row = loaders::of(ctx)?.load_one(AccountKey(key)).await?;
        let row = row.ok_or_else(|| ApiError::internal("an account vanished"))?;
        Ok(Self::of(Arc::unwrap_or_clone(row), currency, look))
    }

    /// Whether the viewer may know what lies on it: a member knows that of its own accounts.
    fn is_open(&self) -> bool {
        self.look.ledger.meets(self.row.organization_id)
    }

    fn money(&self, minor: i64) -> Option<Money> {
        self.is_open().then(|| money(minor, &self.currency))
    }
}

/// An account of a fund's ledger.
#[Object]
impl LedgerAccount {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::LedgerAccount, self.row.id)
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlAccountKind> {
        code::<AccountKind>(&self.row.kind).map(Into::into)
    }

    /// Whose it is; null where it is nobody's in particular, and for who may not know.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.row.organization_id.filter(|_| self.is_open()) {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What it was debited, ever; null for who may not know.
    async fn debits(&self) -> Option<Money> {
        self.money(self.row.debits)
    }

    /// What it was credited, ever; null for who may not know.
    async fn credits(&self) -> Option<Money> {
        self.money(self.row.credits)
    }

    /// What lies on it; null for who may not know.
    async fn balance(&self) -> Result<Option<Money>> {
        let kind: AccountKind = code(&self.row.kind)?;
        Ok(self.money(balance(kind, self.row.debits, self.row.credits)))
    }
}

/// An amount from the debit of one account to the credit of another one; never changed.
pub struct LedgerEntry {
    row: EntryRow,
    currency: String,
    look: Look,
}

impl LedgerEntry {
    /// The object of a row that the look meets.
    pub(super) fn of(row: EntryRow, currency: &str, look: &Look) -> Self {
        Self {
            row,
            currency: currency.to_owned(),
            look: look.clone(),
        }
    }

    /// The entries of some ids, of a fund of a currency, in that order; none for who does not read all of the ledger.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn at_bank(ctx: &Context<'_>, ids: &[Uuid], currency: &str) -> Result<Vec<Self>> {
        let look = Look::from(ctx)?;
        if !look.ledger.all {
            return Ok(Vec::new());
        }
        let rows = store::entries_by_ids(from_context::<App>(ctx)?.db.read(), ids).await?;
        let row = |id: &Uuid| rows.iter().find(|row| row.id == *id).cloned();
        let found = ids.iter().filter_map(row);
        Ok(found.map(|row| Self::of(row, currency, &look)).collect())
    }
}

/// An amount from the debit of one account to the credit of another one; never changed.
#[Object]
impl LedgerEntry {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::LedgerEntry, self.row.id)
    }

    /// What it tells of.
    async fn kind(&self) -> Result<GqlEntryKind> {
        code::<EntryKind>(&self.row.kind).map(Into::into)
    }

    /// When it was written.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// The account that was debited.
    async fn debit(&self, ctx: &Context<'_>) -> Result<LedgerAccount> {
        LedgerAccount::load(ctx, self.row.debit_id, &self.currency, &self.look).await
    }

    /// The account that was credited.
    async fn credit(&self, ctx: &Context<'_>) -> Result<LedgerAccount> {
        LedgerAccount::load(ctx, self.row.credit_id, &self.currency, &self.look).await
    }

    /// How much.
    async fn amount(&self) -> Money {
        money(self.row.amount_minor, &self.currency)
    }

    /// On what it was spent; null where it is no capture.
    async fn cost_kind(&self) -> Result<Option<GqlFundCostKind>> {
        let kind = self.row.cost_kind.as_deref();
        Ok(kind.map(code::<CostKind>).transpose()?.map(Into::into))
    }

    /// The period it is in.
    async fn period(&self) -> i32 {
        self.row.period
    }

    /// Entries with the same one stand and fall together.
    async fn link(&self) -> ID {
        id(IdKind::LedgerEntry, self.row.link_id)
    }

    /// The hold it belongs to; null where it belongs to none.
    async fn hold_id(&self) -> Option<ID> {
        self.row.hold_id.map(|key| id(IdKind::FundHold, key))
    }

    /// The order because of which it was written; null where there was none.
    async fn order_id(&self) -> Option<ID> {
        self.row.order_id.map(|key| id(IdKind::FundOrder, key))
    }

    /// The entry that it takes back; null where it is no reversal.
    async fn reverses(&self) -> Option<ID> {
        self.row.reverses_id.map(|key| id(IdKind::LedgerEntry, key))
    }

    /// The entry that took it back; null where none did.
    async fn reversed_by(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let found = loaders::of(ctx)?.load_one(ReversedBy(self.row.id)).await?;
        Ok(found.map(|key| id(IdKind::LedgerEntry, *key)))
    }

    /// By what the bank names it; null where it is no line of the bank's.
    async fn bank_reference(&self) -> Option<&str> {
        self.row.bank_reference.as_deref()
    }

    /// The words to it; null where there are none.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// Who recorded it; null where the service did, and for who does not read all of the ledger.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.recorded_by.filter(|_| self.look.ledger.all) {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}
