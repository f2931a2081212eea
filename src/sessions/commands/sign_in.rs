//! Signing in with address and password.

use serde_json::json;
use uuid::Uuid;

use super::{
    Entered,
    back_off::{self, Guessed},
    enter::enter,
    password,
    refusal::refuse,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{
        error::{ErrorCode, Result},
        ids::IdKind,
        text::normalize_email,
    },
    sessions::{Caller, rules::MAX_PASSWORD, store},
    single_sign_on,
};

const ACTION: &str = "signIn";

/// Signs a person in, or asks for the second factor of somebody who has one. Whether the address is unknown, the password
/// wrong or the account closed, the answer is the same and takes as long.
///
/// # Errors
/// `SIGN_IN_FAILED`; `RATE_LIMITED` after too many failures; `INTERNAL` or `UNAVAILABLE`.
pub async fn sign_in(app: &App, caller: &Caller, email: &str, password: &str) -> Result<Entered> {
    let Ok(email) = normalize_email(email) else {
        return Err(ErrorCode::SignInFailed.into());
    };
    let attempts = back_off::begin(app, Guessed::Password(&email), caller.peer).await?;
    let account = store::account_by_email(app.db.read(), &email).await?;
    let (person, hash) = account.map_or((None, None), |account| (Some(account.person), account.password_hash));
    // Asked for nobody, too, so that an account is not told by its time.
    let closed = single_sign_on::passwords_are_closed(app.db.read(), person.unwrap_or_default()).await?;
    let fits = password.chars().count() <= MAX_PASSWORD && password::verify(password, hash.clone()).await? && !closed;
    let entered = match person {
        Some(person) if fits => open(app, caller, person, hash).await?,
        _ => None,
    };
    match entered {
        Some(entered) => {
            attempts.succeeded(app).await?;
            Ok(entered)
        }
        None => {
            let detail = json!({"refused": ErrorCode::SignInFailed.as_str()});
            refuse(app, ACTION, person, &attempts, &detail).await?;
            Err(ErrorCode::SignInFailed.into())
        }
    }
}

/// `proven` is the hash of the password that was given. Who changes it meanwhile ends all sessions, and this one is not to be one
/// that was missed.
async fn open(app: &App, caller: &Caller, person: Uuid, proven: Option<String>) -> Result<Option<Entered>> {
    let tx = app.begin().await?;
    if store::owner_lock(&tx, person).await?.password_hash != proven {
        return Ok(None);
    }
    let Some(entered) = enter(app, &tx, caller, person).await? else {
        return Ok(None);
    };
    let detail = entered.detail();
    let act = Act::on(Category::Security, ACTION, IdKind::Person, person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(entered.viewer()), act).await?;
    tx.commit(proof).await?;
    Ok(Some(entered))
}
