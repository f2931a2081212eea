//! What an account proves itself with: added, and ended. For a while two are good, so that the one can follow the other.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{finish, load};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
    service_accounts::{
        rules::{self, AccountRow, CredentialKind, CredentialRow, ServiceAccountStep, key},
        store,
    },
    sessions,
};

/// How secrets begin, so that whoever finds one in a place where it should not be knows what it is.
const PREFIX: &str = "tss_";
/// How many of its last characters are shown later.
const HINT: usize = 4;

/// An account with a secret that is told this once.
#[derive(Debug, Clone)]
pub(in crate::service_accounts) struct NewSecret {
    /// The account.
    pub(in crate::service_accounts) account: AccountRow,
    /// The secret.
    pub(in crate::service_accounts) secret: String,
}

/// Gives an account one more secret.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where it is not active or has as many
/// credentials as it may.
pub(in crate::service_accounts) async fn add_secret(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    days: Option<i32>,
) -> Result<NewSecret> {
    let secret = format!("{PREFIX}{}", sessions::opaque(app.ids.secret()));
    let account = add_this_secret(app, viewer, which, days, &secret).await?;
    Ok(NewSecret { account, secret })
}

/// Gives an account a secret that is known already, and so is none: for the demo, whose readers are told it.
///
/// # Errors
/// As [`add_secret`].
pub(crate) async fn add_known_secret(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    secret: &str,
) -> Result<AccountRow> {
    add_this_secret(app, viewer, which, None, secret).await
}

async fn add_this_secret(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    days: Option<i32>,
    secret: &str,
) -> Result<AccountRow> {
    let (tx, account) = load(app, viewer, which, ServiceAccountStep::AddCredential).await?;
    let expires_at = rules::end(days, tx.now())?;
    rules::check_room(&account, tx.now())?;
    let row = CredentialRow {
        hint: secret.chars().skip(secret.len() - HINT).collect(),
        hash: Some(sessions::fingerprint(secret)),
        ..credential(app, &tx, CredentialKind::Secret, expires_at)
    };
    add(app, tx, viewer, "addServiceSecret", account.id, row).await
}

/// Gives an account one more public key.
///
/// # Errors
/// As [`add_secret`]; `BAD_USER_INPUT` at `jwk` too, where the account has a key of that name.
pub(crate) async fn add_key(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    days: Option<i32>,
    jwk: &str,
) -> Result<AccountRow> {
    let (tx, account) = load(app, viewer, which, ServiceAccountStep::AddCredential).await?;
    let expires_at = rules::end(days, tx.now())?;
    let public = key::read(jwk)?;
    rules::check_room(&account, tx.now())?;
    let is_there = account
        .good_credentials(tx.now())
        .any(|known| known.kind == CredentialKind::Key && known.hint == public.name);
    if is_there {
        return Err(ApiError::input("jwk", "The account has a key of this name."));
    }
    let row = CredentialRow {
        hint: public.name,
        jwk: Some(public.jwk),
        ..credential(app, &tx, CredentialKind::Key, expires_at)
    };
    add(app, tx, viewer, "addServiceKey", account.id, row).await
}

fn credential(app: &App, tx: &Tx, kind: CredentialKind, expires_at: Timestamp) -> CredentialRow {
    CredentialRow {
        id: app.ids.id(tx.now()),
        kind,
        hint: String::new(),
        hash: None,
        jwk: None,
        created_at: tx.now(),
        expires_at,
        revoked_at: None,
        last_used_at: None,
    }
}

async fn add(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    account: Uuid,
    row: CredentialRow,
) -> Result<AccountRow> {
    store::credential_insert(&tx, account, &row).await?;
    let detail = json!({ "credential": public_id(row.id), "expiresAt": row.expires_at });
    finish(app, tx, viewer, mutation, account, &detail).await
}

fn public_id(credential: Uuid) -> String {
    ids::encode(IdKind::ServiceCredential, credential)
}

/// Ends a credential: its tokens are no longer good.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it has ended or the account is not there any more,
/// `BAD_USER_INPUT` where the account has no such credential.
pub(in crate::service_accounts) async fn end(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    credential: Uuid,
) -> Result<AccountRow> {
    let (tx, account) = load(app, viewer, which, ServiceAccountStep::Edit).await?;
    if account.credentials.iter().all(|known| known.id != credential) {
        return Err(ApiError::input("credentialId", "The account has no such credential."));
    }
    if store::credentials_end(&tx, account.id, Some(credential)).await? == 0 {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    sessions::end_service_session(&tx, credential, "SERVICE_CREDENTIAL_ENDED").await?;
    let detail = json!({ "credential": public_id(credential) });
    finish(app, tx, viewer, "endServiceCredential", account.id, &detail).await
}
