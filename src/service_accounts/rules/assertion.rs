//! Signed assertions by which a client proves who it is (RFC 7523): what they have to say, and by whom signed.

use jiff::Timestamp;
use jsonwebtoken::{DecodingKey, Validation, decode, decode_header, jwk::Jwk};
use serde::Deserialize;
use uuid::Uuid;

use super::key;

/// Seconds for which an assertion is good at most.
const LONGEST: i64 = 300;
/// Clocks of clients may differ by so many seconds.
const SKEW: i64 = 30;
/// Characters of the longest id of an assertion.
const LONGEST_ID: usize = 255;

/// Whom an assertion may be for.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    fn names_one_of(&self, wanted: &[String]) -> bool {
        match self {
            Self::One(one) => wanted.contains(one),
            Self::Several(several) => several.iter().any(|one| wanted.contains(one)),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    jti: String,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
}

/// A key that an account may sign with.
#[derive(Debug, Clone)]
pub(in crate::service_accounts) struct Known {
    /// The credential.
    pub(in crate::service_accounts) id: Uuid,
    /// Its name.
    pub(in crate::service_accounts) name: String,
    /// The public key.
    pub(in crate::service_accounts) jwk: Jwk,
}

/// An assertion that is good, if it was not used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::service_accounts) struct Proved {
    /// The credential whose key signed it.
    pub(in crate::service_accounts) credential: Uuid,
    /// Its own id, which is good once.
    pub(in crate::service_accounts) jti: String,
    /// From when on it would be refused anyway.
    pub(in crate::service_accounts) forgotten_at: Timestamp,
}

/// The client that an assertion says it is from; nothing of it is proved by that.
pub(in crate::service_accounts) fn claimed(assertion: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Subject {
        sub: String,
    }
    let claims: Subject = jsonwebtoken::dangerous::insecure_decode(assertion).ok()?.claims;
    Some(claims.sub)
}

/// Which of a client's keys signed an assertion, if it is good: from the client itself, for one of `audiences`, ending soon, with
/// an id of its own. The time is the injected clock's.
pub(in crate::service_accounts) fn prove(
    keys: &[Known],
    assertion: &str,
    client: &str,
    audiences: &[String],
    now: Timestamp,
) -> Option<Proved> {
    let named = decode_header(assertion).ok()?.kid;
    let fitting = keys
        .iter()
        .filter(|known| named.as_ref().is_none_or(|name| *name == known.name));
    let mut fitting = fitting.filter_map(|known| Some((known.id, signed(known, assertion)?)));
    let (credential, claims) = fitting.next()?;
    let second = now.as_second();
    let is_ours = claims.iss == client && claims.sub == client && claims.aud.names_one_of(audiences);
    let is_in_time = second < claims.exp.saturating_add(SKEW)
        && claims.exp <= second.saturating_add(LONGEST + SKEW)
        && claims.nbf.is_none_or(|from| from <= second.saturating_add(SKEW))
        && claims.iat.is_none_or(|from| from <= second.saturating_add(SKEW));
    let has_id = (1..=LONGEST_ID).contains(&claims.jti.len());
    if !(is_ours && is_in_time && has_id) {
        return None;
    }
    Some(Proved {
        credential,
        jti: claims.jti,
        forgotten_at: Timestamp::from_second(claims.exp.saturating_add(SKEW)).ok()?,
    })
}

/// What an assertion says, if the key signed it by an algorithm of its own.
fn signed(known: &Known, assertion: &str) -> Option<Claims> {
    let algorithms = key::algorithms(&known.jwk);
    let mut validation = Validation::new(*algorithms.first()?);
    validation.algorithms = algorithms;
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    let key = DecodingKey::from_jwk(&known.jwk).ok()?;
    Some(decode::<Claims>(assertion, &key, &validation).ok()?.claims)
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
    use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
    use serde_json::{Value, json};

    use super::*;

    const CLIENT: &str = "svca_01h45ytscbebyvny4gc8cr8ma2";
    const ENDPOINT: &str = "https://portal.example/oauth/token";

    fn now() -> Timestamp {
        "2026-03-09T01:00:00Z".parse().unwrap()
    }

    fn pair(seed: u8) -> (EncodingKey, Known) {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let signs = EncodingKey::from_ed_der(key.to_pkcs8_der().unwrap().as_bytes());
        let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
        let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": x });
        let known = Known {
            id: Uuid::from_u128(seed.into()),
            name: format!("key {seed}"),
            jwk: serde_json::from_value(jwk).unwrap(),
        };
        (signs, known)
    }

    fn claims() -> Value {
        let now = now().as_second();
        json!({"iss": CLIENT, "sub": CLIENT, "aud": ENDPOINT, "exp": now + 60, "iat": now, "jti": "one"})
    }

    fn sign(key: &EncodingKey, name: Option<&str>, claims: &Value) -> String {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = name.map(str::to_owned);
        encode(&header, claims, key).unwrap()
    }

    fn proved(keys: &[Known], assertion: &str) -> Option<Uuid> {
        let audiences = [ENDPOINT.to_owned(), "https://portal.example/".to_owned()];
        prove(keys, assertion, CLIENT, &audiences, now()).map(|proved| proved.credential)
    }

    #[test]
    fn the_key_that_signed_is_found_by_its_name_or_by_trying() {
        let ((first, one), (second, two)) = (pair(1), pair(2));
        let keys = [one, two];
        for (signs, name, found) in [
            (&first, None, Some(1)),
            (&second, None, Some(2)),
            (&second, Some("key 2"), Some(2)),
            (&second, Some("key 1"), None),
            (&second, Some("key 3"), None),
        ] {
            let assertion = sign(signs, name, &claims());
            assert_eq!(proved(&keys, &assertion), found.map(Uuid::from_u128), "{name:?}");
            assert_eq!(claimed(&assertion).as_deref(), Some(CLIENT));
        }
        assert_eq!(proved(&[], &sign(&first, None, &claims())), None);
    }

    #[test]
    fn an_assertion_says_all_that_it_has_to() {
        let (signs, known) = pair(1);
        let now = now().as_second();
        for (member, value, is_good) in [
            ("aud", json!(["https://other.example", ENDPOINT]), true),
            ("aud", json!("https://portal.example/"), true),
            ("aud", json!("https://other.example/oauth/token"), false),
            ("aud", json!([]), false),
            ("iss", json!("svca_01h45ytscbebyvny4gc8cr8ma3"), false),
            ("sub", json!("svca_01h45ytscbebyvny4gc8cr8ma3"), false),
            ("exp", json!(now - SKEW), false),
            ("exp", json!(now + LONGEST + SKEW), true),
            ("exp", json!(now + LONGEST + SKEW + 1), false),
            ("exp", json!(i64::MAX), false),
            ("exp", Value::Null, false),
            ("nbf", json!(now + 60), false),
            ("iat", json!(now + 60), false),
            ("jti", json!(""), false),
            ("jti", json!("x".repeat(LONGEST_ID + 1)), false),
            ("jti", Value::Null, false),
        ] {
            let mut claims = claims();
            claims[member] = value.clone();
            let assertion = sign(&signs, None, &claims);
            assert_eq!(
                proved(std::slice::from_ref(&known), &assertion).is_some(),
                is_good,
                "{member}: {value}"
            );
        }
    }

    #[test]
    fn an_algorithm_that_the_token_chooses_counts_for_nothing() {
        use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
        let (signs, known) = pair(1);
        let body = sign(&signs, None, &claims());
        let body = body.split('.').nth(1).unwrap();
        let none = format!("{}.{body}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#));
        assert_eq!(proved(std::slice::from_ref(&known), &none), None);
        let public = serde_json::to_string(&known.jwk).unwrap();
        let shared = EncodingKey::from_secret(public.as_bytes());
        let forged = encode(&Header::new(Algorithm::HS256), &claims(), &shared).unwrap();
        assert_eq!(proved(std::slice::from_ref(&known), &forged), None);
        for nonsense in ["", "a.b.c", "..", "線索"] {
            assert_eq!(proved(std::slice::from_ref(&known), nonsense), None, "{nonsense}");
            assert_eq!(claimed(nonsense), None, "{nonsense}");
        }
    }
}
