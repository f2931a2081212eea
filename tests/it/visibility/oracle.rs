//! Who sees what, said again: slowly, obviously, and without looking at the code that answers it in production.
//!
//! The rules are those of domain.md §5.3 and docs/adr/0001-audience-rows.md. Where they leave a choice, this is how they are read:
//!
//! - The limit to brands binds an investigator's sight of the own organisation, not an administrator's, counsel's or
//!   officer's: the permission matrix gives only the investigator `B`.
//! - Who wrote a lead for the own organisation is named in it.
//! - A part of a lead is seen by the way in which the lead is seen: whoever sees a lead only as one of many has none of the
//!   rights of a recipient, but sees the items of the own organisation's brands and what colleagues there said.
//! - A wall around a principal stops its agents while a verified power of attorney is in date, whatever it allows.
//!
//! Every condition passes through [`Oracle::says`] under a name of its own. A test forces one of them at a time and counts
//! the answers that turn: so it knows that the generated alliance puts every condition to the proof.

use touchstone::permissions::{
    Role,
    audience::{HandlingCode, Tlp},
    viewer::{OrganizationKind, PoaAction},
};
use uuid::Uuid;

use super::{
    clause::Clause,
    records::{
        Alliance, Comment, Delivery, Evidence, Grant, Item, Lead, Organization, Person, PowerOfAttorney, Subject,
    },
};

/// How somebody comes to see a lead. The same person may come in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The lead names the person.
    Named,
    /// As one of an organisation it is open to.
    Own(Uuid),
    /// As agent of an organisation it is open to.
    AgentOf(Uuid),
    /// At the desk.
    Desk,
    /// In a sharing group.
    Group,
    /// As one of the community.
    Community,
    /// As an officer of the place.
    Area,
    /// As anybody.
    Public,
}

impl Way {
    /// As one of many.
    fn is_wide(self) -> bool {
        match self {
            Self::Desk | Self::Group | Self::Community | Self::Area | Self::Public => true,
            Self::Named | Self::Own(_) | Self::AgentOf(_) => false,
        }
    }
}

/// The rules, perhaps with one condition forced.
#[derive(Clone, Copy)]
pub struct Oracle<'a> {
    pub alliance: &'a Alliance,
    pub forced: Option<(Clause, bool)>,
}

impl Oracle<'_> {
    fn says(&self, clause: Clause, holds: bool) -> bool {
        match self.forced {
            Some((forced, value)) if forced == clause => value,
            _ => holds,
        }
    }

    pub fn sees_lead(&self, person: &Person, lead: &Lead) -> bool {
        !self.ways(person, lead).is_empty()
    }

    /// All ways in which a person comes to see a lead; none means that for this person it does not exist.
    pub fn ways(&self, person: &Person, lead: &Lead) -> Vec<Way> {
        let organization = self.alliance.organization(person.organization);
        if !self.may_read(person, organization) || self.walled_off(person, lead) {
            return Vec::new();
        }
        let mut ways = Vec::new();
        // What names somebody never goes to a partner's token.
        let partner = organization.kind == OrganizationKind::Platform;
        let usable = self.usable(lead);
        if self.is_named(person, lead)
            && (usable || person.organization == lead.owner)
            && self.says(Clause::NoPartner, !partner)
        {
            ways.push(Way::Named);
        }
        let beyond_names = self.says(Clause::NotRed, lead.tlp != Tlp::Red)
            && self.says(
                Clause::NoStrictHandling,
                matches!(lead.handling, HandlingCode::H0 | HandlingCode::H1),
            );
        if !beyond_names {
            return ways;
        }
        // Auditors: content by a named grant only. What is released to everybody is for them too.
        if self.says(
            Clause::ReadsBeyondNames,
            person.roles.iter().any(|role| reads(*role) && *role != Role::Au),
        ) {
            self.ways_by_organization(person, organization, lead, &mut ways);
            self.ways_by_power_of_attorney(person, organization, lead, &mut ways);
            self.wide_ways(person, organization, lead, &mut ways);
            if usable && self.seated(person, organization, lead) {
                ways.push(Way::Group);
            }
        }
        if usable
            && self.says(Clause::ClearForAll, lead.tlp == Tlp::Clear)
            && self.says(Clause::Released, lead.released)
        {
            ways.push(Way::Public);
        }
        ways
    }

    fn may_read(&self, person: &Person, organization: &Organization) -> bool {
        self.says(Clause::PersonActive, person.active)
            && self.says(Clause::OrganizationActive, organization.active)
            && self.says(Clause::RoleReads, person.roles.iter().any(|role| reads(*role)))
    }

    fn walled_off(&self, person: &Person, lead: &Lead) -> bool {
        let own = lead.walls.contains(&person.organization);
        let principals = self.powers(person).filter(|power| {
            power.state == "VERIFIED" && power.from <= self.alliance.now && self.alliance.now < power.until
        });
        let principal = principals
            .into_iter()
            .any(|power| lead.walls.contains(&power.principal));
        !self.says(Clause::NoWallAroundOrganization, !own) || !self.says(Clause::NoWallAroundPrincipal, !principal)
    }

    fn is_named(&self, person: &Person, lead: &Lead) -> bool {
        let author = lead.author == person.id && person.organization == lead.owner;
        let mut grants = lead.to_people.iter().filter(|grant| grant.to == person.id);
        let granted = grants.any(|grant| self.says(Clause::NamedInTime, self.in_time(grant.until)));
        self.says(Clause::Named, author || granted)
    }

    fn in_time(&self, until: Option<jiff::Timestamp>) -> bool {
        until.is_none_or(|until| self.alliance.now < until)
    }

    /// Whether others than the owner's side and the desk may still use a lead.
    fn usable(&self, lead: &Lead) -> bool {
        self.says(Clause::UsableInTime, self.in_time(lead.usable_until))
    }

    /// Whether the person is in a sharing group to which the lead is open.
    fn seated(&self, person: &Person, organization: &Organization, lead: &Lead) -> bool {
        let is_in = |id: Uuid| {
            let group = self.alliance.groups.iter().find(|group| group.id == id).unwrap();
            let seated = group.members.iter().any(|(organization, named)| match named {
                Some(named) => *named == person.id,
                None => *organization == person.organization,
            });
            self.says(Clause::SeatedInGroup, seated)
                && self.says(Clause::GroupNotClosed, !group.closed)
                && self.says(Clause::GroupInTime, self.in_time(group.until))
        };
        let mut grants = lead.to_groups.iter();
        let granted =
            grants.any(|grant| self.says(Clause::GroupGrantInTime, self.in_time(grant.until)) && is_in(grant.to));
        let admitted = !matches!(
            organization.kind,
            OrganizationKind::Platform | OrganizationKind::Auditor
        );
        self.says(Clause::GroupGranted, granted)
            && self.says(Clause::AmberForGroups, lead.tlp <= Tlp::Amber)
            && self.says(Clause::KindForGroups, admitted)
    }

    /// Whether a lead is open to an organisation: as its owner, or by a grant that has not run out.
    fn open_to(&self, organization: Uuid, lead: &Lead) -> bool {
        let mut grants = lead.to_organizations.iter().filter(|grant| grant.to == organization);
        let granted = grants.any(|grant| self.says(Clause::OrganizationInTime, self.in_time(grant.until)));
        let granted = granted && self.usable(lead);
        self.says(Clause::OwnedByOrganization, lead.owner == organization)
            || self.says(Clause::GrantedToOrganization, granted)
    }

    fn ways_by_organization(&self, person: &Person, organization: &Organization, lead: &Lead, ways: &mut Vec<Way>) {
        let in_scope = self.in_scope(person, lead);
        if self.open_to(organization.id, lead) && self.says(Clause::WithinBrandScope, in_scope) {
            ways.push(Way::Own(organization.id));
        }
    }

    fn powers<'b>(&'b self, person: &'b Person) -> impl Iterator<Item = &'b PowerOfAttorney> {
        self.alliance
            .powers
            .iter()
            .filter(|power| power.agent == person.organization)
    }

    fn ways_by_power_of_attorney(
        &self,
        person: &Person,
        organization: &Organization,
        lead: &Lead,
        ways: &mut Vec<Way>,
    ) {
        // Counsel acts for principals; an association sees what the brands see that gave it a power of attorney.
        let agent = person.roles.contains(&Role::Mc) || organization.kind == OrganizationKind::Association;
        if !self.says(Clause::Agent, agent) || !self.says(Clause::AmberForAgents, lead.tlp <= Tlp::Amber) {
            return;
        }
        for power in self.powers(person) {
            let concerned = self.alliance.brands_of_in(power.principal, lead);
            let meets = |brands: &Option<Vec<Uuid>>, brand: &Uuid| brands.as_ref().is_none_or(|b| b.contains(brand));
            // What concerns no brand in particular is for whoever is limited to none.
            let covered = power.brands.is_none() || concerned.iter().any(|brand| meets(&power.brands, brand));
            let in_scope = person.scope.is_none()
                || concerned.iter().any(|brand| {
                    let covered = self.says(Clause::PowerCoversBrands, meets(&power.brands, brand));
                    covered && meets(&person.scope, brand)
                });
            let principal = self.alliance.organization(power.principal);
            if self.says(Clause::PowerVerified, power.state == "VERIFIED")
                && self.says(Clause::PrincipalActive, principal.active)
                && self.says(Clause::PowerBegun, power.from <= self.alliance.now)
                && self.says(Clause::PowerNotEnded, self.alliance.now < power.until)
                && self.says(
                    Clause::PowerAllowsReading,
                    power.actions.contains(&PoaAction::ReadLeads),
                )
                && self.says(Clause::PowerCoversBrands, covered)
                && self.says(Clause::WithinAgentsScope, in_scope)
                && self.open_to(power.principal, lead)
            {
                ways.push(Way::AgentOf(power.principal));
            }
        }
    }

    fn wide_ways(&self, person: &Person, organization: &Organization, lead: &Lead, ways: &mut Vec<Way>) {
        if self.says(Clause::DeskOfficer, person.roles.contains(&Role::So))
            && self.says(Clause::SubmittedForDesk, lead.submitted)
        {
            ways.push(Way::Desk);
        }
        let community = matches!(
            organization.kind,
            OrganizationKind::MemberBrand | OrganizationKind::Association | OrganizationKind::Secretariat
        );
        if !self.usable(lead) {
            return;
        }
        if self.says(Clause::GreenForCommunity, lead.tlp <= Tlp::Green)
            && self.says(Clause::SharedForCommunity, lead.shared)
            && self.says(Clause::ToCommunity, lead.community)
            && self.says(Clause::CommunityKind, community)
        {
            ways.push(Way::Community);
        }
        if self.says(Clause::GreenForOfficers, lead.tlp <= Tlp::Green)
            && self.says(Clause::SharedForOfficers, lead.shared)
            && self.says(Clause::Officer, organization.kind == OrganizationKind::LeAgency)
            && self.says(Clause::InArea, in_area(organization, lead))
        {
            ways.push(Way::Area);
        }
    }

    /// Who sees a lead sees of its items: all, if they are open, if the person is named, at the desk, of the owner or of a
    /// granted agency; else those of the own organisation's brands, or of the principal's. An agent sees all of what agents
    /// wrote for its principal.
    pub fn sees_item(&self, person: &Person, lead: &Lead, item: &Item) -> bool {
        let mut ways = self.ways(person, lead).into_iter();
        ways.any(|way| self.shows_item(person, lead, item, way))
    }

    /// Whether a way in which the person sees the lead shows an item.
    fn shows_item(&self, person: &Person, lead: &Lead, item: &Item, way: Way) -> bool {
        let brand_owner = item.brand.map(|brand| self.alliance.owner_of_brand(brand));
        let agency = |id: Uuid| self.alliance.organization(id).kind == OrganizationKind::LeAgency;
        let own = |is: &dyn Fn(Uuid) -> bool| matches!(way, Way::Own(organization) if is(organization));
        self.says(Clause::ItemsOpen, lead.items_open)
            || self.says(Clause::ItemOfNamed, way == Way::Named)
            || self.says(Clause::ItemOfDesk, way == Way::Desk)
            || self.says(Clause::ItemOfOwner, own(&|id| id == lead.owner))
            || self.says(Clause::ItemOfAgency, own(&agency))
            || self.says(Clause::ItemOfBrandOwner, own(&|id| brand_owner == Some(id)))
            || self.says(
                Clause::ItemOfPrincipal,
                brand_owner.is_some_and(|id| way == Way::AgentOf(id)),
            )
            || self.says(
                Clause::ItemOfAgentsLead,
                lead.by_agent && way == Way::AgentOf(lead.owner),
            )
            || self.says(
                Clause::ItemOfBystander,
                way.is_wide() && brand_owner == Some(person.organization) && self.in_scope(person, lead),
            )
    }

    /// Whether the lead concerns a brand of the person's own scope, or the person is limited to none.
    fn in_scope(&self, person: &Person, lead: &Lead) -> bool {
        let limited = person.roles.iter().all(|role| *role == Role::Mi || !reads(*role));
        let concerned = self.alliance.brands_of_in(person.organization, lead);
        match &person.scope {
            Some(scope) if limited => scope.iter().any(|brand| concerned.contains(brand)),
            _ => true,
        }
    }

    /// Whether one of the ways leads through one of these organisations.
    fn through(&self, person: &Person, lead: &Lead, organizations: &[Uuid]) -> bool {
        self.ways(person, lead).into_iter().any(|way| match way {
            Way::Named => organizations.contains(&person.organization),
            Way::Own(organization) | Way::AgentOf(organization) => organizations.contains(&organization),
            Way::Desk | Way::Group | Way::Community | Way::Area | Way::Public => false,
        })
    }

    /// Whether the person sees the lead as one of many.
    fn widely(&self, person: &Person, lead: &Lead) -> bool {
        self.ways(person, lead).into_iter().any(Way::is_wide)
    }

    fn at_desk(&self, person: &Person, lead: &Lead) -> bool {
        self.ways(person, lead).contains(&Way::Desk)
    }

    /// A delivery is its recipient's and the desk's; the owner's too once the recipient allows its name to be known.
    pub fn sees_delivery(&self, person: &Person, lead: &Lead, delivery: &Delivery) -> bool {
        let own = self.through(person, lead, &[delivery.recipient]);
        let owners = self.through(person, lead, &[lead.owner]);
        // In a group as one of the recipient, within the own brands.
        let seated = self.ways(person, lead).contains(&Way::Group)
            && person.organization == delivery.recipient
            && self.in_scope(person, lead);
        self.says(Clause::DeliveryOfRecipient, own)
            || self.says(Clause::DeliveryInGroup, seated)
            || self.says(Clause::DeliveryOfDesk, self.at_desk(person, lead))
            || (owners && self.says(Clause::AttributionAllowed, delivery.attribution))
    }

    /// A comment is for everybody who sees the lead, or for the owner's and the author's organisation, in whatever way
    /// they see it, and for the principal's for whom an agent wrote it.
    pub fn sees_comment(&self, person: &Person, lead: &Lead, comment: &Comment) -> bool {
        let authors = self.alliance.person(comment.author).organization;
        let principal = comment.on_behalf_of;
        let principals = principal.is_some_and(|principal| self.through(person, lead, &[principal]));
        (self.sees_lead(person, lead) && self.says(Clause::CommentForAll, comment.for_all))
            || self.says(Clause::CommentForOwner, self.through(person, lead, &[lead.owner]))
            || self.says(Clause::CommentForAuthors, self.through(person, lead, &[authors]))
            || self.says(Clause::CommentForPrincipal, principals)
            || (self.widely(person, lead)
                && (self.says(
                    Clause::CommentForBystanders,
                    person.organization == authors && self.in_scope(person, lead),
                ) || self.says(Clause::CommentForItsAuthor, person.id == comment.author)))
    }

    /// A subject is for everybody who sees the lead. A person is for those who would still see it if it were open only to
    /// those to whom the personal data are open as well, and never for a partner's token.
    pub fn sees_subject(&self, person: &Person, lead: &Lead, subject: &Subject) -> bool {
        if self.says(Clause::SubjectIsNoPerson, !subject.is_person) {
            return self.sees_lead(person, lead);
        }
        let mut narrow = lead.clone();
        let open = |clause, grant: &Grant| self.says(clause, grant.personal);
        narrow
            .to_people
            .retain(|grant| open(Clause::PersonalDataToNamed, grant));
        narrow
            .to_organizations
            .retain(|grant| open(Clause::PersonalDataToOrganization, grant));
        narrow
            .to_groups
            .retain(|grant| open(Clause::PersonalDataToGroup, grant));
        let partner = self.alliance.organization(person.organization).kind == OrganizationKind::Platform;
        let ways = self.ways(person, &narrow);
        let close = |way: &Way| !matches!(way, Way::Community | Way::Area | Way::Public);
        ways.iter().any(close) && self.says(Clause::NoPersonToPartner, !partner)
    }

    /// Evidence is seen by whoever would see the lead, or of what is about one item the item, under the evidence's own TLP. A
    /// partner's account brings evidence and reads none.
    pub fn sees_evidence(&self, person: &Person, lead: &Lead, evidence: &Evidence) -> bool {
        let reads = person.roles.iter().any(|role| reads(*role) && *role != Role::Ps);
        self.says(Clause::EvidenceRole, reads) && self.sees_evidence_entry(person, lead, evidence)
    }

    /// That it was added is seen in the timeline by the same people, partners' accounts among them.
    pub fn sees_evidence_entry(&self, person: &Person, lead: &Lead, evidence: &Evidence) -> bool {
        let sees = |lead: &Lead| match evidence.of(lead) {
            Some(item) => self.sees_item(person, lead, item),
            None => self.sees_lead(person, lead),
        };
        sees(lead) && self.says(Clause::EvidenceWithinTlp, sees(&evidence.narrowed(lead)))
    }

    /// What concerns the keepers of evidence alone: those of the owner's side and at the desk who see it.
    pub fn sees_evidence_entry_of_keepers(&self, person: &Person, lead: &Lead, evidence: &Evidence) -> bool {
        let lead = &evidence.narrowed(lead);
        let keeps = |way: &Way| match way {
            Way::Named => person.organization == lead.owner,
            Way::Own(organization) | Way::AgentOf(organization) => *organization == lead.owner,
            Way::Desk => true,
            Way::Group | Way::Community | Way::Area | Way::Public => false,
        };
        let mut ways = self.ways(person, lead).into_iter().filter(keeps);
        ways.any(|way| {
            evidence
                .of(lead)
                .is_none_or(|item| self.shows_item(person, lead, item, way))
        })
    }

    /// Some entries of the timeline are only for the owner and the desk.
    pub fn sees_entry_of_keepers(&self, person: &Person, lead: &Lead) -> bool {
        self.says(Clause::EntryForOwner, self.through(person, lead, &[lead.owner]))
            || self.says(Clause::EntryForDesk, self.at_desk(person, lead))
    }
}

/// The roles that read leads at all (domain.md §5.2).
fn reads(role: Role) -> bool {
    match role {
        Role::So | Role::Ma | Role::Mi | Role::Mc | Role::Le | Role::Ps | Role::Au => true,
        Role::Sa | Role::Fm | Role::Mf | Role::Ap => false,
    }
}

/// Whether a lead's place lies in an agency's area. A lead without a place is everybody's; an agency of a country without
/// a division is responsible for all of it.
fn in_area(agency: &Organization, lead: &Lead) -> bool {
    let Some(country) = lead.country else { return true };
    let division = lead.division.unwrap_or_default();
    country == agency.country && division.starts_with(agency.division.unwrap_or_default())
}
