//! GraphQL of appraisals.

mod case;
mod enums;
mod inputs;
mod loaders;
mod mutations;
mod objects;
mod reports;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use futures_util::future::try_join_all;
use jiff::tz::TimeZone;

pub use case::{AppraisalPolicy, GqlCaseConclusion};
pub use loaders::{AppraisalLoader, loader};
pub use mutations::AppraisalsMutation;
pub use objects::{Appraisal, AppraiserFigures};

use super::{
    commands,
    store::{self, AppraisalQuery, AppraisalSight},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    members::graphql::{Person, person},
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context,
            scalars::Date,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};
use inputs::AppraisalFilter;

impl AppraisalFilter {
    fn read(self, app: &App, eyes: &Eyes) -> Result<AppraisalQuery> {
        let mine = self.mine.unwrap_or_default();
        Ok(AppraisalQuery {
            appraiser: mine.then_some(eyes.viewer().person),
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            organization: self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            overdue: self.overdue.map(|overdue| (overdue, micros(app.now()))),
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            purchase: self.purchase_id.map(|id| uuid(IdKind::Purchase, &id)).transpose()?,
            sample: self.sample_id.map(|id| uuid(IdKind::Sample, &id)).transpose()?,
        })
    }
}

/// The queries of appraisals.
#[derive(Debug, Default)]
pub struct AppraisalsQuery;

#[Object]
impl AppraisalsQuery {
    /// An appraisal; `NOT_FOUND` where there is none that the viewer sees.
    async fn appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The appraisal's id.")] id: ID,
    ) -> Result<Option<Appraisal>> {
        let found = Appraisal::load(ctx, uuid(IdKind::Appraisal, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The appraisals that the viewer sees, the latest first.
    async fn appraisals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<AppraisalFilter>,
    ) -> Result<Connection<String, Appraisal, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read(&app, &eyes)?;
        let sight = AppraisalSight::of(eyes.viewer(), app.now());
        let page = store::appraisal_page(app.db.read(), &sight, &query, &args).await?;
        let page = page.map(|row| Appraisal::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, sight, query) = (Arc::clone(&app), sight.clone(), query.clone());
            Box::pin(async move { store::appraisal_count(app.db.read(), &sight, &query).await })
        }))
    }

    /// Who could inspect a sample at a rank: people who appraise and are active, but who inspected it already.
    async fn appraisers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample.")] sample_id: ID,
    ) -> Result<Vec<Person>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let found = commands::appraisers(app, viewer, uuid(IdKind::Sample, &sample_id)?).await?;
        try_join_all(found.into_iter().map(|key| person(ctx, key))).await
    }

    /// How appraisals in a programme are judged, or outside of programmes.
    async fn appraisal_policy(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which programme; purchases in none where it is left out.")] program_id: Option<ID>,
    ) -> Result<Option<AppraisalPolicy>> {
        let program = program_id.map(|id| uuid(IdKind::Program, &id)).transpose()?;
        let found = commands::policy_of(from_context::<App>(ctx)?, program).await?;
        Ok(Some(AppraisalPolicy(found)))
    }

    /// How appraisers work: all of them for the desk, those of the own organisation, or oneself.
    async fn appraiser_figures(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only what was ordered on this day or later, in UTC.")] from: Option<Date>,
        #[graphql(desc = "Only what was ordered on this day or earlier, in UTC.")] until: Option<Date>,
    ) -> Result<Vec<AppraiserFigures>> {
        let start = |day: jiff::civil::Date| day.to_zoned(TimeZone::UTC).map(|at| micros(at.timestamp()));
        let from = from
            .map_or(Ok(i64::MIN), |day| start(day.0))
            .map_err(|_| ApiError::input("from", "Give a day within the calendar."))?;
        let until = until.map_or(Ok(i64::MAX), |day| day.0.tomorrow().and_then(start));
        let until = until.map_err(|_| ApiError::input("until", "Give a day within the calendar."))?;
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let found = commands::figures(app, viewer, (from, until)).await?;
        AppraiserFigures::all(ctx, found).await
    }
}
