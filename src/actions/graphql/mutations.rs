//! Proposing, preparing and moving offline actions.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    clashes::DeconflictionHit,
    inputs::{
        AddActionSiteInput, AddActionTaskInput, AddTeamMemberInput, ChangeOfflineActionInput, CompleteActionTaskInput,
        CreateEnforcementOperationInput, OfflineActionTransitionInput, ProposeOfflineActionInput,
        ReasonedOfflineActionInput, RemoveActionSiteInput, RemoveTeamMemberInput, ResolveDeconflictionHitInput,
        SetOfflineActionOperationInput, UpdateEnforcementOperationInput,
    },
    objects::{EnforcementOperation, OfflineAction},
};
use crate::{
    actions::{commands, rules::ActionStep},
    app::App,
    leads::graphql::Eyes,
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
};

/// An offline action that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct OfflineActionPayload {
    /// The action; null where the change was refused, and where the viewer does not see it any more.
    action: Option<OfflineAction>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl OfflineActionPayload {
    /// The payload of a command's outcome: what it names is read as the viewer sees it now.
    pub(super) async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let action = match done {
            Some(key) => OfflineAction::load(ctx, &Eyes::from(ctx)?, key).await?,
            None => None,
        };
        Ok(Self { action, user_errors })
    }
}

payload! {
    /// A campaign that was changed, or why it was not.
    EnforcementOperationPayload {
        /// The campaign; null where the change was refused.
        operation: EnforcementOperation
    }
}

payload! {
    /// What was said of two actions that meet, or why it was not.
    DeconflictionHitPayload {
        /// The two; null where it was refused.
        hit: DeconflictionHit
    }
}

/// Moves an action on by a step.
pub(super) async fn advance(
    ctx: &Context<'_>,
    input: &OfflineActionTransitionInput,
    step: ActionStep,
) -> Result<OfflineActionPayload> {
    let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
    let key = uuid(IdKind::Action, &input.id)?;
    let moved = Box::pin(commands::advance(
        app,
        eyes.viewer(),
        key,
        input.expected_version,
        step,
        None,
    ))
    .await;
    OfflineActionPayload::of(ctx, moved).await
}

/// Moves an action on by a step, with a reason.
async fn advance_because(
    ctx: &Context<'_>,
    input: &ReasonedOfflineActionInput,
    step: ActionStep,
) -> Result<OfflineActionPayload> {
    let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
    let (key, reason) = (uuid(IdKind::Action, &input.id)?, Some(input.reason.as_str()));
    let moved = commands::advance(app, eyes.viewer(), key, input.expected_version, step, reason);
    OfflineActionPayload::of(ctx, Box::pin(moved).await).await
}

/// Preparing offline actions.
#[derive(Default)]
pub struct ActionsMutation;

#[Object]
impl ActionsMutation {
    /// Begins a campaign, to which actions can belong.
    async fn create_enforcement_operation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign to be.")] input: CreateEnforcementOperationInput,
    ) -> Result<EnforcementOperationPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = input.idempotency_key.clone();
        let made = Box::pin(commands::create_operation(app, eyes.viewer(), &key, input.read())).await;
        EnforcementOperationPayload::of(made.map(|row| EnforcementOperation::of(row, &eyes)))
    }

    /// Changes a campaign, closes it or opens it again.
    async fn update_enforcement_operation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign as it is to be.")] input: UpdateEnforcementOperationInput,
    ) -> Result<EnforcementOperationPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, closed) = (
            (uuid(IdKind::Campaign, &input.id)?, input.expected_version),
            input.closed,
        );
        let changed = commands::update_operation(app, eyes.viewer(), key, input.read(), closed);
        let changed = Box::pin(changed).await;
        EnforcementOperationPayload::of(changed.map(|row| EnforcementOperation::of(row, &eyes)))
    }

    /// Puts an offline action into a campaign, moves it to another one, or takes it out. For whoever may change the action, which
    /// stays as it is; so do its approvals.
    async fn set_offline_action_operation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which action, and to which campaign.")] input: SetOfflineActionOperationInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let which = (uuid(IdKind::Action, &input.id)?, input.expected_version);
        let moved = commands::set_operation(app, eyes.viewer(), which, input.operation()?);
        OfflineActionPayload::of(ctx, Box::pin(moved).await).await
    }

    /// Proposes an offline action. From the first moment on its team alone knows of it.
    async fn propose_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action to be.")] input: ProposeOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = input.idempotency_key.clone();
        let proposed = Box::pin(commands::propose(app, eyes.viewer(), &key, input.read()?)).await;
        OfflineActionPayload::of(ctx, proposed).await
    }

    /// Changes an offline action before it is approved, or while it is put off. What was planned has to be planned anew.
    async fn change_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and the changes.")] input: ChangeOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, version) = (uuid(IdKind::Action, &input.id)?, input.expected_version);
        let changed = Box::pin(commands::change(app, eyes.viewer(), key, version, input.read()?)).await;
        OfflineActionPayload::of(ctx, changed).await
    }

    /// Adds a site to an offline action.
    async fn add_action_site(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The site to be.")] input: AddActionSiteInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, key) = (uuid(IdKind::Action, &input.action_id)?, input.idempotency_key.clone());
        let of = (action, input.expected_version);
        let added = Box::pin(commands::add_site(app, eyes.viewer(), &key, of, input.read())).await;
        OfflineActionPayload::of(ctx, added).await
    }

    /// Takes a site away from an offline action.
    async fn remove_action_site(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which site.")] input: RemoveActionSiteInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, site) = (
            uuid(IdKind::Action, &input.action_id)?,
            uuid(IdKind::Site, &input.site_id)?,
        );
        let removed = commands::remove_site(app, eyes.viewer(), action, input.expected_version, site);
        OfflineActionPayload::of(ctx, Box::pin(removed).await).await
    }

    /// Puts somebody on the team of an offline action, who sees it from then on; or gives somebody on it another role.
    async fn add_team_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, and as what.")] input: AddTeamMemberInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let action = uuid(IdKind::Action, &input.action_id)?;
        let added = commands::add_member(app, eyes.viewer(), action, input.expected_version, input.read()?);
        OfflineActionPayload::of(ctx, Box::pin(added).await).await
    }

    /// Takes somebody off the team of an offline action, who sees it no more. Anybody may leave but the last who leads it.
    async fn remove_team_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: RemoveTeamMemberInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, person) = (
            uuid(IdKind::Action, &input.action_id)?,
            uuid(IdKind::Person, &input.person_id)?,
        );
        let removed = commands::remove_member(app, eyes.viewer(), action, input.expected_version, person);
        OfflineActionPayload::of(ctx, Box::pin(removed).await).await
    }

    /// Adds something that has to be done for an offline action.
    async fn add_action_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task to be.")] input: AddActionTaskInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, key) = (uuid(IdKind::Action, &input.action_id)?, input.idempotency_key.clone());
        let added = Box::pin(commands::add_task(app, eyes.viewer(), &key, action, input.read()?)).await;
        OfflineActionPayload::of(ctx, added).await
    }

    /// Says that a task is done.
    async fn complete_action_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which task.")] input: CompleteActionTaskInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (action, task) = (
            uuid(IdKind::Action, &input.action_id)?,
            uuid(IdKind::Task, &input.task_id)?,
        );
        let done = commands::complete_task(app, eyes.viewer(), action, task, input.expected_version);
        OfflineActionPayload::of(ctx, Box::pin(done).await).await
    }

    /// Says what becomes of two actions that meet. `FORBIDDEN` where it is another's to say.
    async fn resolve_deconfliction_hit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which two, and what becomes of them.")] input: ResolveDeconflictionHitInput,
    ) -> Result<DeconflictionHitPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (key, version) = (uuid(IdKind::Clash, &input.id)?, input.expected_version);
        let resolved = Box::pin(commands::resolve(app, eyes.viewer(), key, version, input.read()?)).await;
        DeconflictionHitPayload::of(resolved.map(|row| DeconflictionHit::of(row, &eyes)))
    }
}

/// Moving offline actions on.
#[derive(Default)]
pub struct ActionStepsMutation;

#[Object]
impl ActionStepsMutation {
    /// Has an offline action compared with the others. It has to say where and when it is to be.
    async fn submit_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Submit).await
    }

    /// Finds that nothing stands in the way of an offline action. `TRANSITION_NOT_ALLOWED` while something does.
    async fn plan_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Plan).await
    }

    /// Approves an offline action for the secretariat or for law enforcement; it is approved once both have. `FOUR_EYES` for
    /// who proposed it.
    async fn approve_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Approve).await
    }

    /// Sets an approved action, for law enforcement.
    async fn schedule_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Schedule).await
    }

    /// Begins an action that is set, for law enforcement.
    async fn start_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Start).await
    }

    /// Says that an action was done, for law enforcement.
    async fn execute_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OfflineActionTransitionInput,
    ) -> Result<OfflineActionPayload> {
        advance(ctx, &input, ActionStep::Execute).await
    }

    /// Puts an action off, for law enforcement; it has to be submitted and approved anew.
    async fn postpone_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        advance_because(ctx, &input, ActionStep::Postpone).await
    }

    /// Breaks an action off that is under way, for law enforcement.
    async fn abort_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        advance_because(ctx, &input, ActionStep::Abort).await
    }

    /// Gives an action up, for law enforcement; before it is submitted also by who proposed it.
    async fn cancel_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        advance_because(ctx, &input, ActionStep::Cancel).await
    }

    /// Ends the embargo of an action, for law enforcement: its team's organisations and the desk see it from then on.
    async fn release_offline_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        advance_because(ctx, &input, ActionStep::Release).await
    }

    /// Asks whoever leads an action to put it off or break it off.
    async fn ask_offline_action_stop(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: ReasonedOfflineActionInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = uuid(IdKind::Action, &input.id)?;
        let asked = commands::ask_stop(app, eyes.viewer(), key, input.expected_version, &input.reason);
        OfflineActionPayload::of(ctx, Box::pin(asked).await).await
    }
}
