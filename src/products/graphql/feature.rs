//! What tells fakes apart, as clients see it: the genuine article and fakes side by side.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::{
    enums::GqlDetectability,
    loaders::{self, FeatureKey, FeaturesOf, PicturesOf, ProductKey, ReadersOf, RevisionsOf},
    picture::ProductPicture,
    product::ProductModel,
};
use crate::{
    leads::graphql::{Eyes, GqlTlp},
    members::graphql::{Person, person},
    permissions::audience::Tlp,
    platform::{
        clock::timestamp,
        db::code,
        error::Result,
        graphql::{id, scalars::DateTime},
        ids::IdKind,
    },
    products::{
        rules::{Detectability, PictureSide},
        store::{FeatureRow, PictureRow, RevisionRow},
    },
};

/// Something that tells fakes apart.
pub struct FakeFeature {
    row: FeatureRow,
    eyes: Eyes,
    /// Whether its two sides are told: not before somebody said what for, where it is RED.
    open: bool,
}

impl FakeFeature {
    fn of(row: FeatureRow, eyes: &Eyes) -> Result<Self> {
        let tlp: Tlp = code(&row.tlp)?;
        Ok(Self {
            row,
            eyes: eyes.clone(),
            open: tlp != Tlp::Red,
        })
    }

    /// A feature for which somebody has said what for.
    pub(super) fn revealed(row: FeatureRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
            open: true,
        }
    }

    /// The feature of an id that the caller sees. The sheet is asked for its features, so that reading is written down in one place.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let eyes = Eyes::from(ctx)?;
        let Some(row) = loaders::of(ctx)?.load_one(FeatureKey(eyes.clone(), key)).await? else {
            return Ok(None);
        };
        let of_sheet = Self::of_product(ctx, row.product_id, &eyes).await?;
        Ok(of_sheet.into_iter().find(|feature| feature.row.id == key))
    }

    /// The features of a sheet that these eyes see.
    pub(super) async fn of_product(ctx: &Context<'_>, product: Uuid, eyes: &Eyes) -> Result<Vec<Self>> {
        let rows = loaders::of(ctx)?.load_one(FeaturesOf(eyes.clone(), product)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        rows.into_iter().map(|row| Self::of(row, eyes)).collect()
    }

    async fn picture(&self, ctx: &Context<'_>, side: PictureSide) -> Result<Option<ProductPicture>> {
        let rows = loaders::of(ctx)?.load_one(PicturesOf(self.row.product_id)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        let own = |row: &PictureRow| row.feature_id == Some(self.row.id) && row.side == side.code();
        rows.into_iter().find(own).map(ProductPicture::of).transpose()
    }
}

/// Something that tells fakes of a product from the genuine article, both side by side.
#[Object]
impl FakeFeature {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Feature, self.row.id)
    }

    /// The product sheet; null where the viewer does not see it.
    async fn product(&self, ctx: &Context<'_>) -> Result<Option<ProductModel>> {
        let key = ProductKey(self.eyes.clone(), self.row.product_id);
        let row = loaders::of(ctx)?.load_one(key).await?;
        Ok(row.map(|row| ProductModel::of(Arc::unwrap_or_clone(row), &self.eyes)))
    }

    /// Where to look.
    async fn feature(&self) -> &str {
        &self.row.feature
    }

    /// What the genuine article has there; null where it is RED: `revealFakeFeature` tells it.
    async fn genuine(&self) -> Option<&str> {
        self.open.then_some(self.row.genuine.as_str())
    }

    /// What fakes have there; null where it is RED: `revealFakeFeature` tells it.
    async fn fake(&self) -> Option<&str> {
        self.open.then_some(self.row.fake.as_str())
    }

    /// A picture of the genuine article there; null where there is none.
    async fn genuine_picture(&self, ctx: &Context<'_>) -> Result<Option<ProductPicture>> {
        self.picture(ctx, PictureSide::Genuine).await
    }

    /// A picture of a fake there; null where there is none.
    async fn fake_picture(&self, ctx: &Context<'_>) -> Result<Option<ProductPicture>> {
        self.picture(ctx, PictureSide::Fake).await
    }

    /// How it is found out.
    async fn detectability(&self) -> Result<GqlDetectability> {
        Ok(code::<Detectability>(&self.row.detectability)?.into())
    }

    /// How far it may travel: RED is for named people.
    async fn tlp(&self) -> Result<GqlTlp> {
        Ok(code::<Tlp>(&self.row.tlp)?.into())
    }

    /// The people who are named for it; empty where it is not RED.
    async fn readers(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let rows = loaders::of(ctx)?.load_one(ReadersOf(self.row.id)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        try_join_all(rows.iter().map(|row| person(ctx, row.person_id))).await
    }

    /// How it stood, the last one first, the present one too; their two sides are null where it is RED.
    async fn revisions(&self, ctx: &Context<'_>) -> Result<Vec<FakeFeatureRevision>> {
        let rows = loaders::of(ctx)?.load_one(RevisionsOf(self.row.id)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        let revision = |row| FakeFeatureRevision { row, open: self.open };
        Ok(rows.into_iter().map(revision).collect())
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime {
        DateTime(timestamp(self.row.created_at))
    }

    /// When it was changed last.
    async fn updated_at(&self) -> DateTime {
        DateTime(timestamp(self.row.updated_at))
    }

    /// When it was retired; null while it is in use.
    async fn retired_at(&self) -> Option<DateTime> {
        self.row.retired_at.map(|at| DateTime(timestamp(at)))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// How a feature stood.
pub struct FakeFeatureRevision {
    row: RevisionRow,
    open: bool,
}

/// How something that tells fakes apart stood.
#[Object]
impl FakeFeatureRevision {
    /// The version that it was.
    async fn version(&self) -> i32 {
        self.row.number
    }

    /// Where to look.
    async fn feature(&self) -> &str {
        &self.row.feature
    }

    /// What the genuine article has there; null where the feature is RED now and was not revealed.
    async fn genuine(&self) -> Option<&str> {
        self.open.then_some(self.row.genuine.as_str())
    }

    /// What fakes have there; null where the feature is RED now and was not revealed.
    async fn fake(&self) -> Option<&str> {
        self.open.then_some(self.row.fake.as_str())
    }

    /// How it is found out.
    async fn detectability(&self) -> Result<GqlDetectability> {
        Ok(code::<Detectability>(&self.row.detectability)?.into())
    }

    /// How far it might travel.
    async fn tlp(&self) -> Result<GqlTlp> {
        Ok(code::<Tlp>(&self.row.tlp)?.into())
    }

    /// When it was written so.
    async fn changed_at(&self) -> DateTime {
        DateTime(timestamp(self.row.changed_at))
    }
}
