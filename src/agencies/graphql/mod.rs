//! GraphQL of agencies.

mod agency;
mod enums;
mod inputs;
mod loaders;
mod mutations;
mod officer;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

pub use agency::{Agency, ContactPoint, DutyHours, Jurisdiction};
pub use enums::{
    GqlAgencyKind, GqlAgencyOrder, GqlAgencyStep, GqlContactPurpose, GqlContactRole, GqlContactStep, GqlOfficerOrder,
    GqlOfficerState, GqlOfficerStep,
};
pub use inputs::{AgencyFilter, DutyHoursInput, JurisdictionInput, OfficerFilter};
pub use loaders::{Loaders, loaders};
pub use mutations::{
    AgenciesMutation, AgencyPayload, ContactPointPayload, OfficerPayload, RevealContactPointPayload,
    RevealOfficerPayload, RevealedContactPoint, RevealedOfficer,
};
pub use officer::Officer;

use super::commands;
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
    sessions,
};

/// An agency by id, through the request's loader. Whoever asks has seen something that names it.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn agency(ctx: &Context<'_>, key: Uuid) -> Result<Agency> {
    let row = loaders::of(ctx)?.agencies.load_one(key).await?;
    row.map(Agency).ok_or_else(ApiError::not_found)
}

/// An officer by id, through the request's loader, wherever it stands. Whoever asks has seen something that names it.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn officer(ctx: &Context<'_>, key: Uuid) -> Result<Officer> {
    let row = loaders::of(ctx)?.officers.load_one(key).await?;
    row.map(Officer).ok_or_else(ApiError::not_found)
}

/// An agency as `node` may give it: if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_agency(ctx: &Context<'_>, key: Uuid) -> Result<Option<Agency>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_agency(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(Agency::from))
}

/// An officer as `node` may give it: if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_officer(ctx: &Context<'_>, key: Uuid) -> Result<Option<Officer>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_officer(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(Officer::from))
}

/// The queries of agencies.
#[derive(Default)]
pub struct AgenciesQuery;

#[Object]
impl AgenciesQuery {
    /// The directory of law enforcement: the agencies that the viewer may know of. Law enforcement finds its own.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn agencies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<AgencyFilter>,
        #[graphql(desc = "In which order; by when they were entered where nothing is given.")] order_by: Option<
            GqlAgencyOrder,
        >,
    ) -> Result<Connection<String, Agency, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let wanted = filter.unwrap_or_default().wanted(order_by);
        let list = commands::Agencies::of(sessions::viewer(ctx)?, wanted)?;
        let page = commands::list_agencies(&app, &list, &args).await?;
        Ok(connection(page, move || {
            let (app, list) = (Arc::clone(&app), list.clone());
            Box::pin(async move { commands::count_agencies(&app, &list).await })
        }))
    }

    /// An agency by its id.
    async fn agency(&self, ctx: &Context<'_>, #[graphql(desc = "The agency's id.")] id: ID) -> Result<Agency> {
        let found = visible_agency(ctx, uuid(IdKind::Agency, &id)?).await?;
        found.ok_or_else(ApiError::not_found)
    }

    /// The officers that the viewer may know of: those who were found good, also when that has lapsed; of agencies that the
    /// viewer keeps, all.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn officers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<OfficerFilter>,
        #[graphql(desc = "In which order; by when they were entered where nothing is given.")] order_by: Option<
            GqlOfficerOrder,
        >,
    ) -> Result<Connection<String, Officer, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let wanted = filter.unwrap_or_default().wanted(order_by)?;
        let list = commands::Officers::of(&app, sessions::viewer(ctx)?, wanted)?;
        let page = commands::list_officers(&app, &list, &args).await?;
        Ok(connection(page, move || {
            let (app, list) = (Arc::clone(&app), list.clone());
            Box::pin(async move { commands::count_officers(&app, &list).await })
        }))
    }

    /// An officer by its id.
    async fn officer(&self, ctx: &Context<'_>, #[graphql(desc = "The officer's id.")] id: ID) -> Result<Officer> {
        let found = visible_officer(ctx, uuid(IdKind::Officer, &id)?).await?;
        found.ok_or_else(ApiError::not_found)
    }
}
