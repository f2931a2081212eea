//! GraphQL of funds.

mod allocations;
mod entries;
mod enums;
mod inputs;
mod loaders;
mod mutations;
mod objects;
mod orders;
mod programs;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};

pub use allocations::{FundAllocation, FundHold};
pub use entries::{LedgerAccount, LedgerEntry};
pub use enums::{GqlFundCostKind, GqlHoldState};
pub use loaders::{FundLoader, loader};
pub use mutations::{FundOrdersMutation, FundsMutation};
pub use objects::Fund;
pub use orders::FundOrder;
pub use programs::TestPurchaseProgram;

use super::store::{self, AllocationQuery};
use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
};
use loaders::Look;
use orders::FundOrderFilter;
use programs::TestPurchaseProgramFilter;

/// Whether the caller reads all of the ledger.
///
/// # Errors
/// `UNAUTHENTICATED` where nobody is signed in.
pub(crate) fn reads_all(ctx: &Context<'_>) -> Result<bool> {
    Ok(Look::from(ctx)?.ledger.all)
}

/// Which allocations to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct FundAllocationFilter {
    /// Of this fund.
    fund_id: Option<ID>,
    /// Of this organisation.
    organization_id: Option<ID>,
    /// For this programme.
    program_id: Option<ID>,
}

impl FundAllocationFilter {
    fn read(self) -> Result<AllocationQuery> {
        Ok(AllocationQuery {
            fund: self.fund_id.map(|id| uuid(IdKind::Fund, &id)).transpose()?,
            organization: self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            program: self.program_id.map(|id| uuid(IdKind::Program, &id)).transpose()?,
        })
    }
}

/// The queries of funds.
#[derive(Default)]
pub struct FundsQuery;

#[Object]
impl FundsQuery {
    /// The funds that the viewer sees, the first made first: all of them, or those that allotted something to the own
    /// organisation.
    async fn funds(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Fund, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        let page = store::fund_page(app.db.read(), &look.sight, &args).await?;
        let page = page.map(|row| Fund::of(row, &look));
        Ok(connection(page, move || {
            let (app, look) = (Arc::clone(&app), look.clone());
            Box::pin(async move { store::fund_count(app.db.read(), &look.sight).await })
        }))
    }

    /// A fund; `NOT_FOUND` where there is none that the viewer sees.
    async fn fund(&self, ctx: &Context<'_>, #[graphql(desc = "The fund's id.")] id: ID) -> Result<Option<Fund>> {
        let found = Fund::load(ctx, uuid(IdKind::Fund, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// What is allotted, as far as the viewer sees it, the first opened first.
    async fn fund_allocations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<FundAllocationFilter>,
    ) -> Result<Connection<String, FundAllocation, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let page = store::allocation_page(app.db.read(), &look.sight, query, &args).await?;
        let page = page.map(|row| FundAllocation::of(row, &look));
        Ok(connection(page, move || {
            let (app, look) = (Arc::clone(&app), look.clone());
            Box::pin(async move { store::allocation_count(app.db.read(), &look.sight, query).await })
        }))
    }

    /// The orders that the viewer sees, the latest first: all of them, or those about the own organisation.
    async fn fund_orders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<FundOrderFilter>,
    ) -> Result<Connection<String, FundOrder, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        let query = filter.unwrap_or_default().read(look.viewer.person)?;
        let page = store::order_page(app.db.read(), &look.sight, &query, &args).await?;
        let page = page.map(|row| FundOrder::of(row, &look));
        Ok(connection(page, move || {
            let (app, look, query) = (Arc::clone(&app), look.clone(), query.clone());
            Box::pin(async move { store::order_count(app.db.read(), &look.sight, &query).await })
        }))
    }

    /// An order; `NOT_FOUND` where there is none that the viewer sees.
    async fn fund_order(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The order's id.")] id: ID,
    ) -> Result<Option<FundOrder>> {
        let found = FundOrder::load(ctx, uuid(IdKind::FundOrder, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The programmes of test purchases that the viewer sees, the latest first: all of them, or those in which the own
    /// organisation may take part.
    async fn test_purchase_programs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<TestPurchaseProgramFilter>,
    ) -> Result<Connection<String, TestPurchaseProgram, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        let query = filter.unwrap_or_default().read(&app)?;
        let page = store::program_page(app.db.read(), &look.programs, &query, &args).await?;
        let page = page.map(|row| TestPurchaseProgram::of(row, &look));
        Ok(connection(page, move || {
            let (app, look, query) = (Arc::clone(&app), look.clone(), query.clone());
            Box::pin(async move { store::program_count(app.db.read(), &look.programs, &query).await })
        }))
    }

    /// A programme of test purchases; `NOT_FOUND` where there is none that the viewer sees.
    async fn test_purchase_program(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The programme's id.")] id: ID,
    ) -> Result<Option<TestPurchaseProgram>> {
        let found = TestPurchaseProgram::load(ctx, uuid(IdKind::Program, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}
