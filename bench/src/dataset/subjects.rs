//! Subjects of the measured leads, and what they are known by. Each lead names a maker with three identifiers and a shop with
//! two, so that 100,000 leads have 500,000.
//!
//! Most are nobody else's. Of the makers' telephones seven in ten stand in two to five leads of the same organisation; of the
//! shops a quarter in two to five leads of different ones, as many report the same shop. An eighth of the makers' WeChat ids
//! are those of twenty-four hubs, which hundreds have each; one QQ number in thirty-three is the same, which thousands have and
//! which therefore ties nobody. Written and hashed by the product's own functions, audience rows too.

use serde_json::{Value, json};
use touchstone::{
    permissions::audience::{lead_audience, subject_audience},
    platform::clock::NEVER,
    subjects::rules::{
        SubjectKind, SupplyRole,
        identifier::{Hints, IdentifierKind, Normalized, keyed_hash, parse},
    },
};
use uuid::Uuid;

use super::{BEGIN, Cell, Draft, ORGANIZATIONS, Rows, SPAN, Tlp, id, organization, person, scatter, written_at};
use crate::Done;

/// Subjects of each lead.
const SUBJECTS: u64 = 2;
/// Identifiers of each lead.
const IDENTIFIERS: u64 = 5;
/// Those of the maker come first.
const OF_MAKER: u64 = 3;
/// Leads of which some share a telephone or a shop.
const BLOCK: u64 = 5;
/// Identifiers that hundreds have.
const HUBS: u64 = 24;
/// Where the numbers of shared identifiers begin, and those that a run makes up.
const SHARED: u64 = 20_000_000;
pub const NEW: u64 = 40_000_000;

/// An identifier as somebody writes it.
#[derive(Debug, Clone)]
pub struct Written {
    kind: IdentifierKind,
    value: String,
}

impl Written {
    /// That of a number, of the kind that stands at a place of a lead.
    pub fn of(place: u64, number: u64) -> Self {
        let (kind, value) = match place {
            0 => (IdentifierKind::Phone, format!("138{number:08}")),
            1 => (IdentifierKind::Wechat, format!("wx_{number:08}")),
            2 => (IdentifierKind::Email, format!("sales{number}@soles.example")),
            3 => (IdentifierKind::Shop, format!("{}", 60_000_000 + number)),
            _ => (IdentifierKind::Qq, format!("{}", 100_000_000 + number)),
        };
        Self { kind, value }
    }

    /// As a mutation takes it.
    pub fn input(&self) -> Value {
        let kind: &str = self.kind.into();
        json!({ "kind": kind, "value": self.value, "country": "CN", "platform": "taobao" })
    }

    /// In the forms in which it is stored, with the hash by which it is compared.
    ///
    /// # Errors
    /// Where the product refuses it.
    pub fn stored(&self, key: &[u8; 32]) -> Done<(Normalized, String)> {
        let hints = Hints {
            country: Some("CN"),
            platform: Some("taobao"),
            ..Hints::default()
        };
        let normalized = parse(self.kind, &self.value, &hints)?;
        let hash = keyed_hash(key, self.kind, &normalized.norm);
        let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok((normalized, hash))
    }
}

/// How many of a block share what they share: two to five.
fn sharing(block: u64) -> u64 {
    2 + scatter(block) % 4
}

/// Whether a lead's maker has a telephone in common with that of another lead of the same organisation.
pub fn is_tied(number: u64) -> bool {
    let (owner, place) = (number % ORGANIZATIONS, number / ORGANIZATIONS);
    place % BLOCK < sharing(block_of(owner, place))
}

fn block_of(owner: u64, place: u64) -> u64 {
    SHARED + place / BLOCK * ORGANIZATIONS + owner
}

/// Whether two leads of one organisation are among those of which some share a telephone.
pub fn are_near(one: u64, other: u64) -> bool {
    one / ORGANIZATIONS / BLOCK == other / ORGANIZATIONS / BLOCK
}

/// Whether a lead's maker has an identifier that hundreds have.
pub fn is_hub(number: u64) -> bool {
    scatter(SHARED + number).is_multiple_of(8)
}

/// What stands at a place of a lead: the maker's telephone, WeChat id and mail address, the shop and its QQ number. None of it
/// goes by what decides who sees the lead.
pub fn identifier(number: u64, place: u64) -> Written {
    let own = number * IDENTIFIERS + place;
    let (owner, of_owner) = (number % ORGANIZATIONS, number / ORGANIZATIONS);
    let neighbours = SHARED + number / BLOCK;
    let value = match place {
        0 if is_tied(number) => block_of(owner, of_owner),
        1 if is_hub(number) => SHARED + scatter(2 * SHARED + number) % HUBS,
        3 if neighbours.is_multiple_of(3) && number % BLOCK < sharing(neighbours) => neighbours,
        4 if scatter(3 * SHARED + number).is_multiple_of(33) => SHARED,
        _ => own,
    };
    Written::of(place, value)
}

/// A lead's maker.
pub fn maker(leads: u64, number: u64) -> Uuid {
    id(9, number * SUBJECTS, written_at(leads, number))
}

/// The id of a lead by its number.
pub fn lead(leads: u64, number: u64) -> Uuid {
    id(4, number, written_at(leads, number))
}

/// The numbers of an organisation's leads that all of its people see, the latest first.
pub fn seen_by_all(leads: u64, organization: u64) -> Vec<u64> {
    let numbers = (0..leads / ORGANIZATIONS).map(|place| place * ORGANIZATIONS + organization);
    let seen = numbers.filter(|number| Draft::of(leads, *number).tlp != Tlp::Red);
    let mut numbers: Vec<u64> = seen.collect();
    numbers.reverse();
    numbers
}

/// A moment after all leads were written, in microseconds.
pub fn afterwards() -> i64 {
    BEGIN + SPAN
}

/// Gathers the rows of subjects, table by table.
#[derive(Debug, Default)]
pub struct Gathered {
    subjects: Vec<Vec<Cell>>,
    identifiers: Vec<Vec<Cell>>,
    audience: Vec<Vec<Cell>>,
}

impl Gathered {
    /// Adds the maker and the shop of a lead.
    ///
    /// # Errors
    /// Where the product refuses an identifier.
    pub fn add(&mut self, key: &[u8; 32], leads: u64, number: u64) -> Done<()> {
        let draft = Draft::of(leads, number);
        let facts = draft.facts();
        let seen = subject_audience(&facts, &lead_audience(&facts), false);
        let shop = (SubjectKind::ShopAccount, SupplyRole::Seller, OF_MAKER..IDENTIFIERS);
        for (place, (kind, role, places)) in [(SubjectKind::Company, SupplyRole::Maker, 0..OF_MAKER), shop]
            .into_iter()
            .enumerate()
        {
            let subject = id(9, number * SUBJECTS + place as u64, draft.at);
            self.subjects.push(row! {
                subject, draft.id, person(draft.owner, 0), organization(draft.owner), kind.code(), false,
                format!("{} {number}", kind.code()), role.code(), NEVER, 1_i64, draft.at,
            });
            for place in places {
                let written = identifier(number, place);
                let (normalized, hash) = written.stored(key)?;
                let (kind, strength): (&str, &str) = (written.kind.into(), normalized.strength.into());
                self.identifiers.push(row! {
                    id(10, number * IDENTIFIERS + place, draft.at), subject, draft.id, kind, hash, normalized.display,
                    normalized.masked, normalized.rule, strength, person(draft.owner, 0), draft.at,
                });
            }
            for row in &seen {
                self.audience.push(row! {
                    "subject", subject, draft.id, row.principal.to_string(), NEVER, true, draft.at, NEVER, draft.priority,
                });
            }
        }
        Ok(())
    }

    /// The rows, parents first.
    pub fn finish(self) -> Vec<Rows> {
        vec![
            Rows {
                table: "subject",
                columns: "id, lead_id, created_by, organization_id, kind, is_person, name, role, retain_until, version, \
                          created_at",
                cells: self.subjects,
            },
            Rows {
                table: "subject_identifier",
                columns: "id, subject_id, lead_id, kind, hash, shown, masked, rule, strength, added_by, added_at",
                cells: self.identifiers,
            },
            Rows {
                table: "audience",
                columns: "kind, object_id, root_id, principal, valid_until, open, created_at, due_at, priority",
                cells: self.audience,
            },
        ]
    }
}
