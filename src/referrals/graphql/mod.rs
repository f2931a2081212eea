//! GraphQL of referrals.

mod clock;
mod content;
mod enums;
mod guest;
mod inputs;
mod lead_steps;
mod mutations;
mod objects;
mod package;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use jiff::tz::TimeZone;
use uuid::Uuid;

pub use clock::{ReferralClock, ReferralFeedback};
pub use content::{ReferralCompleteness, ReferralContent, ReferralRight};
pub use enums::{
    GqlDeclineReason, GqlPackageForm, GqlPackagePurpose, GqlReferralResult, GqlReferralState, GqlValuationBasis,
};
pub use guest::GuestReferral;
pub(crate) use guest::guest_referral;
pub use lead_steps::LeadReferralStep;
pub(crate) use lead_steps::steps_of_lead;
pub use mutations::ReferralsMutation;
pub use objects::Referral;
pub use package::{ReferralPackage, ReferralValuation};

use super::{
    commands::{self, ReferralQuery},
    rules::{LEAST_SCORE, RULES, RULES_VERSION, figure},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context,
            scalars::Date,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};
use enums::GqlRuleCode;

/// Which referrals to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct ReferralFilter {
    /// Where they stand.
    states: Option<Vec<GqlReferralState>>,
    /// To which agency they go.
    agency_id: Option<ID>,
    /// A lead that is in them.
    lead_id: Option<ID>,
    /// Whether an act of somebody is still expected.
    open: Option<bool>,
}

impl ReferralFilter {
    fn read(self) -> Result<ReferralQuery> {
        Ok(ReferralQuery {
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            agency: self.agency_id.map(|id| uuid(IdKind::Agency, &id)).transpose()?,
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            open: self.open,
        })
    }
}

/// The rules by which the completeness of a referral is judged.
#[derive(SimpleObject)]
pub struct ReferralRuleSet {
    /// Their name and version.
    version: &'static str,
    /// The lowest score with which a referral may be handed in.
    least: i32,
    /// The rules.
    rules: Vec<ReferralRule>,
}

/// A rule by which the completeness of a referral is judged.
#[derive(SimpleObject)]
pub struct ReferralRule {
    /// For what it asks.
    code: GqlRuleCode,
    /// What it counts of a hundred.
    weight: i32,
    /// Whether nothing is handed in without it.
    mandatory: bool,
}

/// How many referrals came to what, of those that were sent within a time and not withdrawn. Where they are of several
/// organisations, numbers from one to four are null.
#[derive(SimpleObject)]
pub struct ReferralFigures {
    /// How many were sent; null where it is one to four.
    sent: Option<i32>,
    /// Of these, how many were acknowledged; null where it is one to four.
    received: Option<i32>,
    /// Of these, how many within three working days; null where it is one to four.
    received_in_time: Option<i32>,
    /// How many were accepted; null where it is one to four.
    accepted: Option<i32>,
    /// How many were declined; null where it is one to four.
    declined: Option<i32>,
    /// How many were decided at least 30 days ago, so that feedback is due; null where it is one to four.
    feedback_due: Option<i32>,
    /// Of how many there is feedback; null where it is one to four.
    feedback_given: Option<i32>,
    /// How many were of use, as the feedback says; null where it is one to four.
    useful: Option<i32>,
}

/// The queries of referrals.
#[derive(Debug, Default)]
pub struct ReferralsQuery;

#[Object]
impl ReferralsQuery {
    /// The referrals that the viewer sees, the latest first: of its own organisation or a principal, as far as it sees all leads
    /// in them; at the desk also what others handed in; as an officer those that name the viewer.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ReferralFilter>,
    ) -> Result<Connection<String, Referral, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let page = commands::list(&app, eyes.viewer(), &query, &args).await?;
        let page = page.map(|row| Referral::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { commands::count(&app, eyes.viewer(), &query).await })
        }))
    }

    /// A referral; `NOT_FOUND` where there is none that the viewer sees.
    async fn referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral's id.")] id: ID,
    ) -> Result<Option<Referral>> {
        let found = visible_referral(ctx, uuid(IdKind::Referral, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The rules by which the completeness of a referral is judged today.
    async fn referral_rules(&self) -> Option<ReferralRuleSet> {
        let rules = RULES.iter().map(|rule| ReferralRule {
            code: rule.code.into(),
            weight: rule.weight,
            mandatory: rule.mandatory,
        });
        Some(ReferralRuleSet {
            version: RULES_VERSION,
            least: LEAST_SCORE,
            rules: rules.collect(),
        })
    }

    /// How many referrals came to what: of all organisations for the desk and the auditors, of its own for an administrator.
    async fn referral_figures(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those sent on this day or later, in UTC.")] from: Option<Date>,
        #[graphql(desc = "Only those sent on this day or earlier, in UTC.")] until: Option<Date>,
    ) -> Result<Option<ReferralFigures>> {
        let start = |day: jiff::civil::Date| day.to_zoned(TimeZone::UTC).map(|at| micros(at.timestamp()));
        let from = from
            .map_or(Ok(i64::MIN), |day| start(day.0))
            .map_err(|_| ApiError::input("from", "Give a day within the calendar."))?;
        let until = until.map_or(Ok(i64::MAX), |day| day.0.tomorrow().and_then(start));
        let until = until.map_err(|_| ApiError::input("until", "Give a day within the calendar."))?;
        let viewer = sessions::viewer(ctx)?;
        let (found, of_one) = commands::figures(from_context::<App>(ctx)?, viewer, (from, until)).await?;
        Ok(Some(ReferralFigures {
            sent: figure(found.sent, of_one),
            received: figure(found.received, of_one),
            received_in_time: figure(found.received_in_time, of_one),
            accepted: figure(found.accepted, of_one),
            declined: figure(found.declined, of_one),
            feedback_due: figure(found.feedback_due, of_one),
            feedback_given: figure(found.feedback_given, of_one),
            useful: figure(found.useful, of_one),
        }))
    }
}

/// The referral of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_referral(ctx: &Context<'_>, key: Uuid) -> Result<Option<Referral>> {
    let eyes = Eyes::from(ctx)?;
    let row = commands::visible(from_context::<App>(ctx)?, eyes.viewer(), key).await?;
    Ok(row.map(|row| Referral::of(row, &eyes)))
}
