//! The chain's arithmetic: what a link's hash is taken over.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// An entry, every column of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its id.
    pub id: Uuid,
    /// When, in microseconds.
    pub at: i64,
    /// The person; `None` for the system.
    pub actor: Option<Uuid>,
    /// The person's organisation.
    pub organization: Option<Uuid>,
    /// The session.
    pub session: Option<Uuid>,
    /// Code of the category.
    pub category: String,
    /// The verb.
    pub action: String,
    /// The type of the object.
    pub object_kind: Option<String>,
    /// The object.
    pub object: Option<Uuid>,
    /// The lead it belongs to.
    pub root: Option<Uuid>,
    /// Metadata as JSON text.
    pub detail: String,
}

/// Where an entry stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// 1, 2, 3 … without gaps.
    pub seq: i64,
    /// The entry.
    pub entry: Uuid,
    /// Hash of the link before; of the first one [`genesis`].
    pub prev: String,
    /// Its own hash.
    pub hash: String,
    /// When it was sealed, microseconds.
    pub sealed_at: i64,
}

/// What the first link follows.
#[must_use]
pub(super) fn genesis() -> String {
    format!("{:x}", Sha256::digest(b"touchstone audit log"))
}

/// The link of an entry that follows `prev`.
#[must_use]
pub(super) fn link(prev: &str, seq: i64, sealed_at: i64, entry: &Entry) -> Link {
    Link {
        seq,
        entry: entry.id,
        prev: prev.to_owned(),
        hash: hash(prev, seq, sealed_at, entry),
        sealed_at,
    }
}

/// SHA-256 over the hash before, the place and every column of the entry, in hex. Each part is written with its length
/// and an absent one with a mark of its own, so that no two entries are written alike.
#[must_use]
pub(super) fn hash(prev: &str, seq: i64, sealed_at: i64, entry: &Entry) -> String {
    let mut parts = Parts(Sha256::new());
    parts.add(Some(prev.as_bytes()));
    parts.add(Some(&seq.to_be_bytes()));
    parts.add(Some(&sealed_at.to_be_bytes()));
    parts.add(Some(entry.id.as_bytes()));
    parts.add(Some(&entry.at.to_be_bytes()));
    for id in [
        &entry.actor,
        &entry.organization,
        &entry.session,
        &entry.object,
        &entry.root,
    ] {
        parts.add(id.as_ref().map(|id| id.as_bytes().as_slice()));
    }
    parts.add(Some(entry.category.as_bytes()));
    parts.add(Some(entry.action.as_bytes()));
    parts.add(entry.object_kind.as_ref().map(String::as_bytes));
    parts.add(Some(entry.detail.as_bytes()));
    format!("{:x}", parts.0.finalize())
}

struct Parts(Sha256);

impl Parts {
    fn add(&mut self, part: Option<&[u8]>) {
        match part {
            None => self.0.update([0]),
            Some(bytes) => {
                self.0.update([1]);
                self.0.update((bytes.len() as u64).to_be_bytes());
                self.0.update(bytes);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            id: Uuid::from_u128(1),
            at: 2,
            actor: Some(Uuid::from_u128(3)),
            organization: None,
            session: None,
            category: "ADMIN".to_owned(),
            action: "inviteUser".to_owned(),
            object_kind: Some("person".to_owned()),
            object: Some(Uuid::from_u128(4)),
            root: None,
            detail: "null".to_owned(),
        }
    }

    #[test]
    fn every_column_counts() {
        type Change = fn(&mut Entry);
        let changes: [Change; 11] = [
            |entry| entry.id = Uuid::from_u128(9),
            |entry| entry.at = 9,
            |entry| entry.actor = None,
            |entry| entry.organization = entry.actor.take(),
            |entry| entry.session = Some(Uuid::from_u128(9)),
            |entry| entry.category = "SECURITY".to_owned(),
            |entry| entry.action = "inviteUsers".to_owned(),
            |entry| entry.object_kind = None,
            |entry| entry.object = None,
            |entry| entry.root = entry.object.take(),
            |entry| entry.detail.push(' '),
        ];
        let mut hashes = vec![hash(&genesis(), 1, 5, &entry())];
        for change in changes {
            let mut changed = entry();
            change(&mut changed);
            hashes.push(hash(&genesis(), 1, 5, &changed));
        }
        hashes.push(hash(&genesis(), 2, 5, &entry()));
        hashes.push(hash(&genesis(), 1, 6, &entry()));
        hashes.push(hash("", 1, 5, &entry()));
        let count = hashes.len();
        hashes.sort();
        hashes.dedup();
        assert_eq!(hashes.len(), count);
    }

    #[test]
    fn text_does_not_move_between_columns() {
        let mut one = entry();
        one.category = "ADMINin".to_owned();
        one.action = "viteUser".to_owned();
        assert_ne!(hash("", 1, 1, &one), hash("", 1, 1, &entry()));
    }
}
