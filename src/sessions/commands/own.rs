//! A person's own sessions: where it is signed in, and signing out elsewhere.

use serde_json::json;
use uuid::Uuid;

use super::password::confirm;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
    sessions::{
        Caller,
        rules::{OwnSession, idle_since},
        store,
    },
};

/// A page of the viewer's open sessions, oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn own_sessions(app: &App, viewer: &Viewer, args: &PageArgs) -> Result<Page<OwnSession>> {
    store::session_page(app.db.read(), viewer.person, viewer.session, open_now(app), args).await
}

/// How many open sessions the viewer has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_own_sessions(app: &App, viewer: &Viewer) -> Result<u64> {
    store::session_count(app.db.read(), viewer.person, open_now(app)).await
}

fn open_now(app: &App) -> store::OpenSessions {
    let now = app.now();
    store::OpenSessions {
        now,
        used_since: idle_since(now, app.config.session_idle_hours),
    }
}

/// Ends one of the viewer's sessions.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`; `NOT_FOUND` where it is not the viewer's, or has ended already.
pub async fn end_session(app: &App, caller: &Caller, viewer: &Viewer, session: Uuid, password: &str) -> Result<()> {
    confirm(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    let is_own = store::session_person(&tx, session).await? == Some(viewer.person);
    if !is_own || !store::session_revoke(&tx, session, "ENDED_BY_OWNER").await? {
        return Err(ApiError::not_found());
    }
    let detail = json!({ "session": session });
    let act = Act::on(Category::Security, "endSession", IdKind::Person, viewer.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// Ends all sessions of the viewer but its own.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`; `INTERNAL` or `UNAVAILABLE`.
pub async fn end_other_sessions(app: &App, caller: &Caller, viewer: &Viewer, password: &str) -> Result<()> {
    confirm(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    let ended = store::sessions_revoke(&tx, viewer.person, viewer.session, "ENDED_BY_OWNER").await?;
    let detail = json!({ "sessionsEnded": ended });
    let act = Act::on(Category::Security, "endOtherSessions", IdKind::Person, viewer.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
