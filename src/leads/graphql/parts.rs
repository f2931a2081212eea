//! Loaders of what lies below a list of leads: the same page of each one's comments or entries and their totals, so that a
//! page of leads with their parts costs as many statements as one lead.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use super::loaders::{self, Eyes, LeadLoader, SentOf};
use crate::{
    leads::store::{self, DeliveryRow, Part},
    platform::{
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
};

/// A page of a lead's comments or entries, and how many there are: each only where it is asked for.
pub(super) async fn page<P: Part>(
    ctx: &Context<'_>,
    eyes: &Eyes,
    lead: Uuid,
    part: P,
    args: PageArgs,
) -> Result<(Page<P::Row>, u64)> {
    let (loader, eyes) = (loaders::of(ctx)?, eyes.clone());
    let asks = |fields: &[&str]| fields.iter().any(|field| ctx.look_ahead().field(field).exists());
    let mut total = 0;
    if asks(&["totalCount", "totalCountIsExact"]) {
        let eyes = eyes.clone();
        let counted = loader.load_one(TotalOf { eyes, lead, part });
        total = *counted.await?.unwrap_or_default();
    }
    let mut page = None;
    if asks(&["edges", "nodes", "pageInfo"]) {
        page = loader.load_one(PartsOf { eyes, lead, part, args }).await?;
    }
    let page = page.map_or_else(|| Page::cut(Vec::new(), &args), Arc::unwrap_or_clone);
    Ok((page, total))
}

/// Every delivery of a lead, for its keepers' counts and questions.
pub(super) async fn sent(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Arc<Vec<DeliveryRow>>> {
    let rows = loaders::of(ctx)?.load_one(SentOf(eyes.clone(), lead)).await?;
    Ok(rows.unwrap_or_default())
}

/// A page of a lead's comments or entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PartsOf<P> {
    eyes: Eyes,
    lead: Uuid,
    part: P,
    args: PageArgs,
}

impl<P: Part> Loader<PartsOf<P>> for LeadLoader {
    type Value = Page<P::Row>;
    type Error = ApiError;

    async fn load(&self, keys: &[PartsOf<P>]) -> Result<HashMap<PartsOf<P>, Page<P::Row>>> {
        let mut wanted: HashMap<(&Eyes, P, PageArgs), Vec<Uuid>> = HashMap::new();
        for key in keys {
            let leads = wanted.entry((&key.eyes, key.part, key.args)).or_default();
            leads.push(key.lead);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for ((eyes, part, args), leads) in wanted {
            let pages = store::child_pages::<P>(self.0.db.read(), eyes.sight(), &leads, &args).await?;
            found.extend(pages.into_iter().map(|(lead, page)| {
                let eyes = eyes.clone();
                (PartsOf { eyes, lead, part, args }, page)
            }));
        }
        Ok(found)
    }
}

/// How many comments or entries of a lead there are to see.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct TotalOf<P> {
    eyes: Eyes,
    lead: Uuid,
    part: P,
}

impl<P: Part> Loader<TotalOf<P>> for LeadLoader {
    type Value = u64;
    type Error = ApiError;

    async fn load(&self, keys: &[TotalOf<P>]) -> Result<HashMap<TotalOf<P>, u64>> {
        let mut wanted: HashMap<(&Eyes, P), Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry((&key.eyes, key.part)).or_default().push(key.lead);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for ((eyes, part), leads) in wanted {
            let counts = store::child_counts::<P>(self.0.db.read(), eyes.sight(), &leads).await?;
            found.extend(counts.into_iter().map(|(lead, total)| {
                let eyes = eyes.clone();
                (TotalOf { eyes, lead, part }, total)
            }));
        }
        Ok(found)
    }
}
