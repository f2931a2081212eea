//! GraphQL of ingest.

mod enums;
mod inputs;
mod objects;

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

use self::{
    inputs::{IngestListingsInput, IngestedListingFilter},
    objects::{IngestListingsPayload, ListingResult},
};
use super::{
    commands::{self, IngestOrder, ItemResult},
    rules::ListingOutcome,
    store,
};
use crate::{
    app::App,
    leads::graphql::{Eyes, Lead, LeadItem, items, leads_seen},
    platform::{
        error::Result,
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, outcome, uuid,
        },
        ids::IdKind,
    },
    sessions,
};

pub use objects::{IngestRun, IngestedListing};

/// The queries of ingest.
#[derive(Default)]
pub struct IngestQuery;

#[Object]
impl IngestQuery {
    /// The listings that came in for the viewer's organisation or a principal and whose leads the viewer sees, the
    /// latest first, with what became of them.
    async fn ingested_listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<IngestedListingFilter>,
    ) -> Result<Connection<String, IngestedListing, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let sides = commands::sides(&app, sessions::viewer(ctx)?);
        let query = filter.unwrap_or_default().read();
        let page = store::listing_page(app.db.read(), &sides, &query, &args).await?;
        let rows = || page.rows.iter().map(|(_, _, row)| row);
        let leads: Vec<Uuid> = rows().map(|row| row.lead_id).collect();
        let wanted: Vec<Uuid> = rows().filter_map(|row| row.item_id).collect();
        let leads = leads_seen(ctx, &leads).await?;
        let items = items_seen(ctx, &wanted).await?;
        let page = page.filter_map(|row| {
            Some(IngestedListing {
                lead: leads.get(&row.lead_id)?.clone(),
                item: row.item_id.and_then(|item| items.get(&item).cloned()),
                row,
            })
        });
        Ok(connection(page, move || {
            let (app, sides, query) = (Arc::clone(&app), sides.clone(), query.clone());
            Box::pin(async move { store::listing_count(app.db.read(), &sides, &query).await })
        }))
    }

    /// The viewer's own streams of lines, the latest first.
    async fn ingest_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, IngestRun, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, person) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?.person);
        let page = commands::runs(&app, person, &args).await?;
        Ok(connection(page.map(IngestRun::from), move || {
            let app = Arc::clone(&app);
            Box::pin(async move { commands::run_total(&app, person).await })
        }))
    }

    /// A stream of lines of the viewer; `NOT_FOUND` where there is none.
    async fn ingest_run(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The stream's id.")] id: ID,
    ) -> Result<Option<IngestRun>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let row = commands::find_run(app, viewer, uuid(IdKind::IngestRun, &id)?).await?;
        Ok(Some(row.into()))
    }
}

/// The mutations of ingest.
#[derive(Default)]
pub struct IngestMutation;

#[Object]
impl IngestMutation {
    /// Hands listings in, each by itself: a refusal of one is none of the others. A listing is known by platform,
    /// listing id and brand within the organisation whose lead it becomes, so everything can be sent again and needs
    /// no idempotency key; after `TIME_LIMIT_EXCEEDED` the same call goes on.
    async fn ingest_listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The listings, and how they are handed in.")] input: IngestListingsInput,
    ) -> Result<IngestListingsPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let order = input.read()?;
        let names = external_ids(&order);
        let (results, user_errors) = outcome(Box::pin(commands::ingest(app, viewer, order)).await)?;
        let results = results.unwrap_or_default();
        let leads: Vec<Uuid> = results.iter().filter_map(|result| result.lead).collect();
        let leads = match ctx.look_ahead().field("results").field("lead").exists() {
            true => leads_seen(ctx, &leads).await?,
            false => HashMap::new(),
        };
        Ok(IngestListingsPayload {
            user_errors,
            ..payload(results, names, &leads)
        })
    }
}

fn external_ids(order: &IngestOrder) -> Vec<Option<String>> {
    order
        .listings
        .iter()
        .map(|listing| listing.external_id.clone())
        .collect()
}

/// What is told of results.
fn payload(results: Vec<ItemResult>, names: Vec<Option<String>>, leads: &HashMap<Uuid, Lead>) -> IngestListingsPayload {
    use ListingOutcome::{AlreadyThere, Created, Duplicate, Refused, WouldCreate};
    let count = |wanted: &[ListingOutcome]| {
        let found = results.iter().filter(|result| wanted.contains(&result.outcome));
        i32::try_from(found.count()).unwrap_or(i32::MAX)
    };
    let (created, already_there) = (count(&[Created, WouldCreate]), count(&[AlreadyThere]));
    let (duplicates, refused) = (count(&[Duplicate]), count(&[Refused]));
    let told = results.into_iter().zip(names).enumerate();
    let result = |(index, (result, name)): (usize, (ItemResult, Option<String>))| {
        let lead = result.lead.and_then(|lead| leads.get(&lead).cloned());
        ListingResult::of(index, name, result, lead)
    };
    IngestListingsPayload {
        results: told.map(result).collect(),
        created,
        already_there,
        duplicates,
        refused,
        user_errors: Vec::new(),
    }
}

/// Those of some items that the viewer sees, by their ids.
async fn items_seen(ctx: &Context<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, LeadItem>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let seen = items(ctx, &Eyes::from(ctx)?, ids).await?;
    Ok(seen.into_iter().map(|item| (item.key(), item)).collect())
}
