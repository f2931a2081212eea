//! People for whom somebody else vouches: their organisation's provider. What it takes to believe that is decided in
//! `single_sign_on`; these are the parts that are about sessions.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{
    Entered,
    back_off::{self, Guessed},
    begin,
    enter::enter,
    password,
    refusal::refuse,
};
use crate::{
    app::App,
    members,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
    },
    sessions::{Caller, rules::MAX_PASSWORD, store},
};

/// Lets a person in whose provider has said who it is; `None` where it may not sign in. Whoever has a second factor here is
/// asked for it, unless the provider says that it has asked for more than one proof itself.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn enter_vouched(
    app: &App,
    tx: &Tx,
    caller: &Caller,
    person: Uuid,
    second_factor: bool,
) -> Result<Option<Entered>> {
    if !second_factor {
        return enter(app, tx, caller, person).await;
    }
    match members::viewer(tx.connection(), person).await? {
        Some(viewer) => begin(app, tx, caller, viewer).await.map(Entered::SignedIn).map(Some),
        None => Ok(None),
    }
}

/// Accepts the open invitation of a person whose address was proved in another way than by the mail; the person is active
/// from then on, without a password. Says whether there was one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn accept_vouched(tx: &Tx, person: Uuid) -> Result<bool> {
    let now: Timestamp = tx.now();
    match store::invitation_of(tx.connection(), person, now).await? {
        Some(invitation) => store::invitation_accept(tx, &invitation, None).await,
        None => Ok(false),
    }
}

/// Checks a person's password as a sign-in does: counted beforehand, and in the same time whatever is wrong.
///
/// # Errors
/// `SIGN_IN_FAILED`, `RATE_LIMITED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn prove_password(app: &App, caller: &Caller, person: Uuid, given: &str) -> Result<()> {
    let owner = store::owner_find(app.db.read(), person).await?;
    let attempts = back_off::begin(app, Guessed::Password(&owner.email), caller.peer).await?;
    if given.chars().count() <= MAX_PASSWORD && password::verify(given, owner.password_hash).await? {
        return attempts.succeeded(app).await;
    }
    let detail = json!({ "refused": ErrorCode::SignInFailed.as_str(), "by": "SINGLE_SIGN_ON" });
    refuse(app, "signIn", Some(person), &attempts, &detail).await?;
    Err(ErrorCode::SignInFailed.into())
}
