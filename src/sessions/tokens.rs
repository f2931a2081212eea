//! Tokens: signed ones that say who for some minutes, and random ones of which only a hash is kept.

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
    let key = keys.signing();
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = Some(key.id.clone());
    encode(&header, &claims, &key.signs).map_err(ApiError::internal)
}

/// Who a token speaks of; `None` where it is not ours or its time is over. Key and algorithm are ours to choose, never
/// the token's, and the time is the injected clock's.
pub(super) fn verify(keys: &Keys, issuer: &Url, token: &str, now: Timestamp) -> Option<Bearer> {
    let header = decode_header(token).ok()?;
    let key = keys.named(header.kid.as_deref()?)?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    validation.set_issuer(&[issuer.as_str()]);
    validation.set_audience(&[audience(issuer)]);
    validation.validate_exp = false;
    let claims = decode::<Claims>(token, &key.verifies, &validation).ok()?.claims;
    let expires_at = Timestamp::from_second(claims.exp).ok()?;
    let in_time = now < expires_at && claims.iat <= now.as_second().saturating_add(SKEW);
    in_time.then_some(Bearer {
        person: ids::decode_as(IdKind::Person, &claims.sub).ok()?,
        session: claims.sid,
        expires_at,
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
            let kid = &keys.signing().id;
            let header = URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"{alg}","typ":"JWT","kid":"{kid}"}}"#));
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
    fn tokens_of_the_previous_key_are_accepted_after_a_rotation() {
        let before = Keys::new([1; 32], [2; 32]);
        let after = Keys::new([1; 32], [3; 32]).after_rotation([2; 32]);
        assert!(verify(&after, &issuer(), &token(&before), now()).is_some());
        assert_eq!(after.jwks()["keys"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn a_token_never_outlives_its_session() {
        let end = now() + SignedDuration::from_secs(30);
        assert_eq!(expiry(now(), 10, end), end);
    }
}
