//! The alliance that is measured: 200 members with five investigators and three brands each, and so many leads with their
//! items, grants, deliveries, comments and audience. The same numbers give the same rows, down to each id.
//!
//! Audience rows come from the product's own functions. What nobody measured asks for is not there: no timeline, no search
//! documents, no evidence.

use std::fmt::Write as _;

use touchstone::permissions::audience::{
    AudienceRow, Author, Bystander, HandlingCode, LeadFacts, NamedPerson, OpenOrganization, Tlp, comment_audience,
    delivery_audience, item_audience, lead_audience,
};
use touchstone::permissions::viewer::OrganizationKind;
use touchstone::platform::clock::NEVER;
use uuid::Uuid;

/// How many organisations there are.
pub const ORGANIZATIONS: u64 = 200;
/// People of each.
const PEOPLE: u64 = 5;
/// Brands of each.
const BRANDS: u64 = 3;
/// Items of each lead.
const ITEMS: u64 = 3;
/// The first lead's moment: 2025-06-01.
const BEGIN: i64 = 1_748_736_000_000_000;
/// How long it took to write all of them: 300 days.
const SPAN: i64 = 300 * 86_400_000_000;
/// Of an organisation's leads, latest first, those that have ten comments.
pub const DISCUSSED: std::ops::Range<u64> = 60..80;

/// A value of a column.
#[derive(Debug, Clone)]
pub enum Cell {
    Null,
    Text(String),
    Whole(i64),
    Truth(bool),
    Id(Uuid),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Whole(number.cast_signed())
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<Uuid> for Cell {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Rows of one table.
#[derive(Debug)]
pub struct Rows {
    pub table: &'static str,
    pub columns: &'static str,
    pub cells: Vec<Vec<Cell>>,
}

macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$(Cell::from($value)),+] };
}

// Behind the macro, which it uses.
pub mod subjects;

/// Scatters numbers evenly (splitmix64).
fn scatter(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// An id as the product makes them: its moment first, then chance.
fn id(kind: u64, number: u64, at: i64) -> Uuid {
    let chance = [scatter(kind << 56 | number), scatter(number << 8 | kind)];
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&chance[0].to_be_bytes());
    bytes[8..].copy_from_slice(&chance[1].to_be_bytes()[..2]);
    uuid::Builder::from_unix_timestamp_millis((at / 1_000).cast_unsigned(), &bytes).into_uuid()
}

/// An organisation's id.
pub fn organization(number: u64) -> Uuid {
    id(1, number, BEGIN)
}

/// A person's id.
pub fn person(organization: u64, number: u64) -> Uuid {
    id(2, organization * PEOPLE + number, BEGIN)
}

/// The address a person signs in with.
pub fn address(organization: u64, number: u64) -> String {
    format!("person{number}@member{organization}.example")
}

fn brand(organization: u64, number: u64) -> Uuid {
    id(3, organization * BRANDS + number, BEGIN)
}

/// The id of an organisation's lead, counted from its latest one.
pub fn lead_of(leads: u64, organization: u64, from_latest: u64) -> Uuid {
    let per_organization = leads / ORGANIZATIONS;
    let number = (per_organization - 1 - from_latest) * ORGANIZATIONS + organization;
    id(4, number, written_at(leads, number))
}

/// Whether all of its organisation see that lead, as it is not RED.
pub fn is_seen_by_all(leads: u64, organization: u64, from_latest: u64) -> bool {
    let number = (leads / ORGANIZATIONS - 1 - from_latest) * ORGANIZATIONS + organization;
    Draft::of(leads, number).tlp != Tlp::Red
}

fn written_at(leads: u64, number: u64) -> i64 {
    let share = u128::from(number) * SPAN.unsigned_abs() as u128 / u128::from(leads);
    BEGIN + i64::try_from(share).unwrap_or(0)
}

/// Organisations, people and brands. Everybody has the password of `hash`.
pub fn members(hash: &str) -> Vec<Rows> {
    let mut organizations = Vec::new();
    let mut people = Vec::new();
    let mut roles = Vec::new();
    let mut brands = Vec::new();
    for o in 0..ORGANIZATIONS {
        organizations.push(row! {
            organization(o), "MEMBER_BRAND", format!("Member {o} Company Limited"), "ACTIVE", "CN", "Asia/Shanghai",
            "EN", 1_i64, BEGIN, BEGIN,
        });
        for p in 0..PEOPLE {
            people.push(row! {
                person(o, p), organization(o), format!("Investigator {p} of {o}"), address(o, p), hash, "ACTIVE",
                "EN", "Asia/Shanghai", "OFF", 8_i64, false, 1_i64, BEGIN, BEGIN,
            });
            roles.push(row![person(o, p), "MI"]);
        }
        for b in 0..BRANDS {
            brands.push(row! {
                brand(o, b), organization(o), format!("Brand {b} of {o}"), "ACTIVE", "[25]", 1_i64, BEGIN,
            });
        }
    }
    vec![
        Rows {
            table: "organization",
            columns: "id, kind, name, state, country, time_zone, language, version, created_at, updated_at",
            cells: organizations,
        },
        Rows {
            table: "person",
            columns: "id, organization_id, name, email, password_hash, state, language, time_zone, digest, digest_hour, \
                      digest_working_days_only, version, created_at, updated_at",
            cells: people,
        },
        Rows {
            table: "role_assignment",
            columns: "person_id, role",
            cells: roles,
        },
        Rows {
            table: "brand",
            columns: "id, organization_id, name, state, nice_classes, version, created_at",
            cells: brands,
        },
    ]
}

/// A lead in the making.
struct Draft {
    id: Uuid,
    number: u64,
    owner: u64,
    /// The organisation it was shared with.
    granted: Option<u64>,
    tlp: Tlp,
    at: i64,
    priority: i64,
    discussed: bool,
}

impl Draft {
    fn of(leads: u64, number: u64) -> Self {
        let chance = scatter(number);
        let from_latest = leads / ORGANIZATIONS - 1 - number / ORGANIZATIONS;
        let discussed = DISCUSSED.contains(&from_latest);
        let tlp = match chance % 20 {
            _ if discussed => Tlp::AmberStrict,
            0 => Tlp::Red,
            1..=9 => Tlp::AmberStrict,
            10..=16 => Tlp::Amber,
            _ => Tlp::Green,
        };
        let owner = number % ORGANIZATIONS;
        let other = (owner + 1 + (chance >> 8) % (ORGANIZATIONS - 1)) % ORGANIZATIONS;
        let at = written_at(leads, number);
        Self {
            id: id(4, number, at),
            number,
            owner,
            granted: (discussed || (tlp != Tlp::Red && (chance >> 16).is_multiple_of(4))).then_some(other),
            tlp,
            at,
            priority: ((chance >> 24) % 4).cast_signed(),
            discussed,
        }
    }

    /// Shared to the community, where everybody sees all of it.
    fn is_for_community(&self) -> bool {
        self.tlp == Tlp::Green && scatter(self.number).is_multiple_of(3)
    }

    fn brand_of(&self, item: u64) -> (u64, u64) {
        let owner = self.granted.filter(|_| item == ITEMS - 1).unwrap_or(self.owner);
        (owner, (self.number / ORGANIZATIONS + item) % BRANDS)
    }

    fn brands_of(&self, of: u64) -> Vec<Uuid> {
        let mut brands: Vec<Uuid> = (0..ITEMS)
            .map(|item| self.brand_of(item))
            .filter(|(owner, _)| *owner == of)
            .map(|(owner, number)| brand(owner, number))
            .collect();
        brands.sort_unstable();
        brands.dedup();
        brands
    }

    fn facts(&self) -> LeadFacts {
        let open = |of| OpenOrganization {
            personal_data: false,
            organization: organization(of),
            agency: false,
            brands: self.brands_of(of),
            valid_until: None,
        };
        let bystander = |of| Bystander {
            organization: organization(of),
            brands: self.brands_of(of),
            wide: OrganizationKind::MemberBrand.wide_principals("CN", None),
        };
        LeadFacts {
            owner: open(self.owner),
            tlp: self.tlp,
            handling_code: HandlingCode::H0,
            submitted: true,
            shared: true,
            community: self.is_for_community(),
            released: false,
            sandbox_until: None,
            named: vec![NamedPerson {
                personal_data: true,
                person: person(self.owner, 0),
                organization: organization(self.owner),
                valid_until: None,
            }],
            granted: self.granted.map(open).into_iter().collect(),
            bystanders: std::iter::once(self.owner).chain(self.granted).map(bystander).collect(),
            country: Some("CN".to_owned()),
            division: None,
            items_open: self.is_for_community(),
            by_agent: false,
            groups: Vec::new(),
            usable_until: None,
        }
    }
}

/// Gathers the rows of leads, table by table.
#[derive(Debug, Default)]
pub struct Batch {
    leads: Vec<Vec<Cell>>,
    items: Vec<Vec<Cell>>,
    grants: Vec<Vec<Cell>>,
    deliveries: Vec<Vec<Cell>>,
    comments: Vec<Vec<Cell>>,
    audience: Vec<Vec<Cell>>,
}

impl Batch {
    /// Adds a lead and, unless it is to be `bare`, what belongs to it.
    pub fn add(&mut self, leads: u64, number: u64, bare: bool) {
        let draft = Draft::of(leads, number);
        let facts = draft.facts();
        let rows = lead_audience(&facts);
        let tlp: &str = draft.tlp.into();
        let reference = format!("LD-25-{number:06X}");
        let title = format!("Listing {number} offers goods that look like ours at a third of the price");
        self.leads.push(row! {
            draft.id, reference, organization(draft.owner), person(draft.owner, 0), "MEMBER", "ONLINE", title,
            "[\"COUNTERFEIT\",\"KEYWORD_STUFFING\"]", "CN", "B2", draft.priority, tlp, "H0", "SHARED",
            facts.community, facts.items_open, draft.at, draft.at, 3_i64, 3_i64, draft.at, draft.at, draft.at,
        });
        self.see("lead", draft.id, &draft, draft.at, true, &rows);
        if bare {
            return;
        }
        for item in 0..ITEMS {
            self.item(&draft, &facts, &rows, item);
        }
        if let Some(other) = draft.granted {
            self.delivery(&draft, &facts, &rows, other);
        }
        let comments = match (draft.discussed, number.is_multiple_of(2)) {
            (true, _) => 10,
            (false, true) => 1,
            (false, false) => 0,
        };
        for comment in 0..comments {
            self.comment(&draft, &facts, &rows, comment);
        }
    }

    fn item(&mut self, draft: &Draft, facts: &LeadFacts, rows: &[AudienceRow], item: u64) {
        let (owner, number) = draft.brand_of(item);
        let id = id(5, draft.number * ITEMS + item, draft.at);
        let listing = (draft.number * ITEMS + item).to_string();
        self.items.push(row! {
            id, draft.id, item, brand(owner, number), format!("Item {item} of listing {}", draft.number),
            format!("https://shop.example/item/{listing}?from=search"), "shop.example", "item", listing.as_str(),
            format!("https://shop.example/item/{listing}"), format!("Shop {}", draft.number % 5_000), 1_990_i64,
            "CNY",
        });
        self.see(
            "item",
            id,
            draft,
            draft.at,
            true,
            &item_audience(facts, rows, Some(organization(owner))),
        );
    }

    /// An answered one: no deadline of it is left to be watched.
    fn delivery(&mut self, draft: &Draft, facts: &LeadFacts, rows: &[AudienceRow], to: u64) {
        let (grant, delivery) = (id(6, draft.number, draft.at), id(7, draft.number, draft.at));
        self.grants.push(row! {
            grant, draft.id, organization(to), "Please confirm.", person(draft.owner, 0), draft.at, NEVER,
        });
        let due = draft.at + 14 * 86_400_000_000;
        self.deliveries.push(row! {
            delivery, draft.id, organization(to), "ANSWERED", 1_i64, "confirmation/1", "cn/2026", false, draft.at,
            "2025-12-31", due, due, 0_i64, "CONFIRMED", "It is ours, and this is not.", draft.at, person(to, 0),
            false, true, 2_i64, draft.at,
        });
        self.see(
            "delivery",
            delivery,
            draft,
            draft.at,
            false,
            &delivery_audience(facts, rows, organization(to), true),
        );
    }

    fn comment(&mut self, draft: &Draft, facts: &LeadFacts, rows: &[AudienceRow], comment: u64) {
        let home = draft.granted.filter(|_| comment % 2 == 1).unwrap_or(draft.owner);
        let at = draft.at + (comment.cast_signed() + 1) * 3_600_000_000;
        let id = id(8, draft.number * 16 + comment, at);
        let author = Author {
            person: person(home, comment / 2 % PEOPLE),
            organization: organization(home),
            on_behalf_of: None,
        };
        let open = draft.discussed || facts.community;
        let mut body = String::new();
        let _ = write!(
            body,
            "Comment {comment} on listing {}: the seams are not ours, and neither is the tag.",
            draft.number
        );
        self.comments.push(row! {
            id, draft.id, author.person, author.organization, body, open, true, at,
        });
        self.see(
            "comment",
            id,
            draft,
            at,
            false,
            &comment_audience(facts, rows, author, open),
        );
    }

    fn see(&mut self, kind: &str, object: Uuid, draft: &Draft, at: i64, open: bool, rows: &[AudienceRow]) {
        for row in rows {
            self.audience.push(row! {
                kind, object, draft.id, row.principal.to_string(), NEVER, open, at, NEVER, draft.priority,
            });
        }
    }

    /// The rows, parents first.
    pub fn finish(self) -> Vec<Rows> {
        vec![
            Rows {
                table: "lead",
                columns: "id, reference, owner_id, created_by, source, channel, title, infringement_types, country, grade, \
                          priority, tlp, handling_code, state, community, items_open, submitted_at, shared_at, version, \
                          content_version, created_at, updated_at, content_updated_at",
                cells: self.leads,
            },
            Rows {
                table: "lead_item",
                columns: "id, lead_id, position, brand_id, title, url, platform, listing_kind, listing_id, canonical_url, \
                          seller, price_minor, price_currency",
                cells: self.items,
            },
            Rows {
                table: "lead_grant",
                columns: "id, lead_id, organization_id, reason, granted_by, granted_at, expires_at",
                cells: self.grants,
            },
            Rows {
                table: "delivery",
                columns: "id, lead_id, recipient_id, state, round, rule, calendar_version, provisional, pushed_at, due_on, \
                          due_at, expires_at, paused_days, verdict, reason, answered_at, answered_by, late, \
                          attribution_allowed, version, created_at",
                cells: self.deliveries,
            },
            Rows {
                table: "comment",
                columns: "id, lead_id, author_id, organization_id, body, for_all_viewers, attribution_allowed, created_at",
                cells: self.comments,
            },
            Rows {
                table: "audience",
                columns: "kind, object_id, root_id, principal, valid_until, open, created_at, due_at, priority",
                cells: self.audience,
            },
        ]
    }
}
