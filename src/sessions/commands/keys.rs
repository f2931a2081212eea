//! Changing the key that signs access tokens: by rotation, which nobody notices, or at once, where it was stolen.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::error::{ApiError, ErrorCode, Result},
    sessions::keys::KeyState,
};

/// The shortest time between making a key and signing with it: replicas read the files again every minute, and others
/// may keep the published set for five.
pub const SHORTEST_LEAD: SignedDuration = SignedDuration::from_mins(10);

/// A key that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Its name.
    pub id: String,
    /// From when it signs.
    pub from: Timestamp,
}

/// Makes the next key: accepted and published at once, signing after `lead`; the present one is accepted until the last
/// token it signed has ended. Replicas that share the folder, or get the new file within `lead`, follow by themselves.
///
/// # Errors
/// `BAD_USER_INPUT` where `lead` is too short; `TRANSITION_NOT_ALLOWED` where a next key waits already; `INTERNAL` or
/// `UNAVAILABLE`.
pub async fn rotate_keys(app: &App, lead: SignedDuration) -> Result<NewKey> {
    if lead < SHORTEST_LEAD {
        return Err(ApiError::input(
            "lead",
            "Give replicas at least 10 minutes to learn of the key.",
        ));
    }
    let now = app.now();
    if let Some(next) = app.keys.list(now).iter().find(|key| key.state == KeyState::Next) {
        let text = format!("A next key waits already: it signs from {} on.", next.from);
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    let from = whole_second(now.checked_add(lead).map_err(ApiError::internal)?);
    let tx = app.begin().await?;
    let id = app.keys.add(from, app.ids.as_ref(), now).map_err(ApiError::internal)?;
    let detail = json!({"key": id, "signsFrom": from});
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act("rotateKeys", &detail)).await?;
    tx.commit(proof).await?;
    Ok(NewKey { id, from })
}

/// Makes a key that signs from now on and removes all others: every access token ends, as soon as a replica has read the
/// files again. Sessions go on by their refresh tokens.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn replace_keys(app: &App) -> Result<NewKey> {
    let now = app.now();
    let from = whole_second(now);
    let tx = app.begin().await?;
    let id = app.keys.add(from, app.ids.as_ref(), now).map_err(ApiError::internal)?;
    let removed = app.keys.remove_others(&id, now).map_err(ApiError::internal)?;
    let detail = json!({"key": id, "removed": removed});
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act("replaceKeys", &detail)).await?;
    tx.commit(proof).await?;
    Ok(NewKey { id, from })
}

/// As a file's name can say it.
fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn act<'a>(action: &'static str, detail: &'a serde_json::Value) -> Act<'a> {
    Act {
        category: Category::Security,
        action,
        object: None,
        root: None,
        detail,
    }
}
