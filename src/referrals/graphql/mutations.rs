//! Changing referrals.

use async_graphql::{Context, Object, SimpleObject};

use super::{
    inputs::{
        AcceptReferralInput, ApproveReferralInput, CreateReferralInput, DeclineReferralInput,
        GiveReferralFeedbackInput, OpenReferralPackageInput, ReasonedReferralInput, ReferralNoteInput,
        ReferralTransitionInput, UpdateReferralInput,
    },
    objects::Referral,
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime, uuid},
        ids::IdKind,
    },
    referrals::{
        commands::{self, Answer},
        store::Row,
    },
    sessions,
};

/// A referral, or why it was not changed.
#[derive(SimpleObject)]
pub struct ReferralPayload {
    /// The referral; null where the change was refused.
    referral: Option<Referral>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl ReferralPayload {
    fn of(ctx: &Context<'_>, done: Result<Row>) -> Result<Self> {
        let (row, user_errors) = outcome(done)?;
        let eyes = Eyes::from(ctx)?;
        Ok(Self {
            referral: row.map(|row| Referral::of(row, &eyes)),
            user_errors,
        })
    }
}

/// Where a package is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenReferralPackagePayload {
    /// The address, on this server and in this session only; null where it was refused.
    url: Option<String>,
    /// Until when it is good; null where it was refused.
    expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of referrals.
#[derive(Debug, Default)]
pub struct ReferralsMutation;

#[Object]
impl ReferralsMutation {
    /// Begins a referral of leads to an agency.
    async fn create_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral to be.")] input: CreateReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let done = Box::pin(commands::create(app, viewer, &key, input.read()?)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Changes a draft.
    async fn update_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and what changes.")] input: UpdateReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::update(app, viewer, key, version, input.read()?)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Hands a referral in to a second person. `RIGHT_NOT_IN_FORCE` and `PACKAGE_INCOMPLETE` where it is not ready.
    async fn submit_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral.")] input: ReferralTransitionInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Referral, &input.id)?;
        let done = Box::pin(commands::submit(app, viewer, key, input.expected_version)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Takes a referral back before anybody decides.
    async fn take_back_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral.")] input: ReferralTransitionInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Referral, &input.id)?;
        let done = Box::pin(commands::take_back(app, viewer, key, input.expected_version)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Gives a referral back to its author, as the second person.
    async fn return_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and why.")] input: ReasonedReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::return_it(app, viewer, key, version, &input.reason)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Agrees to a referral, as the second person; the service freezes and sends it within seconds. `FOUR_EYES` for who wrote it
    /// or handed it in.
    async fn approve_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral.")] input: ApproveReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let said = (input.approval_reference.as_deref(), input.note.as_deref());
        let done = Box::pin(commands::approve(app, viewer, key, version, said)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Takes a referral back for good, before it is accepted; officers who have it are told.
    async fn withdraw_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and why.")] input: ReasonedReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::withdraw(app, viewer, key, version, &input.reason)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Tells the agency, once it has accepted, not to rely on a referral any more; its state stays.
    async fn retract_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and why.")] input: ReasonedReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::retract(app, viewer, key, version, &input.reason)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Acknowledges a referral, as an officer whom it names; the clock of the decision begins.
    async fn acknowledge_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral.")] input: ReferralTransitionInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::answer(app, viewer, key, version, Answer::Acknowledge)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Asks the referral's own side something, as an officer whom it names; the clock stands still until it answers.
    async fn request_referral_information(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and the question.")] input: ReferralNoteInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let answer = Answer::RequestInformation(input.note);
        let done = Box::pin(commands::answer(app, viewer, key, version, answer)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Answers what the agency asked; the clock runs on.
    async fn answer_referral_information(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and the answer.")] input: ReferralNoteInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let done = Box::pin(commands::answer_information(app, viewer, key, version, &input.note)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Puts the decision off by 30 days, at most twice, as an officer whom the referral names.
    async fn extend_referral_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and why.")] input: ReferralNoteInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let answer = Answer::ExtendDecision(input.note);
        let done = Box::pin(commands::answer(app, viewer, key, version, answer)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Says that a case was filed, as an officer whom the referral names.
    async fn accept_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and the number of the file.")] input: AcceptReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let answer = Answer::Accept(input.file_number, input.note);
        let done = Box::pin(commands::answer(app, viewer, key, version, answer)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Says that no case is filed, as an officer whom the referral names.
    async fn decline_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and why.")] input: DeclineReferralInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let answer = Answer::Decline(input.reason.into(), input.note);
        let done = Box::pin(commands::answer(app, viewer, key, version, answer)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Says what came of a referral that was decided, as an officer whom it names or as the desk.
    async fn give_referral_feedback(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referral, and what came of it.")] input: GiveReferralFeedbackInput,
    ) -> Result<ReferralPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Referral, &input.id)?, input.expected_version);
        let answer = Answer::Feedback {
            used: input.used,
            useful: input.useful,
            result: input.result.into(),
            note: input.note,
        };
        let done = Box::pin(commands::answer(app, viewer, key, version, answer)).await;
        ReferralPayload::of(ctx, done)
    }

    /// Opens the package of a referral: a link that is good for some minutes, in this session only.
    async fn open_referral_package(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which package, in which form, and what for.")] input: OpenReferralPackageInput,
    ) -> Result<OpenReferralPackagePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Referral, &input.id)?;
        let opened = Box::pin(commands::open(
            app,
            viewer,
            key,
            input.form.into(),
            input.purpose.into(),
        ))
        .await;
        let (link, user_errors) = outcome(opened)?;
        Ok(OpenReferralPackagePayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }
}
