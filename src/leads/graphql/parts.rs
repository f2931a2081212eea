//! Loaders of what lies below a list of leads: the same page of each one's comments or entries, their totals, and the names
//! behind them, so that a page of leads with their parts costs as many statements as one lead.

use std::collections::HashMap;

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use super::loaders::{self, Eyes, LeadLoader, SentOf};
use crate::{
    audience::Children,
    leads::store::{self, DeliveryRow, OrganizationRow},
    platform::{
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
};

/// A page of a lead's comments or entries, and how many there are where that is asked for.
pub(super) async fn page(
    ctx: &Context<'_>,
    eyes: &Eyes,
    lead: Uuid,
    children: Children,
    args: PageArgs,
) -> Result<(Page<Uuid>, u64)> {
    let loader = loaders::of(ctx)?;
    let asks = |field: &str| ctx.look_ahead().field(field).exists();
    let mut total = 0;
    if asks("totalCount") || asks("totalCountIsExact") {
        let eyes = eyes.clone();
        let counted = loader.load_one(TotalOf { eyes, lead, children });
        total = counted.await?.unwrap_or_default();
    }
    let key = PartsOf {
        eyes: eyes.clone(),
        lead,
        children,
        args,
    };
    let page = loader.load_one(key).await?;
    Ok((page.unwrap_or_else(|| Page::cut(Vec::new(), &args)), total))
}

/// Every delivery of a lead, for its keepers' counts and questions.
pub(super) async fn sent(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Vec<DeliveryRow>> {
    let rows = loaders::of(ctx)?.load_one(SentOf(eyes.clone(), lead)).await?;
    Ok(rows.unwrap_or_default())
}

/// A page of a lead's comments or entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PartsOf {
    pub(super) eyes: Eyes,
    pub(super) lead: Uuid,
    pub(super) children: Children,
    pub(super) args: PageArgs,
}

impl Loader<PartsOf> for LeadLoader {
    type Value = Page<Uuid>;
    type Error = ApiError;

    async fn load(&self, keys: &[PartsOf]) -> Result<HashMap<PartsOf, Page<Uuid>>> {
        let mut wanted: HashMap<(&Eyes, Children, PageArgs), Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted
                .entry((&key.eyes, key.children, key.args))
                .or_default()
                .push(key.lead);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for ((eyes, children, args), leads) in wanted {
            for (lead, page) in store::child_pages(self.0.db.read(), eyes.sight(), children, &leads, &args).await? {
                let eyes = eyes.clone();
                found.insert(
                    PartsOf {
                        eyes,
                        lead,
                        children,
                        args,
                    },
                    page,
                );
            }
        }
        Ok(found)
    }
}

/// How many comments or entries of a lead there are to see.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct TotalOf {
    pub(super) eyes: Eyes,
    pub(super) lead: Uuid,
    pub(super) children: Children,
}

impl Loader<TotalOf> for LeadLoader {
    type Value = u64;
    type Error = ApiError;

    async fn load(&self, keys: &[TotalOf]) -> Result<HashMap<TotalOf, u64>> {
        let mut wanted: HashMap<(&Eyes, Children), Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry((&key.eyes, key.children)).or_default().push(key.lead);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for ((eyes, children), leads) in wanted {
            for (lead, total) in store::child_counts(self.0.db.read(), eyes.sight(), children, &leads).await? {
                let eyes = eyes.clone();
                found.insert(TotalOf { eyes, lead, children }, total);
            }
        }
        Ok(found)
    }
}

/// Somebody to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NameOf {
    Person(Uuid),
    Organization(Uuid),
}

/// What is known under a [`NameOf`].
#[derive(Debug, Clone)]
pub(super) enum Known {
    Person(String),
    Organization(OrganizationRow),
}

impl Loader<NameOf> for LeadLoader {
    type Value = Known;
    type Error = ApiError;

    async fn load(&self, keys: &[NameOf]) -> Result<HashMap<NameOf, Known>> {
        let (mut people, mut organizations) = (Vec::new(), Vec::new());
        for key in keys {
            match key {
                NameOf::Person(id) => people.push(*id),
                NameOf::Organization(id) => organizations.push(*id),
            }
        }
        let (people, organizations) = store::names(self.0.db.read(), &people, &organizations).await?;
        let people = people
            .into_iter()
            .map(|(id, name)| (NameOf::Person(id), Known::Person(name)));
        let organizations = organizations
            .into_iter()
            .map(|(id, row)| (NameOf::Organization(id), Known::Organization(row)));
        Ok(people.chain(organizations).collect())
    }
}
