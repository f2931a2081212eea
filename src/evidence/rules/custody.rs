//! The chain of custody: what an event's hash is taken over, and whether a chain is whole (I17).

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// An event of a chain, every column of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: Uuid,
    /// The piece of evidence.
    pub evidence: Uuid,
    /// 1, 2, 3 … without gaps.
    pub seq: i32,
    /// Code of what happened.
    pub kind: String,
    /// When, microseconds.
    pub at: i64,
    /// Who; `None` for the service.
    pub actor: Option<Uuid>,
    /// The organisation of who did it.
    pub organization: Option<Uuid>,
    /// The download link by which it was read.
    pub link: Option<Uuid>,
    /// More of it, as JSON text.
    pub detail: String,
    /// Hash of the event before; of the first one [`genesis`].
    pub prev: String,
    /// Its own hash.
    pub hash: String,
}

impl Link {
    /// With the hash that it ought to have.
    #[must_use]
    pub fn sealed(self) -> Self {
        Self {
            hash: self.expected(),
            ..self
        }
    }

    /// SHA-256 over the hash before and every column, in hex. Each part is written with its length and an absent one with a
    /// mark of its own, so that no two events are written alike.
    #[must_use]
    pub fn expected(&self) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: Option<&[u8]>| match part {
            None => hash.update([0]),
            Some(bytes) => {
                hash.update([1]);
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
        };
        add(Some(self.prev.as_bytes()));
        add(Some(self.id.as_bytes()));
        add(Some(self.evidence.as_bytes()));
        add(Some(&self.seq.to_be_bytes()));
        add(Some(self.kind.as_bytes()));
        add(Some(&self.at.to_be_bytes()));
        for id in [&self.actor, &self.organization, &self.link] {
            add(id.as_ref().map(|id| id.as_bytes().as_slice()));
        }
        add(Some(self.detail.as_bytes()));
        format!("{:x}", hash.finalize())
    }
}

/// What the first event of a piece of evidence follows.
#[must_use]
pub fn genesis(evidence: Uuid) -> String {
    let mut hash = Sha256::new();
    hash.update(b"touchstone custody");
    hash.update(evidence.as_bytes());
    format!("{:x}", hash.finalize())
}

/// What is wrong with a chain, in the words of who looks after the service; nothing where it is whole. `count` and `head`
/// are what the piece of evidence says of its end.
#[must_use]
pub fn fault(evidence: Uuid, chain: &[Link], count: i32, head: &str) -> Option<String> {
    let mut prev = genesis(evidence);
    for (index, link) in chain.iter().enumerate() {
        let place = index + 1;
        if usize::try_from(link.seq) != Ok(place) {
            return Some(format!("event {place} is missing"));
        }
        if link.prev != prev {
            return Some(format!("event {place} does not follow the one before"));
        }
        if link.evidence != evidence || link.hash != link.expected() {
            return Some(format!("event {place} was altered"));
        }
        prev.clone_from(&link.hash);
    }
    if usize::try_from(count) != Ok(chain.len()) || head != prev {
        return Some("its end was cut off".to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chain(length: i32) -> Vec<Link> {
        let evidence = Uuid::from_u128(7);
        let mut prev = genesis(evidence);
        (1..=length)
            .map(|seq| {
                let link = Link {
                    id: Uuid::from_u128(100 + u128::from(seq.unsigned_abs())),
                    evidence,
                    seq,
                    kind: "ACCESSED".to_owned(),
                    at: i64::from(seq) * 10,
                    actor: (seq % 2 == 0).then(|| Uuid::from_u128(3)),
                    organization: Some(Uuid::from_u128(4)),
                    link: None,
                    detail: "{}".to_owned(),
                    prev: prev.clone(),
                    hash: String::new(),
                }
                .sealed();
                prev.clone_from(&link.hash);
                link
            })
            .collect()
    }

    fn found(chain: &[Link], of: &[Link]) -> Option<String> {
        let head = of
            .last()
            .map_or_else(|| genesis(Uuid::from_u128(7)), |link| link.hash.clone());
        fault(Uuid::from_u128(7), chain, i32::try_from(of.len()).unwrap(), &head)
    }

    proptest! {
        #[test]
        fn i17_a_whole_chain_is_believed_and_no_other(length in 0_i32..20, at in 0_usize..20, what in 0_usize..9) {
            let whole = chain(length);
            prop_assert_eq!(found(&whole, &whole), None);
            let mut broken = whole.clone();
            prop_assume!(at < broken.len());
            match what {
                0 => { broken.remove(at); }
                1 => broken[at].kind.push('X'),
                2 => broken[at].at += 1,
                3 => broken[at].actor = Some(Uuid::from_u128(99)),
                4 => broken[at].detail.push(' '),
                5 => broken[at].prev.push('0'),
                6 => broken[at].link = Some(Uuid::from_u128(1)),
                7 => {
                    let again = broken[at].clone();
                    broken.insert(at, again);
                }
                // Altered and hashed anew: what follows does not, or the end is another.
                _ => {
                    broken[at].detail.push(' ');
                    broken[at] = broken[at].clone().sealed();
                }
            }
            prop_assert!(found(&broken, &whole).is_some());
        }
    }

    #[test]
    fn i17_text_does_not_move_between_columns() {
        let mut one = chain(1).remove(0);
        let hash = one.expected();
        one.kind = "ACCESSED{".to_owned();
        one.detail = "}".to_owned();
        assert_ne!(one.expected(), hash);
    }

    #[test]
    fn i17_a_chain_of_one_piece_is_not_another_ones() {
        assert_ne!(genesis(Uuid::from_u128(1)), genesis(Uuid::from_u128(2)));
    }
}
