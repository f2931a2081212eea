//! Loaders of blind matches, keyed by who looks and by id.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    blind_match::commands::{Held, Matching, Within, held, matching_of},
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
};

/// Loads by (eyes, id).
pub struct BlindMatchLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<BlindMatchLoader> {
    Batching::new(BlindMatchLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<BlindMatchLoader>> {
    ctx.data::<Batching<BlindMatchLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// The own subjects behind a match that these eyes see.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct HeldBy(pub(super) Eyes, pub(super) Uuid);

/// How a lead of one's own is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct MatchingOf(pub(super) Eyes, pub(super) Uuid);

impl Loader<HeldBy> for BlindMatchLoader {
    type Value = Vec<Held>;
    type Error = ApiError;

    async fn load(&self, keys: &[HeldBy]) -> Result<HashMap<HeldBy, Vec<Held>>> {
        let mut found: HashMap<HeldBy, Vec<Held>> = keys.iter().map(|key| (key.clone(), Vec::new())).collect();
        for (eyes, sides) in by_eyes(keys.iter().map(|HeldBy(eyes, side)| (eyes, *side))) {
            for (side, held) in held(self.0.db.read(), eyes.sight(), &sides).await? {
                found.entry(HeldBy(eyes.clone(), side)).or_default().push(held);
            }
        }
        Ok(found)
    }
}

impl Loader<MatchingOf> for BlindMatchLoader {
    type Value = Matching;
    type Error = ApiError;

    async fn load(&self, keys: &[MatchingOf]) -> Result<HashMap<MatchingOf, Matching>> {
        let mut found = HashMap::with_capacity(keys.len());
        for (eyes, leads) in by_eyes(keys.iter().map(|MatchingOf(eyes, lead)| (eyes, *lead))) {
            let within = Within::of(eyes.viewer(), self.0.now());
            let rows = matching_of(self.0.db.read(), &within, &leads).await?;
            found.extend(
                rows.into_iter()
                    .map(|(lead, matching)| (MatchingOf(eyes.clone(), lead), matching)),
            );
        }
        Ok(found)
    }
}

/// What is wanted, for each pair of eyes.
fn by_eyes<'a>(keys: impl Iterator<Item = (&'a Eyes, Uuid)>) -> HashMap<&'a Eyes, Vec<Uuid>> {
    let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
    for (eyes, id) in keys {
        wanted.entry(eyes).or_default().push(id);
    }
    wanted
}
