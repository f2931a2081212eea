//! GraphQL of a person's calendar feed.

use async_graphql::{Context, Object, SimpleObject};

use super::commands::{self, FeedRow};
use crate::{
    app::App,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime},
    },
    sessions,
};

/// A person's calendar for other programs. Its address was shown when it was made and is nowhere since.
#[derive(SimpleObject)]
pub struct CalendarFeed {
    /// Since when it has this address.
    created_at: DateTime,
    /// When a program last fetched it, to within an hour; null where none did.
    fetched_at: Option<DateTime>,
}

impl From<FeedRow> for CalendarFeed {
    fn from(row: FeedRow) -> Self {
        Self {
            created_at: row.created_at.into(),
            fetched_at: row.fetched_at.map(Into::into),
        }
    }
}

/// The queries of calendar feeds.
#[derive(Default)]
pub struct CalendarFeedsQuery;

#[Object]
impl CalendarFeedsQuery {
    /// The viewer's calendar feed; null where there is none.
    async fn calendar_feed(&self, ctx: &Context<'_>) -> Result<Option<CalendarFeed>> {
        let found = commands::own(from_context::<App>(ctx)?, sessions::viewer(ctx)?).await?;
        Ok(found.map(Into::into))
    }
}

/// A calendar feed with its new address.
#[derive(SimpleObject)]
pub struct CreateCalendarFeedPayload {
    /// The feed; null where it was refused.
    feed: Option<CalendarFeed>,
    /// Its address, with the secret that opens it; shown this once. Null where it was refused.
    url: Option<String>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The end of a calendar feed.
#[derive(SimpleObject)]
pub struct RevokeCalendarFeedPayload {
    /// Whether its address leads nowhere any more.
    revoked: bool,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of calendar feeds.
#[derive(Default)]
pub struct CalendarFeedsMutation;

#[Object]
impl CalendarFeedsMutation {
    /// Gives the viewer a calendar feed with a new secret address; one that there was leads nowhere any more.
    async fn create_calendar_feed(&self, ctx: &Context<'_>) -> Result<CreateCalendarFeedPayload> {
        let result = Box::pin(commands::create(from_context::<App>(ctx)?, sessions::viewer(ctx)?)).await;
        let (made, user_errors) = outcome(result)?;
        let (feed, url) = made.unzip();
        Ok(CreateCalendarFeedPayload {
            feed: feed.map(Into::into),
            url,
            user_errors,
        })
    }

    /// Takes the viewer's calendar feed back. `TRANSITION_NOT_ALLOWED` where there is none.
    async fn revoke_calendar_feed(&self, ctx: &Context<'_>) -> Result<RevokeCalendarFeedPayload> {
        let result = Box::pin(commands::revoke(from_context::<App>(ctx)?, sessions::viewer(ctx)?)).await;
        let (done, user_errors) = outcome(result)?;
        Ok(RevokeCalendarFeedPayload {
            revoked: done.is_some(),
            user_errors,
        })
    }
}
