//! Closed periods: the trial balance, and the seal by which a change of it, or of an entry in it, is found out.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// What an account was debited and credited, ever, when a period was closed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Line {
    /// The account.
    pub account: Uuid,
    /// Minor units.
    pub debits: i64,
    /// Minor units.
    pub credits: i64,
}

/// The hash before the first period.
#[must_use]
pub fn genesis() -> String {
    "0".repeat(64)
}

/// A digest of entries, fed one by one in the order of their ids.
#[derive(Debug, Clone, Default)]
pub struct Digest {
    hash: Sha256,
    entries: i32,
}

impl Digest {
    /// Adds an entry: its fields, in a fixed order. Each field is told with its length, so that none runs into the next.
    pub fn add(&mut self, fields: &[String]) {
        for field in fields {
            self.hash.update(field.len().to_string());
            self.hash.update(":");
            self.hash.update(field);
        }
        self.hash.update(";");
        self.entries += 1;
    }

    /// How many there were.
    #[must_use]
    pub fn entries(&self) -> i32 {
        self.entries
    }

    /// As text.
    #[must_use]
    pub fn hex(self) -> String {
        format!("{:x}", self.hash.finalize())
    }
}

/// What a seal is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sealed<'a> {
    /// The fund.
    pub fund: Uuid,
    /// The number of the period.
    pub number: i32,
    /// The trial balance as it is kept.
    pub lines: &'a str,
    /// How many entries the period has.
    pub entries: i32,
    /// The digest of its entries.
    pub digest: &'a str,
    /// Who asked for it and who agreed.
    pub people: (Uuid, Uuid),
    /// Microseconds.
    pub closed_at: i64,
    /// The hash of the period before.
    pub prev: &'a str,
}

/// The seal of a period.
#[must_use]
pub fn seal(of: &Sealed<'_>) -> String {
    let mut digest = Digest::default();
    digest.add(&[
        of.prev.to_owned(),
        of.fund.to_string(),
        of.number.to_string(),
        of.lines.to_owned(),
        of.entries.to_string(),
        of.digest.to_owned(),
        of.people.0.to_string(),
        of.people.1.to_string(),
        of.closed_at.to_string(),
    ]);
    digest.hex()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_tells_every_part_of_it() {
        let [fund, one, other] = [1, 2, 3].map(Uuid::from_u128);
        let sealed = Sealed {
            fund,
            number: 1,
            lines: "[]",
            entries: 2,
            digest: "abc",
            people: (one, other),
            closed_at: 5,
            prev: "0",
        };
        let whole = seal(&sealed);
        assert_eq!(whole, seal(&sealed));
        for changed in [
            Sealed { number: 2, ..sealed },
            Sealed { lines: "[ ]", ..sealed },
            Sealed { entries: 3, ..sealed },
            Sealed {
                digest: "abd",
                ..sealed
            },
            Sealed {
                people: (other, one),
                ..sealed
            },
            Sealed { closed_at: 6, ..sealed },
            Sealed { prev: "1", ..sealed },
            Sealed { fund: one, ..sealed },
        ] {
            assert_ne!(seal(&changed), whole, "{changed:?}");
        }
    }

    #[test]
    fn fields_do_not_run_into_each_other() {
        let digest = |fields: &[&str]| {
            let mut digest = Digest::default();
            digest.add(&fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>());
            digest.hex()
        };
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["a"]), digest(&["a", ""]));
    }
}
