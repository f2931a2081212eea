//! Loaders of evidence and what stands around it, keyed by who looks and by id.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    audience::Sight,
    evidence::{
        rules::custody::Link,
        store::{self, DestructionRow, HoldRow, ItemRow, StampRow, TransferRow},
    },
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::{
            Batching,
            connection::{Page, PageArgs},
        },
    },
};

/// Loads by (eyes, id), or by id alone what belongs to a piece that was seen.
pub struct EvidenceLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<EvidenceLoader> {
    Batching::new(EvidenceLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<EvidenceLoader>> {
    ctx.data::<Batching<EvidenceLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// What these eyes see of evidence: no more than of leads, and nothing where the role reads none.
pub(super) fn sight(app: &App, eyes: &Eyes) -> Sight {
    Sight::of(eyes.viewer(), Action::EvidenceRead, app.now())
}

/// A piece by its id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct ItemKey(pub(super) Eyes, pub(super) Uuid);

impl Loader<ItemKey> for EvidenceLoader {
    type Value = ItemRow;
    type Error = ApiError;

    async fn load(&self, keys: &[ItemKey]) -> Result<HashMap<ItemKey, ItemRow>> {
        let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry(&key.0).or_default().push(key.1);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for (eyes, ids) in wanted {
            let rows = store::items_seen(self.0.db.read(), &sight(&self.0, eyes), &ids).await?;
            found.extend(rows.into_iter().map(|row| (ItemKey(eyes.clone(), row.id), row)));
        }
        Ok(found)
    }
}

/// A page of a lead's evidence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PageOf {
    pub(super) eyes: Eyes,
    pub(super) lead: Uuid,
    pub(super) args: PageArgs,
}

impl Loader<PageOf> for EvidenceLoader {
    type Value = Page<ItemRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[PageOf]) -> Result<HashMap<PageOf, Page<ItemRow>>> {
        let mut wanted: HashMap<(&Eyes, PageArgs), Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry((&key.eyes, key.args)).or_default().push(key.lead);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for ((eyes, args), leads) in wanted {
            let pages = store::item_pages(self.0.db.read(), &sight(&self.0, eyes), &leads, &args).await?;
            found.extend(pages.into_iter().map(|(lead, page)| {
                let eyes = eyes.clone();
                (PageOf { eyes, lead, args }, page)
            }));
        }
        Ok(found)
    }
}

/// How many pieces a lead has to see.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct TotalOf(pub(super) Eyes, pub(super) Uuid);

impl Loader<TotalOf> for EvidenceLoader {
    type Value = u64;
    type Error = ApiError;

    async fn load(&self, keys: &[TotalOf]) -> Result<HashMap<TotalOf, u64>> {
        let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry(&key.0).or_default().push(key.1);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for (eyes, leads) in wanted {
            let counts = store::item_counts(self.0.db.read(), &sight(&self.0, eyes), &leads).await?;
            found.extend(
                counts
                    .into_iter()
                    .map(|(lead, total)| (TotalOf(eyes.clone(), lead), total)),
            );
        }
        Ok(found)
    }
}

/// What belongs to a piece that was seen.
macro_rules! of_seen {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Uuid);

        impl Loader<$key> for EvidenceLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let $ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
                let $app = &self.0;
                let rows: Vec<(Uuid, $value)> = $rows;
                Ok(rows.into_iter().map(|(id, row)| ($key(id), row)).collect())
            }
        }
    )+};
}

of_seen! {
    /// The hand-over of a piece that waits.
    TransferOf => TransferRow, |app, ids| {
        let rows = store::transfers_open(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.evidence_id, row)).collect()
    };
    /// The undecided wish to destroy a piece.
    DestructionOf => DestructionRow, |app, ids| {
        let rows = store::destructions_open(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.evidence_id, row)).collect()
    };
    /// The timestamp of a piece.
    StampOf => StampRow, |app, ids| {
        let rows = store::stamps_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The holds of a piece, the first one first.
    HoldsOf => Vec<HoldRow>, |app, ids| {
        let mut lists: HashMap<Uuid, Vec<HoldRow>> = HashMap::new();
        for row in store::holds_of(app.db.read(), &ids).await? {
            lists.entry(row.evidence_id).or_default().push(row);
        }
        lists.into_iter().collect()
    };
}

/// A page of the chain of a piece that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct ChainOf {
    pub(super) evidence: Uuid,
    pub(super) args: PageArgs,
}

impl Loader<ChainOf> for EvidenceLoader {
    type Value = Page<Link>;
    type Error = ApiError;

    async fn load(&self, keys: &[ChainOf]) -> Result<HashMap<ChainOf, Page<Link>>> {
        let mut wanted: HashMap<PageArgs, Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry(key.args).or_default().push(key.evidence);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for (args, ids) in wanted {
            let pages = store::event_pages(self.0.db.read(), &ids, &args).await?;
            found.extend(
                pages
                    .into_iter()
                    .map(|(evidence, page)| (ChainOf { evidence, args }, page)),
            );
        }
        Ok(found)
    }
}
