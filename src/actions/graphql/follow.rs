//! Suspects and seized goods, as clients see them: whoever sees the action sees them; who a suspect is, is shown to its
//! team alone, and logged.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    loaders::{self, DestructionKey, SiteKey, StagesOf, StandingOf},
    outcome::{amount, somebody},
    outcome_enums::{GqlCustodyStage, GqlDestructionState, GqlDisposition, GqlFollowUpStep},
    parts::ActionSite,
};
use crate::{
    actions::{
        commands,
        rules::{CustodyStage, DestructionState, Disposition, FollowUpStep, quantity_text},
        store::{DestructionRow, LineRow, StageRow, SuspectRow},
    },
    leads::graphql::Eyes,
    members::graphql::{Person, person},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            id,
            scalars::{Date, DateTime, Decimal},
        },
        ids::IdKind,
    },
    referrals::{graphql::GqlValuationBasis, rules::ValuationBasis},
    rights::graphql::{Brand, brand},
    subjects::{graphql::GqlSupplyRole, rules::SupplyRole},
};

/// A day as it is stored.
fn day(text: &str) -> Result<Date> {
    text.parse().map(Date).map_err(ApiError::internal)
}

/// The one row of a list that has one.
fn first<T: Clone>(rows: Option<Arc<Vec<T>>>) -> Option<T> {
    rows.and_then(|rows| rows.first().cloned())
}

/// The site of an id, which belongs to an action that these eyes see.
async fn site(ctx: &Context<'_>, eyes: &Eyes, key: Uuid) -> Result<ActionSite> {
    let row = first(loaders::of(ctx)?.load_one(SiteKey(key)).await?);
    Ok(ActionSite {
        row: row.ok_or_else(ApiError::not_found)?,
        eyes: eyes.clone(),
    })
}

/// Which steps these eyes can do to a suspect or goods of an action, of those that its own state allows.
async fn steps(
    ctx: &Context<'_>,
    eyes: &Eyes,
    action: Uuid,
    allows: impl Fn(FollowUpStep) -> bool + Send,
) -> Result<Vec<GqlFollowUpStep>> {
    let key = StandingOf(eyes.clone(), action);
    let Some(standing) = loaders::of(ctx)?.load_one(key).await? else {
        return Ok(Vec::new());
    };
    let allowed = FollowUpStep::VARIANTS
        .iter()
        .filter(|step| allows(**step) && commands::may(eyes.viewer(), &standing, **step));
    Ok(allowed.map(|step| (*step).into()).collect())
}

/// Somebody whom an action was about. Who it is, is sealed; see `revealSuspect`.
pub struct SuspectRecord {
    row: SuspectRow,
    eyes: Eyes,
}

impl SuspectRecord {
    pub(super) fn of(row: SuspectRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    async fn stage_rows(&self, ctx: &Context<'_>) -> Result<Vec<StageRow>> {
        let rows = loaders::of(ctx)?.load_one(StagesOf(self.row.id)).await?;
        Ok(rows.map(|rows| rows.to_vec()).unwrap_or_default())
    }

    async fn latest(&self, ctx: &Context<'_>) -> Result<StageRow> {
        let row = self.stage_rows(ctx).await?.pop();
        row.ok_or_else(ApiError::not_found)
    }
}

/// Somebody whom an action was about. Who it is, is sealed; see `revealSuspect`.
#[Object]
impl SuspectRecord {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Suspect, self.row.id)
    }

    /// The first letters of the name; null once it is forgotten.
    async fn masked_name(&self) -> Option<&str> {
        self.row.masked.as_deref()
    }

    /// Where it was; null where that was not at a site.
    async fn site(&self, ctx: &Context<'_>) -> Result<Option<ActionSite>> {
        match self.row.site_id {
            Some(key) => site(ctx, &self.eyes, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What it did; null where nobody has said.
    async fn role(&self) -> Result<Option<GqlSupplyRole>> {
        let role = self.row.role.as_deref();
        Ok(role.map(code::<SupplyRole>).transpose()?.map(Into::into))
    }

    /// The stage it is in.
    async fn stage(&self, ctx: &Context<'_>) -> Result<GqlCustodyStage> {
        let row = self.latest(ctx).await?;
        code::<CustodyStage>(&row.stage).map(Into::into)
    }

    /// Whether that was verified.
    async fn is_verified(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.latest(ctx).await?.verified_at.is_some())
    }

    /// Whether nothing comes after it.
    async fn is_final(&self, ctx: &Context<'_>) -> Result<bool> {
        let row = self.latest(ctx).await?;
        Ok(code::<CustodyStage>(&row.stage)?.is_final())
    }

    /// Why nobody follows it any more; null while somebody does.
    async fn no_follow_up(&self) -> Option<&str> {
        self.row.no_follow_up.as_deref()
    }

    /// Its stages, the latest last.
    async fn stages(&self, ctx: &Context<'_>) -> Result<Vec<SuspectStage>> {
        self.stage_rows(ctx).await?.into_iter().map(SuspectStage::of).collect()
    }

    /// Who wrote it down.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.recorded_by).await
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlFollowUpStep>> {
        let viewer = self.eyes.viewer().person;
        let stages = self.stage_rows(ctx).await?;
        let can_verify = stages
            .iter()
            .any(|stage| stage.verified_at.is_none() && stage.recorded_by != viewer);
        steps(ctx, &self.eyes, self.row.action_id, |step| match step {
            FollowUpStep::RecordStage | FollowUpStep::Strike => true,
            FollowUpStep::VerifyStage => can_verify,
            FollowUpStep::End => self.row.no_follow_up.is_none(),
            FollowUpStep::Reveal => self.row.sealed.is_some(),
            FollowUpStep::RecordDisposition | FollowUpStep::AskDestruction | FollowUpStep::DecideDestruction => false,
        })
        .await
    }
}

/// A stage of a suspect's way through the law.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct SuspectStage {
    #[graphql(skip)]
    row: StageRow,
    /// Which one.
    stage: GqlCustodyStage,
    /// Since which day.
    on: Date,
    /// The words to it; null where there are none.
    note: Option<String>,
    /// When it was written down.
    recorded_at: DateTime,
    /// When it was verified; null until then.
    verified_at: Option<DateTime>,
}

impl SuspectStage {
    fn of(row: StageRow) -> Result<Self> {
        Ok(Self {
            stage: code::<CustodyStage>(&row.stage)?.into(),
            on: day(&row.on_day)?,
            note: row.note.clone(),
            recorded_at: row.recorded_at.into(),
            verified_at: row.verified_at.map(Into::into),
            row,
        })
    }
}

#[ComplexObject]
impl SuspectStage {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Stage, self.row.id)
    }

    /// Who wrote it down.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.recorded_by).await
    }

    /// Who verified it, somebody else; null until then.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.row.verified_by).await
    }
}

/// Goods of one kind that were seized at a site.
pub struct SeizureLine {
    row: LineRow,
    eyes: Eyes,
}

impl SeizureLine {
    pub(super) fn of(row: LineRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    async fn destruction_row(&self, ctx: &Context<'_>) -> Result<Option<DestructionRow>> {
        match self.row.destruction_id {
            Some(key) => Ok(first(loaders::of(ctx)?.load_one(DestructionKey(key)).await?)),
            None => Ok(None),
        }
    }
}

/// Goods of one kind that were seized at a site.
#[Object]
impl SeizureLine {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Seizure, self.row.id)
    }

    /// Where.
    async fn site(&self, ctx: &Context<'_>) -> Result<ActionSite> {
        site(ctx, &self.eyes, self.row.site_id).await
    }

    /// Whose brand they carry; null where nobody has said.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.row.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What they are.
    async fn product(&self) -> &str {
        &self.row.product
    }

    /// How many.
    async fn quantity(&self) -> Decimal {
        Decimal(quantity_text(self.row.quantity_milli))
    }

    /// What is counted.
    async fn unit(&self) -> &str {
        &self.row.unit
    }

    /// What they are worth; null where nobody has said.
    async fn valuation(&self) -> Result<Option<SeizureValuation>> {
        SeizureValuation::of(&self.row)
    }

    /// Where they are kept; null where nobody has said.
    async fn storage_place(&self) -> Option<&str> {
        self.row.storage_place.as_deref()
    }

    /// What became of them.
    async fn disposition(&self) -> Result<GqlDisposition> {
        code::<Disposition>(&self.row.disposition).map(Into::into)
    }

    /// Since which day.
    async fn disposition_on(&self) -> Result<Date> {
        day(&self.row.disposition_on)
    }

    /// Whether nothing comes after it.
    async fn is_final(&self) -> Result<bool> {
        Ok(code::<Disposition>(&self.row.disposition)?.is_final())
    }

    /// Why nobody follows them any more; null while somebody does.
    async fn no_follow_up(&self) -> Option<&str> {
        self.row.no_follow_up.as_deref()
    }

    /// That they were destroyed, or that somebody says so; null where nobody does.
    async fn destruction(&self, ctx: &Context<'_>) -> Result<Option<SeizureDestruction>> {
        let row = self.destruction_row(ctx).await?;
        row.map(SeizureDestruction::of).transpose()
    }

    /// Who wrote it down.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.recorded_by).await
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do with them now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlFollowUpStep>> {
        let is_over = code::<Disposition>(&self.row.disposition)?.is_final();
        let waits = self.destruction_row(ctx).await?;
        let viewer = self.eyes.viewer().person;
        let can_decide = waits
            .as_ref()
            .is_some_and(|row| row.decided_at.is_none() && row.asked_by != viewer);
        steps(ctx, &self.eyes, self.row.action_id, |step| match step {
            FollowUpStep::RecordDisposition | FollowUpStep::AskDestruction => !is_over && waits.is_none(),
            FollowUpStep::DecideDestruction => can_decide,
            FollowUpStep::End => !is_over && self.row.no_follow_up.is_none(),
            FollowUpStep::Strike => true,
            FollowUpStep::RecordStage | FollowUpStep::VerifyStage | FollowUpStep::Reveal => false,
        })
        .await
    }
}

/// What seized goods are worth.
#[derive(SimpleObject)]
pub struct SeizureValuation {
    /// Decimal text.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// By what they are valued.
    basis: GqlValuationBasis,
    /// Who says so; null where nobody was named.
    source: Option<String>,
    /// Of which day it is; null where nothing is said.
    on: Option<Date>,
}

impl SeizureValuation {
    fn of(row: &LineRow) -> Result<Option<Self>> {
        let value = row.value_minor.zip(row.value_currency.as_deref());
        let Some(((minor, currency), basis)) = value.zip(row.value_basis.as_deref()) else {
            return Ok(None);
        };
        Ok(Some(Self {
            amount: amount(minor, currency),
            currency: currency.to_owned(),
            basis: code::<ValuationBasis>(basis)?.into(),
            source: row.value_source.clone(),
            on: row.valued_on.as_deref().map(day).transpose()?,
        }))
    }
}

/// That seized goods were destroyed: one person says so, another one confirms it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct SeizureDestruction {
    #[graphql(skip)]
    row: DestructionRow,
    /// Where it stands.
    state: GqlDestructionState,
    /// How.
    method: String,
    /// Where.
    place: String,
    /// On which day.
    on: Date,
    /// The number of the certificate.
    certificate_number: String,
    /// Who issued it.
    certificate_issuer: String,
    /// When somebody said so.
    asked_at: DateTime,
    /// When another person confirmed it, or said that it was not so; null until then.
    decided_at: Option<DateTime>,
    /// Why it was not so, or the words to it; null where there are none.
    reason: Option<String>,
    /// Counts its changes; to be sent back as `expectedVersion`.
    version: i32,
}

impl SeizureDestruction {
    fn of(row: DestructionRow) -> Result<Self> {
        Ok(Self {
            state: code::<DestructionState>(&row.state)?.into(),
            method: row.method.clone(),
            place: row.place.clone(),
            on: day(&row.on_day)?,
            certificate_number: row.certificate_number.clone(),
            certificate_issuer: row.certificate_issuer.clone(),
            asked_at: row.asked_at.into(),
            decided_at: row.decided_at.map(Into::into),
            reason: row.reason.clone(),
            version: row.version,
            row,
        })
    }
}

#[ComplexObject]
impl SeizureDestruction {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Destruction, self.row.id)
    }

    /// The certificate among the evidence; null where it is not. Whether the viewer sees it is said there.
    async fn certificate_evidence_id(&self) -> Option<ID> {
        self.row.certificate_evidence_id.map(|key| id(IdKind::Evidence, key))
    }

    /// Who says so.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.asked_by).await
    }

    /// Who confirmed it, or said that it was not so; null until then.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.row.decided_by).await
    }
}
