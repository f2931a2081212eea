//! Tokens: signed ones that say who for some minutes, and random ones of which only a hash is kept.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use url::Url;
use uuid::Uuid;

use super::keys::Keys;
use crate::platform::{
    error::{ApiError, Result},
    ids::{self, IdKind},
};

/// What an access token calls itself (RFC 9068), so that no other token of ours is taken for one.
const TYPE: &str = "at+jwt";
/// Clocks of replicas may differ by so many seconds.
const SKEW: i64 = 5;

/// Who a token speaks of, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bearer {
    pub(super) person: Uuid,
    pub(super) session: Uuid,
    pub(super) expires_at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    sid: Uuid,
    iat: i64,
    exp: i64,
    jti: Uuid,
}

fn audience(issuer: &Url) -> String {
    issuer.join("graphql").map_or_else(|_| issuer.to_string(), String::from)
}

/// Signs an access token of this installation.
pub(super) fn sign(keys: &Keys, issuer: &Url, bearer: Bearer, now: Timestamp, id: Uuid) -> Result<String> {
    let claims = Claims {
        iss: issuer.to_string(),
        aud: audience(issuer),
        sub: ids::encode(IdKind::Person, bearer.person),
        sid: bearer.session,
        iat: now.as_second(),
        exp: bearer.expires_at.as_second(),
        jti: id,
    };
    let key = keys.signing(now);
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = Some(key.id.clone());
    header.typ = Some(TYPE.to_owned());
    encode(&header, &claims, &key.signs).map_err(ApiError::internal)
}

/// A token whose signature was found to be ours, and what it says.
#[derive(Debug, Clone)]
struct Known {
    key: String,
    issuer: String,
    issued_at: i64,
    bearer: Bearer,
}

/// Tokens whose signatures were checked: a signature is good for as long as its key is, and checking it takes longer than
/// most of what is asked with it.
#[derive(Debug, Default)]
pub(super) struct Checked(Mutex<HashMap<String, Known>>);

/// Most tokens remembered; beyond it the memory starts anew.
const MOST: usize = 5_000;

impl Checked {
    fn get(&self, token: &str) -> Option<Known> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(token)
            .cloned()
    }

    fn keep(&self, token: &str, known: Known) {
        let mut tokens = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if tokens.len() >= MOST {
            tokens.clear();
        }
        tokens.insert(token.to_owned(), known);
    }
}

/// Who a token speaks of; `None` where it is not ours or its time is over. Key and algorithm are ours to choose, never
/// the token's, and the time is the injected clock's.
pub(super) fn verify(keys: &Keys, issuer: &Url, token: &str, now: Timestamp) -> Option<Bearer> {
    let remembered = keys.checked.get(token);
    let is_new = remembered.is_none();
    let known = remembered.or_else(|| signed(keys, issuer, token, now))?;
    // A key may have ended since.
    keys.named(&known.key, now)?;
    let in_time = now < known.bearer.expires_at && known.issued_at <= now.as_second().saturating_add(SKEW);
    if !in_time || known.issuer != issuer.as_str() {
        return None;
    }
    let bearer = known.bearer;
    if is_new {
        keys.checked.keep(token, known);
    }
    Some(bearer)
}

/// What a token says, if its signature is ours; its time is not looked at.
fn signed(keys: &Keys, issuer: &Url, token: &str, now: Timestamp) -> Option<Known> {
    let header = decode_header(token)
        .ok()
        .filter(|header| header.typ.as_deref() == Some(TYPE))?;
    let key = keys.named(header.kid.as_deref()?, now)?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    validation.set_issuer(&[issuer.as_str()]);
    validation.set_audience(&[audience(issuer)]);
    validation.validate_exp = false;
    let claims = decode::<Claims>(token, &key.verifies, &validation).ok()?.claims;
    Some(Known {
        key: key.id.clone(),
        bearer: Bearer {
            person: ids::decode_as(IdKind::Person, &claims.sub).ok()?,
            session: claims.sid,
            expires_at: Timestamp::from_second(claims.exp).ok()?,
        },
        issuer: claims.iss,
        issued_at: claims.iat,
    })
}

/// When an access token that is signed now ends: never later than its session.
pub(super) fn expiry(now: Timestamp, minutes: u32, session_end: Timestamp) -> Timestamp {
    now.checked_add(SignedDuration::from_mins(i64::from(minutes)))
        .map_or(session_end, |end| end.min(session_end))
}

/// A random token as it stands in a cookie or a link.
#[must_use]
pub fn opaque(secret: [u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

/// What is kept of a random token: SHA-256 in hex. It has 256 bits, so nothing slower is needed.
#[must_use]
pub fn fingerprint(token: &str) -> String {
    format!("{:x}", Sha256::digest(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer() -> Url {
        "https://portal.example/".parse().unwrap()
    }

    fn bearer(now: Timestamp) -> Bearer {
        Bearer {
            person: Uuid::from_u128(7),
            session: Uuid::from_u128(9),
            expires_at: expiry(now, 10, Timestamp::MAX),
        }
    }

    fn now() -> Timestamp {
        "2026-02-13T16:30:00Z".parse().unwrap()
    }

    fn token(keys: &Keys) -> String {
        sign(keys, &issuer(), bearer(now()), now(), Uuid::from_u128(1)).unwrap()
    }

    #[test]
    fn a_token_is_good_until_its_time_is_over() {
        let keys = Keys::new([1; 32], [2; 32]);
        let token = token(&keys);
        assert_eq!(verify(&keys, &issuer(), &token, now()), Some(bearer(now())));
        let end = bearer(now()).expires_at;
        assert_eq!(verify(&keys, &issuer(), &token, end), None);
    }

    #[test]
    fn a_token_of_another_key_issuer_or_algorithm_is_refused() {
        let keys = Keys::new([1; 32], [2; 32]);
        let other = Keys::new([1; 32], [3; 32]);
        assert_eq!(verify(&keys, &issuer(), &token(&other), now()), None);
        let elsewhere = "https://elsewhere.example/".parse().unwrap();
        assert_eq!(verify(&keys, &elsewhere, &token(&keys), now()), None);

        let forged = |alg: &str, signature: &str| {
            let kid = &keys.signing(now()).id;
            let header = URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"{alg}","typ":"{TYPE}","kid":"{kid}"}}"#));
            let token = token(&keys);
            let claims = token.split('.').nth(1).unwrap();
            format!("{header}.{claims}.{signature}")
        };
        assert_eq!(verify(&keys, &issuer(), &forged("none", ""), now()), None);
        assert_eq!(verify(&keys, &issuer(), &forged("HS256", "AAAA"), now()), None);
        for nonsense in ["", ".", "..", "a.b.c", "線索.線索.線索"] {
            assert_eq!(verify(&keys, &issuer(), nonsense, now()), None, "{nonsense}");
        }
    }

    #[test]
    fn a_token_of_another_type_is_refused_though_we_signed_it() {
        let keys = Keys::new([1; 32], [2; 32]);
        let good = token(&keys);
        let claims: Claims =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(good.split('.').nth(1).unwrap()).unwrap()).unwrap();
        let key = keys.signing(now());
        for typ in [None, Some("JWT".to_owned()), Some("secevent+jwt".to_owned())] {
            let mut header = Header::new(Algorithm::EdDSA);
            header.kid = Some(key.id.clone());
            header.typ = typ;
            let signed = encode(&header, &claims, &key.signs).unwrap();
            assert_eq!(verify(&keys, &issuer(), &signed, now()), None, "{:?}", header.typ);
        }
        assert!(verify(&keys, &issuer(), &good, now()).is_some());
    }

    #[test]
    fn a_token_never_outlives_its_session() {
        let end = now() + SignedDuration::from_secs(30);
        assert_eq!(expiry(now(), 10, end), end);
    }
}
