//! GraphQL of how a person wants to be told, and of the leads of which it wants to hear nothing.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::kinds::{GqlChannel, GqlNotificationKind};
use crate::{
    app::App,
    leads::graphql::{Eyes, Lead},
    notifications::{
        commands::{self, Choice, MuteRow, Preference},
        rules::Channel,
    },
    payload,
    platform::{
        clock::timestamp_or_never,
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// A kind of notification, and how the viewer is told.
#[derive(SimpleObject)]
pub struct NotificationPreference {
    /// Of what.
    kind: GqlNotificationKind,
    /// Whether the viewer is told.
    wanted: bool,
    /// Whether it may be switched off.
    may_be_off: bool,
    /// How the viewer is told.
    channel: GqlChannel,
    /// How one is told who said nothing about it.
    usual: GqlChannel,
    /// From what the viewer may choose.
    channels: Vec<GqlChannel>,
}

impl From<Preference> for NotificationPreference {
    fn from(preference: Preference) -> Self {
        let channels = preference.kind.channels().iter();
        Self {
            kind: preference.kind.into(),
            wanted: preference.channel != Channel::None,
            may_be_off: preference.kind.may_be_off(),
            channel: preference.channel.into(),
            usual: preference.usual.into(),
            channels: channels.map(|channel| (*channel).into()).collect(),
        }
    }
}

/// How to be told of something: by `channel`, or by `wanted` for the portal or not at all. Exactly one of the two.
#[derive(InputObject)]
pub struct SetNotificationPreferenceInput {
    /// Of what.
    pub(super) kind: GqlNotificationKind,
    /// Whether to be told, in the portal.
    wanted: Option<bool>,
    /// How to be told.
    channel: Option<GqlChannel>,
}

impl SetNotificationPreferenceInput {
    /// What is said of the kind.
    pub(super) fn choice(&self) -> Choice {
        Choice {
            wanted: self.wanted,
            channel: self.channel.map(Into::into),
        }
    }
}

/// Of what the viewer is told from now on.
#[derive(SimpleObject)]
pub struct SetNotificationPreferencePayload {
    /// Every kind there is; null where the change was refused.
    preferences: Option<Vec<NotificationPreference>>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl SetNotificationPreferencePayload {
    /// The payload of a command's outcome.
    pub(super) fn of(result: Result<Vec<Preference>>) -> Result<Self> {
        let (found, user_errors) = outcome(result)?;
        Ok(Self {
            preferences: found.map(|found| found.into_iter().map(Into::into).collect()),
            user_errors,
        })
    }
}

/// A lead of which the viewer wants to be told nothing but what cannot be switched off and where it is named itself.
pub struct NotificationMute {
    lead: Uuid,
    until: i64,
    eyes: Eyes,
}

impl NotificationMute {
    fn of(row: &MuteRow, eyes: &Eyes) -> Self {
        Self {
            lead: row.lead_id,
            until: row.until,
            eyes: eyes.clone(),
        }
    }
}

/// A lead of which the viewer wants to be told nothing but what cannot be switched off and where it is named itself.
#[Object]
impl NotificationMute {
    /// The lead; null where the viewer does not see it any more.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        Lead::load(ctx, &self.eyes, self.lead).await
    }

    /// Until when; null for good.
    async fn until(&self) -> Option<DateTime> {
        timestamp_or_never(self.until).map(DateTime)
    }
}

/// A lead to mute.
#[derive(InputObject)]
pub struct MuteLeadInput {
    /// Which one.
    lead_id: ID,
    /// For how many hours, 1–720; null for good.
    hours: Option<i32>,
}

/// A lead to hear of again.
#[derive(InputObject)]
pub struct UnmuteLeadInput {
    /// Which one.
    lead_id: ID,
}

payload! {
    /// A lead that the viewer mutes, or mutes no longer.
    NotificationMutePayload {
        /// The lead afterwards; null where the change was refused.
        lead: Lead
    }
}

/// The queries of mutes.
#[derive(Default)]
pub struct MutesQuery;

#[Object]
impl MutesQuery {
    /// The leads that the viewer mutes now, the latest first; at most a thousand.
    async fn notification_mutes(&self, ctx: &Context<'_>) -> Result<Vec<NotificationMute>> {
        let eyes = Eyes::from(ctx)?;
        let found = commands::mutes(from_context::<App>(ctx)?, eyes.viewer()).await?;
        Ok(found.iter().map(|row| NotificationMute::of(row, &eyes)).collect())
    }
}

/// The mutations of mutes.
#[derive(Default)]
pub struct MutesMutation;

#[Object]
impl MutesMutation {
    /// Has the viewer be told nothing of a lead for a while or for good, but what cannot be switched off and comments that name it.
    async fn mute_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and for how long.")] input: MuteLeadInput,
    ) -> Result<NotificationMutePayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = uuid(IdKind::Lead, &input.lead_id)?;
        let result = Box::pin(commands::mute(app, eyes.viewer(), key, input.hours)).await;
        muted(ctx, &eyes, key, result.map(drop)).await
    }

    /// Has the viewer be told of a lead again; where it was not muted, nothing changes.
    async fn unmute_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: UnmuteLeadInput,
    ) -> Result<NotificationMutePayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = uuid(IdKind::Lead, &input.lead_id)?;
        let result = Box::pin(commands::unmute(app, eyes.viewer(), key)).await;
        muted(ctx, &eyes, key, result).await
    }
}

/// The payload, with the lead as it is seen after the change.
async fn muted(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid, result: Result<()>) -> Result<NotificationMutePayload> {
    let (done, user_errors) = outcome(result)?;
    let lead = match done {
        Some(()) => Box::pin(Lead::load(ctx, eyes, lead)).await?,
        None => None,
    };
    Ok(NotificationMutePayload { lead, user_errors })
}
