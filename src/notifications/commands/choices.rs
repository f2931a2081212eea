//! How a person wants to be told, and of what not for a while.

use std::sync::Arc;

use serde_json::json;
use strum::VariantArray as _;
use uuid::Uuid;

use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::{self, Act, Actor, Category},
    notifications::{
        rules::{Channel, MOST_HOURS, NotificationKind, muted_until},
        store,
    },
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
};

pub(in crate::notifications) use store::MuteRow;

/// A kind of notification, and how the viewer is told.
#[derive(Debug, Clone, Copy)]
pub(in crate::notifications) struct Preference {
    pub(in crate::notifications) kind: NotificationKind,
    pub(in crate::notifications) channel: Channel,
    /// How one is told who said nothing about it.
    pub(in crate::notifications) usual: Channel,
}

/// How the viewer is told, of every kind there is.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::notifications) async fn preferences(app: &App, viewer: &Viewer) -> Result<Vec<Preference>> {
    let said = store::preferences(app.db.read(), &[viewer.person]).await?;
    let of = |kind: &NotificationKind| Preference {
        kind: *kind,
        channel: kind.channel(said.get(&(viewer.person, *kind)).copied()),
        usual: kind.usual_channel(),
    };
    Ok(NotificationKind::VARIANTS.iter().map(of).collect())
}

/// What somebody wants to change of a kind: whether it is told at all, as pages ask that know no channels, or how. Exactly one.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::notifications) struct Choice {
    pub(in crate::notifications) wanted: Option<bool>,
    pub(in crate::notifications) channel: Option<Channel>,
}

impl Choice {
    /// The channel, and the field by which it was said.
    fn channel(self) -> Result<(Channel, &'static str)> {
        match (self.wanted, self.channel) {
            (Some(false), None) => Ok((Channel::None, "wanted")),
            (Some(true), None) => Ok((Channel::Portal, "wanted")),
            (None, Some(channel)) => Ok((channel, "channel")),
            (None, None) | (Some(_), Some(_)) => Err(ApiError::input("channel", "Give either `channel` or `wanted`.")),
        }
    }
}

/// Says how the viewer wants to be told of something; gives all that it is told of.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT` where it cannot be switched off, or not exactly one thing is said of it.
pub(in crate::notifications) async fn set_preference(
    app: &Arc<App>,
    viewer: &Viewer,
    kind: NotificationKind,
    choice: Choice,
) -> Result<Vec<Preference>> {
    if !viewer.has(Action::SettingsEdit) {
        return Err(ErrorCode::Forbidden.into());
    }
    let (channel, field) = choice.channel()?;
    if !kind.channels().contains(&channel) {
        return Err(ApiError::input(field, "This one cannot be switched off."));
    }
    let tx = app.begin().await?;
    store::preference_save(&tx, viewer.person, kind, channel).await?;
    let detail = json!({ "kind": kind.code(), "wanted": channel != Channel::None, "channel": channel.code() });
    let act = Act::on(
        Category::Admin,
        "setNotificationPreference",
        IdKind::Person,
        viewer.person,
    )
    .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    preferences(app, viewer).await
}

/// Forgets whatever the viewer said of how it wants to be told; gives all that it is told of. Where it said nothing, nothing changes.
///
/// # Errors
/// `FORBIDDEN`.
pub(in crate::notifications) async fn reset_preferences(app: &App, viewer: &Viewer) -> Result<Vec<Preference>> {
    if !viewer.has(Action::SettingsEdit) {
        return Err(ErrorCode::Forbidden.into());
    }
    let tx = app.begin().await?;
    let forgotten = store::preferences_forget(&tx, viewer.person).await?;
    if forgotten == 0 {
        drop(tx);
        return preferences(app, viewer).await;
    }
    let detail = json!({ "kinds": forgotten });
    recorded(app, tx, viewer, "resetNotificationPreferences", &detail).await?;
    preferences(app, viewer).await
}

/// What the viewer mutes now, the latest first; at most a thousand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::notifications) async fn mutes(app: &App, viewer: &Viewer) -> Result<Vec<MuteRow>> {
    store::mutes_of(app.db.read(), viewer.person, micros(app.now())).await
}

/// Mutes a lead for the viewer, for so many hours or for good; once more changes until when. Gives until when, in microseconds.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not see it, `FORBIDDEN`, `BAD_USER_INPUT` for fewer hours than one or more than 720.
pub(in crate::notifications) async fn mute(app: &App, viewer: &Viewer, lead: Uuid, hours: Option<i32>) -> Result<i64> {
    let tx = app.begin().await?;
    must_see(&tx, viewer, lead).await?;
    let until = muted_until(tx.now(), hours)
        .ok_or_else(|| ApiError::input("hours", format!("Name 1 to {MOST_HOURS} hours, or none for good.")))?;
    store::mute_save(&tx, viewer.person, lead, until).await?;
    let detail = json!({ "lead": encode(IdKind::Lead, lead), "hours": hours });
    recorded(app, tx, viewer, "muteLead", &detail).await?;
    Ok(until)
}

/// Has the viewer hear of a lead again; where it was not muted, nothing changes.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not see it, `FORBIDDEN`.
pub(in crate::notifications) async fn unmute(app: &App, viewer: &Viewer, lead: Uuid) -> Result<()> {
    let tx = app.begin().await?;
    must_see(&tx, viewer, lead).await?;
    if !store::mute_delete(&tx, viewer.person, lead).await? {
        return Ok(());
    }
    let detail = json!({ "lead": encode(IdKind::Lead, lead) });
    recorded(app, tx, viewer, "unmuteLead", &detail).await
}

async fn must_see(tx: &Tx, viewer: &Viewer, lead: Uuid) -> Result<()> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    if !audience::sees(tx.connection(), &sight, Kind::Lead, lead).await? {
        return Err(ApiError::not_found());
    }
    match viewer.has(Action::LeadRead) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// What a person hears of is its own affair: the act is on the person, not on the lead, whose owner reads about that.
async fn recorded(app: &App, tx: Tx, viewer: &Viewer, action: &'static str, detail: &serde_json::Value) -> Result<()> {
    let act = Act::on(Category::Admin, action, IdKind::Person, viewer.person).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
