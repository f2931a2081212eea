//! Versions of rules and models, and what holds, as clients see them.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::enums::{GqlMode, GqlPackKind};
use crate::{
    app::App,
    members::graphql::{Person, person},
    platform::{
        db::{code, json},
        error::Result,
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    rights::graphql::{Brand, brand},
    screening::{
        commands::{self, ModelRow, PackRow, ReleaseRow, share_of},
        rules::{learning::Place, measure::Share, pack::PackKind, queue::Mode},
    },
};

/// A share of a whole, with its Wilson 95 % interval.
#[derive(Debug, Clone, SimpleObject)]
pub struct ShareOfJudged {
    /// How many.
    of: i32,
    /// Of how many.
    all: i32,
    /// The share, 0 to 1; 0 of nothing.
    share: f64,
    /// The lower end of the interval.
    low: f64,
    /// The upper end.
    high: f64,
}

impl From<Share> for ShareOfJudged {
    fn from(share: Share) -> Self {
        let size = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Self {
            of: size(share.of),
            all: size(share.all),
            share: share.share,
            low: share.low,
            high: share.high,
        }
    }
}

/// What would come of a threshold, on verdicts that the weights had not seen.
#[derive(Debug, Clone, SimpleObject)]
pub struct ThresholdPlace {
    /// The least score, 0 to 1.
    threshold: f64,
    /// Of the suspects, those that infringe.
    precision: ShareOfJudged,
    /// Of what infringes, the suspects.
    recall: ShareOfJudged,
}

impl From<Place> for ThresholdPlace {
    fn from(place: Place) -> Self {
        Self {
            threshold: place.threshold,
            precision: place.precision.into(),
            recall: place.recall.into(),
        }
    }
}

/// A version of rules; it never changes.
pub struct RulePack(PackRow);

impl From<PackRow> for RulePack {
    fn from(row: PackRow) -> Self {
        Self(row)
    }
}

/// A version of rules; it never changes.
#[Object]
impl RulePack {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::RulePack, self.0.id)
    }

    /// The brand it is for; null for the alliance.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.0.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What it is about.
    async fn kind(&self) -> Result<GqlPackKind> {
        Ok(code::<PackKind>(&self.0.kind)?.into())
    }

    /// Counts up among the versions of its kind.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// TOML or JSON, as it was written.
    async fn rules(&self) -> &str {
        &self.0.rules
    }

    /// What changed; null where nothing was said.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who wrote it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.created_by).await
    }

    /// When it was kept.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }
}

/// A version of a model, learnt of verdicts; it never changes.
pub struct ScreeningModel(ModelRow);

impl From<ModelRow> for ScreeningModel {
    fn from(row: ModelRow) -> Self {
        Self(row)
    }
}

/// A version of a model, learnt of verdicts; it never changes.
#[Object]
impl ScreeningModel {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ScreeningModel, self.0.id)
    }

    /// The brand it is for; null for the alliance.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.0.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Its name, which every result and lead says.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Counts up.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Verdicts of its brand, or of all, that infringe.
    async fn confirmed(&self) -> i32 {
        self.0.confirmed
    }

    /// Verdicts of its brand, or of all, that do not.
    async fn cleared(&self) -> i32 {
        self.0.cleared
    }

    /// Precision and recall for thresholds from 0.05 to 0.95; empty where there were too few verdicts to tell.
    async fn curve(&self) -> Result<Vec<ThresholdPlace>> {
        let places: Vec<Place> = json(&self.0.curve)?;
        Ok(places.into_iter().map(Into::into).collect())
    }

    /// Who had it learnt.
    async fn trained_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.trained_by).await
    }

    /// When that was.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }
}

/// Which versions hold from a moment on; it never changes, and going back is one more.
pub struct ScreeningRelease(ReleaseRow);

impl From<ReleaseRow> for ScreeningRelease {
    fn from(row: ReleaseRow) -> Self {
        Self(row)
    }
}

/// Which versions hold from a moment on; it never changes, and going back is one more.
#[Object]
impl ScreeningRelease {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ScreeningRelease, self.0.id)
    }

    /// The brand it is for; null for the alliance.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.0.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Counts up; to be given with the next release.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The rules that hold, at most one version of each kind.
    async fn rule_packs(&self, ctx: &Context<'_>) -> Result<Vec<RulePack>> {
        let rows = commands::packs_of(from_context::<App>(ctx)?, &self.0).await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// The model that holds; null for the alliance's, or of the alliance for what people wrote.
    async fn model(&self, ctx: &Context<'_>) -> Result<Option<ScreeningModel>> {
        let row = commands::model_of(from_context::<App>(ctx)?, &self.0).await?;
        Ok(row.map(Into::into))
    }

    /// The least score that is likely enough, 0 to 1; null for the alliance's, or of the alliance for one half.
    async fn threshold(&self) -> Option<f64> {
        self.0.threshold.map(share_of)
    }

    /// What is done with what is likely enough.
    async fn mode(&self) -> Result<GqlMode> {
        Ok(code::<Mode>(&self.0.mode)?.into())
    }

    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The number of the release to which it went back; null where it is none of those.
    async fn rolled_back_to(&self) -> Option<i32> {
        self.0.rolled_back_to
    }

    /// Who released it.
    async fn released_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.released_by).await
    }

    /// When.
    async fn released_at(&self) -> DateTime {
        self.0.released_at.into()
    }
}

/// What holds for a brand or the alliance.
#[derive(SimpleObject)]
pub struct ScreeningState {
    /// The release that holds; null before the first, when what people wrote holds, and suspects wait in the queue.
    pub(super) release: Option<ScreeningRelease>,
    /// Whether the viewer may make the next one.
    pub(super) may_release: bool,
}
