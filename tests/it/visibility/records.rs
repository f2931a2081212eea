//! An alliance as plain records, without any idea of how visibility is computed.

use std::collections::HashMap;

use jiff::Timestamp;
use touchstone::permissions::{
    Role,
    audience::{HandlingCode, Tlp},
    viewer::{OrganizationKind, PoaAction},
};
use uuid::Uuid;

pub struct Alliance {
    pub now: Timestamp,
    pub organizations: Vec<Organization>,
    pub people: Vec<Person>,
    pub powers: Vec<PowerOfAttorney>,
    pub groups: Vec<Group>,
    pub leads: Vec<Lead>,
    /// Whose brand it is.
    pub brand_owners: HashMap<Uuid, Uuid>,
}

pub struct Organization {
    pub id: Uuid,
    pub kind: OrganizationKind,
    pub active: bool,
    pub country: &'static str,
    pub division: Option<&'static str>,
    pub brands: Vec<Uuid>,
}

pub struct Person {
    pub id: Uuid,
    pub organization: Uuid,
    pub active: bool,
    pub roles: Vec<Role>,
    /// `None`: all brands.
    pub scope: Option<Vec<Uuid>>,
}

pub struct PowerOfAttorney {
    pub id: Uuid,
    pub principal: Uuid,
    pub agent: Uuid,
    /// `None`: all brands.
    pub brands: Option<Vec<Uuid>>,
    pub actions: Vec<PoaAction>,
    pub state: &'static str,
    pub from: Timestamp,
    pub until: Timestamp,
}

pub struct Group {
    pub id: Uuid,
    /// Organisations, or people of them.
    pub members: Vec<(Uuid, Option<Uuid>)>,
    pub closed: bool,
    pub until: Option<Timestamp>,
}

#[derive(Clone)]
pub struct Lead {
    pub id: Uuid,
    pub owner: Uuid,
    pub author: Uuid,
    pub tlp: Tlp,
    pub handling: HandlingCode,
    pub state: &'static str,
    /// Whether it was ever handed in; rejecting and retracting do not change that.
    pub submitted: bool,
    /// Whether it was ever shared.
    pub shared: bool,
    pub community: bool,
    pub released: bool,
    pub items_open: bool,
    /// An agent wrote it for its owner.
    pub by_agent: bool,
    pub country: Option<&'static str>,
    pub division: Option<&'static str>,
    pub to_people: Vec<Grant>,
    pub to_organizations: Vec<Grant>,
    pub to_groups: Vec<Grant>,
    /// Until when others than its keepers may use it.
    pub usable_until: Option<Timestamp>,
    pub walls: Vec<Uuid>,
    pub items: Vec<Item>,
    pub deliveries: Vec<Delivery>,
    pub comments: Vec<Comment>,
    pub subjects: Vec<Subject>,
    pub created_at: Timestamp,
    pub priority: i32,
}

/// To whom, until when, and whether with the personal data.
#[derive(Clone)]
pub struct Grant {
    pub to: Uuid,
    pub until: Option<Timestamp>,
    pub personal: bool,
}

#[derive(Clone)]
pub struct Subject {
    pub id: Uuid,
    pub is_person: bool,
}

#[derive(Clone)]
pub struct Item {
    pub id: Uuid,
    pub brand: Option<Uuid>,
}

#[derive(Clone)]
pub struct Delivery {
    pub id: Uuid,
    pub recipient: Uuid,
    pub attribution: bool,
}

#[derive(Clone)]
pub struct Comment {
    pub id: Uuid,
    pub author: Uuid,
    /// The principal for whom an agent wrote.
    pub on_behalf_of: Option<Uuid>,
    pub for_all: bool,
}

pub struct Evidence {
    pub id: Uuid,
    /// Its own TLP, where it has one.
    pub tlp: Option<Tlp>,
    /// The item that it is about.
    pub item: Option<Uuid>,
}

impl Evidence {
    /// The item of the lead that it is about.
    pub fn of<'a>(&self, lead: &'a Lead) -> Option<&'a Item> {
        let id = self.item?;
        lead.items.iter().find(|item| item.id == id)
    }

    /// The lead under the evidence's own TLP, where that is stricter.
    pub fn narrowed(&self, lead: &Lead) -> Lead {
        Lead {
            tlp: self.tlp.map_or(lead.tlp, |tlp| tlp.max(lead.tlp)),
            ..lead.clone()
        }
    }
}

impl Lead {
    /// Its evidence: of the whole and of its items, as strict as the lead and stricter. An id is the lead's with one bit
    /// turned.
    pub fn evidence(&self) -> Vec<Evidence> {
        let piece = |bit: u128, tlp, item: Option<&Item>| Evidence {
            id: Uuid::from_u128(self.id.as_u128() ^ bit),
            tlp,
            item: item.map(|item| item.id),
        };
        vec![
            piece(4, None, None),
            piece(8, Some(Tlp::Amber), None),
            piece(16, Some(Tlp::AmberStrict), None),
            piece(32, None, self.items.first()),
            piece(64, Some(Tlp::Red), self.items.last()),
        ]
    }
}

impl Alliance {
    pub fn organization(&self, id: Uuid) -> &Organization {
        self.organizations
            .iter()
            .find(|organization| organization.id == id)
            .unwrap()
    }

    pub fn person(&self, id: Uuid) -> &Person {
        self.people.iter().find(|person| person.id == id).unwrap()
    }

    /// Whose brand it is.
    pub fn owner_of_brand(&self, brand: Uuid) -> Uuid {
        self.brand_owners[&brand]
    }

    /// The brands of an organisation that a lead concerns.
    pub fn brands_of_in(&self, organization: Uuid, lead: &Lead) -> Vec<Uuid> {
        let brands = lead.items.iter().filter_map(|item| item.brand);
        brands
            .filter(|brand| self.owner_of_brand(*brand) == organization)
            .collect()
    }
}
