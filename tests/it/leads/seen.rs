//! Who has seen a lead: whoever was shown it, on a page, in an event or in a mail, and nobody else.

use futures_util::StreamExt as _;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    outbox,
    platform::{
        graphql::connection::encode_cursor,
        ids::{IdKind, encode},
    },
};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, World, draft, with},
};

const SEEN_BY: &str = "query($id: ID!) { lead(id: $id) { seenBy(first: 100) { totalCount edges { node { \
    organization { name } person { id } firstSeenAt lastSeenAt tlp stillSees } } } } }";

async fn seen_by(person: &Person, lead: &Lead) -> Response {
    person.graphql(SEEN_BY, json!({ "id": lead.public_id() })).await.ok()
}

/// The organisations whose people have seen a lead, each as often as there are people, in the order of the first sight.
async fn organizations(person: &Person, lead: &Lead) -> Vec<String> {
    let answer = seen_by(person, lead).await;
    let names = answer.texts("/lead/seenBy/edges", "/node/organization/name");
    assert_eq!(
        answer.number("/lead/seenBy/totalCount"),
        i64::try_from(names.len()).unwrap()
    );
    names
}

/// The row of a person.
async fn sighting(person: &Person, lead: &Lead) -> Option<entity::sighting::Model> {
    let row = entity::sighting::Entity::find_by_id((lead.id, person.id));
    row.one(person.world.app.db.read()).await.unwrap()
}

/// What the log says of readings of a lead: who, and what else.
async fn readings(world: &World, lead: &Lead) -> Vec<(uuid::Uuid, Value)> {
    use entity::audit_entry::{Column, Entity};
    let entries = Entity::find()
        .filter(Column::Action.eq("readLead"))
        .filter(Column::ObjectId.eq(lead.id));
    let mut entries = entries.all(world.app.db.read()).await.unwrap();
    entries.sort_by_key(|entry| (entry.at, entry.id));
    let detail = |text: &str| serde_json::from_str(text).unwrap();
    entries
        .into_iter()
        .map(|entry| (entry.actor_id.unwrap(), detail(&entry.detail)))
        .collect()
}

both_databases! {
    async fn i27_the_owner_lists_who_has_seen_a_lead(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        other.investigator().await;
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        assert_eq!(organizations(&admin, &lead).await, ["Acme"], "shown to nobody but its author yet");
        world.after_hours(2);
        reader.reads(&lead).await.ok();
        assert_eq!(organizations(&admin, &lead).await, ["Acme", "Other"], "one of the two people");
        let answer = seen_by(&admin, &lead).await;
        assert_eq!(answer.text("/lead/seenBy/edges/0/node/person/id"), admin.public_id());
        assert_eq!(answer.data("/lead/seenBy/edges/1/node/person"), &Value::Null, "another organisation's person stays unnamed");
        assert_eq!(answer.text("/lead/seenBy/edges/1/node/tlp"), "AMBER");
        let cursors = admin.graphql("query($id: ID!) { lead(id: $id) { seenBy { edges { cursor } } } }", json!({ "id": lead.public_id() }));
        let row = sighting(&reader, &lead).await.unwrap();
        let telling = encode_cursor(row.first_at, reader.id);
        assert!(!cursors.await.ok().0.to_string().contains(&telling), "nor is the person in a cursor");
        let desk = world.secretariat().await.desk().await;
        let answer = seen_by(&desk, &lead).await;
        assert_eq!(answer.text("/lead/seenBy/edges/1/node/person/id"), reader.public_id(), "the desk learns the names");
    }

    async fn i27_who_does_not_share_a_lead_does_not_learn_who_has_seen_it(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        for person in [other.investigator().await, other.admin().await] {
            assert_eq!(seen_by(&person, &lead).await.data("/lead/seenBy"), &Value::Null);
        }
    }

    async fn i26_raising_the_tlp_does_not_erase_who_has_seen_it(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        reader.reads(&lead).await.ok();
        let still = |answer: &Response| answer.data("/lead/seenBy/edges/1/node/stillSees").clone();
        assert_eq!(still(&seen_by(&admin, &lead).await), json!(true));
        admin.changes_tlp(&lead, "RED").await.ok();
        reader.reads(&lead).await.not_found();
        let answer = seen_by(&admin, &lead).await;
        assert_eq!(still(&answer), json!(false));
        assert_eq!(answer.text("/lead/seenBy/edges/1/node/tlp"), "AMBER", "as it was when it was shown");
        assert_eq!(answer.text("/lead/seenBy/edges/0/node/tlp"), "RED");
    }

    async fn every_way_to_a_lead_and_its_parts_counts(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        admin.comments(&lead, "Look at the zip", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let ids = admin.graphql(
            "query($id: ID!) { lead(id: $id) { reference items(first: 1) { edges { node { id } } } comments(first: 1) { edges { node { id } } } } }",
            json!({ "id": lead.public_id() }),
        ).await.ok();
        let delivery = encode(IdKind::Delivery, lead.delivery_to(&other).await.id);
        let node = |id: &str| format!("{{ node(id: {id:?}) {{ id }} }}");
        for document in [
            "{ leads { nodes { title } } }".to_owned(),
            format!("{{ leadByReference(reference: {:?}) {{ id }} }}", ids.text("/lead/reference")),
            node(&lead.public_id()),
            node(&ids.text("/lead/items/edges/0/node/id")),
            node(&ids.text("/lead/comments/edges/0/node/id")),
            node(&delivery),
            "{ deliveries { nodes { dueOn } } }".to_owned(),
            "{ deliveries { nodes { items { title } } } }".to_owned(),
        ] {
            let reader = other.investigator().await;
            reader.graphql(&document, json!({})).await.ok();
            assert!(sighting(&reader, &lead).await.is_some(), "{document}");
        }
    }

    async fn what_is_only_counted_is_not_seen(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        for document in ["{ leads { totalCount } deliveries { totalCount } }", "{ leads { pageInfo { hasNextPage } } }"] {
            reader.graphql(document, json!({})).await.ok();
        }
        assert_eq!(sighting(&reader, &lead).await, None);
    }

    async fn an_event_that_is_followed_counts(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        let mut events = reader.subscribe("subscription { leadActivity { lead { title } } }", json!({})).await;
        let position = world.told_since(outbox::head(&world.app.db).await.unwrap()).await;
        assert!(futures_util::poll!(events.next()).is_pending(), "asked once, it listens");
        admin.shares(&lead, &[&other]).await.ok();
        world.told_since(position).await;
        events.next().await.unwrap().ok();
        assert!(sighting(&reader, &lead).await.is_some());
    }

    async fn the_last_moment_is_exact_to_the_hour(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let first = sighting(&admin, &lead).await.unwrap();
        world.clock.advance(jiff::SignedDuration::from_mins(59));
        let (_, again) = world.counting_statements(admin.reads(&lead)).await;
        assert_eq!(sighting(&admin, &lead).await.unwrap(), first);
        world.clock.advance(jiff::SignedDuration::from_mins(2));
        let (_, anew) = world.counting_statements(admin.reads(&lead)).await;
        let last = sighting(&admin, &lead).await.unwrap();
        assert_eq!((last.first_at, last.last_at), (first.first_at, first.last_at + 61 * 60 * 1_000_000));
        assert!(again < anew, "what is known is not written again: {again} and {anew} statements");
    }

    async fn i38_readings_of_what_only_few_may_see_are_logged_with_their_purpose(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader, desk) = (acme.admin().await, other.investigator().await, world.secretariat().await.desk().await);
        let amber = admin.prepares(&other).await;
        admin.shares(&amber, &[&other]).await.ok();
        reader.reads(&amber).await.ok();
        assert_eq!(readings(&world, &amber).await, [], "AMBER is not");

        let strict = admin.prepares_from(with(draft(&other), json!({ "tlp": "AMBER_STRICT" }))).await;
        admin.shares(&strict, &[&other]).await.ok();
        reader.reads(&strict).await.ok();
        desk.reads(&strict).await.ok();
        reader.reads(&strict).await.ok();
        let purpose = |tlp: &str, purpose: &str| json!({ "tlp": tlp, "purpose": purpose });
        let expected = [
            (admin.id, purpose("AMBER_STRICT", "NAMED")),
            (reader.id, purpose("AMBER_STRICT", "RECIPIENT")),
            (desk.id, purpose("AMBER_STRICT", "DESK")),
        ];
        assert_eq!(readings(&world, &strict).await, expected, "once within the hour");

        admin.changes_tlp(&strict, "RED").await.ok();
        assert_eq!(readings(&world, &strict).await[3..], [(admin.id, purpose("RED", "NAMED"))], "anew under another TLP");
        reader.reads(&strict).await.not_found();
        assert_eq!(readings(&world, &strict).await.len(), 4, "what was not shown was not read");
    }
}
