//! Purchases that meet offline actions: for the desk alone.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use super::{
    enums::GqlClashResolution,
    loaders::{self, ComparedOf, RowOf},
    objects::{Look, Purchase},
};
use crate::{
    actions::{
        self,
        graphql::{GqlClashKind, GqlHitState, OfflineAction, visible_offline_action},
        rules::{ClashKind, HitState},
    },
    app::App,
    members::graphql::{Organization, Person, organization, person},
    permissions::{Action, Scope},
    platform::{
        db::{code, json},
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    purchases::{
        commands,
        rules::ClashResolution,
        store::{self, ClashRow},
    },
};

/// A test purchase that meets an offline action.
pub struct PurchaseClash {
    row: ClashRow,
    look: Look,
}

impl PurchaseClash {
    /// The object of a row, for the desk.
    pub(super) fn of(row: ClashRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The one of an id, if the caller is of the desk.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        if look.viewer.scope(Action::PurchaseAssign) != Scope::All {
            return Ok(None);
        }
        let found = store::clashes_by_ids(from_context::<App>(ctx)?.db.read(), &[key])
            .await?
            .pop();
        Ok(found.map(|row| Self::of(row, &look)))
    }

    async fn compared(&self, ctx: &Context<'_>) -> Result<actions::Compared> {
        let found = loaders::of(ctx)?.load_one(ComparedOf(self.row.action_id)).await?;
        found.map(Arc::unwrap_or_clone).ok_or_else(ApiError::not_found)
    }
}

/// A test purchase that meets an offline action. The desk sees it, nobody else.
#[Object]
impl PurchaseClash {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::PurchaseClash, self.row.id)
    }

    /// In what they meet.
    async fn kinds(&self) -> Result<Vec<GqlClashKind>> {
        let kinds: Vec<ClashKind> = json(&self.row.kinds)?;
        Ok(kinds.into_iter().map(Into::into).collect())
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlHitState> {
        code::<HitState>(&self.row.state).map(Into::into)
    }

    /// The purchase; null where the viewer does not see it.
    async fn purchase(&self, ctx: &Context<'_>) -> Result<Option<Purchase>> {
        Purchase::load(ctx, self.row.purchase_id).await
    }

    /// When the action begins.
    async fn action_starts_at(&self, ctx: &Context<'_>) -> Result<DateTime> {
        Ok(self.compared(ctx).await?.time_box.starts_at.into())
    }

    /// When the action ends.
    async fn action_ends_at(&self, ctx: &Context<'_>) -> Result<DateTime> {
        Ok(self.compared(ctx).await?.time_box.ends_at.into())
    }

    /// ISO 3166-1 alpha-2 country of the action.
    async fn country(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.compared(ctx).await?.time_box.country)
    }

    /// The divisions of the action's sites.
    async fn division_codes(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        Ok(self.compared(ctx).await?.time_box.divisions.into_iter().collect())
    }

    /// The agency that leads the action.
    async fn lead_agency(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.compared(ctx).await?.agency).await
    }

    /// The action; null where the viewer does not see it.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<OfflineAction>> {
        visible_offline_action(ctx, self.row.action_id).await
    }

    /// What was said of it; null where nothing was.
    async fn resolution(&self) -> Result<Option<GqlClashResolution>> {
        let said = self.row.resolution.as_deref();
        Ok(said.map(code::<ClashResolution>).transpose()?.map(Into::into))
    }

    /// The words that were given with it; null where there are none.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// When it was found.
    async fn found_at(&self) -> DateTime {
        self.row.found_at.into()
    }

    /// When it ceased to stand in anybody's way; null until then.
    async fn resolved_at(&self) -> Option<DateTime> {
        self.row.resolved_at.map(Into::into)
    }

    /// Who settled it; null where nobody did.
    async fn resolved_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.resolved_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can say of it now.
    async fn allowed_resolutions(&self, ctx: &Context<'_>) -> Result<Vec<GqlClashResolution>> {
        let found = loaders::of(ctx)?.load_one(RowOf(self.row.purchase_id)).await?;
        let Some(purchase) = found else { return Ok(Vec::new()) };
        let may = commands::may_resolve(&self.look.viewer, &self.row, code(&purchase.state)?);
        Ok(may.into_iter().map(Into::into).collect())
    }
}
