//! GraphQL of test purchases.

mod clashes;
mod enums;
mod inputs;
mod loaders;
mod mutations;
mod objects;
mod parts;
mod statistics;
mod terms;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

pub use clashes::PurchaseClash;
pub use enums::{GqlPurchaseState, GqlPurpose};
pub use loaders::{PurchaseLoader, loader};
pub use mutations::{BuyingMutation, PurchasesMutation};
pub use objects::Purchase;
pub use parts::{BuyerWarning, PurchaseEvent, PurchaseMoney};
pub use statistics::PurchaseStatistics;
pub use terms::{PurchaseTerms, PurchaseTermsOverview};

use super::{
    commands::{self, Funding},
    store::{self, PurchaseQuery},
};
use crate::{
    app::App,
    funds::graphql::{Fund, TestPurchaseProgram},
    members::graphql::{Organization, Person, organization, person},
    permissions::{Action, Scope},
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::{
            connection::{MAX_PAGE, PageArgs, Totals, connection},
            from_context, id, uuid,
        },
        ids::IdKind,
    },
    sessions,
};
use enums::GqlPurchaseOrder;
use inputs::{BuyerWarningsInput, PurchaseFilter};
use objects::Look;
use statistics::PurchaseStatisticsInput;

/// How many test purchases stand somewhere.
#[derive(SimpleObject)]
pub struct PurchaseCount {
    /// Where.
    state: GqlPurchaseState,
    /// How many.
    count: i32,
}

/// Money out of which the viewer may ask for test purchases.
#[derive(SimpleObject)]
pub struct PurchaseFunding {
    /// To be sent as `allocationId`.
    allocation_id: ID,
    /// Whose it is.
    organization: Organization,
    /// The fund it is of; null where the viewer does not see it.
    fund: Option<Fund>,
    /// The programme it is for; null where it is for any purchase.
    program: Option<TestPurchaseProgram>,
    /// ISO 4217 code.
    currency: String,
}

/// The queries of test purchases.
#[derive(Default)]
pub struct PurchasesQuery;

#[Object]
impl PurchasesQuery {
    /// A test purchase; `NOT_FOUND` where there is none that the viewer sees.
    async fn purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The purchase's id.")] id: ID,
    ) -> Result<Option<Purchase>> {
        let found = Purchase::load(ctx, uuid(IdKind::Purchase, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The test purchases that the viewer sees: all of them at the desk, for fund managers and auditors; else those of the own
    /// organisation or a principal, those handed to it, and those that the viewer buys.
    #[expect(
        clippy::too_many_arguments,
        reason = "a connection's arguments, a filter and an order"
    )]
    async fn purchases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<PurchaseFilter>,
        #[graphql(desc = "The order; the latest first where nothing is said.")] order_by: Option<GqlPurchaseOrder>,
    ) -> Result<Connection<String, Purchase, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        let query = PurchaseQuery {
            upwards: order_by == Some(GqlPurchaseOrder::OldestFirst),
            ..filter.unwrap_or_default().read(&look.viewer)?
        };
        let page = store::purchase_page(app.db.read(), &look.sight, &query, &args).await?;
        let page = page.map(|row| Purchase::of(row, &look));
        Ok(connection(page, move || {
            let (app, look, query) = (Arc::clone(&app), look.clone(), query.clone());
            Box::pin(async move { store::purchase_count(app.db.read(), &look.sight, &query).await })
        }))
    }

    /// How many of the test purchases that the viewer sees and the filter meets stand where; what has none is left out.
    async fn purchase_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<PurchaseFilter>,
    ) -> Result<Vec<PurchaseCount>> {
        let (app, look) = (from_context::<App>(ctx)?, Look::from(ctx)?);
        let query = filter.unwrap_or_default().read(&look.viewer)?;
        let counts = store::purchase_counts(app.db.read(), &look.sight, &query).await?;
        let shown = counts.into_iter().map(|(state, count)| PurchaseCount {
            state: state.into(),
            count: i32::try_from(count).unwrap_or(i32::MAX),
        });
        Ok(shown.collect())
    }

    /// Money out of which the viewer may ask for test purchases.
    async fn purchase_funding(&self, ctx: &Context<'_>) -> Result<Vec<PurchaseFunding>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let mut shown = Vec::new();
        for Funding { allocation } in commands::funding(app, viewer).await? {
            shown.push(PurchaseFunding {
                allocation_id: id(IdKind::Allocation, allocation.id),
                organization: organization(ctx, allocation.organization).await?,
                fund: Fund::load(ctx, allocation.fund).await?,
                program: match allocation.program {
                    Some(key) => TestPurchaseProgram::load(ctx, key).await?,
                    None => None,
                },
                currency: allocation.currency,
            });
        }
        Ok(shown)
    }

    /// The people who may buy and whose names have something, in the order of their names; at most 20.
    async fn buyers_for_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The purchase's id.")] id: ID,
        #[graphql(desc = "A part of the name.")] query: String,
    ) -> Result<Vec<Person>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let mut shown = Vec::new();
        for key in commands::buyers(app, viewer, uuid(IdKind::Purchase, &id)?, &query).await? {
            shown.push(person(ctx, key).await?);
        }
        Ok(shown)
    }

    /// What would give a buyer away to the seller's network, before it is said who buys.
    async fn buyer_warnings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "As whom something might be bought.")] input: BuyerWarningsInput,
    ) -> Result<Vec<BuyerWarning>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, identity) = (uuid(IdKind::Purchase, &input.purchase_id)?, input.identity());
        let found = commands::warnings(app, viewer, key, &identity).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// Test purchases that meet offline actions, the one found first in front: for the desk.
    async fn purchase_clashes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Whether they wait for the desk.")] open: Option<bool>,
    ) -> Result<Connection<String, PurchaseClash, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, look) = (Arc::clone(from_context::<App>(ctx)?), Look::from(ctx)?);
        if look.viewer.scope(Action::PurchaseAssign) != Scope::All {
            return Err(ErrorCode::Forbidden.into());
        }
        let page = store::clash_page(app.db.read(), open, &args).await?;
        let page = page.map(|row| PurchaseClash::of(row, &look));
        Ok(connection(page, move || {
            let app = Arc::clone(&app);
            Box::pin(async move { store::clash_count(app.db.read(), open).await })
        }))
    }

    /// What test purchases came to in a period.
    async fn purchase_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] input: PurchaseStatisticsInput,
    ) -> Result<Option<PurchaseStatistics>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let counted = commands::statistics(app, viewer, input.read()?).await?;
        Ok(Some(PurchaseStatistics(counted)))
    }

    /// For how long money is held and samples are kept.
    async fn purchase_terms(&self, ctx: &Context<'_>) -> Result<Option<PurchaseTermsOverview>> {
        let found = commands::terms(from_context::<App>(ctx)?).await?;
        Ok(Some(PurchaseTermsOverview(found)))
    }
}

/// The test purchases from a lead that the caller sees, the latest first; at most 100.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn purchases_of_lead(ctx: &Context<'_>, lead: Uuid) -> Result<Vec<Purchase>> {
    let (app, look) = (from_context::<App>(ctx)?, Look::from(ctx)?);
    let query = PurchaseQuery {
        lead: Some(lead),
        ..PurchaseQuery::default()
    };
    let args = PageArgs {
        size: MAX_PAGE,
        after: None,
        before: None,
        backward: false,
    };
    let page = store::purchase_page(app.db.read(), &look.sight, &query, &args).await?;
    Ok(page
        .rows
        .into_iter()
        .map(|(.., row)| Purchase::of(row, &look))
        .collect())
}
