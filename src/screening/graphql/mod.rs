//! GraphQL of screening.

mod enums;
mod inputs;
mod listing;
mod mutations;
mod objects;
mod subscription;
mod versions;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

use self::{
    enums::ScreenedListingOrder,
    inputs::{PreviewRulePackInput, ScreenedListingFilter},
    listing::{shown, shown_one},
    objects::{RulePackPreview, ScreeningStatistics},
    versions::ScreeningState,
};
use super::commands::{self, ListOrder};
use crate::{
    app::App,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{
            connection::{Page, PageArgs, Totals, connection},
            from_context,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

pub use listing::ScreenedListing;
pub use mutations::ScreeningMutation;
pub use objects::WatchedSeller;
pub use subscription::ScreeningSubscription;
pub use versions::{RulePack, ScreeningModel, ScreeningRelease};

/// What was screened under an id, if the caller sees it: for what tells of it.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn visible_screened_listing(ctx: &Context<'_>, key: Uuid) -> Result<Option<ScreenedListing>> {
    match commands::visible(from_context::<App>(ctx)?, sessions::viewer(ctx)?, key).await? {
        Some(row) => shown_one(ctx, row).await,
        None => Ok(None),
    }
}

/// The queries of screening.
#[derive(Default)]
pub struct ScreeningQuery;

#[Object]
impl ScreeningQuery {
    /// What screening says of listings about the brands of the viewer's organisation or of principals, and at the desk of all
    /// brands. What came in as a lead is listed to those of them who see that lead.
    #[expect(clippy::too_many_arguments, reason = "a list has its page, its filter and its order")]
    async fn screened_listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ScreenedListingFilter>,
        #[graphql(desc = "In which order; the most likely first where nothing is said.")] order_by: Option<
            ScreenedListingOrder,
        >,
    ) -> Result<Connection<String, ScreenedListing, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (
            Arc::clone(from_context::<App>(ctx)?),
            Arc::clone(sessions::viewer(ctx)?),
        );
        let query = filter.unwrap_or_default().read()?;
        let order = match order_by.unwrap_or_default() {
            ScreenedListingOrder::Score => ListOrder::Score,
            ScreenedListingOrder::Latest => ListOrder::Latest,
        };
        let page = commands::screened(&app, &viewer, &query, order, &args).await?;
        let Page {
            rows,
            has_next,
            has_previous,
        } = page;
        let places: Vec<_> = rows.iter().map(|(key, id, _)| (*key, *id)).collect();
        let listed = shown(ctx, rows.into_iter().map(|(_, _, row)| row).collect()).await?;
        let page = Page {
            rows: places
                .into_iter()
                .zip(listed)
                .map(|((key, id), listing)| (key, id, listing))
                .collect(),
            has_next,
            has_previous,
        };
        Ok(connection(page, move || {
            let (app, viewer, query) = (Arc::clone(&app), Arc::clone(&viewer), query.clone());
            Box::pin(async move { commands::screened_total(&app, &viewer, &query).await })
        }))
    }

    /// What screening says of a listing; `NOT_FOUND` where there is none that the viewer sees.
    async fn screened_listing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id.")] id: ID,
    ) -> Result<Option<ScreenedListing>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let row = commands::visible(app, viewer, uuid(IdKind::ScreenedListing, &id)?).await?;
        shown_one(ctx, row.ok_or_else(ApiError::not_found)?).await
    }

    /// What holds for a brand, or for the alliance.
    async fn screening_state(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; the alliance where nothing is said.")] brand_id: Option<ID>,
    ) -> Result<Option<ScreeningState>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let brand = brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?;
        let (release, may_release) = commands::in_force(app, viewer, brand).await?;
        Ok(Some(ScreeningState {
            release: release.map(Into::into),
            may_release,
        }))
    }

    /// The versions of the rules of a brand, or of the alliance, the latest first.
    async fn rule_packs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; the alliance where nothing is said.")] brand_id: Option<ID>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, RulePack, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (
            Arc::clone(from_context::<App>(ctx)?),
            Arc::clone(sessions::viewer(ctx)?),
        );
        let brand = brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?;
        let page = commands::packs(&app, &viewer, brand, &args).await?;
        Ok(connection(page.map(RulePack::from), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::packs_total(&app, &viewer, brand).await })
        }))
    }

    /// The versions of the model of a brand, or of the alliance, the latest first.
    async fn screening_models(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; the alliance where nothing is said.")] brand_id: Option<ID>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, ScreeningModel, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (
            Arc::clone(from_context::<App>(ctx)?),
            Arc::clone(sessions::viewer(ctx)?),
        );
        let brand = brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?;
        let page = commands::models(&app, &viewer, brand, &args).await?;
        Ok(connection(page.map(ScreeningModel::from), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::models_total(&app, &viewer, brand).await })
        }))
    }

    /// The releases of a brand, or of the alliance, the latest first: what held when.
    async fn screening_releases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; the alliance where nothing is said.")] brand_id: Option<ID>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, ScreeningRelease, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (
            Arc::clone(from_context::<App>(ctx)?),
            Arc::clone(sessions::viewer(ctx)?),
        );
        let brand = brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?;
        let page = commands::releases(&app, &viewer, brand, &args).await?;
        Ok(connection(page.map(ScreeningRelease::from), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::releases_total(&app, &viewer, brand).await })
        }))
    }

    /// Which of the latest 10,000 listings that were screened and the viewer sees would change by rules or a threshold. Nothing
    /// is kept; it stops after some seconds and says so.
    async fn preview_rule_pack(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to try out.")] input: PreviewRulePackInput,
    ) -> Result<Option<RulePackPreview>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let previewed = Box::pin(commands::preview_pack(app, viewer, input.read()?)).await?;
        Ok(Some(previewed.into()))
    }

    /// How good screening is: precision of each version by what was said of its suspects, and how many leads a model found for
    /// each that came otherwise; of what the viewer sees.
    async fn screening_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; all that the viewer sees where nothing is said.")] brand_id: Option<ID>,
        #[graphql(desc = "From this moment on.")] from: DateTime,
        #[graphql(desc = "Before this moment.")] to: DateTime,
    ) -> Result<Option<ScreeningStatistics>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let brand = brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?;
        let period = (micros(from.0), micros(to.0));
        Ok(Some(commands::figures(app, viewer, brand, period).await?.into()))
    }

    /// The sellers whom the viewer's organisation watches, the latest first.
    async fn watched_sellers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, WatchedSeller, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (
            Arc::clone(from_context::<App>(ctx)?),
            Arc::clone(sessions::viewer(ctx)?),
        );
        let page = commands::watched(&app, &viewer, &args).await?;
        Ok(connection(page.map(WatchedSeller::from), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::watched_total(&app, &viewer).await })
        }))
    }
}
