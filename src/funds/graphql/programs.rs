//! Programmes of test purchases, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use futures_util::future::try_join_all;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    enums::{GqlProgramState, GqlProgramStep},
    loaders::{self, Look, MembersOf, ProgramKey},
    objects::{Fund, fund_of, money},
};
use crate::{
    app::App,
    evidence::{graphql::GqlEvidenceKind, rules::EvidenceKind},
    funds::{
        commands::{may_change, state_at, today},
        rules::ProgramStep,
        store::{ProgramQuery, ProgramRow},
    },
    leads::graphql::Money,
    members::graphql::{Organization, organization},
    platform::{
        db::json,
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::Date, uuid},
        ids::IdKind,
    },
};

/// Which programmes to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct TestPurchaseProgramFilter {
    /// Of this fund.
    fund_id: Option<ID>,
    /// In one of these states.
    states: Option<Vec<GqlProgramState>>,
}

impl TestPurchaseProgramFilter {
    pub(super) fn read(self, app: &App) -> Result<ProgramQuery> {
        Ok(ProgramQuery {
            fund: self.fund_id.map(|id| uuid(IdKind::Fund, &id)).transpose()?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            today: today(app.now()).to_string(),
        })
    }
}

/// A programme of test purchases, paid by a fund.
pub struct TestPurchaseProgram {
    row: ProgramRow,
    look: Look,
}

impl TestPurchaseProgram {
    /// The object of a row that the look meets.
    pub(super) fn of(row: ProgramRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The programme of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        let row = loaders::of(ctx)?
            .load_one(ProgramKey(Arc::clone(&look.programs), key))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &look)))
    }
}

fn day(text: &str) -> Result<Date> {
    text.parse().map(Date).map_err(ApiError::internal)
}

/// A programme of test purchases, paid by a fund.
#[Object]
impl TestPurchaseProgram {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Program, self.row.id)
    }

    /// What people call it.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// What it is for.
    async fn purpose(&self) -> &str {
        &self.row.purpose
    }

    /// The fund that pays it; null where the viewer has nothing of that yet.
    async fn fund(&self, ctx: &Context<'_>) -> Result<Option<Fund>> {
        Fund::load(ctx, self.row.fund_id).await
    }

    /// The currency of its caps, ISO 4217.
    async fn currency(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(fund_of(ctx, self.row.fund_id).await?.currency.clone())
    }

    /// Its first day, in UTC.
    async fn starts_on(&self) -> Result<Date> {
        day(&self.row.starts_on)
    }

    /// Its last day, in UTC.
    async fn ends_on(&self) -> Result<Date> {
        day(&self.row.ends_on)
    }

    /// Where it stands today.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlProgramState> {
        state_at(&self.row, from_context::<App>(ctx)?.now()).map(Into::into)
    }

    /// Whether every member may take part.
    async fn open(&self) -> bool {
        self.row.open
    }

    /// Who may take part where not every member may, as far as the viewer may know: of others who sees all funds.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Organization>> {
        let keys = loaders::of(ctx)?
            .load_one(MembersOf(self.row.id))
            .await?
            .unwrap_or_default();
        let seen = keys.iter().filter(|key| self.look.programs.meets(Some(**key)));
        try_join_all(seen.map(|key| organization(ctx, *key))).await
    }

    /// What purchases in it may cost.
    async fn caps(&self, ctx: &Context<'_>) -> Result<ProgramCaps> {
        let fund = fund_of(ctx, self.row.fund_id).await?;
        let cap = |minor: Option<i64>| minor.map(|minor| money(minor, &fund.currency));
        Ok(ProgramCaps {
            per_purchase: cap(self.row.per_purchase_minor),
            per_member: cap(self.row.per_member_minor),
            per_period: cap(self.row.per_period_minor),
            period_days: self.row.period_days,
            per_seller: cap(self.row.per_seller_minor),
        })
    }

    /// The kinds of evidence that a purchase in it needs.
    async fn required_evidence(&self) -> Result<Vec<GqlEvidenceKind>> {
        let kinds: Vec<EvidenceKind> = json(&self.row.required_evidence)?;
        Ok(kinds.into_iter().map(Into::into).collect())
    }

    /// Above it two people approve a purchase; null where one is enough.
    async fn approval_threshold(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        let fund = fund_of(ctx, self.row.fund_id).await?;
        Ok(self.row.threshold_minor.map(|minor| money(minor, &fund.currency)))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self) -> Vec<GqlProgramStep> {
        let allowed = ProgramStep::VARIANTS
            .iter()
            .filter(|step| may_change(&self.look.viewer, &self.row, **step));
        allowed.map(|step| (*step).into()).collect()
    }
}

/// What purchases in a programme may cost; null is no cap.
#[derive(SimpleObject)]
pub struct ProgramCaps {
    /// One purchase.
    per_purchase: Option<Money>,
    /// All of a member.
    per_member: Option<Money>,
    /// All of a member within the days of the period.
    per_period: Option<Money>,
    /// The days of the period.
    period_days: Option<i32>,
    /// All from one seller.
    per_seller: Option<Money>,
}
