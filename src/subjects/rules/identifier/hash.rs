//! Identifiers compared without being shown: a hash that only who has the key can make.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::{IdentifierKind, Norm};

/// What the hash is for, so that a key that is used for something else by mistake gives nothing comparable.
const LABEL: &[u8] = b"touchstone identifier 1\0";

/// HMAC-SHA256 of an identifier under a key of the alliance. The kind is inside: a telephone number and a shop with the
/// same digits have different hashes.
///
/// The key is needed because most identifiers can be guessed one after the other: there are some thousand million
/// telephone numbers, and fewer resident ids than that for a given birthday.
#[must_use]
pub fn keyed_hash(key: &[u8; 32], kind: IdentifierKind, norm: &Norm) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    let kind: &str = kind.into();
    mac.update(LABEL);
    mac.update(kind.as_bytes());
    mac.update(b"\0");
    mac.update(norm.bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn open(text: &str) -> Norm {
        Norm::Open(text.to_owned())
    }

    #[test]
    fn a_hash_never_changes() {
        let hash = keyed_hash(&[7; 32], IdentifierKind::Phone, &open("+8613800138000"));
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "56644f171b0e1f9f3516f4b62c00bba156ee1dde81f4d0adc6ffe11b44efc5a7");
    }

    #[test]
    fn every_kind_has_hashes_of_its_own() {
        let hashes: BTreeSet<_> = IdentifierKind::VARIANTS
            .iter()
            .map(|kind| keyed_hash(&[7; 32], *kind, &open("12345678")))
            .collect();
        assert_eq!(hashes.len(), IdentifierKind::VARIANTS.len());
    }

    proptest! {
        #[test]
        fn equal_for_equals_only(key in any::<[u8; 32]>(), one in ".{0,30}", other in ".{0,30}") {
            let hash = |text: &str| keyed_hash(&key, IdentifierKind::Email, &open(text));
            prop_assert_eq!(hash(&one), hash(&one));
            prop_assert_eq!(hash(&one) == hash(&other), one == other);
        }

        #[test]
        fn another_key_gives_another_hash(one in any::<[u8; 32]>(), other in any::<[u8; 32]>(), text in ".{0,30}") {
            let hash = |key| keyed_hash(key, IdentifierKind::Email, &open(&text));
            prop_assert_eq!(hash(&one) == hash(&other), one == other);
        }
    }
}
