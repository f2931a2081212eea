//! GraphQL of blind matches.

mod loaders;
mod mutations;
mod objects;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

pub use loaders::{BlindMatchLoader, loader};
pub use mutations::BlindMatchMutation;
pub use objects::{BlindMatch, BlindMatchContact, BlindMatchHolding, GqlMatchState, LeadBlindMatching};

use super::commands::{self, MatchQuery, Told, Within};
use crate::{
    app::App,
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
    sessions,
};
use loaders::MatchingOf;

/// Which blind matches to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct BlindMatchFilter {
    /// As they stand for the own side.
    states: Option<Vec<GqlMatchState>>,
    /// Of this lead of one's own.
    lead_id: Option<ID>,
}

impl BlindMatchFilter {
    fn read(self) -> Result<MatchQuery> {
        Ok(MatchQuery {
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
        })
    }
}

/// How many blind matches there are in the alliance, whosever they are.
#[derive(SimpleObject)]
pub struct BlindMatchFigures {
    /// Of which organisations were told within thirty days; null where it is one to four.
    signals: Option<i64>,
    /// That hold and have led to no contact yet; null where it is one to four.
    standing: Option<i64>,
    /// By which two organisations came into contact, ever; null where it is one to four.
    contacts: Option<i64>,
}

impl From<Told> for BlindMatchFigures {
    fn from(told: Told) -> Self {
        Self {
            signals: told.signals,
            standing: told.standing,
            contacts: told.contacts,
        }
    }
}

/// The queries of blind matches.
#[derive(Default)]
pub struct BlindMatchQuery;

#[Object]
impl BlindMatchQuery {
    /// That another organisation, which is not named, knows an identifier that stands in a lead of the viewer's organisation
    /// or of a principal: of the leads that the viewer sees, the latest first. Both were told in the same moment and read the
    /// same.
    async fn blind_matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<BlindMatchFilter>,
    ) -> Result<Connection<String, BlindMatch, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let page = commands::list(&app, eyes.viewer(), &query, &args).await?;
        let page = page.map(|row| BlindMatch::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { commands::count(&app, eyes.viewer(), &query).await })
        }))
    }

    /// A blind match; `NOT_FOUND` where there is none that the viewer sees.
    async fn blind_match(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The match's id.")] id: ID,
    ) -> Result<Option<BlindMatch>> {
        let found = visible_blind_match(ctx, uuid(IdKind::Match, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// How many blind matches there are in the alliance: numbers for the desk and the auditors, who see none of them.
    async fn blind_match_figures(&self, ctx: &Context<'_>) -> Result<Option<BlindMatchFigures>> {
        Ok(Some(commands::figures(from_context::<App>(ctx)?).await?.into()))
    }
}

/// The match of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_blind_match(ctx: &Context<'_>, key: Uuid) -> Result<Option<BlindMatch>> {
    let eyes = Eyes::from(ctx)?;
    let row = commands::visible(from_context::<App>(ctx)?, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(|row| BlindMatch::of(row, &eyes)))
}

/// How a lead is compared; nothing for those who are not of its owner's side. `may_change` is whether the viewer may say
/// whether it is, as the command asks.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn matching_of_lead(
    ctx: &Context<'_>,
    eyes: &Eyes,
    (lead, owner): (Uuid, Uuid),
    may_change: bool,
) -> Result<Option<LeadBlindMatching>> {
    let now = from_context::<App>(ctx)?.now();
    if !Within::of(eyes.viewer(), now).has(owner) {
        return Ok(None);
    }
    let matching = loaders::of(ctx)?.load_one(MatchingOf(eyes.clone(), lead)).await?;
    let matching = matching.map(|matching| *matching).unwrap_or_default();
    Ok(Some(LeadBlindMatching::of(matching, may_change)))
}
