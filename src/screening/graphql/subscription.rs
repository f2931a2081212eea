//! Screened listings as they change.

use std::sync::Arc;

use async_graphql::{Context, ID, Subscription};
use futures_util::{Stream, StreamExt as _, stream};
use uuid::Uuid;

use crate::{
    app::App,
    audience::Sight,
    outbox::Follower,
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::{from_context, id, scalars::DateTime, uuid},
        ids::IdKind,
    },
    screening::commands::{self, SCREENED},
    sessions,
};

/// Something that happened to a screened listing that the viewer sees.
#[derive(Debug, Clone, async_graphql::SimpleObject)]
pub struct ScreeningActivity {
    /// Id of the screened listing.
    screened_listing_id: ID,
    /// The brand.
    brand_id: ID,
    /// Whether its seller is on the watch list of the brand's owner.
    watched: bool,
    /// When.
    at: DateTime,
}

/// Screened listings as they change.
#[derive(Debug, Default)]
pub struct ScreeningSubscription;

#[Subscription]
impl ScreeningSubscription {
    /// Tells that a listing waits in the queue, was judged, or became a lead, of those that the viewer sees. Access is asked for
    /// again at every event; the stream ends with an error when the viewer may no longer sign in.
    async fn screening_activity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand; every brand whose listings the viewer sees where nothing is said.")]
        brand_id: Option<ID>,
    ) -> Result<impl Stream<Item = Result<ScreeningActivity>>> {
        let app = Arc::clone(from_context::<App>(ctx)?);
        let watch = Watch {
            events: Follower::new(&app.feed),
            viewer: Arc::clone(sessions::viewer(ctx)?),
            wanted: brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?,
            app,
            over: false,
        };
        Ok(stream::unfold(watch, |mut watch| async move {
            watch.next().await.map(|item| (item, watch))
        })
        .boxed())
    }
}

/// One open stream.
struct Watch {
    app: Arc<App>,
    events: Follower,
    viewer: Arc<Viewer>,
    wanted: Option<Uuid>,
    over: bool,
}

impl Watch {
    /// The next event the viewer may learn of; an error once, and then the end, when there will be none.
    async fn next(&mut self) -> Option<Result<ScreeningActivity>> {
        while !self.over {
            let event = match self.events.next(&self.app.db).await {
                Ok(Some(event)) => event,
                Ok(None) => return None,
                Err(error) => return self.end(error),
            };
            if event.kind != SCREENED {
                continue;
            }
            match self.activity(event.object, &event.principals, event.at).await {
                Ok(Some(activity)) => return Some(Ok(activity)),
                Ok(None) => {}
                Err(error) => return self.end(error),
            }
        }
        None
    }

    fn end(&mut self, error: ApiError) -> Option<Result<ScreeningActivity>> {
        self.over = true;
        Some(Err(error))
    }

    /// The event as the viewer sees it at this moment, or nothing.
    async fn activity(&self, object: Uuid, principals: &[String], at: i64) -> Result<Option<ScreeningActivity>> {
        let viewer = sessions::again(&self.app, &self.viewer).await?;
        let viewer = viewer.filter(|viewer| viewer.has(Action::ScreeningRead));
        let viewer = viewer.ok_or(ErrorCode::Unauthenticated)?;
        if !Sight::of(&viewer, Action::ScreeningRead, self.app.now()).meets(principals) {
            return Ok(None);
        }
        let Some(row) = commands::visible(&self.app, &viewer, object).await? else {
            return Ok(None);
        };
        if self.wanted.is_some_and(|brand| brand != row.brand_id) {
            return Ok(None);
        }
        Ok(Some(ScreeningActivity {
            screened_listing_id: id(IdKind::ScreenedListing, row.id),
            brand_id: id(IdKind::Brand, row.brand_id),
            watched: row.watched,
            at: at.into(),
        }))
    }
}
