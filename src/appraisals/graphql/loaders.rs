//! Loaders of appraisals: by who looks and what they are of, or by the id of what was seen.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    appraisals::{
        self,
        rules::{Case, Policy},
        store::{self, AppraisalRow, AppraisalSight, PhotoRow, ReportRow},
    },
    known,
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, gathered},
    },
    purchases::{self, PurchaseFacts},
    samples::{self, SampleRow},
};

/// Loads by (eyes, id), or by id.
pub struct AppraisalLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<AppraisalLoader> {
    Batching::new(AppraisalLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<AppraisalLoader>> {
    ctx.data::<Batching<AppraisalLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// What some eyes see of an id: a key, what it gives, and how it is read.
macro_rules! seen {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $sight:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Eyes, pub(super) Uuid);

        impl Loader<$key> for AppraisalLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
                for key in keys {
                    wanted.entry(&key.0).or_default().push(key.1);
                }
                let mut found = HashMap::with_capacity(keys.len());
                for (eyes, $ids) in wanted {
                    let $app = &self.0;
                    let $sight = AppraisalSight::of(eyes.viewer(), $app.now());
                    let rows: Vec<(Uuid, $value)> = $rows;
                    found.extend(rows.into_iter().map(|(id, row)| ($key(eyes.clone(), id), row)));
                }
                Ok(found)
            }
        }
    )+};
}

seen! {
    /// An appraisal.
    AppraisalKey => AppraisalRow, |app, sight, ids| {
        let rows = store::appraisals_seen(app.db.read(), &sight, &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// Those of a sample, the first one first.
    OfSample => Vec<AppraisalRow>, |app, sight, ids| {
        let rows = store::appraisals_of_samples_seen(app.db.read(), &sight, &ids).await?;
        gathered(rows.into_iter().map(|row| (row.sample_id, row)))
    };
    /// Those of a purchase, by sample, the first one first.
    OfPurchase => Vec<AppraisalRow>, |app, sight, ids| {
        let all = store::appraisals_of_purchases(app.db.read(), &ids).await?;
        let all: Vec<Uuid> = all.into_iter().map(|row| row.id).collect();
        let rows = store::appraisals_seen(app.db.read(), &sight, &all).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
}

known! {
    AppraisalLoader;
    /// The versions of a report, by the appraisal's id.
    ReportsOf => Vec<ReportRow>, |app, ids| {
        let rows = store::reports_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.appraisal_id, row)))
    };
    /// The photos of a version.
    PhotosOf => Vec<PhotoRow>, |app, ids| {
        let rows = store::photos_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.report_id, row)))
    };
    /// What was bought, by the purchase's id.
    FactsOf => PurchaseFacts, |app, ids| {
        let rows = purchases::facts(app.db.read(), &ids).await?;
        rows.into_iter().map(|facts| (facts.id, facts)).collect()
    };
    /// How appraisals in a programme are judged; nobody's id is that of none.
    PolicyOf => Policy, |app, ids| {
        let programs: Vec<Option<Uuid>> = ids.into_iter().map(Some).collect();
        appraisals::policies(app.db.read(), &programs).await?.into_iter().collect()
    };
    /// What the appraisals of a sample come to.
    CaseOfSample => Case, |app, ids| appraisals::conclusions_of_samples(app.db.read(), &ids).await?;
    /// What those of a purchase come to.
    CaseOfPurchase => Case, |app, ids| appraisals::conclusion_of(app.db.read(), &ids).await?.into_iter().collect();
    /// The samples of a purchase, whoever may see them.
    SamplesOf => Vec<SampleRow>, |app, ids| {
        let rows = samples::of_purchases(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
}
