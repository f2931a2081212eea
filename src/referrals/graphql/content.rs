//! What a referral is made of, as its own side sees it, and how complete that is.

use std::collections::HashMap;

use async_graphql::{Context, Object, SimpleObject};
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::{
    enums::{GqlCivilProceedings, GqlNoAppraisalReason, GqlRuleCode, GqlValuationBasis},
    package::ReferralValuation,
};
use crate::{
    app::App,
    evidence::graphql::{self as evidence, EvidenceItem},
    leads::graphql::{self as leads, Eyes, Lead, LeadItem},
    platform::{
        db::code,
        error::Result,
        graphql::{
            from_context,
            scalars::{Date, Decimal},
        },
        money::Money,
    },
    referrals::{
        commands,
        rules::{CivilProceedings, Completeness, LEAST_SCORE, NoAppraisalReason, RULES_VERSION, ValuationBasis},
        store::{self, Parts, Row},
    },
    rights::{
        Lack,
        graphql::{self as rights, GqlLack, IpRight},
    },
    subjects::graphql::{self as subjects, Subject},
};

/// What a referral is made of, as far as the viewer sees it.
pub struct ReferralContent {
    row: Row,
    eyes: Eyes,
}

impl ReferralContent {
    pub(super) fn of(row: Row, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    async fn parts(&self, ctx: &Context<'_>) -> Result<Parts> {
        store::parts_of(from_context::<App>(ctx)?.db.read(), self.row.id).await
    }
}

/// What a referral is made of, as far as the viewer sees it.
#[Object]
impl ReferralContent {
    /// What happened, in words; null until somebody wrote it.
    async fn facts(&self) -> Option<&str> {
        self.row.facts.as_deref()
    }

    /// The leads it is about.
    async fn leads(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        let ids = self.parts(ctx).await?.leads;
        let found = try_join_all(ids.iter().map(|id| Lead::load(ctx, &self.eyes, *id))).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The rights it cites.
    async fn rights(&self, ctx: &Context<'_>) -> Result<Vec<ReferralRight>> {
        let app = from_context::<App>(ctx)?;
        let checked = commands::check(app.db.read(), &self.row, app.now()).await?;
        let lacking: HashMap<Uuid, Lack> = checked.lacking;
        let found = try_join_all(checked.parts.rights.iter().map(|id| rights::visible_ip_right(ctx, *id))).await?;
        let with_lack = checked.parts.rights.iter().zip(found).filter_map(|(id, right)| {
            Some(ReferralRight {
                right: right?,
                lack: lacking.get(id).copied().map(Into::into),
            })
        });
        Ok(with_lack.collect())
    }

    /// Items of its leads.
    async fn items(&self, ctx: &Context<'_>) -> Result<Vec<LeadItem>> {
        leads::items(ctx, &self.eyes, &self.parts(ctx).await?.items).await
    }

    /// Who and what stands behind it.
    async fn subjects(&self, ctx: &Context<'_>) -> Result<Vec<Subject>> {
        subjects::subjects_by_ids(ctx, &self.eyes, &self.parts(ctx).await?.subjects).await
    }

    /// Evidence of its leads.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Vec<EvidenceItem>> {
        let ids = self.parts(ctx).await?.evidence;
        let found = try_join_all(ids.iter().map(|id| evidence::load(ctx, &self.eyes, *id))).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Whether there is more in it than the viewer sees; then the viewer neither approves it nor opens the package.
    async fn has_hidden_parts(&self, ctx: &Context<'_>) -> Result<bool> {
        let app = from_context::<App>(ctx)?;
        let (standing, _) = commands::stand(app.db.read(), self.eyes.viewer(), &self.row, app.now()).await?;
        Ok(!standing.sees_all)
    }

    /// The value; null until it was entered.
    async fn valuation(&self) -> Result<Option<ReferralValuation>> {
        let row = &self.row;
        let (Some(minor), Some(currency), Some(basis), Some(source), Some(on)) = (
            row.value_minor,
            row.value_currency.clone(),
            row.value_basis.as_deref(),
            row.value_source.clone(),
            row.value_on.as_deref(),
        ) else {
            return Ok(None);
        };
        let money = Money { minor, currency };
        Ok(Some(ReferralValuation {
            amount: Decimal(money.amount()),
            currency: money.currency,
            basis: GqlValuationBasis::from(code::<ValuationBasis>(basis)?),
            source,
            date: Date(on.parse().map_err(crate::platform::error::ApiError::internal)?),
        }))
    }

    /// Why there is no appraisal; null until that was said.
    async fn no_appraisal_reason(&self) -> Result<Option<GqlNoAppraisalReason>> {
        let reason = self.row.no_appraisal.as_deref().map(code::<NoAppraisalReason>);
        Ok(reason.transpose()?.map(Into::into))
    }

    /// More about that; null where nothing is said.
    async fn no_appraisal_note(&self) -> Option<&str> {
        self.row.no_appraisal_note.as_deref()
    }

    /// Whether there are civil proceedings; null until that was said.
    async fn civil_proceedings(&self) -> Result<Option<GqlCivilProceedings>> {
        let said = self.row.proceedings.as_deref().map(code::<CivilProceedings>);
        Ok(said.transpose()?.map(Into::into))
    }

    /// More about them; null where nothing is said.
    async fn civil_proceedings_note(&self) -> Option<&str> {
        self.row.proceedings_note.as_deref()
    }

    /// What whoever goes there has to know; null where nothing is said.
    async fn safety_notes(&self) -> Option<&str> {
        self.row.safety_notes.as_deref()
    }

    /// Where the personal data in it are stored, ISO 3166-1 alpha-2; null until that was said.
    async fn data_country(&self) -> Option<&str> {
        self.row.data_country.as_deref()
    }

    /// Why they may go to another country; null where nothing is said.
    async fn cross_border_basis(&self) -> Option<&str> {
        self.row.cross_border_basis.as_deref()
    }

    /// The reference of the approval by which personal data that are stored in China may leave it; null where there is none.
    async fn approval_reference(&self) -> Option<&str> {
        self.row.approval_reference.as_deref()
    }

    /// Whether it cannot be approved without that reference: personal data in it are stored in China, and the agency is
    /// elsewhere.
    async fn needs_approval_reference(&self, ctx: &Context<'_>) -> Result<bool> {
        let app = from_context::<App>(ctx)?;
        let checked = commands::check(app.db.read(), &self.row, app.now()).await?;
        Ok(checked.needs_reference)
    }
}

/// A right that a referral cites.
#[derive(SimpleObject)]
pub struct ReferralRight {
    /// The right.
    right: IpRight,
    /// Why it cannot be cited today where the offence is; null where it can. A right that falls after the sending says so here.
    lack: Option<GqlLack>,
}

/// How complete a referral is.
#[derive(SimpleObject)]
pub struct ReferralCompleteness {
    /// The name and version of the rules.
    rules_version: &'static str,
    /// Of a hundred.
    score: i32,
    /// The lowest score with which it may be handed in.
    least: i32,
    /// Whether it may be handed in: the score suffices, and nothing mandatory is missing.
    complete: bool,
    /// What each rule says.
    rules: Vec<ReferralRuleResult>,
}

impl From<Completeness> for ReferralCompleteness {
    fn from(found: Completeness) -> Self {
        let rules = found.rules.iter().map(|judged| ReferralRuleResult {
            code: judged.rule.code.into(),
            weight: judged.rule.weight,
            mandatory: judged.rule.mandatory,
            met: judged.met,
        });
        Self {
            rules: rules.collect(),
            rules_version: RULES_VERSION,
            score: found.score,
            least: LEAST_SCORE,
            complete: found.is_complete(),
        }
    }
}

/// What a rule says of a referral.
#[derive(SimpleObject)]
pub struct ReferralRuleResult {
    /// For what it asks.
    code: GqlRuleCode,
    /// What it counts of a hundred.
    weight: i32,
    /// Whether nothing is handed in without it.
    mandatory: bool,
    /// Whether what it asks for is there.
    met: bool,
}
