//! Loaders of samples: by who looks and what they are of, or by the piece of evidence that they are, because whoever sees a
//! sample sees those.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    appraisals,
    audience::{self, Kind, Sight},
    evidence::{self, ItemRow, TransferRow},
    known,
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, gathered},
    },
    samples::store::{self, SampleRow, SampleSight},
};

/// Loads by (eyes, id), or by the id of a piece of evidence.
pub struct SampleLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<SampleLoader> {
    Batching::new(SampleLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<SampleLoader>> {
    ctx.data::<Batching<SampleLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// What some eyes see of an id: a key, what it gives, and how it is read.
macro_rules! seen {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $eyes:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Eyes, pub(super) Uuid);

        impl Loader<$key> for SampleLoader {
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

fn sight(app: &App, eyes: &Eyes) -> SampleSight {
    SampleSight::of(eyes.viewer(), app.now())
}

seen! {
    /// A sample.
    SampleKey => SampleRow, |app, eyes, ids| {
        let rows = store::samples_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The samples of a purchase, by number.
    OfPurchase => Vec<SampleRow>, |app, eyes, ids| {
        let rows = store::samples_of_purchases_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// The samples of a lead.
    OfLead => Vec<SampleRow>, |app, eyes, ids| {
        let rows = store::samples_of_leads_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.lead_id, row)))
    };
    /// The sample that a piece of evidence is.
    OfEvidence => SampleRow, |app, eyes, ids| {
        let rows = store::samples_of_evidence_seen(app.db.read(), &sight(app, eyes), &ids).await?;
        rows.into_iter().map(|row| (row.evidence_id, row)).collect()
    };
    /// That a piece of evidence is seen, and not only what is inspected of it.
    Open => (), |app, eyes, ids| {
        let sight = Sight::of(eyes.viewer(), Action::EvidenceRead, app.now());
        let found = audience::seen(app.db.read(), &sight, Kind::Evidence, &ids).await?;
        found.into_iter().map(|id| (id, ())).collect()
    };
    /// That the viewer inspects a sample, or has.
    Inspected => (), |app, eyes, ids| {
        let found = appraisals::inspected(app.db.read(), &ids, eyes.viewer().person).await?;
        found.into_iter().map(|id| (id, ())).collect()
    };
}

known! {
    SampleLoader;
    /// A piece of evidence, whoever may see it.
    ItemOf => ItemRow, |app, ids| {
        let rows = evidence::items(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The hand-over of a piece of evidence that waits for the other hand.
    WaitingOf => TransferRow, |app, ids| {
        let rows = evidence::transfers_waiting(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.evidence_id, row)).collect()
    };
}
