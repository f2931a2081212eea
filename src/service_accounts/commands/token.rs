//! Access tokens for clients that prove who they are, and what clients are told of how.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::jwk::Jwk;
use serde_json::{Value, json};
use strum::VariantArray as _;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{ServiceScope, Viewer},
    platform::{
        db::{Recorded, json as read_json},
        error::{ApiError, Result},
        ids::{self, IdKind},
    },
    service_accounts::{
        rules::{
            AccountRow, CredentialKind,
            assertion::{self, Known, Proved},
            client::{self, Asked, OAuthError, OAuthFault, Proof},
            key,
        },
        store,
    },
    sessions::{self, viewers},
};

/// How exact the moment of the last use is, and how often refusals are recorded.
const WINDOW: SignedDuration = SignedDuration::from_mins(1);
/// A key that is nobody's, so that an assertion of a client that is not there is checked as long as another one.
const NOBODYS: &str = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
/// Where tokens are to be had.
const ENDPOINT: &str = "oauth/token";

/// A token that is asked for.
#[derive(Debug, Clone, Default)]
pub struct TokenRequest {
    /// The `Authorization` header, if one came along.
    pub authorization: Option<String>,
    /// The parameters of the form, in order.
    pub form: Vec<(String, String)>,
    /// Address of the client, as far as the server knows it.
    pub peer: Option<IpAddr>,
}

/// A token that was given.
#[derive(Debug, Clone)]
pub struct TokenAnswer {
    /// The token.
    pub access_token: String,
    /// For how many seconds it is good.
    pub expires_in: i64,
    /// All scopes of the account, as OAuth writes them.
    pub scope: String,
    /// Whether it is for trials alone.
    pub sandbox: bool,
}

/// By which credential an account proved itself.
struct Proven {
    account: AccountRow,
    credential: Uuid,
    ends: Timestamp,
    /// The assertion, where it was one.
    assertion: Option<Proved>,
}

/// Gives an access token to a client that proves who it is.
///
/// # Errors
/// Why there is none (RFC 6749, section 5.2), `RATE_LIMITED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn token(app: &App, request: TokenRequest) -> std::result::Result<TokenAnswer, OAuthError> {
    let asked = client::asked(request.authorization.as_deref(), &request.form)?;
    let attempt = sessions::service_attempt(app, &asked.client, request.peer).await?;
    let proven = prove(app, &asked).await?.ok_or_else(OAuthError::client)?;
    let viewer = viewers::load(app, proven.account.id).await?;
    let viewer = viewer.filter(|viewer| viewer.active).ok_or_else(OAuthError::client)?;
    let access = viewer.service.as_ref().ok_or_else(OAuthError::client)?;
    if !access.admits(request.peer) {
        refused(app, &viewer, "NETWORK").await?;
        return Err(OAuthError::client());
    }
    if asked.scopes.iter().any(|scope| !access.scopes.contains(scope)) {
        return Err(OAuthError::Refused(
            OAuthFault::InvalidScope,
            "The client does not have this scope.",
        ));
    }
    match keep(app, &proven, request.peer).await? {
        Kept::Yes => {}
        Kept::Ended => return Err(OAuthError::client()),
        Kept::UsedBefore => {
            refused(app, &viewer, "ASSERTION_USED_BEFORE").await?;
            return Err(OAuthError::client());
        }
    }
    attempt.succeeded(app).await?;
    let scope = client::written(&access.scopes);
    let (access_token, ends) = sessions::service_token(app, proven.account.id, proven.credential, proven.ends)?;
    Ok(TokenAnswer {
        access_token,
        expires_in: app.now().duration_until(ends).as_secs(),
        scope,
        sandbox: access.sandbox,
    })
}

/// The account whose credential the client has; `None` where it has none of the account it names, or there is no such account.
async fn prove(app: &App, asked: &Asked) -> Result<Option<Proven>> {
    // A name that is none is looked for like one that is.
    let id = ids::decode_as(IdKind::ServiceAccount, &asked.client).unwrap_or_default();
    let account = store::account(app.db.read(), id).await?;
    let now = app.now();
    let proved = match &asked.proof {
        Proof::Secret(secret) => by_secret(account.as_ref(), secret, now).map(|credential| (credential, None)),
        Proof::Assertion(assertion) => {
            by_key(app, account.as_ref(), asked, assertion)?.map(|proved| (proved.credential, Some(proved)))
        }
    };
    let (Some(account), Some((credential, assertion))) = (account, proved) else {
        return Ok(None);
    };
    let known = account.credentials.iter().find(|known| known.id == credential);
    let ends = known.map(|known| known.expires_at);
    Ok(ends.map(|ends| Proven {
        account,
        credential,
        ends,
        assertion,
    }))
}

/// The credential of a secret. What is compared are hashes of 256 random bits: how far they agree tells nothing.
fn by_secret(account: Option<&AccountRow>, secret: &str, now: Timestamp) -> Option<Uuid> {
    let hash = sessions::fingerprint(secret);
    let known = account?
        .good_credentials(now)
        .find(|known| known.kind == CredentialKind::Secret && known.hash.as_deref() == Some(hash.as_str()))?;
    Some(known.id)
}

fn by_key(app: &App, account: Option<&AccountRow>, asked: &Asked, assertion: &str) -> Result<Option<Proved>> {
    let now = app.now();
    let credentials = account.into_iter().flat_map(|account| account.good_credentials(now));
    let mut keys = Vec::new();
    for known in credentials {
        if let Some(jwk) = &known.jwk {
            keys.push(Known {
                id: known.id,
                name: known.hint.clone(),
                jwk: read_json(jwk)?,
            });
        }
    }
    let audiences = [app.config.public_url.to_string(), endpoint(app)?];
    if keys.is_empty() {
        let jwk: Jwk = read_json(NOBODYS)?;
        let nobodys = Known {
            id: Uuid::nil(),
            name: String::new(),
            jwk,
        };
        let _ = assertion::prove(&[nobodys], assertion, &asked.client, &audiences, now);
        return Ok(None);
    }
    Ok(assertion::prove(&keys, assertion, &asked.client, &audiences, now))
}

/// The address of the token endpoint.
fn endpoint(app: &App) -> Result<String> {
    let url = app.config.public_url.join(ENDPOINT).map_err(ApiError::internal)?;
    Ok(url.into())
}

/// What became of a proof.
enum Kept {
    /// It was good, and is written down.
    Yes,
    /// Account or credential have ended meanwhile.
    Ended,
    /// The assertion was used before.
    UsedBefore,
}

/// Uses the proof up, notes the use, and sees to the session of the tokens: it may have ended with an organisation that is back.
/// The account comes before its credential and that before the session, as where they are ended: none waits for another one.
async fn keep(app: &App, proven: &Proven, peer: Option<IpAddr>) -> Result<Kept> {
    let tx = app.begin().await?;
    let recent = tx.now().checked_sub(WINDOW).map_err(ApiError::internal)?;
    let network = peer.map(sessions::shown_network);
    if !store::account_used(&tx, proven.account.id, network.as_deref(), recent).await?
        || !store::credential_used(&tx, proven.credential, recent).await?
    {
        return Ok(Kept::Ended);
    }
    if let Some(used) = &proven.assertion
        && !store::assertion_use(&tx, proven.account.id, &used.jti, used.forgotten_at).await?
    {
        return Ok(Kept::UsedBefore);
    }
    sessions::open_service_session(&tx, proven.credential, proven.account.id, proven.ends).await?;
    tx.commit(Recorded(())).await?;
    Ok(Kept::Yes)
}

/// Records that somebody who has a credential was refused, at most once a minute for an account.
async fn refused(app: &App, viewer: &Viewer, why: &'static str) -> Result<()> {
    let tx = app.begin().await?;
    let recent = tx.now().checked_sub(WINDOW).map_err(ApiError::internal)?;
    if !store::refusal_noted(&tx, viewer.person, recent).await? {
        return Ok(());
    }
    let detail = json!({ "reason": why });
    let act = Act::on(
        Category::Security,
        "refuseServiceToken",
        IdKind::ServiceAccount,
        viewer.person,
    )
    .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// What clients are told of how to get a token (RFC 8414).
///
/// # Errors
/// `INTERNAL` where the public address is none.
pub fn metadata(app: &App) -> Result<Value> {
    let issuer = &app.config.public_url;
    let keys = issuer.join(".well-known/jwks.json").map_err(ApiError::internal)?;
    let scopes: Vec<&str> = ServiceScope::VARIANTS.iter().map(|scope| scope.name()).collect();
    Ok(json!({
        "issuer": issuer.as_str(),
        "token_endpoint": endpoint(app)?,
        "jwks_uri": keys.as_str(),
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": key::ALGORITHMS,
        "scopes_supported": scopes,
    }))
}
