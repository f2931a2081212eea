//! What appraisals come to, and how they are judged, as clients see it.

use std::sync::Arc;

use async_graphql::{Context, Object};
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::{
    enums::{GqlAppraisalConclusion, GqlAppraisalRank, GqlCaseState},
    loaders::{self, CaseOfPurchase, CaseOfSample, PolicyOf, SamplesOf},
    objects::Appraisal,
};
use crate::{
    app::App,
    appraisals::{
        commands::{PolicyStanding, may_configure},
        rules::{AppraisalRank, Case},
    },
    funds::graphql::TestPurchaseProgram,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::from_context,
    },
    samples::{self, graphql::Sample, rules::CaseSight},
    sessions,
};

/// The place of a rank in the order of a programme, from 1.
pub(super) async fn policy_place(ctx: &Context<'_>, program: Option<Uuid>, rank: AppraisalRank) -> Result<i32> {
    let policy = loaders::of(ctx)?
        .load_one(PolicyOf(program.unwrap_or_default()))
        .await?;
    let policy = policy.ok_or_else(|| ApiError::internal("a programme without a policy"))?;
    i32::try_from(policy.place(rank) + 1).map_err(ApiError::internal)
}

/// What appraisals come to: the highest rank that counts, not the majority.
pub struct GqlCaseConclusion(Case);

impl From<Case> for GqlCaseConclusion {
    fn from(case: Case) -> Self {
        Self(case)
    }
}

impl GqlCaseConclusion {
    /// What the appraisals of a purchase come to; nothing for who does not read all of them.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_purchase(ctx: &Context<'_>, purchase: Uuid) -> Result<Option<Self>> {
        let rows = loaders::of(ctx)?.load_one(SamplesOf(purchase)).await?;
        let rows = rows.iter().flat_map(|rows| rows.iter());
        let reads = try_join_all(rows.map(|row| reads(ctx, row))).await?;
        if reads.contains(&false) {
            return Ok(None);
        }
        let case = loaders::of(ctx)?.load_one(CaseOfPurchase(purchase)).await?;
        Ok(case.map(Arc::unwrap_or_clone).map(Self))
    }

    /// What those of a sample come to; nothing for who does not read all of them.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_sample(ctx: &Context<'_>, sample: &samples::SampleRow) -> Result<Option<Self>> {
        if !reads(ctx, sample).await? {
            return Ok(None);
        }
        let case = loaders::of(ctx)?.load_one(CaseOfSample(sample.id)).await?;
        Ok(case.map(Arc::unwrap_or_clone).map(Self))
    }
}

/// Whether the caller reads all appraisals of a sample: an appraiser never does of one that it inspects.
async fn reads(ctx: &Context<'_>, sample: &samples::SampleRow) -> Result<bool> {
    let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
    let cases = CaseSight::of(viewer, Action::AppraisalRead, app.now());
    let inspects = viewer.has(Action::AppraisalReport) && Sample::is_inspected(ctx, sample.id).await?;
    Ok(!inspects && cases.meets(sample.organization_id, sample.brand_id) && Sample::is_seen(ctx, sample.id).await?)
}

/// What appraisals come to: the highest rank that counts, not the majority.
#[Object(name = "CaseConclusion")]
impl GqlCaseConclusion {
    /// Where the case stands.
    pub async fn state(&self) -> GqlCaseState {
        self.0.state.into()
    }

    /// What holds; null unless the case is concluded, and where the samples of a purchase differ.
    async fn conclusion(&self) -> Option<GqlAppraisalConclusion> {
        self.0.conclusion.map(Into::into)
    }

    /// The rank by which it holds; null where nothing does.
    async fn rank(&self) -> Option<GqlAppraisalRank> {
        self.0.rank.map(Into::into)
    }

    /// What it stands on.
    async fn stands_on(&self, ctx: &Context<'_>) -> Result<Vec<Appraisal>> {
        Appraisal::load_all(ctx, &self.0.stands_on).await
    }

    /// What says something else.
    async fn against(&self, ctx: &Context<'_>) -> Result<Vec<Appraisal>> {
        Appraisal::load_all(ctx, &self.0.against).await
    }

    /// Whether what stands on it waits: referrals, offline actions, the closing of the purchase.
    async fn blocks(&self) -> bool {
        self.0.blocks()
    }
}

/// How appraisals of purchases in a programme are judged.
pub struct AppraisalPolicy(pub(super) PolicyStanding);

/// How appraisals of purchases in a programme are judged.
#[Object]
impl AppraisalPolicy {
    /// The programme; null for purchases in none.
    pub async fn program(&self, ctx: &Context<'_>) -> Result<Option<TestPurchaseProgram>> {
        match self.0.program {
            Some(key) => TestPurchaseProgram::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// The ranks, the lowest first.
    async fn rank_order(&self) -> Vec<GqlAppraisalRank> {
        self.0.policy.order.iter().map(|rank| (*rank).into()).collect()
    }

    /// One of so many samples is inspected a second time, blindly; 0 is none.
    async fn quality_every(&self) -> i32 {
        self.0.policy.quality_every
    }

    /// Counts its changes; 0 where it is the usual one. To be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Whether the viewer can change it.
    async fn may_change(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_configure(sessions::viewer(ctx)?))
    }
}
