//! Powers of attorney in the graph.

use async_graphql::{Context, ID, Object};
use futures_util::future::try_join_all;

use super::{Brand, GqlPoaAction, GqlPoaState, GqlPoaStep, RightsDocument, brand, document::documents_of, loaders};
use crate::{
    app::App,
    members::graphql::{Organization, Person, organization, person},
    platform::{
        clock::timestamp,
        error::Result,
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    rights::{
        PowerOfAttorneyRow, commands,
        rules::{first_day, last_day, power::allowed_on_power},
    },
    sessions,
};

/// What an agent may do for a principal, and from when until when.
pub struct PowerOfAttorney(PowerOfAttorneyRow);

impl From<PowerOfAttorneyRow> for PowerOfAttorney {
    fn from(row: PowerOfAttorneyRow) -> Self {
        Self(row)
    }
}

/// What an agent may do for a principal, and from when until when.
#[Object]
impl PowerOfAttorney {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Poa, self.0.id)
    }

    /// Who gave it.
    async fn principal(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.principal).await
    }

    /// Who may act by it.
    async fn agent(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.agent).await
    }

    /// The brands it covers; empty where it covers all.
    async fn brands(&self, ctx: &Context<'_>) -> Result<Vec<Brand>> {
        let brands = self.0.brands.iter().flatten();
        try_join_all(brands.map(|key| brand(ctx, *key))).await
    }

    /// Whether it covers all brands of the principal, later ones too.
    async fn all_brands(&self) -> bool {
        self.0.brands.is_none()
    }

    /// What it allows.
    async fn actions(&self) -> Vec<GqlPoaAction> {
        self.0.actions.iter().map(|action| (*action).into()).collect()
    }

    /// The first day, in UTC.
    async fn valid_from(&self) -> Date {
        Date(first_day(self.0.valid_from))
    }

    /// The last day, in UTC.
    async fn valid_to(&self) -> Date {
        Date(last_day(self.0.valid_until))
    }

    /// Where it stands now.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlPoaState> {
        let now = from_context::<App>(ctx)?.now();
        Ok(self.0.state_at(now).into())
    }

    /// Who submitted it.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.submitted_by).await
    }

    /// When it was submitted.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it was verified; null before.
    async fn verified_at(&self) -> Option<DateTime> {
        self.0.verified_at.map(DateTime)
    }

    /// What was handed in of it, the first one first.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<RightsDocument>> {
        documents_of(ctx, self.0.id).await
    }

    /// When it was reported as forged; null where it was not.
    async fn forged_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let found = loaders::of(ctx)?.forged.load_one(self.0.id).await?;
        Ok(found.map(|event| DateTime(timestamp(event.recorded_at))))
    }

    /// How it is known that it is forged; null where it was not reported so.
    async fn forged_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let found = loaders::of(ctx)?.forged.load_one(self.0.id).await?;
        Ok(found.map(|event| event.reason.clone()))
    }

    /// Whether the viewer could report it as forged now.
    async fn may_report_forged(&self, ctx: &Context<'_>) -> Result<bool> {
        let is_reported = loaders::of(ctx)?.forged.load_one(self.0.id).await?.is_some();
        Ok(commands::may_report(sessions::viewer(ctx)?, &self.0, is_reported))
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlPoaStep>> {
        let now = from_context::<App>(ctx)?.now();
        let steps = allowed_on_power(sessions::viewer(ctx)?, &self.0, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
