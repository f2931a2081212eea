//! Leads as they change.

use std::sync::Arc;

use async_graphql::{Context, ID, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt as _, stream};
use uuid::Uuid;

use super::{
    delivery::Delivery,
    enums::GqlTimelineKind,
    lead::Lead,
    loaders::{Eyes, keeps},
    shown::Shown,
    signatures::Scene,
    timeline::Comment,
};
use crate::{
    app::App,
    audience::{self, Kind},
    leads::{rules::TimelineKind, store},
    outbox::{self, Event, Follower},
    permissions::{Action, Viewer},
    platform::{
        db::code,
        error::{ApiError, ErrorCode, Result},
        graphql::{Resume, from_context, id, scalars::DateTime, uuid},
        ids::{self, IdKind},
    },
    sessions,
};

/// Something that happened to a lead that the viewer sees.
#[derive(SimpleObject)]
pub struct LeadActivity {
    /// Opaque id of the timeline's entry.
    id: ID,
    /// Opaque; given as `after` to a new subscription, that one tells what came after this.
    cursor: String,
    /// What happened.
    kind: GqlTimelineKind,
    /// When.
    at: DateTime,
    /// The lead, as it is now.
    lead: Lead,
    /// The delivery concerned; null where it is about none that the viewer sees.
    delivery: Option<Delivery>,
    /// The comment concerned; null where it is about none that the viewer sees.
    comment: Option<Comment>,
}

/// Leads as they change.
#[derive(Debug, Default)]
pub struct LeadsSubscription;

#[Subscription]
impl LeadsSubscription {
    /// What happens to one lead, or to every lead that the viewer sees. Access is asked for again at every event; the
    /// stream ends with an error when the viewer may no longer sign in. With `after` it begins with what happened since,
    /// in order and each thing once; `CURSOR_EXPIRED` where that is no longer known. Over Server-Sent Events,
    /// `Last-Event-ID` goes before it.
    async fn lead_activity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead; every lead that the viewer sees where nothing is said.")] lead_id: Option<ID>,
        #[graphql(desc = "Cursor of the last activity that was heard; from now on where nothing is said.")]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<LeadActivity>>> {
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = sessions::viewer(ctx)?;
        // From the first moment on: what happens while the lead is looked up is not missed.
        let mut events = Follower::new(&app.feed);
        let wanted = lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?;
        if let Some(lead) = wanted {
            store::lead_find(app.db.read(), Eyes::from(ctx)?.sight(), lead).await?;
        }
        let resume = ctx.data_opt::<Arc<Resume>>().cloned();
        let last = resume.as_deref().and_then(Resume::last).or(after.as_deref());
        if let Some(cursor) = last {
            let head = outbox::head(&app.db).await?;
            events.go_on_after(outbox::rules::position(cursor, head)?);
        }
        let watch = Watch {
            events,
            viewer: Arc::clone(viewer),
            shown: Arc::clone(Shown::of(ctx)?),
            resume,
            wanted,
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
    shown: Arc<Shown>,
    /// Told the cursor of each event where the transport has a place for it.
    resume: Option<Arc<Resume>>,
    wanted: Option<Uuid>,
    over: bool,
}

impl Watch {
    /// The next event the viewer may learn of; an error once, and then the end, when there will be none.
    async fn next(&mut self) -> Option<Result<LeadActivity>> {
        while !self.over {
            let event = match self.events.next(&self.app.db).await {
                Ok(Some(event)) => event,
                Ok(None) => return None,
                // Among others, what was missed is not kept any more: the client has to read again and subscribe anew.
                Err(error) => return self.end(error),
            };
            if self.wanted.is_some_and(|lead| lead != event.root) {
                continue;
            }
            match self.activity(&event).await {
                Ok(Some(activity)) => {
                    if let Some(resume) = &self.resume {
                        resume.note(activity.cursor.clone());
                    }
                    return Some(Ok(activity));
                }
                Ok(None) => {}
                Err(error) => return self.end(error),
            }
        }
        None
    }

    fn end(&mut self, error: ApiError) -> Option<Result<LeadActivity>> {
        self.over = true;
        Some(Err(error))
    }

    /// The event as the viewer sees it at this moment, or nothing.
    async fn activity(&self, event: &Event) -> Result<Option<LeadActivity>> {
        let app = &self.app;
        let viewer = sessions::again(app, &self.viewer)
            .await?
            .filter(|viewer| viewer.has(Action::LeadRead));
        let viewer = viewer.ok_or(ErrorCode::Unauthenticated)?;
        let eyes = Eyes::of(app, &viewer, &self.shown);
        let connection = app.db.read();
        if self.wanted.is_none() && !eyes.sight().meets(&event.principals) {
            return Ok(None);
        }
        let lead = store::leads_seen(connection, eyes.sight(), &[event.root])
            .await?
            .into_iter()
            .next();
        // Who follows one lead and has lost it is told that there is none: an open page is to go at once.
        let Some(lead) = lead else {
            return self.wanted.map_or(Ok(None), |_| Err(ApiError::not_found()));
        };
        if !eyes.sight().meets(&event.principals) {
            return Ok(None);
        }
        let entry = audience::sees(connection, eyes.sight(), Kind::Entry, event.object).await?;
        // A keeper's counts move with every delivery, whosever it is.
        let counts = event
            .payload
            .get("delivery")
            .is_some_and(|delivery| !delivery.is_null());
        let tells = entry || (counts && keeps(connection, &eyes, &lead).await?);
        if !tells {
            return Ok(None);
        }
        Ok(Some(LeadActivity {
            id: id(IdKind::Entry, event.object),
            cursor: outbox::rules::cursor(event.position),
            kind: code::<TimelineKind>(&event.kind)?.into(),
            at: event.at.into(),
            delivery: self.delivery(&eyes, event).await?,
            comment: self.comment(&eyes, Scene::from(&lead), event).await?,
            lead: Lead::of(lead, eyes)?,
        }))
    }

    async fn delivery(&self, eyes: &Eyes, event: &Event) -> Result<Option<Delivery>> {
        let Some(key) = named(event, "delivery", IdKind::Delivery) else {
            return Ok(None);
        };
        let rows = store::deliveries_seen(self.app.db.read(), eyes.sight(), &[key]).await?;
        let mut deliveries = rows.into_iter().map(|row| Delivery::of(row, eyes.clone()));
        deliveries.next().transpose()
    }

    async fn comment(&self, eyes: &Eyes, scene: Scene, event: &Event) -> Result<Option<Comment>> {
        let Some(key) = named(event, "comment", IdKind::Comment) else {
            return Ok(None);
        };
        let rows = store::comments_seen(self.app.db.read(), eyes.sight(), &[key]).await?;
        let Some(row) = rows.into_iter().next() else {
            return Ok(None);
        };
        Comment::signed(&self.app, eyes, scene, row).await.map(Some)
    }
}

/// The id that an event carries under a name.
fn named(event: &Event, name: &str, kind: IdKind) -> Option<Uuid> {
    ids::decode_as(kind, event.payload.get(name)?.as_str()?).ok()
}
