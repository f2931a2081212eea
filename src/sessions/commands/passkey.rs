//! Passkeys and security keys as a second factor (WebAuthn).
//!
//! The password was right already, so user verification is preferred and not required: a key that only wants to be touched
//! will do. What the library has to remember between two requests stays in the database, where no client can replay it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{
    PublicKeyCredential, RegisterPublicKeyCredential, SecurityKey, SecurityKeyAuthentication, SecurityKeyRegistration,
    Webauthn, WebauthnBuilder,
};

use super::{complete::tell, enrolment, password::confirm};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::MailKind,
    permissions::Viewer,
    platform::{
        db::{Tx, json},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::clean_line,
    },
    sessions::{
        Caller,
        rules::factor::{MAX_PASSKEYS, PATIENCE, Passkey},
        store::{self, NewChallenge, NewPasskey, Purpose},
        tokens,
    },
};

/// Characters of a passkey's name.
const MAX_NAME: usize = 60;

/// A passkey that is being added.
#[derive(Debug, Clone)]
pub struct NewCredential {
    /// To be sent back with what the authenticator made.
    pub token: String,
    /// What the browser's `parseCreationOptionsFromJSON` takes.
    pub options: Value,
}

/// The relying party: this portal. `None` where people reach it by a bare address, for which there are no passkeys.
fn party(app: &App) -> Option<Webauthn> {
    let url = &app.config.public_url;
    let origin = WebauthnBuilder::new(url.domain()?, url).ok()?;
    origin.rp_name("Touchstone").build().ok()
}

/// Begins to add a passkey.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`, `TRANSITION_NOT_ALLOWED` where the portal has no host name or the
/// person has many already.
pub async fn start_passkey(app: &App, caller: &Caller, viewer: &Viewer, password: &str) -> Result<NewCredential> {
    let owner = confirm(app, caller, viewer, password, "password").await?;
    let refused = |text: &'static str| ApiError::because(ErrorCode::TransitionNotAllowed, text);
    let party = party(app).ok_or_else(|| refused("Passkeys need a portal with a host name."))?;
    let known = store::passkey_credentials(app.db.read(), viewer.person).await?;
    if known.len() >= MAX_PASSKEYS {
        return Err(refused("Remove a passkey first."));
    }
    let known = known.iter().map(|(_, key)| key.cred_id().clone()).collect();
    let (mut options, state) = party
        .start_securitykey_registration(viewer.person, &owner.email, &owner.email, Some(known), None, None)
        .map_err(ApiError::internal)?;
    // Any authenticator will do, also one that cannot verify its user later.
    options.public_key.hints = None;
    if let Some(extensions) = &mut options.public_key.extensions {
        extensions.cred_protect = None;
    }
    let tx = app.begin().await?;
    let token = challenge(app, &tx, viewer.person, Purpose::Passkey, &state).await?;
    let act = Act::on(Category::Security, "startPasskey", IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    let options = serde_json::to_value(&options.public_key).map_err(ApiError::internal)?;
    Ok(NewCredential { token, options })
}

async fn challenge(
    app: &App,
    tx: &Tx,
    person: Uuid,
    purpose: Purpose,
    state: &SecurityKeyRegistration,
) -> Result<String> {
    let token = tokens::opaque(app.ids.secret());
    let new = NewChallenge {
        token_hash: &tokens::fingerprint(&token),
        person,
        purpose,
        expires_at: tx.now().checked_add(PATIENCE).map_err(ApiError::internal)?,
        state: Some(serde_json::to_string(state).map_err(ApiError::internal)?),
    };
    store::challenge_insert(tx, new).await?;
    Ok(token)
}

/// Finishes adding a passkey, and gives the recovery codes where the person had no second factor.
///
/// # Errors
/// `TOKEN_INVALID` where none is being added or it took too long; `SECOND_FACTOR_FAILED` where what the authenticator made
/// does not fit; `ALREADY_EXISTS`; `BAD_USER_INPUT` for a name without text or too long.
pub async fn add_passkey(
    app: &App,
    viewer: &Viewer,
    token: &str,
    name: &str,
    credential: &Value,
) -> Result<(Passkey, Vec<String>)> {
    let name = clean_name(name)?;
    let hash = tokens::fingerprint(token);
    let failed = || ApiError::new(ErrorCode::SecondFactorFailed).at("credential");
    let made: RegisterPublicKeyCredential = serde_json::from_value(credential.clone()).map_err(|_| failed())?;
    let tx = app.begin().await?;
    let owner = store::owner_lock(&tx, viewer.person).await?;
    let open = store::challenge_open(tx.connection(), &hash, Purpose::Passkey, tx.now()).await?;
    let open = open.filter(|open| open.person == viewer.person);
    let state = open.and_then(|open| open.state).ok_or(ErrorCode::TokenInvalid)?;
    let state: SecurityKeyRegistration = json(&state)?;
    let party = party(app).ok_or(ErrorCode::TransitionNotAllowed)?;
    let key = party
        .finish_securitykey_registration(&made, &state)
        .map_err(|_| failed())?;
    let id = app.ids.id(tx.now());
    let new = NewPasskey {
        id,
        person: viewer.person,
        name: &name,
        credential_id: URL_SAFE_NO_PAD.encode(key.cred_id()),
        credential: serde_json::to_string(&key).map_err(ApiError::internal)?,
    };
    store::passkey_insert(&tx, new).await?;
    store::challenge_take(&tx, &hash).await?;
    let codes = enrolment::gained(app, &tx, viewer, &owner).await?;
    let passkey = Passkey {
        id,
        name,
        created_at: tx.now(),
        last_used_at: None,
    };
    finish(app, tx, viewer, "addPasskey", id).await?;
    Ok((passkey, codes))
}

/// Gives a passkey another name.
///
/// # Errors
/// `NOT_FOUND` where the viewer has no such passkey; `BAD_USER_INPUT` for a name without text or too long.
pub async fn rename_passkey(app: &App, viewer: &Viewer, id: Uuid, name: &str) -> Result<()> {
    let name = clean_name(name)?;
    let tx = app.begin().await?;
    if !store::passkey_rename(&tx, viewer.person, id, &name).await? {
        return Err(ApiError::not_found());
    }
    finish(app, tx, viewer, "renamePasskey", id).await
}

/// Forgets a passkey.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`, `NOT_FOUND` where the viewer has no such passkey,
/// `TRANSITION_NOT_ALLOWED` where a role asks for a second factor and no other is left.
pub async fn remove_passkey(app: &App, caller: &Caller, viewer: &Viewer, id: Uuid, password: &str) -> Result<()> {
    confirm(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    store::owner_lock(&tx, viewer.person).await?;
    if !store::passkey_remove(&tx, viewer.person, id).await? {
        return Err(ApiError::not_found());
    }
    enrolment::lost(app, &tx, viewer).await?;
    tell(app, &tx, viewer.person, MailKind::SecondFactorRemoved).await?;
    finish(app, tx, viewer, "removePasskey", id).await
}

/// What a sign-in asks the person's authenticators, and what has to be remembered of it; `None` without any passkey.
pub(super) async fn ask(app: &App, tx: &Tx, person: Uuid) -> Result<Option<(Value, String)>> {
    let keys = store::passkey_credentials(tx.connection(), person).await?;
    let keys: Vec<SecurityKey> = keys.into_iter().map(|(_, key)| key).collect();
    let Some(party) = party(app).filter(|_| !keys.is_empty()) else {
        return Ok(None);
    };
    let (mut options, state) = party
        .start_securitykey_authentication(&keys)
        .map_err(ApiError::internal)?;
    options.public_key.hints = None;
    let options = serde_json::to_value(&options.public_key).map_err(ApiError::internal)?;
    let state = serde_json::to_string(&state).map_err(ApiError::internal)?;
    Ok(Some((options, state)))
}

/// Whether a passkey of the person signed what was asked.
pub(super) async fn fits(app: &App, tx: &Tx, person: Uuid, state: Option<&str>, answer: &Value) -> Result<bool> {
    let (Some(party), Some(state)) = (party(app), state) else {
        return Ok(false);
    };
    let state: SecurityKeyAuthentication = json(state)?;
    let Ok(answer) = serde_json::from_value::<PublicKeyCredential>(answer.clone()) else {
        return Ok(false);
    };
    let Ok(proved) = party.finish_securitykey_authentication(&answer, &state) else {
        return Ok(false);
    };
    let mut keys = store::passkey_credentials(tx.connection(), person).await?;
    let Some((id, key)) = keys.iter_mut().find(|(_, key)| key.cred_id() == proved.cred_id()) else {
        return Ok(false);
    };
    key.update_credential(&proved);
    let credential = serde_json::to_string(&*key).map_err(ApiError::internal)?;
    store::passkey_used(tx, *id, &credential).await?;
    Ok(true)
}

fn clean_name(name: &str) -> Result<String> {
    clean_line(name, 1..=MAX_NAME).map_err(|_| ApiError::input("name", "Give a name of 1 to 60 characters."))
}

async fn finish(app: &App, tx: Tx, viewer: &Viewer, action: &'static str, id: Uuid) -> Result<()> {
    let act = Act::on(Category::Security, action, IdKind::Passkey, id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
