//! Public keys of service accounts: which are taken, and by which algorithms each verifies.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{
    Algorithm,
    jwk::{AlgorithmParameters, CommonParameters, EllipticCurve, Jwk, ThumbprintHash},
};
use serde_json::Value;

use crate::platform::error::{ApiError, Result};

/// Characters of the longest key that is looked at.
const LONGEST: usize = 10_000;
/// Characters of the longest name of a key.
const LONGEST_NAME: usize = 128;
/// Bits of the shortest modulus of an RSA key that is taken, and of the longest.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2_048..=8_192;
/// Members of keys that must not be told.
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// A public key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::service_accounts) struct PublicKey {
    /// Its name: the one it came with, or its thumbprint (RFC 7638).
    pub(in crate::service_accounts) name: String,
    /// The key as JSON, without anything that is not needed.
    pub(in crate::service_accounts) jwk: String,
}

fn refused(why: &'static str) -> ApiError {
    ApiError::input("jwk", why)
}

/// Reads a key in JSON (RFC 7517).
///
/// # Errors
/// `BAD_USER_INPUT` at `jwk` unless it is a public key of one of our kinds.
pub(in crate::service_accounts) fn read(text: &str) -> Result<PublicKey> {
    let wrong = || refused("Send one public key as a JSON Web Key.");
    let value: Value = Some(text)
        .filter(|text| text.len() <= LONGEST)
        .and_then(|text| serde_json::from_str(text).ok())
        .ok_or_else(wrong)?;
    if PRIVATE.iter().any(|member| value.get(member).is_some()) {
        return Err(refused(
            "This is a private or secret key: it is known to others now, so make a new one and send its public part alone.",
        ));
    }
    let jwk: Jwk = serde_json::from_value(value).map_err(|_| wrong())?;
    check(&jwk.algorithm)?;
    let name = match &jwk.common.key_id {
        Some(name) => named(name)?,
        None => jwk.thumbprint(ThumbprintHash::SHA256).map_err(|_| wrong())?,
    };
    let kept = Jwk {
        common: CommonParameters {
            key_id: Some(name.clone()),
            ..CommonParameters::default()
        },
        algorithm: jwk.algorithm,
    };
    Ok(PublicKey {
        name,
        jwk: serde_json::to_string(&kept).map_err(ApiError::internal)?,
    })
}

fn named(name: &str) -> Result<String> {
    let is_plain = (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_graphic());
    match is_plain {
        true => Ok(name.to_owned()),
        false => Err(refused("The `kid` of a key is 1 to 128 letters, digits or signs.")),
    }
}

fn check(parameters: &AlgorithmParameters) -> Result<()> {
    let is_of = |part: &str, bytes: usize| decoded(part).is_some_and(|part| part.len() == bytes);
    let is_taken = match parameters {
        AlgorithmParameters::OctetKeyPair(key) => key.curve == EllipticCurve::Ed25519 && is_of(&key.x, 32),
        AlgorithmParameters::EllipticCurve(key) => {
            key.curve == EllipticCurve::P256 && is_of(&key.x, 32) && is_of(&key.y, 32)
        }
        AlgorithmParameters::RSA(key) => bits(&key.n).is_some_and(|bits| RSA_BITS.contains(&bits)),
        _ => false,
    };
    match is_taken {
        true => Ok(()),
        false => Err(refused(
            "Use an Ed25519 key, one on the curve P-256, or an RSA key of 2048 to 8192 bits.",
        )),
    }
}

fn decoded(part: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}

/// How many bits a number has.
fn bits(number: &str) -> Option<usize> {
    let bytes = decoded(number)?;
    let start = bytes.iter().position(|byte| *byte != 0)?;
    let first = bytes.get(start)?;
    Some((bytes.len() - start) * 8 - first.leading_zeros() as usize)
}

/// The algorithms by which a key verifies: ours to say, never the token's.
pub(in crate::service_accounts) fn algorithms(jwk: &Jwk) -> Vec<Algorithm> {
    match &jwk.algorithm {
        AlgorithmParameters::OctetKeyPair(_) => vec![Algorithm::EdDSA],
        AlgorithmParameters::EllipticCurve(_) => vec![Algorithm::ES256],
        AlgorithmParameters::RSA(_) => vec![Algorithm::RS256, Algorithm::PS256],
        _ => Vec::new(),
    }
}

/// The names of all of these, as the metadata tell them.
pub(in crate::service_accounts) const ALGORITHMS: [&str; 4] = ["EdDSA", "ES256", "RS256", "PS256"];

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 8037, appendix A.2.
    const ED25519: &str = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    /// The example of RFC 7517, appendix A.1.
    const P256: &str = r#"{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"}"#;

    #[test]
    fn a_public_key_is_kept_under_its_name_or_thumbprint() {
        // RFC 8037, appendix A.3.
        assert_eq!(
            read(ED25519).unwrap().name,
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
        );
        let kept = read(P256).unwrap();
        assert_eq!(kept.name, "1");
        assert!(!kept.jwk.contains("enc"), "{}", kept.jwk);
        let jwk: Jwk = serde_json::from_str(&kept.jwk).unwrap();
        assert_eq!(algorithms(&jwk), [Algorithm::ES256]);
    }

    #[test]
    fn what_is_no_public_key_of_ours_is_refused() {
        let short = format!(
            r#"{{"kty":"RSA","e":"AQAB","n":"{}"}}"#,
            URL_SAFE_NO_PAD.encode([255; 128])
        );
        let private = ED25519.replace("\"crv\"", "\"d\":\"AAAA\",\"crv\"");
        for wrong in [
            "",
            "{}",
            "[]",
            "-----BEGIN PUBLIC KEY-----",
            r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr0"}"#,
            r#"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#,
            r#"{"kty":"EC","crv":"P-384","x":"AAAA","y":"AAAA"}"#,
            &short,
            &private,
            &P256.replace("\"1\"", "\"\""),
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_rsa_key_of_two_thousand_bits_is_taken() {
        let long = format!(
            r#"{{"kty":"RSA","e":"AQAB","n":"{}"}}"#,
            URL_SAFE_NO_PAD.encode([255; 256])
        );
        let kept = read(&long).unwrap();
        let jwk: Jwk = serde_json::from_str(&kept.jwk).unwrap();
        assert_eq!(algorithms(&jwk), [Algorithm::RS256, Algorithm::PS256]);
    }
}
