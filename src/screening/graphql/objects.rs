//! What trying rules out, figures, watch lists and receipts come to, as clients see them.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::{enums::ScreeningReceipt, versions::ShareOfJudged};
use crate::{
    members::graphql::{Person, person},
    platform::{
        error::Result,
        graphql::{UserError, id, scalars::DateTime},
        ids::IdKind,
    },
    rights::graphql::{Brand, brand},
    screening::commands::{Changed, Figures, Previewed, Received, VersionFigures, WatchedRow},
};

fn size(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn number(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A listing that would change.
pub struct RuleChangeExample(Changed);

/// A listing that would change.
#[Object]
impl RuleChangeExample {
    /// Id of the screened listing.
    async fn screened_listing_id(&self) -> ID {
        id(IdKind::ScreenedListing, self.0.id)
    }

    /// The brand.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Brand> {
        brand(ctx, self.0.brand).await
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Its score by what holds, 0 to 1.
    async fn score_before(&self) -> f64 {
        self.0.before
    }

    /// The score it would have, 0 to 1.
    async fn score_after(&self) -> f64 {
        self.0.after
    }

    /// Whether it would become a suspect; else it would be one no more.
    async fn appears(&self) -> bool {
        self.0.is_suspect
    }
}

/// What rules would change of the latest 10,000 listings that were screened and the viewer sees. Nothing of it is kept.
#[derive(SimpleObject)]
pub struct RulePackPreview {
    /// Listings that were looked at.
    looked_at: i32,
    /// Whether these were all; false where the time was up before.
    complete: bool,
    /// Suspects by what holds.
    suspects_before: i32,
    /// Suspects there would be.
    suspects_after: i32,
    /// That would become suspects.
    appearing: i32,
    /// That would be suspects no more.
    vanishing: i32,
    /// Those that would move furthest, at most 50.
    examples: Vec<RuleChangeExample>,
}

impl From<Previewed> for RulePackPreview {
    fn from(previewed: Previewed) -> Self {
        Self {
            looked_at: size(previewed.looked_at),
            complete: previewed.complete,
            suspects_before: size(previewed.suspects_before),
            suspects_after: size(previewed.suspects_after),
            appearing: size(previewed.appearing),
            vanishing: size(previewed.vanishing),
            examples: previewed.examples.into_iter().map(RuleChangeExample).collect(),
        }
    }
}

/// What came of the suspects of a version of a model.
#[derive(SimpleObject)]
pub struct ModelFigures {
    /// Name of the version.
    model: String,
    /// Suspects.
    suspects: i32,
    /// Of these, judged to infringe.
    confirmed: i32,
    /// Of these, judged not to.
    cleared: i32,
    /// Of those judged, the share that infringes.
    precision: ShareOfJudged,
}

impl From<VersionFigures> for ModelFigures {
    fn from(figures: VersionFigures) -> Self {
        Self {
            model: figures.model,
            suspects: number(figures.suspects),
            confirmed: number(figures.confirmed),
            cleared: number(figures.cleared),
            precision: figures.precision.into(),
        }
    }
}

/// How good screening is, of what the viewer sees.
#[derive(SimpleObject)]
pub struct ScreeningStatistics {
    /// By version.
    models: Vec<ModelFigures>,
    /// Leads that a model found, handed in within the period.
    proactive: i32,
    /// Leads that came otherwise, handed in within the period.
    reactive: i32,
    /// Proactive leads for each reactive one; null where there is no reactive one.
    proactive_ratio: Option<f64>,
    /// When the figures were read.
    as_of: DateTime,
}

impl From<Figures> for ScreeningStatistics {
    fn from(figures: Figures) -> Self {
        let (proactive, reactive) = (number(figures.proactive), number(figures.reactive));
        Self {
            models: figures.versions.into_iter().map(Into::into).collect(),
            proactive,
            reactive,
            proactive_ratio: (reactive > 0).then(|| f64::from(proactive) / f64::from(reactive)),
            as_of: figures.as_of.into(),
        }
    }
}

/// A seller whom the viewer's organisation watches.
pub struct WatchedSeller(WatchedRow);

impl From<WatchedRow> for WatchedSeller {
    fn from(row: WatchedRow) -> Self {
        Self(row)
    }
}

/// A seller whom the viewer's organisation watches.
#[Object]
impl WatchedSeller {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::WatchedSeller, self.0.id)
    }

    /// The platform.
    async fn platform(&self) -> &str {
        &self.0.platform
    }

    /// The shop id on the platform.
    async fn shop_id(&self) -> &str {
        &self.0.shop_id
    }

    /// What it is called; null where nothing was said.
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// Why it is watched; null where nothing was said.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who put it on the list.
    async fn added_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.added_by).await
    }

    /// When.
    async fn added_at(&self) -> DateTime {
        self.0.added_at.into()
    }

    /// When it was taken off; null while it is on it.
    async fn ended_at(&self) -> Option<DateTime> {
        self.0.ended_at.map(Into::into)
    }

    /// To be given with every change.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// What became of a listing of a call.
#[derive(Debug, Clone, SimpleObject)]
pub struct ScreeningReceived {
    /// Its place among the listings that were sent, from 0.
    index: i32,
    /// What it is called where it comes from, as it was sent.
    external_id: Option<String>,
    /// What became of it.
    outcome: ScreeningReceipt,
    /// Why it was refused; null unless it was.
    message: Option<String>,
}

impl ScreeningReceived {
    pub(super) fn of(index: usize, external_id: Option<String>, received: Received) -> Self {
        let (outcome, message) = match received {
            Received::Waits => (ScreeningReceipt::Received, None),
            Received::AlreadyThere => (ScreeningReceipt::AlreadyThere, None),
            Received::Refused(text) => (ScreeningReceipt::Refused, Some(text)),
        };
        Self {
            index: size(index),
            external_id,
            outcome,
            message,
        }
    }
}

/// What became of listings that came in to be screened, or why nothing was done.
#[derive(SimpleObject)]
pub struct ScreenListingsPayload {
    /// What became of each, in the order they were sent; empty where the call was refused.
    pub(super) results: Vec<ScreeningReceived>,
    /// Why the whole call was refused; empty when it was done.
    pub(super) user_errors: Vec<UserError>,
}
