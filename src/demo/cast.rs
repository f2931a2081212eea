//! Who plays in a lead of the demo: who writes it, whose brands it concerns, who answers.

use super::{
    brands::{BRANDS, Brand, POWERS},
    dice::Dice,
    draft::{self, Draft},
    organizations::{ORGANIZATIONS, Organization, Person, organization},
    plan::Fate,
};
use crate::{
    leads::rules::LeadSource,
    permissions::{
        Role,
        audience::Tlp,
        viewer::{OrganizationKind, PoaAction},
    },
};

/// A person and its organisation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Who {
    pub(super) organization: &'static Organization,
    pub(super) person: &'static Person,
}

impl Who {
    pub(super) fn email(self) -> String {
        self.organization.email(self.person)
    }

    pub(super) fn has(self, role: Role) -> bool {
        self.person.roles.contains(&role)
    }
}

/// The people and the content of a lead.
#[derive(Debug)]
pub(super) struct Cast {
    pub(super) writer: Who,
    pub(super) owner: &'static Organization,
    pub(super) source: LeadSource,
    pub(super) tlp: Tlp,
    pub(super) draft: Draft,
    /// The right holders to whom it goes, each with who answers.
    pub(super) recipients: Vec<(&'static Organization, Who)>,
    /// The agency it goes to as well.
    pub(super) agency: Option<&'static Organization>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writer {
    Desk,
    Partner,
    Member,
    Agency,
    Association,
    Agent,
}

impl Writer {
    /// How often whom writes: partners' leads wait for others, because a partner shares nothing itself.
    fn of(fate: Fate, dice: &mut Dice) -> Self {
        let odds: [(i64, Self); 6] = [
            (40, Self::Desk),
            (
                if fate.is_shared() || fate == Fate::Draft { 0 } else { 35 },
                Self::Partner,
            ),
            (18, Self::Member),
            (8, Self::Agency),
            (7, Self::Association),
            (6, Self::Agent),
        ];
        let mut left = dice.between(1..=odds.iter().map(|(odds, _)| odds).sum());
        for (odds, writer) in odds {
            left -= odds;
            if left <= 0 {
                return writer;
            }
        }
        Self::Desk
    }
}

/// Casts the lead about a brand.
pub(super) fn cast(fate: Fate, brand: &'static Brand, dice: &mut Dice) -> Option<Cast> {
    let writer = Writer::of(fate, dice);
    let tlp = tlp(fate, writer, dice);
    let (who, owner, source) = author(writer, fate, brand, tlp, dice)?;
    let brands = brands(writer, fate, brand, owner, dice);
    let shop = writer == Writer::Desk && brands.len() == 1 && dice.chance(15);
    let draft = shop.then(|| draft::authorized(brands[0], dice)).flatten();
    let draft = draft.unwrap_or_else(|| {
        let is_place = brands.len() == 1 && dice.chance(if writer == Writer::Agency { 70 } else { 12 });
        if is_place {
            draft::offline(brands[0], dice)
        } else {
            draft::online(&brands, dice)
        }
    });
    let mut recipients: Vec<(&'static Organization, Who)> = Vec::new();
    for brand in brands.iter().filter(|brand| brand.owner != owner.key) {
        let recipient = organization(brand.owner)?;
        recipients.push((recipient, responder(brand, recipient, tlp, dice)?));
    }
    if fate.is_shared() && recipients.is_empty() {
        // An agent's lead about its principal's own brand goes to nobody else.
        return None;
    }
    let agency = agency(&draft, tlp, dice).filter(|agency| agency.key != owner.key);
    Some(Cast {
        writer: who,
        owner,
        source,
        tlp,
        draft,
        recipients,
        agency,
    })
}

fn tlp(fate: Fate, writer: Writer, dice: &mut Dice) -> Tlp {
    let roll = match dice.between(1..=100) {
        1..=48 => Tlp::Amber,
        49..=78 => Tlp::AmberStrict,
        79..=92 => Tlp::Green,
        93..=97 => Tlp::Red,
        _ => Tlp::Clear,
    };
    match (roll, writer) {
        // An agent does not see what is for the organisation alone.
        (_, Writer::Agent) => Tlp::Amber,
        (Tlp::Red, Writer::Desk) if fate.is_red_possible() => Tlp::Red,
        (Tlp::Green | Tlp::Clear, Writer::Desk) | (Tlp::AmberStrict, _) => roll,
        (Tlp::Green, Writer::Member | Writer::Association) => Tlp::Green,
        _ => Tlp::Amber,
    }
}

/// Who writes, for which organisation, and what the secretariat and partners give as the source.
fn author(
    writer: Writer,
    fate: Fate,
    brand: &'static Brand,
    tlp: Tlp,
    dice: &mut Dice,
) -> Option<(Who, &'static Organization, LeadSource)> {
    let of = |key: &str, roles: &[Role], dice: &mut Dice| {
        let organization = organization(key)?;
        let people: Vec<&'static Person> = organization.with_role(roles).collect();
        (!people.is_empty()).then(|| Who {
            organization,
            person: dice.pick::<&_>(&people),
        })
    };
    // Only administrators may open a lead to the community.
    let writers: &[Role] = if tlp == Tlp::Green {
        &[Role::Ma]
    } else {
        &[Role::Ma, Role::Mi]
    };
    let (who, owner, source) = match writer {
        Writer::Desk => {
            let source = *dice.pick(&[
                LeadSource::Model,
                LeadSource::Model,
                LeadSource::PublicTip,
                LeadSource::Member,
            ]);
            let roles: &[Role] = if tlp == Tlp::Clear { &[Role::Sa] } else { &[Role::So] };
            let mut who = of("secretariat", roles, dice)?;
            while tlp == Tlp::Clear && !who.has(Role::So) {
                who = of("secretariat", roles, dice)?;
            }
            (who, who.organization, source)
        }
        Writer::Partner => {
            let who = of("baixiangji", &[Role::Ps], dice)?;
            (who, who.organization, LeadSource::Model)
        }
        Writer::Member => {
            let own = if fate.is_shared() {
                other_brand(brand, dice)
            } else {
                brand
            };
            let mut who = of(own.owner, writers, dice)?;
            while !covers(who.person, own) {
                who = of(own.owner, writers, dice)?;
            }
            (who, who.organization, LeadSource::Member)
        }
        Writer::Agency => {
            let key = *dice.pick(&["nanyu-msb", "nanyu-msb", "aduana-serra"]);
            let who = of(key, &[Role::Le], dice)?;
            (who, who.organization, LeadSource::Le)
        }
        Writer::Association => {
            let who = of("genuine-guild", writers, dice)?;
            (who, who.organization, LeadSource::Association)
        }
        Writer::Agent => {
            let who = of("pereira-ashdown", &[Role::Mc], dice)?;
            (who, organization("orvelline")?, LeadSource::Member)
        }
    };
    Some((who, owner, source))
}

fn covers(person: &Person, brand: &Brand) -> bool {
    person.brands.is_empty() || person.brands.contains(&brand.key)
}

/// A brand of somebody else.
fn other_brand(brand: &Brand, dice: &mut Dice) -> &'static Brand {
    let others: Vec<&'static Brand> = BRANDS.iter().filter(|other| other.owner != brand.owner).collect();
    dice.pick::<&_>(&others)
}

/// The brands it concerns: a member's or agent's lead has one of the owner's first.
fn brands(
    writer: Writer,
    fate: Fate,
    brand: &'static Brand,
    owner: &Organization,
    dice: &mut Dice,
) -> Vec<&'static Brand> {
    let own: Vec<&'static Brand> = BRANDS.iter().filter(|own| own.owner == owner.key).collect();
    match writer {
        Writer::Member | Writer::Agent if fate.is_shared() && brand.owner != owner.key => vec![*dice.pick(&own), brand],
        Writer::Member | Writer::Agent if brand.owner != owner.key => vec![*dice.pick(&own)],
        _ if dice.chance(16) => vec![brand, other_brand(brand, dice)],
        _ => vec![brand],
    }
}

/// Who answers for a right holder: mostly an investigator of the brand, at times an agent.
fn responder(brand: &Brand, recipient: &'static Organization, tlp: Tlp, dice: &mut Dice) -> Option<Who> {
    let may_answer = |power: &&super::brands::Power| {
        let of_brand = power.brands.is_empty() || power.brands.contains(&brand.key);
        let allows = power.actions.contains(&PoaAction::AnswerDeliveries);
        power.principal == recipient.key && power.verified && of_brand && allows
    };
    let power = POWERS
        .iter()
        .find(may_answer)
        .filter(|_| tlp == Tlp::Amber && dice.chance(30));
    let (organization, roles) = match power.and_then(|power| organization(power.agent)) {
        Some(agent) => (agent, [Role::Mc]),
        None if tlp != Tlp::Red && dice.chance(12) => (recipient, [Role::Ma]),
        None => (recipient, [Role::Mi]),
    };
    let people: Vec<&'static Person> = organization
        .with_role(&roles)
        .filter(|person| covers(person, brand))
        .collect();
    (!people.is_empty()).then(|| Who {
        organization,
        person: dice.pick::<&_>(&people),
    })
}

/// The agency that is competent for the place, for most of what happens off line and some of the rest.
fn agency(draft: &Draft, tlp: Tlp, dice: &mut Dice) -> Option<&'static Organization> {
    let country = draft.country.filter(|_| tlp != Tlp::Red)?;
    let wanted = dice.chance(if draft.division.is_some() { 75 } else { 10 });
    let competent = |agency: &&Organization| {
        let area = agency.division.unwrap_or_default();
        let in_area = draft.division.is_none_or(|division| division.starts_with(area));
        agency.kind == OrganizationKind::LeAgency && agency.country == country && in_area
    };
    ORGANIZATIONS.iter().find(competent).filter(|_| wanted)
}
