//! A password that was forgotten, and one that is changed: whoever sets a new one ends what the old one opened.

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::{
    Entered,
    back_off::{self, Guessed},
    complete::tell,
    enter::enter,
    password::{confirm, hash_password},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::{self, MailKind},
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::normalize_email,
    },
    sessions::{Caller, rules, store, tokens},
    single_sign_on,
};

/// How long the link in the mail is good.
const RESET_TIME: SignedDuration = SignedDuration::from_hours(1);

/// Sends a link that sets a new password, if the address is that of somebody who has one. The answer and what it costs
/// are the same where it is not; how often somebody may ask is counted by address and by peer, known or not.
///
/// # Errors
/// `BAD_USER_INPUT` for what is no address, `RATE_LIMITED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn request_password_reset(app: &App, caller: &Caller, email: &str) -> Result<()> {
    let email = normalize_email(email).map_err(|_| ApiError::input("email", "This is no e-mail address."))?;
    back_off::begin(app, Guessed::Reset(&email), caller.peer).await?;
    let tx = app.begin().await?;
    let id = app.ids.id(tx.now());
    let until = tx.now().checked_add(RESET_TIME).map_err(ApiError::internal)?;
    let person = store::reset_insert(&tx, id, &email, until).await?;
    mail::enqueue_reset(&tx, app.ids.as_ref(), id).await?;
    let act = Act {
        category: Category::Security,
        action: "requestPasswordReset",
        object: person.map(|person| (IdKind::Person, person)),
        root: None,
        detail: &serde_json::Value::Null,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}

/// Sets a new password by the token in the mail, ends every session, and lets the person in, or asks for the second factor.
///
/// # Errors
/// `TOKEN_INVALID` where the token is unknown, used or too old; `BAD_USER_INPUT` for a password that is too short, too long
/// or easily guessed; `TRANSITION_NOT_ALLOWED` where passwords were closed meanwhile.
pub async fn reset_password(app: &App, caller: &Caller, token: &str, password: &str) -> Result<Entered> {
    let invalid = || ApiError::new(ErrorCode::TokenInvalid);
    let reset = store::reset_open(app.db.read(), &tokens::fingerprint(token), app.now()).await?;
    let reset = reset.ok_or_else(invalid)?;
    single_sign_on::check_passwords_are_open(app.db.read(), reset.person).await?;
    rules::check_password(password, &reset.email).map_err(|fault| ApiError::input("password", fault.message()))?;
    let hash = hash_password(app, password).await?;
    let tx = app.begin().await?;
    store::owner_lock(&tx, reset.person).await?;
    if !store::reset_take(&tx, reset.id).await? || !store::password_set(&tx, reset.person, &hash).await? {
        return Err(invalid());
    }
    let ended = outdate(app, &tx, reset.person, None).await?;
    let entered = enter(app, &tx, caller, reset.person).await?.ok_or_else(invalid)?;
    let detail = json!({ "sessionsEnded": ended });
    let act = Act::on(Category::Security, "resetPassword", IdKind::Person, reset.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(entered.viewer()), act).await?;
    tx.commit(proof).await?;
    back_off::forget(app, Guessed::Password(&reset.email)).await?;
    Ok(entered)
}

/// Replaces the password by another one and ends the other sessions.
///
/// # Errors
/// `SIGN_IN_FAILED` where the current password is not right, `RATE_LIMITED`, `BAD_USER_INPUT` for a new one that is too
/// short, too long, easily guessed or the current one; `TRANSITION_NOT_ALLOWED` where passwords are closed.
pub async fn change_password(app: &App, caller: &Caller, viewer: &Viewer, current: &str, new: &str) -> Result<()> {
    single_sign_on::check_passwords_are_open(app.db.read(), viewer.person).await?;
    let owner = confirm(app, caller, viewer, current, "currentPassword").await?;
    let fault = |text: &'static str| ApiError::input("newPassword", text);
    rules::check_password(new, &owner.email).map_err(|found| fault(found.message()))?;
    if new == current {
        return Err(fault("This is the password that you have."));
    }
    let hash = hash_password(app, new).await?;
    let tx = app.begin().await?;
    let now = store::owner_lock(&tx, viewer.person).await?;
    if now.password_hash != owner.password_hash || !store::password_set(&tx, viewer.person, &hash).await? {
        return Err(ErrorCode::StaleVersion.into());
    }
    let ended = outdate(app, &tx, viewer.person, viewer.session).await?;
    let detail = json!({ "sessionsEnded": ended });
    let act = Act::on(Category::Security, "changePassword", IdKind::Person, viewer.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// Ends what the old password opened or was about to, and tells its owner; how many sessions ended.
async fn outdate(app: &App, tx: &Tx, person: Uuid, but: Option<Uuid>) -> Result<u64> {
    let ended = store::sessions_revoke(tx, person, but, "PASSWORD_CHANGED").await?;
    store::challenges_void(tx, person).await?;
    store::resets_void(tx, person).await?;
    tell(app, tx, person, MailKind::PasswordChanged).await?;
    Ok(ended)
}
