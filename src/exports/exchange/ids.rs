//! Ids that are the same whenever the same is written again, so that whoever takes in a second file meets what it has.

use jiff::Timestamp;
use uuid::Uuid;

/// Ours: of whatever others give no rule for.
const OURS: Uuid = Uuid::from_u128(0x5c8f_1f0a_93d1_5b7e_8a44_2f6c_0be9_7d13);
/// That of STIX 2.1 (section 2.9), by which everybody gives the same observable the same id.
const STIX: Uuid = Uuid::from_u128(0x00ab_edb4_aa42_466c_9c01_fed2_3315_a9b7);

/// The id of a thing of ours: `kind` says what is made of it, `key` which one it is.
pub(super) fn of(kind: &str, key: &[u8]) -> Uuid {
    Uuid::new_v5(&OURS, &[kind.as_bytes(), b":", key].concat())
}

/// The id of an observable that is told by its value alone, such as an address.
pub(super) fn observable(value: &str) -> Uuid {
    let canonical = serde_json::json!({ "value": value }).to_string();
    Uuid::new_v5(&STIX, canonical.as_bytes())
}

/// A moment in UTC, to the millisecond, as STIX and MISP write it.
pub(super) fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observable_has_the_id_that_everybody_gives_it() {
        let id = observable("https://example.com/research/index.html");
        assert_eq!(id.to_string(), "47c3cf9a-5027-5bf0-997a-017c7edc7c55");
    }

    #[test]
    fn things_of_different_kinds_have_different_ids() {
        assert_eq!(of("note", b"1"), of("note", b"1"));
        assert_ne!(of("note", b"1"), of("grouping", b"1"));
        assert_ne!(of("note", b"1"), of("note", b"2"));
    }

    #[test]
    fn a_moment_has_milliseconds_always() {
        assert_eq!(moment(Timestamp::UNIX_EPOCH), "1970-01-01T00:00:00.000Z");
    }
}
