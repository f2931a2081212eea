//! Ids and secrets that are the same at every run, and in order: rows written in one instant keep the order of writing.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use touchstone::platform::ids::Ids;
use uuid::Uuid;

/// A counter behind the same UUIDs and secrets at every run.
#[derive(Debug, Default)]
pub struct TestIds(AtomicU64);

impl Ids for TestIds {
    fn id(&self, now: Timestamp) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        // 74 bits follow the time; the counter fills the upper ones, so that ids ascend within a millisecond.
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&u16::try_from(number >> 12 & 0x0fff).unwrap().to_be_bytes());
        bytes[2..4].copy_from_slice(&u16::try_from(number << 2 & 0x3fff).unwrap().to_be_bytes());
        bytes[4..].copy_from_slice(&Sha256::digest(number.to_be_bytes())[..6]);
        let millis = u64::try_from(now.as_millisecond()).unwrap();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    fn secret(&self) -> [u8; 32] {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Sha256::digest(format!("secret {number}")).into()
    }
}

#[test]
fn test_ids_ascend_within_a_millisecond() {
    let ids = TestIds::default();
    let at = "2026-03-09T01:00:00Z".parse().unwrap();
    let drawn: Vec<Uuid> = (0..10_000).map(|_| ids.id(at)).collect();
    assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]));
}
