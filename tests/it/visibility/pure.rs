//! The rules of production, without a database, against the oracle: every person and every object of a large alliance.

use std::{cell::OnceCell, collections::BTreeSet};

use jiff::Timestamp;
use strum::VariantArray as _;
use touchstone::permissions::{
    Action, Viewer,
    audience::{
        AudienceRow, Author, Bystander, LeadFacts, NamedPerson, OpenGroup, OpenOrganization, comment_audience,
        delivery_audience, evidence_audience, item_audience, keepers_audience, lead_audience, subject_audience,
    },
    viewer::{GroupSeat, Mandate, OrganizationKind},
};
use uuid::Uuid;

use super::{
    clause::Clause,
    generated::{self, Size},
    oracle::Oracle,
    records::{Alliance, Lead, Person},
};

fn viewer(alliance: &Alliance, person: &Person) -> Viewer {
    let organization = alliance.organization(person.organization);
    let powers = alliance
        .powers
        .iter()
        .filter(|power| power.agent == organization.id && power.state == "VERIFIED");
    Viewer {
        person: person.id,
        session: None,
        organization: organization.id,
        kind: organization.kind,
        active: person.active && organization.active,
        roles: person.roles.clone(),
        brand_scope: person.scope.clone(),
        mandates: powers
            .map(|power| Mandate {
                principal: power.principal,
                principal_active: alliance.organization(power.principal).active,
                brands: power.brands.clone(),
                actions: power.actions.clone(),
                valid_from: power.from,
                valid_until: power.until,
            })
            .collect(),
        groups: alliance
            .groups
            .iter()
            .filter(|group| !group.closed)
            .filter(|group| {
                group.members.iter().any(|(organization, named)| match named {
                    Some(named) => *named == person.id,
                    None => *organization == person.organization,
                })
            })
            .map(|group| GroupSeat {
                group: group.id,
                until: group.until,
            })
            .collect(),
        country: organization.country.to_owned(),
        division: organization.division.map(str::to_owned),
        enrolled: false,
        confined: false,
        service: None,
    }
}

fn open(
    alliance: &Alliance,
    lead: &Lead,
    organization: Uuid,
    valid_until: Option<Timestamp>,
    personal_data: bool,
) -> OpenOrganization {
    OpenOrganization {
        organization,
        personal_data,
        agency: alliance.organization(organization).kind == OrganizationKind::LeAgency,
        brands: alliance.brands_of_in(organization, lead),
        valid_until,
    }
}

fn bystanders(alliance: &Alliance, lead: &Lead) -> Vec<Bystander> {
    let owners = lead
        .items
        .iter()
        .filter_map(|item| item.brand)
        .map(|brand| alliance.owner_of_brand(brand));
    let authors = lead
        .comments
        .iter()
        .map(|comment| alliance.person(comment.author).organization);
    let organizations: BTreeSet<Uuid> = owners.chain(authors).collect();
    let bystander = |id: Uuid| {
        let organization = alliance.organization(id);
        Bystander {
            organization: id,
            brands: alliance.brands_of_in(id, lead),
            wide: organization
                .kind
                .wide_principals(organization.country, organization.division),
        }
    };
    organizations.into_iter().map(bystander).collect()
}

fn facts(alliance: &Alliance, lead: &Lead) -> LeadFacts {
    let mut named = Vec::new();
    if alliance.person(lead.author).organization == lead.owner {
        named.push(NamedPerson {
            person: lead.author,
            organization: lead.owner,
            personal_data: true,
            valid_until: None,
        });
    }
    named.extend(lead.to_people.iter().map(|grant| NamedPerson {
        person: grant.to,
        organization: alliance.person(grant.to).organization,
        personal_data: grant.personal,
        valid_until: grant.until,
    }));
    LeadFacts {
        owner: open(alliance, lead, lead.owner, None, true),
        tlp: lead.tlp,
        handling_code: lead.handling,
        submitted: lead.submitted,
        shared: lead.shared,
        community: lead.community,
        released: lead.released,
        named,
        granted: lead
            .to_organizations
            .iter()
            .map(|grant| open(alliance, lead, grant.to, grant.until, grant.personal))
            .collect(),
        groups: lead
            .to_groups
            .iter()
            .map(|grant| OpenGroup {
                group: grant.to,
                personal_data: grant.personal,
                valid_until: grant.until,
            })
            .collect(),
        usable_until: lead.usable_until,
        bystanders: bystanders(alliance, lead),
        country: lead.country.map(str::to_owned),
        division: lead.division.map(str::to_owned),
        items_open: lead.items_open,
        by_agent: lead.by_agent,
        sandbox_until: None,
    }
}

/// Whether rows and a viewer meet, in time and with no wall between.
fn meet(alliance: &Alliance, lead: &Lead, name: &str, rows: &[AudienceRow], viewer: &Viewer) -> bool {
    let now = alliance.now;
    let action = if name.starts_with("evidence") {
        Action::EvidenceRead
    } else {
        Action::LeadRead
    };
    let (principals, _) = viewer.principals(action, now);
    let walled = viewer
        .walled_organizations(now)
        .iter()
        .any(|organization| lead.walls.contains(organization));
    let in_time = |row: &AudienceRow| row.valid_until.is_none_or(|until| now < until);
    !walled
        && rows
            .iter()
            .any(|row| in_time(row) && principals.contains(&row.principal))
}

/// Every object of a lead with a name, its rows and the oracle's question about it.
type Question<'a> = Box<dyn Fn(&Oracle<'_>, &Person) -> bool + 'a>;

fn objects<'a>(alliance: &Alliance, lead: &'a Lead) -> Vec<(String, Vec<AudienceRow>, Question<'a>)> {
    let facts = facts(alliance, lead);
    let rows = lead_audience(&facts);
    let mut objects: Vec<(String, Vec<AudienceRow>, Question<'a>)> = vec![
        (
            "lead".to_owned(),
            rows.clone(),
            Box::new(move |oracle, person| oracle.sees_lead(person, lead)),
        ),
        (
            "entry of keepers".to_owned(),
            keepers_audience(&facts, &rows),
            Box::new(move |oracle, person| oracle.sees_entry_of_keepers(person, lead)),
        ),
    ];
    for item in &lead.items {
        let owner = item.brand.map(|brand| alliance.owner_of_brand(brand));
        let of = item_audience(&facts, &rows, owner);
        objects.push((
            format!("item {owner:?}"),
            of,
            Box::new(move |oracle, person| oracle.sees_item(person, lead, item)),
        ));
    }
    for delivery in &lead.deliveries {
        let of = delivery_audience(&facts, &rows, delivery.recipient, delivery.attribution);
        let question: Question<'a> = Box::new(move |oracle, person| oracle.sees_delivery(person, lead, delivery));
        objects.push((format!("delivery to {}", delivery.recipient), of, question));
    }
    for comment in &lead.comments {
        let organization = alliance.person(comment.author).organization;
        let author = Author {
            person: comment.author,
            organization,
            on_behalf_of: comment.on_behalf_of,
        };
        let of = comment_audience(&facts, &rows, author, comment.for_all);
        let question: Question<'a> = Box::new(move |oracle, person| oracle.sees_comment(person, lead, comment));
        objects.push((format!("comment of {organization}"), of, question));
    }
    for subject in &lead.subjects {
        let of = subject_audience(&facts, &rows, subject.is_person);
        let question: Question<'a> = Box::new(move |oracle, person| oracle.sees_subject(person, lead, subject));
        objects.push((format!("subject, a person: {}", subject.is_person), of, question));
    }
    for evidence in lead.evidence() {
        let brand_owner = |id| {
            let item = lead.items.iter().find(|item| item.id == id).unwrap();
            item.brand.map(|brand| alliance.owner_of_brand(brand))
        };
        let of = evidence_audience(&facts, evidence.tlp, evidence.item.map(brand_owner));
        let name = format!("evidence at {:?} about {:?}", evidence.tlp, evidence.item);
        objects.push((
            name,
            of,
            Box::new(move |oracle, person| oracle.sees_evidence(person, lead, &evidence)),
        ));
    }
    objects
}

fn large() -> Alliance {
    let now = "2026-03-09T01:00:00Z".parse().unwrap();
    generated::alliance(
        20_260_309,
        now,
        &Size {
            people: 260,
            leads: 220,
        },
    )
}

#[test]
fn the_generated_alliance_has_everybody() {
    assert!(generated::has_everybody(&large()));
}

#[test]
fn everybody_sees_what_the_oracle_says() {
    let alliance = large();
    let oracle = Oracle {
        alliance: &alliance,
        forced: None,
    };
    let viewers: Vec<Viewer> = alliance.people.iter().map(|person| viewer(&alliance, person)).collect();
    let (mut seen, mut hidden, mut wrong) = (0, 0, Vec::new());
    for lead in &alliance.leads {
        for (name, rows, question) in objects(&alliance, lead) {
            for (person, viewer) in alliance.people.iter().zip(&viewers) {
                let expected = question(&oracle, person);
                if meet(&alliance, lead, &name, &rows, viewer) != expected {
                    wrong.push(format!(
                        "{name} of {} at {:?}: {expected} for {:?} of {:?}, by {:?}",
                        lead.id,
                        lead.tlp,
                        person.roles,
                        viewer.kind,
                        oracle.ways(person, lead)
                    ));
                }
                *(if expected { &mut seen } else { &mut hidden }) += 1;
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong, such as\n{}",
        wrong.len(),
        wrong[..wrong.len().min(10)].join("\n")
    );
    assert!(seen > 10_000 && hidden > 10_000, "{seen} seen, {hidden} hidden");
}

#[test]
fn a_part_is_never_seen_without_its_lead() {
    let alliance = large();
    let viewers: Vec<Viewer> = alliance.people.iter().map(|person| viewer(&alliance, person)).collect();
    for lead in &alliance.leads {
        let objects = objects(&alliance, lead);
        for viewer in &viewers {
            let whole = meet(&alliance, lead, "lead", &objects[0].1, viewer);
            for (name, rows, _) in &objects {
                assert!(
                    whole || !meet(&alliance, lead, name, rows, viewer),
                    "{name} of {}",
                    lead.id
                );
            }
        }
    }
}

/// How often a clause alone decides: as it is the object is seen and with the clause forced to false not, and the other
/// way round.
#[test]
fn every_clause_decides_at_least_twenty_pairs_each_way() {
    const ENOUGH: usize = 20;
    let alliance = large();
    let plain = Oracle {
        alliance: &alliance,
        forced: None,
    };
    // Lead by lead, each with all its parts: so what is rare about a part is met early, too.
    let questions: Vec<Question<'_>> = alliance
        .leads
        .iter()
        .flat_map(|lead| objects(&alliance, lead).into_iter().map(|(_, _, question)| question))
        .collect();
    let answers: Vec<OnceCell<Vec<bool>>> = questions.iter().map(|_| OnceCell::new()).collect();
    let answer = |question: &Question<'_>| alliance.people.iter().map(|person| question(&plain, person)).collect();
    let mut too_few = Vec::new();
    for clause in Clause::VARIANTS {
        let force = |value| Oracle {
            alliance: &alliance,
            forced: Some((*clause, value)),
        };
        let (mut opens, mut closes) = (0, 0);
        for (question, answers) in questions.iter().zip(&answers) {
            let answers: &Vec<bool> = answers.get_or_init(|| answer(question));
            for (person, seen) in alliance.people.iter().zip(answers) {
                let turned = question(&force(!seen), person) != *seen;
                *(if *seen { &mut opens } else { &mut closes }) += usize::from(turned);
            }
            if opens >= ENOUGH && closes >= ENOUGH {
                break;
            }
        }
        if opens < ENOUGH || closes < ENOUGH {
            too_few.push(format!(
                "{clause:?}: seen by it alone {opens}, hidden by it alone {closes}"
            ));
        }
    }
    assert!(too_few.is_empty(), "\n{}", too_few.join("\n"));
}
