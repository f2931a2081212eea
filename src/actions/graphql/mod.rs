//! GraphQL of offline actions.

mod clashes;
mod costs;
mod enums;
mod filters;
mod follow;
mod guest;
mod inputs;
mod loaders;
mod map;
mod mutations;
mod objects;
mod outcome;
mod outcome_enums;
mod outcome_inputs;
mod outcome_mutations;
mod parts;
mod statistics;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

pub use clashes::{DeconflictionHit, DeconflictionRecord, DeconflictionSide};
pub use enums::{GqlClashKind, GqlHitState};
pub(crate) use guest::guest_action;
pub use guest::{ActionGuestsMutation, GqlAttendance, GqlGuestReport, GuestAction};
pub use loaders::{ActionLoader, loader};
pub use mutations::{ActionStepsMutation, ActionsMutation};
pub use objects::{EnforcementOperation, OfflineAction};
pub use outcome_mutations::{FollowUpMutation, OutcomeMutation};
pub use parts::ActionSite;
pub use statistics::StatisticsQuery;

use super::{
    commands::sight,
    rules::SiteMapDetail,
    store::{self, ActionOrder},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    permissions::{Action, Scope},
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
};
use enums::GqlActionOrder;
use filters::{ActionSiteFilter, EnforcementOperationFilter, OfflineActionFilter};
use loaders::{InActionOf, clash_sight, operations_of};
use map::{ActionSiteMap, GqlSiteMapDetail};

/// The queries of offline actions.
#[derive(Default)]
pub struct ActionsQuery;

#[Object]
impl ActionsQuery {
    /// The campaigns that the viewer made or of which it sees an action, the latest first.
    async fn enforcement_operations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<EnforcementOperationFilter>,
    ) -> Result<Connection<String, EnforcementOperation, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let of = operations_of(&app, &eyes);
        let query = filter.unwrap_or_default().read();
        let page = store::operation_page(app.db.read(), &of, &query, &args).await?;
        let page = page.map(|row| EnforcementOperation::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, of, query) = (Arc::clone(&app), of.clone(), query.clone());
            Box::pin(async move { store::operation_count(app.db.read(), &of, &query).await })
        }))
    }

    /// A campaign; `NOT_FOUND` where there is none that the viewer sees.
    async fn enforcement_operation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign's id.")] id: ID,
    ) -> Result<Option<EnforcementOperation>> {
        let found = visible_enforcement_operation(ctx, uuid(IdKind::Campaign, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The offline actions that the viewer sees, those that begin first in front unless ordered otherwise.
    #[expect(
        clippy::too_many_arguments,
        reason = "a connection's arguments, a filter and an order"
    )]
    async fn offline_actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<OfflineActionFilter>,
        #[graphql(desc = "The order; those that begin first in front where nothing is said.")] order: Option<
            GqlActionOrder,
        >,
    ) -> Result<Connection<String, OfflineAction, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read(eyes.viewer().person)?;
        let order: ActionOrder = order.map(Into::into).unwrap_or_default();
        let sight = sight(eyes.viewer(), app.now());
        let page = store::action_page(app.db.read(), (&sight, eyes.sight()), &query, order, &args).await?;
        let page = page.map(|row| OfflineAction::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, eyes, query, sight) = (Arc::clone(&app), eyes.clone(), query.clone(), sight.clone());
            Box::pin(async move { store::action_count(app.db.read(), (&sight, eyes.sight()), &query).await })
        }))
    }

    /// An offline action; `NOT_FOUND` where there is none that the viewer sees.
    async fn offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action's id.")] id: ID,
    ) -> Result<Option<OfflineAction>> {
        let found = visible_offline_action(ctx, uuid(IdKind::Action, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The sites of the offline actions that the viewer sees, those of the latest actions first: for a map.
    async fn action_sites(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ActionSiteFilter>,
    ) -> Result<Connection<String, ActionSite, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let sight = sight(eyes.viewer(), app.now());
        let page = store::site_page(app.db.read(), &sight, &query, &args).await?;
        let page = page.map(|row| ActionSite {
            row,
            eyes: eyes.clone(),
        });
        Ok(connection(page, move || {
            let (app, query, sight) = (Arc::clone(&app), query.clone(), sight.clone());
            Box::pin(async move { store::site_count(app.db.read(), &sight, &query).await })
        }))
    }

    /// The sites of the offline actions that the viewer sees, gathered into places: for a map of the world.
    async fn action_site_map(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sites.")] filter: Option<ActionSiteFilter>,
        #[graphql(desc = "How near two sites lie that are one place; at the same position where nothing is said.")]
        detail: Option<GqlSiteMapDetail>,
    ) -> Result<ActionSiteMap> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let sites = store::sites_placed(app.db.read(), &sight(eyes.viewer(), app.now()), &query).await?;
        Ok(ActionSiteMap::of(
            sites,
            detail.map_or(SiteMapDetail::Exact, Into::into),
        ))
    }

    /// Actions that meet in time, place or subject, the latest first: for the desk, and for those who lead one of the two.
    async fn deconfliction_hits(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Whether something still has to be said or done; either where nothing is said.")] open: Option<
            bool,
        >,
    ) -> Result<Connection<String, DeconflictionHit, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let sight = clash_sight(&app, &eyes);
        let page = store::hit_page(app.db.read(), &sight, open, &args).await?;
        let page = page.map(|row| DeconflictionHit::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, sight) = (Arc::clone(&app), sight.clone());
            Box::pin(async move { store::hit_count(app.db.read(), &sight, open).await })
        }))
    }

    /// What is compared of the actions that are to come, those that begin first in front: when and in which division, not the
    /// case; and of those that are over how many hashes of the people whom they met with. For the desk alone.
    async fn deconfliction_records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, DeconflictionRecord, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        if eyes.viewer().scope(Action::DeconflictionRead) != Scope::All {
            return Err(ErrorCode::Forbidden.into());
        }
        let page = store::record_page(app.db.read(), &args).await?;
        let page = page.try_map(|row| DeconflictionRecord::of(&row, &eyes))?;
        Ok(connection(page, move || {
            let app = Arc::clone(&app);
            Box::pin(async move { store::record_count(app.db.read()).await })
        }))
    }
}

/// The action of an id, if the caller sees it: for `node`, and for what names actions.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_offline_action(ctx: &Context<'_>, key: Uuid) -> Result<Option<OfflineAction>> {
    OfflineAction::load(ctx, &Eyes::from(ctx)?, key).await
}

/// The campaign of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_enforcement_operation(ctx: &Context<'_>, key: Uuid) -> Result<Option<EnforcementOperation>> {
    let eyes = Eyes::from(ctx)?;
    if !eyes.viewer().has(Action::OfflineActionRead) {
        return Ok(None);
    }
    EnforcementOperation::load(ctx, &eyes, key).await
}

/// Two actions that meet, if the caller sees that: for `node`, and for what people are told.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_deconfliction_hit(ctx: &Context<'_>, key: Uuid) -> Result<Option<DeconflictionHit>> {
    let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
    match store::hit_find(app.db.read(), &clash_sight(app, &eyes), key).await {
        Ok(row) => Ok(Some(DeconflictionHit::of(row, &eyes))),
        Err(error) if error.code == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a lead is in action, as far as these eyes see actions.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn is_in_action(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<bool> {
    let found = loaders::of(ctx)?.load_one(InActionOf(eyes.clone(), lead)).await?;
    Ok(found.is_some_and(|found| *found))
}
