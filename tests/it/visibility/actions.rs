//! Offline actions against the oracle: under embargo their team's people and nobody else; released, its organisations within
//! brands and the desk; never past a wall.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{
    audience::{self, Keys, Kind},
    audit,
    permissions::{
        Action, Role, Scope,
        embargo::{ActionFacts, TeamOrganization, action_audience},
        table::scope,
        viewer::OrganizationKind,
    },
    platform::{
        clock::micros,
        ids::{IdKind, encode},
    },
};
use uuid::Uuid;

use super::{
    generated::Size,
    kept::{Stored, stored},
    records::Person as Record,
};
use crate::{both_databases, support::Asks as _};

const SIZE: Size = Size { people: 160, leads: 8 };

/// An action as the oracle knows it.
struct Known {
    id: Uuid,
    facts: ActionFacts,
    walls: Vec<Uuid>,
}

/// The rule, said slowly.
fn sees(stored: &Stored, person: &Record, action: &Known) -> bool {
    let home = stored.alliance.organization(person.organization);
    let reads = |role: &Role| scope(*role, Action::OfflineActionRead) != Scope::No;
    if !person.active || !home.active || !person.roles.iter().any(reads) {
        return false;
    }
    let powers = stored.alliance.powers.iter().filter(|power| power.agent == home.id);
    let in_date = powers.filter(|power| {
        power.state == "VERIFIED" && power.from <= stored.alliance.now && stored.alliance.now < power.until
    });
    let mut sides: Vec<Uuid> = in_date.map(|power| power.principal).collect();
    sides.push(home.id);
    if sides.iter().any(|side| action.walls.contains(side)) {
        return false;
    }
    // What names somebody never goes to a partner's token, and nothing else of an action is for partners.
    if home.kind == OrganizationKind::Platform {
        return false;
    }
    if action.facts.team.contains(&person.id) {
        return true;
    }
    if action.facts.embargo {
        return false;
    }
    if home.kind == OrganizationKind::Secretariat && person.roles.contains(&Role::So) {
        return true;
    }
    let Some(of) = action.facts.organizations.iter().find(|of| of.organization == home.id) else {
        return false;
    };
    let is_limited = person.roles.iter().all(|role| *role == Role::Mi || !reads(role));
    match &person.scope {
        Some(brands) if is_limited => brands.iter().any(|brand| of.brands.contains(brand)),
        _ => true,
    }
}

/// Every few people are on the team of an action of their own, every other one of them released.
async fn actions(stored: &Stored) -> Vec<Known> {
    let people = &stored.alliance.people;
    let mut known = Vec::new();
    for number in 0..24_usize {
        let team: Vec<&Record> = people.iter().skip(number % 7).step_by(11 + number % 5).collect();
        let homes: BTreeSet<Uuid> = team.iter().map(|person| person.organization).collect();
        let organizations = homes.into_iter().filter_map(|id| {
            let home = stored.alliance.organization(id);
            (home.kind != OrganizationKind::Secretariat).then(|| TeamOrganization {
                organization: id,
                brands: home.brands.iter().copied().take(1).collect(),
            })
        });
        let facts = ActionFacts {
            team: team.iter().map(|person| person.id).collect(),
            organizations: organizations.collect(),
            embargo: number % 2 == 0,
        };
        let walls = match number % 4 {
            3 => facts.organizations.iter().map(|of| of.organization).take(2).collect(),
            _ => Vec::new(),
        };
        let id = stored.world.id();
        write(stored, number, id, (&facts, &walls)).await;
        known.push(Known { id, facts, walls });
    }
    stored.world.authorization_changed().await;
    known
}

async fn write(stored: &Stored, number: usize, id: Uuid, (facts, walls): (&ActionFacts, &[Uuid])) {
    let (world, anybody) = (&stored.world, &stored.alliance.people[0]);
    let now = micros(world.now()) + i64::try_from(number).unwrap();
    let row = entity::offline_action::ActiveModel {
        id: Set(id),
        reference: Set(format!("OA-26-{number:06}")),
        operation_id: Set(None),
        title: Set("Generated".to_owned()),
        kind: Set("RAID".to_owned()),
        state: Set("SCHEDULED".to_owned()),
        own_case: Set(true),
        lead_agency_id: Set(anybody.organization),
        proposed_by: Set(anybody.id),
        organization_id: Set(anybody.organization),
        risk_notes: Set(None),
        embargo: Set(facts.embargo),
        starts_at: Set(Some(now)),
        ends_at: Set(Some(now)),
        time_zone: Set(Some("Asia/Shanghai".to_owned())),
        reason: Set(None),
        executed_at: Set(None),
        closed_at: Set(None),
        revision: Set(0),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    let tx = world.begin().await;
    entity::offline_action::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .unwrap();
    entity::action_site::Entity::insert(site(world.id(), id, number))
        .exec_without_returning(tx.connection())
        .await
        .unwrap();
    let keys = Keys {
        id,
        root: id,
        created_at: now,
        due_at: now,
        priority: 0,
        open: true,
    };
    audience::replace(&tx, Kind::Action, keys, &action_audience(facts))
        .await
        .unwrap();
    audience::set_walls(&tx, id, walls).await.unwrap();
    let act = audit::Act::on(audit::Category::Content, "test", IdKind::Action, id).of_action(id);
    let proof = audit::record(&tx, world.app.ids.as_ref(), audit::Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}

/// A site of an action that lies where no other one does.
fn site(id: Uuid, action: Uuid, number: usize) -> entity::action_site::ActiveModel {
    let degrees = i32::try_from(number).unwrap() * 1_000_000;
    entity::action_site::ActiveModel {
        id: Set(id),
        action_id: Set(action),
        position: Set(0),
        kind: Set("SALES".to_owned()),
        country: Set("CN".to_owned()),
        division_code: Set(None),
        address: Set("Generated".to_owned()),
        place_hash: Set(id.simple().to_string()),
        latitude_e6: Set(Some(degrees)),
        longitude_e6: Set(Some(degrees)),
        removed_at: Set(None),
    }
}

/// The actions whose sites somebody finds on the map, each of them once.
async fn mapped(asks: &impl crate::support::Asks) -> BTreeSet<String> {
    let map = "{ actionSiteMap { sites isTruncated places { sites actions actionIds } } }";
    let answer = asks.graphql(map, json!({})).await;
    if let Some(code) = answer.error_code() {
        assert!(matches!(code, "UNAUTHENTICATED" | "FORBIDDEN"), "{answer}");
        return BTreeSet::new();
    }
    let places = answer.list("/actionSiteMap/places");
    let found: BTreeSet<String> = places
        .iter()
        .flat_map(|place| place["actionIds"].as_array().unwrap())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    assert!(
        places.iter().all(|place| place["sites"] == 1 && place["actions"] == 1),
        "{answer}"
    );
    assert_eq!(
        answer.number("/actionSiteMap/sites"),
        i64::try_from(found.len()).unwrap()
    );
    found
}

both_databases! {
    async fn i28_lists_counts_and_nodes_of_actions_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let known = actions(&stored).await;
        let (mut shown, mut hidden) = (0, 0);
        for person in &stored.alliance.people {
            let asks = stored.asks(person);
            let expected: BTreeSet<String> = known
                .iter()
                .filter(|action| sees(&stored, person, action))
                .map(|action| encode(IdKind::Action, action.id))
                .collect();
            let list = "{ offlineActions(first: 100) { totalCount nodes { id } } }";
            let answer = asks.graphql(list, json!({})).await;
            let found: BTreeSet<String> = match answer.error_code() {
                Some(code) => {
                    assert!(matches!(code, "UNAUTHENTICATED" | "FORBIDDEN"), "{answer}");
                    BTreeSet::new()
                }
                None => {
                    let found: BTreeSet<String> = answer.texts("/offlineActions/nodes", "/id").into_iter().collect();
                    assert_eq!(answer.number("/offlineActions/totalCount"), i64::try_from(found.len()).unwrap());
                    found
                }
            };
            assert_eq!(found, expected, "{:?} of {:?}", person.roles, stored.alliance.organization(person.organization).kind);
            assert_eq!(mapped(&asks).await, expected, "on the map: {:?}", person.roles);
            let ids: Vec<String> = known.iter().map(|action| encode(IdKind::Action, action.id)).collect();
            let nodes = asks.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", json!({ "ids": ids })).await;
            if nodes.error_code().is_none() {
                let seen: Vec<bool> = nodes.list("/nodes").iter().map(|node| *node != Value::Null).collect();
                let expected: Vec<bool> = ids.iter().map(|id| expected.contains(id)).collect();
                assert_eq!(seen, expected, "{:?}", person.roles);
            }
            shown += expected.len();
            hidden += known.len() - expected.len();
        }
        assert!(shown > 100 && hidden > 1_000, "{shown} seen, {hidden} not");
    }
}
