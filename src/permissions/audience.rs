//! The audience: which principals see an object, derived at write time from facts, by one pure function per kind.
//!
//! Restates domain.md §5.3 in a form an index can answer; `tests/it/visibility.rs` compares the two. A child's audience
//! is always a subset of its lead's.

use std::{collections::BTreeSet, fmt, str::FromStr};

use jiff::Timestamp;
use uuid::Uuid;

/// Traffic Light Protocol 2.0, from widest to narrowest.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Tlp {
    /// For everybody.
    Clear,
    /// For the community.
    Green,
    /// For the organisation and its clients.
    Amber,
    /// For the organisation only.
    AmberStrict,
    /// For named people only.
    Red,
}

/// Europol's handling codes; H2 and H3 narrow an object to named people.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum HandlingCode {
    /// No restriction beyond the purpose.
    H0,
    /// Not for use in court without permission.
    H1,
    /// Not to be passed on without permission.
    H2,
    /// Other restrictions; named people only.
    H3,
}

/// One side of the meeting of sets: an audience row carries one, a viewer carries several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Principal {
    /// A named person.
    User(Uuid),
    /// People of an organisation limited to a brand, or (without a brand) its people without limit.
    Own(Uuid, Option<Uuid>),
    /// Service accounts of an organisation.
    Service(Uuid),
    /// Agents of an organisation, for a brand or for all.
    Client(Uuid, Option<Uuid>),
    /// The secretariat's case desk.
    Desk,
    /// The alliance's community.
    Community,
    /// Law enforcement whose area is this prefix of `COUNTRY-DIVISION`, or `*` where the object has no place.
    Le(String),
    /// Everybody who is signed in.
    Public,
}

impl Principal {
    /// Officers of an area.
    #[must_use]
    pub fn le(country: &str, division: &str) -> Self {
        Self::Le(if division.is_empty() {
            country.to_owned()
        } else {
            format!("{country}-{division}")
        })
    }

    /// Whether it stands for the side of `organization`: its people, service accounts and agents, or a named person whose
    /// `home` it is.
    #[must_use]
    pub fn is_of(&self, organization: Uuid, home: Uuid) -> bool {
        match self {
            Self::Own(of, _) | Self::Client(of, _) | Self::Service(of) => *of == organization,
            Self::User(_) => home == organization,
            Self::Desk | Self::Community | Self::Le(_) | Self::Public => false,
        }
    }

    /// All officers, for objects without a place.
    #[must_use]
    pub fn le_anywhere() -> Self {
        Self::Le("*".to_owned())
    }
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let brand = |brand: &Option<Uuid>| brand.map_or_else(|| "*".to_owned(), |brand| brand.simple().to_string());
        match self {
            Self::User(user) => write!(f, "user:{}", user.simple()),
            Self::Own(org, b) => write!(f, "own:{}:{}", org.simple(), brand(b)),
            Self::Service(org) => write!(f, "svc:{}", org.simple()),
            Self::Client(org, b) => write!(f, "client:{}:{}", org.simple(), brand(b)),
            Self::Desk => f.write_str("desk"),
            Self::Community => f.write_str("community"),
            Self::Le(area) => write!(f, "le:{area}"),
            Self::Public => f.write_str("public"),
        }
    }
}

impl FromStr for Principal {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let id = |text: &str| Uuid::try_parse(text).map_err(|_| ());
        let pair = |text: &str| -> Result<(Uuid, Option<Uuid>), ()> {
            let (org, brand) = text.split_once(':').ok_or(())?;
            Ok((id(org)?, if brand == "*" { None } else { Some(id(brand)?) }))
        };
        match text.split_once(':') {
            Some(("user", rest)) => Ok(Self::User(id(rest)?)),
            Some(("own", rest)) => pair(rest).map(|(org, brand)| Self::Own(org, brand)),
            Some(("svc", rest)) => Ok(Self::Service(id(rest)?)),
            Some(("client", rest)) => pair(rest).map(|(org, brand)| Self::Client(org, brand)),
            Some(("le", rest)) => Ok(Self::Le(rest.to_owned())),
            None if text == "desk" => Ok(Self::Desk),
            None if text == "community" => Ok(Self::Community),
            None if text == "public" => Ok(Self::Public),
            _ => Err(()),
        }
    }
}

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
}

impl LeadFacts {
    /// Whether only named people see it.
    #[must_use]
    pub fn is_for_named_only(&self) -> bool {
        is_for_named_only(self.tlp, self.handling_code)
    }
}

/// Whether a marking leaves an object to named people.
#[must_use]
pub fn is_for_named_only(tlp: Tlp, handling_code: HandlingCode) -> bool {
    tlp == Tlp::Red || handling_code >= HandlingCode::H2
}

/// Who sees a lead.
#[must_use]
pub fn lead_audience(lead: &LeadFacts) -> Vec<AudienceRow> {
    let mut rows = Rows::default();
    for named in &lead.named {
        rows.add(Principal::User(named.person), named.valid_until);
    }
    if lead.is_for_named_only() {
        return rows.finish();
    }
    for open in std::iter::once(&lead.owner).chain(&lead.granted) {
        let (organization, until) = (open.organization, open.valid_until);
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
    if lead.submitted {
        rows.add(Principal::Desk, None);
    }
    if lead.tlp <= Tlp::Green && lead.shared {
        if lead.community {
            rows.add(Principal::Community, None);
        }
        for principal in le_principals(lead.country.as_deref(), lead.division.as_deref()) {
            rows.add(principal, None);
        }
    }
    if lead.tlp == Tlp::Clear && lead.released {
        rows.add(Principal::Public, None);
    }
    rows.finish()
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
                Principal::Community | Principal::Le(_) | Principal::Public => false,
            }
    });
    match brand_owner {
        Some(owner) => join(kept, bystander_rows(lead, rows, owner)),
        None => kept,
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
    organizations_audience(
        lead,
        rows,
        &[recipient],
        attribution_allowed.then_some(lead.owner.organization),
        true,
    )
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
    let mut colleagues = bystander_rows(lead, rows, author.organization);
    if !colleagues.is_empty() {
        colleagues.push(AudienceRow {
            principal: Principal::User(author.person),
            valid_until: None,
        });
    }
    join(kept, colleagues)
}

/// Rows for the people of a bystander, where one of the wide rows lets them see the lead.
fn bystander_rows(lead: &LeadFacts, rows: &[AudienceRow], organization: Uuid) -> Vec<AudienceRow> {
    let sees = |bystander: &&Bystander| rows.iter().any(|row| bystander.wide.contains(&row.principal));
    let found = lead
        .bystanders
        .iter()
        .find(|bystander| bystander.organization == organization);
    let Some(bystander) = found.filter(sees) else {
        return Vec::new();
    };
    let brands = bystander.brands.iter().map(|brand| Some(*brand));
    let principals = std::iter::once(None)
        .chain(brands)
        .map(|brand| Principal::Own(organization, brand));
    // Wide rows have no end.
    principals
        .map(|principal| AudienceRow {
            principal,
            valid_until: None,
        })
        .collect()
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
}

/// Who sees a recipient's question: whoever sees the delivery, and the keepers who are to answer.
#[must_use]
pub fn question_audience(lead: &LeadFacts, rows: &[AudienceRow], delivery: &[AudienceRow]) -> Vec<AudienceRow> {
    let keepers = keepers_audience(lead, rows);
    keep(rows, |principal| {
        delivery.iter().chain(&keepers).any(|row| row.principal == *principal)
    })
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
        Principal::Community | Principal::Le(_) | Principal::Public => false,
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
