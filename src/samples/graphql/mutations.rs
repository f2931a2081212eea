//! Changing samples.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    inputs::{
        ConfirmSampleHandOverInput, DisposeSampleInput, HandOverSampleInput, ReasonedSampleInput,
        RecordSampleCustodyInput,
    },
    object::Sample,
};
use crate::{
    app::App,
    evidence::NewTransfer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    samples::commands::{self, Disposed},
    sessions,
};

/// A sample that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct SamplePayload {
    /// The sample; null where it was refused.
    sample: Option<Sample>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl SamplePayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let sample = match done {
            Some(key) => Sample::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { sample, user_errors })
    }
}

/// The mutations of samples.
#[derive(Debug, Default)]
pub struct SamplesMutation;

#[Object]
impl SamplesMutation {
    /// Says what became of a sample. Destroying it is asked for as of any evidence.
    async fn dispose_sample(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: DisposeSampleInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let said = Disposed {
            disposal: input.disposal.into(),
            note: input.note,
            retain_until: input.retain_until.map(|day| day.0),
        };
        let done = Box::pin(commands::dispose(app, viewer, key, input.expected_version, &said)).await;
        SamplePayload::of(ctx, done).await
    }

    /// Hands a sample to a named person, who confirms it: one of its appraisers, or somebody who sees the evidence.
    async fn hand_over_sample(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: HandOverSampleInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let new = NewTransfer {
            evidence: key,
            expected: input.expected_version,
            to: uuid(IdKind::Person, &input.to_person_id)?,
            seal: input.seal,
            note: input.note,
        };
        let done = Box::pin(commands::hand_over(app, viewer, &input.idempotency_key, new)).await;
        SamplePayload::of(ctx, done).await
    }

    /// Confirms that a sample arrived.
    async fn confirm_sample_hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: ConfirmSampleHandOverInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let done = Box::pin(commands::confirm(app, viewer, key, input.note.as_deref())).await;
        SamplePayload::of(ctx, done).await
    }

    /// Says that a sample is not taken.
    async fn refuse_sample_hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: ReasonedSampleInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let done = Box::pin(commands::refuse(app, viewer, key, &input.reason)).await;
        SamplePayload::of(ctx, done).await
    }

    /// Takes a hand-over back that was not confirmed yet.
    async fn withdraw_sample_hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: ReasonedSampleInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let done = Box::pin(commands::withdraw(app, viewer, key, &input.reason)).await;
        SamplePayload::of(ctx, done).await
    }

    /// Writes down what the holder of a sample did with it.
    async fn record_sample_custody(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sample, and what of it.")] input: RecordSampleCustodyInput,
    ) -> Result<SamplePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Sample, &input.id)?;
        let (which, act) = ((key, input.expected_version), input.act.into());
        let (seal, note) = (input.seal.as_deref(), input.note.as_deref());
        let done = Box::pin(commands::record(app, viewer, which, act, seal, note)).await;
        SamplePayload::of(ctx, done).await
    }
}
