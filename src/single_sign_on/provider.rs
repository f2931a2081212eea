//! Speaking with a provider: discovery, the way to it, the exchange of its code, the checks of its token.
//!
//! What it publishes about itself is remembered for minutes; a token that does not fit the remembered keys has it asked
//! anew, once.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use openidconnect::{
    AccessToken, AccessTokenHash, AsyncHttpClient, AuthType, AuthenticationFlow, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, TokenResponse as _,
    core::{
        CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
        CoreProviderMetadata, CoreResponseType, CoreTokenResponse, CoreUserInfoClaims,
    },
    http,
};

use super::{
    attempt::Attempt,
    rules::{SingleSignOnRow, Vouched, is_subject, says_second_factor},
};
use crate::{
    app::App,
    platform::{
        error::{ApiError, ErrorCode, Result},
        outbound::{Outbound, OutboundError},
        text::normalize_email,
        vault::Label,
    },
};

/// Seconds that what a provider publishes is remembered.
const REMEMBERED: i64 = 300;
/// Most providers remembered.
const MOST: usize = 1_000;
/// Seconds by which a provider's clock may be ahead.
const SKEW: i64 = 300;
/// Signatures that a provider's public keys can verify. Whoever knew the client's secret could make the others.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What providers publish about themselves, as it was found lately: issuer → when, and what.
#[derive(Default)]
pub struct Providers(Mutex<HashMap<String, (Timestamp, CoreProviderMetadata)>>);

impl Providers {
    fn get(&self, issuer: &str, now: Timestamp) -> Option<CoreProviderMetadata> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, metadata) = known.get(issuer)?;
        let is_fresh = at.as_second().abs_diff(now.as_second()) < REMEMBERED.unsigned_abs();
        is_fresh.then(|| metadata.clone())
    }

    fn keep(&self, issuer: &str, now: Timestamp, metadata: &CoreProviderMetadata) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(issuer.to_owned(), (now, metadata.clone()));
    }
}

/// The provider is out of reach, or not one. The log says why, without what was sent.
fn unavailable(row: &SingleSignOnRow, why: &str) -> ApiError {
    tracing::warn!(organization = %row.organization, why, "a provider could not be used");
    ErrorCode::ProviderUnavailable.into()
}

/// The provider answered, but not with what lets somebody in.
fn refused(row: &SingleSignOnRow, why: &str) -> ApiError {
    tracing::info!(organization = %row.organization, why, "a provider's word was refused");
    ErrorCode::SingleSignOnFailed.into()
}

/// Where a secret is sealed for.
pub(super) fn secret_label(organization: uuid::Uuid) -> Label {
    Label {
        purpose: "single sign-on client",
        owner: organization,
    }
}

/// Carries the protocol's requests.
struct Carrier(Arc<Outbound>);

impl Carrier {
    fn of(app: &App) -> Self {
        Self(Arc::clone(&app.outbound))
    }
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = OutboundError;
    type Future = BoxFuture<'static, Result<HttpResponse, OutboundError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let outbound = Arc::clone(&self.0);
        Box::pin(async move {
            let request = reqwest::Request::try_from(request).map_err(|_| OutboundError::Forbidden)?;
            let answer = outbound.send(request).await?;
            let mut response = http::Response::new(answer.body);
            *response.status_mut() = answer.status;
            *response.headers_mut() = answer.headers;
            Ok(response)
        })
    }
}

/// Asks the provider what it says about itself, and whether that is enough to sign in by.
///
/// # Errors
/// `PROVIDER_UNAVAILABLE`.
pub(super) async fn discover(app: &App, row: &SingleSignOnRow) -> Result<CoreProviderMetadata> {
    let issuer = IssuerUrl::new(row.issuer.clone()).map_err(|_| unavailable(row, "its name is no address"))?;
    let http = Carrier::of(app);
    let metadata = CoreProviderMetadata::discover_async(issuer, &http).await;
    let metadata = metadata.map_err(|error| unavailable(row, discovery_fault(&error)))?;
    if !app.outbound.allows(metadata.authorization_endpoint().url()) || metadata.token_endpoint().is_none() {
        return Err(unavailable(row, "its endpoints cannot be used"));
    }
    let offered = metadata.id_token_signing_alg_values_supported();
    if !offered.iter().any(|algorithm| ALGORITHMS.contains(algorithm)) {
        return Err(unavailable(row, "it offers no signature that is accepted"));
    }
    app.providers.keep(&row.issuer, app.now(), &metadata);
    Ok(metadata)
}

fn discovery_fault(error: &DiscoveryError<OutboundError>) -> &'static str {
    match error {
        DiscoveryError::Request(OutboundError::Forbidden) => "its address is not one that is asked",
        DiscoveryError::Request(OutboundError::NoAnswer) => "there was no answer",
        DiscoveryError::Request(OutboundError::TooLarge) => "its answer is too large",
        DiscoveryError::Response(..) => "its answer is no discovery document",
        DiscoveryError::Parse(_) => "its discovery document cannot be read",
        DiscoveryError::Validation(_) => "it goes by another name",
        _ => "discovery failed",
    }
}

async fn known(app: &App, row: &SingleSignOnRow) -> Result<CoreProviderMetadata> {
    match app.providers.get(&row.issuer, app.now()) {
        Some(metadata) => Ok(metadata),
        None => discover(app, row).await,
    }
}

fn client(app: &App, row: &SingleSignOnRow, metadata: CoreProviderMetadata) -> Result<Client> {
    let secret = app
        .keys
        .vault()
        .open(secret_label(row.organization), &row.client_secret)?;
    let secret = String::from_utf8(secret).map_err(|_| ApiError::internal("a client secret is no text"))?;
    let methods = metadata.token_endpoint_auth_methods_supported();
    let by_body = methods.is_some_and(|methods| {
        methods.contains(&CoreClientAuthMethod::ClientSecretPost)
            && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
    });
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(row.client_id.clone()),
        Some(ClientSecret::new(secret)),
    );
    let back = RedirectUrl::from_url(redirect_uri(app)?);
    let client = client.set_redirect_uri(back);
    Ok(if by_body {
        client.set_auth_type(AuthType::RequestBody)
    } else {
        client
    })
}

/// Where the provider sends people back to.
///
/// # Errors
/// `INTERNAL` where the public address cannot carry it.
pub(super) fn redirect_uri(app: &App) -> Result<url::Url> {
    app.config.public_url.join("sso/callback").map_err(ApiError::internal)
}

/// The address at the provider to send the browser to.
///
/// # Errors
/// `PROVIDER_UNAVAILABLE`.
pub(super) async fn way_to(app: &App, row: &SingleSignOnRow, attempt: &Attempt) -> Result<String> {
    let client = client(app, row, known(app, row).await?)?;
    let (state, nonce) = (attempt.state.clone(), attempt.nonce.clone());
    let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
    let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
    let request = client.authorize_url(flow, move || CsrfToken::new(state), move || Nonce::new(nonce));
    let request = request
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    Ok(request.url().0.into())
}

/// Exchanges the code of a reply, and gives what the provider says of the person.
///
/// # Errors
/// `PROVIDER_UNAVAILABLE`, or `SINGLE_SIGN_ON_FAILED` where the provider refuses the code or its token is not for us, not
/// for this attempt, not in time or not signed by it.
pub(super) async fn redeem(app: &App, row: &SingleSignOnRow, attempt: &Attempt, code: String) -> Result<Vouched> {
    let client_now = client(app, row, known(app, row).await?)?;
    let http = Carrier::of(app);
    let exchange = client_now.exchange_code(AuthorizationCode::new(code));
    let exchange = exchange.map_err(|_| unavailable(row, "it has no token endpoint"))?;
    let answer: CoreTokenResponse = exchange
        .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()))
        .request_async(&http)
        .await
        .map_err(|error| match error {
            RequestTokenError::Request(_) => unavailable(row, "its token endpoint did not answer"),
            RequestTokenError::ServerResponse(_) => refused(row, "the code was refused"),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => refused(row, "its tokens cannot be read"),
        })?;
    let token = answer.id_token().ok_or_else(|| refused(row, "there is no ID token"))?;
    let nonce = Nonce::new(attempt.nonce.clone());
    let checked = check(app, row, &client_now, token, answer.access_token(), &nonce);
    let claims = match checked {
        // Perhaps its keys are new.
        Err(ClaimsVerificationError::SignatureVerification(_)) => {
            let renewed = client(app, row, discover(app, row).await?)?;
            check(app, row, &renewed, token, answer.access_token(), &nonce).cloned()
        }
        checked => checked.cloned(),
    };
    let claims = claims.map_err(|error| refused(row, token_fault(&error)))?;
    vouched(app, row, &client_now, &claims, answer.access_token()).await
}

/// The claims of a token that is the provider's, for us, in time and of this attempt.
fn check<'a>(
    app: &App,
    row: &SingleSignOnRow,
    client: &Client,
    token: &'a CoreIdToken,
    access: &AccessToken,
    nonce: &Nonce,
) -> Result<&'a CoreIdTokenClaims, ClaimsVerificationError> {
    let now = app.now();
    let verifier: CoreIdTokenVerifier<'_> = client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || SystemTime::from(now).into())
        .set_issue_time_verifier_fn(move |at| {
            let is_early = at.timestamp() > now.as_second() + SKEW;
            if is_early {
                Err("issued in the future".to_owned())
            } else {
                Ok(())
            }
        });
    let claims = token.claims(&verifier, nonce)?;
    // A token whose authorised party is another client was not made for us, whatever its audience.
    if claims.authorized_party().is_some_and(|party| **party != row.client_id) {
        return Err(ClaimsVerificationError::InvalidAudience("another party".to_owned()));
    }
    if let Some(expected) = claims.access_token_hash() {
        let unsigned = ClaimsVerificationError::SignatureVerification;
        let algorithm = token.signing_alg().map_err(unsigned)?;
        let key = token.signing_key(&verifier).map_err(unsigned)?;
        let actual = AccessTokenHash::from_token(access, algorithm, key);
        if !actual.is_ok_and(|actual| actual == *expected) {
            return Err(ClaimsVerificationError::Other("another access token".to_owned()));
        }
    }
    Ok(claims)
}

fn token_fault(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::Expired(_) => "the token is too old",
        ClaimsVerificationError::InvalidAudience(_) => "the token is for somebody else",
        ClaimsVerificationError::InvalidIssuer(_) => "the token is from somebody else",
        ClaimsVerificationError::InvalidNonce(_) => "the token is of another attempt",
        ClaimsVerificationError::SignatureVerification(_) => "the token's signature is not accepted",
        _ => "the token is not accepted",
    }
}

/// What is known of the person: the address is asked for where the token does not say it.
async fn vouched(
    app: &App,
    row: &SingleSignOnRow,
    client: &Client,
    claims: &CoreIdTokenClaims,
    access: &AccessToken,
) -> Result<Vouched> {
    let subject = claims.subject().to_string();
    if !is_subject(&subject) {
        return Err(refused(row, "the subject cannot be kept"));
    }
    let methods = claims.auth_method_refs().into_iter().flatten();
    let class = claims.auth_context_ref().map(|class| class.as_str());
    let second_factor = says_second_factor(methods.map(|method| method.as_str()), class);
    let (mut email, mut verified) = (claims.email().cloned(), claims.email_verified());
    if email.is_none()
        && let Ok(request) = client.user_info(access.clone(), Some(claims.subject().clone()))
    {
        let http = Carrier::of(app);
        let info: Result<CoreUserInfoClaims, _> = request.request_async(&http).await;
        let info = info.map_err(|_| unavailable(row, "it did not say the address"))?;
        (email, verified) = (info.email().cloned(), info.email_verified());
    }
    let email = email.filter(|_| verified == Some(true));
    Ok(Vouched {
        subject,
        email: email.and_then(|email| normalize_email(&email).ok()),
        second_factor,
    })
}
