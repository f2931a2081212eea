//! The way in after the first proof (password, invitation, reset): a session at once, or first the second factor.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{SignedIn, begin, passkey};
use crate::{
    app::App,
    members,
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, Result},
    },
    sessions::{
        Caller,
        rules::factor::{Method, PATIENCE},
        store::{self, NewChallenge, Purpose},
        tokens,
    },
};

/// What became of a first proof.
#[derive(Debug, Clone)]
pub enum Entered {
    /// A session has begun.
    SignedIn(SignedIn),
    /// The second factor is asked for first.
    Challenged(Challenge),
}

/// A sign-in that waits for its second factor.
#[derive(Debug, Clone)]
pub struct Challenge {
    /// Stands for the first proof; only its hash is kept.
    pub token: String,
    /// Until when it waits.
    pub expires_at: Timestamp,
    /// How the person can go on.
    pub methods: Vec<Method>,
    /// What the browser's `parseRequestOptionsFromJSON` takes, where the person has a passkey.
    pub passkey_options: Option<Value>,
    /// Whose it is.
    viewer: Arc<Viewer>,
}

impl Entered {
    /// The person.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        match self {
            Self::SignedIn(signed_in) => &signed_in.viewer,
            Self::Challenged(challenge) => &challenge.viewer,
        }
    }

    /// What the audit log keeps of it.
    #[must_use]
    pub fn detail(&self) -> Value {
        match self {
            Self::SignedIn(_) => Value::Null,
            Self::Challenged(_) => json!({"secondFactor": "ASKED"}),
        }
    }
}

/// Lets the person in who has given the first proof; `None` where it may not sign in.
pub(super) async fn enter(app: &App, tx: &Tx, caller: &Caller, person: Uuid) -> Result<Option<Entered>> {
    let Some(viewer) = members::viewer(tx.connection(), person).await? else {
        return Ok(None);
    };
    if viewer.enrolled {
        return challenge(app, tx, viewer).await.map(Entered::Challenged).map(Some);
    }
    begin(app, tx, caller, viewer).await.map(Entered::SignedIn).map(Some)
}

async fn challenge(app: &App, tx: &Tx, viewer: Viewer) -> Result<Challenge> {
    let token = tokens::opaque(app.ids.secret());
    let expires_at = tx.now().checked_add(PATIENCE).map_err(ApiError::internal)?;
    let (passkey_options, state) = passkey::ask(app, tx, viewer.person).await?.unzip();
    let mut methods = methods(tx, viewer.person).await?;
    if passkey_options.is_some() {
        methods.insert(0, Method::Passkey);
    }
    let new = NewChallenge {
        token_hash: &tokens::fingerprint(&token),
        person: viewer.person,
        purpose: Purpose::SignIn,
        expires_at,
        state,
    };
    store::challenge_insert(tx, new).await?;
    Ok(Challenge {
        token,
        expires_at,
        methods,
        passkey_options,
        viewer: Arc::new(viewer),
    })
}

async fn methods(tx: &Tx, person: Uuid) -> Result<Vec<Method>> {
    let mut methods = Vec::new();
    if store::totp_find(tx.connection(), person).await?.is_some() {
        methods.push(Method::Totp);
    }
    if store::recovery_codes_left(tx.connection(), person).await? > 0 {
        methods.push(Method::RecoveryCode);
    }
    Ok(methods)
}
