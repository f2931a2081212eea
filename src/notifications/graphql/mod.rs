//! GraphQL of notifications.

mod choices;
mod kinds;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, Subscription, connection::Connection};
use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use kinds::GqlNotificationKind;

pub use choices::{
    MuteLeadInput, MutesMutation, MutesQuery, NotificationMute, NotificationMutePayload, NotificationPreference,
    SetNotificationPreferenceInput, SetNotificationPreferencePayload, UnmuteLeadInput,
};

use super::{
    commands::{self, NOTIFIED, NotificationQuery, NotificationRow, OFFICER, PERSON, POWER},
    rules::NotificationKind,
};
use crate::{
    actions::graphql::{self as actions, DeconflictionHit, OfflineAction},
    agencies::graphql::{Officer, visible_officer},
    app::App,
    audience::Kind,
    evidence::graphql::{self as evidence, EvidenceItem},
    funds::graphql::FundOrder,
    leads::graphql::{Comment, Delivery, Eyes, Lead, Shown},
    members::graphql::{Person, person},
    outbox::Event,
    payload,
    permissions::Viewer,
    platform::{
        db::code,
        error::{ErrorCode, Result},
        graphql::{
            UserError,
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    referrals::graphql::{Referral, visible_referral},
    rights::graphql::{PowerOfAttorney, visible_power_of_attorney},
    sessions,
};

/// Something a person is told of, for as long as the person sees it.
pub struct Notification {
    row: NotificationRow,
    eyes: Eyes,
}

/// Something a person is told of, for as long as the person sees it.
#[Object]
impl Notification {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Notification, self.row.id)
    }

    /// Of what.
    async fn kind(&self) -> Result<GqlNotificationKind> {
        code::<NotificationKind>(&self.row.kind).map(Into::into)
    }

    /// When it happened.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// When the person read it; null until then.
    async fn read_at(&self) -> Option<DateTime> {
        self.row.read_at.map(Into::into)
    }

    /// Whether the person put it away.
    async fn archived(&self) -> bool {
        self.row.archived_at.is_some()
    }

    /// The lead it is about; null where it is about none, and where the viewer has lost sight of it in this moment.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.row.lead_id {
            Some(key) => Lead::load(ctx, &self.eyes, key).await,
            None => Ok(None),
        }
    }

    /// The offline action it is about; null where it is about none.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<OfflineAction>> {
        match self.row.object_kind == Kind::Action.code() {
            true => actions::visible_offline_action(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The two offline actions that meet, where it is about such; null where it is not.
    async fn hit(&self, ctx: &Context<'_>) -> Result<Option<DeconflictionHit>> {
        match self.row.object_kind == Kind::Clash.code() {
            true => actions::visible_deconfliction_hit(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The appraisal; null where it is about none, or the viewer does not see it any more.
    async fn appraisal(&self, ctx: &Context<'_>) -> Result<Option<crate::appraisals::graphql::Appraisal>> {
        match self.row.object_kind == Kind::Appraisal.code() {
            true => crate::appraisals::graphql::Appraisal::load(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The sample; null where it is about none, or the viewer does not see it any more.
    async fn sample(&self, ctx: &Context<'_>) -> Result<Option<crate::samples::graphql::Sample>> {
        match self.row.object_kind == Kind::Sample.code() {
            true => crate::samples::graphql::Sample::load(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The order of a fund that it is about; null where it is about none.
    async fn fund_order(&self, ctx: &Context<'_>) -> Result<Option<FundOrder>> {
        match self.row.object_kind == Kind::FundOrder.code() {
            true => FundOrder::load(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The test purchase that it is about; null where it is about none.
    async fn purchase(&self, ctx: &Context<'_>) -> Result<Option<crate::purchases::graphql::Purchase>> {
        match self.row.object_kind == Kind::Purchase.code() {
            true => crate::purchases::graphql::Purchase::load(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The lead's title; null where there is none, and where only named people see it, of which nothing is said beside its
    /// reference.
    async fn heading(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        match self.lead(ctx).await? {
            Some(lead) => lead.heading(),
            None => Ok(None),
        }
    }

    /// The comment it is about; null where it is about none.
    async fn comment(&self, ctx: &Context<'_>) -> Result<Option<Comment>> {
        match self.row.object_kind == Kind::Comment.code() {
            true => Comment::load(ctx, &self.eyes, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The piece of evidence it is about; null where it is about none.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        match self.row.object_kind == Kind::Evidence.code() {
            true => evidence::load(ctx, &self.eyes, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The referral it is about; null where it is about none, or the viewer has lost sight of it in this moment.
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>> {
        match self.row.object_kind == Kind::Referral.code() {
            true => visible_referral(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The officer it is about; null where it is about none.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<Officer>> {
        match self.row.object_kind == OFFICER {
            true => visible_officer(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The webhook endpoint it is about; null where it is about none.
    async fn webhook_endpoint(&self, ctx: &Context<'_>) -> Result<Option<crate::webhooks::graphql::WebhookEndpoint>> {
        match self.row.object_kind == commands::WEBHOOK {
            true => crate::webhooks::graphql::visible_webhook_endpoint(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The screened listing it is about; null where it is about none, or the viewer does not see it any more.
    async fn screened_listing(&self, ctx: &Context<'_>) -> Result<Option<crate::screening::graphql::ScreenedListing>> {
        match self.row.object_kind == commands::SCREENED {
            true => crate::screening::graphql::visible_screened_listing(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The person whom it is about; null where it is about none.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.object_kind == PERSON {
            true => person(ctx, self.row.object_id).await.map(Some),
            false => Ok(None),
        }
    }

    /// The power of attorney that it is about; null where it is about none, or the viewer does not read it any more.
    async fn power_of_attorney(&self, ctx: &Context<'_>) -> Result<Option<PowerOfAttorney>> {
        match self.row.object_kind == POWER {
            true => visible_power_of_attorney(ctx, self.row.object_id).await,
            false => Ok(None),
        }
    }

    /// The delivery it is about; null where it is about none.
    async fn delivery(&self, ctx: &Context<'_>) -> Result<Option<Delivery>> {
        match self.row.object_kind == Kind::Delivery.code() {
            true => Delivery::load(ctx, &self.eyes, self.row.object_id).await,
            false => Ok(None),
        }
    }
}

/// Which notifications to list; those that were not put away where nothing is said.
#[derive(InputObject, Default)]
pub struct NotificationFilter {
    /// Only those that were not read.
    unread: Option<bool>,
    /// Those that were put away instead.
    archived: Option<bool>,
    /// Only those of these kinds; of every kind where the list is empty.
    kinds: Option<Vec<GqlNotificationKind>>,
}

/// The queries of notifications.
#[derive(Default)]
pub struct NotificationsQuery;

#[Object]
impl NotificationsQuery {
    /// What the viewer was told of and still sees, latest first.
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<NotificationFilter>,
    ) -> Result<Connection<String, Notification, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let filter = filter.unwrap_or_default();
        let query = NotificationQuery {
            unread: filter.unread.unwrap_or_default(),
            archived: filter.archived.unwrap_or_default(),
            kinds: filter.kinds.into_iter().flatten().map(Into::into).collect(),
        };
        let page = commands::list(&app, eyes.viewer(), &query, &args).await?;
        let page = page.map(|row| Notification {
            row,
            eyes: eyes.clone(),
        });
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { commands::count(&app, eyes.viewer(), &query).await })
        }))
    }

    /// How many of the viewer's notifications it has not read, of what it still sees; at most 10,000.
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i32> {
        commands::unread(from_context::<App>(ctx)?, sessions::viewer(ctx)?).await
    }

    /// Of what the viewer is told, of every kind there is.
    async fn notification_preferences(&self, ctx: &Context<'_>) -> Result<Vec<NotificationPreference>> {
        let found = commands::preferences(from_context::<App>(ctx)?, sessions::viewer(ctx)?).await?;
        Ok(found.into_iter().map(Into::into).collect())
    }
}

/// A notification to change.
#[derive(InputObject)]
pub struct NotificationInput {
    /// Which one.
    id: ID,
}

payload! {
    /// A changed notification.
    NotificationPayload {
        /// The notification afterwards; null where the change was refused.
        notification: Notification
    }
}

/// What became of all notifications.
#[derive(SimpleObject)]
pub struct MarkAllNotificationsReadPayload {
    /// How many are left that were not read.
    unread: i32,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of notifications.
#[derive(Default)]
pub struct NotificationsMutation;

#[Object]
impl NotificationsMutation {
    /// Marks a notification as read.
    async fn mark_notification_read(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: NotificationInput,
    ) -> Result<NotificationPayload> {
        let eyes = Eyes::from(ctx)?;
        let key = uuid(IdKind::Notification, &input.id)?;
        let result = Box::pin(commands::mark_read(from_context::<App>(ctx)?, eyes.viewer(), key)).await;
        NotificationPayload::of(result.map(|row| Notification { row, eyes }))
    }

    /// Marks everything that the viewer was told of and sees as read.
    async fn mark_all_notifications_read(&self, ctx: &Context<'_>) -> Result<MarkAllNotificationsReadPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        Box::pin(commands::mark_all_read(app, viewer)).await?;
        Ok(MarkAllNotificationsReadPayload {
            unread: Box::pin(commands::unread(app, viewer)).await?,
            user_errors: Vec::new(),
        })
    }

    /// Puts a notification away, read.
    async fn archive_notification(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: NotificationInput,
    ) -> Result<NotificationPayload> {
        let eyes = Eyes::from(ctx)?;
        let key = uuid(IdKind::Notification, &input.id)?;
        let result = Box::pin(commands::archive(from_context::<App>(ctx)?, eyes.viewer(), key)).await;
        NotificationPayload::of(result.map(|row| Notification { row, eyes }))
    }

    /// Says how the viewer wants to be told of something. What was told stays.
    async fn set_notification_preference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of what, and how.")] input: SetNotificationPreferenceInput,
    ) -> Result<SetNotificationPreferencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let choice = input.choice();
        let result = Box::pin(commands::set_preference(app, viewer, input.kind.into(), choice)).await;
        SetNotificationPreferencePayload::of(result)
    }

    /// Has the viewer be told of everything as one is who chose nothing. What was told stays, and so do mutes.
    async fn reset_notification_preferences(&self, ctx: &Context<'_>) -> Result<SetNotificationPreferencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let result = Box::pin(commands::reset_preferences(app, viewer)).await;
        SetNotificationPreferencePayload::of(result)
    }
}

/// That something of the viewer's notifications has changed.
#[derive(SimpleObject)]
pub struct NotificationActivity {
    /// How many it has not read, of what it still sees; at most 10,000.
    unread: i32,
    /// The one that is new; null at first, and where another one was
    /// read or put away, or went with what the viewer saw.
    notification: Option<Notification>,
}

/// Notifications as they come.
#[derive(Default)]
pub struct NotificationsSubscription;

#[Subscription]
impl NotificationsSubscription {
    /// How much the viewer has not read, at first and whenever something changes of its notifications. Access is asked for
    /// again at every event; the stream ends with an error when the viewer may no longer sign in.
    async fn notification_activity(
        &self,
        ctx: &Context<'_>,
    ) -> Result<impl Stream<Item = Result<NotificationActivity>>> {
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = Arc::clone(sessions::viewer(ctx)?);
        let watch = Watch {
            events: app.feed.follow(),
            unread: Box::pin(commands::unread(&app, &viewer)).await?,
            shown: Arc::clone(Shown::of(ctx)?),
            viewer,
            app,
            begun: false,
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
    events: Receiver<Arc<Event>>,
    viewer: Arc<Viewer>,
    shown: Arc<Shown>,
    /// What the client was last told.
    unread: i32,
    /// Whether it has said how much that is.
    begun: bool,
    over: bool,
}

impl Watch {
    async fn next(&mut self) -> Option<Result<NotificationActivity>> {
        if !std::mem::replace(&mut self.begun, true) {
            return Some(Ok(NotificationActivity {
                unread: self.unread,
                notification: None,
            }));
        }
        while !self.over {
            let event = match self.events.recv().await {
                Ok(event) => event,
                Err(RecvError::Closed) => return None,
                // Events were missed: the client has to read again and subscribe anew.
                Err(RecvError::Lagged(_)) => {
                    self.over = true;
                    return Some(Err(ErrorCode::Unavailable.into()));
                }
            };
            match self.activity(&event).await {
                Ok(Some(activity)) => return Some(Ok(activity)),
                Ok(None) => {}
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }

    /// What the viewer is told of an event. What happens to leads may take notifications away.
    async fn activity(&mut self, event: &Event) -> Result<Option<NotificationActivity>> {
        let is_own = event.kind == NOTIFIED && event.root == self.viewer.person;
        if !is_own && (event.kind == NOTIFIED || self.unread == 0) {
            return Ok(None);
        }
        let viewer = sessions::again(&self.app, &self.viewer)
            .await?
            .ok_or(ErrorCode::Unauthenticated)?;
        let unread = Box::pin(commands::unread(&self.app, &viewer)).await?;
        let new = match is_own && event.object != event.root {
            true => Box::pin(commands::find(&self.app, &viewer, event.object)).await?,
            false => None,
        };
        if unread == self.unread && new.is_none() {
            return Ok(None);
        }
        self.unread = unread;
        let eyes = Eyes::of(&self.app, &viewer, &self.shown);
        Ok(Some(NotificationActivity {
            unread,
            notification: new.map(|row| Notification { row, eyes }),
        }))
    }
}
