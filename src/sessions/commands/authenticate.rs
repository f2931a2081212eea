//! Who is behind a token, as the database has it right now.

use std::{collections::HashSet, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    app::App,
    members,
    permissions::Viewer,
    platform::error::Result,
    sessions::{store, tokens, viewers},
};

/// A person behind a good token.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The person.
    pub viewer: Arc<Viewer>,
    /// The session of the token.
    pub session: Uuid,
    /// When the token ends.
    pub token_ends: Timestamp,
}

/// The person behind an access token; `None` where the token is not good, its session has ended, or the person or its
/// organisation may not sign in (any more). One statement, and a few more after the authorisation epoch has moved.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn authenticate(app: &App, token: &str) -> Result<Option<Signed>> {
    let Some(bearer) = tokens::verify(&app.keys, &app.config.public_url, token, app.now()) else {
        return Ok(None);
    };
    let Some(viewer) = viewer(app, bearer.session, bearer.person).await? else {
        return Ok(None);
    };
    Ok(Some(Signed {
        viewer,
        session: bearer.session,
        token_ends: bearer.expires_at,
    }))
}

/// How long a refresh token tells who somebody is after it was used: a picture may be asked for just before another tab
/// goes on with the session.
const USED_LATELY: SignedDuration = SignedDuration::from_secs(10);

/// The person whose session a cookie's refresh token belongs to, for what a browser asks for by itself, such as a picture:
/// nothing is changed by it, the token stays as good as it was. `None` as for [`authenticate`].
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn recognize(app: &App, refresh_token: &str) -> Result<Option<Arc<Viewer>>> {
    let since = app.now().checked_sub(USED_LATELY).unwrap_or(Timestamp::MIN);
    let hash = tokens::fingerprint(refresh_token);
    match store::session_of_token(app.db.read(), &hash, since).await? {
        Some((session, person)) => viewer(app, session, person).await,
        None => Ok(None),
    }
}

/// A viewer as it is at this moment: for what outlives the request that it came with. `None` where its session has ended,
/// or it may not sign in any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn again(app: &App, known: &Viewer) -> Result<Option<Arc<Viewer>>> {
    match known.session {
        Some(session) => viewer(app, session, known.person).await,
        None => viewers::load(app, known.person).await,
    }
}

async fn viewer(app: &App, session: Uuid, person: Uuid) -> Result<Option<Arc<Viewer>>> {
    match store::session_epoch(&app.db, session, person, app.now()).await? {
        Some(epoch) => viewers::at(app, epoch, person, Some(session)).await,
        None => Ok(None),
    }
}

/// Those of `open` (session and person) that are no longer good, or may do nothing but enrol a second factor: one statement for all of them, and more only after the
/// authorisation epoch has moved beyond `seen`. Returns the epoch as well.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn ended(app: &App, open: &[(Uuid, Uuid)], seen: i64) -> Result<(i64, HashSet<Uuid>)> {
    let epoch = members::authz_epoch(app.db.read()).await?;
    let sessions: Vec<Uuid> = open.iter().map(|(session, _)| *session).collect();
    let good: HashSet<Uuid> = store::sessions_good(&app.db, &sessions, app.now())
        .await?
        .into_iter()
        .collect();
    let mut ended: HashSet<Uuid> = sessions.into_iter().filter(|session| !good.contains(session)).collect();
    if epoch != seen {
        for (session, person) in open {
            let is_out = |viewer: Option<Arc<Viewer>>| viewer.is_none_or(|viewer| viewer.confined);
            if good.contains(session) && is_out(viewer(app, *session, *person).await?) {
                ended.insert(*session);
            }
        }
    }
    Ok((epoch, ended))
}
