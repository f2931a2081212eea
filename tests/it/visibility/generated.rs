//! A generated alliance: the same at every run, and rich enough that every rule decides something.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use strum::VariantArray as _;
use touchstone::permissions::{
    Action, Role, Scope,
    audience::{HandlingCode, Tlp},
    table::scope,
    viewer::{OrganizationKind, PoaAction},
};
use uuid::Uuid;

use super::records::{
    Alliance, Comment, Delivery, Grant, Group, Item, Lead, Organization, Person, PowerOfAttorney, Subject,
};

/// How many there are to be.
pub struct Size {
    pub people: usize,
    pub leads: usize,
}

struct Generator {
    random: StdRng,
    next: u64,
    alliance: Alliance,
}

/// An alliance from a seed.
pub fn alliance(seed: u64, now: Timestamp, size: &Size) -> Alliance {
    let mut generator = Generator {
        random: StdRng::seed_from_u64(seed),
        next: 0,
        alliance: Alliance {
            now,
            organizations: Vec::new(),
            people: Vec::new(),
            powers: Vec::new(),
            groups: Vec::new(),
            leads: Vec::new(),
            brand_owners: HashMap::new(),
        },
    };
    generator.organizations();
    generator.people(size.people);
    generator.powers();
    generator.groups();
    for _ in 0..size.leads {
        generator.lead();
    }
    generator.alliance
}

/// Kind, country, division and number of brands; one of two alike is suspended.
const ORGANIZATIONS: &[(OrganizationKind, &str, Option<&str>, usize, bool)] = &[
    (OrganizationKind::Secretariat, "CN", None, 0, true),
    (OrganizationKind::MemberBrand, "CN", None, 3, true),
    (OrganizationKind::MemberBrand, "FR", None, 2, true),
    (OrganizationKind::MemberBrand, "US", None, 2, true),
    (OrganizationKind::MemberBrand, "CN", None, 1, true),
    (OrganizationKind::MemberBrand, "IT", None, 2, false),
    (OrganizationKind::Association, "CN", None, 0, true),
    (OrganizationKind::Association, "CN", None, 0, true),
    (OrganizationKind::AgentFirm, "CN", None, 0, true),
    (OrganizationKind::AgentFirm, "CN", None, 0, true),
    (OrganizationKind::AgentFirm, "CN", None, 0, true),
    (OrganizationKind::AgentFirm, "CN", None, 0, true),
    (OrganizationKind::AgentFirm, "CN", None, 0, false),
    (OrganizationKind::LeAgency, "CN", Some("31"), 0, true),
    (OrganizationKind::LeAgency, "CN", Some("3101"), 0, true),
    (OrganizationKind::LeAgency, "CN", None, 0, true),
    (OrganizationKind::LeAgency, "PT", Some("11"), 0, true),
    (OrganizationKind::LeAgency, "CN", Some("31"), 0, false),
    (OrganizationKind::Platform, "CN", None, 0, true),
    (OrganizationKind::Lab, "CN", None, 0, true),
    (OrganizationKind::Auditor, "CN", None, 0, true),
];

const PLACES: &[(Option<&str>, Option<&str>)] = &[
    (None, None),
    (Some("CN"), None),
    (Some("CN"), Some("31")),
    (Some("CN"), Some("3101")),
    (Some("CN"), Some("310104")),
    (Some("CN"), Some("44")),
    (Some("PT"), Some("11")),
];

impl Generator {
    /// An id like the real ones, so that rows written in one order also sort in it.
    fn id(&mut self) -> Uuid {
        self.next += 1;
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next.to_be_bytes());
        let millis = u64::try_from(self.alliance.now.as_millisecond()).unwrap() - 10_000_000_000 + self.next;
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    fn some_of<T: Copy>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let count = self.random.random_range(0..=most.min(from.len()));
        from.sample(&mut self.random, count).copied().collect()
    }

    fn one_of<T: Copy>(&mut self, from: &[T]) -> T {
        *from.choose(&mut self.random).unwrap()
    }

    /// Mostly without end, sometimes just over, sometimes not yet.
    fn until(&mut self) -> Option<Timestamp> {
        let hour = SignedDuration::from_hours(1);
        match self.random.random_range(0..10) {
            0..=4 => None,
            5 => Some(self.alliance.now),
            6 | 7 => Some(self.alliance.now - hour),
            _ => Some(self.alliance.now + hour),
        }
    }

    fn organizations(&mut self) {
        for (kind, country, division, brands, active) in ORGANIZATIONS {
            let organization = Organization {
                id: self.id(),
                kind: *kind,
                active: *active,
                country,
                division: *division,
                brands: (0..*brands).map(|_| self.id()).collect(),
            };
            let owned = organization.brands.iter().map(|brand| (*brand, organization.id));
            self.alliance.brand_owners.extend(owned);
            self.alliance.organizations.push(organization);
        }
    }

    fn people(&mut self, count: usize) {
        let all_brands: Vec<Uuid> = self
            .alliance
            .organizations
            .iter()
            .flat_map(|o| o.brands.clone())
            .collect();
        for number in 0..count {
            let at = number % self.alliance.organizations.len();
            let (organization, kind) = (self.alliance.organizations[at].id, self.alliance.organizations[at].kind);
            let own_brands = self.alliance.organizations[at].brands.clone();
            let mut roles = vec![self.one_of(kind.roles())];
            if self.chance(25) {
                roles.push(self.one_of(kind.roles()));
                roles.sort_unstable();
                roles.dedup();
            }
            let scope = match kind {
                OrganizationKind::MemberBrand if self.chance(60) => Some(self.some_of(&own_brands, 2)),
                OrganizationKind::AgentFirm | OrganizationKind::Association if self.chance(40) => {
                    Some(self.some_of(&all_brands, 4))
                }
                _ => None,
            };
            let person = Person {
                id: self.id(),
                organization,
                active: !self.chance(12),
                roles,
                // Limited to nothing is not to be told from limited to something not there; no row says it.
                scope: scope.filter(|brands| !brands.is_empty()),
            };
            self.alliance.people.push(person);
        }
    }

    fn of_kind(&self, kinds: &[OrganizationKind]) -> Vec<Uuid> {
        let found = self
            .alliance
            .organizations
            .iter()
            .filter(|organization| kinds.contains(&organization.kind));
        found.map(|organization| organization.id).collect()
    }

    fn powers(&mut self) {
        let agents = self.of_kind(&[OrganizationKind::AgentFirm, OrganizationKind::Association]);
        let principals = self.of_kind(&[OrganizationKind::MemberBrand]);
        let day = SignedDuration::from_hours(24);
        for agent in agents {
            // Some have two powers of attorney of the same principal, one of which may be in force.
            for principal in principals.iter().chain(&principals) {
                let brands = self.alliance.organization(*principal).brands.clone();
                let (from, until) = match self.random.random_range(0..8) {
                    0 | 1 => (self.alliance.now + day, self.alliance.now + day * 9),
                    2 | 3 => (self.alliance.now - day * 9, self.alliance.now),
                    _ => (self.alliance.now - day, self.alliance.now + day),
                };
                let power = PowerOfAttorney {
                    id: self.id(),
                    principal: *principal,
                    agent,
                    brands: self.chance(60).then(|| vec![self.one_of(&brands)]),
                    actions: if self.chance(75) {
                        PoaAction::VARIANTS.to_vec()
                    } else {
                        vec![PoaAction::AnswerDeliveries]
                    },
                    state: self.one_of(&["VERIFIED", "VERIFIED", "VERIFIED", "SUBMITTED", "REVOKED"]),
                    from,
                    until,
                };
                if self.chance(60) {
                    self.alliance.powers.push(power);
                }
            }
        }
    }

    fn groups(&mut self) {
        let organizations: Vec<Uuid> = self.alliance.organizations.iter().map(|row| row.id).collect();
        let people: Vec<(Uuid, Uuid)> = self
            .alliance
            .people
            .iter()
            .map(|person| (person.organization, person.id))
            .collect();
        for _ in 0..12 {
            let whole = self.some_of(&organizations, 8);
            let named = self.some_of(&people, 12);
            let members = whole.into_iter().map(|organization| (organization, None));
            let group = Group {
                id: self.id(),
                members: members
                    .chain(named.into_iter().map(|(home, id)| (home, Some(id))))
                    .collect(),
                closed: self.chance(20),
                until: self.until(),
            };
            self.alliance.groups.push(group);
        }
    }

    /// Somebody who may comment, mostly one who is limited to brands.
    fn commenter(&mut self) -> Uuid {
        let limited = self.chance(95);
        let may = |person: &&Person| {
            let roles = person.roles.iter();
            let comments = roles.clone().any(|role| scope(*role, Action::CommentAdd) != Scope::No);
            comments && (!limited || person.scope.is_some())
        };
        let found: Vec<Uuid> = self
            .alliance
            .people
            .iter()
            .filter(may)
            .map(|person| person.id)
            .collect();
        self.one_of(&found)
    }

    /// One of those who gave the person's organisation a power of attorney, often.
    fn principal_of(&mut self, person: Uuid) -> Option<Uuid> {
        let agent = self.alliance.person(person).organization;
        let powers = self.alliance.powers.iter().filter(|power| power.agent == agent);
        let principals: Vec<Uuid> = powers.map(|power| power.principal).collect();
        (!principals.is_empty() && self.chance(80)).then(|| self.one_of(&principals))
    }

    fn lead(&mut self) {
        use OrganizationKind::{AgentFirm, Association, Auditor, LeAgency, MemberBrand, Platform, Secretariat};
        let owners = self.of_kind(&[MemberBrand, MemberBrand, Secretariat, LeAgency, Platform, Association]);
        let owner = if self.chance(60) {
            self.one_of(&self.of_kind(&[MemberBrand]))
        } else {
            self.one_of(&owners)
        };
        let receivers = self.of_kind(&[
            MemberBrand,
            Association,
            AgentFirm,
            LeAgency,
            Platform,
            Secretariat,
            Auditor,
        ]);
        let everybody: Vec<Uuid> = self.alliance.people.iter().map(|person| person.id).collect();
        let (of_owner, others): (Vec<&Person>, Vec<&Person>) = self
            .alliance
            .people
            .iter()
            .partition(|person| person.organization == owner);
        let (of_owner, others): (Vec<Uuid>, Vec<Uuid>) = (
            of_owner.iter().map(|p| p.id).collect(),
            others.iter().map(|p| p.id).collect(),
        );
        let brands: Vec<Uuid> = self
            .alliance
            .organizations
            .iter()
            .flat_map(|o| o.brands.clone())
            .collect();
        let (country, division) = self.one_of(PLACES);
        let tlp = self.one_of(&[
            Tlp::Clear,
            Tlp::Green,
            Tlp::Green,
            Tlp::Green,
            Tlp::Amber,
            Tlp::Amber,
            Tlp::AmberStrict,
            Tlp::AmberStrict,
            Tlp::Red,
        ]);
        let handling = self.one_of(&[
            HandlingCode::H0,
            HandlingCode::H0,
            HandlingCode::H0,
            HandlingCode::H1,
            HandlingCode::H2,
            HandlingCode::H3,
        ]);
        let state = self.one_of(&[
            "DRAFT",
            "SUBMITTED",
            "TRIAGED",
            "REJECTED",
            "MERGED",
            "SHARED",
            "SHARED",
            "SHARED",
            "RESOLVED",
            "RETRACTED",
            "RETRACTED",
        ]);
        let (submitted, shared) = match state {
            "DRAFT" => (false, false),
            "SUBMITTED" | "TRIAGED" | "REJECTED" | "MERGED" => (true, false),
            "SHARED" | "RESOLVED" => (true, true),
            // Every state can be retracted, also a draft.
            _ => self.one_of(&[(false, false), (true, false), (true, true)]),
        };
        let mut lead = Lead {
            id: self.id(),
            owner,
            author: if self.chance(85) {
                self.one_of(&of_owner)
            } else {
                self.one_of(&others)
            },
            tlp,
            handling,
            state,
            submitted,
            shared,
            community: self.chance(65),
            released: self.chance(50),
            items_open: self.chance(20),
            by_agent: self.chance(70),
            country,
            division,
            to_people: Vec::new(),
            to_organizations: Vec::new(),
            to_groups: Vec::new(),
            usable_until: if self.chance(25) { self.until() } else { None },
            walls: self.some_of(&receivers, 3),
            items: Vec::new(),
            deliveries: Vec::new(),
            comments: Vec::new(),
            subjects: Vec::new(),
            created_at: self.alliance.now - SignedDuration::from_mins(self.random.random_range(1..40_000)),
            priority: self.random.random_range(0..4),
        };
        for to in self.some_of(&everybody, 12) {
            lead.to_people.push(Grant {
                to,
                until: self.until(),
                personal: self.chance(50),
            });
        }
        for to in self.some_of(&receivers, 6) {
            if to != owner {
                lead.to_organizations.push(Grant {
                    to,
                    until: self.until(),
                    personal: self.chance(50),
                });
            }
        }
        let groups: Vec<Uuid> = self.alliance.groups.iter().map(|group| group.id).collect();
        for to in self.some_of(&groups, 4) {
            lead.to_groups.push(Grant {
                to,
                until: self.until(),
                personal: self.chance(50),
            });
        }
        for _ in 0..self.random.random_range(1..=4) {
            // Often a brand of somebody to whom the lead is open.
            let receiver = lead.to_organizations.first().map(|grant| grant.to);
            let theirs = receiver
                .map(|id| self.alliance.organization(id).brands.clone())
                .unwrap_or_default();
            let brand = match self.random.random_range(0..10) {
                0 => None,
                1..=4 if !theirs.is_empty() => Some(self.one_of(&theirs)),
                _ => Some(self.one_of(&brands)),
            };
            lead.items.push(Item { id: self.id(), brand });
        }
        for index in 0..lead.to_organizations.len() {
            if lead.shared && self.chance(80) {
                let recipient = lead.to_organizations[index].to;
                lead.deliveries.push(Delivery {
                    id: self.id(),
                    recipient,
                    attribution: self.chance(50),
                });
            }
        }
        // Also to those who see it in a group only.
        let seated: Vec<Uuid> = lead
            .to_groups
            .iter()
            .flat_map(|grant| self.alliance.groups.iter().filter(|group| group.id == grant.to))
            .flat_map(|group| group.members.iter().map(|(organization, _)| *organization))
            .filter(|organization| lead.deliveries.iter().all(|row| row.recipient != *organization))
            .collect();
        for recipient in self.some_of(&seated, 3) {
            if lead.shared && lead.deliveries.iter().all(|row| row.recipient != recipient) {
                lead.deliveries.push(Delivery {
                    id: self.id(),
                    recipient,
                    attribution: self.chance(50),
                });
            }
        }
        for _ in 0..self.random.random_range(0..=14) {
            let author = self.commenter();
            let comment = Comment {
                id: self.id(),
                author,
                on_behalf_of: self.principal_of(author),
                for_all: self.chance(20),
            };
            lead.comments.push(comment);
        }
        for is_person in [false, true, true] {
            if self.chance(60) {
                lead.subjects.push(Subject {
                    id: self.id(),
                    is_person,
                });
            }
        }
        self.alliance.leads.push(lead);
    }
}

/// Roles whose people the generator must have made, active and suspended.
pub fn has_everybody(alliance: &Alliance) -> bool {
    Role::VARIANTS.iter().all(|role| {
        let holders = alliance.people.iter().filter(|person| person.roles.contains(role));
        holders.clone().any(|person| person.active) && holders.count() > 1
    })
}
