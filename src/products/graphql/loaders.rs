//! Loaders of product sheets: by who looks, or by what was seen already.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    audience::Sight,
    known,
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, gathered},
    },
    products::{
        commands,
        store::{self, FeatureRow, GrantRow, PictureRow, ReaderRow, RevisionRow},
    },
};

/// Loads by (eyes, id), or by the id of something that was seen.
pub struct ProductLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<ProductLoader> {
    Batching::new(ProductLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<ProductLoader>> {
    ctx.data::<Batching<ProductLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// What some eyes see of an id: a key, what it gives, and how it is read.
macro_rules! seen {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $eyes:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Eyes, pub(super) Uuid);

        impl Loader<$key> for ProductLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
                for key in keys {
                    wanted.entry(&key.0).or_default().push(key.1);
                }
                let mut found = HashMap::with_capacity(keys.len());
                for ($eyes, $ids) in wanted {
                    let $app = &self.0;
                    let rows: Vec<(Uuid, $value)> = $rows;
                    found.extend(rows.into_iter().map(|(id, row)| ($key($eyes.clone(), id), row)));
                }
                Ok(found)
            }
        }
    )+};
}

fn sight(app: &App, eyes: &Eyes) -> Sight {
    Sight::of(eyes.viewer(), Action::ProductRead, app.now())
}

seen! {
    /// A sheet.
    ProductKey => store::ProductRow, |app, eyes, ids| {
        let rows = store::products_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// A feature.
    FeatureKey => FeatureRow, |app, eyes, ids| {
        let rows = store::features_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The features of a sheet, the first one first; reading somebody else's is written down.
    FeaturesOf => Vec<FeatureRow>, |app, eyes, ids| {
        let rows = commands::features_shown(app, eyes.viewer(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.product_id, row)))
    };
}

known! {
    ProductLoader;
    /// The pictures of a sheet that was seen, those of its features too.
    PicturesOf => Vec<PictureRow>, |app, ids| {
        let rows = store::pictures_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.product_id, row)))
    };
    /// To whom a sheet is opened.
    GrantsOf => Vec<GrantRow>, |app, ids| {
        let rows = store::grants_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.product_id, row)))
    };
    /// How a feature that was seen stood, the last one first.
    RevisionsOf => Vec<RevisionRow>, |app, ids| {
        let rows = store::revisions_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.feature_id, row)))
    };
    /// Who is named for a feature that was seen.
    ReadersOf => Vec<ReaderRow>, |app, ids| {
        let rows = store::readers_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.feature_id, row)))
    };
}
