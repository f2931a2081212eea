//! Keys: one that signs access tokens, one that authenticates what the server hands out and takes back.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
use hmac::{Hmac, Mac as _};
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The keys of this installation.
pub struct Keys {
    /// Authenticates previews, links and counters' names.
    secret: [u8; 32],
    /// Signs access tokens.
    token: TokenKey,
    /// Signed access tokens until the last rotation; they are still accepted.
    previous: Option<TokenKey>,
}

/// An Ed25519 key under its name.
pub(super) struct TokenKey {
    /// Thumbprint of the public key (RFC 7638).
    pub(super) id: String,
    pub(super) signs: EncodingKey,
    pub(super) verifies: DecodingKey,
    public: String,
}

impl TokenKey {
    fn from_seed(seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(seed);
        let public = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
        let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{public}"}}"#);
        let (Ok(der), Ok(verifies)) = (key.to_pkcs8_der(), DecodingKey::from_ed_components(&public)) else {
            unreachable!("every 32 bytes are an Ed25519 key")
        };
        Self {
            id: URL_SAFE_NO_PAD.encode(Sha256::digest(canonical)),
            signs: EncodingKey::from_ed_der(der.as_bytes()),
            verifies,
            public,
        }
    }

    fn jwk(&self) -> Value {
        json!({"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": self.id, "x": self.public})
    }
}

impl Keys {
    /// Keys from a secret and the seed of the key that signs tokens.
    #[must_use]
    pub fn new(secret: [u8; 32], token_seed: [u8; 32]) -> Self {
        Self {
            secret,
            token: TokenKey::from_seed(&token_seed),
            previous: None,
        }
    }

    /// Also accepts tokens of the key that signed until the last rotation.
    #[must_use]
    pub fn after_rotation(mut self, previous_seed: [u8; 32]) -> Self {
        self.previous = Some(TokenKey::from_seed(&previous_seed));
        self
    }

    /// A code over `parts` that only this installation can make; `purpose` keeps codes of different kinds apart.
    #[must_use]
    pub fn code(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret)
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The public keys by which others can verify access tokens (RFC 7517).
    #[must_use]
    pub fn jwks(&self) -> Value {
        let keys: Vec<_> = std::iter::once(&self.token)
            .chain(&self.previous)
            .map(TokenKey::jwk)
            .collect();
        json!({ "keys": keys })
    }

    pub(super) fn signing(&self) -> &TokenKey {
        &self.token
    }

    pub(super) fn named(&self, id: &str) -> Option<&TokenKey> {
        std::iter::once(&self.token)
            .chain(&self.previous)
            .find(|key| key.id == id)
    }
}
