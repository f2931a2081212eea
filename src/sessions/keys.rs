//! Keys: one that signs access tokens, one that authenticates what the server hands out and takes back.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// The keys of this installation.
pub struct Keys {
    /// Authenticates previews, links and counters' names.
    secret: [u8; 32],
}

impl Keys {
    /// Keys from one secret.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    /// A code over `parts` that only this installation can make; `purpose` keeps codes of different kinds apart.
    #[must_use]
    pub fn code(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = match Hmac::<Sha256>::new_from_slice(&self.secret) {
            Ok(mac) => mac,
            Err(_) => unreachable!("HMAC takes keys of any length"),
        };
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}
