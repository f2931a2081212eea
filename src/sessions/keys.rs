//! Keys: those that sign access tokens, and one that authenticates what the server hands out and takes back.
//!
//! Token keys are files in the data folder (`files`), and the moment from which each signs decides everything else
//! (`ring`). Replicas read the files again while they run: once a minute, and for a name they do not know, though never
//! more often than every few seconds, whatever clients send. So a new key is accepted everywhere before it signs
//! anywhere, and no process has to be started anew.

mod files;
mod ring;

use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
use hmac::{Hmac, Mac as _};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use self::ring::Ring;
use super::tokens::Checked;
use crate::platform::{ids::Ids, secret_file, vault::Vault};

pub use ring::KeyState;

/// Seconds after which the files are read again.
const READ_EVERY: i64 = 60;
/// Seconds between two readings for names that nobody knows.
const READ_FOR_UNKNOWN: i64 = 5;
/// How long the file of a key that has ended is kept: nobody's clock may be that wrong.
const KEEP_ENDED: SignedDuration = SignedDuration::from_hours(1);

/// The keys of this installation.
pub struct Keys {
    /// Authenticates previews, links and counters' names.
    secret: [u8; 32],
    /// Seals what has to be read again.
    vault: Arc<Vault>,
    tokens: RwLock<Arc<Ring>>,
    /// Where token keys are; `None` where they are given once and for all.
    folder: Option<PathBuf>,
    /// When the folder was read last, in seconds since 1970.
    read_at: AtomicI64,
    /// Tokens whose signatures were checked already.
    pub(super) checked: Checked,
}

/// An Ed25519 key under its name.
pub(super) struct TokenKey {
    /// Thumbprint of the public key (RFC 7638).
    pub(super) id: String,
    pub(super) signs: EncodingKey,
    pub(super) verifies: DecodingKey,
    /// From when it signs.
    from: Timestamp,
    public: String,
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey")
            .field("id", &self.id)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

impl TokenKey {
    fn from_seed(seed: &[u8; 32], from: Timestamp) -> Self {
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
            from,
            public,
        }
    }

    fn jwk(&self) -> Value {
        json!({"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": self.id, "x": self.public})
    }
}

/// A token key as it is shown to who runs the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInfo {
    /// Its name, as it stands in tokens and in the published set.
    pub id: String,
    /// From when it signs; the first one since 1970.
    pub from: Timestamp,
    /// What it is good for now.
    pub state: KeyState,
}

fn code(secret: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl Keys {
    /// Keys from a secret and the seed of the one key that signs tokens.
    #[must_use]
    pub fn new(secret: [u8; 32], token_seed: [u8; 32]) -> Self {
        let key = TokenKey::from_seed(&token_seed, Timestamp::UNIX_EPOCH);
        Self::with(secret, Ring::new(vec![Arc::new(key)]), None, Timestamp::UNIX_EPOCH)
            .unwrap_or_else(|| unreachable!("there is a key"))
    }

    /// The keys in a folder that nobody else may enter; folder and keys are made where there are none.
    ///
    /// # Errors
    /// Where folder or keys cannot be read or made.
    pub fn open(folder: &Path, ids: &dyn Ids, now: Timestamp) -> io::Result<Self> {
        secret_file::private_folder(folder)?;
        #[cfg(unix)]
        secret_file::close_to_others(folder)?;
        let secret = secret_file::read_or_create(&folder.join("secret.key"), ids)?;
        let vault = secret_file::read_or_create(&folder.join("vault.key"), ids)?;
        let mut keys = files::read(folder)?;
        if keys.is_empty() {
            files::make_first(folder, ids)?;
            keys = files::read(folder)?;
        }
        let keys = Self::with(secret, Ring::new(keys), Some(folder.to_owned()), now);
        keys.map(|keys| keys.with_vault(vault))
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn with(secret: [u8; 32], ring: Option<Ring>, folder: Option<PathBuf>, now: Timestamp) -> Option<Self> {
        Some(Self {
            vault: Arc::new(Vault::new(code(&secret, "vault", &[]))),
            secret,
            tokens: RwLock::new(Arc::new(ring?)),
            folder,
            // The first name that nobody knows is looked for at once.
            read_at: AtomicI64::new(now.as_second() - READ_FOR_UNKNOWN),
            checked: Checked::default(),
        })
    }

    /// Seals with a key of its own, so that a change of the others loses nobody the second factor.
    fn with_vault(mut self, key: [u8; 32]) -> Self {
        self.vault = Arc::new(Vault::new(key));
        self
    }

    /// Keys that seal, hash and sign links like these, with a token key of their own: for the same installation under another
    /// clock.
    #[must_use]
    pub fn beside(&self, token_seed: [u8; 32]) -> Self {
        Self {
            vault: Arc::clone(&self.vault),
            ..Self::new(self.secret, token_seed)
        }
    }

    /// What seals secrets that have to be read again.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// A code over `parts` that only this installation can make; `purpose` keeps codes of different kinds apart.
    #[must_use]
    pub fn code(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        code(&self.secret, purpose, parts)
    }

    /// The public keys by which others can verify access tokens (RFC 7517), those that will sign among them.
    #[must_use]
    pub fn jwks(&self, now: Timestamp) -> Value {
        let keys: Vec<_> = self.ring(now).accepted(now).map(|key| key.jwk()).collect();
        json!({ "keys": keys })
    }

    /// Every token key there is, in the order in which they sign.
    #[must_use]
    pub fn list(&self, now: Timestamp) -> Vec<KeyInfo> {
        let info = |(key, state): (&Arc<TokenKey>, KeyState)| KeyInfo {
            id: key.id.clone(),
            from: key.from,
            state,
        };
        self.ring(now).states(now).map(info).collect()
    }

    /// The key that signs now.
    pub(super) fn signing(&self, now: Timestamp) -> Arc<TokenKey> {
        Arc::clone(self.ring(now).signing(now))
    }

    /// The accepted key of that name, looked for in the folder where it is not known.
    pub(super) fn named(&self, id: &str, now: Timestamp) -> Option<Arc<TokenKey>> {
        let known = self.ring(now).named(id, now).cloned();
        if known.is_some() || !self.read_again(now, READ_FOR_UNKNOWN) {
            return known;
        }
        self.known().named(id, now).cloned()
    }

    /// Makes a key that signs from `from` on, and gives its name.
    pub(super) fn add(&self, from: Timestamp, ids: &dyn Ids, now: Timestamp) -> io::Result<String> {
        let folder = self.folder.as_deref().ok_or(io::ErrorKind::Unsupported)?;
        files::add(folder, from, ids)?;
        self.read(folder, now)?;
        let info = self.list(now).into_iter().find(|key| key.from == from);
        info.map(|key| key.id).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Removes every key but the one of that name; gives the names of the removed ones.
    pub(super) fn remove_others(&self, id: &str, now: Timestamp) -> io::Result<Vec<String>> {
        let folder = self.folder.as_deref().ok_or(io::ErrorKind::Unsupported)?;
        let others: Vec<_> = self.list(now).into_iter().filter(|key| key.id != id).collect();
        for key in &others {
            files::remove(folder, key.from)?;
        }
        self.read(folder, now)?;
        Ok(others.into_iter().map(|key| key.id).collect())
    }

    fn known(&self) -> Arc<Ring> {
        Arc::clone(&self.tokens.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The keys as they were in the folder a minute ago at most.
    fn ring(&self, now: Timestamp) -> Arc<Ring> {
        self.read_again(now, READ_EVERY);
        self.known()
    }

    /// Reads the folder again where that was not done for so many seconds; says whether it did. One caller reads, and the
    /// others go on with what is known: a disk that hangs holds up one request. What cannot be read changes nothing.
    fn read_again(&self, now: Timestamp, pause: i64) -> bool {
        let Some(folder) = self.folder.as_deref() else {
            return false;
        };
        let (last, now_seconds) = (self.read_at.load(Ordering::Acquire), now.as_second());
        // A clock that was set back reads, too, and counts from there.
        if last.abs_diff(now_seconds) < pause.unsigned_abs() {
            return false;
        }
        let claim = self
            .read_at
            .compare_exchange(last, now_seconds, Ordering::AcqRel, Ordering::Acquire);
        if claim.is_err() {
            return false;
        }
        match self.read(folder, now) {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(%error, "the token keys could not be read again; the known ones are used");
                false
            }
        }
    }

    /// Reads the folder, and removes the files of keys that ended long ago.
    fn read(&self, folder: &Path, now: Timestamp) -> io::Result<()> {
        let ring = Ring::new(files::read(folder)?).ok_or(io::ErrorKind::NotFound)?;
        for key in ring.long_ended(now, KEEP_ENDED) {
            if let Err(error) = files::remove(folder, key.from) {
                tracing::debug!(%error, key = key.id, "the file of an ended token key stays; it is not accepted");
            }
        }
        *self.tokens.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
