//! What a lead tells of the referrals that include it: to whoever sees the lead and the referral. A referral is seen by more than
//! its audience, by who sees all leads in it, so that no entry of one lead's timeline is kept of it: it is asked for.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, SimpleObject};
use uuid::Uuid;

use super::{
    enums::GqlReferralStep,
    objects::{Referral, is_for_agency},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        db::code,
        error::Result,
        graphql::{
            connection::{MAX_PAGE, PageArgs},
            from_context,
            scalars::DateTime,
        },
    },
    referrals::{
        commands::{self, ReferralQuery},
        rules::{ReferralStep, Side},
        store::{self, Row},
    },
};

/// Most steps of a lead.
const MOST_STEPS: u64 = 200;

/// A step of a referral that includes a lead.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct LeadReferralStep {
    #[graphql(skip)]
    row: Row,
    #[graphql(skip)]
    eyes: Eyes,
    /// What happened.
    kind: GqlReferralStep,
    /// When.
    at: DateTime,
    /// Whether an officer of the agency did it.
    by_agency: bool,
}

#[ComplexObject]
impl LeadReferralStep {
    /// The referral.
    async fn referral(&self) -> Referral {
        Referral::of(self.row.clone(), &self.eyes)
    }
}

/// The steps of the referrals that include a lead, as far as these eyes see those, the oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn steps_of_lead(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Vec<LeadReferralStep>> {
    let app = from_context::<App>(ctx)?;
    if !eyes.viewer().has(Action::ReferralRead) {
        return Ok(Vec::new());
    }
    let query = ReferralQuery {
        lead: Some(lead),
        ..ReferralQuery::default()
    };
    let args = PageArgs {
        size: MAX_PAGE,
        after: None,
        before: None,
        backward: false,
    };
    let page = commands::list(app, eyes.viewer(), &query, &args).await?;
    let seen: HashMap<Uuid, Row> = page.rows.into_iter().map(|(.., row)| (row.id, row)).collect();
    let ids: Vec<Uuid> = seen.keys().copied().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut shown = Vec::new();
    for step in store::steps_among(app.db.read(), &ids, MOST_STEPS).await? {
        let kind = code::<ReferralStep>(&step.kind)?;
        let Some(row) = seen.get(&step.referral_id) else {
            continue;
        };
        let is_own = Referral::of(row.clone(), eyes).seen_from() == Side::Author;
        if is_own || is_for_agency(kind) {
            shown.push(LeadReferralStep {
                row: row.clone(),
                eyes: eyes.clone(),
                kind: kind.into(),
                at: step.at.into(),
                by_agency: step.officer_id.is_some(),
            });
        }
    }
    Ok(shown)
}
