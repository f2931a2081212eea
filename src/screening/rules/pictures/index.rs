//! Near codes among millions: multi-index hashing.
//!
//! A code is cut into four parts. Codes that differ in at most ten bits differ in at most two bits of one of the first three
//! or in at most one of the last, because otherwise they would differ in 3 × 3 + 2 = 11 (Norouzi, Punjani and Fleet, "Fast exact
//! search in Hamming space with multi-index hashing", 2014). So only the buckets of parts that near are looked at. A
//! bucket holds the codes themselves, so that looking through it is reading memory in order.

use super::{Code, Fingerprint, NEAR};

/// Bits of each part.
const BITS: u32 = 16;

/// In how many bits a part may differ, from the lowest.
const PARTS: [u32; 4] = [2, 2, 2, 1];

/// Codes that are compared at once before anything is decided, so that the comparison runs on vectors.
const BLOCK: usize = 16;

/// One that is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    /// In how many bits it differs.
    pub distance: u32,
    /// What was given with the code.
    pub id: u32,
}

/// All codes by one part of them.
#[derive(Debug)]
struct Table {
    shift: u32,
    mask: Code,
    /// Differences of the part that are looked at.
    differences: Vec<Code>,
    /// Where each bucket begins, and the end.
    begins: Vec<u32>,
    codes: Vec<Code>,
    ids: Vec<u32>,
}

/// Codes to be found by near ones.
#[derive(Debug)]
pub struct Index {
    tables: Vec<Table>,
}

impl Index {
    /// An index of codes with an id each.
    #[must_use]
    pub fn of(codes: &[(Code, u32)]) -> Self {
        let tables = PARTS
            .iter()
            .zip((0..).step_by(BITS as usize))
            .map(|(most, shift)| Table::of(codes, shift, *most));
        Self {
            tables: tables.collect(),
        }
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(|table| table.codes.is_empty())
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let of = |table: &Table| (table.begins.len() + table.ids.len()) * 4 + table.codes.len() * 8;
        self.tables.iter().map(of).sum()
    }

    /// Adds all that differ from a code in at most [`NEAR`] bits; the same one perhaps more than once.
    pub fn near_code(&self, code: Code, found: &mut Vec<Near>) {
        for table in &self.tables {
            table.near(code, found);
        }
    }

    /// The nearest to any rotation of a picture, each id once, nearest first.
    pub fn near(&self, fingerprint: &Fingerprint, found: &mut Vec<Near>) {
        found.clear();
        for code in fingerprint.codes() {
            self.near_code(code, found);
        }
        found.sort_unstable_by_key(|near| (near.id, near.distance));
        found.dedup_by_key(|near| near.id);
        found.sort_unstable();
    }
}

impl Table {
    fn of(codes: &[(Code, u32)], shift: u32, most: u32) -> Self {
        let mask = (1 << BITS) - 1;
        let bucket = |code: Code| (code >> shift & mask) as usize;
        let mut begins = vec![0_u32; (1 << BITS) + 1];
        for (code, _) in codes {
            begins[bucket(*code) + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let mut next = begins.clone();
        let (mut sorted, mut ids) = (vec![0; codes.len()], vec![0; codes.len()]);
        for (code, id) in codes {
            let place = &mut next[bucket(*code)];
            sorted[*place as usize] = *code;
            ids[*place as usize] = *id;
            *place += 1;
        }
        let differences = (0..=mask)
            .filter(|difference| difference.count_ones() <= most)
            .collect();
        Self {
            shift,
            mask,
            differences,
            begins,
            codes: sorted,
            ids,
        }
    }

    fn near(&self, code: Code, found: &mut Vec<Near>) {
        let part = code >> self.shift & self.mask;
        for difference in &self.differences {
            let bucket = (part ^ difference) as usize;
            let (first, last) = (self.begins[bucket] as usize, self.begins[bucket + 1] as usize);
            for (block, at) in self.codes[first..last].chunks(BLOCK).zip((first..).step_by(BLOCK)) {
                if nearest(block, code) <= NEAR {
                    self.take(block, at, code, found);
                }
            }
        }
    }

    fn take(&self, block: &[Code], at: usize, code: Code, found: &mut Vec<Near>) {
        for (known, at) in block.iter().zip(at..) {
            let distance = (known ^ code).count_ones();
            if distance <= NEAR {
                found.push(Near {
                    distance,
                    id: self.ids[at],
                });
            }
        }
    }
}

fn nearest(block: &[Code], code: Code) -> u32 {
    block
        .iter()
        .fold(u32::MAX, |least, known| least.min((known ^ code).count_ones()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_that_is_near_is_found_and_nothing_else(
            codes in proptest::collection::vec(any::<Code>(), 0..200),
            code in any::<Code>(),
            flips in proptest::collection::vec(proptest::collection::vec(0_u32..64, 0..14), 0..50),
        ) {
            let bent = flips.iter().map(|flips| flips.iter().fold(code, |code, bit| code ^ (1 << bit)));
            let all: Vec<(Code, u32)> = codes.iter().copied().chain(bent).zip(0..).collect();
            let mut found = Vec::new();
            Index::of(&all).near_code(code, &mut found);
            found.sort_unstable();
            found.dedup();
            let mut expected: Vec<Near> = all
                .iter()
                .map(|(known, id)| Near { distance: (known ^ code).count_ones(), id: *id })
                .filter(|near| near.distance <= NEAR)
                .collect();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
