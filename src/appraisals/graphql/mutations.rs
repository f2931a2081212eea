//! Changing appraisals.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    case::AppraisalPolicy,
    inputs::{
        AppraisalTransitionInput, CorrectAppraisalInput, OrderAppraisalInput, ReasonedAppraisalInput,
        ReportAppraisalInput, SetAppraisalPolicyInput, TakeUpAppraisalInput,
    },
    objects::Appraisal,
};
use crate::{
    app::App,
    appraisals::{commands, rules::Policy},
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

/// An appraisal that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct AppraisalPayload {
    /// The appraisal; null where it was refused.
    appraisal: Option<Appraisal>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl AppraisalPayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let appraisal = match done {
            Some(key) => Appraisal::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { appraisal, user_errors })
    }
}

/// How appraisals in a programme are judged now, or why it was not changed.
#[derive(SimpleObject)]
pub struct AppraisalPolicyPayload {
    /// The policy; null where it was refused.
    policy: Option<AppraisalPolicy>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of appraisals.
#[derive(Debug, Default)]
pub struct AppraisalsMutation;

#[Object]
impl AppraisalsMutation {
    /// Orders the appraisal of a sample, a re-inspection, or a blind one for quality.
    async fn order_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: OrderAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let new = input.read()?;
        let done = Box::pin(commands::order(app, viewer, &key, &new)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Takes an appraisal up, with a statement of one's interests.
    async fn take_up_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: TakeUpAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::take_up(
            app,
            viewer,
            which,
            input.interest.into(),
            input.note.as_deref(),
        ))
        .await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Declines an appraisal.
    async fn decline_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: ReasonedAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::decline(app, viewer, which, &input.reason)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Begins an appraisal.
    async fn begin_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: AppraisalTransitionInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::begin(app, viewer, which)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Reports what was found, signed.
    async fn report_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: ReportAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let facts = input.report.read()?;
        let done = Box::pin(commands::report(
            app,
            viewer,
            &input.idempotency_key,
            which,
            facts,
            None,
        ))
        .await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Corrects a report by a new version; the ones before stay.
    async fn correct_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: CorrectAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let facts = input.report.read()?;
        let done = Box::pin(commands::report(
            app,
            viewer,
            &input.idempotency_key,
            which,
            facts,
            Some(&input.reason),
        ))
        .await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Agrees to a report.
    async fn agree_to_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: AppraisalTransitionInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::agree(app, viewer, which)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Contests a report: what stands on it waits.
    async fn contest_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: ReasonedAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::contest(app, viewer, which, &input.reason)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Lets a report count. Where all of a lead's samples are found genuine by this, the service retracts the lead.
    async fn finalize_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: AppraisalTransitionInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::finalize(app, viewer, which)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Takes an appraisal back that was not reported yet.
    async fn cancel_appraisal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which appraisal, and what of it.")] input: ReasonedAppraisalInput,
    ) -> Result<AppraisalPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Appraisal, &input.id)?, input.expected_version);
        let done = Box::pin(commands::cancel(app, viewer, which, &input.reason)).await;
        AppraisalPayload::of(ctx, done).await
    }

    /// Says how appraisals in a programme are judged.
    async fn set_appraisal_policy(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For which programme, and how.")] input: SetAppraisalPolicyInput,
    ) -> Result<AppraisalPolicyPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let program = input.program_id.map(|id| uuid(IdKind::Program, &id)).transpose()?;
        let policy = Policy {
            order: input.rank_order.into_iter().map(Into::into).collect(),
            quality_every: input.quality_every,
        };
        let expected = input.expected_version;
        let done = Box::pin(commands::set_policy(app, viewer, program, expected, policy)).await;
        let (done, user_errors) = outcome(done)?;
        Ok(AppraisalPolicyPayload {
            policy: done.map(AppraisalPolicy),
            user_errors,
        })
    }
}
