//! Writing down what came of actions, verifying it, and following it to the end.

use async_graphql::{Context, Object, SimpleObject};

use super::{
    inputs::{OfflineActionTransitionInput, ReasonedOfflineActionInput},
    mutations::{OfflineActionPayload, advance},
    outcome_inputs::{
        AskSeizureDestructionInput, DecideSeizureDestructionInput, EndFollowUpInput, RecordActionCostInput,
        RecordDispositionInput, RecordSeizureInput, RecordSiteResultInput, RecordSuspectInput, RecordSuspectStageInput,
        RevealSuspectInput, StrikeOutcomeEntryInput, VerifySuspectStageInput,
    },
};
use crate::{
    actions::{commands, rules::ActionStep},
    app::App,
    leads::graphql::Eyes,
    payload,
    platform::{
        error::Result,
        graphql::{from_context, uuid},
        ids::IdKind,
    },
};

/// Who a suspect is.
#[derive(SimpleObject)]
pub struct RevealedSuspect {
    /// The name.
    name: String,
    /// Other names; null where there are none.
    aliases: Option<String>,
    /// What it is known by, each with its kind.
    identifiers: Vec<String>,
    /// Whatever else is known; null where nothing is.
    detail: Option<String>,
}

impl From<commands::Identity> for RevealedSuspect {
    fn from(identity: commands::Identity) -> Self {
        Self {
            name: identity.name,
            aliases: identity.aliases,
            identifiers: identity.identifiers,
            detail: identity.detail,
        }
    }
}

payload! {
    /// Who a suspect is, or why that was not shown.
    RevealSuspectPayload {
        /// Who it is; null where that was refused.
        suspect: RevealedSuspect
    }
}

/// Writing down what came of actions, and verifying it.
#[derive(Default)]
pub struct OutcomeMutation;

#[Object]
impl OutcomeMutation {
    /// Writes down what was found at a site, in the place of what was written before; for the team of an action that was done.
    /// Entries are kept one by one and need no version, so that a form that is filled in at the site loses nothing.
    async fn record_site_result(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The site, and what was found.")] input: RecordSiteResultInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, action) = (input.idempotency_key.clone(), uuid(IdKind::Action, &input.action_id)?);
        let kept = Box::pin(commands::record_result(app, eyes.viewer(), &key, action, input.read()?)).await;
        OfflineActionPayload::of(ctx, kept).await
    }

    /// Writes down a suspect with the stage it is in; who it is, is sealed.
    async fn record_suspect(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The suspect.")] input: RecordSuspectInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, action) = (input.idempotency_key.clone(), uuid(IdKind::Action, &input.action_id)?);
        let kept = Box::pin(commands::record_suspect(
            app,
            eyes.viewer(),
            &key,
            action,
            input.read()?,
        ))
        .await;
        OfflineActionPayload::of(ctx, kept).await
    }

    /// Writes down seized goods of one kind.
    async fn record_seizure(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The goods.")] input: RecordSeizureInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, action) = (input.idempotency_key.clone(), uuid(IdKind::Action, &input.action_id)?);
        let kept = Box::pin(commands::record_seizure(
            app,
            eyes.viewer(),
            &key,
            action,
            input.read()?,
        ))
        .await;
        OfflineActionPayload::of(ctx, kept).await
    }

    /// Strikes a suspect or goods from what came of an action; the history keeps them, with the reason.
    async fn strike_outcome_entry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entry.")] input: StrikeOutcomeEntryInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, entry) = (uuid(IdKind::Action, &input.action_id)?, input.entry()?);
        let struck = Box::pin(commands::strike(app, eyes.viewer(), action, entry, &input.reason)).await;
        OfflineActionPayload::of(ctx, struck).await
    }

    /// Says that all is written down, for somebody else to verify it.
    async fn submit_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which action.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let action = uuid(IdKind::Action, &input.id)?;
        let done = commands::submit_outcome(app, eyes.viewer(), action, input.expected_version);
        OfflineActionPayload::of(ctx, Box::pin(done).await).await
    }

    /// Verifies what somebody else wrote down; from then on it counts, and the embargo is over.
    async fn verify_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which action.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let action = uuid(IdKind::Action, &input.id)?;
        let done = commands::verify_outcome(app, eyes.viewer(), action, input.expected_version);
        OfflineActionPayload::of(ctx, Box::pin(done).await).await
    }

    /// Sends what was written down back to those who did.
    async fn return_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which action, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let action = uuid(IdKind::Action, &input.id)?;
        let done = commands::return_outcome(app, eyes.viewer(), action, input.expected_version, &input.reason);
        OfflineActionPayload::of(ctx, Box::pin(done).await).await
    }

    /// Begins a correction of what was verified; that counts until the correction is verified.
    async fn correct_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which action, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let action = uuid(IdKind::Action, &input.id)?;
        let done = commands::correct_outcome(app, eyes.viewer(), action, input.expected_version, &input.reason);
        OfflineActionPayload::of(ctx, Box::pin(done).await).await
    }

    /// Shows who a suspect is, to the team of the action; that it was shown, and for what, is logged.
    async fn reveal_suspect(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which suspect, and for what.")] input: RevealSuspectInput,
    ) -> Result<RevealSuspectPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let suspect = uuid(IdKind::Suspect, &input.suspect_id)?;
        let shown = commands::reveal(app, eyes.viewer(), suspect, input.purpose.into());
        RevealSuspectPayload::of(Box::pin(shown).await)
    }
}

/// Following what came of actions to the end.
#[derive(Default)]
pub struct FollowUpMutation;

#[Object]
impl FollowUpMutation {
    /// Begins to follow the suspects and goods of an action.
    async fn start_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which action.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::StartFollowUp).await
    }

    /// Writes down another stage of a suspect; it counts once somebody else has verified it.
    async fn record_suspect_stage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The suspect, and the stage.")] input: RecordSuspectStageInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, suspect) = (input.idempotency_key.clone(), uuid(IdKind::Suspect, &input.suspect_id)?);
        let kept = Box::pin(commands::record_stage(app, eyes.viewer(), &key, suspect, input.read())).await;
        OfflineActionPayload::of(ctx, kept).await
    }

    /// Verifies a stage that somebody else wrote down.
    async fn verify_suspect_stage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The suspect, and the stage.")] input: VerifySuspectStageInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (suspect, stage) = (
            uuid(IdKind::Suspect, &input.suspect_id)?,
            uuid(IdKind::Stage, &input.stage_id)?,
        );
        let done = Box::pin(commands::verify_stage(app, eyes.viewer(), suspect, stage)).await;
        OfflineActionPayload::of(ctx, done).await
    }

    /// Writes down what became of seized goods.
    async fn record_disposition(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The goods, and what became of them.")] input: RecordDispositionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let goods = (uuid(IdKind::Seizure, &input.seizure_id)?, input.expected_version);
        let place = input.storage_place.as_deref();
        let done = Box::pin(commands::record_disposition(
            app,
            eyes.viewer(),
            goods,
            input.read(),
            place,
        ))
        .await;
        OfflineActionPayload::of(ctx, done).await
    }

    /// Says that goods were destroyed, with the certificate; another person has to confirm it.
    async fn ask_seizure_destruction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The goods, and how they were destroyed.")] input: AskSeizureDestructionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, action) = (input.idempotency_key.clone(), uuid(IdKind::Action, &input.action_id)?);
        let asked = Box::pin(commands::ask(app, eyes.viewer(), &key, action, input.read()?)).await;
        OfflineActionPayload::of(ctx, asked).await
    }

    /// Confirms that goods were destroyed, or says that it was not so: another person than the one who said so, and one of the
    /// two has nothing to gain by it.
    async fn decide_seizure_destruction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which destruction, and whether it was so.")] input: DecideSeizureDestructionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let which = (uuid(IdKind::Destruction, &input.id)?, input.expected_version);
        let reason = input.reason.as_deref();
        let done = Box::pin(commands::decide(app, eyes.viewer(), which, input.confirm, reason)).await;
        OfflineActionPayload::of(ctx, done).await
    }

    /// Writes down what storing, moving or destroying goods cost; brands share it exactly.
    async fn record_action_cost(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cost, and how it is shared.")] input: RecordActionCostInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, action) = (input.idempotency_key.clone(), uuid(IdKind::Action, &input.action_id)?);
        let kept = Box::pin(commands::record_cost(app, eyes.viewer(), &key, action, input.read()?)).await;
        OfflineActionPayload::of(ctx, kept).await
    }

    /// Says that a suspect or goods are followed no more, for the secretariat.
    async fn end_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: EndFollowUpInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let ended = commands::end(app, eyes.viewer(), input.what()?, input.expected_version, &input.reason);
        OfflineActionPayload::of(ctx, Box::pin(ended).await).await
    }

    /// Closes an action of which every suspect and all goods have come to an end, for the secretariat.
    async fn close_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Close).await
    }
}
