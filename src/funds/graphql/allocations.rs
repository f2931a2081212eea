//! Allocations and holds, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::GqlHoldState,
    loaders::{self, AllocationKey, HoldKey, Look, TotalsOf},
    objects::{Fund, fund_of, money},
    programs::TestPurchaseProgram,
};
use crate::{
    app::App,
    funds::{
        commands::AllocationTotals,
        rules::HoldState,
        store::{self, AccountRow, HoldRow},
    },
    leads::graphql::Money,
    members::graphql::{Organization, organization},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
};

/// What of a fund is allotted to an organisation, perhaps in a programme.
pub struct FundAllocation {
    row: AccountRow,
    look: Look,
}

impl FundAllocation {
    /// The object of a row that the look meets.
    pub(super) fn of(row: AccountRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The allocation of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        let row = loaders::of(ctx)?
            .load_one(AllocationKey(Arc::clone(&look.sight), key))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &look)))
    }
}

/// What of a fund is allotted to an organisation, perhaps in a programme.
#[Object]
impl FundAllocation {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Allocation, self.row.id)
    }

    /// The fund.
    async fn fund(&self, ctx: &Context<'_>) -> Result<Fund> {
        let row = fund_of(ctx, self.row.fund_id).await?;
        Ok(Fund::of(Arc::unwrap_or_clone(row), &self.look))
    }

    /// Whose it is.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        let key = self
            .row
            .organization_id
            .ok_or_else(|| ApiError::internal("an allocation of nobody"))?;
        organization(ctx, key).await
    }

    /// The programme it is for; null where it is for any purchase.
    async fn program(&self, ctx: &Context<'_>) -> Result<Option<TestPurchaseProgram>> {
        match self.row.program_id {
            Some(key) => TestPurchaseProgram::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// What it comes to.
    async fn balance(&self, ctx: &Context<'_>) -> Result<AllocationBalance> {
        let currency = fund_of(ctx, self.row.fund_id).await?;
        let totals = loaders::of(ctx)?.load_one(TotalsOf(self.row.id)).await?;
        let totals = totals.ok_or_else(|| ApiError::internal("an allocation vanished"))?;
        Ok(AllocationBalance::of(&totals, &currency.currency))
    }

    /// When it was opened.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Whether nothing is held of it any more, because its programme was archived.
    async fn closed(&self) -> bool {
        self.row.closed_at.is_some()
    }

    /// Its holds, the latest first; at most 200.
    async fn holds(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In one of these states.")] states: Option<Vec<GqlHoldState>>,
    ) -> Result<Vec<FundHold>> {
        let states: Vec<HoldState> = states.unwrap_or_default().into_iter().map(Into::into).collect();
        let rows = store::holds_of(from_context::<App>(ctx)?.db.read(), self.row.id, &states).await?;
        Ok(rows.into_iter().map(FundHold).collect())
    }
}

/// What an allocation comes to now.
#[derive(SimpleObject)]
pub struct AllocationBalance {
    /// What the pool gave, less what went back to it.
    allocated: Money,
    /// What can still be held.
    available: Money,
    /// What is held for purchases.
    held: Money,
    /// What was spent, ever.
    captured: Money,
    /// What of it sellers paid back.
    refunded: Money,
    /// What is approved and not ordered yet.
    committed_not_paid: Money,
    /// What waits for approval.
    wanted: Money,
    /// What waits for approval beyond what is available.
    shortfall: Money,
}

impl AllocationBalance {
    fn of(totals: &AllocationTotals, currency: &str) -> Self {
        Self {
            allocated: money(totals.allocated(), currency),
            available: money(totals.available, currency),
            held: money(totals.sums.held, currency),
            captured: money(totals.sums.captured, currency),
            refunded: money(totals.sums.refunded, currency),
            committed_not_paid: money(totals.sums.held, currency),
            wanted: money(totals.wanted, currency),
            shortfall: money(totals.shortfall(), currency),
        }
    }
}

/// Money of an allocation that is held for a purchase.
pub struct FundHold(HoldRow);

impl FundHold {
    /// The hold of an id whose allocation the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let Some(row) = loaders::of(ctx)?.load_one(HoldKey(key)).await? else {
            return Ok(None);
        };
        let allocation = FundAllocation::load(ctx, row.allocation_id).await?;
        Ok(allocation.map(|_| Self(Arc::unwrap_or_clone(row))))
    }

    fn left(&self) -> Result<i64> {
        Ok(match code::<HoldState>(&self.0.state)? {
            HoldState::Open => self.0.amount_minor - self.0.captured_minor,
            HoldState::Settled | HoldState::Voided | HoldState::Expired => 0,
        })
    }
}

/// Money of an allocation that is held for a purchase.
#[Object]
impl FundHold {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::FundHold, self.0.id)
    }

    /// The allocation; null where the viewer does not see it any more.
    async fn allocation(&self, ctx: &Context<'_>) -> Result<Option<FundAllocation>> {
        FundAllocation::load(ctx, self.0.allocation_id).await
    }

    /// How much was held, with what was put on top.
    async fn amount(&self) -> Money {
        money(self.0.amount_minor, &self.0.currency)
    }

    /// What of it was spent.
    async fn captured(&self) -> Money {
        money(self.0.captured_minor, &self.0.currency)
    }

    /// What of that the seller paid back.
    async fn refunded(&self) -> Money {
        money(self.0.refunded_minor, &self.0.currency)
    }

    /// What can still be spent; 0 once it is closed.
    async fn remaining(&self) -> Result<Money> {
        Ok(money(self.left()?, &self.0.currency))
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlHoldState> {
        code::<HoldState>(&self.0.state).map(Into::into)
    }

    /// From when on nothing of it is spent any more.
    async fn expires_at(&self) -> DateTime {
        self.0.expires_at.into()
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// The purchase it is for; null where the viewer does not see it.
    async fn purchase(&self, ctx: &Context<'_>) -> Result<Option<crate::purchases::graphql::Purchase>> {
        crate::purchases::graphql::Purchase::load(ctx, self.0.purchase_id).await
    }

    /// When it was closed; null while it is open.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.closed_at.map(Into::into)
    }
}
