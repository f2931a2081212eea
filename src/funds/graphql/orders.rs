//! Orders, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use futures_util::future::try_join_all;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    allocations::FundAllocation,
    entries::LedgerEntry,
    enums::{GqlOrderKind, GqlOrderState, GqlOrderStep},
    loaders::{self, ApprovalsOf, EntriesOf, Look, OrderKey, SharesOf},
    objects::{Fund, fund_of, money},
    programs::TestPurchaseProgram,
};
use crate::{
    app::App,
    funds::{
        commands::standing,
        rules::{AccountKind, OrderKind, OrderState, OrderStep},
        store::{self, ApprovalRow, EntryRow, FundRow, NewAccount, OrderQuery, OrderRow, ShareRow},
    },
    leads::graphql::Money,
    members::graphql::{Organization, Person, organization, person},
    platform::{
        db::code,
        error::Result,
        graphql::{from_context, id, scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// Which orders to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct FundOrderFilter {
    /// Of this fund.
    fund_id: Option<ID>,
    /// For one of these.
    kinds: Option<Vec<GqlOrderKind>>,
    /// In one of these states.
    states: Option<Vec<GqlOrderState>>,
    /// Whether they wait for the viewer: somebody else proposed them, and the viewer has not agreed yet.
    awaiting_me: Option<bool>,
}

impl FundOrderFilter {
    pub(super) fn read(self, person: Uuid) -> Result<OrderQuery> {
        Ok(OrderQuery {
            fund: self.fund_id.map(|id| uuid(IdKind::Fund, &id)).transpose()?,
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            awaiting: self.awaiting_me.unwrap_or_default().then_some(person),
        })
    }
}

/// Something that moves a fund's money, or closes its books, once other people than the one who proposed it agree.
pub struct FundOrder {
    row: OrderRow,
    look: Look,
}

impl FundOrder {
    /// The object of a row that the look meets.
    pub(super) fn of(row: OrderRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The order of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        let row = loaders::of(ctx)?
            .load_one(OrderKey(Arc::clone(&look.sight), key))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &look)))
    }

    async fn agreed(&self, ctx: &Context<'_>) -> Result<Arc<Vec<ApprovalRow>>> {
        let rows = loaders::of(ctx)?.load_one(ApprovalsOf(self.row.id)).await?;
        Ok(rows.unwrap_or_default())
    }
}

/// Something that moves a fund's money, or closes its books, once other people than the one who proposed it agree.
#[Object]
impl FundOrder {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::FundOrder, self.row.id)
    }

    /// What people call it; random, so that it tells nothing about volume.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// The fund.
    async fn fund(&self, ctx: &Context<'_>) -> Result<Fund> {
        let row = fund_of(ctx, self.row.fund_id).await?;
        Ok(Fund::of(Arc::unwrap_or_clone(row), &self.look))
    }

    /// What it is for.
    async fn kind(&self) -> Result<GqlOrderKind> {
        code::<OrderKind>(&self.row.kind).map(Into::into)
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlOrderState> {
        code::<OrderState>(&self.row.state).map(Into::into)
    }

    /// How much; null where it closes a period.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        let fund = fund_of(ctx, self.row.fund_id).await?;
        Ok(self.row.amount_minor.map(|minor| money(minor, &fund.currency)))
    }

    /// Who paid in, is allotted something or is paid out; null where it is about nobody in particular.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.row.organization_id {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The programme for which something is allotted; null where it is for none.
    async fn program(&self, ctx: &Context<'_>) -> Result<Option<TestPurchaseProgram>> {
        match self.row.program_id {
            Some(key) => TestPurchaseProgram::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// The allocation that it fills or empties; null where it is about none, or none was opened yet.
    async fn allocation(&self, ctx: &Context<'_>) -> Result<Option<FundAllocation>> {
        let kind: OrderKind = code(&self.row.kind)?;
        let is_about_one = matches!(kind, OrderKind::Allocation | OrderKind::Deallocation);
        let Some(organization) = self.row.organization_id.filter(|_| is_about_one) else {
            return Ok(None);
        };
        let account = NewAccount {
            id: Uuid::nil(),
            fund: self.row.fund_id,
            kind: AccountKind::Allocation,
            organization: Some(organization),
            program: self.row.program_id,
            hold: None,
        };
        let app = from_context::<App>(ctx)?;
        let row = store::account_by_code(app.db.read(), self.row.fund_id, &account.code()).await?;
        let row = row.filter(|row| self.look.sight.meets(row.organization_id));
        Ok(row.map(|row| FundAllocation::of(row, &self.look)))
    }

    /// The fund into whose currency money was changed; null where it is no exchange.
    async fn counter_fund(&self, ctx: &Context<'_>) -> Result<Option<Fund>> {
        match self.row.counter_fund_id {
            Some(key) => Fund::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// How much the other fund received; null where it is no exchange.
    async fn counter_amount(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        let Some((key, minor)) = self.row.counter_fund_id.zip(self.row.counter_minor) else {
            return Ok(None);
        };
        Ok(Some(money(minor, &fund_of(ctx, key).await?.currency)))
    }

    /// Where the rate of an exchange is from; null where it is none.
    async fn rate_source(&self) -> Option<&str> {
        self.row.rate_source.as_deref()
    }

    /// The parts of a recovery, which sum to it; empty for others.
    async fn shares(&self, ctx: &Context<'_>) -> Result<Vec<RecoveryShare>> {
        let fund = fund_of(ctx, self.row.fund_id).await?;
        let rows = loaders::of(ctx)?.load_one(SharesOf(self.row.id)).await?;
        let rows = rows.unwrap_or_default();
        let homes = rows.iter().map(|row| organization(ctx, row.organization_id));
        let homes = try_join_all(homes).await?;
        let share = |(row, organization): (&ShareRow, Organization)| RecoveryShare {
            organization,
            weight: row.weight,
            amount: money(row.amount_minor, &fund.currency),
        };
        Ok(rows.iter().zip(homes).map(share).collect())
    }

    /// The entry that it takes back; null where it is no reversal.
    async fn reverses(&self) -> Option<ID> {
        self.row.reverses_id.map(|key| id(IdKind::LedgerEntry, key))
    }

    /// By what the bank names it; null where it is no line of the bank's.
    async fn bank_reference(&self) -> Option<&str> {
        self.row.bank_reference.as_deref()
    }

    /// The words to it, or why something is to be taken back; null where there are none.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// Why it was refused; null where it was not.
    async fn reason(&self) -> Option<&str> {
        self.row.reason.as_deref()
    }

    /// Who proposed it.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.proposed_by).await
    }

    /// When it was proposed.
    async fn proposed_at(&self) -> DateTime {
        self.row.proposed_at.into()
    }

    /// Who agreed, the first one first.
    async fn approvals(&self, ctx: &Context<'_>) -> Result<Vec<FundApproval>> {
        let rows = self.agreed(ctx).await?;
        let people = try_join_all(rows.iter().map(|row| person(ctx, row.person_id))).await?;
        let approval = |(row, person): (&ApprovalRow, Person)| FundApproval {
            person,
            at: row.at.into(),
        };
        Ok(rows.iter().zip(people).map(approval).collect())
    }

    /// How many other people have to agree.
    async fn approvals_needed(&self) -> i32 {
        self.row.approvals_needed
    }

    /// When it was carried out, refused or taken back; null until then.
    async fn decided_at(&self) -> Option<DateTime> {
        self.row.decided_at.map(Into::into)
    }

    /// The entries that it made; empty until it is in the books, and for who does not read the ledger.
    async fn entries(&self, ctx: &Context<'_>) -> Result<Vec<LedgerEntry>> {
        if !self.look.ledger.meets(self.row.organization_id) {
            return Ok(Vec::new());
        }
        let rows = loaders::of(ctx)?.load_one(EntriesOf(self.row.id)).await?;
        let rows = rows.unwrap_or_default();
        let funds = try_join_all(rows.iter().map(|row| fund_of(ctx, row.fund_id))).await?;
        let entry = |(row, fund): (&EntryRow, Arc<FundRow>)| LedgerEntry::of(row.clone(), &fund.currency, &self.look);
        Ok(rows.iter().zip(funds).map(entry).collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlOrderStep>> {
        let approvals = self.agreed(ctx).await?;
        let approvers: Vec<Uuid> = approvals.iter().map(|row| row.person_id).collect();
        let viewer = &self.look.viewer;
        let standing = standing(viewer, &self.row, &approvers)?;
        let allowed = OrderStep::VARIANTS
            .iter()
            .filter(|step| standing.step(viewer.person, **step).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// Somebody agreed to an order.
#[derive(SimpleObject)]
pub struct FundApproval {
    /// Who.
    person: Person,
    /// When.
    at: DateTime,
}

/// A part of a recovery that is owed to an organisation.
#[derive(SimpleObject)]
pub struct RecoveryShare {
    /// To whom.
    organization: Organization,
    /// Its weight beside the others'.
    weight: i32,
    /// How much.
    amount: Money,
}
