//! The audience: which principals see an object, derived at write time from facts, by one pure function per kind.
//!
//! Restates domain.md §5.3 for an index; `tests/it/visibility.rs` compares the two. A child's is always within its lead's.

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

pub use super::{
    marking::{HandlingCode, Openness, Tlp, is_for_named_only, openness},
    principal::Principal,
};

/// A row to be: who, and until when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AudienceRow {
    /// Who sees it.
    pub principal: Principal,
    /// Until when; `None` means without end.
    pub valid_until: Option<Timestamp>,
}

/// A person whom the lead names: by a grant, or as the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// The person.
    pub person: Uuid,
    /// The person's organisation.
    pub organization: Uuid,
    /// Whether the personal data in it are for the person too.
    pub personal_data: bool,
    /// Until when; `None` means without end.
    pub valid_until: Option<Timestamp>,
}

/// An organisation the lead is open to: the owner, or by a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOrganization {
    /// The organisation.
    pub organization: Uuid,
    /// Whether it is a law-enforcement agency: a granted agency sees all items.
    pub agency: bool,
    /// Brands of this organisation that the lead concerns.
    pub brands: Vec<Uuid>,
    /// Whether the personal data in it are for the organisation too.
    pub personal_data: bool,
    /// Until when; `None` means without end.
    pub valid_until: Option<Timestamp>,
}

/// A sharing group the lead is open to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenGroup {
    /// The group.
    pub group: Uuid,
    /// Whether the personal data in it are for those in the group too.
    pub personal_data: bool,
    /// Until when; `None` means without end.
    pub valid_until: Option<Timestamp>,
}

/// An organisation with a stake in the lead, by a brand it shows or by a comment, whose people may see it only as some of
/// many: at the desk, in the community, as officers of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bystander {
    /// The organisation.
    pub organization: Uuid,
    /// Brands of this organisation that the lead concerns.
    pub brands: Vec<Uuid>,
    /// What its readers hold beside their own: see [`super::viewer::OrganizationKind::wide_principals`].
    pub wide: Vec<Principal>,
}

/// What decides who sees a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadFacts {
    /// The owner.
    pub owner: OpenOrganization,
    /// Effective TLP.
    pub tlp: Tlp,
    /// Handling code.
    pub handling_code: HandlingCode,
    /// Whether it was submitted: from then on the desk sees it.
    pub submitted: bool,
    /// Whether it was shared: from then on GREEN reaches law enforcement.
    pub shared: bool,
    /// Whether it was shared to the community.
    pub community: bool,
    /// Whether a CLEAR lead was released to everybody.
    pub released: bool,
    /// Named people.
    pub named: Vec<NamedPerson>,
    /// Organisations it was granted to.
    pub granted: Vec<OpenOrganization>,
    /// Sharing groups it was granted to.
    pub groups: Vec<OpenGroup>,
    /// Until when others than its keepers may use it; `None` means without end. Afterwards only the owner's side and the
    /// desk see it.
    pub usable_until: Option<Timestamp>,
    /// Owners of the brands it shows and authors' organisations, wherever they see it from.
    pub bystanders: Vec<Bystander>,
    /// Country, where the lead has a place.
    pub country: Option<String>,
    /// Division code below the country.
    pub division: Option<String>,
    /// Every viewer sees every item.
    pub items_open: bool,
    /// Whether an agent wrote it for its owner: then the owner's agents see every item, or the author would lose its own.
    pub by_agent: bool,
    /// Until when it is seen in the sandbox it is of; `None` for what is real.
    pub sandbox_until: Option<Timestamp>,
}

impl LeadFacts {
    /// Whether only named people see it.
    #[must_use]
    pub fn is_for_named_only(&self) -> bool {
        is_for_named_only(self.tlp, self.handling_code)
    }

    /// The end of what is open to others until `end`: no later than they may use the lead.
    #[must_use]
    pub fn usable(&self, end: Option<Timestamp>) -> Option<Timestamp> {
        match (self.usable_until, end) {
            (Some(usable), Some(end)) => Some(usable.min(end)),
            (usable, end) => usable.or(end),
        }
    }
}

/// Who sees a lead.
#[must_use]
pub fn lead_audience(lead: &LeadFacts) -> Vec<AudienceRow> {
    let mut rows = Rows::default();
    for named in &lead.named {
        let until = if named.organization == lead.owner.organization {
            named.valid_until
        } else {
            lead.usable(named.valid_until)
        };
        rows.add(Principal::User(named.person), until);
    }
    if lead.is_for_named_only() {
        return rows.finish();
    }
    if let Some(until) = lead.sandbox_until {
        return sandbox_audience(lead, until);
    }
    open_to(lead, &lead.owner, lead.owner.valid_until, &mut rows);
    for open in &lead.granted {
        open_to(lead, open, lead.usable(open.valid_until), &mut rows);
    }
    if lead.submitted {
        rows.add(Principal::Desk, None);
    }
    if lead.tlp <= Tlp::Amber {
        for open in &lead.groups {
            rows.add(Principal::Group(open.group), lead.usable(open.valid_until));
        }
    }
    let until = lead.usable(None);
    if lead.tlp <= Tlp::Green && lead.shared {
        if lead.community {
            rows.add(Principal::Community, until);
        }
        for principal in le_principals(lead.country.as_deref(), lead.division.as_deref()) {
            rows.add(principal, until);
        }
    }
    if lead.tlp == Tlp::Clear && lead.released {
        rows.add(Principal::Public, until);
    }
    rows.finish()
}

/// Who sees a lead of a sandbox, whatever else is said of it: its owner and whom it was granted to there, for a while.
fn sandbox_audience(lead: &LeadFacts, until: Timestamp) -> Vec<AudienceRow> {
    let mut rows = Rows::default();
    for open in std::iter::once(&lead.owner).chain(&lead.granted) {
        let end = open.valid_until.map_or(until, |end| until.min(end));
        open_to(lead, open, Some(end), &mut rows);
    }
    rows.finish()
}

/// Opens a lead to an organisation and, as far as the TLP lets it, to its agents.
fn open_to(lead: &LeadFacts, open: &OpenOrganization, until: Option<Timestamp>, rows: &mut Rows) {
    let organization = open.organization;
    rows.add(Principal::Own(organization, None), until);
    rows.add(Principal::Service(organization), until);
    for brand in &open.brands {
        rows.add(Principal::Own(organization, Some(*brand)), until);
    }
    if lead.tlp <= Tlp::Amber {
        rows.add(Principal::Client(organization, None), until);
        for brand in &open.brands {
            rows.add(Principal::Client(organization, Some(*brand)), until);
        }
    }
}

/// Every prefix of the place, so that an officer's own area is found by equality.
fn le_principals(country: Option<&str>, division: Option<&str>) -> Vec<Principal> {
    let Some(country) = country else {
        return vec![Principal::le_anywhere()];
    };
    let mut principals = vec![Principal::le(country, "")];
    if let Some(division) = division {
        let ends = division.char_indices().map(|(at, character)| at + character.len_utf8());
        principals.extend(ends.map(|end| Principal::le(country, &division[..end])));
    }
    principals
}

/// Who sees an item: of the lead's audience the owner, the desk, named people, granted agencies and the organisation
/// whose brand it shows, be it only one of the community; everybody where the items are open.
#[must_use]
pub fn item_audience(lead: &LeadFacts, rows: &[AudienceRow], brand_owner: Option<Uuid>) -> Vec<AudienceRow> {
    let whole = |organization: Uuid| {
        organization == lead.owner.organization
            || Some(organization) == brand_owner
            || lead
                .granted
                .iter()
                .any(|open| open.agency && open.organization == organization)
    };
    let kept = keep(rows, |principal| {
        lead.items_open
            || match principal {
                Principal::User(_) | Principal::Desk => true,
                Principal::Own(organization, _) | Principal::Service(organization) => whole(*organization),
                Principal::Client(organization, _) => {
                    Some(*organization) == brand_owner || (lead.by_agent && *organization == lead.owner.organization)
                }
                Principal::Group(_)
                | Principal::GroupOwn(..)
                | Principal::GroupUser(..)
                | Principal::Community
                | Principal::Le(_)
                | Principal::Public => false,
            }
    });
    match brand_owner {
        Some(owner) => join(kept, bystander_rows(lead, rows, owner)),
        None => kept,
    }
}

/// Who sees a subject of a lead: whoever sees the lead; a person only the owner's side, the desk, and those to whom the lead
/// was opened with the personal data in it. Partners' accounts may name people, and are never told of any.
#[must_use]
pub fn subject_audience(lead: &LeadFacts, rows: &[AudienceRow], is_person: bool) -> Vec<AudienceRow> {
    if !is_person {
        return rows.to_vec();
    }
    let mut lead = lead.clone();
    lead.named.retain(|named| named.personal_data);
    lead.granted.retain(|open| open.personal_data);
    lead.groups.retain(|open| open.personal_data);
    (lead.shared, lead.community, lead.released) = (false, false, false);
    let rows = lead_audience(&lead);
    keep(&rows, |principal| !matches!(principal, Principal::Service(_)))
}

/// What is narrower than its lead: the lead's facts under a stricter TLP, which never opens anything.
#[must_use]
pub fn narrowed(lead: &LeadFacts, tlp: Option<Tlp>) -> LeadFacts {
    LeadFacts {
        tlp: tlp.map_or(lead.tlp, |tlp| tlp.max(lead.tlp)),
        ..lead.clone()
    }
}

/// Who sees a piece of evidence: whoever would see the lead under the evidence's own TLP, where that is stricter; and of what
/// is about one item, only those who would see the item. `item` holds the owner of that item's brand.
#[must_use]
pub fn evidence_audience(lead: &LeadFacts, tlp: Option<Tlp>, item: Option<Option<Uuid>>) -> Vec<AudienceRow> {
    let lead = narrowed(lead, tlp);
    let rows = lead_audience(&lead);
    match item {
        Some(brand_owner) => item_audience(&lead, &rows, brand_owner),
        None => rows,
    }
}

/// Who sees a delivery: its recipient within the lead's audience, the desk, and the owner once the recipient allows its
/// name to be known. Within the recipient, only people and agents of the brands it concerns.
#[must_use]
pub fn delivery_audience(
    lead: &LeadFacts,
    rows: &[AudienceRow],
    recipient: Uuid,
    attribution_allowed: bool,
) -> Vec<AudienceRow> {
    let kept = organizations_audience(
        lead,
        rows,
        &[recipient],
        attribution_allowed.then_some(lead.owner.organization),
        true,
    );
    join(kept, group_rows(lead, rows, recipient))
}

/// Who wrote a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub person: Uuid,
    /// The person's organisation.
    pub organization: Uuid,
    /// The principal for whom an agent wrote.
    pub on_behalf_of: Option<Uuid>,
}

/// Who sees a comment: everybody who sees the lead, or only the owner's and the author's organisations, and the
/// principal's where an agent wrote it. Authors who see
/// the lead only as some of many still see what they and their colleagues said.
#[must_use]
pub fn comment_audience(
    lead: &LeadFacts,
    rows: &[AudienceRow],
    author: Author,
    for_all_viewers: bool,
) -> Vec<AudienceRow> {
    if for_all_viewers {
        return rows.to_vec();
    }
    let sides = [author.organization, lead.owner.organization];
    let kept = organizations_audience(lead, rows, &sides, author.on_behalf_of, false);
    let mut colleagues = wide_rows(lead, rows, author.organization);
    if let Some(until) = colleagues.iter().map(|row| row.valid_until).reduce(later) {
        colleagues.push(AudienceRow {
            principal: Principal::User(author.person),
            valid_until: until,
        });
    }
    colleagues.extend(group_rows(lead, rows, author.organization));
    colleagues.extend(groups_of(rows).map(|(group, valid_until)| AudienceRow {
        principal: Principal::GroupUser(group, author.person),
        valid_until,
    }));
    join(kept, colleagues)
}

/// Rows for the people of a bystander, where one of the wide rows or a sharing group lets them see the lead.
fn bystander_rows(lead: &LeadFacts, rows: &[AudienceRow], organization: Uuid) -> Vec<AudienceRow> {
    let mut all = wide_rows(lead, rows, organization);
    all.extend(group_rows(lead, rows, organization));
    all
}

/// Rows for the people of a bystander who see the lead as some of many: as long as the longest wide row lets them.
fn wide_rows(lead: &LeadFacts, rows: &[AudienceRow], organization: Uuid) -> Vec<AudienceRow> {
    let Some(bystander) = bystander(lead, organization) else {
        return Vec::new();
    };
    let wide = rows.iter().filter(|row| bystander.wide.contains(&row.principal));
    let Some(valid_until) = wide.map(|row| row.valid_until).reduce(later) else {
        return Vec::new();
    };
    limits(&bystander.brands)
        .map(|brand| AudienceRow {
            principal: Principal::Own(organization, brand),
            valid_until,
        })
        .collect()
}

/// The later of two ends, of which `None` is the latest.
fn later(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// Rows for those of an organisation who see the lead in a sharing group: they hold only as long as they are in it.
fn group_rows(lead: &LeadFacts, rows: &[AudienceRow], organization: Uuid) -> Vec<AudienceRow> {
    let brands = bystander(lead, organization).map_or(&[][..], |bystander| &bystander.brands);
    let of_group = |(group, valid_until)| {
        limits(brands).map(move |brand| AudienceRow {
            principal: Principal::GroupOwn(group, organization, brand),
            valid_until,
        })
    };
    groups_of(rows).flat_map(of_group).collect()
}

/// The sharing groups among rows, each with its end.
fn groups_of(rows: &[AudienceRow]) -> impl Iterator<Item = (Uuid, Option<Timestamp>)> {
    rows.iter().filter_map(|row| match row.principal {
        Principal::Group(group) => Some((group, row.valid_until)),
        _ => None,
    })
}

fn bystander(lead: &LeadFacts, organization: Uuid) -> Option<&Bystander> {
    lead.bystanders
        .iter()
        .find(|bystander| bystander.organization == organization)
}

/// People without limit, and those limited to one of these brands.
fn limits(brands: &[Uuid]) -> impl Iterator<Item = Option<Uuid>> {
    std::iter::once(None).chain(brands.iter().copied().map(Some))
}

fn join(rows: Vec<AudienceRow>, more: Vec<AudienceRow>) -> Vec<AudienceRow> {
    let mut all = Rows::default();
    for row in rows.into_iter().chain(more) {
        all.add(row.principal, row.valid_until);
    }
    all.finish()
}

/// Who sees an entry of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum EntryVisibility {
    /// Everybody who sees the lead.
    Viewers,
    /// The owner and the desk.
    Keepers,
    /// Whoever sees the delivery.
    Delivery,
    /// Whoever sees the delivery, and the owner and the desk, who do not learn whose it is.
    Question,
    /// Whoever sees the comment.
    Comment,
    /// Whoever sees the subject.
    Subject,
    /// Whoever sees the evidence.
    Evidence,
    /// The owner and the desk, as far as they see the evidence.
    EvidenceKeepers,
}

/// Who sees a recipient's question: whoever sees the delivery, and the keepers who are to answer.
#[must_use]
pub fn question_audience(lead: &LeadFacts, rows: &[AudienceRow], delivery: &[AudienceRow]) -> Vec<AudienceRow> {
    join(keepers_audience(lead, rows), delivery.to_vec())
}

/// Who sees an entry that only the keepers may see: the owner's people and the desk.
#[must_use]
pub fn keepers_audience(lead: &LeadFacts, rows: &[AudienceRow]) -> Vec<AudienceRow> {
    organizations_audience(lead, rows, &[lead.owner.organization], None, true)
}

fn organizations_audience(
    lead: &LeadFacts,
    rows: &[AudienceRow],
    organizations: &[Uuid],
    also: Option<Uuid>,
    desk: bool,
) -> Vec<AudienceRow> {
    let of = |organization: &Uuid| organizations.contains(organization) || also == Some(*organization);
    keep(rows, |principal| match principal {
        Principal::User(person) => lead
            .named
            .iter()
            .any(|named| named.person == *person && of(&named.organization)),
        Principal::Own(organization, _) | Principal::Client(organization, _) | Principal::Service(organization) => {
            of(organization)
        }
        Principal::Desk => desk,
        Principal::Group(_)
        | Principal::GroupOwn(..)
        | Principal::GroupUser(..)
        | Principal::Community
        | Principal::Le(_)
        | Principal::Public => false,
    })
}

fn keep(rows: &[AudienceRow], mut wanted: impl FnMut(&Principal) -> bool) -> Vec<AudienceRow> {
    rows.iter().filter(|row| wanted(&row.principal)).cloned().collect()
}

/// One row a principal, with the latest end.
#[derive(Default)]
struct Rows(BTreeSet<AudienceRow>);

impl Rows {
    fn add(&mut self, principal: Principal, valid_until: Option<Timestamp>) {
        self.0.insert(AudienceRow { principal, valid_until });
    }

    fn finish(self) -> Vec<AudienceRow> {
        let mut rows: Vec<AudienceRow> = Vec::with_capacity(self.0.len());
        for row in self.0 {
            match rows.last_mut() {
                Some(last) if last.principal == row.principal => {
                    last.valid_until = last.valid_until.zip(row.valid_until).map(|(a, b)| a.max(b));
                }
                _ => rows.push(row),
            }
        }
        rows
    }
}
