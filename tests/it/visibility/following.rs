//! What people and organisations noted of leads, what they were told and what shifts left, against the oracle: none of it
//! tells of what one does not see, nor to another organisation.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::json;
use touchstone::platform::{
    clock::micros,
    ids::{IdKind, encode},
};
use uuid::Uuid;

use super::{
    generated::Size,
    kept::{Object, Stored, stored},
    records::Person as Record,
};
use crate::{both_databases, support::Asks as _};

const SIZE: Size = Size { people: 120, leads: 24 };

/// The objects by which a notification is seen.
fn is_told_of(object: &Object) -> Option<&'static str> {
    match object.kind {
        IdKind::Lead => Some("lead"),
        IdKind::Delivery => Some("delivery"),
        IdKind::Comment => Some("comment"),
        IdKind::Entry => Some("entry"),
        IdKind::Evidence => Some("evidence"),
        _ => None,
    }
}

/// Tells a person of some objects, whether it sees them or not: as if it had seen all of them once.
async fn tell(stored: &Stored, person: &Record, number: usize) -> BTreeMap<Uuid, usize> {
    let mut told = BTreeMap::new();
    let mut rows = Vec::new();
    let step = 3;
    for (at, object) in stored.objects.iter().enumerate().skip(number % step).step_by(step) {
        let Some(kind) = is_told_of(object) else { continue };
        let id = stored.world.id();
        told.insert(id, at);
        rows.push(entity::notification::ActiveModel {
            id: Set(id),
            person_id: Set(person.id),
            kind: Set("COMMENTED".to_owned()),
            lead_id: Set(Some(stored.lead(object).id)),
            object_kind: Set(kind.to_owned()),
            object_id: Set(object.id),
            cause: Set(format!("event:{id}")),
            created_at: Set(micros(stored.world.now())),
            read_at: Set(None),
            archived_at: Set(None),
            mail: Set(None),
            told_in: Set(None),
        });
    }
    for rows in rows.chunks(50) {
        let insert = entity::notification::Entity::insert_many(rows.to_vec());
        insert
            .exec_without_returning(stored.world.app.db.write())
            .await
            .unwrap();
    }
    told
}

both_databases! {
    async fn i24_notifications_and_their_count_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let (mut shown, mut hidden) = (0, 0);
        for (number, person) in stored.alliance.people.iter().enumerate() {
            let told = tell(&stored, person, number).await;
            let asks = stored.asks(person);
            let document = "query($after: String) { unreadNotifications notifications(first: 100, after: $after) { totalCount \
                pageInfo { hasNextPage endCursor } nodes { id lead { id } } } }";
            let mut found = BTreeSet::new();
            let mut after = serde_json::Value::Null;
            let mut counts = Vec::new();
            loop {
                let page = asks.graphql(document, json!({ "after": after })).await;
                if !stored.may_ask(person) && page.error_code().is_some() {
                    assert!(matches!(page.error_code(), Some("UNAUTHENTICATED" | "FORBIDDEN" | "SECOND_FACTOR_REQUIRED")), "{page}");
                    break;
                }
                let page = page.ok();
                found.extend(page.texts("/notifications/nodes", "/id"));
                counts.push((page.number("/unreadNotifications"), page.number("/notifications/totalCount")));
                assert!(page.list("/notifications/nodes").iter().all(|node| node["lead"]["id"].is_string()), "{page}");
                after = page.data("/notifications/pageInfo/endCursor").clone();
                if page.data("/notifications/pageInfo/hasNextPage") != true {
                    break;
                }
            }
            let sees = |at: &usize| stored.may_ask(person) && stored.sees(person, &stored.objects[*at]);
            let expected: BTreeSet<String> =
                told.iter().filter(|(_, at)| sees(at)).map(|(id, _)| encode(IdKind::Notification, *id)).collect();
            assert_eq!(found, expected, "{:?} {}", person.roles, person.id);
            let total = i64::try_from(expected.len()).unwrap();
            assert!(counts.iter().all(|count| *count == (total, total)), "{counts:?} of {total}");
            shown += expected.len();
            hidden += told.len() - expected.len();
        }
        assert!(shown > 300 && hidden > 1_000, "{shown} shown, {hidden} hidden");
    }

    async fn i30_who_is_on_leads_is_known_to_the_own_organisation_alone(world: World) {
        let stored = stored(world, &SIZE).await;
        // Of each organisation somebody is on every second lead, seen or not.
        let mut on_it: BTreeMap<(Uuid, Uuid), Uuid> = BTreeMap::new();
        for (number, organization) in stored.alliance.organizations.iter().enumerate() {
            let Some(person) = stored.alliance.people.iter().find(|person| person.organization == organization.id) else { continue };
            for lead in stored.alliance.leads.iter().skip(number % 2).step_by(2) {
                on_it.insert((organization.id, lead.id), person.id);
            }
        }
        let rows = on_it.iter().map(|((organization, lead), person)| entity::assignment::ActiveModel {
            lead_id: Set(*lead),
            organization_id: Set(*organization),
            person_id: Set(Some(*person)),
            assigned_by: Set(*person),
            assigned_at: Set(micros(stored.world.now())),
            version: Set(1),
        });
        for rows in rows.collect::<Vec<_>>().chunks(100) {
            let insert = entity::assignment::Entity::insert_many(rows.to_vec());
            insert.exec_without_returning(stored.world.app.db.write()).await.unwrap();
        }
        let document = "{ all: leads(first: 100) { nodes { id followUp { assignee { id } version } } } \
            mine: leads(first: 100, filter: { assignee: ME }) { totalCount nodes { id } } \
            free: leads(first: 100, filter: { assignee: NOBODY }) { totalCount nodes { id } } }";
        let (mut mine, mut free) = (0, 0);
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let answer = stored.asks(person).graphql(document, json!({})).await.ok();
            let seen: BTreeSet<Uuid> = stored.seen(person, IdKind::Lead).into_iter().map(|object| object.id).collect();
            for node in answer.list("/all/nodes") {
                let lead = touchstone::platform::ids::decode_as(IdKind::Lead, node["id"].as_str().unwrap()).unwrap();
                let expected = on_it.get(&(person.organization, lead)).map(|id| encode(IdKind::Person, *id));
                assert_eq!(node["followUp"]["assignee"]["id"].as_str(), expected.as_deref());
                assert_eq!(node["followUp"]["version"], i32::from(expected.is_some()));
            }
            let of = |is: &dyn Fn(Option<&Uuid>) -> bool| -> BTreeSet<String> {
                seen.iter().filter(|lead| is(on_it.get(&(person.organization, **lead)))).map(|lead| encode(IdKind::Lead, *lead)).collect()
            };
            for (list, expected) in [("mine", of(&|on| on == Some(&person.id))), ("free", of(&|on| on.is_none()))] {
                let found: BTreeSet<String> = answer.texts(&format!("/{list}/nodes"), "/id").into_iter().collect();
                assert_eq!(found, expected, "{list} for {:?}", person.roles);
                assert_eq!(answer.number(&format!("/{list}/totalCount")), i64::try_from(expected.len()).unwrap());
                *(if list == "mine" { &mut mine } else { &mut free }) += expected.len();
            }
        }
        assert!(mine > 10 && free > 100, "{mine} mine, {free} free");
    }

    async fn what_a_hand_over_refers_to_is_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        for organization in &stored.alliance.organizations {
            let Some(author) = stored.alliance.people.iter().find(|person| person.organization == organization.id) else { continue };
            let id = stored.world.id();
            let row = entity::hand_over::ActiveModel {
                id: Set(id),
                organization_id: Set(organization.id),
                author_id: Set(author.id),
                from_zone: Set("Asia/Shanghai".to_owned()),
                to_zone: Set("Europe/Berlin".to_owned()),
                body: Set("Everything".to_owned()),
                created_at: Set(micros(stored.world.now())),
                acknowledged_by: Set(None),
                acknowledged_at: Set(None),
                version: Set(1),
            };
            let write = stored.world.app.db.write();
            entity::hand_over::Entity::insert(row).exec_without_returning(write).await.unwrap();
            let about = stored.objects.iter().filter_map(|object| match object.kind {
                IdKind::Lead => Some((object.id, None)),
                IdKind::Delivery => Some((stored.lead(object).id, Some(object.id))),
                _ => None,
            });
            let rows = (1..).zip(about).map(|(position, (lead, delivery))| entity::hand_over_reference::ActiveModel {
                hand_over_id: Set(id),
                position: Set(position),
                lead_id: Set(lead),
                delivery_id: Set(delivery),
            });
            entity::hand_over_reference::Entity::insert_many(rows).exec_without_returning(write).await.unwrap();
        }
        let document = "{ handOvers { totalCount nodes { references { lead { id } delivery { id } } } } }";
        let (mut shown, mut hidden) = (0, 0);
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let answer = stored.asks(person).graphql(document, json!({})).await;
            if answer.error_code() == Some("FORBIDDEN") {
                continue;
            }
            let answer = answer.ok();
            assert_eq!(answer.number("/handOvers/totalCount"), 1, "the own organisation's");
            let mut found = BTreeSet::new();
            for reference in answer.list("/handOvers/nodes/0/references") {
                let of = if reference["delivery"].is_null() { "lead" } else { "delivery" };
                found.insert(reference[of]["id"].as_str().unwrap().to_owned());
            }
            let both = stored.objects.iter().filter(|object| matches!(object.kind, IdKind::Lead | IdKind::Delivery));
            let (seen, unseen): (Vec<&Object>, Vec<&Object>) = both.partition(|object| stored.sees(person, object));
            let expected: BTreeSet<String> = seen.iter().map(|object| object.public_id()).collect();
            assert_eq!(found, expected, "{:?} {}", person.roles, person.id);
            shown += seen.len();
            hidden += unseen.len();
        }
        assert!(shown > 200 && hidden > 500, "{shown} shown, {hidden} hidden");
    }
}
