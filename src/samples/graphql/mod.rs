//! GraphQL of samples.

mod enums;
mod inputs;
mod loaders;
mod mutations;
mod object;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

pub use loaders::{SampleLoader, loader};
pub use mutations::SamplesMutation;
pub use object::Sample;

use super::store::{self, SampleQuery, SampleSight};
use crate::{
    app::App,
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
};
use inputs::SampleFilter;

impl SampleFilter {
    fn read(self, app: &App, eyes: &Eyes) -> Result<SampleQuery> {
        let viewer = eyes.viewer();
        let orders = viewer.has(Action::AppraisalOrder);
        Ok(SampleQuery {
            purchase: self.purchase_id.map(|id| uuid(IdKind::Purchase, &id)).transpose()?,
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            disposals: self.disposals.unwrap_or_default().into_iter().map(Into::into).collect(),
            disposed: self.disposed,
            holder: self.in_my_hand.unwrap_or_default().then_some(viewer.person),
            ended: self.retention_ended.map(|ended| (ended, object::moment(app))),
            quality_due: self.quality_due.filter(|_| orders),
        })
    }
}

/// The queries of samples.
#[derive(Debug, Default)]
pub struct SamplesQuery;

#[Object]
impl SamplesQuery {
    /// A sample; `NOT_FOUND` where there is none that the viewer sees.
    async fn sample(&self, ctx: &Context<'_>, #[graphql(desc = "The sample's id.")] id: ID) -> Result<Option<Sample>> {
        let found = Sample::load(ctx, uuid(IdKind::Sample, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The samples that the viewer sees, the latest first.
    async fn samples(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<SampleFilter>,
    ) -> Result<Connection<String, Sample, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read(&app, &eyes)?;
        let sight = SampleSight::of(eyes.viewer(), app.now());
        let page = store::sample_page(app.db.read(), &sight, &query, &args).await?;
        let evidence: Vec<Uuid> = page.rows.iter().map(|(_, _, row)| row.evidence_id).collect();
        let open = Sample::open_among(ctx, &evidence, &eyes).await?;
        let page = page.map(|row| Sample::of(row, &eyes, &open));
        Ok(connection(page, move || {
            let (app, sight, query) = (Arc::clone(&app), sight.clone(), query.clone());
            Box::pin(async move { store::sample_count(app.db.read(), &sight, &query).await })
        }))
    }
}
