//! Secrets that have to be read again, sealed under a key that is not in the database: whoever has the database alone
//! learns nothing from them, and cannot put one person's in another's place.
//!
//! XChaCha20-Poly1305: its nonces are long enough to be drawn at random for ever.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    Key, KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use uuid::Uuid;

use super::{
    error::{ApiError, Result},
    ids::Ids,
};

/// Bytes of a nonce.
const NONCE: usize = 24;
/// How a sealed text begins: another way of sealing would begin otherwise.
const VERSION: &str = "1.";

/// Seals and opens secrets.
pub struct Vault(XChaCha20Poly1305);

/// What a secret is for and whose it is; it opens for nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// What it is for.
    pub purpose: &'static str,
    /// Whose it is.
    pub owner: Uuid,
}

impl Label {
    fn bytes(self) -> Vec<u8> {
        [self.purpose.as_bytes(), &[0], self.owner.as_bytes()].concat()
    }
}

impl Vault {
    /// A vault with a key.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(key)))
    }

    /// The sealed form of a secret, as text.
    ///
    /// # Errors
    /// `INTERNAL` where it is too large to be sealed.
    pub fn seal(&self, ids: &dyn Ids, label: Label, secret: &[u8]) -> Result<String> {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&ids.secret()[..NONCE]);
        let aad = label.bytes();
        let payload = Payload { msg: secret, aad: &aad };
        let sealed = self
            .0
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(ApiError::internal)?;
        Ok(format!(
            "{VERSION}{}",
            URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat())
        ))
    }

    /// The secret that was sealed under this label.
    ///
    /// # Errors
    /// `INTERNAL` where it was sealed with another key, for something or somebody else, or was altered.
    pub fn open(&self, label: Label, sealed: &str) -> Result<Vec<u8>> {
        self.try_open(label, sealed)
            .ok_or_else(|| ApiError::internal(format!("a sealed secret does not open: {}", label.purpose)))
    }

    /// [`Vault::open`] for what strangers may have written: `None` where it does not open.
    #[must_use]
    pub fn try_open(&self, label: Label, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed.strip_prefix(VERSION)?).ok()?;
        let (nonce, ciphertext) = bytes.split_first_chunk::<NONCE>()?;
        let aad = label.bytes();
        let payload = Payload {
            msg: ciphertext,
            aad: &aad,
        };
        self.0.decrypt(&XNonce::from(*nonce), payload).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::platform::ids::SystemIds;

    fn label(purpose: &'static str, owner: u128) -> Label {
        Label {
            purpose,
            owner: Uuid::from_u128(owner),
        }
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_for_its_owner_alone(secret in proptest::collection::vec(any::<u8>(), 0..64), owner: u128) {
            let vault = Vault::new([1; 32]);
            let sealed = vault.seal(&SystemIds, label("totp", owner), &secret).unwrap();
            prop_assert_eq!(vault.open(label("totp", owner), &sealed).unwrap(), secret);
            prop_assert!(vault.open(label("totp", owner ^ 1), &sealed).is_err());
            prop_assert!(vault.open(label("other", owner), &sealed).is_err());
            prop_assert!(Vault::new([2; 32]).open(label("totp", owner), &sealed).is_err());
        }
    }

    #[test]
    fn the_same_secret_never_looks_the_same_and_a_changed_one_does_not_open() {
        let vault = Vault::new([1; 32]);
        let sealed = || {
            vault
                .seal(&SystemIds, label("totp", 7), b"twenty bytes of luck")
                .unwrap()
        };
        assert_ne!(sealed(), sealed());
        let whole = sealed();
        for broken in [
            "",
            "1.",
            "2.abc",
            &whole[..whole.len() - 2],
            &whole.replacen("1.", "", 1),
        ] {
            assert!(vault.open(label("totp", 7), broken).is_err(), "{broken}");
        }
    }
}
