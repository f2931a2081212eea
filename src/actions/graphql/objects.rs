//! Offline actions and campaigns, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use futures_util::future::try_join_all;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    clashes::DeconflictionHit,
    costs::ActionCost,
    enums::{GqlActionKind, GqlActionState, GqlActionStep},
    guest::{ActionGuest, may_invite},
    loaders::{
        self, ActionKey, ApprovalsOf, ClashesOf, CostsOf, LeadsOf, OperationKey, SitesOf, StandingOf, SubjectsOf,
        TasksOf, TeamOf,
    },
    outcome::ActionOutcome,
    parts::{ActionApproval, ActionSite, ActionTask, ActionWindow, TeamMember},
};
use crate::{
    actions::{
        commands::{may_change, sight},
        rules::{ActionKind, ActionState, ActionStep},
        store::{self, ActionOrder, ActionQuery, ActionRow, OperationRow},
    },
    app::App,
    leads::graphql::{Eyes, Lead},
    members::graphql::{Organization, Person, organization, person},
    platform::{
        db::code,
        error::Result,
        graphql::{
            connection::{MAX_PAGE, PageArgs},
            from_context, id,
            scalars::DateTime,
        },
        ids::IdKind,
    },
    referrals::graphql::{Referral, visible_referral},
    subjects::graphql::{Subject, subject},
};

/// An act of law enforcement at sites, with its team. Until it is released or its outcome is verified its team alone sees it.
pub struct OfflineAction {
    pub(super) row: ActionRow,
    pub(super) eyes: Eyes,
}

impl OfflineAction {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: ActionRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    /// The action of an id that these eyes see, through the request's loader.
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, action: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(ActionKey(eyes.clone(), action)).await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes)))
    }
}

/// An act of law enforcement at sites, with its team. Until it is released or its outcome is verified its team alone sees it.
#[Object]
impl OfflineAction {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Action, self.row.id)
    }

    /// What people call it; random, so that it tells nothing about volume.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// One line.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlActionKind> {
        code::<ActionKind>(&self.row.kind).map(Into::into)
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlActionState> {
        code::<ActionState>(&self.row.state).map(Into::into)
    }

    /// The campaign it belongs to; null where it belongs to none.
    async fn operation(&self, ctx: &Context<'_>) -> Result<Option<EnforcementOperation>> {
        match self.row.operation_id {
            Some(key) => EnforcementOperation::load(ctx, &self.eyes, key).await,
            None => Ok(None),
        }
    }

    /// The agency that leads it.
    async fn lead_agency(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.lead_agency_id).await
    }

    /// Who proposed it.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.proposed_by).await
    }

    /// When it was proposed.
    async fn proposed_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Whether it rests on a case of law enforcement's own.
    async fn is_own_case(&self) -> bool {
        self.row.own_case
    }

    /// What to look out for; null where nothing is said.
    async fn risk_notes(&self) -> Option<&str> {
        self.row.risk_notes.as_deref()
    }

    /// Whether nobody but the team may know of it.
    async fn embargoed(&self) -> bool {
        self.row.embargo
    }

    /// When it is to be; null until that is set.
    async fn window(&self) -> Option<ActionWindow> {
        ActionWindow::of(&self.row)
    }

    /// Its sites, in the order in which they were entered; at most 50.
    async fn sites(&self, ctx: &Context<'_>) -> Result<Vec<ActionSite>> {
        let rows = loaders::of(ctx)?
            .load_one(SitesOf(self.row.id))
            .await?
            .unwrap_or_default();
        let site = |row: &store::SiteRow| ActionSite {
            row: row.clone(),
            eyes: self.eyes.clone(),
        };
        Ok(rows.iter().map(site).collect())
    }

    /// Its team, in the order in which they came; at most 100.
    async fn team(&self, ctx: &Context<'_>) -> Result<Vec<TeamMember>> {
        let rows = loaders::of(ctx)?
            .load_one(TeamOf(self.row.id))
            .await?
            .unwrap_or_default();
        rows.iter().map(TeamMember::of).collect()
    }

    /// Officers without an account to whom a link was sent, the first one first; those whose links were taken back are among them.
    async fn guests(&self, ctx: &Context<'_>) -> Result<Vec<ActionGuest>> {
        ActionGuest::list(ctx, self.row.id).await
    }

    /// Whether the viewer may send such links now, and take them back.
    async fn may_invite_guests(&self, ctx: &Context<'_>) -> Result<bool> {
        may_invite(ctx, &self.eyes, self.row.id).await
    }

    /// What has to be done for it, the first one first; at most 100.
    async fn tasks(&self, ctx: &Context<'_>) -> Result<Vec<ActionTask>> {
        let rows = loaders::of(ctx)?
            .load_one(TasksOf(self.row.id))
            .await?
            .unwrap_or_default();
        Ok(rows.iter().cloned().map(Into::into).collect())
    }

    /// Which sides approved it as it stands.
    async fn approvals(&self, ctx: &Context<'_>) -> Result<Vec<ActionApproval>> {
        let rows = loaders::of(ctx)?
            .load_one(ApprovalsOf(self.row.id))
            .await?
            .unwrap_or_default();
        rows.iter().map(ActionApproval::of).collect()
    }

    /// The leads on which it rests, as far as the viewer sees them; at most 50.
    async fn leads(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        let ids = loaders::of(ctx)?
            .load_one(LeadsOf(self.row.id))
            .await?
            .unwrap_or_default();
        let leads = ids.iter().map(|lead| Lead::load(ctx, &self.eyes, *lead));
        Ok(try_join_all(leads).await?.into_iter().flatten().collect())
    }

    /// Whom it is about, as far as the viewer sees them; at most 50.
    async fn subjects(&self, ctx: &Context<'_>) -> Result<Vec<Subject>> {
        let ids = loaders::of(ctx)?
            .load_one(SubjectsOf(self.row.id))
            .await?
            .unwrap_or_default();
        let subjects = ids.iter().map(|key| subject(ctx, *key));
        Ok(try_join_all(subjects).await?.into_iter().flatten().collect())
    }

    /// The referrals from which it came, as far as the viewer sees them; at most 50.
    async fn referrals(&self, ctx: &Context<'_>) -> Result<Vec<Referral>> {
        let app = from_context::<App>(ctx)?;
        let basis = store::basis_of(app.db.read(), self.row.id).await?;
        let referrals = basis.referrals.iter().map(|key| visible_referral(ctx, *key));
        Ok(try_join_all(referrals).await?.into_iter().flatten().collect())
    }

    /// What it meets; empty for everybody but the desk and those who lead it.
    async fn clashes(&self, ctx: &Context<'_>) -> Result<Vec<DeconflictionHit>> {
        let key = ClashesOf(self.eyes.clone(), self.row.id);
        let rows = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(rows
            .iter()
            .map(|row| DeconflictionHit::of(row.clone(), &self.eyes))
            .collect())
    }

    /// What came of it.
    async fn outcome(&self) -> ActionOutcome {
        ActionOutcome::of(&self.row, &self.eyes)
    }

    /// What storing, moving and destroying goods cost, the first one first.
    async fn costs(&self, ctx: &Context<'_>) -> Result<Vec<ActionCost>> {
        let rows = loaders::of(ctx)?
            .load_one(CostsOf(self.row.id))
            .await?
            .unwrap_or_default();
        rows.iter().cloned().map(ActionCost::of).collect()
    }

    /// Whether there is a report of it, at `/actions/{id}/report.pdf`: once what came of it was handed in.
    async fn has_report(&self) -> Result<bool> {
        store::state_of(&self.row).map(ActionState::has_report)
    }

    /// Why it was put off, broken off or given up, or is corrected; null where nothing was said.
    async fn reason(&self) -> Option<&str> {
        self.row.reason.as_deref()
    }

    /// When it was done; null until then.
    async fn executed_at(&self) -> Option<DateTime> {
        self.row.executed_at.map(Into::into)
    }

    /// When it was closed; null until then.
    async fn closed_at(&self) -> Option<DateTime> {
        self.row.closed_at.map(Into::into)
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime {
        self.row.updated_at.into()
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlActionStep>> {
        let key = StandingOf(self.eyes.clone(), self.row.id);
        let Some(standing) = loaders::of(ctx)?.load_one(key).await? else {
            return Ok(Vec::new());
        };
        let viewer = self.eyes.viewer();
        let allowed = ActionStep::VARIANTS
            .iter()
            .filter(|step| standing.step(viewer, **step).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// A campaign: several actions over regions. Whoever made it sees it, and whoever sees one of its actions.
pub struct EnforcementOperation {
    row: OperationRow,
    eyes: Eyes,
}

impl EnforcementOperation {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: OperationRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, operation: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?
            .load_one(OperationKey(eyes.clone(), operation))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes)))
    }
}

/// A campaign: several actions over regions. Whoever made it sees it, and whoever sees one of its actions.
#[Object]
impl EnforcementOperation {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Campaign, self.row.id)
    }

    /// What people call it; random, so that it tells nothing about volume.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// What it is for; null where nothing is said.
    async fn purpose(&self) -> Option<&str> {
        self.row.purpose.as_deref()
    }

    /// Whether no action can come to it any more.
    async fn closed(&self) -> bool {
        self.row.closed
    }

    /// Who made it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.created_by).await
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// Those of its actions that the viewer sees, those that begin first in front; at most 100.
    async fn actions(&self, ctx: &Context<'_>) -> Result<Vec<OfflineAction>> {
        let app = from_context::<App>(ctx)?;
        let query = ActionQuery {
            operation: Some(self.row.id),
            ..ActionQuery::default()
        };
        let args = PageArgs {
            size: MAX_PAGE,
            after: None,
            before: None,
            backward: false,
        };
        let sight = sight(self.eyes.viewer(), app.now());
        let sights = (&sight, self.eyes.sight());
        let page = store::action_page(app.db.read(), sights, &query, ActionOrder::StartsFirst, &args).await?;
        let actions = page.rows.into_iter();
        Ok(actions.map(|(.., row)| OfflineAction::of(row, &self.eyes)).collect())
    }

    /// Whether the viewer may change it.
    async fn may_change(&self) -> bool {
        may_change(self.eyes.viewer(), &self.row)
    }
}
