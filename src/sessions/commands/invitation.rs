//! Accepting an invitation: the first password, and the first session.

use super::{Entered, enter::enter, password::hash_password};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    sessions::{Caller, rules, store, tokens},
    single_sign_on,
};

/// Sets the first password of the invited person, who is active and signed in from then on.
///
/// # Errors
/// `TOKEN_INVALID` where the invitation is unknown, used, superseded or too old; `BAD_USER_INPUT` for a password that is
/// too short, too long or easily guessed.
pub async fn accept_invitation(app: &App, caller: &Caller, token: &str, password: &str) -> Result<Entered> {
    let invalid = || ApiError::new(ErrorCode::TokenInvalid);
    let hash = tokens::fingerprint(token);
    let invitation = store::invitation_open(app.db.read(), &hash, app.now())
        .await?
        .ok_or_else(invalid)?;
    if single_sign_on::passwords_are_closed(app.db.read(), invitation.person).await? {
        let text =
            "Your organisation signs in by its own provider. Sign in with your address; that accepts the invitation.";
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    rules::check_password(password, &invitation.email).map_err(|fault| ApiError::input("password", fault.message()))?;
    let password_hash = hash_password(app, password).await?;

    let tx = app.begin().await?;
    if !store::invitation_accept(&tx, &invitation, Some(&password_hash)).await? {
        return Err(invalid());
    }
    members::raise_authz_epoch(&tx).await?;
    let entered = enter(app, &tx, caller, invitation.person).await?.ok_or_else(invalid)?;
    let act = Act::on(
        Category::Security,
        "acceptInvitation",
        IdKind::Person,
        invitation.person,
    );
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(entered.viewer()), act).await?;
    tx.commit(proof).await?;
    Ok(entered)
}
