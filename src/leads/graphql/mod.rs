//! GraphQL of leads.

mod actions;
mod answers;
mod audience;
mod bulk;
mod delivery;
mod enums;
mod evidence;
mod feedback;
mod filters;
mod following;
mod grant;
mod handling;
mod inputs;
mod item;
mod lead;
mod loaders;
mod merge;
mod mutations;
mod parts;
mod search;
mod shown;
mod sighting;
mod signatures;
mod subscription;
mod timeline;

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

pub use audience::AudiencePreview;
pub use bulk::{BulkMutation, BulkQuery};
pub use delivery::Delivery;
pub use enums::{GqlHandlingCode, GqlTlp};
pub use enums::{GqlInfringementType, GqlLeadOutcome, GqlPriority, GqlVerdict};
pub(crate) use evidence::{evidence_scene, tlp_shown};
pub use filters::{DeliveryFilter, DeliveryOrder, LeadFilter, LeadOrder};
pub use following::{FollowingMutation, FollowingQuery};
pub use grant::LeadGrant;
pub use inputs::MoneyInput;
pub use item::{LeadItem, Money};
pub use lead::Lead;
pub use loaders::{Eyes, LeadLoader, loader};
pub use mutations::LeadsMutation;
pub use search::{SearchHit, SearchQueries, SearchTotals};
pub use shown::Shown;
pub use sighting::Sighting;
pub(crate) use signatures::{Attribution, Scene, Signatures};
pub use subscription::LeadsSubscription;
pub use timeline::{Comment, TimelineEntry};

use super::{commands, store};
use crate::{
    app::App,
    audience::Order,
    platform::{
        error::{ApiError, Result},
        graphql::{
            Known as _,
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::{IdKind, is_reference},
    },
    sessions,
};
use enums::{DeliveryOrderField, OrderDirection};
use inputs::PreviewAudienceInput;
use merge::{GqlMergePreview, PreviewMergeInput};

/// Reading leads.
#[derive(Debug, Default)]
pub struct LeadsQuery;

#[Object]
impl LeadsQuery {
    /// The leads that the viewer sees, latest first unless ordered otherwise.
    #[expect(
        clippy::too_many_arguments,
        reason = "a connection's arguments, a filter and an order"
    )]
    async fn leads(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which leads; all where nothing is said.")] filter: Option<LeadFilter>,
        #[graphql(desc = "The order; latest first where nothing is said.")] order_by: Option<LeadOrder>,
    ) -> Result<Connection<String, Lead, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let eyes = Eyes::from(ctx)?;
        let query = filter.unwrap_or_default().read(eyes.viewer())?;
        let order = order_by.map_or((Order::CreatedAt, true), LeadOrder::read);
        let page = store::lead_page(app.db.read(), eyes.sight(), &query, order, &args).await?;
        let page = page.try_map(|row| Lead::of(row, eyes.clone()))?;
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { store::lead_count(app.db.read(), eyes.sight(), &query).await })
        }))
    }

    /// A lead; `NOT_FOUND` where there is none that the viewer sees.
    async fn lead(&self, ctx: &Context<'_>, #[graphql(desc = "The lead's id.")] id: ID) -> Result<Option<Lead>> {
        let eyes = Eyes::from(ctx)?;
        let row = store::lead_find(
            from_context::<App>(ctx)?.db.read(),
            eyes.sight(),
            uuid(IdKind::Lead, &id)?,
        )
        .await?;
        Lead::of(row, eyes).map(Some)
    }

    /// A lead by what people call it; `NOT_FOUND` where there is none that the viewer sees.
    async fn lead_by_reference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Such as `LD-26-7K3QX2`, in either case.")] reference: String,
    ) -> Result<Option<Lead>> {
        let eyes = Eyes::from(ctx)?;
        let reference = reference.trim().to_ascii_uppercase();
        if !is_reference(&reference) {
            return Err(ApiError::not_found());
        }
        let row = store::lead_find_by_reference(from_context::<App>(ctx)?.db.read(), eyes.sight(), &reference).await?;
        Lead::of(row, eyes).map(Some)
    }

    /// Who would see a lead if it were shared so; the token of the answer goes into `shareLead`.
    async fn preview_audience(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead and what would be shared.")] input: PreviewAudienceInput,
    ) -> Result<Option<AudiencePreview>> {
        let lead = uuid(IdKind::Lead, &input.id)?;
        let preview =
            commands::preview(from_context::<App>(ctx)?, sessions::viewer(ctx)?, lead, &input.read()?).await?;
        Ok(Some(AudiencePreview(preview)))
    }

    /// What letting a lead go on with another one would do; `NOT_FOUND` where the viewer does not see both.
    async fn preview_merge(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The two leads.")] input: PreviewMergeInput,
    ) -> Result<Option<GqlMergePreview>> {
        let (id, into) = (uuid(IdKind::Lead, &input.id)?, uuid(IdKind::Lead, &input.into_id)?);
        let preview = commands::preview_merge(from_context::<App>(ctx)?, sessions::viewer(ctx)?, id, into).await?;
        Ok(Some(GqlMergePreview(preview)))
    }

    /// The deliveries that the viewer sees, those due first in front unless ordered otherwise.
    #[expect(
        clippy::too_many_arguments,
        reason = "a connection's arguments, a filter and an order"
    )]
    async fn deliveries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which deliveries; all where nothing is said.")] filter: Option<DeliveryFilter>,
        #[graphql(desc = "The order; those due first in front where nothing is said.")] order_by: Option<DeliveryOrder>,
    ) -> Result<Connection<String, Delivery, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let eyes = Eyes::from(ctx)?;
        let query = filter.unwrap_or_default().read(eyes.viewer())?;
        let order = order_by.map_or((Order::DueAt, false), delivery_order);
        let page = store::delivery_page(app.db.read(), eyes.sight(), &query, order, &args).await?;
        let page = page.try_map(|row| Delivery::of(row, eyes.clone()))?;
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { store::delivery_count(app.db.read(), eyes.sight(), &query).await })
        }))
    }

    /// A delivery; `NOT_FOUND` where there is none that the viewer sees.
    async fn delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery's id.")] id: ID,
    ) -> Result<Option<Delivery>> {
        let found = delivery(ctx, uuid(IdKind::Delivery, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}

fn delivery_order(order: DeliveryOrder) -> (Order, bool) {
    let field = match order.field {
        DeliveryOrderField::DueAt => Order::DueAt,
        DeliveryOrderField::CreatedAt => Order::CreatedAt,
    };
    (field, order.direction == OrderDirection::Desc)
}

/// Whether the viewer may name somebody in a lead that these eyes see.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn may_add_to(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<bool> {
    match Lead::load(ctx, eyes, lead).await? {
        Some(lead) => lead.takes_subjects_of_viewer(ctx).await,
        None => Ok(false),
    }
}

// What `node` hands out goes into the answer by ways of the library's own, so that it is noted here.

/// The lead of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn lead(ctx: &Context<'_>, id: Uuid) -> Result<Option<Lead>> {
    Ok(Lead::load(ctx, &Eyes::from(ctx)?, id)
        .await?
        .inspect(|found| found.shown()))
}

/// Those of some leads that the caller sees, by their ids and by one statement: for a page of something that names leads.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn leads_seen(ctx: &Context<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, Lead>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let eyes = Eyes::from(ctx)?;
    let rows = store::leads_seen(from_context::<App>(ctx)?.db.read(), eyes.sight(), ids).await?;
    let lead = |row: store::LeadRow| Ok((row.id, Lead::of(row, eyes.clone())?));
    rows.into_iter().map(lead).collect()
}

/// The item of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn item(ctx: &Context<'_>, id: Uuid) -> Result<Option<LeadItem>> {
    let eyes = Eyes::from(ctx)?;
    let row = loaders::of(ctx)?.load_one(loaders::ItemKey(eyes.clone(), id)).await?;
    let item = row.map(|row| LeadItem::of(row, &eyes));
    Ok(item.inspect(|found| found.shown()))
}

/// The items of some ids that some eyes see, in that order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn items(ctx: &Context<'_>, eyes: &Eyes, ids: &[Uuid]) -> Result<Vec<LeadItem>> {
    let mut rows = store::items_by_ids(from_context::<App>(ctx)?.db.read(), eyes.sight(), ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows.into_iter().map(|row| LeadItem::of(Arc::new(row), eyes)).collect())
}

/// The delivery of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn delivery(ctx: &Context<'_>, id: Uuid) -> Result<Option<Delivery>> {
    Ok(Delivery::load(ctx, &Eyes::from(ctx)?, id)
        .await?
        .inspect(|found| found.shown()))
}

/// The comment of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn comment(ctx: &Context<'_>, id: Uuid) -> Result<Option<Comment>> {
    Ok(Comment::load(ctx, &Eyes::from(ctx)?, id)
        .await?
        .inspect(|found| found.shown()))
}

/// The entry of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn entry(ctx: &Context<'_>, id: Uuid) -> Result<Option<TimelineEntry>> {
    Ok(TimelineEntry::load(ctx, &Eyes::from(ctx)?, id)
        .await?
        .inspect(|found| found.shown()))
}
